//! The desk in its states.

use super::{DeskPage, Mode};
use crate::{
    assessment::{
        line::sample::{self, Sample},
        sheet,
    },
    form::Form,
    objection::differ::Differ,
    preview::Gallery,
    workteam::beside::Teams,
};
use actions::{assessment::see_desk::Neighbour, home::tasks::period_name};
use domain::{
    assessment::{Rating, Subject},
    decision::{Certainty, Citation, Reason, Refusal, Text},
    evaluation::{Capaian, Predikat, Rhythm},
    fairness::comment::Remark,
    ids::{EvaluationId, SkpId},
};
use uuid::Uuid;

fn law(article: &str) -> Citation {
    Citation { policy: "permenpanrb-6-2022".into(), article: article.into(), certainty: Certainty::Text }
}

fn base(gallery: &Gallery, given: &Sample, theirs: bool) -> DeskPage {
    let title = Text::new("assessment-desk-title").with("name", sample::OWNER);
    let page = gallery.page_at("/tim", title).under("/tim", "nav-team");
    let material = given.material(true, theirs);
    let anchors = |hasil: [&str; 3]| {
        Rating::ALL.into_iter().rev().zip(hasil).map(|(rating, says)| (rating, vec![says.to_owned()])).collect()
    };
    DeskPage {
        form: Form::new(),
        sign: Form::new(),
        mode: Mode::Rate,
        link: "/penilaian/1/2".into(),
        period_id: gallery.id(),
        draft: "meja-1-2".into(),
        restored: false,
        period: period_name(Rhythm::Triwulanan, 2, 2026),
        is_review: false,
        is_self: false,
        owner: sample::OWNER.into(),
        owner_post: sample::OWNER_POST.into(),
        rater: sample::RATER.into(),
        next: Some(Neighbour { skp: SkpId(Uuid::nil()), name: "Sari Wulandari, S.I.Kom.".into() }),
        previous_link: None,
        next_link: Some(("/penilaian/1/3".into(), "Sari Wulandari, S.I.Kom.".into())),
        where_now: page.say("assessment-rated-of").with("n", 7_i64).with("of", 12_i64).to_string(),
        blocks: material.blocks(&page),
        values: material.values(),
        heard: material.heard(domain::plan::Line::Whole),
        own_sent: given.own.sent_at,
        sent: None,
        hasil: None,
        perilaku: None,
        hasil_guidance: anchors([
            "Sebagian besar atau seluruh hasil kerja diatas ekspektasi",
            "Sebagian besar atau seluruh hasil kerja sesuai ekspektasi",
            "Sebagian besar atau seluruh hasil kerja dibawah ekspektasi",
        ]),
        perilaku_guidance: anchors([
            "Menjadi penjaga penerapan nilai dasar ASN",
            "Konsisten menjalankan nilai dasar ASN",
            "Belum secara konsisten menjalankan nilai dasar ASN",
        ]),
        advice: Vec::new(),
        capaian: Some(Capaian::Baik),
        blocked: None,
        remind: false,
        follows: None,
        evaluation: None,
        differ: Differ::sample(gallery, given),
        criteria: Some(("/kriteria/1/2".into(), false)),
        teams: Teams::sample(gallery),
        carry_over: false,
        untrained: None,
        remarked: vec![("hasil_kerja".into(), vec![Remark::Absolute("selalu".into()).says()])],
        page,
    }
}

pub(super) fn views(gallery: &Gallery) -> Vec<(&'static str, DeskPage)> {
    let given = sample::sample(gallery.today(), gallery.now());
    let whole = |subject| given.theirs.answer(subject).cloned();
    let sent = |gallery: &Gallery| DeskPage {
        mode: Mode::Read,
        sent: given.theirs.sent_at,
        hasil: whole(Subject::HasilKerja),
        perilaku: whole(Subject::PerilakuKerja),
        ..base(gallery, &given, true)
    };
    let guidance = Text::new("assessment-guidance-hasil")
        .with("given", Rating::Diatas.label())
        .with("hint", Rating::Sesuai.label());
    let mut typed = Form::of(sheet::fields(&given.theirs));
    typed.set("hasil_kerja.rating", "diatas");
    let waits = Refusal::rule(Text::new("assessment-self-first").with("name", sample::OWNER))
        .cited(Citation {
            policy: "bengkulu".into(),
            article: "Penilaian diri sebelum penilaian atasan (R8, R10)".into(),
            certainty: Certainty::Assumption,
        })
        .next(Text::new("assessment-self-first-next").with("name", sample::OWNER));
    let mut wrong = Form::of(sheet::fields(&given.theirs));
    wrong.set("hasil_kerja.reason", "Baik.");
    wrong.fail("hasil_kerja.reason", Text::new("assessment-needs-reason").with("min", 20_i64).with("have", 5_i64));
    let follows = Text::new("evaluation-predikat-follows")
        .with("predikat", Predikat::Baik.label())
        .with("hasil", Rating::Sesuai.label())
        .with("perilaku", Rating::Sesuai.label());
    let page = wrong_page(gallery, &wrong);
    vec![
        ("", base(gallery, &given, false)),
        (
            "terisi",
            DeskPage {
                form: typed,
                advice: vec![Reason::new(guidance).cited(law("Bab IV.B.3.a-b"))],
                restored: true,
                ..base(gallery, &given, false)
            },
        ),
        ("salah", DeskPage { form: wrong, page, ..base(gallery, &given, false) }),
        (
            "menunggu",
            DeskPage {
                mode: Mode::Read,
                own_sent: None,
                blocked: Some(waits),
                remind: true,
                ..base(gallery, &given, false)
            },
        ),
        (
            "tetapkan",
            DeskPage {
                follows: Some(Reason::new(follows).cited(law("Bab IV.B.3.a.3.c"))),
                capaian: None,
                ..sent(gallery)
            },
        ),
        (
            "dibaca-pegawai",
            DeskPage {
                is_self: true,
                next: None,
                next_link: None,
                where_now: String::new(),
                evaluation: Some(EvaluationId(Uuid::nil())),
                ..sent(gallery)
            },
        ),
        ("tinjauan", DeskPage { is_review: true, period: period_name(Rhythm::Semesteran, 1, 2026), ..sent(gallery) }),
    ]
}

fn wrong_page(gallery: &Gallery, form: &Form) -> crate::page::Page {
    let title = Text::new("assessment-desk-title").with("name", sample::OWNER);
    gallery.page_at("/tim", title).under("/tim", "nav-team").with(form)
}
