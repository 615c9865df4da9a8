//! Rows of `objection`.

use super::table;

// `rater_id` and `superior_id`: as they stood when it was filed, to find what waits for whom.
table!(tenant objection, "objection", { id: Uuid }, {
    evaluation_id: Uuid,
    by_id: Uuid,
    rater_id: Uuid,
    superior_id: Uuid,
    grounds: String,
    filed_at: DateTimeUtc,
    asked_at: Option<DateTimeUtc>,
    rater_word: Option<String>,
    employee_word: Option<String>,
    ruling: Option<String>,
    decided_at: Option<DateTimeUtc>,
    changed_id: Option<Uuid>,
    revision: i64,
});

table!(tenant disagreement, "disagreement", { id: Uuid }, {
    period_id: Uuid,
    skp_id: Uuid,
    subject: String,
    employee_id: Uuid,
    rater_id: Uuid,
    raised_at: DateTimeUtc,
    employee_view: Option<String>,
    rater_view: Option<String>,
    talk_on: Option<Date>,
    employee_note: Option<String>,
    rater_note: Option<String>,
    is_open: bool,
});

table!(tenant document_report, "document_report", { evaluation_id: Uuid }, {
    on_day: Date,
    by_id: Uuid,
    recorded_at: DateTimeUtc,
});
