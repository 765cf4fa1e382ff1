// name: reported-by
// title: What a source is credited with
// description: The events for which articles credit an agency, an outlet or an office, in order, with the words that do.
// category: sources
// param source: str of Source  name in either script, or id, e.g. "TASS"
// param limit: int = 100
// returns: date, kind, event, status, source, articles, quote, event_id, source_id, id
// nodes: event_id, source_id
// view: graph
MATCH (e:Event)-[r:REPORTED_BY]->(s:Source)
WHERE s.id = $source OR s.name = $source OR $source IN s.names
RETURN e.date AS date, e.kind AS kind, e.name AS event, e.status AS status, s.name AS source, r.articles AS articles, r.quote AS quote,
       e.id AS event_id, s.id AS source_id, r.id AS id
ORDER BY coalesce(date, "9999"), event_id, id
LIMIT $limit
