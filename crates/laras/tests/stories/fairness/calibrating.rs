//! Sessions: called, looked at, proposed in, decided by the official alone, minuted, ended.

use super::{rated, rated_by_law};
use crate::{open, stage_of};
use actions::{
    calibration::{see::look, tasks::waiting},
    evaluation::evaluate::evaluate,
};
use domain::{
    assessment::{RaterRole, Rating, Subject},
    evaluation::Rhythm,
    ids::{CalibrationId, PeriodId, SkpId},
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
        wiryo.shown().assert_no_selector("input[name=attended][checked]");
        let mut sari = open(&stage, "sari").await;
        sari.visit("/pemberitahuan").await.assert_says("diundang ke sesi kalibrasi");

        // Who rates nobody there does not see it; the person looked at neither.
        for other in ["hasan", "ratna", "lina"] {
            assert_eq!(open(&stage, other).await.visit(&session).await.status, 404, "{other}");
        }
        let person = format!("{session}/{skp}");
        wiryo.visit(&person).await.assert_says("Didukung bukti di laporan bulanan").assert_says("Tidak ditunjukkan");
        let short = [("subject", "nilai.kolaboratif"), ("after", "diatas"), ("reason", "Bagus")];
        wiryo.submit("main form", &short).await.assert_status(422).assert_selector(".errors a[href='#reason']");
        let said = [("subject", "nilai.kolaboratif"), ("after", "diatas"), ("reason", WHY)];
        wiryo.submit("main form", &said).await.assert_says("Usul terkirim").assert_says("Menunggu pejabat penilai");
        wiryo.shown().assert_no_selector("form[action*='/usul/']");
        // The office cannot decide, whatever it sends.
        let scope = stage.as_("sari").read();
        let calibration = session.rsplit('/').next().expect("an id").parse().expect("an id");
        let proposal = scope.calibration_proposals(calibration).await.expect("the database").remove(0);
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
        let alone = [("minutes", "Disepakati arti kolaboratif.")];
        let page = wiryo.press(form, "Simpan dan akhiri", &alone).await;
        page.assert_status(422).assert_selector(".errors a[href='#attended']");
        let there = stage.employee("sari").to_string();
        let fields = [("minutes", "Disepakati arti kolaboratif, dengan contoh."), ("attended", there.as_str())];
        wiryo.press(form, "Simpan dan akhiri", &fields).await.assert_says("Sesi diakhiri");
        wiryo.shown().assert_no_selector(form).assert_says("Disepakati arti kolaboratif");
        let pdf = wiryo.visit(&format!("{session}/cetak")).await;
        assert!(pdf.bytes.starts_with(b"%PDF-"), "the minutes on paper");
        let page = wiryo.visit(&person).await;
        page.assert_no_selector("main form");
        // Ratna sees that somebody read her ratings.
        let rows =
            open(&stage, "ratna").await.visit("/akses-berkas").await.texts("section[aria-labelledby=dibuka] tbody tr");
        assert!(rows.iter().any(|row| row.contains("Wiryo")), "{rows:?}");
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
        // The proposal still waits for a word; keeping the rating is the only one left.
        assert_eq!(waiting(&stage.as_("sari")).await.expect("tasks").len(), 1);
        let mut sari = open(&stage, "sari").await;
        sari.visit(&format!("/kalibrasi/{session}")).await.assert_says("nilainya tidak berubah lagi");
        let form = "form[action*='/usul/']";
        sari.shown().assert_no_selector("input[name=word][value=ubah]");
        sari.submit(form, &[("word", "tetap"), ("reason", WHY)]).await.assert_says("Keputusan Anda tersimpan");
        assert!(waiting(&stage.as_("sari")).await.expect("tasks").is_empty());
    })
    .await;
}

/// A session called by the office.
async fn called(stage: &Stage, period: PeriodId, unit: &str) -> CalibrationId {
    let wiryo = stage.as_("wiryo");
    let draft = actions::calibration::lead::Draft {
        period,
        unit: stage.unit(unit),
        held_on: wiryo.today(),
        place: String::new(),
        agenda: "Contoh tiap kelas.".into(),
    };
    actions::calibration::lead::call(&wiryo, draft).await.expect("called")
}

