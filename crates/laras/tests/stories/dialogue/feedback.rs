//! Feedback asked for and offered, declined, passed on; and where it is read.

use domain::{evaluation::Rhythm, plan::Nilai};
use testkit::{Site, Stage, for_each_engine};

const GOOD: &str = "Rekap mingguan Ratna langsung dapat kami pakai.";
const IMPROVE: &str = "Kirim sehari sebelum rapat, bukan paginya.";

async fn open(stage: &Stage, key: &str) -> Site {
    Site::of(stage).log_in(key).await
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_a_colleague_is_asked_and_answers() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        stage.at("2026-02-10 09:00");
        let rhk = stage.skp("ratna", skp).await.content.results[0].id;
        let mut ratna = open(&stage, "ratna").await;
        ratna.visit("/umpan-balik/minta").await.assert_says("Sari Puspaningrum").assert_says("Budi Santosajaya");
        let on = format!("rhk.{rhk}");
        let page = ratna.submit("main form", &[("on", on.as_str()), ("question", "?")]).await;
        page.assert_selector(".errors a[href='#of']").assert_selector(".errors a[href='#question']");
        let budi = stage.employee("budi").to_string();
        // Tono works elsewhere in the agency: asked by name.
        let question = "Apakah rekap mingguan saya mudah dipakai?";
        let fields = [("of", budi.as_str()), ("other", "Tono"), ("on", on.as_str()), ("question", question)];
        ratna.submit("main form", &fields).await.assert_says("Permintaan terkirim kepada 2 orang");

        stage.minutes(60);
        let mut budi = open(&stage, "budi").await;
        budi.visit("/").await.assert_says("Jawab permintaan umpan balik Ratna");
        let to = budi.shown().link("Jawab permintaan umpan balik");
        let page = budi.visit(&to).await;
        page.assert_says("mudah dipakai").assert_says("Dibaca oleh Ratna").assert_says("Nama Anda tertulis");
        let page = budi.press("form[action='/umpan-balik/beri']", "Kirim", &[("good", "Baik")]).await;
        page.assert_selector(".errors a[href='#good']");
        let said = [("source", "setingkat"), ("good", GOOD), ("improve", IMPROVE)];
        budi.press("form[action='/umpan-balik/beri']", "Kirim", &said).await.assert_says("sudah disampaikan");
        assert!(!budi.visit("/").await.said().contains("Jawab permintaan"), "answered once");

        let mut tono = open(&stage, "tono").await;
        let to = tono.visit("/").await.link("Jawab permintaan umpan balik");
        tono.visit(&to).await.assert_says("Permohonan informasi publik");
        tono.press("form[action$='/tolak']", "Tidak menjawab", &[("declined", "Belum pernah memakainya.")])
            .await
            .assert_says("Yang bertanya mendapat kabar");

        let page = ratna.visit("/umpan-balik").await;
        page.assert_says(GOOD).assert_says("Sudah dijawab").assert_says("Belum pernah memakainya.");
        ratna.visit("/perkembangan").await.assert_says(GOOD);
        let mut sari = open(&stage, "sari").await;
        let about = format!("/umpan-balik/tentang/{}", stage.employee("ratna"));
        sari.visit(&about).await.assert_says(GOOD).assert_says("Budi Santosajaya");
        for stranger in ["tono", "wiryo", "ika", "lina"] {
            let mut site = open(&stage, stranger).await;
            let page = site.visit(&about).await;
            assert_eq!(page.status, 404, "{stranger}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_feedback_lies_on_the_desk_beside_its_line() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        stage.at("2026-02-10 09:00");
        let mut budi = open(&stage, "budi").await;
        let to = format!("/umpan-balik/beri?pegawai={}", stage.employee("ratna"));
        // Budi does not read Ratna's plan, so its results are not offered to him.
        budi.visit(&to).await.assert_no_selector("option[value^='rhk.']");
        let value = format!("nilai.{}", Nilai::Kolaboratif.code());
        let said = [("on", value.as_str()), ("source", "setingkat"), ("good", GOOD)];
        budi.press("main form[method=post]", "Kirim", &said).await.assert_says("sudah disampaikan");
        let mut sari = open(&stage, "sari").await;
        let rhk = stage.skp("ratna", skp).await.content.results[0].id;
        let on = format!("rhk.{rhk}");
        sari.visit(&to).await.assert_no_selector("[name=source]");
        let said = [("on", on.as_str()), ("improve", IMPROVE)];
        sari.press("main form[method=post]", "Kirim", &said).await.assert_says("sudah disampaikan");

        let period = stage.period(Rhythm::Triwulanan, 1).await;
        stage.self_assess("ratna", period, skp).await;
        // Weeks later both log in again.
        let (mut sari, mut budi) = (open(&stage, "sari").await, open(&stage, "budi").await);
        let page = sari.visit(&format!("/penilaian/{period}/{skp}")).await;
        let beside = page.text(&format!("section[aria-labelledby='rhk.{rhk}']"));
        assert!(beside.contains(IMPROVE) && beside.contains("Sari Puspaningrum"), "{beside}");
        let value = page.text("section[aria-labelledby='nilai.kolaboratif']");
        assert!(value.contains(GOOD) && value.contains("Rekan kerja"), "{value}");
        // Not to oneself, and nobody becomes a leader by saying so.
        let own = format!("/umpan-balik/beri?pegawai={}", stage.employee("budi"));
        budi.visit(&own).await;
        let said = [("on", "whole"), ("topic", "Rapat"), ("good", GOOD), ("source", "setingkat")];
        budi.press("main form[method=post]", "Kirim", &said).await.assert_says("kepada orang lain");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r13_a_leader_who_does_not_rate_passes_it_on() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.plan_of("ratna").await;
        stage.at("2026-02-10 09:00");
        // Hasan leads a team across units that Ratna works in.
        let mut hasan = open(&stage, "hasan").await;
        hasan.visit("/umpan-balik/beri").await;
        let page = hasan.submit("main form[method=get]", &[("nama", "a")]).await;
        page.assert_says("Ada beberapa");
        let page = hasan.submit("main form[method=get]", &[("nama", "Ratna")]).await;
        page.assert_says("diteruskan ke Pejabat Penilai Kinerja");
        let said =
            [("on", "whole"), ("topic", "Tim layanan terpadu"), ("improve", IMPROVE), ("source", "pimpinan_lain")];
        hasan.press("main form[method=post]", "Kirim", &said).await.assert_says("Diteruskan ke Pejabat Penilai");

        let mut sari = open(&stage, "sari").await;
        let to = sari.visit("/").await.link("Baca umpan balik pimpinan lain tentang Ratna");
        sari.visit(&to).await.assert_says("Tim layanan terpadu");
        sari.press("form[action^='/umpan-balik/diteruskan']", "Sudah saya baca", &[]).await.assert_says("Tercatat");
        assert!(!sari.visit("/").await.said().contains("umpan balik pimpinan lain"), "confirmed once");
        hasan.visit("/umpan-balik").await.assert_says("Diterima Pejabat Penilai Kinerja");
        // The employee reads it too, and cannot confirm it in the rater's place.
        let mut ratna = open(&stage, "ratna").await;
        let page = ratna.visit("/umpan-balik").await;
        page.assert_says(IMPROVE).assert_no_selector("form[action^='/umpan-balik/diteruskan']");
    })
    .await;
}
