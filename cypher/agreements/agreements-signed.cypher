// name: agreements-signed
// title: Agreements and who signed them
// description: A row for each signing of an agreement, newest first, with the signers; those only announced have the status planned.
// category: agreements
// param limit: int = 50
// returns: agreement, date, status, signers, quote, event_id, signer_ids, id
// nodes: id, signer_ids, event_id
// view: graph
MATCH (s)-[r:SIGNED]->(a:Agreement)
WITH a, r, s
ORDER BY s.name, s.id
WITH a, r.event AS event_id, r.date AS date, r.status AS status, min(r.quote) AS quote, collect(DISTINCT s.name) AS signers,
     collect(DISTINCT s.id) AS signer_ids
RETURN a.name AS agreement, date, status, signers, quote, event_id, signer_ids, a.id AS id
ORDER BY coalesce(date, "0000") DESC, event_id, id
LIMIT $limit
