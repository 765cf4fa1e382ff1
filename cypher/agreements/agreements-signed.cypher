// name: agreements-signed
// title: Agreements and who signed them
// description: Agreements with their signers, newest first; those only announced have the status planned.
// category: agreements
// param limit: int = 50
// returns: agreement, date, status, signers, quote, id, signer_ids
// nodes: id, signer_ids
// view: graph
MATCH (s)-[r:SIGNED]->(a:Agreement)
WITH a, r, s
ORDER BY s.name, s.id
WITH a, max(r.date) AS date, min(r.status) AS status, collect(DISTINCT s.name) AS signers, min(r.quote) AS quote, collect(DISTINCT s.id) AS signer_ids
RETURN a.name AS agreement, date, status, signers, quote, a.id AS id, signer_ids
ORDER BY coalesce(date, "0000") DESC, id
LIMIT $limit
