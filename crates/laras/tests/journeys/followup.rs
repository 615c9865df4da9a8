//! An employee with the keyboard alone, on a phone: from what was proposed to a development plan; the supervisor decides at a desk;
//! the personnel office looks over the agency. Each page checked for accessibility.

use crate::log_in;
use actions::{
    evaluation::manage_period,
    training::catalogue::{Draft, write},
};
use domain::{
    assessment::Rating,
    evaluation::Rhythm,
    training::{Build, Kind},
};
use testkit::{Browser, Server, Stage, engines::Database, policies};

#[tokio::test]
async fn journey_from_a_proposal_to_a_plan_by_keyboard() {
    let database = Database::sqlite().await;
    let stage = Stage::set_with(database.open().await, "surakarta", policies::library()).await;
    let draft = Draft {
        code: "KOM-1".into(),
        name: "Komunikasi publik".into(),
        kind: Kind::Teknis,
        provider: "Balai Pelatihan".into(),
        hours: 16,
        cost: 1_500_000,
        capacity: 20,
        builds: vec![Build { criterion: "komunikasi".into(), level: 5 }],
        about: String::new(),
        retired: false,
    };
    write(&stage.as_("wiryo"), None, 0, draft).await.expect("a programme");
    let skp = stage.plan_of("ratna").await;
    let period = stage.period(Rhythm::Tahunan, 1).await;
    stage.result_of("ratna", period, skp, (Rating::Diatas, Rating::Diatas)).await;
    stage.at("2027-01-18 09:00");
    manage_period::close(&stage.as_("wiryo"), period).await.expect("complete");
    stage.work_off().await;
    let server = Server::of(&stage).await;

    // Ratna is asked first.
    let browser = Browser::phone().await;
    log_in(&browser, &server, &stage, "ratna", "/").await;
    browser.open(&format!("{}/tindak-lanjut/saya", server.url)).await;
    browser.axe().await;
    assert!(!browser.overflows().await, "the list is wider than the phone");
    browser.choose("main article a").await;
    browser.find("#ditanya").await;
    browser.axe().await;
    assert!(!browser.overflows().await, "the proposal is wider than the phone");
    browser.tab_to("input[name=wants]").await;
    browser.type_text(" ").await;
    browser.fill("#words", "Saya ingin belajar lebih lanjut.").await;
    browser.choose("form[action$='/jawaban'] button.button").await;
    browser.wait_for("Jawaban Anda tersimpan").await;
    let proposal = browser.url().await;

    // She starts her plan from the result.
    browser.open(&format!("{}/pengembangan", server.url)).await;
    browser.axe().await;
    browser.choose("form[action='/pengembangan/mulai'] button").await;
    browser.wait_for("Rencana sudah dimulai").await;
    browser.axe().await;
    assert!(!browser.overflows().await, "the form is wider than the phone");
    browser.fill("#strengths", "Jawaban tertulis saya rapi dan lengkap.").await;
    browser.choose("button[value=simpan]").await;
    browser.wait_for("Rencana tersimpan").await;
    browser.axe().await;
    assert!(!browser.overflows().await, "the plan is wider than the phone");
    browser.picture("pengembangan-ponsel").await;
    for path in ["/pelatihan", "/pelatihan/saya"] {
        browser.open(&format!("{}{path}", server.url)).await;
        browser.axe().await;
        assert!(!browser.overflows().await, "{path} is wider than the phone");
    }
    browser.close().await;

    // Her rater decides.
    let browser = Browser::start().await;
    log_in(&browser, &server, &stage, "sari", "/").await;
    browser.open(&proposal).await;
    browser.tab_to("input[name=accepted]").await;
    browser.type_text(" ").await;
    browser.fill("#reason", "Anggaran pelatihan tersedia pada triwulan kedua.").await;
    browser.choose("form[action$='/putusan'] button.button").await;
    browser.wait_for("Putusan tersimpan").await;
    browser.axe().await;
    browser.choose("a[href^='/pelatihan/saran/']").await;
    browser.find("main h1").await;
    browser.axe().await;
    browser.close().await;

    // The office looks over the agency.
    let browser = Browser::start().await;
    log_in(&browser, &server, &stage, "wiryo", "/").await;
    for path in ["/tindak-lanjut?tahun=2026", "/pelatihan/kebutuhan", "/pelatihan/baru", "/pelatihan/menunggu"] {
        browser.open(&format!("{}{path}", server.url)).await;
        browser.axe().await;
    }
    browser.close().await;
}
