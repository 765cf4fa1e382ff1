// name: agreements-between
// title: Agreements between two countries
// description: Agreements that two countries signed together or are to sign, a row for each signing, with its date, status and sentence.
// category: agreements
// param a: str of Country by id  ISO 3166-1 alpha-3 code, e.g. "RUS"
// param b: str of Country by id  ISO 3166-1 alpha-3 code, e.g. "PRK"
// param limit: int = 50
// returns: agreement, date, status, witnesses, quote, event_id, id_a, id_b, id
// nodes: id, id_a, id_b, event_id
// view: graph
MATCH (p:Country {id: $a})-[r:SIGNED]->(t:Agreement)<-[s:SIGNED]-(q:Country {id: $b})
WHERE r.event = s.event
RETURN t.name AS agreement, r.date AS date, r.status AS status, r.witnesses AS witnesses, r.quote AS quote, r.event AS event_id,
       p.id AS id_a, q.id AS id_b, t.id AS id
ORDER BY coalesce(date, "9999"), event_id, id
LIMIT $limit
