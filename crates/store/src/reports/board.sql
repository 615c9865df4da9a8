-- One row for each unit directly below the one looked at, with everything under it, and one for that unit's own people.
SELECT
    u.id, u.parent_id, u.code, u.name,
    (SELECT COUNT(*) FROM unit c WHERE c.agency_id = $1 AND c.parent_id = u.id) AS children,
    COUNT(s.employee_id) AS people,
    COUNT(*) FILTER (WHERE s.plan_set = 1) AS plans_set,
    COUNT(*) FILTER (WHERE s.step = 'set') AS plans_waiting,
    COUNT(*) FILTER (WHERE s.self_sent = 1) AS self_assessed,
    COUNT(*) FILTER (WHERE s.rated = 1) AS rated,
    COUNT(*) FILTER (WHERE s.evaluated = 1) AS evaluated,
    COUNT(*) FILTER (WHERE s.acknowledged = 1) AS acknowledged
FROM inside i
JOIN unit u ON u.agency_id = $1 AND u.id = i.branch_id
LEFT JOIN standing s ON s.unit_id = i.unit_id
GROUP BY u.id, u.parent_id, u.code, u.name
ORDER BY u.code
