//! In a browser: the supervisor assesses, the employee reads why and acknowledges; with the keyboard alone, on a phone,
//! without scripts.

use crate::{ARROW_DOWN, log_in, sound};
use domain::{
    assessment::Rating,
    evaluation::{Predikat, Rhythm},
    ids::{EvaluationId, PeriodId, SkpId},
    plan::Nilai,
};
use testkit::{
    browser::{Browser, Setting, Size},
    engines::Database,
    server::Server,
    stage::Stage,
};

/// A stage that is served, with a plan of Ratna's in force and an open quarter.
async fn served() -> (Database, Stage, Server, PeriodId, SkpId) {
    let database = Database::sqlite().await;
    let stage = Stage::set(database.open().await).await;
    let skp = stage.plan_of("ratna").await;
    stage.plan_of("budi").await;
    let period = stage.period(Rhythm::Triwulanan, 1).await;
    let server = Server::of(&stage).await;
    (database, stage, server, period, skp)
}

/// Chooses the second of the three classes: to the group by Tab, down by arrow.
async fn as_expected(browser: &Browser, subject: &str) {
    browser.tab_to(&format!("[name='{subject}.rating']")).await;
    browser.type_text(ARROW_DOWN).await;
}

/// The names of everything that is rated on a plan, results first.
async fn results(stage: &Stage, skp: SkpId) -> Vec<String> {
    stage.skp("sari", skp).await.content.results.iter().map(|rhk| format!("rhk.{}", rhk.id)).collect()
}

const REASON: &str = "Permohonan dijawab tepat waktu menurut register.";

#[tokio::test]
async fn journey_supervisor_assesses() {
    let (_database, stage, server, period, skp) = served().await;
    let browser = Browser::start().await;
    let path = format!("/penilaian/{period}/{skp}");
    log_in(&browser, &server, &stage, "sari", &path).await;
    browser.wait_for("belum mengirim penilaian diri").await;
    sound(&browser, "assessment-desk-waits").await;
    browser.choose("form[action$='/ingatkan'] button").await;
    browser.wait_for("Pengingat sudah dikirim").await;

    stage.self_assess("ratna", period, skp).await;
    stage.minutes(10);
    browser.open(&format!("{}{path}", server.url)).await;
    browser.wait_for("Hasil kerja secara keseluruhan").await;
    sound(&browser, "assessment-desk").await;
    for subject in results(&stage, skp).await {
        as_expected(&browser, &subject).await;
        browser.fill(&format!("[name='{subject}.reason']"), REASON).await;
    }
    as_expected(&browser, "hasil_kerja").await;
    browser.fill("[name='hasil_kerja.reason']", "Baik.").await;
    for nilai in Nilai::ALL {
        as_expected(&browser, &format!("nilai.{}", nilai.code())).await;
    }
    as_expected(&browser, "perilaku_kerja").await;
    browser.fill("[name='perilaku_kerja.reason']", "Konsisten, dan umpan balik rekan kerja baik.").await;
    browser.wait_for("Tersimpan ").await;
    browser.choose("button[name=tindakan][value=kirim]").await;
    browser.wait_for("1 isian perlu diperbaiki").await;
    sound(&browser, "assessment-desk-wrong").await;
    browser.choose("a[href='#hasil_kerja.reason']").await;
    browser.fill("[name='hasil_kerja.reason']", "Target utama tercapai dengan bukti register.").await;
    browser.choose("button[name=tindakan][value=kirim]").await;
    browser.wait_for("Tinggal ditetapkan di bawah").await;
    sound(&browser, "assessment-desk-sign").await;
    browser.fill("[name=notes]", "Diusulkan ikut pelatihan layanan informasi.").await;
    browser.choose("form[action$='/tetapkan'] button").await;
    browser.wait_for("Hasil sudah ditetapkan").await;
    let result = stage.as_("sari").read().evaluation_of(period, skp).await.expect("the database").expect("a result");
    assert_eq!(result.predikat, Some(Predikat::Baik));
    sound(&browser, "assessment-result-of-rater").await;
    browser.fill("[name=good]", "Semua permohonan Maret dijawab dalam dua hari.").await;
    browser.fill("[name=improve]", "Register belum diisi pada hari yang sama.").await;
    browser.fill("[name=advice]", "Isi register setiap sore bersama Budi mulai April.").await;
    browser.choose("form[action$='/umpan-balik'] button").await;
    browser.wait_for("Umpan balik sudah disampaikan").await;
    sound(&browser, "assessment-feedback-given").await;

    // From one person to the next by a key, without going back.
    browser.open(&format!("{}{path}", server.url)).await;
    browser.wait_for("1 dari 2 sudah dinilai").await;
    browser.type_text("k").await;
    browser.wait_for(&format!("Penilaian {}", stage.name("budi"))).await;
    browser.open(&format!("{}/distribusi/{period}", server.url)).await;
    browser.wait_for("bukan jatah").await;
    sound(&browser, "assessment-distribution").await;
    browser.close().await;
}

