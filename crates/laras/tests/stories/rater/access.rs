//! R26: an employee sees who opened or changed their file; whoever was promised not to be named is not there.

use crate::open;
use actions::{
    access::see::see,
    scheme::{
        decide::decide,
        nominate::{Name, nominate},
    },
};
use domain::{access::Kind, assessment::Rating, evaluation::Rhythm, scheme::Role};
use testkit::{Stage, for_each_engine};

const HERE: &str = "/akses-berkas";

#[tokio::test(flavor = "multi_thread")]
async fn r26_an_employee_sees_who_opened_and_changed_their_file() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let mut ratna = open(&stage, "ratna").await;
        for own in [format!("/skp/{skp}"), format!("/skp/{skp}/laporan"), "/hasil".to_owned()] {
            ratna.visit(&own).await.assert_status(200);
        }
        let page = ratna.visit(HERE).await;
        page.assert_says("Belum ada orang lain yang membuka").assert_says("Sari Puspaningrum");
        // The rater opens plan and desk, some pages twice; the office opens master data; somebody who may not leaves no trace.
        let mut sari = open(&stage, "sari").await;
        stage.minutes(1);
        sari.visit(&format!("/skp/{skp}")).await.assert_status(200);
        stage.minutes(1);
        sari.visit(&format!("/skp/{skp}")).await.assert_status(200);
        let rows = ratna.visit(HERE).await.texts("section[aria-labelledby=dibuka] tbody tr");
        let plan = rows.iter().find(|row| row.contains("Sari") && row.contains("SKP")).expect("the plan");
        assert!(plan.contains("2 kali"), "two requests, counted once each: {plan}");
        stage.minutes(1);
        sari.visit(&format!("/penilaian/{period}/{skp}")).await.assert_status(200);
        let mut office = open(&stage, "wiryo").await;
        office.visit(&format!("/pegawai/{}", stage.employee("ratna"))).await.assert_status(200);
        open(&stage, "tono").await.visit(&format!("/skp/{skp}")).await.assert_status(404);
        let result = stage.result_of("ratna", period, skp, (Rating::Sesuai, Rating::Sesuai)).await;
        open(&stage, "joko").await.visit(&format!("/hasil/{result}")).await.assert_status(200);

        let page = ratna.visit(HERE).await;
        page.assert_says("Pejabat Penilai Kinerja").assert_says("Pengelola kepegawaian").assert_says("Auditor");
        page.assert_says("Kepala Bidang Informasi dan Komunikasi Publik").assert_says("disimpan 2 tahun");
        page.assert_says("Mengisi atau mengirim penilaian").assert_says("Menetapkan atau menyerahkan hasil");
        let rows = page.texts("section[aria-labelledby=dibuka] tbody tr");
        assert!(rows.iter().all(|row| !row.contains("Tono") && !row.contains("Ratna")), "{rows:?}");
        let file = ratna.visit("/akses-berkas/ekspor.json").await;
        assert_eq!(file.headers["content-type"], "application/json");
        let kept: serde_json::Value = serde_json::from_slice(&file.bytes).expect("JSON");
        let opened = kept["opened"].as_array().expect("openings");
        assert!(opened.iter().any(|one| one["part"] == "assessment" && one["as"] == "rater"), "{kept}");
        // Everybody sees their own only.
        open(&stage, "budi").await.visit(HERE).await.assert_says("Belum ada orang lain yang membuka");
        // It is kept for its time and then forgotten.
        let seen = see(&stage.as_("ratna")).await.expect("the page");
        assert!(!seen.openings.is_empty());
        stage.at("2028-06-01 08:00");
        actions::job::work::by_itself(&stage.app).await.expect("what happens by itself");
        let seen = see(&stage.as_("ratna")).await.expect("the page");
        assert!(seen.openings.is_empty(), "two years and more are gone");
    })
    .await;
}

/// Plaju asks peers, without names: that they opened the sheet would tell who they are, and that they answered.
#[tokio::test(flavor = "multi_thread")]
async fn r26_peers_who_were_asked_to_rate_are_never_listed() {
    for_each_engine(|store| async move {
        let stage = Stage::set_with(store, "plaju", testkit::policies::library()).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Tahunan, 1).await;
        let place = format!("/kriteria/{period}/{skp}");
        for key in ["budi", "tono", "joko"] {
            let name = Name { rater: stage.employee(key), role: Role::Rekan, family: false };
            let id = nominate(&stage.as_("ratna"), period, skp, name).await.expect("named");
            decide(&stage.as_("sari"), period, skp, id, true, String::new()).await.expect("agreed");
        }
        for key in ["budi", "tono", "joko"] {
            open(&stage, key).await.visit(&place).await.assert_status(200);
        }
        open(&stage, "sari").await.visit(&place).await.assert_status(200);
        for key in ["budi", "tono", "joko"] {
            stage.criteria(key, period, skp).await;
        }
        let mut ratna = open(&stage, "ratna").await;
        let page = ratna.visit(HERE).await;
        page.assert_says("Rekan dan bawahan yang diminta menilai tidak dicatat").assert_says("Sari Puspaningrum");
        let file = ratna.visit("/akses-berkas/ekspor.json").await.clone();
        let page = ratna.visit(HERE).await;
        for name in ["Budi", "Tono", "Joko"] {
            assert!(!page.said().contains(name), "{name} is not on the page");
            assert!(!String::from_utf8_lossy(&file.bytes).contains(name), "{name} is not in the file");
        }
        // Nor are they in the database, whoever reads it.
        actions::access::flush(&stage.app).await.expect("counted");
        let scope = stage.as_("joko").read();
        let since = "2020-01-01".parse().expect("a day");
        let opened = scope.openings_of(stage.employee("ratna"), since, 99).await.expect("the database");
        let peers = ["budi", "tono", "joko"].map(|key| stage.employee(key));
        assert!(opened.iter().all(|one| !peers.contains(&one.reader)), "{opened:?}");
        assert!(opened.iter().any(|one| one.kind == Kind::Assessment && one.reader == stage.employee("sari")));
    })
    .await;
}
