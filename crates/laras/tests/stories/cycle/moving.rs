//! Whoever moves to another unit within the year (Bab IV.A.13): the old unit's result by agreement, and agencies that
//! weigh by time.

use super::{done, rule, told};
use actions::{
    Policies,
    evaluation::{carry_over, see},
    home,
    job::{Task, result::Recomputed},
    people::assign::{AssignmentDraft, assign},
    plan::replace::replace,
};
use domain::{
    assessment::Rating,
    evaluation::{Predikat, Rhythm},
    ids::{PeriodId, SkpId},
    people::Standing,
};
use std::sync::Arc;
use testkit::{Site, Stage, for_each_engine, policies};

const SESUAI: (Rating, Rating) = (Rating::Sesuai, Rating::Sesuai);
const DIATAS: (Rating, Rating) = (Rating::Diatas, Rating::Diatas);

/// Ratna goes to Hasan's unit on a day, with a new plan that Hasan sets.
async fn moves(stage: &Stage, old: SkpId, from: &str) -> SkpId {
    stage.not_before(&format!("{from} 08:00"));
    let day = from.parse().expect("a date");
    let draft = AssignmentDraft { post: "TONO".into(), standing: Standing::Definitif, from: day, until: None };
    assign(&stage.as_("wiryo"), stage.employee("ratna"), draft).await.expect("assigned");
    stage.moved_to("ratna", "hasan", Some("dedi"), from).await;
    let new = replace(&stage.as_("wiryo"), old, day).await.expect("a new plan");
    stage.sign("ratna", new).await;
    stage.set_plan("hasan", new, "").await;
    new
}

/// Closes the period long after, and works it out anew.
async fn anew(stage: &Stage, period: PeriodId) -> Recomputed {
    stage.at("2027-04-01 09:00");
    done(stage, Task::Close { period }).await;
    let job = done(stage, Task::Recompute { period }).await;
    serde_json::from_str(&job.result_json).expect("what came out")
}