/// From the notice to the reasons, the receipt, and the answer to the feedback.
async fn reads_and_acknowledges(browser: &Browser, server: &Server, stage: &Stage, result: EvaluationId, name: &str) {
    log_in(browser, server, stage, "ratna", "/").await;
    browser.choose(&format!("main a[href='/hasil/{result}']")).await;
    browser.wait_for("Mengapa hasilnya begini").await;
    browser.wait_for("Langkah 1, capaian kinerja organisasi: belum ditetapkan").await;
    browser.wait_for("PermenPANRB 6/2022").await;
    sound(browser, &format!("assessment-{name}-result")).await;
    browser.choose("form[action$='/terima']:not([action*='umpan-balik']) button").await;
    browser.wait_for("Tanda terima sudah dicatat").await;
    browser.fill("[name=answer]", "Terima kasih. Saya mulai Senin depan.").await;
    browser.choose("form[action$='/umpan-balik/terima'] button").await;
    browser.wait_for("Saya mulai Senin depan.").await;
    sound(browser, &format!("assessment-{name}-acknowledged")).await;
    browser.choose(&format!("main a[href='/hasil/{result}/mengapa']")).await;
    browser.wait_for("Kembali ke hasil").await;
    sound(browser, &format!("assessment-{name}-why")).await;
    browser.open(&format!("{}/perkembangan", server.url)).await;
    browser.wait_for("Isi register setiap sore").await;
    sound(browser, &format!("assessment-{name}-development")).await;
    let found = stage.as_("ratna").read().evaluation(result).await.expect("the database").expect("the result");
    assert!(found.acknowledged_at.is_some());
}

/// A signed result with feedback on it.
async fn with_feedback(stage: &Stage, period: PeriodId, skp: SkpId) -> EvaluationId {
    let result = stage.result_of("ratna", period, skp, (Rating::Sesuai, Rating::Diatas)).await;
    let words = domain::feedback::Words {
        good: "Semua permohonan Maret dijawab dalam dua hari.".into(),
        improve: "Register belum diisi pada hari yang sama.".into(),
        advice: "Isi register setiap sore bersama Budi mulai April.".into(),
    };
    stage.minutes(5);
    actions::feedback::give::give(&stage.as_("sari"), result, words).await.expect("feedback");
    result
}

#[tokio::test]
async fn journey_employee_reads_why_and_acknowledges() {
    let (_database, stage, server, period, skp) = served().await;
    let result = with_feedback(&stage, period, skp).await;
    let browser = Browser::phone().await;
    reads_and_acknowledges(&browser, &server, &stage, result, "phone").await;
    browser.close().await;
}

#[tokio::test]
async fn journey_employee_reads_why_and_acknowledges_in_the_dark() {
    let (_database, stage, server, period, skp) = served().await;
    let result = with_feedback(&stage, period, skp).await;
    let browser = Browser::with(Setting { size: Size::Desk, scripts: true, dark: true }).await;
    reads_and_acknowledges(&browser, &server, &stage, result, "dark").await;
    browser.close().await;
}

#[tokio::test]
async fn journey_employee_assesses_themselves_on_a_phone() {
    let (_database, stage, server, period, skp) = served().await;
    let browser = Browser::phone().await;
    log_in(&browser, &server, &stage, "ratna", "/penilaian").await;
    browser.wait_for("Perlu Anda isi").await;
    sound(&browser, "assessment-phone-mine").await;
    let path = format!("/penilaian/{period}/{skp}/diri");
    browser.choose(&format!("main a[href='{path}']")).await;
    browser.wait_for("Nilai pekerjaan Anda sendiri dulu").await;
    sound(&browser, "assessment-phone-self").await;
    let all = results(&stage, skp).await;
    as_expected(&browser, &all[0]).await;
    browser.fill(&format!("[name='{}.reason']", all[0]), REASON).await;
    browser.wait_for("Tersimpan ").await;
    // The window closes; what was typed is still there.
    browser.open(&format!("{}{path}", server.url)).await;
    browser.wait_for("ketikan terakhir Anda").await;
    let kept = browser.script(&format!("return document.querySelector(\"[name='{}.reason']\").value", all[0])).await;
    assert_eq!(kept, REASON);
    for nilai in Nilai::ALL {
        as_expected(&browser, &format!("nilai.{}", nilai.code())).await;
    }
    browser.choose("button[name=tindakan][value=kirim]").await;
    browser.wait_for("Penilaian diri sudah dikirim kepada").await;
    sound(&browser, "assessment-phone-sent").await;
    browser.close().await;
}

#[tokio::test]
async fn journey_supervisor_assesses_without_javascript() {
    let (_database, stage, server, period, skp) = served().await;
    stage.self_assess("ratna", period, skp).await;
    stage.minutes(10);
    let browser = Browser::with(Setting { size: Size::Phone, scripts: false, dark: false }).await;
    log_in(&browser, &server, &stage, "sari", &format!("/penilaian/{period}/{skp}")).await;
    browser.wait_for("Hasil kerja secara keseluruhan").await;
    for subject in results(&stage, skp).await {
        as_expected(&browser, &subject).await;
        browser.fill(&format!("[name='{subject}.reason']"), REASON).await;
    }
    as_expected(&browser, "hasil_kerja").await;
    browser.fill("[name='hasil_kerja.reason']", "Target utama tercapai dengan bukti register.").await;
    for nilai in Nilai::ALL {
        as_expected(&browser, &format!("nilai.{}", nilai.code())).await;
    }
    as_expected(&browser, "perilaku_kerja").await;
    browser.fill("[name='perilaku_kerja.reason']", "Konsisten, dan umpan balik rekan kerja baik.").await;
    browser.choose("button[name=tindakan][value=kirim]").await;
    browser.wait_for("Tinggal ditetapkan di bawah").await;
    browser.choose("form[action$='/tetapkan'] button").await;
    browser.wait_for("Hasil sudah ditetapkan").await;
    browser.close().await;
}
