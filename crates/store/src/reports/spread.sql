-- The results of a period by unit and predicate, and how many are still without one.
SELECT u.id AS unit_id, u.name AS unit_name, s.predikat, s.evaluated, COUNT(*) AS people
FROM standing s
JOIN unit u ON u.agency_id = $1 AND u.id = s.unit_id
WHERE s.plan_set = 1
GROUP BY u.id, u.code, u.name, s.predikat, s.evaluated
ORDER BY u.code, s.predikat
