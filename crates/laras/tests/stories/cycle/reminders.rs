//! Reminding a unit, and what every working morning does by itself.

use super::{done, rule, told};
use actions::{
    job::{self, Task, result::Told, work},
    reminder::preview,
};
use domain::evaluation::{Rhythm, cycle::Step};
use testkit::{Stage, for_each_engine};

async fn morning(stage: &Stage, time: &str) {
    stage.at(time);
    work::by_itself(&stage.app).await.expect("a morning");
    work::by_itself(&stage.app).await.expect("asked for once");
    stage.work_off().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_is_reminded_by_digest_once_a_day() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        for key in ["ratna", "budi", "tono"] {
            stage.plan_of(key).await;
        }
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let skp = stage.as_("ratna").read().skps_of(stage.employee("ratna")).await.expect("plans")[0].id;
        stage.self_assess("ratna", period, skp).await;
        let unit = Some(stage.unit("IKP"));
        let found = preview(&stage.as_("sari"), period, unit).await.expect("she leads it");
        // Sari herself has no plan; Budi is awaited; Ratna waits for Sari.
        assert_eq!(found.steps, [(Step::Plan, 1, 1), (Step::Own, 1, 1), (Step::Rate, 1, 1)]);
        assert!(preview(&stage.as_("ratna"), period, unit).await.is_err(), "not hers to remind");
        assert!(preview(&stage.as_("sari"), period, Some(stage.unit("APTIKA"))).await.is_err());

        let task = |steps: &[Step]| Task::Remind { period, unit, steps: steps.to_vec() };
        assert!(job::ask(&stage.as_("wiryo"), task(&[])).await.is_err(), "of nothing");
        let job = done(&stage, task(&[Step::Own, Step::Rate])).await;
        let said: Told = serde_json::from_str(&job.result_json).expect("what came out");
        assert_eq!(said.people, 2);
        assert_eq!(
            (told(&stage, "budi", "notice-due-self").await, told(&stage, "sari", "notice-due-rate").await),
            (1, 1)
        );
        assert_eq!(told(&stage, "ratna", "notice-due-self").await, 0, "she has done it");
        assert_eq!(told(&stage, "tono", "notice-due-self").await, 0, "another unit");
        done(&stage, task(&[Step::Own])).await;
        assert_eq!(told(&stage, "budi", "notice-due-self").await, 1, "once a day is enough");
        stage.minutes(60 * 24);
        done(&stage, task(&[Step::Own])).await;
        assert_eq!(told(&stage, "budi", "notice-due-self").await, 2);
        stage.at("2026-08-03 09:00");
        actions::evaluation::manage_period::close(&stage.as_("wiryo"), period).await.expect("closed with gaps");
        assert_eq!(rule(job::ask(&stage.as_("wiryo"), task(&[Step::Own])).await), "reminder-period-not-open");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn mornings_remind_before_and_escalate_after_and_are_quiet_on_days_off() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        stage.plan_of("ratna").await;
        let period = stage.period(Rhythm::Triwulanan, 1).await;
        let office = stage.as_("wiryo");
        let found = office.read().period(period).await.expect("read").expect("the period");
        let policy = office.policy(found.last_day()).expect("rules");
        let holidays = stage.app.policies.holidays();
        let due = Step::Own.due(&found, &policy, holidays).expect("a last day");
        let day = |n: u32| format!("{} 08:00", holidays.after(due, n));
        let weekend = (1..7).map(|n| due + chrono::Days::new(n)).find(|day| !holidays.is_working(*day)).expect("one");

        morning(&stage, &format!("{due} 06:00")).await;
        assert_eq!(told(&stage, "ratna", "notice-due-self").await, 0, "nobody is woken");
        morning(&stage, &format!("{due} 08:00")).await;
        assert_eq!(told(&stage, "ratna", "notice-due-self").await, 1);
        morning(&stage, &format!("{due} 14:00")).await;
        assert_eq!(told(&stage, "ratna", "notice-due-self").await, 1, "the morning is over");
        let before = told(&stage, "ratna", "notice-due-self").await;
        morning(&stage, &format!("{weekend} 08:00")).await;
        assert_eq!(told(&stage, "ratna", "notice-due-self").await, before, "quiet on a day off");
        morning(&stage, &day(1)).await;
        assert_eq!(told(&stage, "ratna", "notice-due-self").await, 2, "the day after, once more");
        morning(&stage, &day(2)).await;
        assert_eq!(told(&stage, "ratna", "notice-due-self").await, 2);
        assert_eq!(told(&stage, "sari", "notice-late-self").await, 0);
        morning(&stage, &day(3)).await;
        assert_eq!(told(&stage, "sari", "notice-late-self").await, 1, "the next level up hears of it");
        morning(&stage, &day(4)).await;
        assert_eq!(told(&stage, "sari", "notice-late-self").await, 1);
        // Nothing ran on the eighth day: the ninth makes up for it.
        morning(&stage, &day(9)).await;
        assert_eq!(told(&stage, "dedi", "notice-late-self").await, 1, "and the level above that");
        assert_eq!(told(&stage, "ratna", "notice-due-self").await, 2, "no flood");
    })
    .await;
}
