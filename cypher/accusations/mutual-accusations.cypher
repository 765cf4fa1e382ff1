// name: mutual-accusations
// title: Parties that accuse each other
// description: Pairs of which each accused the other, with a sentence from either side; denied accusations do not count.
// category: accusations
// param limit: int = 50
// returns: one, other, quote_one, quote_other, id_one, id_other
// nodes: id_one, id_other
// view: graph
MATCH (x)-[r:ACCUSED]->(y)-[s:ACCUSED]->(x)
WHERE x.id < y.id AND r.status = "happened" AND s.status = "happened"
WITH x, y, min(r.quote) AS quote_one, min(s.quote) AS quote_other
RETURN x.name AS one, y.name AS other, quote_one, quote_other, x.id AS id_one, y.id AS id_other
ORDER BY id_one, id_other
LIMIT $limit
