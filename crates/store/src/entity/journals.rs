//! Rows of `journal`, `notice`, `draft` and `import`.

use super::table;

table!(tenant journal, "journal", { id: Uuid }, {
    at: DateTimeUtc,
    by_id: Option<Uuid>,
    action: String,
    subject: String,
    subject_id: String,
    before: Option<String>,
    after: Option<String>,
});

table!(tenant notice, "notice", { id: Uuid }, {
    employee_id: Uuid,
    at: DateTimeUtc,
    says: String,
    link: String,
    read_at: Option<DateTimeUtc>,
});

table!(tenant draft, "draft", { owner_id: Uuid, form_key: String }, { fields: String, saved_at: DateTimeUtc });

table!(tenant import_run, "import_run", { id: Uuid }, {
    by_id: Option<Uuid>,
    kind: String,
    total: i32,
    done: i32,
    state: String,
    report: String,
    at: DateTimeUtc,
});
