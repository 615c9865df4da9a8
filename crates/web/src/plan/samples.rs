//! Samples of this room's views: one officer's plan in its states, the team around it.

use super::{
    annex::AnnexPage,
    behaviour::BehaviourPage,
    edit,
    list::ListPage,
    matrix::MatrixView,
    result::ResultPage,
    show::{Decisions, ShowPage},
    start::{StartPage, fresh},
    tree::TreeView,
    versions::VersionsPage,
};
use crate::{form::Form, preview::Gallery};
use actions::{
    Person,
    plan::{
        see::{Doable, PlanPage, Row, Starts},
        see_matrix::MatrixPage,
        see_tree::TreePage,
        see_versions::Versions,
    },
};
use chrono::{Days, TimeDelta};
use domain::{
    amount::Amount,
    decision::{Citation, Text},
    ids::{EmployeeId, IndicatorId, NoteId, PostId, PostTaskId, RhkId, SkpId, UnitId},
    people::{Employee, Employment, Post, PostKind, PostTask, Standing, Unit},
    plan::{
        Approach, Aspek, Content, Direction, Form as PlanForm, Indicator, Line, Milestones, Nilai, Note, Rhk, RhkKind,
        Skp, Tally, Target, Version, advice::Advice, cascade, content, difference, workflow::State,
    },
    policy::{self, Behaviour},
    time::DateRange,
};
use std::collections::BTreeMap;
use uuid::Uuid;

fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

const ME: u128 = 200;
const RATER: u128 = 201;

fn indicator(n: u128, aspek: Aspek, text: &str, target: Target) -> Indicator {
    Indicator { id: IndicatorId(Uuid::from_u128(n)), aspek: Some(aspek), perspektif: None, text: text.into(), target }
}

fn amount(amount: i64, unit: &str) -> Target {
    Target { amount: Some(Amount::whole(amount)), unit: unit.into(), ..Target::default() }
}

fn rhk(n: u128, kind: RhkKind, text: &str, supports: &str, indicators: Vec<Indicator>) -> Rhk {
    Rhk {
        id: RhkId(Uuid::from_u128(n)),
        kind,
        text: text.into(),
        assigned_by: if n == 1 { "Kepala Bidang Layanan Informasi".into() } else { String::new() },
        supports: (!supports.is_empty()).then(|| id(900)),
        supports_text: supports.into(),
        indicators,
    }
}

fn results() -> Vec<Rhk> {
    let days = Target { tally: Tally::Latest, direction: Direction::LowerIsBetter, ..amount(3, "hari kerja") };
    vec![
        rhk(
            1,
            RhkKind::Utama,
            "Permohonan informasi publik terjawab tepat waktu",
            "Layanan informasi publik semakin cepat dan memuaskan",
            vec![
                indicator(11, Aspek::Waktu, "Lama rata-rata menjawab permohonan", days),
                indicator(12, Aspek::Kuantitas, "Permohonan yang dijawab", amount(480, "permohonan")),
            ],
        ),
        rhk(
            2,
            RhkKind::Utama,
            "Melaksanakan digitalisasi arsip 2019 sampai 2024",
            "",
            vec![indicator(21, Aspek::Kuantitas, "Arsip yang terdigitalisasi", amount(1_200, "berkas"))],
        ),
        rhk(
            3,
            RhkKind::Tambahan,
            "Laporan kepuasan loket tersedia setiap triwulan",
            "",
            vec![indicator(31, Aspek::Kuantitas, "Laporan kepuasan", Target::default())],
        ),
    ]
}