#[tokio::test(flavor = "multi_thread")]
async fn r23_whoever_gave_the_rating_decides_also_in_the_raters_place() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        stage.self_assess("ratna", period, skp).await;
        stage.at("2026-05-04 09:00");
        stage.rate("dedi", period, skp, (Rating::Sesuai, Rating::Sesuai)).await;
        let session = called(&stage, period, "IKP").await;
        let what = (Subject::Nilai(Nilai::Loyal), Rating::Diatas);
        let wiryo = stage.as_("wiryo");
        let proposal =
            actions::calibration::propose::propose(&wiryo, session, skp, what, WHY.into()).await.expect("proposed");
        assert_eq!(waiting(&stage.as_("dedi")).await.expect("tasks").len(), 1);
        assert!(waiting(&stage.as_("sari")).await.expect("tasks").is_empty(), "she did not rate");
        let tried = actions::calibration::decide::decide(&stage.as_("sari"), proposal, true, WHY.into()).await;
        assert!(tried.is_err());
        let place = format!("/kalibrasi/{session}");
        open(&stage, "sari").await.visit(&place).await.assert_no_selector("form[action*='/usul/']");
        let mut dedi = open(&stage, "dedi").await;
        dedi.visit(&place).await;
        let word = [("word", "ubah"), ("reason", WHY)];
        dedi.submit("form[action*='/usul/']", &word).await.assert_says("Keputusan Anda tersimpan");
        assert!(waiting(&stage.as_("dedi")).await.expect("tasks").is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r23_nobody_proposes_about_themselves_and_colleagues_see_the_session_only() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let mut plans = Vec::new();
        for key in ["ratna", "tono", "sari"] {
            plans.push((key, stage.plan_of(key).await));
        }
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        for (key, skp) in &plans {
            stage.self_assess(key, period, *skp).await;
            stage.rate(stage.rater(key), period, *skp, (Rating::Sesuai, Rating::Sesuai)).await;
        }
        let session = called(&stage, period, "DINAS").await;
        let (ratna, own, place) = (plans[0].1, plans[2].1, format!("/kalibrasi/{session}"));
        let mut sari = open(&stage, "sari").await;
        sari.visit(&format!("{place}/{own}")).await.assert_no_selector("main form");
        let what = (Subject::Nilai(Nilai::Loyal), Rating::Diatas);
        let tried = actions::calibration::propose::propose(&stage.as_("sari"), session, own, what, WHY.into()).await;
        assert!(tried.is_err(), "her own rating");
        let plan = format!("main a[href='/skp/{ratna}']");
        sari.visit(&format!("{place}/{ratna}")).await.assert_selector(&plan).assert_says("Belum dapat diperkirakan");
        // Somebody who rates elsewhere under the unit reads her lines, not her file.
        let mut hasan = open(&stage, "hasan").await;
        hasan.visit("/kalibrasi").await.assert_selector(&format!("a[href='{place}']"));
        let page = hasan.visit(&format!("{place}/{ratna}")).await;
        page.assert_no_selector(&plan).assert_says("Tidak ditunjukkan");
        open(&stage, "joko").await.visit("/kalibrasi").await.assert_selector(&format!("a[href='{place}']"));
        open(&stage, "ratna").await.visit("/kalibrasi").await.assert_no_selector(&format!("a[href='{place}']"));
    })
    .await;
}

/// Is the fair value of a line shown to somebody, and is there any?
async fn fair(stage: &Stage, key: &str, session: CalibrationId, skp: SkpId) -> (bool, bool) {
    let line = look(&stage.as_(key), session, skp).await.expect("the line").line;
    (line.fair_shown, line.fair.is_some())
}

/// Peers rate without names here: beside the ratings, a fair value would show each of them by and by.
#[tokio::test(flavor = "multi_thread")]
async fn r23_a_fair_value_waits_for_the_signature_where_peers_were_promised_no_names() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "plaju").await;
        let (period, plans) = rated(&stage).await;
        rated_by_law(&stage, period, plans).await;
        actions::fairness::report::count(&stage.as_("wiryo"), period).await.expect("a job");
        stage.work_off().await;
        let session = called(&stage, period, "DINAS").await;
        for key in ["sari", "wiryo", "joko", "dedi"] {
            assert_eq!(fair(&stage, key, session, plans[0]).await, (false, false), "{key}");
        }
        evaluate(&stage.as_("sari"), period, plans[0], "Pertahankan.".into()).await.expect("signed");
        for (key, shown) in [("sari", true), ("wiryo", true), ("joko", true), ("dedi", false)] {
            assert_eq!(fair(&stage, key, session, plans[0]).await, (shown, shown), "{key}");
        }
    })
    .await;
}
