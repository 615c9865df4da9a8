//! What an agency of 10,000 needs: everybody's profile from the results of a closed year, ranked, within a budget; and what
//! follows from those results by the rules, kept as proposals.

use crate::table::{Times, headline, ms, target};
use actions::{
    job::{self, JobState, Task, work},
    training::{
        catalogue::{Draft, write},
        need::{Asked, see},
    },
};
use domain::{
    assessment::Rating,
    decision::{Reason, Text},
    evaluation::{Evaluation, Period, Predikat, Rhythm},
    ids::PeriodId,
    permissions::Action,
    scheme::{SchemeResult, combine::Form, score::CriterionScore},
    time::DateRange,
    training::{Build, Kind},
};
use std::{
    path::Path,
    time::{Duration, Instant},
};
use store::{Options, Store};
use testkit::{Stage, policies};

const PEOPLE: usize = 10_000;
const PROGRAMS: usize = 40;
const LOOKS: usize = 11;
const MOST: Duration = Duration::from_secs(2);
const CRITERIA: [&str; 7] = ["target", "mutu", "komunikasi", "manajemen_proyek", "teknologi", "etika", "kolaborasi"];

/// Measures.
pub async fn measure(folder: &Path) -> Result<(), String> {
    headline(&format!("Needs of {PEOPLE} people (SQLite, synchronous=FULL)"));
    let file = folder.join("needs.sqlite");
    let store = Store::connect(&Options::new(format!("sqlite://{}?mode=rwc", file.display()))).await;
    let store = store.map_err(|error| error.to_string())?;
    store.migrate().await.map_err(|error| error.to_string())?;
    let stage = Stage::set_with(store, "surakarta", policies::library()).await;
    stage.crowd(PEOPLE, None).await;
    let period = results(&stage).await?;
    catalogue(&stage).await?;
    stage.at("2027-02-01 09:00");
    let office = stage.as_("wiryo");
    let mut times = Vec::with_capacity(LOOKS);
    for _ in 0..LOOKS {
        let began = Instant::now();
        let asked = Asked { budget: Some(1_000_000_000), ..Asked::default() };
        let page = see(&office, asked).await.map_err(|failure| failure.to_string())?;
        times.push(began.elapsed());
        if page.known as usize != PEOPLE || page.analysis.lines.is_empty() {
            return Err(format!("{} people, {} lines", page.known, page.analysis.lines.len()));
        }
    }
    let times = Times::of(times);
    let (median, worst) = (times.percentile(50), times.percentile(100));
    target("needs of 10,000 in under 2 s", worst < MOST, &format!("median {}, slowest {}", ms(median), ms(worst)));

    let site = web::Site::new(stage.app.clone(), web::Options::default());
    let began = Instant::now();
    let id = job::ask(&office, Task::Follow { period }).await.map_err(|failure| failure.to_string())?;
    while work::turn(&stage.app, "bench", &site).await.map_err(|failure| failure.to_string())? {}
    let time = began.elapsed();
    let job = office.read().job(id).await.map_err(|error| error.to_string())?.ok_or("the job is gone")?;
    if job.state != JobState::Done {
        return Err(format!("the job stopped: {:?}", job.error));
    }
    let kept = office.read().proposals_in(period).await.map_err(|error| error.to_string())?;
    println!(
        "followed up: {kept} proposals with their reasons in {:.1} s, {:.0} results/s",
        time.as_secs_f64(),
        PEOPLE as f64 / time.as_secs_f64()
    );
    println!();
    stage.app.store.close().await.map_err(|error| error.to_string())
}

/// One level in five, spread as people are; a tenth of them nobody rated.
fn level(person: usize, criterion: usize) -> Option<i64> {
    let mixed = person.wrapping_mul(2_654_435_761).wrapping_add(criterion.wrapping_mul(40_503)) >> 7;
    (!mixed.is_multiple_of(10)).then(|| [100, 200, 200, 300, 300, 300, 400, 500][mixed % 8])
}

async fn results(stage: &Stage) -> Result<PeriodId, String> {
    let office = stage.as_("wiryo");
    let day = "2026-06-01".parse().map_err(|_| "a day")?;
    let mut people = office.read().everyone(day).await.map_err(|error| error.to_string())?;
    people.retain(|person| person.employee.name.starts_with("Pegawai Ramai"));
    let ids: Vec<_> = people.iter().map(|person| person.employee.id).collect();
    let plans = office.read().skps_of_year_for(&ids, 2026).await.map_err(|error| error.to_string())?;
    let plans: Vec<_> = plans.into_iter().map(|skp| (skp.employee, skp.id)).collect();
    let made = office.act(Action::PeriodManage, move |work| {
        let plans = plans.clone();
        async move {
            let period = Period {
                id: work.id(),
                year: 2026,
                rhythm: Rhythm::Tahunan,
                number: 1,
                dates: DateRange::year(2026),
                policy: "surakarta@1".into(),
                opened_at: Some(work.ctx.at),
                closed_at: Some(work.ctx.at),
            };
            work.save_period(&period).await?;
            let result = |(n, (employee, skp)): (usize, &(_, _))| {
                let scored = |(at, code): (usize, &&str)| {
                    let level = level(n, at);
                    CriterionScore { code: (**code).to_owned(), level, score: level, required: None, roles: Vec::new() }
                };
                let scheme = SchemeResult {
                    form: Form::Bands,
                    predikat: Some(Predikat::Baik),
                    score: level(n, 0),
                    band: None,
                    dimensions: Vec::new(),
                    criteria: CRITERIA.iter().enumerate().map(scored).collect(),
                };
                Evaluation {
                    id: work.id(),
                    period: period.id,
                    skp: *skp,
                    skp_version: 1,
                    employee: *employee,
                    evaluator: work.ctx.me(),
                    hasil: Rating::Sesuai,
                    perilaku: Rating::Sesuai,
                    predikat: Some(Predikat::Baik),
                    scheme: Some(scheme),
                    capaian: None,
                    because: Reason::new(Text::new("scheme-nothing-known")),
                    policy: "surakarta@1".into(),
                    notes: String::new(),
                    signed_at: work.ctx.at,
                    delivered_at: None,
                    acknowledged_at: None,
                }
            };
            let all: Vec<Evaluation> = plans.iter().enumerate().map(result).collect();
            work.insert_evaluations(&all).await?;
            work.journal("period", period.id, None, Some(&period)).await?;
            Ok(period.id)
        }
    });
    made.await.map_err(|failure| failure.to_string())
}

async fn catalogue(stage: &Stage) -> Result<(), String> {
    for n in 0..PROGRAMS {
        let draft = Draft {
            code: format!("P-{n}"),
            name: format!("Program {n}"),
            kind: Kind::Teknis,
            provider: "Balai".into(),
            hours: 16,
            cost: 500_000 + n as i64 * 50_000,
            capacity: 30,
            builds: vec![Build { criterion: CRITERIA[2 + n % 5].to_owned(), level: 3 + (n % 2) as u8 }],
            about: String::new(),
            retired: false,
        };
        write(&stage.as_("wiryo"), None, 0, draft).await.map_err(|failure| failure.to_string())?;
    }
    Ok(())
}
