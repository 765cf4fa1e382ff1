// name: evidence
// title: Every sentence behind an event
// description: All claims of one event with their sentence, offsets, rule and confidence, and the article that says it.
// category: sources
// param event: str of Event by id  id of an Event
// returns: claim, status, date, quote, start, end, rule, confidence, article, url, published, id, article_id
// nodes: id, article_id
// view: table
MATCH (a:Article)-[:STATES]->(c:Claim)-[:ASSERTS]->(e:Event {id: $event})
RETURN c.name AS claim, c.status AS status, c.date AS date, c.quote AS quote, c.start AS start, c.`end` AS `end`, c.rule AS rule,
       c.confidence AS confidence, a.name AS article, a.url AS url, a.published AS published, c.id AS id, a.id AS article_id
ORDER BY coalesce(published, "9999"), article_id, start, id
