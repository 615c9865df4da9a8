//! An objection as each of those concerned sees it.
#![allow(clippy::wildcard_imports)] // the types of the page shown

use super::*;
use crate::{
    assessment::line::sample::{OWNER, OWNER_POST, RATER, period},
    evaluation::see::sample::evaluation,
};
use chrono::{Days, Duration};
use domain::{
    assessment::{Rating, Subject},
    decision::Reason,
    evaluation::{Predikat, Rhythm},
    ids::EmployeeId,
    objection::{Outcome, Ruling},
    plan::Nilai,
    policy::permenpanrb,
};
use uuid::Uuid;

const SUPERIOR: &str = "Bambang Hermawan, S.Sos., M.M.";

fn employee(n: u128) -> EmployeeId {
    EmployeeId(Uuid::from_u128(n))
}

fn objection(gallery: &Gallery, late: bool) -> Objection {
    Objection {
        id: ObjectionId(Uuid::from_u128(900)),
        evaluation: EvaluationId(Uuid::from_u128(800)),
        by: employee(200),
        grounds: Grounds {
            reasons: "Pemindaian 2023 selesai pada 27 Juni dan dilaporkan hari itu juga, tetapi belum dihitung.".into(),
            late_because: if late { "Saya dirawat di rumah sakit sampai 3 Juli.".into() } else { String::new() },
            contests: vec![Subject::HasilKerja, Subject::Nilai(Nilai::Akuntabel)],
            evidence: Vec::new(),
            attached: vec![Item::Link { url: "https://arsip.contoh.go.id/serah-terima/2023".into() }],
        },
        filed_at: gallery.now() - Duration::days(3),
        asked_at: None,
        rater: None,
        employee: None,
        ruling: None,
        changed: None,
        revision: 1,
    }
}

fn heard(gallery: &Gallery) -> Objection {
    let said = |by, words: &str| Some(Statement { by: employee(by), words: words.into(), at: gallery.now() });
    Objection {
        asked_at: Some(gallery.now() - Duration::days(2)),
        rater: said(201, "Laporan 27 Juni masuk setelah saya mengisi penilaian; isinya benar."),
        employee: said(200, "Berita acara serah terima saya lampirkan."),
        ..objection(gallery, false)
    }
}

fn shown(gallery: &Gallery, objection: Objection, form: Form, may: Turns) -> ObjectionView {
    let title = Text::new("objection-of").with("name", OWNER);
    let page = gallery.page_at("/hasil/1", title).under("/hasil/1", "evaluation-title").with(&form);
    let (today, period) = (gallery.today(), period(Rhythm::Triwulanan, 2));
    let evaluation = evaluation(gallery);
    let limit = |duty, by, done| Limit { duty, by: Some(by), done, cite: permenpanrb("Ps 29; Bab V.B") };
    let late = !objection.grounds.late_because.is_empty();
    let limits = [
        limit(Duty::File, if late { today - Days::new(4) } else { today + Days::new(9) }, Some(today - Days::new(3))),
        limit(Duty::Decide, today + Days::new(6), objection.ruling.as_ref().map(|_| today)),
        limit(Duty::Report, today + Days::new(30), None),
    ];
    let stands = Text::new("objection-stands").with("state", state(&objection).label()).with("due", today);
    let because = objection.ruling.as_ref().map_or_else(|| Reason::new(stands), |ruling| ruling.because.clone());
    ObjectionView {
        id: objection.id,
        draft: "keberatan-berkas-contoh".into(),
        changed: objection.changed,
        owner: OWNER.into(),
        owner_post: OWNER_POST.into(),
        rater: RATER.into(),
        superior: SUPERIOR.into(),
        period: period_name(period.rhythm, period.number, period.year),
        why: Step::of(&page, &evaluation.because),
        policy: evaluation.policy.clone(),
        contests: vec![page.t("objection-line-hasil"), page.text(Nilai::Akuntabel.label())],
        evidence: vec![Piece { id: gallery.id(), name: "rekap-pindai-2023.xlsx".into() }],
        reads_evidence: true,
        attached: objection.grounds.attached.iter().map(named).enumerate().collect(),
        limits: limits.iter().map(|limit| LimitLine::of(limit, &page)).collect(),
        state: state(&objection),
        standing: Step::of(&page, &because),
        is_decided: objection.ruling.is_some(),
        may_ask: may.ask,
        may_say: may.say,
        may_decide: may.decide,
        evaluation,
        filed_at: objection.filed_at,
        asked_at: objection.asked_at,
        employee_said: objection.employee,
        rater_said: objection.rater,
        grounds: objection.grounds,
        form,
        page,
    }
}

pub(super) fn views(gallery: &Gallery) -> Vec<(&'static str, ObjectionView)> {
    let asked = Objection { asked_at: Some(gallery.now()), ..objection(gallery, false) };
    let reasons = "Laporan 27 Juni sah dan masuk dalam periode; hasil kerja dinilai ulang.";
    let because = Reason::new(
        Text::new("objection-changed").with("at", gallery.now()).with("was", Predikat::ButuhPerbaikan.label()),
    )
    .cited(permenpanrb("Ps 29; Bab V.B"))
    .resting_on([
        Reason::new(Text::new("objection-superior-said").with("reasons", reasons)),
        Reason::new(Text::new("objection-final")).cited(permenpanrb("Ps 29; Bab V.B")),
    ]);
    let decided = Objection {
        ruling: Some(Ruling {
            outcome: Outcome::Mengubah { hasil: Rating::Sesuai, perilaku: Rating::Sesuai },
            predikat: Predikat::Baik,
            reasons: reasons.into(),
            recommendation: String::new(),
            by: employee(202),
            at: gallery.now(),
            because,
        }),
        changed: Some(EvaluationId(Uuid::from_u128(801))),
        ..heard(gallery)
    };
    let mut wrong = Form::of([("outcome", "mengubah"), ("objection_reasons", "Setuju.")]);
    wrong.fail("hasil", Text::new("form-choose"));
    wrong.fail("objection_reasons", Text::new("objection-too-short").with("min", 30_i64));
    let turn = |ask, say, decide| Turns { ask, say, decide };
    vec![
        ("", shown(gallery, objection(gallery, false), Form::new(), turn(false, false, false))),
        ("atasan", shown(gallery, objection(gallery, true), Form::new(), turn(true, false, false))),
        ("penjelasan", shown(gallery, asked, Form::new(), turn(false, true, false))),
        ("putusan", shown(gallery, heard(gallery), Form::new(), turn(false, false, true))),
        ("putusan-salah", shown(gallery, heard(gallery), wrong, turn(false, false, true))),
        ("diubah", shown(gallery, decided, Form::new(), turn(false, false, false))),
    ]
}
