-- How far each unit's own people have come with the quiz of the tour, and how many objected to results of a year.
-- $1 agency, $2 day, $3 year.
WITH held AS (
    SELECT
        e.id AS employee_id,
        (                           -- the definitive post before an acting one, then the later one
            SELECT a.post_id FROM assignment a
            WHERE a.agency_id = $1 AND a.employee_id = e.id
                AND a.from_day <= $2 AND (a.until_day IS NULL OR a.until_day >= $2)
            ORDER BY CASE a.standing WHEN 'definitif' THEN 0 WHEN 'plt' THEN 1 ELSE 2 END, a.from_day DESC, a.id LIMIT 1
        ) AS post_id
    FROM employee e
    WHERE e.agency_id = $1
),
learnt AS (
    SELECT
        p.unit_id,
        COUNT(*) AS people,
        COUNT(o.employee_id) AS tried,
        SUM(o.correct) AS correct,
        SUM(o.asked) AS asked,
        SUM(o.first_correct) AS first_correct,
        SUM(o.first_asked) AS first_asked
    FROM held h
    JOIN post p ON p.agency_id = $1 AND p.id = h.post_id
    LEFT JOIN orientation o ON o.agency_id = $1 AND o.employee_id = h.employee_id
    GROUP BY p.unit_id
),
objected AS (                       -- a result that took the place of another is not a second one
    SELECT s.unit_id, COUNT(*) AS results, COUNT(j.id) AS objections
    FROM evaluation v
    JOIN skp s ON s.agency_id = $1 AND s.id = v.skp_id
    LEFT JOIN objection j ON j.agency_id = $1 AND j.evaluation_id = v.id
    WHERE v.agency_id = $1 AND COALESCE(s.year, 0) = $3
        AND NOT EXISTS (SELECT 1 FROM objection c WHERE c.agency_id = $1 AND c.changed_id = v.id)
    GROUP BY s.unit_id
)
SELECT
    u.id AS unit_id,
    u.name AS unit_name,
    CAST(COALESCE(l.people, 0) AS BIGINT) AS people,
    CAST(COALESCE(l.tried, 0) AS BIGINT) AS tried,
    CAST(COALESCE(l.correct, 0) AS BIGINT) AS correct,
    CAST(COALESCE(l.asked, 0) AS BIGINT) AS asked,
    CAST(COALESCE(l.first_correct, 0) AS BIGINT) AS first_correct,
    CAST(COALESCE(l.first_asked, 0) AS BIGINT) AS first_asked,
    CAST(COALESCE(o.results, 0) AS BIGINT) AS results,
    CAST(COALESCE(o.objections, 0) AS BIGINT) AS objections
FROM unit u
LEFT JOIN learnt l ON l.unit_id = u.id
LEFT JOIN objected o ON o.unit_id = u.id
WHERE u.agency_id = $1 AND (l.people IS NOT NULL OR o.results IS NOT NULL)
ORDER BY u.code
