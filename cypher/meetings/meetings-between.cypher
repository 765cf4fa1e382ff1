// name: meetings-between
// title: Meetings between two countries
// description: Meetings of people who act for two countries, in order, each with its sentence; planned and denied ones are marked.
// category: meetings
// param a: str of Country by id  ISO 3166-1 alpha-3 code, e.g. "RUS"
// param b: str of Country by id  ISO 3166-1 alpha-3 code, e.g. "PRK"
// param limit: int = 100
// returns: date, person_a, person_b, place, status, witnesses, quote, event_id, id_a, id_b, id
// nodes: event_id, id_a, id_b
// view: graph
MATCH (p:Person {country: $a})-[m:MET_WITH]-(q:Person {country: $b})
WHERE $a <> $b OR p.id < q.id
RETURN m.date AS date, p.name AS person_a, q.name AS person_b, m.country AS place, m.status AS status, m.witnesses AS witnesses,
       m.quote AS quote, m.event AS event_id, p.id AS id_a, q.id AS id_b, m.id AS id
ORDER BY coalesce(date, "9999"), id
LIMIT $limit