fn skp(state: State) -> Skp {
    let version = u32::from(matches!(state, State::Ditetapkan | State::Klarifikasi | State::Dievaluasi));
    let mut content = Content { results: results(), ..Content::default() };
    if state != State::Draf {
        content.results[2].indicators[0].target = amount(4, "laporan");
    }
    content.expectations.insert(Nilai::Akuntabel, vec!["Menyimpan bukti setiap permohonan pada hari yang sama".into()]);
    content.resources = vec!["Satu pemindai dokumen ukuran F4".into(), "Akses ke ruang arsip dua hari seminggu".into()];
    Skp {
        id: SkpId(Uuid::from_u128(100)),
        employee: id(ME),
        year: 2026,
        dates: DateRange::year(2026),
        form: PlanForm::JaJf,
        approach: Approach::Kuantitatif,
        post: PostId(Uuid::from_u128(300)),
        unit: UnitId(Uuid::from_u128(400)),
        rater: id(RATER),
        superior: Some(id(202)),
        version,
        revision: 7,
        milestones: Milestones::default(),
        content,
    }
}

fn person(n: u128, name: &str, title: &str, leads_unit: bool) -> Person {
    let unit = Unit {
        id: UnitId(Uuid::from_u128(400)),
        parent: None,
        code: "LI".into(),
        name: "Bidang Layanan Informasi".into(),
    };
    let post = Post {
        id: PostId(Uuid::from_u128(300 + n)),
        unit: unit.id,
        code: n.to_string(),
        title: title.into(),
        kind: if leads_unit { PostKind::Administrator } else { PostKind::Pelaksana },
        leads_unit,
        unit_mandiri: false,
    };
    Person {
        employee: Employee {
            id: id(n),
            nip: None,
            name: name.into(),
            employment: Employment::Pns,
            rank: "Penata Muda (III/a)".into(),
        },
        post: Some(post),
        unit: Some(unit),
        standing: Some(Standing::Definitif),
        line: None,
    }
}

fn owner() -> Person {
    person(ME, "Yohanis Kambu, A.Md.", "Pengelola Layanan Informasi", false)
}

fn rater() -> Person {
    person(RATER, "Ratna Dewi Lestari, S.Kom.", "Kepala Bidang Layanan Informasi", true)
}

fn superior() -> Person {
    person(202, "Drs. Petrus Wanggai, M.Si.", "Kepala Dinas Komunikasi dan Informatika", true)
}

fn notes(gallery: &Gallery) -> Vec<Note> {
    let note = |n: u128, line, hours, resolved: bool, text: &str| Note {
        id: NoteId(Uuid::from_u128(n)),
        skp: id(100),
        line,
        by: id(RATER),
        at: gallery.now() - TimeDelta::hours(hours),
        text: text.into(),
        resolved_at: resolved.then(|| gallery.now()),
    };
    vec![
        note(
            501,
            Line::Rhk(id(2)),
            18,
            false,
            "Tulis hasilnya, bukan kegiatannya. Misalnya: arsip tersedia dan mudah dicari.",
        ),
        note(502, Line::Indicator(id(12)), 18, false, "480 itu angka tahun lalu. Apakah sanggup 520?"),
        note(503, Line::Rhk(id(1)), 60, true, "Sebutkan siapa yang menugaskan."),
    ]
}

fn cite(article: &str) -> Citation {
    policy::permenpanrb(article)
}

fn plan(gallery: &Gallery, state: State, may: Doable) -> PlanPage {
    let skp = skp(state);
    let advice = if may.write {
        vec![
            Advice {
                line: Line::Rhk(id(2)),
                says: Text::new("plan-advice-activity").with("word", "Melaksanakan"),
                cite: cite("Ps 9(1)"),
            },
            Advice { line: Line::Consequences, says: Text::new("plan-advice-no-consequences"), cite: cite("Ps 13") },
        ]
    } else {
        Vec::new()
    };
    let people = [owner(), rater(), superior()];
    let version = Version {
        number: 1,
        content: skp.content.clone(),
        set_at: gallery.now() - TimeDelta::days(160),
        set_by: id(RATER),
        reason: String::new(),
    };
    PlanPage {
        notes: if state == State::Dikembalikan { notes(gallery) } else { Vec::new() },
        missing: content::complete(&skp),
        in_force: (skp.version > 0).then_some(version),
        due: gallery.today() + Days::new(6),
        names: people.iter().map(|p| (p.employee.id, p.employee.name.clone())).collect(),
        owner: owner(),
        rater: rater(),
        superior: Some(superior()),
        advice,
        state,
        may,
        skp,
    }
}

