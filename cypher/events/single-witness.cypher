// name: single-witness
// title: Events that one witness tells of
// description: Events behind which stands one independent group of articles: to be checked before they are used.
// category: events
// param kind: str = "meeting"  meeting, signing, accusation or visit
// param limit: int = 50
// returns: date, event, articles, quote, article, event_id
// nodes: event_id
// view: table
MATCH (a:Article)-[:STATES]->(c:Claim)-[:ASSERTS]->(e:Event {kind: $kind, witnesses: 1})
WITH e, min(c.quote) AS quote, min(a.name) AS article
RETURN e.date AS date, e.name AS event, e.articles AS articles, quote, article, e.id AS event_id
ORDER BY coalesce(date, "9999"), event_id
LIMIT $limit
