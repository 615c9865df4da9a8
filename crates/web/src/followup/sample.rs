//! Proposals as the samples of this floor show them.

use crate::{form::Form, preview::Gallery};
use actions::{
    Page, Person,
    followup::see::{List, ProposalPage, Row, Wanted},
};
use domain::{
    decision::{Certainty, Citation, Reason, Text},
    followup::{Answer, Decided, Proposal, State},
    people::{Employee, Employment, Unit},
    scheme::follow::{Act, Programme},
};

const NAME: &str = "Ahmad Fauzi, A.Md.";
const UNIT: &str = "Bidang Informasi dan Komunikasi Publik";

fn proposal(gallery: &Gallery, act: Act, programme: Programme) -> Proposal {
    let cite = Citation {
        policy: "surakarta".into(),
        article: "Proses Penilaian Kinerja (R17)".into(),
        certainty: Certainty::Assumption,
    };
    let text = "Pelatihan yang sesuai dengan keterampilan yang masih lemah.";
    let says = Text::new("scheme-follows").with("programme", programme.label()).with("text", text);
    let step = Text::new("scheme-when")
        .with("year", 2025)
        .with("what", Text::new("scheme-what-level").with("criterion", "Keterampilan komunikasi"))
        .with("have", domain::amount::Amount::whole(2))
        .with("test", Text::new("scheme-test-at-most"))
        .with("limit", domain::amount::Amount::whole(2));
    Proposal {
        id: gallery.id(),
        employee: gallery.id(),
        evaluation: gallery.id(),
        period: gallery.id(),
        year: 2025,
        unit: gallery.id(),
        rule: "pelatihan_keterampilan".into(),
        criterion: Some("komunikasi".into()),
        act,
        programme,
        text: text.into(),
        because: Reason { says, cite: Some(cite), from: vec![Reason::new(step)] },
        policy: "surakarta@1".into(),
        at: gallery.now(),
        answer: None,
        decision: None,
        withdrawn_at: None,
    }
}

pub(super) fn rows(gallery: &Gallery) -> Vec<Row> {
    let decision = Decided {
        by: gallery.id(),
        at: gallery.now(),
        accepted: true,
        reason: "Anggaran pelatihan tersedia pada triwulan kedua.".into(),
    };
    let row = |proposal| Row {
        proposal,
        name: NAME.into(),
        unit: UNIT.into(),
        about: Some("Keterampilan komunikasi".into()),
    };
    let taken = Proposal { decision: Some(decision), ..proposal(gallery, Act::Require, Programme::Coaching) };
    vec![
        row(proposal(gallery, Act::Propose, Programme::Training)),
        Row { about: None, ..row(proposal(gallery, Act::Open, Programme::Scholarship)) },
        row(taken),
    ]
}

pub(super) fn lists(gallery: &Gallery) -> Vec<(&'static str, List)> {
    let (rows, unit) = (rows(gallery), gallery.id());
    let wanted = Wanted { year: Some(2025), programme: None, state: None, unit: None };
    let full = List {
        wanted: Wanted { state: Some(State::Diusulkan), ..wanted },
        rows: Page { total: 120, page: 2, per_page: 50, rows },
        units: vec![Unit { id: unit, parent: None, code: "IKP".into(), name: UNIT.into() }],
        counted: vec![(Programme::Training, State::Diusulkan, 84), (Programme::Training, State::Diterima, 36)],
        runs: Some(gallery.id()),
    };
    let none = Page { total: 0, page: 1, per_page: 50, rows: Vec::new() };
    let empty = List { wanted, rows: none, units: Vec::new(), counted: Vec::new(), runs: None };
    vec![("", full), ("kosong", empty)]
}

pub(super) fn pages(gallery: &Gallery) -> Vec<(&'static str, ProposalPage, Form)> {
    let employee = Employee {
        id: gallery.id(),
        nip: None,
        name: NAME.into(),
        employment: Employment::Pns,
        rank: "Pengatur (II/c)".into(),
    };
    let person = Person { employee, post: None, unit: None, standing: None, line: None };
    let of = |proposal: Proposal| ProposalPage {
        proposal,
        person: person.clone(),
        unit: UNIT.into(),
        about: Some("Keterampilan komunikasi".into()),
        decided_by: None,
        own: false,
        decides: false,
        asked: false,
    };
    let mut wrong = Form::of([("accepted", "ya"), ("reason", "ya")]);
    wrong.fail("reason", Text::new("followup-reason-too-short").with("min", 15_i64));
    let decides = ProposalPage { decides: true, ..of(proposal(gallery, Act::Propose, Programme::Training)) };
    let asked = ProposalPage { asked: true, own: true, ..of(proposal(gallery, Act::Open, Programme::Scholarship)) };
    let mut done = proposal(gallery, Act::Open, Programme::Mentoring);
    done.answer = Some(Answer { wants: true, words: "Saya ingin belajar dari Bu Sari.".into(), at: gallery.now() });
    done.decision = Some(Decided {
        by: gallery.id(),
        at: gallery.now(),
        accepted: true,
        reason: "Mentor dari bidang lain bersedia.".into(),
    });
    let done = ProposalPage { decided_by: Some("Sri Wahyuni, S.E.".into()), ..of(done) };
    vec![("", decides, wrong), ("ditanya", asked, Form::new()), ("diputus", done, Form::new())]
}
