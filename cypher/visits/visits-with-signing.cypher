// name: visits-with-signing
// title: Visits that brought a signature
// description: Persons who visited a country and in the same month signed an agreement together with it; both dates must be known to the month.
// category: visits
// param limit: int = 50
// returns: visitor, country, agreement, visited, signed, quote, event_id, person_id, country_id, agreement_id, id
// nodes: person_id, country_id, agreement_id, event_id
// view: graph
MATCH (p:Person)-[v:VISITED]->(c:Country)-[t:SIGNED]->(a:Agreement)<-[s:SIGNED]-(p)
WHERE v.status = "happened" AND s.status = "happened" AND t.event = s.event
  AND v.precision <> "year" AND substring(v.date, 0, 7) = substring(s.date, 0, 7)
RETURN p.name AS visitor, c.name AS country, a.name AS agreement, v.date AS visited, s.date AS signed, s.quote AS quote,
       s.event AS event_id, p.id AS person_id, c.id AS country_id, a.id AS agreement_id, v.id AS id
ORDER BY signed, event_id, agreement_id, id
LIMIT $limit
