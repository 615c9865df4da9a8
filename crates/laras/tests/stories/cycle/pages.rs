//! The same through the pages.

use super::waiting;
use domain::{assessment::Rating, evaluation::Rhythm};
use testkit::{Site, Stage, for_each_engine};

#[tokio::test(flavor = "multi_thread")]
async fn the_office_opens_reminds_and_takes_files_through_the_pages() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = waiting(&stage, Rhythm::Triwulanan, 1).await;
        let mut office = Site::of(&stage).log_in("wiryo").await;
        office.visit(&format!("/siklus?tahun=2026&periode={period}")).await.assert_says("belum dibuka");
        let form = format!("form[action='/siklus/{period}/buka']");
        office.submit(&form, &[]).await.assert_says("Menunggu giliran");
        let work = office.shown().url.clone();
        stage.work_off().await;
        office.visit(&work).await.assert_says("Selesai");
        office.visit("/pekerjaan").await.assert_says("Buka periode");

        office.visit(&format!("/siklus/{period}/ingatkan")).await.assert_says("1 orang, 1 pemberitahuan");
        office.submit("main form", &[]).await.assert_says("Pilih sedikitnya satu langkah");
        stage.result_of("ratna", period, skp, (Rating::Sesuai, Rating::Sesuai)).await;
        office.visit(&format!("/siklus/belum?tahun=2026&periode={period}")).await.assert_says("Ratna");
        let file = office.visit(&format!("/siklus/ekspor/papan.xlsx?tahun=2026&periode={period}")).await;
        assert!(file.bytes.starts_with(b"PK"), "a workbook");

        let mut sari = Site::of(&stage).log_in("sari").await;
        sari.visit("/siklus").await.assert_says("Bidang Informasi dan Komunikasi Publik");
        sari.submit("form[action$='/cetak']", &[]).await.assert_says("Cetak dokumen unit");
        let work = sari.shown().url.clone();
        stage.work_off().await;
        sari.visit(&work).await.assert_says("Unduh ZIP");
        let zip = sari.visit(&format!("{work}/berkas")).await;
        assert!(zip.bytes.starts_with(b"PK"));
        assert_eq!(office.visit(&format!("{work}/berkas")).await.status.as_u16(), 404, "he did not ask for it");

        let mut ratna = Site::of(&stage).log_in("ratna").await;
        assert_eq!(ratna.visit("/siklus").await.status.as_u16(), 403);
        assert_eq!(ratna.visit(&work).await.status.as_u16(), 404);
    })
    .await;
}
