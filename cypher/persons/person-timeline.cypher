// name: person-timeline
// title: What one person did, in order
// description: The events that a person took part in, dated ones first and in order, each with a sentence that names the person there.
// category: persons
// param person: str of Person  name in either script, or id, e.g. "Sergey Lavrov"
// param limit: int = 100
// returns: date, kind, event, status, role, quote, article, event_id, person_id
// nodes: event_id, person_id
// view: graph
MATCH (p:Person)-[t:TOOK_PART_IN]->(e:Event)
WHERE p.id = $person OR p.name = $person OR $person IN p.names
MATCH (p)-[r:MET_WITH|SIGNED|ACCUSED|VISITED]-()
WHERE r.event = e.id
WITH p, t, e, r
ORDER BY r.id
WITH p, t, e, head(collect(r.quote)) AS quote, head(collect(r.article)) AS told_in
MATCH (a:Article {id: told_in})
RETURN e.date AS date, e.kind AS kind, e.name AS event, e.status AS status, t.role AS role, quote, a.name AS article,
       e.id AS event_id, p.id AS person_id
ORDER BY coalesce(date, "9999"), event_id, role, person_id
LIMIT $limit
