//! Rows of `people`.

use super::table;

table!(agency, "agency", { id: Uuid }, { name: String, time_zone: String, scheme: String, seat: String });

table!(tenant unit, "unit", { id: Uuid }, { parent_id: Option<Uuid>, code: String, name: String });

table!(tenant post, "post", { id: Uuid }, {
    unit_id: Uuid,
    code: String,
    title: String,
    kind: String,
    leads_unit: bool,
    unit_mandiri: bool,
});

table!(tenant post_task, "post_task", { id: Uuid }, { post_id: Uuid, seq: i32, task: String, output: String });
table!(tenant post_standard, "post_standard", { post_id: Uuid, criterion: String }, { level: i32 });

table!(tenant employee, "employee", { id: Uuid }, {
    nip: Option<String>,
    name: String,
    name_key: String,
    employment: String,
    rank: String,
});

table!(tenant assignment, "assignment", { id: Uuid }, {
    employee_id: Uuid,
    post_id: Uuid,
    standing: String,
    from_day: Date,
    until_day: Option<Date>,
});

table!(tenant circumstance, "circumstance", { id: Uuid }, {
    employee_id: Uuid,
    kind: String,
    from_day: Date,
    until_day: Option<Date>,
    studies: Option<String>,
    note: String,
    at: DateTimeUtc,
});

table!(tenant reporting_line, "reporting_line", { id: Uuid }, {
    employee_id: Uuid,
    rater_id: Uuid,
    superior_id: Option<Uuid>,
    from_day: Date,
    until_day: Option<Date>,
});