#[tokio::test(flavor = "multi_thread")]
async fn r12_rater_and_employee_agree_on_the_old_units_result() {
    for_each_engine(|store| async move {
        let stage = Stage::set_with(store, "nasional", policies::library()).await;
        let old = stage.plan_of("ratna").await;
        let first = stage.period(Rhythm::Triwulanan, 1).await;
        stage.result_of("ratna", first, old, DIATAS).await;
        let new = moves(&stage, old, "2026-06-01").await;
        let period = stage.period(Rhythm::Triwulanan, 2).await;
        let place = format!("/penilaian/{period}/{new}/hasil-lama");

        let early = carry_over::answer(&stage.as_("ratna"), period, new, true).await;
        assert_eq!(rule(early), "evaluation-carry-over-nothing", "nobody has proposed it");
        assert!(carry_over::propose(&stage.as_("sari"), period, new, "?".into()).await.is_err(), "not the old rater's");
        let mut hasan = Site::of(&stage).log_in("hasan").await;
        hasan.visit(&format!("/penilaian/{period}/{new}")).await.assert_says("pakai hasil dari unit lama?");
        hasan.visit(&place).await.assert_says("Bab IV.A.13");
        hasan.press("form[action$='/hasil-lama']", "Usulkan kepada pegawai", &[("says", " ")]).await.assert_status(422);
        let says = "Baru sebulan di sini; triwulan lalu lebih terlihat.";
        let sent = hasan.press("form[action$='/hasil-lama']", "Usulkan kepada pegawai", &[("says", says)]).await;
        sent.assert_says("Menunggu jawaban pegawai");
        let twice = carry_over::propose(&stage.as_("hasan"), period, new, says.into()).await;
        assert_eq!(rule(twice), "evaluation-carry-over-asked-before");

        let tasks = home::see_home(&stage.as_("ratna")).await.expect("her home").tasks;
        assert!(tasks.iter().any(|task| task.says.key == "task-answer-carry-over" && task.link == place), "{tasks:?}");
        let mut ratna = Site::of(&stage).log_in("ratna").await;
        ratna.visit(&place).await.assert_says(says);
        ratna.press("form[action$='/jawab']", "Saya setuju", &[]).await.assert_says("Anda setuju");
        let [result] =
            &stage.as_("ratna").read().evaluations_for(period, &[stage.employee("ratna")]).await.expect("hers")[..]
        else {
            panic!("one result");
        };
        assert_eq!((result.predikat, result.evaluator), (Some(Predikat::SangatBaik), stage.employee("hasan")));
        assert_eq!(result.because.says.key, "evaluation-carried-over");
        assert_eq!(result.because.cite.as_ref().expect("the law").article, "Bab IV.A.13");
        assert_eq!(told(&stage, "hasan", "notice-carry-over-agreed").await, 1);
        let tasks = home::see_home(&stage.as_("ratna")).await.expect("her home").tasks;
        assert!(tasks.iter().all(|task| !task.says.key.starts_with("task-self")), "nothing more is asked: {tasks:?}");
        see::see(&stage.as_("ratna"), result.id).await.expect("she reads it");
        let found = anew(&stage, period).await;
        assert_eq!((found.same, found.differ), (1, 0), "{:?}", found.different.first());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r12_without_agreement_the_new_rater_evaluates() {
    for_each_engine(|store| async move {
        let stage = Stage::set_with(store, "nasional", policies::library()).await;
        let old = stage.plan_of("ratna").await;
        let first = stage.period(Rhythm::Triwulanan, 1).await;
        stage.result_of("ratna", first, old, DIATAS).await;
        let new = moves(&stage, old, "2026-06-01").await;
        let year = stage.as_("ratna").read().periods(2026).await.expect("periods");
        let year = year.into_iter().find(|period| period.rhythm == Rhythm::Tahunan).expect("the year");
        let of_year = carry_over::see(&stage.as_("hasan"), year.id, new).await;
        assert_eq!(rule(of_year), "evaluation-carry-over-nothing", "the year is always the new rater's");
        let period = stage.period(Rhythm::Triwulanan, 2).await;
        carry_over::propose(&stage.as_("hasan"), period, new, "Baru sebulan di sini.".into()).await.expect("proposed");
        let answered = carry_over::answer(&stage.as_("ratna"), period, new, false).await.expect("answered");
        assert_eq!(answered, None);
        assert_eq!(told(&stage, "hasan", "notice-carry-over-declined").await, 1);
        stage.self_assess("ratna", period, new).await;
        stage.minutes(5);
        stage.rate("hasan", period, new, SESUAI).await;
        let id = actions::evaluation::evaluate::evaluate(&stage.as_("hasan"), period, new, String::new()).await;
        let result = see::see(&stage.as_("ratna"), id.expect("signed")).await.expect("hers").evaluation;
        assert_eq!(result.predikat, Some(Predikat::Baik));
    })
    .await;
}

/// The rules of the nation with plans weighted by time.
fn weighing() -> Arc<Policies> {
    let rule = "\n[[transfer-by-time]]\nshape = \"flag\"\nfrom = 2022-02-07\narticle = \"Aplikasi kinerja nasional\"\n\
                source = \"Petunjuk penggunaan aplikasi\"\ncertainty = \"secondary\"\nvalue = true\n";
    let files = policies::files().into_iter().map(|(path, text)| {
        let text = if path == "schemes/nasional/scheme.toml" { text + rule } else { text };
        (path, text)
    });
    Arc::new(Policies::load(files.collect()).unwrap_or_else(|problems| panic!("{problems:?}")))
}

#[tokio::test(flavor = "multi_thread")]
async fn r12_an_agency_may_weigh_the_plans_of_a_year_by_time() {
    for_each_engine(|store| async move {
        let stage = Stage::set_with(store, "nasional", weighing()).await;
        let old = stage.plan_of("ratna").await;
        let second = stage.period(Rhythm::Triwulanan, 2).await;
        stage.result_of("ratna", second, old, DIATAS).await;
        let new = moves(&stage, old, "2026-07-01").await;
        let year = stage.period(Rhythm::Tahunan, 1).await;
        stage.self_assess("ratna", year, new).await;
        stage.minutes(5);
        stage.rate("hasan", year, new, (Rating::Dibawah, Rating::Sesuai)).await;
        let id = actions::evaluation::evaluate::evaluate(&stage.as_("hasan"), year, new, String::new()).await;
        let result = see::see(&stage.as_("ratna"), id.expect("signed")).await.expect("hers").evaluation;
        // 181 days in class 5 and 184 days in class 3: 3.99, which is Baik.
        assert_eq!(result.predikat, Some(Predikat::Baik));
        assert_eq!(result.because.says.key, "evaluation-by-time");
        let parts: Vec<_> = result.because.from.iter().filter(|r| r.says.key == "evaluation-by-time-part").collect();
        assert_eq!(parts.len(), 2, "each plan with its days");
        let found = anew(&stage, year).await;
        assert_eq!((found.same, found.differ), (1, 0), "{:?}", found.different.first());
    })
    .await;
}
