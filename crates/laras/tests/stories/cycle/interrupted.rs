//! Work that is interrupted: a process killed, two at once, one thought dead, one called off. Nothing is done twice.

use super::{rule, waiting};
use actions::{
    App, World,
    job::{self, JobState, Task, work},
};
use domain::{evaluation::Rhythm, ids::JobId};
use object_store::memory::InMemory;
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
    sync::Arc,
};
use store::{Options, Store};
use testkit::{
    Stage,
    engines::{for_each_database, for_each_engine},
    policies,
    world::TestWorld,
};

/// Set for the process that is going to be killed: URL and the time it lives in, in seconds.
const CHILD: &str = "LARAS_TEST_WORKER";
const MARK: &str = "part done";
const PEOPLE: usize = 1_600;

/// Everybody in the crowd has this many notices of a kind.
async fn each_told_once(stage: &Stage, what: &str) -> usize {
    let scope = stage.as_("wiryo").read();
    let notices = scope.notices_since(chrono::DateTime::UNIX_EPOCH, 100_000).await.expect("notices");
    let mut times: BTreeMap<_, usize> = BTreeMap::new();
    for notice in notices.iter().filter(|notice| notice.says.key == what) {
        *times.entry(notice.to).or_default() += 1;
    }
    assert!(times.values().all(|n| *n == 1), "somebody was told twice");
    times.len()
}

#[tokio::test(flavor = "multi_thread")]
async fn kill_nine_in_the_middle_of_a_job_and_it_goes_on() {
    for_each_database(|database| async move {
        let stage = Stage::set(database.open().await).await;
        let period = stage.period(Rhythm::Tahunan, 1).await;
        stage.crowd(PEOPLE, Some(period)).await;
        stage.at("2027-04-01 09:00");
        let id = job::ask(&stage.as_("wiryo"), Task::Close { period }).await.expect("asked for");

        let seconds = stage.world.now().timestamp() + 10;
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "cycle::interrupted::works_until_it_is_killed", "--nocapture"])
            .env(CHILD, format!("{seconds} {}", database.url))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a process of its own");
        let mut parts = BufReader::new(child.stdout.take().expect("what it says")).lines();
        let mut seen = 0;
        while seen < 2 {
            let line = parts.next().expect("it goes on until it is killed").expect("a line");
            seen += usize::from(line.contains(MARK));
        }
        // SIGKILL: no handler, no destructor, no flush.
        child.kill().expect("killed");
        child.wait().expect("gone");

        stage.minutes(1);
        let scope = stage.as_("wiryo").read();
        let half = scope.evaluations_count(period).await.expect("results") as usize;
        let noted = scope.job(id).await.expect("read").expect("the job");
        assert!((500..PEOPLE).contains(&half), "{half} results when it was killed");
        assert_eq!(noted.done as usize, half, "what was done and what was noted are the same");
        assert!(!stage.work("lain").await, "the dead process still holds it for a while");
        stage.minutes(3);
        while stage.work("lain").await {}
        let job = scope.job(id).await.expect("read").expect("the job");
        assert_eq!(job.state, JobState::Done, "{:?}", job.error);
        assert_eq!(scope.evaluations_count(period).await.expect("results") as usize, PEOPLE);
        assert_eq!(each_told_once(&stage, "notice-concluded").await, PEOPLE);
        for result in scope.evaluations_of_period(period).await.expect("results").iter().step_by(50) {
            let journal = scope.journal_of("evaluation", &result.id.to_string()).await.expect("journal");
            assert_eq!(journal.len(), 1);
        }
        stage.app.store.close().await.expect("closed");
    })
    .await;
}

/// Not a test: what the process above runs.
#[tokio::test(flavor = "multi_thread")]
async fn works_until_it_is_killed() {
    let Ok(told) = std::env::var(CHILD) else { return };
    let (seconds, url) = told.split_once(' ').expect("seconds and URL");
    let now = chrono::DateTime::from_timestamp(seconds.parse().expect("seconds"), 0).expect("an instant");
    let store = Store::connect(&Options { max_connections: 4, ..Options::new(url) }).await.expect("the database");
    let app = App {
        store,
        policies: policies::library(),
        files: Arc::new(InMemory::new()),
        world: Arc::new(TestWorld::at(now)),
        rows_at_once: 1_000,
        opened: Arc::default(),
    };
    let site = web::Site::new(app.clone(), web::Options::default());
    while work::turn(&app, "korban", &site).await.expect("a part") {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{MARK}").expect("said");
        out.flush().expect("said");
    }
    // Where it was quicker than the hand that kills it, the test above says so.
    std::future::pending::<()>().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_share_the_work_and_nothing_is_done_twice() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let period = waiting(&stage, Rhythm::Triwulanan, 1).await;
        stage.crowd(1_200, None).await;
        let id = job::ask(&stage.as_("wiryo"), Task::Open { period }).await.expect("asked for");
        let twice = job::ask(&stage.as_("wiryo"), Task::Open { period }).await.expect("asked for again");
        assert_eq!(id, twice, "the same is under way already");
        let state = || async { stage.as_("wiryo").read().job(id).await.expect("read").expect("the job").state };
        while state().await.is_busy() {
            // The lease passes from one to the other between parts.
            let (a, b) = tokio::join!(stage.work("satu"), stage.work("dua"));
            assert!(a || b, "one of them gets on");
            stage.minutes(3);
        }
        assert_eq!(state().await, JobState::Done);
        assert_eq!(each_told_once(&stage, "notice-opened").await, 1_200);
        let opened = stage.as_("wiryo").read().journal_of("period", &period.to_string()).await.expect("journal");
        assert_eq!(opened.len(), 2, "laid out once, opened once");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn called_off_means_no_more_and_what_was_done_stands() {
    for_each_engine(|store| async move {
        let stage = Stage::set(store).await;
        let period = waiting(&stage, Rhythm::Triwulanan, 1).await;
        stage.crowd(700, None).await;
        let id: JobId = job::ask(&stage.as_("wiryo"), Task::Open { period }).await.expect("asked for");
        assert!(stage.work("satu").await);
        assert!(job::cancel(&stage.as_("sari"), id).await.is_err(), "not hers");
        job::cancel(&stage.as_("wiryo"), id).await.expect("called off");
        stage.work_off().await;
        let job = job::see(&stage.as_("joko"), id).await.expect("the auditor may look").job;
        assert_eq!(job.state, JobState::Cancelled);
        assert_eq!(each_told_once(&stage, "notice-opened").await, 500, "one part was done");
        assert_eq!(rule(job::cancel(&stage.as_("wiryo"), id).await), "job-has-ended");
        assert!(job::see(&stage.as_("gani"), id).await.is_err(), "another agency knows nothing of it");
    })
    .await;
}
