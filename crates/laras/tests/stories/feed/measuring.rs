//! R2, R7, R23: indicators of plans and criteria of schemes are measured by sources; numbers are never typed over; what a result was
//! measured by is frozen with it and leads to its rows.

use super::{file, source};
use actions::{
    Failure,
    evaluation::manage_period,
    feed::link::{Named, Whose, name},
    job::{self, Task, result::Recomputed},
    progress::report::report,
};
use domain::{
    assessment::Rating,
    decision::Refusal,
    evaluation::Rhythm,
    feed::{Kind, Measure},
};
use testkit::{Site, Stage, for_each_engine, policies};

const PROGRAMME: &str = "tempat,bulan,target,capaian,nip\n\
    Loket A,2026-01,40,30,199403122019032008\n\
    Loket A,2026-02,40,50,199403122019032008\n\
    Loket B,2026-02,40,7,\n";

#[tokio::test(flavor = "multi_thread")]
async fn r2_an_indicator_is_measured_and_never_typed_over() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.at("2026-01-12 09:00");
        let skp = stage.plan_of("ratna").await;
        let indicator = stage.indicators("ratna", skp).await[0];
        stage.at("2026-03-02 09:00");
        let id = source(&stage, Kind::Programme, "loket").await;
        file(&stage, "wiryo", id, PROGRAMME).await;
        let place = format!("/skp/{skp}/indikator/{indicator}");
        report(&stage.as_("ratna"), skp, stage.report(indicator, 3, "Diketik sebelum ada sumber."), None)
            .await
            .expect("typed");

        let mut ratna = Site::of(&stage).log_in("ratna").await;
        ratna.visit(&format!("{place}/sumber")).await;
        let of = id.to_string();
        let wrong = [("source", of.as_str()), ("measure", "survei-ikm"), ("of", "pegawai")];
        let page = ratna.submit("main form", &wrong).await;
        page.assert_status(422);
        ratna
            .submit("main form", &[("measure", "program-jumlah")])
            .await
            .assert_says("sekarang diukur dari sumber data");
        ratna.shown().assert_says("80").assert_says("Sumber loket: 2 catatan");
        let mut sari = Site::of(&stage).log_in("sari").await;
        sari.visit("/").await.assert_says("menetapkan sumber data");
        sari.visit(&place).await.assert_selector("a[href*='/baris?pegawai=']");
        Site::of(&stage).log_in("tono").await.visit(&format!("{place}/sumber")).await.assert_status(404);

        // The form says where the number comes from; whoever sends one all the same is refused beside the field.
        let page = ratna.visit(&format!("{place}/lapor")).await;
        page.assert_says("Angkanya datang dari Sumber loket").assert_no_selector("#amount");
        let typed = report(&stage.as_("ratna"), skp, stage.report(indicator, 5, "Mengetik lagi."), None).await;
        let Err(Failure::Refused(Refusal::Fields(errors))) = typed else { panic!("a number was typed over") };
        assert_eq!((errors[0].field.as_str(), errors[0].text.key.as_ref()), ("amount", "feed-not-typed"));
        ratna.submit("main form", &[("did", "Membuka loket tambahan.")]).await.assert_says("Laporan tersimpan");
        ratna.visit(&place).await.assert_says("80").assert_says("Membuka loket tambahan");
        ratna.visit(&format!("{place}/sumber")).await;
        ratna.submit("main form.press", &[]).await.assert_says("dilaporkan lagi dengan diketik");
        ratna.visit(&place).await.assert_says("Diketik sebelum ada sumber");
    })
    .await;
}

fn log_of(days: u32) -> String {
    let mut log = String::from("nomor,diterima,dijawab,benar,nip\n");
    for n in 0..days {
        let day = 5 + n % 5;
        log.push_str(&format!("P-{n},2026-01-{day:02} 08:00,2026-01-{day:02} 12:00,ya,199403122019032008\n"));
    }
    log
}

/// Wanggar: response time and absence are measured, the rest is chosen by the supervisor; both count in the scheme's result, are
/// frozen, lead to their rows, and working the year out anew gives the same to the byte although rows came later.
#[tokio::test(flavor = "multi_thread")]
async fn r7_a_scheme_measures_and_its_result_is_worked_out_anew_to_the_byte() {
    for_each_engine(|store| async move {
        let stage = Stage::set_with(store, "wanggar", policies::library()).await;
        stage.at("2026-01-12 09:00");
        let skp = stage.plan_of("ratna").await;
        let indicator = stage.indicators("ratna", skp).await[0];
        let log = source(&stage, Kind::Service, "ppid").await;
        let absence = source(&stage, Kind::Attendance, "absensi").await;
        file(&stage, "wiryo", log, &log_of(12)).await;
        stage.at("2026-02-02 09:00");
        let recap = "nip,bulan,hari_kerja,alpa,izin,menit,berturut\n199403122019032008,2026-01,21,2,0,0,1\n";
        file(&stage, "wiryo", absence, recap).await;
        let named = Named { source: log, measure: Measure::Answered, of: Whose::Own, item: String::new() };
        name(&stage.as_("sari"), skp, indicator, named).await.expect("the rater names it");

        let period = stage.period(Rhythm::Tahunan, 1).await;
        let result = stage.result_of("ratna", period, skp, (Rating::Sesuai, Rating::Sesuai)).await;
        stage.minutes(5);

        let mut ratna = Site::of(&stage).log_in("ratna").await;
        let why = ratna.visit(&format!("/hasil/{result}/mengapa")).await;
        // Ten times 240 minutes, and twice 210 on the Friday with its longer break: 235 of 450 are 0,52 working days.
        why.assert_says("Rata-rata waktu menjawab 0,52 hari kerja")
            .assert_says("12 catatan")
            .assert_says("Tidak masuk tanpa alasan sah 2 hari")
            .assert_says("Permintaan dijawab 12 permintaan")
            .assert_says("Lihat barisnya");
        let rows = why.attr("section[aria-labelledby='sumber-data'] a", "href").expect("a link to the rows");
        ratna.visit(&rows).await.assert_status(200);

        // Rows that come later change nothing in what was signed.
        stage.minutes(5);
        let late = "nomor,diterima,dijawab,benar,nip\nL-1,2026-03-02 08:00,2026-04-30 12:00,tidak,199403122019032008\n";
        assert_eq!(file(&stage, "wiryo", log, late).await.added, 1);
        stage.not_before("2027-02-10 09:00");
        manage_period::close(&stage.as_("wiryo"), period).await.expect("closed");
        let asked = job::ask(&stage.as_("joko"), Task::Recompute { period }).await.expect("asked");
        stage.work_off().await;
        let job = job::see(&stage.as_("joko"), asked).await.expect("the job").job;
        let found: Recomputed = serde_json::from_str(&job.result_json).expect("what came out");
        assert_eq!((found.same, found.differ), (1, 0), "{:?}", found.different);

        // The year is closed: its rows are told and not taken.
        let after = "nomor,diterima\nL-2,2026-05-04 08:00\n";
        let taken = file(&stage, "wiryo", log, after).await;
        assert_eq!((taken.added, taken.bad[0].says.key.as_ref()), (0, "feed-period-closed"));
    })
    .await;
}
