//! A result for samples, as its reader and as its writer see it.

use super::{DueLine, ResultView, Scheme};
use crate::{
    assessment::line::sample::{OWNER, OWNER_POST, RATER, period},
    evaluation::why::Step,
    feedback::section::{Section, sample as feedback},
    form::Form,
    objection::beside::Beside,
    preview::Gallery,
    workteam::beside::Teams,
};
use actions::home::tasks::period_name;
use chrono::Days;
use domain::{
    assessment::Rating,
    decision::{Certainty, Citation, Reason, Text},
    evaluation::{
        Capaian, Evaluation, Predikat, Rhythm,
        document::{Due, Duty, state},
    },
    ids::{EmployeeId, PeriodId, SkpId},
    plan::Nilai,
};
use uuid::Uuid;

fn law(article: &str) -> Citation {
    Citation { policy: "permenpanrb-6-2022".into(), article: article.into(), certainty: Certainty::Text }
}

/// A tree of reasons in the shape the domain makes.
fn because(gallery: &Gallery) -> Reason {
    let rated = |result: &str, rating: Rating, reason: &str| {
        Reason::new(
            Text::new("evaluation-result-rated")
                .with("result", result)
                .with("rating", rating.label())
                .with("reason", reason),
        )
    };
    let hasil = Reason::new(
        Text::new("evaluation-rating-hasil")
            .with("rating", Rating::Sesuai.label())
            .with("reason", "Hasil utama berjalan sesuai rencana dengan bukti pindaian yang lengkap."),
    )
    .cited(law("Bab IV.B.3.a-b"))
    .resting_on([
        rated(
            "Arsip 2019-2024 tersedia dalam bentuk digital dan dapat ditemukan dalam satu menit",
            Rating::Sesuai,
            "640 berkas selesai dan rapi; lama pencarian belum turun sampai satu menit.",
        ),
        rated(
            "Permohonan salinan arsip terjawab tepat waktu",
            Rating::Sesuai,
            "31 permohonan dijawab, semuanya dalam tiga hari kerja.",
        ),
        Reason::new(Text::new("evaluation-evidence").with("n", 2_i64)),
    ]);
    let values = Nilai::ALL.into_iter().map(|nilai| {
        Reason::new(
            Text::new("evaluation-value-rated").with("value", nilai.label()).with("rating", Rating::Sesuai.label()),
        )
    });
    let perilaku = Reason::new(
        Text::new("evaluation-rating-perilaku")
            .with("rating", Rating::Sesuai.label())
            .with("reason", "Konsisten melayani dan mau berbagi; umpan balik rekan baik."),
    )
    .cited(law("Bab IV.B.3.a-b"))
    .resting_on(values)
    .resting_on([Reason::new(Text::new("evaluation-no-evidence"))]);
    let own = Reason::new(Text::new("evaluation-self-sent").with("at", gallery.now())).cited(Citation {
        policy: "bengkulu".into(),
        article: "Penilaian diri sebelum penilaian atasan (R8, R10)".into(),
        certainty: Certainty::Assumption,
    });
    Reason::new(
        Text::new("evaluation-predikat-follows")
            .with("predikat", Predikat::Baik.label())
            .with("hasil", Rating::Sesuai.label())
            .with("perilaku", Rating::Sesuai.label()),
    )
    .cited(law("Bab IV.B.3.a.3.c"))
    .resting_on([
        Reason::new(Text::new("evaluation-step-capaian-unknown")).cited(law("Ps 24(1), 25(1); Bab IV.B.1")),
        Reason::new(Text::new("evaluation-step-pola-unknown")).cited(law("Ps 24(1), 25(1); Bab IV.B.2")),
        Reason::new(Text::new("evaluation-step-predikat"))
            .cited(law("Ps 24(1), 25(1); Bab IV.B.3"))
            .resting_on([hasil, perilaku, own]),
        Reason::new(
            Text::new("evaluation-plan-version")
                .with("version", 1_i64)
                .with("at", gallery.now() - chrono::Duration::days(160))
                .with("policy", "permenpanrb-6-2022@1+se-menpanrb-3-2023@1+bengkulu@1"),
        )
        .cited(law("Ps 14(3)")),
    ])
}

/// A result signed two days ago.
pub(crate) fn evaluation(gallery: &Gallery) -> Evaluation {
    let signed = gallery.now() - chrono::Duration::days(2);
    Evaluation {
        id: gallery.id(),
        period: PeriodId(Uuid::from_u128(300)),
        skp: SkpId(Uuid::from_u128(100)),
        skp_version: 1,
        employee: EmployeeId(Uuid::from_u128(200)),
        evaluator: EmployeeId(Uuid::from_u128(201)),
        hasil: Rating::Sesuai,
        perilaku: Rating::Sesuai,
        predikat: Some(Predikat::Baik),
        scheme: None,
        capaian: None,
        because: because(gallery),
        policy: "permenpanrb-6-2022@1+se-menpanrb-3-2023@1+bengkulu@1".into(),
        notes: "Diusulkan ikut pelatihan tata kelola arsip elektronik pada triwulan berikutnya.".into(),
        signed_at: signed,
        delivered_at: Some(signed),
        acknowledged_at: None,
    }
}

