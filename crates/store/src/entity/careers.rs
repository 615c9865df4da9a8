//! Rows of mentoring, and of what results may open.

use super::table;

table!(tenant mentoring, "mentoring", { id: Uuid }, {
    kind: String,
    employee_id: Uuid,
    rater_id: Option<Uuid>,
    superior_id: Option<Uuid>,
    proposal: Option<String>,
    because: Option<String>,
    reason: String,
    weaknesses: String,
    heard: Option<String>,
    mentor_id: Option<Uuid>,
    matched: Option<String>,
    from_day: Date,
    review_on: Date,
    ending: Option<String>,
    ended_at: Option<DateTimeUtc>,
    by_id: Uuid,
    at: DateTimeUtc,
    revision: i64,
});

table!(tenant mentoring_step, "mentoring_step", { id: Uuid }, {
    mentoring_id: Uuid,
    what: String,
    due: Date,
    done_on: Option<Date>,
    note: String,
    by_id: Uuid,
    at: DateTimeUtc,
});

table!(tenant mentoring_meeting, "mentoring_meeting", { id: Uuid }, {
    mentoring_id: Uuid,
    on_day: Date,
    place: String,
    talked: String,
    next: String,
    by_id: Uuid,
    at: DateTimeUtc,
});

// `yes` and `answer`: 1 yes, 0 no, -1 neither.
table!(tenant career_note, "career_note", { id: Uuid }, {
    employee_id: Uuid,
    fact: String,
    yes: i64,
    on_day: Date,
    source: String,
    by_id: Uuid,
    at: DateTimeUtc,
});

table!(tenant potential, "potential", { id: Uuid }, {
    employee_id: Uuid,
    assessment: Option<i64>,
    track_record: Option<i64>,
    on_day: Date,
    source: String,
    reason: String,
    by_id: Uuid,
    at: DateTimeUtc,
});

table!(tenant talent_map, "talent_map", { id: Uuid }, {
    on_day: Date,
    policy: String,
    by_id: Uuid,
    at: DateTimeUtc,
});

// `number`: the box, 0 where there is none.
table!(tenant talent_place, "talent_place", { map_id: Uuid, employee_id: Uuid }, {
    unit_id: Option<Uuid>,
    number: i64,
    name_key: String,
    placement: String,
    because: String,
});

table!(tenant critical_post, "critical_post", { id: Uuid }, {
    post_id: Uuid,
    reason: String,
    by_id: Uuid,
    at: DateTimeUtc,
    ended_on: Option<Date>,
});

table!(tenant nominee, "nominee", { id: Uuid }, {
    critical_id: Uuid,
    employee_id: Uuid,
    reason: String,
    because: String,
    by_id: Uuid,
    at: DateTimeUtc,
    ended_on: Option<Date>,
});

table!(tenant skill, "skill", { id: Uuid }, {
    employee_id: Uuid,
    field: String,
    level: i32,
    proof: String,
    shared: bool,
    at: DateTimeUtc,
    ended_on: Option<Date>,
});

table!(tenant skill_consent, "skill_consent", { employee_id: Uuid, field: String }, {
    asked_by_id: Uuid,
    asked_at: DateTimeUtc,
    answer: i64,
    answered_at: Option<DateTimeUtc>,
});

table!(tenant skill_offer, "skill_offer", { id: Uuid }, {
    field: String,
    unit_id: Uuid,
    name: String,
    purpose: String,
    people: String,
    by_id: Uuid,
    at: DateTimeUtc,
});
