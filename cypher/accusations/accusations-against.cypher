// name: accusations-against
// title: Who accuses a party, and of what
// description: Every accusation against a country, a person or an organization, with the accuser and the sentence; denied ones are marked.
// category: accusations
// param accused: str of Person|Country|Organization  name in either script, or id, e.g. "PRK"
// param limit: int = 100
// returns: accuser, accused, of, date, status, witnesses, quote, accuser_id, accused_id, event_id, id
// nodes: accuser_id, accused_id, event_id
// view: graph
MATCH (x)-[r:ACCUSED]->(y)
WHERE y.id = $accused OR y.name = $accused OR $accused IN y.names
RETURN x.name AS accuser, y.name AS accused, r.of AS of, r.date AS date, r.status AS status, r.witnesses AS witnesses,
       r.quote AS quote, x.id AS accuser_id, y.id AS accused_id, r.event AS event_id, r.id AS id
ORDER BY coalesce(date, "9999"), accuser_id, id
LIMIT $limit
