//! The report of a period, its short form for everybody, and how sure an employee's result is.

use super::{rated, rated_by_law};
use crate::{open, stage_of};
use actions::{
    evaluation::{evaluate::evaluate, manage_period},
    fairness::report,
};
use domain::{assessment::Rating, evaluation::Rhythm};
use testkit::{Site, Stage, for_each_engine};

#[tokio::test(flavor = "multi_thread")]
async fn r26_the_office_reads_the_report_and_everybody_its_short_form() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        // Nine heads of units and who rates them: as many raters as are told of to everybody.
        stage.crowd(450, Some(period)).await;
        let link = format!("/keadilan/{period}");
        let mut wiryo = open(&stage, "wiryo").await;
        wiryo.visit("/keadilan").await.assert_says("Belum dihitung");
        wiryo.visit(&link).await;
        wiryo.press("form[action$='/hitung']", "Hitung", &[]).await;
        stage.work_off().await;
        let page = wiryo.visit(&link).await;
        page.assert_says("Kelonggaran 0 dari").assert_says("Belum dapat diperkirakan");
        page.assert_says("Pegawai dan pejabat penilai pada butir yang sama");
        page.assert_says("Adakah kelompok yang dinilai berbeda?").assert_selector("svg.chart");
        // Not before the period is closed, and only by the office.
        assert!(report::publish(&stage.as_("wiryo"), period).await.is_err());
        for other in ["sari", "ratna", "dedi"] {
            assert_eq!(open(&stage, other).await.visit(&link).await.status, 403, "{other}");
        }
        open(&stage, "joko").await.visit(&link).await.assert_no_selector("main form");
        open(&stage, "ratna").await.visit("/keadilan/cara-membaca").await.assert_says("Kami tidak menebak");

        stage.not_before("2026-06-01 08:00");
        let job = actions::job::ask(&stage.as_("wiryo"), actions::job::Task::Close { period }).await.expect("closing");
        stage.work_off().await;
        let job = actions::job::see(&stage.as_("wiryo"), job).await.expect("the job").job;
        assert_eq!(job.state, actions::job::JobState::Done, "{:?}", job.error);
        assert!(manage_period::close(&stage.as_("wiryo"), period).await.is_err(), "closed once");
        // Months have passed: the window asks who it is.
        let mut wiryo = open(&stage, "wiryo").await;
        wiryo.visit(&link).await;
        wiryo.press("form[action$='/hitung']", "Hitung", &[]).await;
        stage.work_off().await;
        wiryo.visit(&link).await.assert_says("Versi 2");
        let scope = stage.as_("wiryo").read();
        for (version, known) in [(1, false), (2, true)] {
            let found = scope.fairness_of_rater(period, version, stage.employee("dedi")).await.expect("the database");
            assert_eq!(found.is_some(), known, "of single people the latest version alone is kept: {version}");
        }
        let mut guest = Site::of(&stage);
        let public = "/keadilan-publik/pemerintah-kabupaten-uji-laras";
        guest.visit(public).await.assert_says("Belum ada yang disiarkan");
        wiryo.press("form[action$='/siarkan']", "Siarkan", &[]).await.assert_says("sudah dapat dibaca publik");
        // A second version would show what an objection changed.
        assert!(report::publish(&stage.as_("wiryo"), period).await.is_err(), "given out once");
        wiryo.visit(&link).await.assert_no_selector("form[action$='/siarkan']");
        let page = guest.visit(public).await;
        page.assert_says("Sesuai ekspektasi").assert_says("kurang dari sepuluh orang tidak ditunjukkan");
        for name in ["Unit Ramai", "Pegawai Ramai", stage.name("sari")] {
            assert!(!page.said().contains(name), "{name}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r26_an_employee_reads_how_sure_the_result_is_and_how_to_object() {
    for_each_engine(|store| async move {
        let stage = stage_of(store, "plaju").await;
        let (period, plans) = rated(&stage).await;
        rated_by_law(&stage, period, plans).await;
        let result = evaluate(&stage.as_("sari"), period, plans[0], "Pertahankan.".into()).await.expect("a result");
        let why = format!("/hasil/{result}/mengapa");
        let mut ratna = open(&stage, "ratna").await;
        ratna.visit(&why).await.assert_says("belum menghitung angka keadilan");
        report::count(&stage.as_("wiryo"), period).await.expect("a job");
        stage.work_off().await;
        let page = ratna.visit(&why).await;
        page.assert_says("4 orang menilai Anda").assert_says("ajukan keberatan");
        page.assert_says("Yang berlaku tetap penilaian pejabat penilai");
        let mut sari = open(&stage, "sari").await;
        let other = sari.visit(&why).await;
        other.assert_says("4 orang menilai pegawai ini");
        assert!(!other.said().contains("menilai Anda"));
        let scope = stage.as_("ratna").read();
        let kept = scope.fairness(period).await.expect("the database").expect("a version");
        let me = [stage.employee("ratna")];
        let own = scope.fairness_of_ratees(period, kept.version, &me).await.expect("the database").remove(0);
        page.assert_says(&own.fair.expect("four raters").value.to_string());
        // The result itself is what it was.
        let results = scope.evaluations_of(stage.employee("ratna")).await.expect("the database");
        assert_eq!((results[0].id, results[0].hasil), (result, Rating::Diatas));
    })
    .await;
}
