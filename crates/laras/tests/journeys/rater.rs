//! In a browser: somebody learns to rate with the keyboard alone and on a phone without scripts, takes the quiz, and sees who opened
//! their file; each page checked for accessibility.

use crate::{log_in, sound};
use testkit::{
    browser::{Browser, Setting, Size},
    engines::Database,
    server::Server,
    stage::Stage,
};

/// Chooses the first answer of everything that is asked, and sends it.
async fn first_of_all(browser: &Browser, names: &[&str]) {
    for name in names {
        browser.tab_to(&format!("[name='{name}']")).await;
        browser.type_text(" ").await;
    }
    browser.choose("main form.form button.button").await;
}

#[tokio::test]
async fn journey_learning_to_rate() {
    let database = Database::sqlite().await;
    let stage = Stage::set(database.open().await).await;
    stage.at("2026-02-02 09:00");
    stage.exercise("hasan", |agreed| agreed).await;
    let server = Server::of(&stage).await;
    let criteria = ["rating.hasil", "rating.waktu", "rating.layanan", "rating.kolaboratif"];

    let browser = Browser::start().await;
    log_in(&browser, &server, &stage, "sari", "/sertifikasi-penilai").await;
    sound(&browser, "certification-learn").await;
    browser.choose("main a[href$='/pelajaran/halo']").await;
    browser.wait_for("Efek halo").await;
    sound(&browser, "certification-lesson").await;
    browser.open(&format!("{}/sertifikasi-penilai", server.url)).await;
    browser.choose("main form.press button").await;
    browser.wait_for("Kasus 1 dari 6").await;
    sound(&browser, "certification-case").await;
    browser.choose("main form.form button.button").await;
    browser.find(".errors").await;
    sound(&browser, "certification-case-wrong").await;
    first_of_all(&browser, &criteria).await;
    browser.wait_for("Kasus 2 dari 6").await;
    browser.close().await;

    // On with it on a phone without scripts.
    let browser = Browser::with(Setting { size: Size::Phone, scripts: false, dark: false }).await;
    log_in(&browser, &server, &stage, "sari", "/sertifikasi-penilai").await;
    browser.choose("main form.press button").await;
    for n in 2..=6 {
        browser.wait_for(&format!("Kasus {n} dari 6")).await;
        first_of_all(&browser, &criteria).await;
    }
    browser.wait_for("Belum cukup dekat").await;
    browser.close().await;

    let browser = Browser::phone().await;
    log_in(&browser, &server, &stage, "hasan", "/sertifikasi-penilai").await;
    sound(&browser, "certification-phone").await;
    browser.choose("main a[href*='/latihan/']").await;
    browser.wait_for("24 dari 24").await;
    sound(&browser, "certification-result").await;
    browser.open(&format!("{}/pengenalan", server.url)).await;
    sound(&browser, "orientation-tour").await;
    browser.open(&format!("{}/pengenalan/kuis", server.url)).await;
    sound(&browser, "orientation-quiz").await;
    let questions = ["tujuan", "skp", "laporan", "sesuai", "predikat", "perilaku", "keberatan", "umpan-balik"];
    let names: Vec<String> = questions.iter().map(|code| format!("jawab.{code}")).collect();
    first_of_all(&browser, &names.iter().map(String::as_str).collect::<Vec<_>>()).await;
    browser.wait_for("jawaban benar").await;
    sound(&browser, "orientation-answers").await;
    browser.open(&format!("{}/akses-berkas", server.url)).await;
    sound(&browser, "access-phone").await;
    browser.close().await;

    let browser = Browser::phone().await;
    log_in(&browser, &server, &stage, "wiryo", "/pengenalan/pemahaman").await;
    sound(&browser, "orientation-understanding").await;
    browser.open(&format!("{}/sertifikasi-penilai/pemegang", server.url)).await;
    sound(&browser, "certification-holders").await;
    browser.close().await;
}
