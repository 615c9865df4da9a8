//! Rows of what follows from results: proposals, development plans, training.

use super::table;

table!(tenant proposal, "proposal", { id: Uuid }, {
    employee_id: Uuid,
    evaluation_id: Uuid,
    period_id: Uuid,
    year: i32,
    unit_id: Uuid,
    rule: String,
    criterion: String,
    act: String,
    programme: String,
    text: String,
    because: String,
    policy: String,
    at: DateTimeUtc,
    answer: Option<String>,
    decision: Option<String>,
    state: String,
    withdrawn_at: Option<DateTimeUtc>,
});

table!(tenant development_plan, "development_plan", { id: Uuid }, {
    employee_id: Uuid,
    year: i32,
    evaluation_id: Option<Uuid>,
    content: String,
    sent_at: Option<DateTimeUtc>,
    word: Option<String>,
    revision: i64,
});

table!(tenant development_entry, "development_entry", { id: Uuid }, {
    plan_id: Uuid,
    step_id: Uuid,
    on_day: Date,
    said: String,
    done: bool,
    by_id: Uuid,
    at: DateTimeUtc,
});

table!(tenant training_program, "training_program", { id: Uuid }, {
    code: String,
    name: String,
    kind: String,
    provider: String,
    hours: i64,
    cost: i64,
    capacity: i64,
    builds: String,
    about: String,
    retired: bool,
    revision: i64,
});

table!(tenant training_session, "training_session", { id: Uuid }, {
    program_id: Uuid,
    from_day: Date,
    until_day: Date,
    place: String,
    capacity: i64,
    cancelled_on: Option<Date>,
});

table!(tenant training_nomination, "training_nomination", { id: Uuid }, {
    session_id: Uuid,
    employee_id: Uuid,
    by_id: Uuid,
    at: DateTimeUtc,
    why: String,
    proposal_id: Option<Uuid>,
    support: Option<String>,
    admission: Option<String>,
    queued_at: Option<DateTimeUtc>,
    withdrawn_at: Option<DateTimeUtc>,
    attended: String,
});

table!(tenant training_record, "training_record", { id: Uuid }, {
    employee_id: Uuid,
    nomination_id: Option<Uuid>,
    program_id: Option<Uuid>,
    name: String,
    kind: String,
    provider: String,
    hours: i64,
    from_day: Date,
    until_day: Date,
    passed: String,
    certificate: Option<String>,
    by_id: Uuid,
    at: DateTimeUtc,
    verified_by_id: Option<Uuid>,
    verified_at: Option<DateTimeUtc>,
    refused: Option<String>,
});
