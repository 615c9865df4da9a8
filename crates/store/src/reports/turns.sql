-- Whose turn it is at a step, and for how many people: $6 the step, $7 0 for those whose turn it is, 1 for the next
-- level up, 2 for the level above that.
SELECT t.whose, COUNT(*) AS people
FROM (
    SELECT CASE
        WHEN $7 = 0 AND s.step IN ('plan', 'self', 'acknowledge') THEN s.employee_id
        WHEN $7 = 0 THEN s.rater_id
        WHEN $7 = 1 AND s.step IN ('plan', 'self', 'acknowledge') THEN s.rater_id
        WHEN s.step IN ('plan', 'self', 'acknowledge') OR $7 = 1 THEN s.superior_id
        ELSE NULL
    END AS whose
    FROM standing s
    WHERE s.step = $6 AND ($5 IS NULL OR s.unit_id IN (SELECT unit_id FROM inside))
) t
WHERE t.whose IS NOT NULL
GROUP BY t.whose
ORDER BY t.whose
