//! Rows of `progress` and `evidence`.

use super::table;

table!(tenant step, "step", { id: Uuid }, {
    skp_id: Uuid,
    indicator_id: Uuid,
    text: String,
    due: Date,
    done_on: Option<Date>,
});

table!(tenant entry, "entry", { id: Uuid }, {
    skp_id: Uuid,
    indicator_id: Uuid,
    step_id: Option<Uuid>,
    day: Date,
    amount: Option<i64>,
    did: String,
    obstacle: String,
    help: String,
    corrects_id: Option<Uuid>,
    by_id: Uuid,
    recorded_at: DateTimeUtc,
});

table!(tenant reply, "reply", { id: Uuid }, {
    entry_id: Uuid,
    by_id: Uuid,
    text: String,
    settles: bool,
    at: DateTimeUtc,
});

table!(tenant evidence, "evidence", { id: Uuid }, {
    skp_id: Uuid,
    entry_id: Uuid,
    kind: String,
    name: Option<String>,
    media_type: Option<String>,
    size: Option<i64>,
    sha256: Option<String>,
    url: Option<String>,
    by_id: Uuid,
    recorded_at: DateTimeUtc,
});
