//! Rows of `workteam` and what belongs to it.

use super::table;

table!(tenant workteam, "workteam", { id: Uuid }, {
    name: String,
    purpose: String,
    unit_id: Option<Uuid>,
    from_day: Date,
    until_day: Option<Date>,
    by_id: Uuid,
    at: DateTimeUtc,
    ended_on: Option<Date>,
    revision: i64,
});

table!(tenant workteam_member, "workteam_member", { id: Uuid }, {
    team_id: Uuid,
    employee_id: Uuid,
    part: String,
    work: String,
    share: Option<i64>,
    from_day: Date,
    until_day: Option<Date>,
    by_id: Uuid,
    at: DateTimeUtc,
    rater_id: Option<Uuid>,
    superior_id: Option<Uuid>,
    word_by_id: Option<Uuid>,
    word_at: Option<DateTimeUtc>,
    agreed: bool,
    reason: String,
    ended_on: Option<Date>,
});

table!(tenant workteam_result, "workteam_result", { id: Uuid }, {
    team_id: Uuid,
    text: String,
    target: String,
    due: Date,
    carriers: String,
    by_id: Uuid,
    at: DateTimeUtc,
    dropped_on: Option<Date>,
});

table!(tenant workteam_entry, "workteam_entry", { id: Uuid }, {
    result_id: Uuid,
    on_day: Date,
    amount: Option<i64>,
    did: String,
    proof: String,
    corrects_id: Option<Uuid>,
    by_id: Uuid,
    at: DateTimeUtc,
});

table!(tenant workteam_rating, "workteam_rating", { id: Uuid }, {
    team_id: Uuid,
    period_id: Uuid,
    rated: String,
    predikat: String,
    because: String,
    by_id: Uuid,
    at: DateTimeUtc,
});
