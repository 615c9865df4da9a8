//! Rows of what was worked out of ratings, and of calibration sessions.

use super::table;

table!(tenant fairness_snapshot, "fairness_snapshot", { period_id: Uuid, version: i32 }, {
    digest: String,
    found: String,
    at: DateTimeUtc,
    by_id: Option<Uuid>,
    published_at: Option<DateTimeUtc>,
});

table!(tenant fairness_rater, "fairness_rater", { period_id: Uuid, version: i32, rater_id: Uuid }, { found: String });

table!(tenant fairness_ratee, "fairness_ratee", { period_id: Uuid, version: i32, employee_id: Uuid }, { found: String });

table!(tenant calibration, "calibration", { id: Uuid }, {
    period_id: Uuid,
    unit_id: Uuid,
    held_on: Date,
    place: String,
    agenda: String,
    minutes: String,
    by_id: Uuid,
    at: DateTimeUtc,
    closed_at: Option<DateTimeUtc>,
    revision: i64,
});

table!(tenant calibration_attendee, "calibration_attendee", { calibration_id: Uuid, employee_id: Uuid }, {});

table!(tenant calibration_proposal, "calibration_proposal", { id: Uuid }, {
    calibration_id: Uuid,
    skp_id: Uuid,
    subject: String,
    before: String,
    after: String,
    reason: String,
    by_id: Uuid,
    at: DateTimeUtc,
    changes: bool,
    answer: String,
    answered_by_id: Option<Uuid>,
    answered_at: Option<DateTimeUtc>,
});
