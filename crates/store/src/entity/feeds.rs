//! Rows of sources of measured data.

use super::table;

table!(tenant feed_source, "feed_source", { id: Uuid }, {
    unit_id: Uuid,
    kind: String,
    code: String,
    name: String,
    rhythm: i32,
    answer_days: i32,
    retired: bool,
    made_at: DateTimeUtc,
    last_at: Option<DateTimeUtc>,
});

table!(tenant feed_row, "feed_row", { id: Uuid }, {
    source_id: Uuid,
    code: String,
    revision: i32,
    on_day: Date,
    employee_id: Option<Uuid>,
    unit_id: Option<Uuid>,
    item: String,
    fact: String,
    why: String,
    reason: String,
    channel: String,
    by_id: Option<Uuid>,
    at: DateTimeUtc,
    replaced_at: Option<DateTimeUtc>,
    waits_until: Option<Date>,
    took: Option<i64>,
});

table!(tenant feed_tally, "feed_tally", { source_id: Uuid, part: String, who: String, item: String, month: Date }, {
    tally: String,
});

table!(tenant feed_token, "feed_token", { id: Uuid }, {
    source_id: Uuid,
    name: String,
    hash: String,
    made_by: Uuid,
    made_at: DateTimeUtc,
    revoked_at: Option<DateTimeUtc>,
});

table!(tenant feed_push, "feed_push", { source_id: Uuid, key: String }, {
    digest: String,
    answer: String,
    at: DateTimeUtc,
});

table!(tenant feed_link, "feed_link", { skp_id: Uuid, indicator_id: Uuid }, {
    source_id: Uuid,
    measure: String,
    slice: String,
    by_id: Uuid,
    at: DateTimeUtc,
});

table!(tenant feed_gauge, "feed_gauge", { evaluation_id: Uuid }, { gauges: String });
