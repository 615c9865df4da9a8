//! Potential apart from performance, the nine boxes, and succession; for those entitled, and one's own place for oneself.

use super::{ABOVE, year};
use crate::{EXPECTED, open, stage_of};
use testkit::for_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn r21_a_box_has_its_reason_and_decides_nothing() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "wanggar").await;
        year(&stage, &[("ratna", 4, ABOVE), ("budi", 2, EXPECTED)], "2027-01-11 09:00").await;
        let mut wiryo = open(&stage, "wiryo").await;
        wiryo.visit("/talenta").await.assert_says("Belum ada peta");
        let place = format!("/talenta/pegawai/{}", stage.employee("ratna"));
        wiryo.visit(&place).await.assert_says("Belum ada di peta");
        let page = wiryo.submit("main form", &[("assessment", "120"), ("reason", "Baik")]).await;
        page.assert_status(422)
            .assert_selector("#assessment-error")
            .assert_selector("#source-error")
            .assert_selector("#reason-error");
        let rating = [
            ("assessment", "90"),
            ("track_record", "80"),
            ("on", "2027-01-05"),
            ("source", "Pusat asesmen provinsi"),
            ("reason", "Menyusun rencana dan membagi tugas dengan jelas."),
        ];
        wiryo.submit("main form", &rating).await.assert_says("Penilaian potensi tersimpan");
        wiryo.visit("/talenta").await;
        let page = wiryo.press("form[action='/talenta/petakan']", "Petakan sekarang", &[]).await;
        // 0,7 of the weight is known: (50 x 90 + 20 x 80) / 70 = 87,14: tinggi; Sangat Baik: di atas.
        page.assert_says("Peta dibuat").assert_says("Belum dapat ditempatkan: 8 orang");
        let to = page.link("Kotak 9");
        let page = wiryo.visit(&to).await;
        page.assert_says("Dipromosikan dan dipertahankan").assert_says("Ratna").assert_says("PermenPANRB 3/2020");
        wiryo
            .visit(&place)
            .await
            .assert_says("87,14 dari 100, dari 70 % bobot")
            .assert_says("predikat Sangat baik tahun 2026");
        // Unknown is not low: Budi has no rating and no box.
        let page = wiryo.visit("/talenta?kotak=0").await;
        page.assert_says("Budi").assert_says("Belum diketahui bukan berarti rendah");

        // Her own place is hers to read; nobody else's, and the map is for those entitled.
        let mut ratna = open(&stage, "ratna").await;
        ratna
            .visit(&place)
            .await
            .assert_says("Kotak 9")
            .assert_says("tidak memutuskan apa pun")
            .assert_no_selector("#assessment");
        for reader in ["sari", "dedi", "tono", "ika", "lina"] {
            let mut site = open(&stage, reader).await;
            assert_eq!(site.visit(&place).await.status, 404, "{reader}");
            for page in ["/talenta", "/talenta/jabatan-kritis", "/talenta/ekspor/talenta.json"] {
                assert_eq!(site.visit(page).await.status, 403, "{reader} {page}");
            }
        }
        let mut joko = open(&stage, "joko").await;
        joko.visit("/talenta").await.assert_no_selector("form[action='/talenta/petakan']");
        let data = joko.visit("/talenta/ekspor/talenta.json").await.assert_status(200);
        let boxes: serde_json::Value = serde_json::from_slice(&data.bytes).expect("JSON");
        assert_eq!(boxes.as_array().map(Vec::len), Some(1));
        assert_eq!(
            (&boxes[0]["box"], &boxes[0]["sumbu_x"], &boxes[0]["total_sumbu"]),
            (&9.into(), &3.into(), &6.into())
        );
        assert_eq!(boxes[0]["pns_id"], "199403122019032008");
        joko.visit("/talenta/ekspor/kompetensi.json").await.assert_status(200);

        // Succession: a missing standard is said; the pool is offered; nobody is put forward twice.
        wiryo.visit("/talenta/jabatan-kritis").await;
        let page = wiryo.submit("main form", &[("post", "Tidak Ada"), ("reason", "Penting")]).await;
        page.assert_status(422).assert_selector("#post-error");
        let named = [("post", "SARI"), ("reason", "Pejabatnya pensiun tahun ini.")];
        let page = wiryo.submit("main form", &named).await;
        page.assert_says("Standar kompetensi jabatan ini belum ada")
            .assert_says("Ratna")
            .assert_says("Belum diketahui");
        let usul = "section[aria-labelledby='usul'] form";
        let put = [("employee", "Ratna"), ("reason", "Sudah dua kali menjadi pelaksana harian.")];
        wiryo.submit(usul, &put).await.assert_says("Calon diusulkan").assert_says("Diusulkan oleh Wiryo");
        wiryo.submit(usul, &put).await.assert_status(422).assert_says("sudah diusulkan");
        let holder = [("employee", "Sari"), ("reason", "Pemegang jabatan sekarang.")];
        wiryo.submit(usul, &holder).await.assert_status(422).assert_says("pemegang jabatannya");
        wiryo.press("form[action$='/tarik']", "Tarik Ratna", &[]).await.assert_says("Usulan ditarik");
    })
    .await;
}
