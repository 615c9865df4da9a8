//! An employee reports progress with evidence on a phone; the supervisor answers; both with the keyboard alone, and the
//! report once more without JavaScript.

use crate::log_in;
use std::io::Write as _;
use testkit::{
    Browser, Server, Stage,
    browser::{Setting, Size},
    engines::Database,
};

/// A photo small enough for a test: the first bytes are what makes it a PNG.
const PHOTO: &[u8] = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00";

async fn stage_with_a_plan(database: &Database) -> Stage {
    let stage = Stage::set(database.open().await).await;
    stage.at("2026-01-12 09:00");
    stage.plan_of("ratna").await;
    stage.at("2026-04-07 10:15");
    stage
}

#[tokio::test]
async fn journey_employee_reports_progress_with_evidence_on_a_phone() {
    let database = Database::sqlite().await;
    let stage = stage_with_a_plan(&database).await;
    let server = Server::of(&stage).await;
    let browser = Browser::phone().await;
    log_in(&browser, &server, &stage, "ratna", "/").await;
    browser.axe().await;
    assert!(!browser.overflows().await, "home is wider than the phone");
    browser.choose("a[href$='/laporan'].button").await;
    browser.wait_for("Laporan").await;
    browser.choose("main .rows a").await;
    browser.axe().await;
    browser.choose("a[href$='/lapor']").await;
    browser.find("#did").await;
    browser.axe().await;
    assert!(!browser.overflows().await, "the form is wider than the phone");

    // First a mistake: nothing typed may be lost.
    browser.fill("#did", "Menjawab 12 permohonan informasi di loket.").await;
    browser.fill("#amount", "dua belas").await;
    browser.enter().await;
    browser.wait_for("dua belas").await;
    assert_eq!(
        browser.script("return document.querySelector('#did').value").await,
        "Menjawab 12 permohonan informasi di loket."
    );
    assert!(browser.has("#amount-error").await, "the mistake stands beside its field");
    browser.axe().await;

    let mut photo = tempfile::Builder::new().suffix(".png").tempfile().expect("a file");
    photo.write_all(PHOTO).expect("written");
    browser.fill("#amount", "12").await;
    browser.fill("#obstacle", "Mesin antrean mati sejak pagi.").await;
    browser.find("#evidence_file").await.send_keys(&photo.path().to_string_lossy()).await.expect("a file is chosen");
    browser.choose("main form button.button").await;
    browser.wait_for("Laporan tersimpan").await;
    browser.wait_for("Menjawab 12 permohonan informasi di loket.").await;
    assert!(browser.has("a[href^='/bukti/']").await, "the evidence is there");
    browser.axe().await;
    browser.picture("laporan-ponsel").await;
    let address = browser.url().await;

    // The supervisor hears of it and answers.
    browser.close().await;
    let browser = Browser::start().await;
    log_in(&browser, &server, &stage, "sari", "/").await;
    browser.wait_for("Jawab kendala").await;
    browser.open(&address).await;
    browser.fill("textarea[name=reply]", "Teknisi datang siang ini; pakai loket 2 dahulu.").await;
    browser.choose("form[action$='/jawab'] button.button").await;
    browser.wait_for("Jawaban terkirim").await;
    browser.wait_for("Teknisi datang siang ini").await;
    browser.axe().await;
    browser.close().await;
}

#[tokio::test]
async fn journey_progress_without_javascript() {
    let database = Database::sqlite().await;
    let stage = stage_with_a_plan(&database).await;
    let server = Server::of(&stage).await;
    let browser = Browser::with(Setting { size: Size::Phone, scripts: false, dark: true }).await;
    log_in(&browser, &server, &stage, "ratna", "/").await;
    browser.choose("a[href$='/laporan'].button").await;
    browser.wait_for("Laporan").await;
    browser.choose("main .rows a").await;
    browser.choose("a[href$='/lapor']").await;
    browser.fill("#did", "Menata arsip permohonan bulan Maret.").await;
    browser.fill("#amount", "3").await;
    browser.enter().await;
    browser.wait_for("Laporan tersimpan").await;
    browser.close().await;
}
