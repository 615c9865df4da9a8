//! Opening and closing a period for everybody, working it out anew, printing a unit.

use super::{done, rule, told, waiting};
use actions::{
    evaluation::manage_period,
    job::{
        self, Task,
        result::{Closed, Printed, Recomputed, Told},
    },
};
use domain::{
    assessment::{RaterRole, Rating},
    evaluation::Rhythm,
    permissions::Action,
    plan::workflow::{State, state},
};
use futures::TryStreamExt;
use std::io::{Cursor, Read};
use testkit::{Stage, for_each_engine};

#[tokio::test(flavor = "multi_thread")]
async fn mass_opening_tells_everybody_once() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.plan_of("ratna").await;
        stage.plan_of("budi").await;
        let period = waiting(&stage, Rhythm::Triwulanan, 1).await;
        let job = done(&stage, Task::Open { period }).await;
        let said: Told = serde_json::from_str(&job.result_json).expect("what came out");
        assert_eq!(told(&stage, "ratna", "notice-opened").await, 1);
        assert_eq!(told(&stage, "budi", "notice-opened").await, 1);
        assert_eq!(told(&stage, "tono", "notice-opened-without-plan").await, 1, "who has no plan hears that");
        assert_eq!(told(&stage, "tono", "notice-opened").await, 0);
        assert_eq!(told(&stage, "sari", "notice-opened-for-rater").await, 1, "one digest, though she rates two");
        // Two with a plan, one rater of theirs, six without: everybody but the bupati, who is not rated.
        assert_eq!((said.people, job.done, job.total), (9 + 1, 10, 10));
        let open = stage.as_("wiryo").read().period(period).await.expect("read").expect("the period");
        assert!(open.opened_at.is_some());
        assert_eq!(rule(job::ask(&stage.as_("wiryo"), Task::Open { period }).await), "evaluation-period-already-open");
        let denied = job::ask(&stage.as_("sari"), Task::Open { period }).await;
        assert!(denied.is_err(), "only the office opens periods");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn mass_closing_concludes_by_rule_and_works_out_the_same_again() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let ratna = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Tahunan, 1).await;
        stage.crowd(280, Some(period)).await;
        let early = job::ask(&stage.as_("wiryo"), Task::Close { period }).await;
        assert_eq!(rule(early), "evaluation-period-not-over");
        stage.at("2027-01-20 09:00");
        let waits = job::ask(&stage.as_("wiryo"), Task::Close { period }).await;
        assert_eq!(rule(waits), "evaluation-period-incomplete", "Ratna's superior still has time");
        stage.at("2027-04-01 09:00");
        let job = done(&stage, Task::Close { period }).await;
        let closed: Closed = serde_json::from_str(&job.result_json).expect("what came out");
        assert_eq!(closed.concluded, 280);
        let ikp = closed.units.iter().find(|unit| unit.name.starts_with("Bidang Informasi")).expect("Ratna's unit");
        assert_eq!((ikp.missing, ikp.counts), (1, [0; 5]), "what is missing stays visible, and is no zero");
        let scope = stage.as_("wiryo").read();
        let results = scope.evaluations_of_period(period).await.expect("results");
        assert_eq!(results.len(), 280);
        for result in &results {
            let journal = scope.journal_of("evaluation", &result.id.to_string()).await.expect("journal");
            assert_eq!(journal.len(), 1);
            assert_eq!(journal[0].by, Some(stage.employee("wiryo")), "an act of the office");
            assert_ne!(result.evaluator, stage.employee("wiryo"), "and the rating is the rater's");
        }
        let skp = scope.skp(results[0].skp).await.expect("read").expect("a plan");
        assert_eq!(state(&skp.milestones), State::Dievaluasi);
        assert_eq!(state(&stage.skp("ratna", ratna).await.milestones), State::Ditetapkan);
        let heads = told(&stage, "dedi", "notice-concluded-for-you").await;
        assert_eq!(heads, 1, "who rated hears of it once");

        let again = done(&stage, Task::Recompute { period }).await;
        let again: Recomputed = serde_json::from_str(&again.result_json).expect("what came out");
        assert_eq!((again.same, again.differ), (280, 0), "{:?}", again.different.first());

        // Somebody reaches around the rules and changes what a rater wrote.
        let changed =
            scope.assessment(period, results[0].skp, RaterRole::Penilai).await.expect("read").expect("a sheet");
        let office = stage.as_("wiryo");
        let tampered = office.act(Action::PeriodManage, move |work| {
            let mut sheet = changed.clone();
            async move {
                sheet.answers[0].reason = "Diubah diam-diam.".to_owned();
                work.save_assessment(&sheet, Some(sheet.revision)).await?;
                work.journal("assessment", sheet.id, None, Some(&"uji")).await
            }
        });
        tampered.await.expect("saved");
        let found = done(&stage, Task::Recompute { period }).await;
        let found: Recomputed = serde_json::from_str(&found.result_json).expect("what came out");
        assert_eq!((found.same, found.differ), (279, 1));
        assert_eq!(found.different[0].evaluation, results[0].id);
        let unchanged = scope.evaluation(results[0].id).await.expect("read").expect("the result");
        assert_eq!(unchanged, results[0], "working out anew changes nothing");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_achievement_set_anew_is_seen_as_it_was_at_the_signature() {
    for_each_engine(|store| async move {
        use actions::evaluation::set_capaian::set_capaian;
        use domain::evaluation::Capaian;
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let set = |capaian| {
            let (office, unit) = (stage.as_("wiryo"), stage.unit("IKP"));
            async move { set_capaian(&office, period, unit, capaian, "Laporan kinerja".to_owned()).await.expect("set") }
        };
        set(Capaian::Baik).await;
        stage.result_of("ratna", period, skp, (Rating::Sesuai, Rating::Sesuai)).await;
        stage.minutes(30);
        set(Capaian::Istimewa).await;
        stage.at("2026-04-28 09:00");
        manage_period::close(&stage.as_("wiryo"), period).await.expect("complete");
        let job = done(&stage, Task::Recompute { period }).await;
        let found: Recomputed = serde_json::from_str(&job.result_json).expect("what came out");
        assert_eq!((found.same, found.differ), (1, 0), "{:?}", found.different.first());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r25_a_result_an_objection_changed_is_worked_out_from_the_decision() {
    for_each_engine(|store| async move {
        use actions::objection::{
            ask::ask,
            decide::{Decision, decide},
            file::{Filing, file},
            say::say,
        };
        use domain::objection::Outcome;
        let stage = Stage::set(store).await;
        let (ratna, budi) = (stage.plan_of("ratna").await, stage.plan_of("budi").await);
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let first = stage.result_of("ratna", period, ratna, (Rating::Dibawah, Rating::Sesuai)).await;
        stage.result_of("budi", period, budi, (Rating::Sesuai, Rating::Sesuai)).await;
        let words = || "Laporan Maret masuk tepat waktu dan belum dihitung.".to_owned();
        let filing = Filing { reasons: words(), ..Filing::default() };
        let objection = file(&stage.as_("ratna"), first, filing, None).await.expect("filed");
        ask(&stage.as_("dedi"), objection).await.expect("asked");
        for key in ["sari", "ratna"] {
            say(&stage.as_(key), objection, words()).await.expect("said");
        }
        let revision = stage.as_("dedi").read().objection(objection).await.expect("read").expect("it").revision;
        let outcome = Outcome::Mengubah { hasil: Rating::Sesuai, perilaku: Rating::Sesuai };
        let decision = Decision { revision, outcome, reasons: words(), recommendation: String::new() };
        decide(&stage.as_("dedi"), objection, decision).await.expect("decided");

        stage.at("2026-04-28 09:00");
        manage_period::close(&stage.as_("wiryo"), period).await.expect("complete");
        let job = done(&stage, Task::Recompute { period }).await;
        let found: Recomputed = serde_json::from_str(&job.result_json).expect("what came out");
        // Budi's, Ratna's first, and the one that took its place.
        assert_eq!((found.same, found.differ), (3, 0), "{:?}", found.different.first());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_is_printed_for_whoever_asked() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let skp = stage.plan_of("ratna").await;
        stage.plan_of("budi").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let task = || Task::Print { period, unit: stage.unit("IKP") };
        assert_eq!(rule(job::ask(&stage.as_("wiryo"), task()).await), "job-nothing-to-print");
        stage.result_of("ratna", period, skp, (Rating::Diatas, Rating::Sesuai)).await;
        assert!(job::ask(&stage.as_("hasan"), task()).await.is_err(), "the leader of another unit");
        let id = job::ask(&stage.as_("sari"), task()).await.expect("she leads the unit");
        stage.work_off().await;
        let page = job::see(&stage.as_("sari"), id).await.expect("hers");
        let printed: Printed = serde_json::from_str(&page.job.result_json).expect("what came out");
        // Sari herself and Budi have no result.
        assert_eq!((printed.documents, printed.without), (1, 2));

        let (size, bytes) = job::fetch(&stage.as_("sari"), id).await.expect("hers to take");
        let bytes: Vec<u8> = bytes.try_concat().await.expect("all of it");
        assert_eq!((bytes.len() as u64, size), (printed.bytes, printed.bytes));
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
        let names: Vec<String> = zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
        assert_eq!(names.len(), 2, "{names:?}");
        let mut pdf = Vec::new();
        let of_ratna = names.iter().find(|name| name.contains("Ratna")).expect("her document");
        zip.by_name(of_ratna).expect("an entry").read_to_end(&mut pdf).expect("read");
        assert!(pdf.starts_with(b"%PDF-"));
        let mut list = String::new();
        zip.by_name("daftar.csv").expect("the list").read_to_string(&mut list).expect("read");
        assert!(list.contains("Budi Santosajaya") && list.contains("belum ada hasil"), "{list}");

        for other in ["wiryo", "hasan", "ratna", "gani"] {
            assert!(job::fetch(&stage.as_(other), id).await.is_err(), "{other} did not ask for it");
        }
        let journal = stage.as_("sari").read().journal_of("job", &id.to_string()).await.expect("journal");
        assert_eq!(journal.len(), 2, "asked for, and taken once");
        stage.minutes(60 * 24 * 8);
        assert_eq!(rule(job::fetch(&stage.as_("sari"), id).await), "job-file-gone");
        job::work::by_itself(&stage.app).await.expect("tidied");
        assert_eq!(job::see(&stage.as_("sari"), id).await.expect("hers").job.file, None);
    })
    .await;
}
