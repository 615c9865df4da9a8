//! The personnel office opens a period, walks down the board and sees who is missing, with the keyboard alone; a leader does
//! the same on a phone without JavaScript.

use crate::log_in;
use domain::evaluation::Rhythm;
use testkit::{
    Browser, Server, Stage,
    browser::{Setting, Size},
    engines::Database,
};

#[tokio::test(flavor = "multi_thread")]
async fn journey_office_walks_the_board_by_keyboard() {
    let database = Database::sqlite().await;
    let stage = Stage::set(database.open().await).await;
    stage.plan_of("ratna").await;
    actions::evaluation::manage_period::lay_out(&stage.as_("wiryo"), 2026).await.expect("the year");
    stage.at("2026-03-02 09:00");
    let server = Server::of(&stage).await;
    let browser = Browser::start().await;
    log_in(&browser, &server, &stage, "wiryo", "/").await;
    browser.choose("nav a[href='/siklus']").await;
    browser.wait_for("Kelengkapan").await;
    browser.axe().await;
    browser.choose("form[action$='/buka'] button").await;
    browser.wait_for("Menunggu giliran").await;
    browser.axe().await;
    stage.work_off().await;
    // The page finds out by itself.
    browser.wait_for("Selesai").await;
    browser.axe().await;

    browser.choose("nav a[href='/siklus']").await;
    browser.wait_for("Kelengkapan").await;
    browser.choose("#papan tbody a").await;
    browser.wait_for("Dinas Komunikasi dan Informatika").await;
    browser.wait_for("Bidang Aplikasi Informatika").await;
    browser.axe().await;
    browser.picture("papan").await;
    browser.choose("#papan a[href^='/siklus/belum']").await;
    browser.wait_for("Siapa yang belum").await;
    browser.wait_for("Hasan Basrudin").await;
    browser.axe().await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn journey_leader_reminds_on_a_phone_without_javascript() {
    let database = Database::sqlite().await;
    let stage = Stage::set(database.open().await).await;
    stage.plan_of("ratna").await;
    let period = stage.period(Rhythm::Triwulanan, 1).await;
    let server = Server::of(&stage).await;
    let browser = Browser::with(Setting { size: Size::Phone, scripts: false, dark: true }).await;
    log_in(&browser, &server, &stage, "sari", "/").await;
    browser.open(&format!("{}/siklus?tahun=2026&periode={period}", server.url)).await;
    browser.wait_for("Bidang Informasi dan Komunikasi Publik").await;
    browser.choose("#papan a[href*='/ingatkan']").await;
    browser.wait_for("pemberitahuan").await;
    browser.tab_to("input[name=steps][value=self]").await;
    browser.type_text(" ").await;
    browser.choose("main form button.button").await;
    browser.wait_for("Menunggu giliran").await;
    stage.work_off().await;
    browser.choose("#jalan a[href^='/pekerjaan']").await;
    browser.wait_for("1 orang diberi tahu").await;
    browser.close().await;
}
