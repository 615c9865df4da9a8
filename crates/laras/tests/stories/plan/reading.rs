//! Reading and deciding: notes, returning, setting, versions, matrix, tree, print; and who may not.

use super::forms::visitor;
use domain::plan::workflow::{State, state};
use testkit::site::Site;

#[tokio::test]
async fn plan_is_returned_with_notes_and_then_set() {
    let (_database, stage, mut site) = visitor("sari").await;
    let id = stage.signed_plan_of("ratna").await;
    let path = format!("/skp/{id}");
    site.visit(&path).await.assert_says("sudah menandatangani SKP ini").assert_no_selector("a[href$='/hasil/baru']");
    let page = site.submit("form[action$='/kembalikan']", &[]).await;
    page.assert_status(409).assert_says("Belum ada catatan yang menjelaskan");
    site.visit(&path).await;
    let page = site.submit("article.card form[action$='/catatan']", &[("note", "Targetnya naikkan sedikit.")]).await;
    page.assert_says("Catatan tersimpan").assert_says("Targetnya naikkan sedikit.");
    let page = site.submit("form[action$='/kembalikan']", &[("return_note", "Lampirannya bagus.")]).await;
    page.assert_says("SKP dikembalikan");
    assert_eq!(state(&stage.skp("ratna", id).await.milestones), State::Dikembalikan);

    let mut ratna = Site::of(&stage).log_in("ratna").await;
    let page = ratna.visit(&path).await;
    page.assert_says("Ada 2 catatan yang menunggu");
    for _ in 0..2 {
        ratna.submit("form[action$='/selesai']", &[]).await.assert_says("Catatan ditandai selesai");
    }
    ratna.visit(&path).await.assert_says("SKP sudah lengkap");
    ratna.submit("form[action$='/tanda-tangan']", &[]).await.assert_says("SKP sudah ditandatangani");

    site.visit(&path).await;
    site.submit("form[action$='/tetapkan']", &[]).await.assert_says("SKP ditetapkan sebagai versi 1");
    assert_eq!(stage.skp("ratna", id).await.version, 1);
    ratna.visit(&path).await.assert_says("Catat kemajuan");
}

#[tokio::test]
async fn plan_set_again_needs_a_reason_and_shows_what_changed() {
    let (_database, stage, mut site) = visitor("ratna").await;
    let id = stage.plan_of("ratna").await;
    let path = format!("/skp/{id}");
    site.visit(&path).await;
    site.submit("form[action$='/klarifikasi']", &[]).await.assert_says("Klarifikasi dibuka");
    let rhk = stage.skp("ratna", id).await.content.results[0].id;
    site.visit(&format!("{path}/hasil/{rhk}")).await;
    site.press("form[data-draft]", "Simpan hasil kerja", &[("indicator.0.target", "300")]).await;
    site.visit(&format!("{path}/versi"))
        .await
        .assert_says("Naskah yang sedang dibicarakan")
        .assert_says("300 permohonan");
    stage.sign("ratna", id).await;
    let mut sari = Site::of(&stage).log_in("sari").await;
    sari.visit(&path).await;
    let page = sari.submit("form[action$='/tetapkan']", &[]).await;
    page.assert_status(422)
        .assert_says("Tulis mengapa SKP ini berubah")
        .assert_selector("textarea#reason[aria-invalid]");
    sari.submit("form[action$='/tetapkan']", &[("reason", "Loket kedua dibuka.")]).await.assert_says("versi 2");
    let page = site.visit(&format!("{path}/versi")).await;
    page.assert_says("Loket kedua dibuka.");
    assert!(page.texts("del").iter().any(|was| was.contains("240")));
    assert!(page.texts("ins").iter().any(|is| is.contains("300")));
}

#[tokio::test]
async fn plan_changed_meanwhile_is_read_before_it_is_set() {
    let (_database, stage, mut site) = visitor("sari").await;
    let id = stage.signed_plan_of("ratna").await;
    let path = format!("/skp/{id}");
    site.visit(&path).await;
    let stale = site.shown().form("form[action$='/tetapkan']", None);
    site.submit("form[action$='/kembalikan']", &[("return_note", "Tambah satu hasil kerja.")]).await;
    let extra = stage.draft_result("ratna", id, "Arsip tersedia dalam bentuk digital").await;
    stage.write("ratna", id, extra).await;
    stage.sign("ratna", id).await;
    let page = site.post(stale, &[], &[]).await;
    page.assert_says("baru saja mengubah SKP ini").assert_says("Arsip tersedia dalam bentuk digital");
    assert_eq!(stage.skp("ratna", id).await.version, 0);
}

