//! R6, R22: who may see and keep sources; a source that falls silent is told to those who keep it, once.

use super::{file, source};
use actions::job::work::by_itself;
use domain::feed::Kind;
use testkit::{Site, Stage, for_each_engine};

#[tokio::test(flavor = "multi_thread")]
async fn r22_sources_are_kept_and_read_by_those_who_may() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-02-02 09:00");
        let mut sari = Site::of(&stage).log_in("sari").await;
        sari.visit("/sumber-data/baru").await;
        let unit = stage.unit("IKP").to_string();
        let typed =
            [("kind", "anggaran"), ("name", "Anggaran bidang"), ("code", "Anggaran Bidang"), ("unit", unit.as_str())];
        sari.submit("main form", &typed).await.assert_status(422).assert_selector("#code-error");
        let page = sari.submit("main form", &[("code", "anggaran-bidang")]).await;
        page.assert_says("Sumber data disimpan").assert_says("Anggaran bidang");
        let id = sari.shown().url.rsplit('/').next().expect("an id").to_owned();
        let budget = "kegiatan,bulan,pagu,realisasi,target_keluaran,capaian_keluaran\n\
            5.02.01,2026-01,1.000.000.000,100.000.000,10,1\n\
            5.02.02,2026-01,500.000.000,250.000.000,4,2\n";
        let source = id.parse().expect("an id");
        assert_eq!(file(&stage, "ratna", source, budget).await.added, 2);
        // 350 of 1500 million; planned for the output 100 + 250, so as planned.
        let page = sari.visit(&format!("/sumber-data/{id}")).await;
        page.assert_says("23,33 persen").assert_says("100 persen").assert_says("0 persen").assert_says("50 poin");
        let shown = sari.visit(&format!("/sumber-data/{id}?ukuran=anggaran-biaya")).await;
        shown.assert_says("biaya yang direncanakan").assert_says("5.02.01");
        for (key, see, change) in [
            ("sari", 200, 200),
            ("dedi", 200, 200),
            ("wiryo", 200, 200),
            ("joko", 200, 403),
            ("ratna", 403, 403),
            ("hasan", 403, 403),
            ("lina", 404, 404),
        ] {
            let mut site = Site::of(&stage).log_in(key).await;
            assert_eq!(site.visit(&format!("/sumber-data/{id}")).await.status.as_u16(), see, "{key} reads");
            assert_eq!(site.visit(&format!("/sumber-data/{id}/ubah")).await.status.as_u16(), change, "{key} keeps");
        }
        let mut hasan = Site::of(&stage).log_in("hasan").await;
        hasan.visit("/sumber-data").await.assert_no_selector("table a");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r6_a_source_that_falls_silent_is_told_once_to_those_who_keep_it() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-01-12 09:00");
        let id = source(&stage, Kind::Service, "ppid").await;
        let row = |n: u32| format!("nomor,diterima\nA-{n},2026-01-12 08:00\n");
        file(&stage, "ratna", id, &row(1)).await;
        let mut wiryo = Site::of(&stage).log_in("wiryo").await;
        assert!(!wiryo.visit("/").await.html().contains("diam sejak"));
        stage.at("2026-01-20 08:00");
        for _ in 0..2 {
            by_itself(&stage.app).await.expect("a morning");
        }
        for key in ["wiryo", "sari"] {
            let mut site = Site::of(&stage).log_in(key).await;
            let said = site.visit("/").await.html();
            assert!(said.contains("diam sejak"), "{key} has it to do");
            assert_eq!(said.matches("tidak menerima data sejak").count(), 1, "{key} is told once");
        }
        let mut sari = Site::of(&stage).log_in("sari").await;
        sari.visit(&format!("/sumber-data/{id}")).await.assert_says("Tidak ada data sejak");
        let ratna = Site::of(&stage).log_in("ratna").await.visit("/").await.html();
        assert!(!ratna.contains("diam sejak"), "who only brings rows in is not asked");
        file(&stage, "ratna", id, &row(2)).await;
        let now = Site::of(&stage).log_in("wiryo").await.visit("/").await.html();
        assert!(!now.contains("diam sejak"), "rows have come");
    })
    .await;
}