fn behaviours() -> Vec<Behaviour> {
    let value = |nilai, name: &str, panduan: [&str; 3]| Behaviour {
        nilai,
        name: name.into(),
        meaning: String::new(),
        panduan: panduan.map(str::to_owned).to_vec(),
    };
    vec![
        value(
            Nilai::BerorientasiPelayanan,
            "Berorientasi pelayanan",
            [
                "Memahami dan memenuhi kebutuhan masyarakat",
                "Ramah, cekatan, solutif, dan dapat diandalkan",
                "Melakukan perbaikan tiada henti",
            ],
        ),
        value(
            Nilai::Akuntabel,
            "Akuntabel",
            [
                "Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi",
                "Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien",
                "Tidak menyalahgunakan kewenangan jabatan",
            ],
        ),
        value(
            Nilai::Kompeten,
            "Kompeten",
            [
                "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
                "Membantu orang lain belajar",
                "Melaksanakan tugas dengan kualitas terbaik",
            ],
        ),
    ]
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    lists(gallery);
    plans(gallery);
    forms(gallery);
    around(gallery);
}

fn lists(gallery: &mut Gallery) {
    let row = |year: i32, state| {
        let mut skp = skp(state);
        (skp.year, skp.dates, skp.id) = (year, DateRange::year(year), SkpId(Uuid::from_u128(year as u128)));
        Row { skp, state }
    };
    let page = |gallery: &Gallery| gallery.page_at("/skp", "nav-plan");
    let rows = vec![row(2026, State::Dikembalikan), row(2025, State::Dievaluasi), row(2024, State::Dievaluasi)];
    gallery.add("plan/list", "", &ListPage::new(page(gallery), rows, gallery.today()));
    gallery.add("plan/list", "kosong", &ListPage::new(page(gallery), Vec::new(), gallery.today()));

    let task = |n: u32, task: &str, output: &str| PostTask {
        id: PostTaskId(Uuid::from_u128(600 + u128::from(n))),
        post: id(300),
        seq: n,
        task: task.into(),
        output: output.into(),
    };
    let starts = |plans| Starts {
        plans,
        tasks: vec![
            task(1, "Menerima dan mencatat permohonan informasi", "Permohonan tercatat dalam register"),
            task(2, "Menyiapkan bahan jawaban permohonan", "Jawaban permohonan"),
            task(3, "Memelihara arsip layanan", ""),
        ],
        post: Some("Pengelola Layanan Informasi".into()),
    };
    let page = gallery.page_at("/skp/baru", "plan-start-title").under("/skp", "nav-plan");
    let offered = starts(vec![skp(State::Dievaluasi)]);
    let form = fresh(&offered, 2026);
    gallery.add("plan/start", "", &StartPage::new(page, offered, form));
    let offered = starts(Vec::new());
    let mut form = fresh(&offered, 2026);
    form.fail("tasks", Text::new("plan-start-no-task"));
    let page = gallery.page_at("/skp/baru", "plan-start-title").under("/skp", "nav-plan").with(&form);
    gallery.add("plan/start", "salah", &StartPage::new(page, offered, form));
}