#[tokio::test]
async fn plan_is_not_found_by_those_it_is_not_for() {
    let (_database, stage, _) = visitor("ratna").await;
    let id = stage.plan_of("ratna").await;
    for stranger in ["tono", "hasan", "lina"] {
        let mut site = Site::of(&stage).log_in(stranger).await;
        for page in ["", "/versi", "/cetak", "/lampiran", "/hasil/baru"] {
            site.visit(&format!("/skp/{id}{page}")).await.assert_status(404);
        }
    }
    let mut superior = Site::of(&stage).log_in("dedi").await;
    let page = superior.visit(&format!("/skp/{id}")).await;
    page.assert_status(200).assert_no_selector("form[action$='/tetapkan']");
}

#[tokio::test]
async fn plan_matrix_tree_and_print() {
    let (_database, stage, mut site) = visitor("sari").await;
    let leaders = stage.plan_of("sari").await;
    let above = stage.skp("sari", leaders).await.content.results[0].clone();
    let id = stage.start_of("ratna").await;
    // The form of the result offers what the leader's plan says.
    let mut ratna = Site::of(&stage).log_in("ratna").await;
    ratna.visit(&format!("/skp/{id}/hasil/baru")).await.assert_says(&above.text);
    let typed =
        [("text", "Jawaban permohonan tersusun"), ("indicator.0.text", "Jawaban"), ("supports", &above.id.to_string())];
    let page = ratna.press("form[data-draft]", "Simpan hasil kerja", &typed).await;
    page.assert_says("Mendukung hasil kerja pimpinan");
    stage.start_of("budi").await;

    let of_sari = format!("{}/2026", stage.employee("sari"));
    let page = site.visit(&format!("/matriks/{of_sari}")).await;
    page.assert_says("Jawaban permohonan tersusun").assert_says(stage.name("budi")).assert_says("Tidak ada peran");
    let page = site.visit(&format!("/pohon/{of_sari}")).await;
    page.assert_says("Jawaban permohonan tersusun").assert_selector(".tree .tree a[href^='/skp/']");
    for path in
        [format!("/matriks/{of_sari}/cetak"), format!("/skp/{id}/cetak"), format!("/skp/{leaders}/cetak?versi=1")]
    {
        let page = site.visit(&path).await;
        page.assert_status(200);
        assert_eq!(page.headers["content-type"], "application/pdf");
        assert!(page.bytes.starts_with(b"%PDF"), "{path}");
    }
    site.visit(&format!("/skp/{leaders}/cetak?versi=9")).await.assert_status(404);
    // Everybody's list, and the plan of the year first.
    ratna.visit("/skp").await.assert_says("SKP 2026").assert_says("Draf");
}

#[tokio::test]
async fn plan_is_replaced_after_a_transfer() {
    let (_database, stage, _) = visitor("ratna").await;
    let id = stage.plan_of("ratna").await;
    stage.moved_to("ratna", "hasan", Some("dedi"), "2026-07-01").await;
    stage.at("2026-07-02 08:00");
    let mut site = Site::of(&stage).log_in("ratna").await;
    site.visit(&format!("/skp/{id}")).await;
    let page = site.submit("form[action$='/ganti']", &[("from_day", "2027-02-01")]).await;
    page.assert_status(422).assert_selector("#from_day[aria-invalid]");
    assert_eq!(page.attr("#from_day", "value").as_deref(), Some("2027-02-01"));
    let page = site.submit("form[action$='/ganti']", &[("from_day", "2026-07-01")]).await;
    page.assert_says("SKP lama sudah diakhiri").assert_says(stage.name("hasan"));
    page.assert_says("Permohonan informasi publik terjawab tepat waktu");
    assert_eq!(state(&stage.skp("ratna", id).await.milestones), State::Digantikan);
    site.visit("/skp").await.assert_says("1 Juli – 31 Desember 2026").assert_says("SKP yang sudah selesai");
}
