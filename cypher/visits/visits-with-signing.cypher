// name: visits-with-signing
// title: Visits that ended in a signature
// description: Persons who visited a country and signed an agreement that this country signed too.
// category: visits
// param limit: int = 50
// returns: visitor, country, agreement, visited, signed, quote, person_id, country_id, agreement_id
// nodes: person_id, country_id, agreement_id
// view: graph
MATCH (p:Person)-[v:VISITED]->(c:Country)-[:SIGNED]->(a:Agreement)<-[s:SIGNED]-(p)
WHERE v.status = "happened" AND s.status = "happened"
WITH p, c, a, min(v.date) AS visited, min(s.date) AS signed, min(s.quote) AS quote
RETURN p.name AS visitor, c.name AS country, a.name AS agreement, visited, signed, quote, p.id AS person_id, c.id AS country_id, a.id AS agreement_id
ORDER BY coalesce(signed, "9999"), person_id, country_id, agreement_id
LIMIT $limit
