//! Development plans as the samples of this floor show them.

use crate::{form::Form, preview::Gallery};
use actions::{
    Person,
    development::{
        profile::Found,
        see::{Missed, PlanPage},
    },
    training::recommend::Advice,
};
use chrono::Days;
use domain::{
    decision::{Certainty, Citation, Decision, Reason, Text},
    development::{
        Content, Entry, Gap, Plan, Source, Step, Way, Word, advice,
        duty::Standing as Hours,
        profile::{Line, Profile, Standing},
    },
    people::{Employee, Employment},
};

pub(crate) const MEMBER: &str = "Ahmad Fauzi, A.Md.";

pub(crate) fn person(gallery: &Gallery) -> Person {
    let employee = Employee {
        id: gallery.id(),
        nip: None,
        name: MEMBER.into(),
        employment: Employment::Pns,
        rank: "Pengatur (II/c)".into(),
    };
    Person { employee, post: None, unit: None, standing: None, line: None }
}

pub(crate) fn line(name: &str, level: Option<i64>, target: Option<u8>, standing: Standing) -> Line {
    let cite = Citation {
        policy: "surakarta".into(),
        article: "Proses Penilaian Kinerja (R17)".into(),
        certainty: Certainty::Assumption,
    };
    let says = Text::new("development-line-have")
        .with("criterion", name)
        .with("level", domain::amount::Amount(level.unwrap_or_default() * 100))
        .with("target", u32::from(target.unwrap_or_default()));
    Line {
        criterion: name.to_lowercase().replace(' ', "-"),
        name: name.into(),
        dimension: "proses".into(),
        level,
        target,
        by_standard: false,
        standing,
        because: Reason { says, cite: Some(cite), from: Vec::new() },
    }
}

pub(crate) fn found(gallery: &Gallery, known: bool) -> Found {
    let lines = vec![
        line("Keterampilan komunikasi", Some(200), Some(3), Standing::Short(100)),
        line("Keterampilan teknologi informasi", Some(400), Some(3), Standing::Reaches),
        line("Etika kerja", None, Some(3), Standing::Unrated),
        line("Mutu hasil", Some(300), None, Standing::NoStandard),
    ];
    let profile = Profile { lines: if known { lines } else { Vec::new() }, fulfilment: known.then_some(7143) };
    Found { person: person(gallery), profile, result: None, scheme: domain::scheme::Scheme::default() }
}

pub(crate) fn hours(short: bool) -> Decision<Hours> {
    let cite = Citation { policy: "pp-17-2020".into(), article: "Ps 203(4)".into(), certainty: Certainty::Secondary };
    let (value, says) = if short {
        let says = Text::new("development-hours-short").with("hours", 8_u32).with("limit", 20_u32).with("by", 12_u32);
        (Hours::Short { by: 12, least: 20 }, says)
    } else {
        (
            Hours::Reached { least: 20 },
            Text::new("development-hours-reached").with("hours", 24_u32).with("limit", 20_u32),
        )
    };
    Decision { value, because: Reason { says, cite: Some(cite), from: Vec::new() } }
}

fn plan(gallery: &Gallery, agreed: Option<bool>, sent: bool) -> Plan {
    let step = |way, what: &str, hours| Step {
        id: gallery.id(),
        way,
        what: what.into(),
        with: "Bersama Bu Sari".into(),
        due: gallery.today() + Days::new(60),
        hours,
        session: None,
    };
    let content = Content {
        strengths: "Jawaban tertulis rapi dan selalu lebih awal dari tenggat.".into(),
        gaps: vec![Gap {
            source: Source::Competence("komunikasi".into()),
            what: "Menyampaikan hal sulit di depan orang banyak".into(),
            goal: "Memimpin rapat mingguan tanpa pendamping sampai Oktober.".into(),
        }],
        steps: vec![
            step(Way::Kerja, "Memimpin rapat mingguan setiap Senin", 0),
            step(Way::Pelatihan, "Pelatihan komunikasi publik", 16),
        ],
    };
    let word = agreed.map(|agreed| Word {
        by: gallery.id(),
        at: gallery.now(),
        agreed,
        says: if agreed { String::new() } else { "Tambahkan satu langkah bersama rekan.".into() },
    });
    Plan {
        id: gallery.id(),
        employee: gallery.id(),
        year: 2026,
        evaluation: None,
        content,
        sent_at: sent.then(|| gallery.now()),
        word,
        revision: 2,
    }
}

fn page(gallery: &Gallery, plan: Option<Plan>) -> PlanPage {
    PlanPage {
        advice: plan.as_ref().map(|plan| advice(&plan.content)).unwrap_or_default(),
        plan,
        year: 2026,
        entries: Vec::new(),
        found: found(gallery, true),
        missed: vec![Missed { indicator: "Jumlah permohonan yang dijawab".into(), share: 7_250 }],
        said: vec!["Komunikasi lisan dengan warga masih perlu dilatih.".into()],
        hours: hours(true),
        records: Vec::new(),
        recommended: Advice::default(),
        word_by: Some("Sri Wahyuni, S.E.".into()),
        writes: true,
        agrees: false,
        reports: false,
    }
}

pub(super) fn pages(gallery: &Gallery) -> Vec<(&'static str, PlanPage, bool)> {
    let agreed = plan(gallery, Some(true), true);
    let entry = Entry {
        id: gallery.id(),
        plan: agreed.id,
        step: agreed.content.steps[0].id,
        on: gallery.today(),
        said: "Rapat Senin saya pimpin sendiri; keputusan tercatat.".into(),
        done: true,
        by: agreed.employee,
        at: gallery.now(),
    };
    let running = PlanPage { entries: vec![entry], reports: true, ..page(gallery, Some(agreed)) };
    let asked = PlanPage { agrees: true, writes: false, ..page(gallery, Some(plan(gallery, None, true))) };
    let none = PlanPage {
        found: found(gallery, false),
        hours: hours(false),
        said: Vec::new(),
        missed: Vec::new(),
        ..page(gallery, None)
    };
    vec![("", running, true), ("disetujui-atasan", asked, false), ("kosong", none, true)]
}

pub(super) fn writing(gallery: &Gallery) -> Vec<(&'static str, PlanPage, Form)> {
    let mut wrong = Form::of([("strengths", "Rapi"), ("gap.0.focus", "Komunikasi"), ("step.0.doing", "Kursus")]);
    wrong.fail("strengths", Text::new("development-too-short").with("min", 15_i64));
    wrong.fail("gap.0.goal", Text::new("development-too-short").with("min", 15_i64));
    let back = plan(gallery, Some(false), false);
    vec![("", page(gallery, Some(back.clone())), Form::new()), ("galat", page(gallery, Some(back)), wrong)]
}
