// name: agreements-between
// title: Agreements between two countries
// description: Agreements that two countries both signed or are to sign, with the date, the status and the sentence.
// category: agreements
// param a: str  ISO 3166-1 alpha-3 code, e.g. "RUS"
// param b: str  ISO 3166-1 alpha-3 code, e.g. "PRK"
// param limit: int = 50
// returns: agreement, date, status, witnesses, quote, id, id_a, id_b
// nodes: id, id_a, id_b
// view: graph
MATCH (p:Country {id: $a})-[r:SIGNED]->(t:Agreement)<-[:SIGNED]-(q:Country {id: $b})
WITH t, p, q, max(r.date) AS date, min(r.status) AS status, max(r.witnesses) AS witnesses, min(r.quote) AS quote
RETURN t.name AS agreement, date, status, witnesses, quote, t.id AS id, p.id AS id_a, q.id AS id_b
ORDER BY coalesce(date, "9999"), id
LIMIT $limit