fn base(gallery: &Gallery, evaluation: Evaluation, feedback: Section) -> ResultView {
    let title = Text::new("evaluation-of").with("name", OWNER);
    let page = gallery.page_at("/hasil/1", title).under("/hasil", "nav-result");
    let period = period(Rhythm::Triwulanan, 2);
    let today = gallery.today();
    let due = |duty, by, done| Due { duty, by, done, cite: law("Bab V.A") };
    let signed = today - Days::new(2);
    let dues = [
        due(Duty::Sign, Some(today + Days::new(9)), Some(signed)),
        due(Duty::Deliver, Some(today + Days::new(18)), Some(signed)),
        due(Duty::Acknowledge, Some(today + Days::new(18)), evaluation.acknowledged_at.map(|_| today)),
        due(Duty::Report, Some(today + Days::new(50)), None),
    ];
    ResultView {
        id: evaluation.id,
        owner_post: OWNER_POST.into(),
        evaluator: RATER.into(),
        period: period_name(period.rhythm, period.number, period.year),
        dates: period.dates,
        why: Step::of(&page, &evaluation.because),
        policy: evaluation.policy.clone(),
        document: state(&evaluation).label(),
        dues: dues.iter().map(|due| DueLine::of(due, &page)).collect(),
        can_acknowledge: evaluation.acknowledged_at.is_none(),
        acknowledged_at: evaluation.acknowledged_at,
        desk: None,
        scheme: None,
        objection: Beside::sample(evaluation.id, today),
        teams: Teams::sample(gallery),
        feedback,
        evaluation,
        page,
    }
}

pub(super) fn views(gallery: &Gallery) -> Vec<(&'static str, ResultView)> {
    let given = evaluation(gallery);
    let signed_for = Evaluation { acknowledged_at: Some(gallery.now()), capaian: Some(Capaian::Baik), ..given.clone() };
    let section = |feedback, gives, answers, give, reply| {
        Section::new(given.id, feedback, RATER.into(), OWNER.into(), gives, answers, give, reply)
    };
    let mut short = Form::of([("good", "baik"), ("improve", ""), ("advice", "Belajar bersama bidang lain.")]);
    short.fail("good", Text::new("feedback-part-too-short").with("min", 15_i64));
    short.fail("improve", Text::new("feedback-part-too-short").with("min", 15_i64));
    let told = feedback::feedback(gallery.now(), false);
    let answered = feedback::feedback(gallery.now(), true);
    let writer = |feedback, acknowledged: bool| ResultView {
        can_acknowledge: false,
        desk: Some("/penilaian/1/2".into()),
        ..base(gallery, if acknowledged { signed_for.clone() } else { given.clone() }, feedback)
    };
    let beside = |found: bool| {
        let (scheme, result, follows) = crate::scheme::sample::result();
        let page = gallery.page_at("/hasil/1", "evaluation-title");
        let (result, follows) = if found { (Some(&result), &follows[..]) } else { (None, &[][..]) };
        Some(Scheme::new(&page, &scheme, result, (follows, &[]), Some("/kriteria/1/2".into())))
    };
    let told_too = || section(Some(told.clone()), false, true, Form::new(), Form::new());
    let with_scheme = |found: bool| ResultView { scheme: beside(found), ..base(gallery, given.clone(), told_too()) };
    vec![
        ("skema", with_scheme(true)),
        ("skema-belum", with_scheme(false)),
        ("", base(gallery, given.clone(), section(Some(told.clone()), false, true, Form::new(), Form::new()))),
        ("belum-ada-umpan-balik", base(gallery, given.clone(), section(None, false, true, Form::new(), Form::new()))),
        (
            "diterima",
            base(gallery, signed_for.clone(), section(Some(answered.clone()), false, true, Form::new(), Form::new())),
        ),
        (
            "digantikan",
            ResultView {
                can_acknowledge: false,
                objection: Beside::sample_replaced(given.id),
                ..base(gallery, given.clone(), section(Some(told), false, false, Form::new(), Form::new()))
            },
        ),
        ("penilai", writer(section(None, true, false, Form::new(), Form::new()), false)),
        ("penilai-salah", writer(section(None, true, false, short, Form::new()), false)),
        ("penilai-selesai", writer(section(Some(answered), false, false, Form::new(), Form::new()), true)),
    ]
}
