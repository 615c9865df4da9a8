//! Rows of `assessment`, `evaluation`, `feedback` and what a scheme adds.

use super::table;

table!(tenant period, "period", { id: Uuid }, {
    year: i32,
    rhythm: String,
    number: i32,
    from_day: Date,
    until_day: Option<Date>,
    policy: String,
    opened_at: Option<DateTimeUtc>,
    closed_at: Option<DateTimeUtc>,
});

table!(tenant achievement, "achievement", { period_id: Uuid, unit_id: Uuid }, {
    capaian: String,
    basis: String,
    by_id: Uuid,
    at: DateTimeUtc,
});

table!(tenant spread_note, "spread_note", { period_id: Uuid, by_id: Uuid }, { says: String, at: DateTimeUtc });

table!(tenant carryover, "carryover", { period_id: Uuid, skp_id: Uuid }, {
    first_id: Uuid,
    by_id: Uuid,
    says: String,
    at: DateTimeUtc,
    answered_at: Option<DateTimeUtc>,
    result_id: Option<Uuid>,
});

table!(tenant assessment, "assessment", { id: Uuid }, {
    period_id: Uuid,
    skp_id: Uuid,
    role: String,
    rater_id: Uuid,
    sent_at: Option<DateTimeUtc>,
    revision: i64,
});

table!(tenant answer, "answer", { assessment_id: Uuid, subject: String }, {
    seq: i32,
    rating: Option<String>,
    reason: String,
    evidence: String,
});

table!(tenant evaluation, "evaluation", { id: Uuid }, {
    period_id: Uuid,
    skp_id: Uuid,
    skp_version: i32,
    employee_id: Uuid,
    evaluator_id: Uuid,
    hasil: String,
    perilaku: String,
    predikat: Option<String>,
    scheme: Option<String>,
    scheme_score: Option<i64>,
    capaian: Option<String>,
    because: String,
    policy: String,
    notes: String,
    signed_at: DateTimeUtc,
    delivered_at: Option<DateTimeUtc>,
    acknowledged_at: Option<DateTimeUtc>,
    replaced_at: Option<DateTimeUtc>,
});

table!(tenant feedback, "feedback", { id: Uuid }, {
    evaluation_id: Uuid,
    by_id: Uuid,
    good: String,
    improve: String,
    advice: String,
    at: DateTimeUtc,
    acknowledged_at: Option<DateTimeUtc>,
    answer: String,
});

table!(tenant nomination, "nomination", { id: Uuid }, {
    period_id: Uuid,
    skp_id: Uuid,
    rater_id: Uuid,
    role: String,
    state: String,
    by_id: Uuid,
    at: DateTimeUtc,
    note: String,
});

table!(tenant sheet, "sheet", { id: Uuid }, {
    period_id: Uuid,
    skp_id: Uuid,
    rater_id: Uuid,
    role: String,
    marks: String,
    sent_at: Option<DateTimeUtc>,
    countersigned_by_id: Option<Uuid>,
    countersigned_at: Option<DateTimeUtc>,
    revision: i64,
});
