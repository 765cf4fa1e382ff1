// name: visits-by
// title: Where a person travelled
// description: Visits of one person in order, planned and denied ones marked, each with its sentence and article.
// category: visits
// param person: str of Person  name in either script, or id, e.g. "Vladimir Putin"
// param limit: int = 100
// returns: date, visitor, country, status, witnesses, quote, article, person_id, country_id, event_id, id
// nodes: person_id, country_id, event_id
// view: graph
MATCH (p:Person)-[v:VISITED]->(c:Country)
WHERE p.id = $person OR p.name = $person OR $person IN p.names
WITH p, v, c, v.article AS told_in
MATCH (a:Article {id: told_in})
RETURN v.date AS date, p.name AS visitor, c.name AS country, v.status AS status, v.witnesses AS witnesses, v.quote AS quote,
       a.name AS article, p.id AS person_id, c.id AS country_id, v.event AS event_id, v.id AS id
ORDER BY coalesce(date, "9999"), country_id, id
LIMIT $limit
