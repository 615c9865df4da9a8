-- Where everybody stands who is to be appraised. Read first; another text is set behind it.
-- $1 agency, $2 day, $3 year, $4 period or null, $5 unit looked at or null for the whole agency.
WITH RECURSIVE
below AS (                          -- every unit below the one looked at, with the branch it counts for
    SELECT u.id AS unit_id, u.id AS branch_id
    FROM unit u
    WHERE u.agency_id = $1 AND (u.parent_id = $5 OR ($5 IS NULL AND u.parent_id IS NULL))
    UNION                           -- not UNION ALL: a circle in the tree ends
    SELECT u.id, b.branch_id
    FROM unit u JOIN below b ON u.parent_id = b.unit_id
    WHERE u.agency_id = $1
),
inside AS (                         -- and the unit looked at, for the people who are directly in it
    SELECT unit_id, branch_id FROM below
    UNION
    SELECT u.id, u.id FROM unit u WHERE u.agency_id = $1 AND u.id = $5
),
-- Of everybody the line, the seat and the plan of the day, then what was done for that plan: each looked up through its
-- index, each step worked out once. So a wrong guess at the number of rows, as PostgreSQL makes right after an import, costs
-- nothing.
chosen AS MATERIALIZED (
    SELECT
        e.id AS employee_id,
        (
            SELECT l.id FROM reporting_line l
            WHERE l.agency_id = $1 AND l.employee_id = e.id
                AND l.from_day <= $2 AND (l.until_day IS NULL OR l.until_day >= $2)
            ORDER BY l.from_day DESC, l.id LIMIT 1
        ) AS line_id,
        (                           -- the definitive post before an acting one, then the later one
            SELECT a.post_id FROM assignment a
            WHERE a.agency_id = $1 AND a.employee_id = e.id
                AND a.from_day <= $2 AND (a.until_day IS NULL OR a.until_day >= $2)
            ORDER BY CASE a.standing WHEN 'definitif' THEN 0 WHEN 'plt' THEN 1 ELSE 2 END, a.from_day DESC, a.id LIMIT 1
        ) AS post_id,
        (                           -- a plan in force before one that is not; the year is kept out of the choice of an index
            SELECT s.id FROM skp s
            WHERE s.agency_id = $1 AND s.employee_id = e.id AND COALESCE(s.year, 0) = $3
                AND s.from_day <= $2 AND (s.until_day IS NULL OR s.until_day >= $2)
            ORDER BY CASE WHEN s.version > 0 THEN 0 ELSE 1 END, s.from_day DESC, s.id LIMIT 1
        ) AS skp_id
    FROM employee e
    WHERE e.agency_id = $1
        AND NOT EXISTS (            -- no plan is asked of these (`people::circumstance`, Bab II.C.8)
            SELECT 1 FROM circumstance c
            WHERE c.agency_id = $1 AND c.employee_id = e.id
                AND c.kind NOT IN ('tugas_belajar', 'diperbantukan')
                AND c.from_day <= $2 AND (c.until_day IS NULL OR c.until_day >= $2)
        )
),
reached AS MATERIALIZED (
    SELECT
        c.employee_id, c.line_id, c.post_id, c.skp_id,
        CASE WHEN EXISTS (
            SELECT 1 FROM assessment own WHERE own.agency_id = $1 AND own.period_id = $4 AND own.skp_id = c.skp_id
                AND own.role = 'diri' AND own.sent_at IS NOT NULL
        ) THEN 1 ELSE 0 END AS self_sent,
        CASE WHEN EXISTS (
            SELECT 1 FROM assessment given WHERE given.agency_id = $1 AND given.period_id = $4 AND given.skp_id = c.skp_id
                AND given.role = 'penilai' AND given.sent_at IS NOT NULL
        ) THEN 1 ELSE 0 END AS rated,
        (
            SELECT e.id FROM evaluation e
            WHERE e.agency_id = $1 AND e.period_id = $4 AND e.skp_id = c.skp_id AND e.replaced_at IS NULL
        ) AS evaluation_id
    FROM chosen c
),
standing AS MATERIALIZED (
    SELECT
        r.employee_id,
        seat.unit_id,
        r.skp_id,
        COALESCE(sheet.rater_id, line.rater_id) AS rater_id,
        CASE WHEN r.skp_id IS NULL THEN line.superior_id ELSE sheet.superior_id END AS superior_id,
        CASE WHEN sheet.version > 0 THEN 1 ELSE 0 END AS plan_set,
        r.self_sent,
        r.rated,
        CASE WHEN e.id IS NULL THEN 0 ELSE 1 END AS evaluated,
        CASE WHEN e.acknowledged_at IS NULL THEN 0 ELSE 1 END AS acknowledged,
        e.predikat,
        CASE
            WHEN sheet.version > 0 AND $4 IS NULL THEN 'done'
            WHEN sheet.version > 0 AND e.acknowledged_at IS NOT NULL THEN 'done'
            WHEN sheet.version > 0 AND e.id IS NOT NULL THEN 'acknowledge'
            WHEN sheet.version > 0 AND r.rated = 1 THEN 'sign'
            WHEN sheet.version > 0 AND r.self_sent = 1 THEN 'rate'
            WHEN sheet.version > 0 THEN 'self'
            WHEN sheet.signed_at IS NOT NULL AND (sheet.returned_at IS NULL OR sheet.returned_at < sheet.signed_at)
                THEN 'set'
            ELSE 'plan'
        END AS step
    FROM reached r
    JOIN reporting_line line ON line.agency_id = $1 AND line.id = r.line_id
    LEFT JOIN post seat ON seat.agency_id = $1 AND seat.id = r.post_id
    LEFT JOIN skp sheet ON sheet.agency_id = $1 AND sheet.id = r.skp_id
    LEFT JOIN evaluation e ON e.agency_id = $1 AND e.id = r.evaluation_id
)
