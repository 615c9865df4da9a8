-- Who still has something before them under the unit looked at, by unit and name.
-- $6 the step or null for any, $7 rows at most, $8 rows before.
SELECT
    s.employee_id, e.nip, e.name, u.name AS unit_name, s.skp_id, s.rater_id, r.name AS rater_name, s.step,
    COUNT(*) OVER () AS total
FROM inside i
JOIN standing s ON s.unit_id = i.unit_id
JOIN unit u ON u.agency_id = $1 AND u.id = s.unit_id
JOIN employee e ON e.agency_id = $1 AND e.id = s.employee_id
LEFT JOIN employee r ON r.agency_id = $1 AND r.id = s.rater_id
WHERE s.step <> 'done' AND ($6 IS NULL OR s.step = $6)
ORDER BY u.code, e.name_key, e.id
LIMIT $7 OFFSET $8
