//! Rows of `account`.

use super::table;

table!(login, "login", { login: String }, { agency_id: Uuid, account_id: Uuid });

table!(tenant account, "account", { id: Uuid }, {
    employee_id: Uuid,
    login: String,
    password_hash: Option<String>,
    roles: String,
    disabled: bool,
    must_change: bool,
    failed: i32,
    failed_at: Option<DateTimeUtc>,
});

table!(tenant session, "session", { token_hash: String }, {
    account_id: Uuid,
    created_at: DateTimeUtc,
    last_seen_at: DateTimeUtc,
    expires_at: DateTimeUtc,
    revoked_at: Option<DateTimeUtc>,
    agent: String,
});

table!(tenant idempotency, "idempotency", { account_id: Uuid, key: Uuid }, {
    action: String,
    at: DateTimeUtc,
    response: String,
});
