//! Rows of `rater_…`, `orientation` and `file_opening`.

use super::table;

table!(tenant rater_exercise, "rater_exercise", { id: Uuid }, {
    employee_id: Uuid,
    started_at: DateTimeUtc,
    cases: String,
    finished_at: Option<DateTimeUtc>,
    figures: Option<String>,
    passed: bool,
});

table!(tenant rater_mark, "rater_mark", { exercise_id: Uuid, case_code: String, criterion: String }, {
    rating: String,
    at: DateTimeUtc,
});

table!(tenant rater_certificate, "rater_certificate", { id: Uuid }, {
    employee_id: Uuid,
    exercise_id: Uuid,
    number: String,
    issued_on: Date,
    valid_until: Date,
});

table!(tenant orientation, "orientation", { employee_id: Uuid }, {
    answers: String,
    asked: i64,
    correct: i64,
    first_asked: i64,
    first_correct: i64,
    times: i64,
    first_at: DateTimeUtc,
    last_at: DateTimeUtc,
});

table!(tenant file_opening, "file_opening", { owner_id: Uuid, reader_id: Uuid, kind: String, day: Date }, {
    as_role: String,
    times: i64,
    last_at: DateTimeUtc,
});
