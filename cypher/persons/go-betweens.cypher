// name: go-betweens
// title: People who meet many countries
// description: Persons by the number of other countries whose people they met; those who link many are go-betweens.
// category: persons
// param limit: int = 20
// returns: person, country, countries, meetings, id
// nodes: id
// view: graph
MATCH (p:Person)-[m:MET_WITH]-(q:Person)
WHERE m.status = "happened" AND q.country IS NOT NULL AND (p.country IS NULL OR q.country <> p.country)
WITH p, count(DISTINCT q.country) AS countries, count(DISTINCT m.event) AS meetings
RETURN p.name AS person, p.country AS country, countries, meetings, p.id AS id
ORDER BY countries DESC, meetings DESC, id
LIMIT $limit
