//! The views of this room with invented people.

use super::{
    circumstance::CircumstancePage,
    employee::EmployeeView,
    import::{ChoosePage, RunPage},
    list::ListPage,
    place::{PlacePage, What},
    post::{PostView, TasksPage, task_lines},
    unit::{TreePage, UnitView, lines},
    write_employee, write_post, write_unit,
};
use crate::{form::Form, layout::Pages, preview::Gallery};
use actions::{
    Account, Person,
    people::{
        import::{BadRow, ImportPage, Kind, Mode, Report, State},
        see::{EmployeePage, Held},
        see_unit::{PostPage, PostRow, UnitPage, UnitRow},
    },
};
use chrono::{DateTime, Datelike, NaiveDate};
use domain::{
    decision::Text,
    ids::{AccountId, EmployeeId, ImportId, PostTaskId},
    people::{
        Assignment, Circumstance, Employee, Employment, Nip, Post, PostKind, PostTask, ReportingLine, Standing, Unit,
        circumstance,
    },
    policy::{Clause, permenpanrb},
    time::DateRange,
};

/// Shows every view of this room.
pub fn samples(gallery: &mut Gallery) {
    let cast = Cast::new(gallery);
    people(gallery, &cast);
    structure(gallery, &cast);
    files(gallery);
}

/// An office of three units.
struct Cast {
    units: Vec<Unit>,
    lead: Post,
    post: Post,
    head: Person,
    ratna: Person,
    day: NaiveDate,
}

impl Cast {
    fn new(gallery: &Gallery) -> Self {
        let unit = |code: &str, name: &str, parent: Option<&Unit>| Unit {
            id: gallery.id(),
            parent: parent.map(|parent| parent.id),
            code: code.into(),
            name: name.into(),
        };
        let top = unit("01", "Dinas Komunikasi dan Informatika", None);
        let field = unit("01.02", "Bidang Informasi dan Komunikasi Publik", Some(&top));
        let staff = unit("01.01", "Sekretariat", Some(&top));
        let post = |code: &str, title: &str, kind, leads| Post {
            id: gallery.id(),
            unit: field.id,
            code: code.into(),
            title: title.into(),
            kind,
            leads_unit: leads,
            unit_mandiri: false,
        };
        let lead = post("120", "Kepala Bidang Informasi dan Komunikasi Publik", PostKind::Administrator, true);
        let post = post("121", "Pengelola Layanan Informasi", PostKind::Pelaksana, false);
        let person = |name: &str, nip: &str, rank: &str, post: &Post| Person {
            employee: Employee {
                id: gallery.id::<EmployeeId>(),
                nip: Some(Nip::trusted(nip.into())),
                name: name.into(),
                employment: Employment::Pns,
                rank: rank.into(),
            },
            post: Some(post.clone()),
            unit: Some(field.clone()),
            standing: Some(Standing::Definitif),
            line: None,
        };
        let head = person("Sari Wulandari, S.I.Kom.", "198006122005012011", "Pembina (IV/a)", &lead);
        let ratna = person("Ratna Dewi Lestari, S.Kom.", "199403122019032008", "Penata (III/c)", &post);
        Self { units: vec![top, staff, field], lead, post, head, ratna, day: gallery.today() }
    }

    fn since(&self, month: u32) -> DateRange {
        DateRange { from: self.day.with_day(1).and_then(|day| day.with_month(month)).unwrap_or(self.day), until: None }
    }
}

