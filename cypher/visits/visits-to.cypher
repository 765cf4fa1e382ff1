// name: visits-to
// title: Who visited a country
// description: Visits to a country in order, planned and denied ones marked, each with its sentence and article.
// category: visits
// param country: str of Country by id  ISO 3166-1 alpha-3 code, e.g. "RUS"
// param limit: int = 100
// returns: date, visitor, from_country, status, witnesses, quote, article, person_id, country_id, event_id, id
// nodes: person_id, country_id, event_id
// view: graph
MATCH (p:Person)-[v:VISITED]->(c:Country {id: $country})
WITH p, v, c, v.article AS told_in
MATCH (a:Article {id: told_in})
RETURN v.date AS date, p.name AS visitor, p.country AS from_country, v.status AS status, v.witnesses AS witnesses, v.quote AS quote,
       a.name AS article, p.id AS person_id, c.id AS country_id, v.event AS event_id, v.id AS id
ORDER BY coalesce(date, "9999"), person_id, id
LIMIT $limit
