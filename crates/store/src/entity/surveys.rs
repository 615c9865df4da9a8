//! Rows of the survey. Nothing in them says who answered.

use super::table;

table!(tenant survey_service, "survey_service", { id: Uuid }, {
    unit_id: Uuid,
    code: String,
    name: String,
    users: i32,
    tickets: bool,
    pace: i32,
    kiosk_key: String,
    questions: String,
    retired: bool,
});

table!(tenant survey_round, "survey_round", { id: Uuid }, {
    name: String,
    from_day: Date,
    until_day: Date,
    weight: String,
    smallest: i32,
    salt: String,
    closed_at: Option<DateTimeUtc>,
});

table!(tenant survey_place, "survey_place", { round_id: Uuid, service_id: Uuid }, { population: i32 });

table!(tenant survey_ticket, "survey_ticket", { service_id: Uuid, code: String }, {
    issued_at: DateTimeUtc,
    used_at: Option<DateTimeUtc>,
});

table!(tenant survey_answer, "survey_answer", { id: Uuid }, {
    round_id: Uuid,
    service_id: Uuid,
    at: DateTimeUtc,
    channel: String,
    pattern: String,
    age: Option<String>,
    sex: Option<String>,
    education: Option<String>,
    work: Option<String>,
    words: String,
    extra: String,
    digest: Option<String>,
});

table!(tenant survey_tally, "survey_tally", { round_id: Uuid, service_id: Uuid, part: String }, {
    n: i64,
    points: i64,
});

table!(tenant survey_minute, "survey_minute", { round_id: Uuid, service_id: Uuid, minute: DateTimeUtc, pattern: String }, {
    n: i64,
});