fn people(gallery: &mut Gallery, cast: &Cast) {
    let list = |gallery: &Gallery, rows: Vec<Person>, query: &str| ListPage {
        page: gallery.page_at("/pegawai", "people-list-title"),
        total: rows.len() as u64 * 41,
        pages: Pages::new("/pegawai?halaman=", 1, rows.len() as u64 * 41, 50),
        rows,
        query: query.into(),
        unit: None,
        may_change: true,
        may_import: true,
        may_export: true,
    };
    let view = list(gallery, vec![cast.head.clone(), cast.ratna.clone()], "");
    gallery.add("people/list", "", &view);
    let view = list(gallery, Vec::new(), "Bambang");
    gallery.add("people/list", "kosong", &view);

    let (me, rater) = (cast.ratna.employee.id, cast.head.employee.id);
    let held = Held {
        assignment: Assignment {
            id: gallery.id(),
            employee: me,
            post: cast.post.id,
            standing: Standing::Definitif,
            dates: cast.since(1),
        },
        post: cast.post.clone(),
        unit: cast.units[2].clone(),
    };
    let line = ReportingLine { id: gallery.id(), employee: me, rater, superior: None, dates: cast.since(3) };
    let account = Account {
        id: gallery.id::<AccountId>(),
        employee: me,
        login: "199403122019032008".into(),
        roles: Vec::new(),
        disabled: false,
        must_change: true,
        failed: 0,
        failed_at: None,
    };
    let studies = Circumstance {
        id: gallery.id(),
        employee: cast.ratna.employee.id,
        kind: circumstance::Kind::TugasBelajar,
        dates: DateRange { from: held.assignment.dates.from, until: None },
        studies: None,
        note: "SK Nomor 800/12/2026".to_owned(),
        at: DateTime::UNIX_EPOCH,
    };
    let clause = Clause {
        code: "tugas-belajar".to_owned(),
        says: "SKP pada penilai asal; hasil kerja: prestasi akademik, lulus tepat waktu, tugas lain".to_owned(),
        cite: permenpanrb("Bab II.B; IV.A.16-17"),
    };
    let found = || EmployeePage {
        person: cast.ratna.clone(),
        held: vec![Held { assignment: held.assignment.clone(), post: held.post.clone(), unit: held.unit.clone() }],
        lines: vec![line.clone()],
        circumstances: vec![studies.clone()],
        rules: vec![(circumstance::Kind::TugasBelajar, vec![clause.clone()])],
        names: [(rater, cast.head.employee.name.clone())].into(),
        account: Some(account.clone()),
        may_change: true,
        may_list: true,
    };
    let page = |gallery: &Gallery| {
        let mut page = gallery.page_at("/pegawai/1", "people-employee-title").under("/pegawai", "people-list-title");
        page.title.clone_from(&cast.ratna.employee.name);
        page
    };
    let view = EmployeeView { page: page(gallery), found: found() };
    gallery.add("people/employee", "", &view);
    for (variant, ends, form) in [("", None, Form::new()), ("akhiri", Some(studies.clone()), Form::new())] {
        let title = if ends.is_some() { "people-circumstance-end-title" } else { "people-circumstance-new" };
        let page = gallery.page_at("/pegawai/1", title).under("/pegawai", "people-list-title");
        gallery.add(
            "people/circumstance",
            variant,
            &CircumstancePage { page, form, employee: cast.ratna.employee.id, ends },
        );
    }
    let assignment = held.assignment.id;
    let mut wrong = Form::of([("rater", "199403122019032008"), ("from", "2026-07-01")]);
    wrong.fail("rater", Text::new("people-rates-self"));
    let fresh = || Form::of([("standing", "definitif")]);
    for (variant, title, what, form) in [
        ("", "people-assign", What::Assign, fresh()),
        ("akhiri", "people-end-title", What::End(assignment), Form::new()),
        ("galat", "people-set-rater", What::ReportTo, wrong),
    ] {
        let page = gallery.page_at("/pegawai/1", title).under("/pegawai", "people-list-title").with(&form);
        let view = PlacePage { page, form, employee: me, what, post: cast.post.title.clone() };
        gallery.add("people/place", variant, &view);
    }

    let mut form = Form::of([("employment", "pns"), ("nip", "19940312 201903 2 00"), ("name", "Ratna Dewi Lestari")]);
    form.fail("nip", Text::new("people-nip-length").with("have", 17));
    let page = gallery.page_at("/pegawai/baru", "people-add-title").with(&form);
    gallery.add("people/write_employee", "", &write_employee::WritePage { page, form, id: None });
}

