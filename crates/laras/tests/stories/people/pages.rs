//! The same on pages: forms that work without JavaScript, mistakes beside their fields, files through the browser.

use testkit::{
    Stage, for_each_engine,
    site::{File, Site},
};

#[tokio::test(flavor = "multi_thread")]
async fn r6_a_file_is_checked_and_saved_on_a_page() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let mut site = Site::of(&stage).log_in("wiryo").await;
        site.visit("/impor?jenis=unit").await.assert_status(200).assert_says("Kolom-kolomnya");
        let file = |bytes| [File { field: "file", name: "unit.csv", bytes }];
        site.upload("main form.form", "Unggah dan periksa", &[], &file(b"kode;warna\nA;B\n")).await;
        site.shown().assert_status(422).assert_says("Kolom ini belum ada: nama");
        site.upload("main form.form", "Unggah dan periksa", &[], &[]).await.assert_status(422);
        site.shown().assert_says("Pilih berkasnya dulu");
        let text = b"kode;nama;induk\nSIARAN;Seksi Siaran;IKP\nSALAH;Seksi Salah;ENTAH\n";
        site.upload("main form.form", "Unggah dan periksa", &[], &file(text)).await;
        settle(&mut site, "sudah diperiksa").await;
        site.shown().assert_says("Baris 3").assert_says("ENTAH").assert_says("Unit di atasnya tidak ditemukan");
        site.press("main form.form", "Simpan sekarang", &[("mode", "lewati")]).await;
        settle(&mut site, "selesai").await;
        site.visit("/unit").await.assert_says("Seksi Siaran");
        let page = site.visit("/ekspor/unit.csv").await;
        assert!(page.html().starts_with("\u{feff}kode,nama,induk\r\n"), "{}", page.html());
        assert!(page.html().contains("SIARAN,Seksi Siaran,IKP\r\n"));
        site.visit("/ekspor/pegawai.pdf").await.assert_status(404);
        site.visit("/impor/templat/skp.xlsx").await.assert_status(200);
    })
    .await;
}

/// Opens the page anew until it says so: the file is dealt with beside the request.
async fn settle(site: &mut Site, says: &str) {
    let path = site.shown().url.clone();
    for _ in 0..200 {
        if site.visit(&path).await.text("#jalan").contains(says) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{path} never says {says}: {}", site.shown().said());
}

#[tokio::test(flavor = "multi_thread")]
async fn r6_people_and_units_on_pages() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let mut site = Site::of(&stage).log_in("wiryo").await;
        site.visit("/pegawai?cari=ratna").await.assert_says("Ratna Kusumaningtyas").assert_says("1 orang");
        site.visit("/pegawai/baru").await;
        let typed = [("nip", "19900101 201501 2 00"), ("name", "Nani Suryani"), ("employment", "pns")];
        site.submit("main form.form", &typed).await.assert_status(422).assert_says("NIP berisi 18 angka");
        assert_eq!(site.shown().attr("#name", "value").as_deref(), Some("Nani Suryani"), "what was typed stays");
        site.submit("main form.form", &[("nip", "19900101 201501 2 001")]).await.assert_status(200);
        site.shown().assert_says("Pegawai ditambahkan").assert_says("19900101 201501 2 001");
        let own = site.shown().url.clone();
        site.visit(&format!("{own}/jabatan")).await;
        let typed = [("post", "ENTAH"), ("from", "2026-01-01")];
        site.submit("main form.form", &typed).await.assert_status(422).assert_says("Jabatan ini tidak ditemukan");
        site.submit("main form.form", &[("post", "RATNA")]).await.assert_says("Penugasan disimpan");
        let end = site.shown().link("Akhiri");
        site.visit(&end).await;
        site.submit("main form.form", &[("until", "2025-12-31")]).await.assert_status(422);
        site.visit(&format!("{own}/penilai")).await;
        site.submit("main form.form", &[("rater", "198006122005012011"), ("from", "2026-01-01")]).await;
        site.shown().assert_says("Pejabat penilai disimpan").assert_says("Sari Puspaningrum");

        site.visit(&format!("/unit/{}", stage.unit("IKP"))).await.assert_says("Nani Suryani");
        site.visit(&format!("/jabatan/{}/tugas", stage.post("ratna"))).await;
        site.submit("main form.form", &[("task.baru-1.task", "Menulis siaran"), ("task.baru-1.output", "Siaran")])
            .await;
        site.shown().assert_says("Uraian tugas disimpan").assert_says("Menulis siaran");
        for path in ["/unit", "/unit/baru", "/impor", "/pegawai", own.as_str()] {
            site.visit(path).await.assert_status(200);
        }
        let mut ratna = Site::of(&stage).log_in("ratna").await;
        for path in ["/pegawai", "/unit", "/impor", "/pegawai/baru", "/ekspor/pegawai.csv", own.as_str()] {
            ratna.visit(path).await.assert_status(403);
        }
        ratna.visit(&format!("/pegawai/{}", stage.employee("ratna"))).await.assert_status(200);
        let mut sari = Site::of(&stage).log_in("sari").await;
        sari.visit("/unit").await.assert_status(200).assert_says("Bidang Informasi");
    })
    .await;
}
