-- How many people are at which step, in the whole agency or under the unit looked at.
SELECT s.step, COUNT(*) AS people
FROM standing s
WHERE $5 IS NULL OR s.unit_id IN (SELECT unit_id FROM inside)
GROUP BY s.step
ORDER BY s.step
