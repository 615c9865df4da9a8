//! Rows of `plan`.

use super::table;

table!(tenant skp, "skp", { id: Uuid }, {
    employee_id: Uuid,
    year: i32,
    from_day: Date,
    until_day: Option<Date>,
    form: String,
    approach: String,
    post_id: Uuid,
    unit_id: Uuid,
    rater_id: Uuid,
    superior_id: Option<Uuid>,
    version: i32,
    revision: i64,
    signed_at: Option<DateTimeUtc>,
    returned_at: Option<DateTimeUtc>,
    set_at: Option<DateTimeUtc>,
    reopened_at: Option<DateTimeUtc>,
    replaced_at: Option<DateTimeUtc>,
    evaluated_at: Option<DateTimeUtc>,
    annex: String,
});

// `removed_revision`: the revision of the plan that left the line out; entries still point at it.
table!(tenant rhk, "rhk", { id: Uuid }, {
    skp_id: Uuid,
    seq: i32,
    kind: String,
    text: String,
    assigned_by: String,
    supports_id: Option<Uuid>,
    supports_text: String,
    removed_revision: Option<i64>,
});

table!(tenant takeover, "takeover", { skp_id: Uuid, rhk_id: Uuid }, { by_id: Uuid, note: String, at: DateTimeUtc });

table!(tenant indicator, "indicator", { id: Uuid }, {
    skp_id: Uuid,
    rhk_id: Uuid,
    seq: i32,
    aspek: Option<String>,
    perspektif: Option<String>,
    text: String,
    amount: Option<i64>,
    upper: Option<i64>,
    unit: String,
    written: Option<String>,
    tally: String,
    direction: String,
    removed_revision: Option<i64>,
});

table!(tenant skp_version, "skp_version", { skp_id: Uuid, number: i32 }, {
    content: String,
    set_at: DateTimeUtc,
    set_by_id: Uuid,
    reason: String,
});

table!(tenant skp_note, "skp_note", { id: Uuid }, {
    skp_id: Uuid,
    line: String,
    by_id: Uuid,
    at: DateTimeUtc,
    text: String,
    resolved_at: Option<DateTimeUtc>,
});
