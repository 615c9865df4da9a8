//! Sessions: called, looked at, proposed in, decided by the official alone, minuted, ended.

use crate::open;
use actions::evaluation::evaluate::evaluate;
use domain::{
    assessment::{RaterRole, Rating, Subject},
    evaluation::Rhythm,
    plan::Nilai,
};
use testkit::{Stage, for_each_engine};

const WHY: &str = "Contoh yang ditulis setara dengan kelas di atas ekspektasi.";

#[tokio::test(flavor = "multi_thread")]
async fn r23_a_session_changes_a_rating_only_by_the_word_of_its_official() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        stage.self_assess("ratna", period, skp).await;
        stage.rate("sari", period, skp, (Rating::Sesuai, Rating::Sesuai)).await;

        let mut wiryo = open(&stage, "wiryo").await;
        wiryo.visit("/kalibrasi").await.assert_says("Belum ada sesi");
        wiryo.visit("/kalibrasi/baru").await;
        wiryo.submit("main form", &[]).await.assert_status(422).assert_selector(".errors a[href='#unit']");
        let (unit, id) = (stage.unit("IKP").to_string(), period.to_string());
        let fields = [
            ("period", id.as_str()),
            ("unit", unit.as_str()),
            ("held_on", "2026-04-06"),
            ("place", "Ruang rapat"),
            ("agenda", "Arti di atas ekspektasi, dengan tiga contoh."),
        ];
        let page = wiryo.submit("main form", &fields).await;
        page.assert_says("Sesi dipanggil").assert_says("Arti di atas ekspektasi").assert_says("Ratna Kusumaningtyas");
        let session = wiryo.shown().url.split(['?', '#']).next().expect("an address").to_owned();
        let mut sari = open(&stage, "sari").await;
        sari.visit("/pemberitahuan").await.assert_says("diundang ke sesi kalibrasi");

        // Who rates nobody there does not see it; the person looked at neither.
        for other in ["hasan", "ratna", "lina"] {
            assert_eq!(open(&stage, other).await.visit(&session).await.status, 404, "{other}");
        }
        let person = format!("{session}/{skp}");
        wiryo
            .visit(&person)
            .await
            .assert_says("Didukung bukti di laporan bulanan")
            .assert_says("Belum dapat diperkirakan");
        let short = [("subject", "nilai.kolaboratif"), ("after", "diatas"), ("reason", "Bagus")];
        wiryo.submit("main form", &short).await.assert_status(422).assert_selector(".errors a[href='#reason']");
        let said = [("subject", "nilai.kolaboratif"), ("after", "diatas"), ("reason", WHY)];
        wiryo.submit("main form", &said).await.assert_says("Usul terkirim").assert_says("Menunggu pejabat penilai");
        wiryo.shown().assert_no_selector("form[action*='/usul/']");
        // The office cannot decide, whatever it sends.
        let scope = stage.as_("sari").read();
        let calibration = session.rsplit('/').next().expect("an id").parse().expect("an id");
        let proposal = scope.proposals(calibration).await.expect("the database").remove(0);
        for other in ["wiryo", "dedi"] {
            let tried = actions::calibration::decide::decide(&stage.as_(other), proposal.id, true, WHY.into()).await;
            assert!(tried.is_err(), "{other}");
        }
        let kolaboratif = Subject::Nilai(Nilai::Kolaboratif);
        let rating = async || {
            let sheet = scope.assessment(period, skp, RaterRole::Penilai).await.expect("the database").expect("sent");
            (sheet.answer(kolaboratif).and_then(|answer| answer.rating), sheet)
        };
        assert_eq!(rating().await.0, Some(Rating::Sesuai), "a proposal changes nothing");

        sari.visit("/").await.assert_says("Putuskan usul kalibrasi");
        sari.visit(&session).await;
        let form = "form[action*='/usul/']";
        let page = sari.submit(form, &[("word", "ubah"), ("reason", "ya")]).await;
        page.assert_status(422).assert_selector(".errors a[href='#reason']");
        sari.submit(form, &[("word", "ubah"), ("reason", WHY)]).await.assert_says("Keputusan Anda tersimpan");
        sari.shown().assert_says("Diubah pejabat penilai");
        let (after, sheet) = rating().await;
        assert_eq!(after, Some(Rating::Diatas));
        assert!(sheet.answer(kolaboratif).expect("the line").reason.ends_with(WHY));
        let kept = scope.journal_of("assessment", &sheet.id.to_string()).await.expect("the database");
        let entry = kept.iter().find(|entry| entry.action == "calibration.decide").expect("journalled");
        assert!(entry.before.is_some() && entry.after.is_some() && entry.before != entry.after, "before and after");

        // Minutes, with who was there; a session without them does not end.
        wiryo.visit(&session).await;
        let form = "form[action$='/notulen']";
        wiryo.press(form, "Simpan dan akhiri", &[]).await.assert_status(422);
        let there = stage.employee("sari").to_string();
        let fields = [("minutes", "Disepakati arti kolaboratif, dengan contoh."), ("attended", there.as_str())];
        wiryo.press(form, "Simpan dan akhiri", &fields).await.assert_says("Sesi diakhiri");
        wiryo.shown().assert_no_selector(form).assert_says("Disepakati arti kolaboratif");
        let pdf = wiryo.visit(&format!("{session}/cetak")).await;
        assert!(pdf.bytes.starts_with(b"%PDF-"), "the minutes on paper");
        let page = wiryo.visit(&person).await;
        page.assert_no_selector("main form");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r26_a_signed_result_is_changed_by_no_session() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        stage.self_assess("ratna", period, skp).await;
        stage.rate("sari", period, skp, (Rating::Sesuai, Rating::Sesuai)).await;
        // The head of the unit may call one too.
        let dedi = stage.as_("dedi");
        let draft = actions::calibration::lead::Draft {
            period,
            unit: stage.unit("IKP"),
            held_on: dedi.today(),
            place: String::new(),
            agenda: "Contoh tiap kelas.".into(),
        };
        let session = actions::calibration::lead::call(&dedi, draft.clone()).await.expect("called");
        assert!(actions::calibration::lead::call(&stage.as_("hasan"), draft).await.is_err(), "not his unit");
        let what = (Subject::Nilai(Nilai::Loyal), Rating::Diatas);
        let proposal =
            actions::calibration::propose::propose(&dedi, session, skp, what, WHY.into()).await.expect("proposed");
        evaluate(&stage.as_("sari"), period, skp, "Pertahankan.".into()).await.expect("signed");
        let late = actions::calibration::decide::decide(&stage.as_("sari"), proposal, true, WHY.into()).await;
        assert!(late.is_err(), "the result stands");
        let again = actions::calibration::propose::propose(&dedi, session, skp, what, WHY.into()).await;
        assert!(again.is_err(), "nothing to propose any more");
        open(&stage, "dedi").await.visit(&format!("/kalibrasi/{session}/{skp}")).await.assert_no_selector("main form");
    })
    .await;
}
