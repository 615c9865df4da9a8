//! In a browser: a tim kerja is set up, a rater answers, the leader proposes; with the keyboard alone, on a desk and on a phone
//! without scripts, each page checked for accessibility.

use crate::{log_in, sound};
use testkit::{
    browser::{Browser, Setting, Size},
    engines::Database,
    server::Server,
    stage::Stage,
};

#[tokio::test]
async fn journey_a_team_across_units() {
    let database = Database::sqlite().await;
    let stage = Stage::set(database.open().await).await;
    stage.at("2026-02-02 09:00");
    let server = Server::of(&stage).await;

    let browser = Browser::start().await;
    log_in(&browser, &server, &stage, "wiryo", "/tim-kerja").await;
    sound(&browser, "workteam-none").await;
    browser.choose("main a[href='/tim-kerja/baru']").await;
    browser.fill("#name", "Tim layanan informasi terpadu").await;
    browser.fill("#purpose", "Kerja").await;
    browser.tab_to("#unit").await;
    browser.type_text("Dinas").await;
    browser.fill("#leader", "Tono").await;
    browser.choose("main form button.button").await;
    browser.find(".errors").await;
    sound(&browser, "workteam-wrong").await;
    browser.fill("#purpose", "Satu pintu bagi warga yang meminta informasi.").await;
    browser.choose("main form button.button").await;
    browser.wait_for("sudah dibentuk").await;
    sound(&browser, "workteam-new").await;
    let team = browser.url().await.split('#').next().unwrap_or_default().to_owned();
    browser.close().await;

    // Hasan answers on a phone without scripts.
    let browser = Browser::with(Setting { size: Size::Phone, scripts: false, dark: false }).await;
    log_in(&browser, &server, &stage, "hasan", "/tim-kerja").await;
    browser.choose("main a[href*='/anggota/']").await;
    browser.wait_for("Timbang kemampuan").await;
    browser.tab_to("[name=word]").await;
    browser.type_text(" ").await;
    browser.choose("main form button.button").await;
    browser.wait_for("sudah tercatat").await;
    browser.close().await;

    let browser = Browser::phone().await;
    log_in(&browser, &server, &stage, "tono", "/tim-kerja").await;
    sound(&browser, "workteam-mine").await;
    browser.open(&format!("{team}/hasil")).await;
    browser.fill("[name=text]", "Permohonan terjawab dalam tiga hari").await;
    sound(&browser, "workteam-result").await;
    browser.open(&format!("{team}/anggota")).await;
    browser.fill("#member", "Ratna").await;
    browser.fill("#share", "40").await;
    browser.choose("main form button.button").await;
    browser.wait_for("Usulan tercatat").await;
    sound(&browser, "workteam-phone").await;
    browser.close().await;
}
