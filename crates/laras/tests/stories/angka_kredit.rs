//! Angka kredit through the pages: what a predikat is converted into, for whom, and who reads it.

use domain::{assessment::Rating, evaluation::Rhythm};
use testkit::{Site, Stage, for_each_engine};

#[tokio::test(flavor = "multi_thread")]
async fn a_quarter_gives_an_idea_and_the_year_counts() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let mut ratna = Site::of(&stage).log_in("ratna").await;
        ratna.visit("/angka-kredit").await.assert_says("Ahli pertama").assert_says("Belum ada hasil evaluasi");

        let quarter = stage.period(Rhythm::Triwulanan, 1).await;
        let first = stage.result_of("ratna", quarter, skp, (Rating::Diatas, Rating::Diatas)).await;
        // 3 of 12 months, 150 %, 12,5 a year (Perban BKN 3/2023).
        let mut ratna = Site::of(&stage).log_in("ratna").await;
        let page = ratna.visit("/angka-kredit").await;
        page.assert_says("4,688").assert_says("tidak dijumlahkan").assert_says("Jumlah angka kredit Anda 0");
        let letter = ratna.visit(&format!("/hasil/{first}/angka-kredit")).await;
        assert!(letter.bytes.starts_with(b"%PDF"), "the letter");

        for (who, status) in [("sari", 200), ("wiryo", 200), ("budi", 404), ("lina", 404), ("ika", 404)] {
            let mut site = Site::of(&stage).log_in(who).await;
            let answer = site.visit(&format!("/hasil/{first}/angka-kredit")).await.status.as_u16();
            assert_eq!(answer, status, "{who}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_holds_no_functional_post_is_told_so() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("budi").await;
        let quarter = stage.period(Rhythm::Triwulanan, 1).await;
        let result = stage.result_of("budi", quarter, skp, (Rating::Sesuai, Rating::Sesuai)).await;
        let mut budi = Site::of(&stage).log_in("budi").await;
        budi.visit("/angka-kredit").await.assert_says("bukan jabatan fungsional");
        assert_eq!(budi.visit(&format!("/hasil/{result}/angka-kredit")).await.status.as_u16(), 404);
    })
    .await;
}