fn structure(gallery: &mut Gallery, cast: &Cast) {
    let row = |at: usize, depth, people, people_below| UnitRow {
        unit: cast.units[at].clone(),
        depth,
        posts: 4,
        people,
        people_below,
    };
    let view = TreePage {
        page: gallery.page_at("/unit", "people-tree-title"),
        lines: lines(vec![row(0, 0, 1, 24), row(1, 1, 9, 9), row(2, 1, 14, 14)]),
        may_change: true,
        may_export: true,
        may_list: true,
    };
    gallery.add("people/tree", "", &view);
    let view = TreePage {
        page: gallery.page_at("/unit", "people-tree-title"),
        lines: Vec::new(),
        may_change: true,
        may_export: false,
        may_list: true,
    };
    gallery.add("people/tree", "kosong", &view);

    let mut page = gallery.page_at("/unit/1", "people-unit").under("/unit", "people-tree-title");
    page.title.clone_from(&cast.units[2].name);
    let found = UnitPage {
        unit: cast.units[2].clone(),
        above: vec![cast.units[0].clone()],
        below: Vec::new(),
        posts: vec![
            PostRow { post: cast.lead.clone(), holders: vec![(cast.head.clone(), Standing::Plt)] },
            PostRow { post: cast.post.clone(), holders: Vec::new() },
        ],
        may_change: true,
    };
    gallery.add("people/unit", "", &UnitView { page, found, may_list: true });
    let mut form = Form::of([("name", "Bidang Aplikasi"), ("code", "01.02")]);
    form.fail("code", Text::new("people-code-taken"));
    let page = gallery.page_at("/unit/baru", "people-unit-add-title").with(&form);
    let view = write_unit::WritePage { page, form, id: None, units: cast.units.clone() };
    gallery.add("people/write_unit", "", &view);

    let task = |seq: u32, task: &str, output: &str| PostTask {
        id: gallery.id::<PostTaskId>(),
        post: cast.post.id,
        seq,
        task: task.into(),
        output: output.into(),
    };
    let tasks = vec![
        task(1, "Menjawab permohonan informasi publik.", "Jawaban permohonan"),
        task(2, "Menyusun laporan layanan informasi.", "Laporan bulanan"),
    ];
    let mut page = gallery.page_at("/jabatan/1", "people-post").under("/unit", "people-tree-title");
    page.title.clone_from(&cast.post.title);
    let found = PostPage {
        post: cast.post.clone(),
        unit: cast.units[2].clone(),
        holders: vec![(cast.ratna.clone(), Standing::Definitif)],
        tasks: tasks.clone(),
        may_change: true,
    };
    gallery.add("people/post", "", &PostView { page, found });
    let form = Form::of(tasks.iter().flat_map(|task| {
        [
            (format!("task.{}.task", task.id), task.task.clone()),
            (format!("task.{}.output", task.id), task.output.clone()),
        ]
    }));
    let page = gallery.page_at("/jabatan/1/tugas", "people-tasks");
    let view = TasksPage { page, post: cast.post.id, lines: task_lines(&form), form };
    gallery.add("people/tasks", "", &view);
    let form = Form::of([("title", cast.post.title.clone()), ("kind", "pelaksana".into())]);
    let page = gallery.page_at("/jabatan/1/ubah", "people-post-change");
    let view = write_post::WritePage { page, form, to: "/jabatan/1/ubah".into(), units: cast.units.clone() };
    gallery.add("people/write_post", "", &view);
}

fn files(gallery: &mut Gallery) {
    let (id, at) = (gallery.id::<ImportId>(), gallery.now());
    let import = |state, report: Report, done| ImportPage {
        id,
        kind: Kind::Pegawai,
        name: "pegawai-juli-2026.xlsx".into(),
        by: None,
        year: None,
        mode: Some(Mode::SkipBad),
        state,
        total: 1_200,
        done,
        at,
        report,
        stopped: (state == State::Failed).then(|| Text::new("import-stopped-by-others")),
    };
    let bad =
        |row, column: &str, value: &str, says: Text| BadRow { row, column: column.into(), value: value.into(), says };
    let report = || Report {
        total: 402,
        good: 400,
        made: 1_180,
        changed: 3,
        bad: vec![
            bad(17, "NIP", "19940312201903200", Text::new("people-nip-length").with("have", 17)),
            bad(88, "jabatan_kode", "J-991", Text::new("people-post-unknown")),
        ],
        unlisted: 0,
        remarks: vec![Text::new("import-remark-accounts").with("n", 390)],
    };
    let earlier = vec![import(State::Done, report(), 1_200), import(State::Checked, report(), 0)];
    let view =
        ChoosePage { page: gallery.page_at("/impor", "import-title"), form: Form::new(), kind: Kind::Pegawai, earlier };
    gallery.add("people/import", "", &view);
    let mut form = Form::new();
    form.fail("file", Text::new("import-columns-missing").with("columns", "nip, status"));
    let page = gallery.page_at("/impor", "import-title").with(&form);
    gallery.add("people/import", "galat", &ChoosePage { page, form, kind: Kind::Skp, earlier: Vec::new() });
    for (variant, state, done) in [
        ("", State::Checked, 0),
        ("berjalan", State::Running, 500),
        ("selesai", State::Done, 1_200),
        ("gagal", State::Failed, 0),
    ] {
        let page = gallery.page_at("/impor/1", "import-run-title").under("/impor", "import-title");
        let found = import(state, report(), done);
        gallery.add("people/import_run", variant, &RunPage { page, form: Form::new(), found });
    }
}