fn plans(gallery: &mut Gallery) {
    let own = Doable { write: true, sign: true, note: true, replace: true, own: true, ..Doable::default() };
    let rates = Doable { note: true, give_back: true, set: true, ..Doable::default() };
    let mut show = |variant, state, may, me: u128, decisions| {
        let mut plan = plan(gallery, state, may);
        if variant == "mulai" {
            plan.skp.content = Content::default();
            plan.missing = content::complete(&plan.skp);
            plan.advice.clear();
        }
        if variant == "kirim" {
            plan.skp.content.results[2].indicators[0].target = amount(4, "laporan");
            plan.missing = content::complete(&plan.skp);
        }
        let page = gallery.page_at("/skp/x", super::show::title_of(&plan)).under("/skp", "nav-plan");
        gallery.add("plan/show", variant, &ShowPage::new(page, plan, id(me), &behaviours(), decisions));
    };
    show("", State::Draf, own, ME, Decisions::default());
    show("mulai", State::Draf, own, ME, Decisions::default());
    show("kirim", State::Draf, own, ME, Decisions::default());
    show("dikembalikan", State::Dikembalikan, own, ME, Decisions::default());
    show(
        "menunggu",
        State::Ditandatangani,
        Doable { own: true, note: true, ..Doable::default() },
        ME,
        Decisions::default(),
    );
    show("menilai", State::Ditandatangani, rates, RATER, Decisions::default());
    let mut set = Form::new();
    set.fail("reason", Text::new("plan-set-needs-reason"));
    show("menilai-salah", State::Ditandatangani, rates, RATER, Decisions { give_back: set, ..Decisions::default() });
    let in_force = Doable { report: true, reopen: true, replace: true, own: true, ..Doable::default() };
    show("ditetapkan", State::Ditetapkan, in_force, ME, Decisions::default());
    show("pembaca", State::Dievaluasi, Doable::default(), 999, Decisions::default());
}

fn forms(gallery: &mut Gallery) {
    let own = Doable { write: true, own: true, ..Doable::default() };
    let leaders = vec![
        rhk(900, RhkKind::Utama, "Layanan informasi publik semakin cepat dan memuaskan", "", Vec::new()),
        rhk(901, RhkKind::Utama, "Arsip daerah tersedia dan mudah ditemukan", "", Vec::new()),
    ];
    let page = |gallery: &Gallery, form: &Form| {
        let title = Text::new("plan-title").with("year", 2026);
        gallery.page_at("/skp/x", "plan-result-edit").under("/skp/x", title).with(form)
    };
    let draft = plan(gallery, State::Draf, own);
    let saved = draft.skp.content.results.first();
    let rhk = saved.map(|rhk| rhk.id);
    let form = edit::form_of(saved);
    let view = ResultPage::new(page(gallery, &form), &draft, rhk, form.clone(), &leaders, None, None);
    gallery.add("plan/result", "", &view);
    let unsaved = Some(gallery.now() - TimeDelta::minutes(40));
    let view = ResultPage::new(page(gallery, &form), &draft, rhk, form.clone(), &leaders, unsaved, None);
    gallery.add("plan/result", "belum-tersimpan", &view);
    let mut wrong = form;
    wrong.set("indicator.1.target", "banyak");
    wrong.set("indicator.1.target_unit", "");
    wrong.fail("indicator.1.target", Text::new("form-amount-not-a-number").with("typed", "banyak"));
    wrong.fail("indicator.1.target_unit", Text::new("plan-target-needs-unit"));
    let view = ResultPage::new(page(gallery, &wrong), &draft, rhk, wrong, &leaders, None, None);
    gallery.add("plan/result", "salah", &view);
    let form = edit::form_of(None);
    gallery.add("plan/result", "baru", &ResultPage::new(page(gallery, &form), &draft, None, form, &[], None, None));
    let mut narrative = plan(gallery, State::Draf, own);
    (narrative.skp.approach, narrative.skp.form) = (Approach::Kualitatif, PlanForm::Jpt);
    let form = edit::form_of(saved);
    let view = ResultPage::new(page(gallery, &form), &narrative, rhk, form, &[], None, None);
    gallery.add("plan/result", "naratif", &view);

    let title = || Text::new("plan-title").with("year", 2026);
    let page = gallery.page_at("/skp/x", "plan-behaviour-edit").under("/skp/x", title());
    let form = super::behaviour::form_of(&draft.skp.content);
    gallery.add("plan/behaviour", "", &BehaviourPage::new(page, &draft, behaviours(), form, None));
    let page = gallery.page_at("/skp/x", "plan-annexes-edit").under("/skp/x", title());
    let form = super::annex::form_of(&draft.skp.content);
    gallery.add("plan/annex", "", &AnnexPage::new(page, &draft, form, unsaved));
}

