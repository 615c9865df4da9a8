//! In a browser, with the keyboard alone: an employee objects, both sides write, the superior decides; each page is
//! accessible and no wider than its window.

use crate::{ARROW_DOWN, log_in, sound};
use domain::{
    assessment::Rating,
    evaluation::{Predikat, Rhythm},
    ids::{EvaluationId, PeriodId, SkpId},
};
use testkit::{
    browser::{Browser, Setting, Size},
    engines::Database,
    server::Server,
    stage::Stage,
};

/// A stage that is served, with a result Ratna does not agree with.
async fn served() -> (Database, Stage, Server, PeriodId, SkpId, EvaluationId) {
    let database = Database::sqlite().await;
    let stage = Stage::set(database.open().await).await;
    let skp = stage.plan_of("ratna").await;
    let period = stage.period(Rhythm::Triwulanan, 1).await;
    let result = stage.result_of("ratna", period, skp, (Rating::Dibawah, Rating::Sesuai)).await;
    let server = Server::of(&stage).await;
    (database, stage, server, period, skp, result)
}

/// Somebody logs in with the keyboard, in a browser of their own.
async fn begin(setting: Setting, server: &Server, stage: &Stage, key: &str, to: &str) -> Browser {
    let browser = Browser::with(setting).await;
    log_in(&browser, server, stage, key, to).await;
    browser
}

/// Chooses the second of a group: to it by Tab, down by arrow.
async fn second(browser: &Browser, name: &str) {
    browser.tab_to(&format!("[name='{name}']")).await;
    browser.type_text(ARROW_DOWN).await;
}

const PHONE: Setting = Setting { size: Size::Phone, scripts: true, dark: false };
const PLAIN: Setting = Setting { size: Size::Phone, scripts: false, dark: false };

#[tokio::test]
async fn journey_an_objection_from_phone_to_decision() {
    let (_database, stage, server, period, skp, result) = served().await;
    let ratna = begin(PHONE, &server, &stage, "ratna", &format!("/hasil/{result}")).await;
    sound(&ratna, "objection-result").await;
    ratna.choose("main a[href$='/keberatan']").await;
    ratna.wait_for("Bagian yang tidak disetujui").await;
    sound(&ratna, "objection-file").await;
    ratna.tab_to("[name='contests'][value='hasil_kerja']").await;
    ratna.type_text(" ").await;
    ratna.fill("[name='objection_reasons']", "Belum setuju.").await;
    ratna.wait_for("Tersimpan ").await;
    ratna.choose("form[action$='/keberatan'] button").await;
    ratna.wait_for("1 isian perlu diperbaiki").await;
    sound(&ratna, "objection-file-wrong").await;
    ratna.fill("[name='objection_reasons']", "Laporan Maret masuk tepat waktu dan belum dihitung.").await;
    ratna.choose("form[action$='/keberatan'] button").await;
    ratna.wait_for("Keberatan sudah dikirim").await;
    sound(&ratna, "objection-filed").await;
    let path = ratna.url().await.replace(&server.url, "");

    let dedi = begin(Setting::default(), &server, &stage, "dedi", "/").await;
    dedi.choose(&format!("main a[href='{path}']")).await;
    dedi.wait_for("Minta penjelasan tertulis").await;
    sound(&dedi, "objection-examine").await;
    dedi.choose("form[action$='/periksa'] button").await;
    dedi.wait_for("sudah diminta menjelaskan").await;

    // Without scripts, on a phone.
    let sari = begin(PLAIN, &server, &stage, "sari", &path).await;
    sari.fill("[name='objection_statement']", "Laporan Maret masuk sesudah saya menilai; isinya benar.").await;
    sari.choose("form[action$='/penjelasan'] button").await;
    sari.wait_for("Penjelasan Anda sudah dikirim").await;
    sari.close().await;
    ratna.open(&format!("{}{path}", server.url)).await;
    ratna.fill("[name='objection_statement']", "Register Maret saya lampirkan kepada atasan.").await;
    ratna.choose("form[action$='/penjelasan'] button").await;
    ratna.wait_for("Penjelasan Anda sudah dikirim").await;
    sound(&ratna, "objection-said").await;

    dedi.open(&format!("{}{path}", server.url)).await;
    dedi.wait_for("Register Maret saya lampirkan").await;
    sound(&dedi, "objection-decide").await;
    for group in ["outcome", "hasil", "perilaku"] {
        second(&dedi, group).await;
    }
    dedi.fill("[name='objection_reasons']", "Laporan Maret sah dan masuk dalam periode ini.").await;
    dedi.choose("form[action$='/putusan'] button").await;
    dedi.wait_for("Putusan sudah ditetapkan").await;
    sound(&dedi, "objection-decided").await;
    let stands = stage.as_("sari").read().evaluation_of(period, skp).await.expect("the database").expect("a result");
    assert_eq!(stands.predikat, Some(Predikat::Baik));
    ratna.open(&format!("{}/hasil/{result}", server.url)).await;
    ratna.choose(&format!("main a[href='/hasil/{}']", stands.id)).await;
    ratna.wait_for("Predikat kinerja: Baik").await;
    sound(&ratna, "objection-new-result").await;
    dedi.close().await;
    ratna.close().await;
}

#[tokio::test]
async fn journey_seen_differently_and_late_documents() {
    let database = Database::sqlite().await;
    let stage = Stage::set(database.open().await).await;
    let (skp, period) = (stage.plan_of("ratna").await, stage.period(Rhythm::Triwulanan, 1).await);
    stage.self_assess("ratna", period, skp).await;
    let server = Server::of(&stage).await;
    let ratna = begin(PHONE, &server, &stage, "ratna", &format!("/penilaian/{period}/{skp}")).await;
    ratna.choose("#beda-pandangan > details > summary").await;
    second(&ratna, "line").await;
    ratna.fill("[name='view.baru']", "Semua permohonan Maret terjawab.").await;
    sound(&ratna, "objection-differ").await;
    ratna.choose("form[action$='/beda-pandangan'] button").await;
    ratna.wait_for("Masih terbuka").await;
    sound(&ratna, "objection-differ-open").await;
    ratna.close().await;
    stage.at("2026-07-06 09:00");
    let list = format!("/dokumen-evaluasi?tahun=2026%26periode={period}");
    let wiryo = begin(Setting::default(), &server, &stage, "wiryo", &list).await;
    wiryo.wait_for("langkah terlambat").await;
    sound(&wiryo, "objection-documents").await;
    wiryo.close().await;
}
