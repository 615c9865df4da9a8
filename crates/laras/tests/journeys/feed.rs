//! Somebody at the counter notes a request and its answer on a phone, the head of the unit reads what it comes to: both with the
//! keyboard alone; and the counter once more without JavaScript.

use crate::log_in;
use actions::feed::write_source::{SourceDraft, write};
use domain::{feed::Kind, ids::FeedId};
use testkit::{
    Browser, Server, Stage,
    browser::{Setting, Size},
    engines::Database,
};

async fn stage_with_a_source(database: &Database) -> (Stage, FeedId) {
    let stage = Stage::set(database.open().await).await;
    stage.at("2026-01-12 09:00");
    let draft = SourceDraft {
        kind: Kind::Service,
        unit: stage.unit("IKP"),
        code: "ppid".to_owned(),
        name: "Log permohonan informasi".to_owned(),
        rhythm: 7,
        answer_days: 10,
        retired: false,
    };
    let id = write(&stage.as_("wiryo"), None, draft).await.expect("a source");
    (stage, id)
}

#[tokio::test]
async fn journey_a_request_is_noted_at_the_counter_on_a_phone() {
    let database = Database::sqlite().await;
    let (stage, id) = stage_with_a_source(&database).await;
    let server = Server::of(&stage).await;
    let browser = Browser::phone().await;
    log_in(&browser, &server, &stage, "ratna", "/").await;
    browser.open(&format!("{}/sumber-data", server.url)).await;
    browser.axe().await;
    assert!(!browser.overflows().await, "the list is wider than the phone");
    browser.choose("a[href$='/loket']").await;
    browser.find("#item").await;
    browser.axe().await;
    assert!(!browser.overflows().await, "the counter is wider than the phone");
    browser.fill("#item", "Salinan peraturan daerah").await;
    browser.fill("#code", "PPID-1").await;
    browser.enter().await;
    browser.wait_for("Permintaan PPID-1 dicatat").await;
    browser.wait_for("1 menunggu jawaban").await;
    browser.axe().await;
    browser.choose("main ul.rows form button.button").await;
    browser.wait_for("Jawaban dicatat").await;
    browser.close().await;

    let browser = Browser::start().await;
    log_in(&browser, &server, &stage, "sari", "/").await;
    browser.open(&format!("{}/sumber-data/{id}", server.url)).await;
    browser.wait_for("Rata-rata waktu menjawab").await;
    browser.axe().await;
    browser.picture("sumber-data").await;
    browser.choose("a[href$='/baris']").await;
    browser.wait_for("PPID-1").await;
    browser.axe().await;
    browser.close().await;
}

#[tokio::test]
async fn journey_counter_without_javascript() {
    let database = Database::sqlite().await;
    let (stage, id) = stage_with_a_source(&database).await;
    let server = Server::of(&stage).await;
    let browser = Browser::with(Setting { size: Size::Phone, scripts: false, dark: true }).await;
    log_in(&browser, &server, &stage, "ratna", "/").await;
    browser.open(&format!("{}/sumber-data/{id}/loket", server.url)).await;
    browser.fill("#item", "Data anggaran").await;
    browser.fill("#code", "PPID-2").await;
    browser.enter().await;
    browser.wait_for("Permintaan PPID-2 dicatat").await;
    browser.close().await;
}
