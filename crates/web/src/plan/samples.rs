//! Samples of this room's views: one officer's plan in its states, the team around it.

use super::{
    annex::AnnexPage,
    behaviour::BehaviourPage,
    edit,
    example::{ME, RATER, amount, behaviours, id, owner, person, plan, rater, rhk, skp},
    list::ListPage,
    matrix::MatrixView,
    result::ResultPage,
    show::{Decisions, ShowPage},
    start::{StartPage, fresh},
    tree::TreeView,
    versions::VersionsPage,
};
use crate::{form::Form, preview::Gallery};
use actions::plan::{
    see::{Doable, Row, Starts},
    see_matrix::MatrixPage,
    see_tree::TreePage,
    see_versions::Versions,
};
use chrono::TimeDelta;
use domain::{
    decision::Text,
    ids::{EmployeeId, PostTaskId, SkpId},
    people::PostTask,
    plan::{Approach, Content, Form as PlanForm, RhkKind, Version, cascade, content, difference, workflow::State},
    time::DateRange,
};
use std::collections::BTreeMap;
use uuid::Uuid;

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
    set.fail("return_note", Text::new("plan-note-empty"));
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
