// name: sources-ranked
// title: Whom the articles rely on
// description: Sources by the articles that credit them, with their kind and one sentence that does.
// category: sources
// param limit: int = 30
// returns: source, kind, articles, quote, id
// nodes: id
// view: table
MATCH (a:Article)-[r:REPORTED_BY]->(s:Source)
WITH s, count(DISTINCT a) AS articles, min(r.quote) AS quote
RETURN s.name AS source, s.kind AS kind, articles, quote, s.id AS id
ORDER BY articles DESC, id
LIMIT $limit
