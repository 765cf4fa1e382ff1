// name: accusations-by
// title: Whom a party accuses, and of what
// description: Every accusation that a country, a person or an organization makes, with the accused and the sentence; denied ones are marked.
// category: accusations
// param accuser: str of Person|Country|Organization  name in either script, or id, e.g. "USA"
// param limit: int = 100
// returns: accuser, accused, of, date, status, witnesses, quote, accuser_id, accused_id, event_id, id
// nodes: accuser_id, accused_id, event_id
// view: graph
MATCH (x)-[r:ACCUSED]->(y)
WHERE x.id = $accuser OR x.name = $accuser OR $accuser IN x.names
RETURN x.name AS accuser, y.name AS accused, r.of AS of, r.date AS date, r.status AS status, r.witnesses AS witnesses,
       r.quote AS quote, x.id AS accuser_id, y.id AS accused_id, r.event AS event_id, r.id AS id
ORDER BY coalesce(date, "9999"), accused_id, id
LIMIT $limit
