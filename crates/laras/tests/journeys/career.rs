//! A supervisor opens a case of mentoring and finds a mentor, the employee speaks on a phone, the mentor lays down a step; the
//! personnel office draws the talent map: with the keyboard alone, each page checked for accessibility.

use crate::log_in;
use testkit::{Browser, Server, Stage, engines::Database};

#[tokio::test]
async fn journey_mentoring_and_talent_by_keyboard() {
    let database = Database::sqlite().await;
    let stage = Stage::set(database.open().await).await;
    stage.at("2026-02-02 09:00");
    let server = Server::of(&stage).await;

    // Sari opens a case for Ratna.
    let browser = Browser::start().await;
    log_in(&browser, &server, &stage, "sari", "/").await;
    browser.open(&format!("{}/pendampingan", server.url)).await;
    browser.axe().await;
    browser.open(&format!("{}/pendampingan/baru?pegawai={}", server.url, stage.employee("ratna"))).await;
    browser.axe().await;
    browser.fill("#reason", "Jawaban sering terlambat pada akhir bulan.").await;
    browser.fill("#own", "Menjawab tepat waktu").await;
    browser.choose("main form button.button").await;
    browser.wait_for("Pendampingan dibuka").await;
    browser.axe().await;
    let case = browser.url().await;
    let case = case.split('#').next().unwrap_or_default().to_owned();
    browser.close().await;

    // Ratna speaks first, on her phone.
    let browser = Browser::phone().await;
    log_in(&browser, &server, &stage, "ratna", "/").await;
    browser.choose("a[href*='/pendampingan/']").await;
    browser.find("#says").await;
    browser.axe().await;
    assert!(!browser.overflows().await, "the case is wider than the phone");
    browser.fill("#says", "Saya menunggu data dari loket sampai akhir bulan.").await;
    browser.choose("form[action$='/kata-pegawai'] button.button").await;
    browser.wait_for("Pandangan Anda tersimpan").await;
    browser.axe().await;
    browser.picture("pendampingan-ponsel").await;
    browser.open(&format!("{}/keterampilan-saya", server.url)).await;
    browser.axe().await;
    assert!(!browser.overflows().await, "one's skills are wider than the phone");
    browser.open(&format!("{}/hasil/perjalanan", server.url)).await;
    browser.axe().await;
    assert!(!browser.overflows().await, "the years are wider than the phone");
    browser.close().await;

    // Sari chooses Tono.
    let browser = Browser::start().await;
    log_in(&browser, &server, &stage, "sari", "/").await;
    browser.open(&format!("{case}/pendamping")).await;
    browser.axe().await;
    browser.fill("#mentor", "Tono").await;
    browser.enter().await;
    browser.wait_for("Pendamping dipilih").await;
    browser.axe().await;
    browser.close().await;

    // Tono lays down a step.
    let browser = Browser::start().await;
    log_in(&browser, &server, &stage, "tono", "/").await;
    browser.open(&case).await;
    browser.fill("#what", "Menyusun jadwal pengumpulan data").await;
    browser.fill("#due", "03152026").await;
    browser.choose("form[action$='/langkah'] button.button").await;
    browser.wait_for("Langkah tersimpan").await;
    browser.axe().await;
    browser.close().await;

    // Wiryo draws the map and looks at conditions.
    let browser = Browser::phone().await;
    log_in(&browser, &server, &stage, "wiryo", "/").await;
    browser.open(&format!("{}/talenta", server.url)).await;
    browser.axe().await;
    browser.choose("form[action='/talenta/petakan'] button.button").await;
    browser.wait_for("Peta dibuat").await;
    browser.axe().await;
    assert!(!browser.overflows().await, "the map is wider than the phone");
    for page in ["/talenta?kotak=0", "/kelayakan", "/talenta/keterampilan", "/talenta/jabatan-kritis"] {
        browser.open(&format!("{}{page}", server.url)).await;
        browser.axe().await;
        assert!(!browser.overflows().await, "{page} is wider than the phone");
    }
    browser.close().await;
}
