// name: planned-events
// title: What is announced
// description: Events that are planned, in order, each with its sentence; what came of them has events of its own.
// category: events
// param since: str = "0000"  ISO date, year or month
// param limit: int = 50
// returns: date, kind, event, country, quote, event_id
// nodes: event_id
// view: table
MATCH (c:Claim)-[:ASSERTS]->(e:Event {status: "planned"})
WHERE coalesce(e.date, "9999") >= $since
WITH e, min(c.quote) AS quote
RETURN e.date AS date, e.kind AS kind, e.name AS event, e.country AS country, quote, e.id AS event_id
ORDER BY coalesce(date, "9999"), event_id
LIMIT $limit
