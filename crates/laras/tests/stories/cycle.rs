//! Stories of running the year for a big agency: periods opened and closed for everybody, reminders and escalation, boards,
//! prints; as background work that survives whatever happens to its process. On SQLite and on PostgreSQL.

mod board;
mod interrupted;
mod mass;
mod moving;
mod pages;
mod reminders;

use actions::{
    Failure,
    evaluation::manage_period,
    job::{self, Job, JobState, Task},
};
use domain::{decision::Refusal, evaluation::Rhythm, ids::PeriodId};
use testkit::Stage;

/// The rule in the way, by its key.
#[track_caller]
fn rule<T>(outcome: Result<T, Failure>) -> String {
    match outcome {
        Err(Failure::Refused(Refusal::Rule(broken))) => broken.says.key.into_owned(),
        Err(other) => panic!("not a refusal by a rule: {other:?}"),
        Ok(_) => panic!("nothing stood in the way"),
    }
}

/// A period laid out and not open yet, on the day its window opens.
async fn waiting(stage: &Stage, rhythm: Rhythm, number: u32) -> PeriodId {
    let office = stage.as_("wiryo");
    manage_period::lay_out(&office, stage.year()).await.expect("the year");
    let periods = office.read().periods(stage.year()).await.expect("periods");
    let period = periods.into_iter().find(|p| p.rhythm == rhythm && p.number == number).expect("such a period");
    let opens = office.window(&period).expect("its window").opens;
    stage.not_before(&format!("{opens} 08:00"));
    period.id
}

/// Asks for something as the office and does it to its end.
async fn done(stage: &Stage, task: Task) -> Job {
    let id = job::ask(&stage.as_("wiryo"), task).await.expect("it may be asked for");
    stage.work_off().await;
    let job = job::see(&stage.as_("wiryo"), id).await.expect("the job").job;
    assert_eq!(job.state, JobState::Done, "{:?}", job.error);
    job
}

/// How often somebody was told something.
async fn told(stage: &Stage, key: &str, what: &str) -> usize {
    let notices = stage.as_(key).read().notices(stage.employee(key), 1000).await.expect("notices");
    notices.iter().filter(|notice| notice.says.key == what).count()
}
