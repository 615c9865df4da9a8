//! Rows of `dialogue`, `followup`, `remark` and `feedback_ask`.

use super::table;

table!(tenant feedback_ask, "feedback_ask", { id: Uuid }, {
    employee_id: Uuid,
    of_id: Uuid,
    skp_id: Option<Uuid>,
    line: String,
    topic: String,
    question: String,
    at: DateTimeUtc,
    answered_at: Option<DateTimeUtc>,
    declined_at: Option<DateTimeUtc>,
    declined: String,
});

table!(tenant remark, "remark", { id: Uuid }, {
    employee_id: Uuid,
    skp_id: Option<Uuid>,
    line: String,
    topic: String,
    by_id: Uuid,
    source: String,
    good: String,
    improve: String,
    ask_id: Option<Uuid>,
    at: DateTimeUtc,
    received_at: Option<DateTimeUtc>,
});

table!(tenant dialogue, "dialogue", { id: Uuid }, {
    kind: String,
    employee_id: Uuid,
    partner_id: Option<Uuid>,
    rater_id: Uuid,
    superior_id: Option<Uuid>,
    skp_id: Option<Uuid>,
    evaluation_id: Option<Uuid>,
    opened_by_id: Uuid,
    opened_at: DateTimeUtc,
    planned_on: Option<Date>,
    held_on: Option<Date>,
    cancelled_at: Option<DateTimeUtc>,
    agenda: String,
    words: String,
    adjust: bool,
    employee_revision: i64,
    partner_revision: i64,
});

table!(tenant followup, "followup", { id: Uuid }, {
    dialogue_id: Uuid,
    what: String,
    owner_id: Uuid,
    due: Date,
    done_on: Option<Date>,
});
