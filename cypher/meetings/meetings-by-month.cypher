// name: meetings-by-month
// title: Meetings month by month
// description: How many meetings took place in each month, and how many independent witnesses tell of them.
// category: meetings
// param since: str = "0000"  ISO date, year or month
// returns: month, meetings, witnesses
MATCH (e:Event {kind: "meeting", status: "happened"})
WHERE e.date IS NOT NULL AND e.precision <> "year" AND e.date >= $since
WITH substring(e.date, 0, 7) AS month, count(e) AS meetings, sum(e.witnesses) AS witnesses
RETURN month, meetings, witnesses
ORDER BY month
