//! Where a team is read: on the rater's desk and beside the member's result, with the words of the team's leader.

use super::{NAME, result, team};
use crate::open;
use domain::{assessment::Rating, evaluation::Rhythm};
use testkit::{Stage, for_each_engine};

const GOOD: &str = "Jawabannya selalu siap sebelum rapat tim.";

#[tokio::test(flavor = "multi_thread")]
async fn r13_the_leaders_words_reach_the_rater_the_desk_and_the_result() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        stage.at("2026-02-02 09:00");
        let team = team(&stage).await;
        let of_team = result(&stage, team).await;
        let link = format!("/tim-kerja/{team}");
        let mut tono = open(&stage, "tono").await;
        let to = tono.visit(&link).await.link("Beri umpan balik");
        let page = tono.visit(&to).await;
        page.assert_no_selector("[name=source]").assert_says("Ratna");
        assert_eq!(page.attr("#topic", "value").as_deref(), Some(NAME));
        let said = [("good", GOOD)];
        tono.press("main form[method=post]", "Kirim", &said).await.assert_says("Diteruskan ke Pejabat Penilai");

        let mut sari = open(&stage, "sari").await;
        let to = sari.visit("/").await.link("Baca umpan balik pimpinan lain tentang Ratna");
        sari.visit(&to).await.assert_says(GOOD).assert_says(NAME);

        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let reason = "Seperempat target tercapai pada seperempat tahun.".to_owned();
        let said = vec![(of_team, Some(domain::evaluation::Capaian::Istimewa), reason)];
        actions::workteam::rate::rate(&stage.as_("dedi"), team, period, said).await.expect("a rating");
        let result = stage.result_of("ratna", period, skp, (Rating::Sesuai, Rating::Sesuai)).await;
        for (reader, page) in [("sari", format!("/penilaian/{period}/{skp}")), ("ratna", format!("/hasil/{result}"))] {
            let mut site = open(&stage, reader).await;
            let beside = site.visit(&page).await.text("#tim-kerja");
            for words in [NAME, "40 persen", "Sangat Baik", GOOD, "Tono Wibisana", "skema"] {
                assert!(beside.to_lowercase().contains(&words.to_lowercase()), "{reader}: {words} in {beside}");
            }
            let to = site.shown().link(NAME);
            site.visit(&to).await.assert_status(200);
        }
        // It is material: the predikat is what the two ratings give.
        let mut ratna = open(&stage, "ratna").await;
        ratna.visit(&format!("/hasil/{result}")).await.assert_says("Predikat kinerja: Baik");
        // Whoever works in no team has no such block.
        let other = stage.plan_of("budi").await;
        let mut sari = open(&stage, "sari").await;
        sari.visit(&format!("/penilaian/{period}/{other}")).await.assert_no_selector("#tim-kerja");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_whoever_leads_no_team_does_not_speak_as_its_leader() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-02-02 09:00");
        let team = team(&stage).await;
        let to = |key: &str| format!("/umpan-balik/beri?pegawai={}", stage.employee(key));
        let mut tono = open(&stage, "tono").await;
        tono.visit(&to("ratna")).await.assert_no_selector("[name=source]");
        tono.visit(&to("budi")).await.assert_selector("[name=source]");
        let mut ratna = open(&stage, "ratna").await;
        ratna.visit(&to("tono")).await.assert_selector("[name=source]");
        actions::workteam::write::end(&stage.as_("dedi"), team).await.expect("the end");
        tono.visit(&to("ratna")).await.assert_selector("[name=source]");
    })
    .await;
}
