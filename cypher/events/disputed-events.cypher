// name: disputed-events
// title: Where the articles contradict each other
// description: Events on whose date, on whose place, or on whether they happened, articles disagree; each side with its sentence, and whether it corrects.
// category: events
// param limit: int = 50
// returns: event, kind, side, correction, date, country, quote, article, event_id, article_id, id
// nodes: event_id, article_id, id
// view: graph
MATCH (a:Article)-[:STATES]->(c:Claim)-[:ASSERTS]->(e:Event {disputed: true})
RETURN e.name AS event, e.kind AS kind, c.status AS side, coalesce(c.correction, false) AS correction, c.date AS date,
       c.country AS country, c.quote AS quote, a.name AS article, e.id AS event_id, a.id AS article_id, c.id AS id
ORDER BY event_id, side, coalesce(date, "9999"), id
LIMIT $limit
