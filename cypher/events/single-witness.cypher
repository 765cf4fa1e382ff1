// name: single-witness
// title: Events that one witness tells of
// description: Events behind which stands one independent group of articles, to be checked before they are used; with a sentence and its article.
// category: events
// param kind: str = "meeting"  meeting, signing, accusation or visit
// param limit: int = 50
// returns: date, event, status, articles, quote, article, article_id, event_id
// nodes: event_id, article_id
// view: table
MATCH (a:Article)-[:STATES]->(c:Claim)-[:ASSERTS]->(e:Event {kind: $kind, witnesses: 1})
WHERE c.status = e.status
WITH e, c, a
ORDER BY c.id
WITH e, head(collect(c.quote)) AS quote, head(collect(a.name)) AS article, head(collect(a.id)) AS article_id
RETURN e.date AS date, e.name AS event, e.status AS status, e.articles AS articles, quote, article, article_id, e.id AS event_id
ORDER BY coalesce(date, "9999"), event_id
LIMIT $limit
