// name: persons-by-country
// title: People linked to a country
// description: Persons who act for a country or took part in an event there, ranked by these events; plans and denials do not count.
// category: persons
// param country: str of Country by id  ISO 3166-1 alpha-3 code, e.g. "PRK"
// param limit: int = 25
// returns: person, name_hi, events, first_date, last_date, quote, id
// nodes: id
// view: graph
MATCH (p:Person)-[:TOOK_PART_IN]->(e:Event {status: "happened"})
WHERE p.country = $country OR e.country = $country
MATCH (p)-[r:MET_WITH|SIGNED|ACCUSED|VISITED]-()
WHERE r.event = e.id
WITH p, count(DISTINCT e) AS events, min(e.date) AS first_date, max(e.date) AS last_date, min(r.quote) AS quote
RETURN p.name AS person, p.name_hi AS name_hi, events, first_date, last_date, quote, p.id AS id
ORDER BY events DESC, id
LIMIT $limit
