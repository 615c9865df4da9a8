//! Rows of `job` and `reminder`.

use super::table;

table!(tenant job, "job", { id: Uuid }, {
    by_id: Option<Uuid>,
    account_id: Option<Uuid>,
    task: String,
    state: String,
    total: i32,
    done: i32,
    place: String,
    result: String,
    error: Option<String>,
    tries: i32,
    word: Option<String>,
    asked_at: DateTimeUtc,
    at: DateTimeUtc,
    lease_by: Option<String>,
    lease_until: Option<DateTimeUtc>,
    file: Option<String>,
    expires_at: Option<DateTimeUtc>,
});

table!(tenant reminder, "reminder", { employee_id: Uuid, word: String }, { at: DateTimeUtc });
