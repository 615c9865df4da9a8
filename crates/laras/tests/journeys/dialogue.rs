//! An employee opens a dialogue on a phone, the supervisor answers and ends it at a desk; both with the keyboard alone, each page
//! checked for accessibility.

use crate::log_in;
use testkit::{Browser, Server, Stage, engines::Database};

#[tokio::test]
async fn journey_dialogue_and_feedback_by_keyboard() {
    let database = Database::sqlite().await;
    let stage = Stage::set(database.open().await).await;
    stage.at("2026-01-12 09:00");
    stage.plan_of("ratna").await;
    stage.at("2026-09-07 09:15");
    let server = Server::of(&stage).await;

    // Ratna asks for a talk; its agenda is there already.
    let browser = Browser::phone().await;
    log_in(&browser, &server, &stage, "ratna", "/").await;
    browser.open(&format!("{}/dialog", server.url)).await;
    browser.axe().await;
    assert!(!browser.overflows().await, "the list is wider than the phone");
    browser.choose("main a.button[href*='jenis=dialog']").await;
    browser.find("#own").await;
    browser.axe().await;
    assert!(!browser.overflows().await, "the form is wider than the phone");
    browser.fill("#own", "Loket baru").await;
    browser.choose("main form button.button").await;
    browser.wait_for("Pertemuan sudah dibuka").await;
    browser.wait_for("Loket baru").await;
    browser.axe().await;
    browser.fill("#employee", "Saya perlu satu petugas lagi pada hari Senin.").await;
    browser.choose("button[value=simpan]").await;
    browser.wait_for("Bagian Anda tersimpan").await;
    browser.picture("dialog-ponsel").await;
    let talk = browser.url().await;

    // And asks a colleague.
    browser.open(&format!("{}/umpan-balik/minta", server.url)).await;
    browser.axe().await;
    assert!(!browser.overflows().await, "the question is wider than the phone");
    browser.fill("#other", "Tono").await;
    browser.tab_to("#on").await;
    browser.type_text("Hal").await;
    browser.fill("#topic", "Rekap mingguan").await;
    browser.fill("#question", "Apakah rekap saya mudah dipakai?").await;
    browser.choose("main form button.button").await;
    browser.wait_for("Permintaan terkirim kepada 1 orang").await;
    browser.axe().await;
    browser.close().await;

    // Sari reads, agrees on something, and ends the talk.
    let browser = Browser::start().await;
    log_in(&browser, &server, &stage, "sari", "/").await;
    browser.wait_for("Pertemuan dengan Ratna").await;
    browser.open(&talk).await;
    browser.wait_for("satu petugas lagi").await;
    browser.axe().await;
    browser.fill("#what", "Cari petugas pengganti untuk hari Senin").await;
    browser.fill("#due", "09112026").await;
    browser.choose("form[action$='/tindak-lanjut'] button.button").await;
    browser.wait_for("Tindak lanjut dicatat").await;
    browser.fill("#result", "Petugas pengganti dicari pekan ini.").await;
    browser.choose("button[value=selesai]").await;
    browser.wait_for("Pertemuan selesai").await;
    browser.axe().await;
    browser.close().await;

    // Tono answers.
    let browser = Browser::start().await;
    log_in(&browser, &server, &stage, "tono", "/").await;
    browser.choose("a[href*='permintaan=']").await;
    browser.wait_for("Apakah rekap saya mudah dipakai?").await;
    browser.axe().await;
    browser.tab_to("input[name=source]").await;
    browser.type_text(" ").await;
    browser.fill("#good", "Rekapnya ringkas dan datang tepat waktu.").await;
    browser.choose("form[action='/umpan-balik/beri'] button.button").await;
    browser.wait_for("Umpan balik sudah disampaikan").await;
    browser.axe().await;
    browser.close().await;
}
