// name: common-contacts
// title: Whom two people both met
// description: The people whom each of two persons met, though perhaps never each other, with a sentence for either meeting; plans do not count.
// category: meetings
// param a: str of Person  name in either script, or id
// param b: str of Person  name in either script, or id
// param limit: int = 50
// returns: contact, country, quote_a, quote_b, id_a, id_b, id
// nodes: id, id_a, id_b
// view: graph
MATCH (p:Person)-[m:MET_WITH]-(c:Person)-[n:MET_WITH]-(q:Person)
WHERE (p.id = $a OR p.name = $a OR $a IN p.names) AND (q.id = $b OR q.name = $b OR $b IN q.names) AND p.id <> q.id
  AND m.status = "happened" AND n.status = "happened"
WITH p, c, q, min(m.quote) AS quote_a, min(n.quote) AS quote_b
RETURN c.name AS contact, c.country AS country, quote_a, quote_b, p.id AS id_a, q.id AS id_b, c.id AS id
ORDER BY contact, id_a, id_b, id
LIMIT $limit
