// name: who-met
// title: Whom a person met
// description: Everybody whom a person met or is to meet, with the date, the place, the witnesses and the sentence that says so.
// category: persons
// param person: str of Person  name in either script, or id, e.g. "Vladimir Putin"
// param limit: int = 100
// returns: person, met, date, country, status, witnesses, quote, article, met_id, person_id, event_id, id
// nodes: met_id, person_id, event_id
// view: graph
MATCH (p:Person)-[m:MET_WITH]-(q:Person)
WHERE p.id = $person OR p.name = $person OR $person IN p.names
WITH p, m, q, m.article AS told_in
MATCH (a:Article {id: told_in})
RETURN p.name AS person, q.name AS met, m.date AS date, m.country AS country, m.status AS status, m.witnesses AS witnesses,
       m.quote AS quote, a.name AS article, q.id AS met_id, p.id AS person_id, m.event AS event_id, m.id AS id
ORDER BY coalesce(date, "9999"), met_id, id
LIMIT $limit
