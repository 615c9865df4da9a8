//! What is open and what is missing: conditions one by one, for a person and as a list; and a person's record.

use super::{ABOVE, year};
use crate::{EXPECTED, open, stage_of};
use testkit::for_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn r15_every_condition_is_shown_and_unknown_is_never_no() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "wanggar").await;
        for closing in ["2027-01-11 09:00", "2028-01-11 09:00"] {
            year(&stage, &[("ratna", 4, ABOVE), ("budi", 2, EXPECTED)], closing).await;
        }
        let ratna = stage.employee("ratna");
        let mut site = open(&stage, "ratna").await;
        let page = site.visit(&format!("/pegawai/{ratna}/kelayakan")).await;
        page.assert_says("2026: Sangat baik.").assert_says("Belum dicatat: Tanggal mulai pangkat terakhir");
        page.assert_says("PP 11/2017").assert_says("Aturan skema instansi mengusulkannya").assert_no_selector("#fact");
        page.assert_says("Standar kompetensi jabatan ini belum ada");
        let states = |page: &testkit::html::Page, track: &str| {
            page.text(&format!("section[aria-labelledby='{track}'] > p .badge"))
        };
        for track in ["pangkat", "jabatan", "tugas-belajar"] {
            assert!(states(page, track).contains("Belum diketahui"), "{track}: {}", states(page, track));
        }
        // The office records what no row says; she is told, and the condition is met.
        let mut wiryo = open(&stage, "wiryo").await;
        let place = format!("/pegawai/{ratna}/kelayakan");
        wiryo.visit(&place).await;
        let fields = [("fact", "no-discipline"), ("on", "2030-01-01"), ("source", "SK")];
        let page = wiryo.submit("main form", &fields).await;
        page.assert_status(422).assert_selector("#on-error").assert_selector("#source-error");
        page.assert_selector(".errors a[href='#yes']");
        for (fact, yes, on) in [("no-discipline", "ya", "2028-01-10"), ("rank-since", "", "2024-01-01")] {
            wiryo.visit(&place).await;
            let fields = [("fact", fact), ("yes", yes), ("on", on), ("source", "SK 823/1234/2024")];
            wiryo.submit("main form", &fields).await.assert_says("Catatan tersimpan");
        }
        let page = site.visit(&place).await;
        assert!(states(page, "pangkat").contains("Terpenuhi"), "{}", states(page, "pangkat"));
        assert!(states(page, "tugas-belajar").contains("Terpenuhi"), "{}", states(page, "tugas-belajar"));
        site.visit("/pemberitahuan").await.assert_says("Dicatat pada riwayat Anda");
        // Studies of ten years: not three times as long to serve is needed but thirty years.
        let long = site.visit(&format!("{place}?studi=120")).await;
        assert!(states(long, "tugas-belajar").contains("Belum terpenuhi"));

        // The list: a PPPK has no rank promotion; a leader sees her own people only, others nothing.
        let page = wiryo.visit("/kelayakan?untuk=pangkat").await;
        let row = |page: &testkit::html::Page, name: &str| {
            page.texts("table tbody tr").into_iter().find(|row| row.contains(name)).unwrap_or_default()
        };
        assert!(
            row(page, "Ratna").contains("Terpenuhi") && row(page, "Budi").contains("Belum terpenuhi: Berstatus PNS")
        );
        assert!(row(page, "Tono").contains("Belum diketahui"), "nobody knows of his years: {}", row(page, "Tono"));
        let page = wiryo.visit("/kelayakan?untuk=pangkat&keadaan=terpenuhi").await;
        assert_eq!(page.texts("table tbody tr").len(), 1);
        let mut sari = open(&stage, "sari").await;
        let page = sari.visit("/kelayakan").await;
        assert!(row(page, "Ratna").contains("Terpenuhi") && row(page, "Tono").is_empty());
        let elsewhere = stage.unit("APTIKA");
        assert_eq!(sari.visit(&format!("/kelayakan?unit={elsewhere}")).await.status, 404);
        for (reader, status) in
            [("tono", 404), ("lina", 404), ("hasan", 404), ("dedi", 200), ("joko", 200), ("sari", 200)]
        {
            let mut site = open(&stage, reader).await;
            assert_eq!(site.visit(&place).await.status, status, "{reader}");
        }
        assert_eq!(open(&stage, "tono").await.visit("/kelayakan").await.status, 403);
        let mut joko = open(&stage, "joko").await;
        joko.visit(&place).await.assert_no_selector("#fact");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r20_r22_a_persons_years_go_along_as_paper_and_as_data() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "wanggar").await;
        year(&stage, &[("ratna", 4, ABOVE)], "2027-01-11 09:00").await;
        let mut ratna = open(&stage, "ratna").await;
        let page = ratna.visit("/hasil/perjalanan").await;
        page.assert_says("Yang terbuka dan yang masih kurang").assert_says("Indikator kinerja").assert_says("2026");
        let (pdf, json) = (page.link("(PDF)"), page.link("(JSON)"));
        let paper = ratna.visit(&pdf).await.assert_status(200);
        assert!(paper.bytes.starts_with(b"%PDF"), "a PDF");
        let data = ratna.visit(&json).await.assert_status(200);
        let record: serde_json::Value = serde_json::from_slice(&data.bytes).expect("JSON");
        assert_eq!(record["nipBaru"], "199403122019032008");
        let year = &record["rw_skp22"][0];
        assert_eq!(
            (&year["tahun"], &year["hasilKinerjaNilai"], &year["kuadranKinerjaNilai"]),
            (&2026.into(), &1.into(), &1.into())
        );
        assert_eq!(record["kelayakan"].as_array().map(Vec::len), Some(3));
        // Those who read the results take them along too; nobody else.
        let place = format!("/pegawai/{}/perjalanan/riwayat.json", stage.employee("ratna"));
        for (reader, status) in [("sari", 200), ("wiryo", 200), ("tono", 403), ("ika", 403)] {
            assert_eq!(open(&stage, reader).await.visit(&place).await.status, status, "{reader}");
        }
        assert_eq!(ratna.visit("/hasil/perjalanan/riwayat.doc").await.status, 404);
    })
    .await;
}