fn around(gallery: &mut Gallery) {
    let title = || Text::new("plan-title").with("year", 2026);
    let now = skp(State::Klarifikasi);
    let mut first = now.content.clone();
    first.results[0].indicators[1].target = amount(400, "permohonan");
    first.results.remove(2);
    let version = |number, content: &Content, days, reason: &str| Version {
        number,
        content: content.clone(),
        set_at: gallery.now() - TimeDelta::days(days),
        set_by: id(RATER),
        reason: reason.into(),
    };
    let mut working = now.clone();
    working.content.results[1].text = "Arsip 2019 sampai 2024 tersedia dalam bentuk digital".into();
    let all = Versions {
        versions: vec![
            (
                version(2, &now.content, 40, "Ada penugasan tambahan dari Kepala Dinas."),
                difference::between(&first, &now.content),
            ),
            (version(1, &first, 160, ""), Vec::new()),
        ],
        working: difference::between(&now.content, &working.content),
        names: BTreeMap::from([(EmployeeId(Uuid::from_u128(RATER)), rater().employee.name)]),
        skp: working,
    };
    let page = |gallery: &Gallery, says| gallery.page_at("/skp/x", says).under("/skp/x", title());
    gallery.add("plan/versions", "", &VersionsPage::new(page(gallery, "plan-versions"), &all));
    let none = Versions { versions: Vec::new(), working: Vec::new(), names: BTreeMap::new(), skp: skp(State::Draf) };
    gallery.add("plan/versions", "kosong", &VersionsPage::new(page(gallery, "plan-versions"), &none));

    let mut leader = skp(State::Ditetapkan);
    (leader.id, leader.employee) = (id(101), id(RATER));
    leader.content.results = vec![
        rhk(900, RhkKind::Utama, "Layanan informasi publik semakin cepat dan memuaskan", "", Vec::new()),
        rhk(901, RhkKind::Utama, "Arsip daerah tersedia dan mudah ditemukan", "", Vec::new()),
        rhk(902, RhkKind::Tambahan, "Kerja sama dengan sekolah berjalan", "", Vec::new()),
    ];
    let mut member = skp(State::Ditetapkan);
    member.content.results[1].supports = Some(id(901));
    member.content.results[2].supports = Some(id(900));
    let other = person(203, "Ahmad Fauzi, A.Md.", "Arsiparis Terampil", false);
    let matrix = MatrixPage {
        matrix: cascade::matrix(&leader, &[(member.employee, &member)]),
        leader: rater(),
        plan: leader.clone(),
        people: vec![other, owner()],
    };
    gallery.add("plan/matrix", "", &MatrixView::new(page(gallery, "plan-matrix"), &matrix));
    let alone = MatrixPage { matrix: cascade::matrix(&leader, &[]), people: Vec::new(), ..matrix };
    gallery.add("plan/matrix", "kosong", &MatrixView::new(page(gallery, "plan-matrix"), &alone));
    let tree = TreePage {
        branches: cascade::tree(&leader, &[&member]),
        names: BTreeMap::from([(id(RATER), rater().employee.name), (id(ME), owner().employee.name)]),
        top: leader.clone(),
    };
    gallery.add("plan/tree", "", &TreeView::new(page(gallery, "plan-tree"), &tree));
    let bare = TreePage { branches: Vec::new(), names: BTreeMap::new(), top: leader };
    gallery.add("plan/tree", "kosong", &TreeView::new(page(gallery, "plan-tree"), &bare));
}

/// The sample plan, for tests of this room.
#[cfg(test)]
pub(super) fn sample_plan() -> Skp {
    skp(State::Draf)
}
