//! In a browser: a supervisor looks into the mirror, the office calls a session and proposes, the supervisor decides on a phone
//! without scripts; with the keyboard alone, each page checked for accessibility.

use crate::{log_in, sound};
use domain::{assessment::Rating, evaluation::Rhythm};
use testkit::{
    browser::{Browser, Setting, Size},
    engines::Database,
    server::Server,
    stage::Stage,
};

#[tokio::test]
async fn journey_the_mirror_and_a_calibration_session() {
    let database = Database::sqlite().await;
    let stage = Stage::set(database.open().await).await;
    let skp = stage.plan_of("ratna").await;
    let period = stage.period(Rhythm::Triwulanan, 1).await;
    stage.self_assess("ratna", period, skp).await;
    stage.rate("sari", period, skp, (Rating::Diatas, Rating::Sesuai)).await;
    let server = Server::of(&stage).await;

    let browser = Browser::phone().await;
    log_in(&browser, &server, &stage, "sari", "/tim").await;
    browser.choose("main a[href^='/cermin/']").await;
    browser.wait_for("Hanya Anda yang melihat halaman ini").await;
    sound(&browser, "fairness-mirror").await;
    browser.close().await;

    let browser = Browser::start().await;
    log_in(&browser, &server, &stage, "wiryo", "/kalibrasi/baru").await;
    sound(&browser, "calibration-call").await;
    browser.tab_to("#period").await;
    browser.type_text("Triwulan").await;
    browser.tab_to("#unit").await;
    browser.type_text("Bidang Informasi").await;
    // As this browser asks for a date: month, day, year.
    browser.tab_to("#held_on").await;
    browser.type_text("04062026").await;
    browser.fill("#agenda", "Arti di atas ekspektasi, dengan contoh.").await;
    browser.choose("main form button.button").await;
    browser.wait_for("Sesi dipanggil").await;
    sound(&browser, "calibration-session").await;
    let session = browser.url().await.split(['?', '#']).next().unwrap_or_default().to_owned();
    browser.open(&format!("{session}/{skp}")).await;
    sound(&browser, "calibration-person").await;
    browser.tab_to("#subject").await;
    browser.type_text("Kolaboratif").await;
    browser.tab_to("[name=after]").await;
    browser.type_text(" ").await;
    browser.fill("#reason", "Contoh yang ditulis setara dengan kelas itu di bidang lain.").await;
    browser.choose("main form button.button").await;
    browser.wait_for("Usul terkirim").await;
    browser.close().await;

    let browser = Browser::with(Setting { size: Size::Phone, scripts: false, dark: false }).await;
    log_in(&browser, &server, &stage, "sari", "/").await;
    browser.choose("main a[href*='/kalibrasi/']").await;
    browser.tab_to("[name=word]").await;
    browser.type_text(" ").await;
    browser.fill("#reason", "Setuju, buktinya memang setara dengan contoh itu.").await;
    browser.choose("form[action*='/usul/'] button.button").await;
    browser.wait_for("Keputusan Anda tersimpan").await;
    assert!(!browser.overflows().await, "fits a phone");
    browser.close().await;
}
