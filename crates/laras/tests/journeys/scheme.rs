//! In a browser: peers are proposed and agreed to, a colleague fills in the sheet on a phone without scripts, the personnel office
//! tries other rules; with the keyboard alone, each page checked for accessibility.

use crate::{ARROW_DOWN, log_in, sound};
use actions::progress::report::{Report, report};
use domain::evaluation::Rhythm;
use testkit::{
    browser::{Browser, Setting, Size},
    engines::Database,
    policies,
    server::Server,
    stage::Stage,
};

#[tokio::test]
async fn journey_peers_are_proposed_and_fill_in_a_sheet() {
    let database = Database::sqlite().await;
    let stage = Stage::set_with(database.open().await, "plaju", policies::library()).await;
    let skp = stage.plan_of("ratna").await;
    let period = stage.period(Rhythm::Tahunan, 1).await;
    let server = Server::of(&stage).await;
    let sheet = format!("/kriteria/{period}/{skp}");

    let browser = Browser::phone().await;
    log_in(&browser, &server, &stage, "ratna", "/kriteria").await;
    sound(&browser, "scheme-mine").await;
    browser.open(&format!("{}{sheet}/penilai", server.url)).await;
    browser.wait_for("3 sampai 5 orang").await;
    sound(&browser, "scheme-raters").await;
    browser.choose("#usul-rekan button").await;
    browser.find(".errors").await;
    sound(&browser, "scheme-raters-wrong").await;
    browser.fill("[name='nama.rekan']", stage.name("budi")).await;
    browser.choose("#usul-rekan button").await;
    browser.wait_for("menunggu persetujuan").await;
    browser.close().await;

    let browser = Browser::start().await;
    log_in(&browser, &server, &stage, "sari", &format!("{sheet}/penilai")).await;
    browser.choose("form[action$='/setuju'] button").await;
    browser.wait_for("Disetujui").await;
    sound(&browser, "scheme-raters-of-supervisor").await;
    browser.close().await;

    // Budi's phone runs no scripts.
    let browser = Browser::with(Setting { size: Size::Phone, scripts: false, dark: false }).await;
    log_in(&browser, &server, &stage, "budi", &sheet).await;
    browser.wait_for("Nama Anda tidak tampil").await;
    browser.choose("button[name=tindakan][value=kirim]").await;
    browser.find(".errors").await;
    let scheme = stage.as_("budi").policy(stage.as_("budi").today()).expect("the rules").appraisal.clone();
    for criterion in scheme.rated_by(domain::scheme::Role::Rekan) {
        browser.tab_to(&format!("[name='{}.level']", criterion.code)).await;
        browser.type_text(ARROW_DOWN).await;
        browser.fill(&format!("[name='{}.reason']", criterion.code), "Catatan rapat dibagikan tiap pekan.").await;
    }
    browser.choose("button[name=tindakan][value=kirim]").await;
    browser.wait_for("sudah dikirim").await;
    browser.close().await;
}

#[tokio::test]
async fn journey_a_mark_rests_on_evidence() {
    let database = Database::sqlite().await;
    let stage = Stage::set_with(database.open().await, "surakarta", policies::library()).await;
    let skp = stage.plan_of("ratna").await;
    let indicator = stage.indicators("ratna", skp).await[0];
    for n in 1..=4 {
        let link = format!("https://arsip.uji.go.id/rekapitulasi/permohonan-informasi-publik-bulan-{n}.pdf");
        let told = Report { link, ..stage.report(indicator, n, "Menyusun rekapitulasi") };
        report(&stage.as_("ratna"), skp, told, None).await.expect("a report");
    }
    let period = stage.period(Rhythm::Tahunan, 1).await;
    let server = Server::of(&stage).await;
    let sheet = format!("/kriteria/{period}/{skp}");

    let browser = Browser::phone().await;
    log_in(&browser, &server, &stage, "ratna", &sheet).await;
    browser.tab_to("section[aria-labelledby='etika'] .more summary").await;
    browser.enter().await;
    sound(&browser, "scheme-evidence").await;
    browser.close().await;

    // A phone without scripts: the list is folded away, opened and ticked with the keyboard alone.
    let browser = Browser::with(Setting { size: Size::Phone, scripts: false, dark: false }).await;
    log_in(&browser, &server, &stage, "ratna", &sheet).await;
    browser.tab_to("section[aria-labelledby='etika'] .more summary").await;
    browser.enter().await;
    browser.tab_to("[name='etika.evidence']").await;
    browser.type_text(" ").await;
    browser.choose("button[name=tindakan][value=simpan]").await;
    browser.wait_for("Tersimpan").await;
    browser.find("input[name='etika.evidence'][checked]").await;
    browser.close().await;
}

#[tokio::test]
async fn journey_the_office_tries_other_rules() {
    let database = Database::sqlite().await;
    let stage = Stage::set_with(database.open().await, "bengkulu", policies::library()).await;
    stage.plan_of("ratna").await;
    stage.period(Rhythm::Tahunan, 1).await;
    let server = Server::of(&stage).await;
    let browser = Browser::start().await;
    log_in(&browser, &server, &stage, "wiryo", "/aturan").await;
    sound(&browser, "policy-rules").await;
    browser.choose("a[href='/aturan/coba']").await;
    browser.find("#period").await;
    sound(&browser, "policy-try").await;
    browser.choose("main form button.button").await;
    browser.wait_for("Akibat rancangan ini").await;
    sound(&browser, "policy-tried").await;
    browser.open(&format!("{}/pegawai/{}/keadaan", server.url, stage.employee("budi"))).await;
    browser.find("main form").await;
    sound(&browser, "people-circumstance").await;
    browser.close().await;

    let browser = Browser::phone().await;
    log_in(&browser, &server, &stage, "ratna", "/hasil/perjalanan").await;
    sound(&browser, "evaluation-years").await;
    browser.close().await;
}
