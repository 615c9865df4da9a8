//! Careers for 10,000 people: conditions of promotion for everybody, the talent map drawn, its page and a box looked at, and the
//! inventory of skills.

use crate::table::{Times, headline, ms, target};
use actions::{
    evaluation::manage_period,
    job::{self, Task, work},
    talent::{
        eligibility::{Asked, list},
        map::draw,
    },
};
use domain::{
    evaluation::Rhythm,
    talent::{Met, eligibility::Track},
};
use std::{
    path::Path,
    time::{Duration, Instant},
};
use store::{Options, PageOf, Store};
use testkit::{Site, Stage};

const PEOPLE: usize = 10_000;
const LISTS: usize = 7;
const LOOKS: usize = 200;

/// Measures.
pub async fn measure(folder: &Path) -> Result<(), String> {
    headline(&format!("Careers of {PEOPLE} people (SQLite, synchronous=FULL)"));
    let file = folder.join("career.sqlite");
    let store = Store::connect(&Options::new(format!("sqlite://{}?mode=rwc", file.display()))).await;
    let store = store.map_err(|error| error.to_string())?;
    store.migrate().await.map_err(|error| error.to_string())?;
    let stage = Stage::set(store).await;
    manage_period::lay_out(&stage.as_("wiryo"), 2026).await.map_err(|failure| failure.to_string())?;
    let periods = stage.as_("wiryo").read().periods(2026).await.map_err(|error| error.to_string())?;
    let year = periods.iter().find(|period| period.rhythm == Rhythm::Tahunan).ok_or("no annual period")?.id;
    stage.at("2026-12-01 08:00");
    manage_period::open(&stage.as_("wiryo"), year).await.map_err(|failure| failure.to_string())?;
    stage.crowd(PEOPLE, Some(year)).await;
    stage.at("2027-04-01 09:00");
    let office = stage.as_("wiryo");
    let site = web::Site::new(stage.app.clone(), web::Options::default());
    job::ask(&office, Task::Close { period: year }).await.map_err(|failure| failure.to_string())?;
    while work::turn(&stage.app, "bench", &site).await.map_err(|failure| failure.to_string())? {}

    let mut times = Vec::new();
    for track in Track::ALL.iter().cycle().take(LISTS) {
        let asked = Asked { track: *track, met: Some(Met::Unknown), unit: None, page: PageOf::default() };
        let began = Instant::now();
        let found = list(&office, asked).await.map_err(|failure| failure.to_string())?;
        times.push(began.elapsed());
        let people: usize = found.counts.iter().map(|(_, n)| n).sum();
        if people < PEOPLE {
            return Err(format!("the list knows {people} people"));
        }
    }
    let times = Times::of(times);
    let slowest = times.percentile(100);
    let measured = format!("median {}, slowest {} of {LISTS}", ms(times.percentile(50)), ms(slowest));
    target("conditions of 10,000 people under 2 s", slowest < Duration::from_secs(2), &measured);

    let began = Instant::now();
    draw(&office).await.map_err(|failure| failure.to_string())?;
    println!("the talent map drawn, with the reason of each place: {}", ms(began.elapsed()));

    let mut site = Site::of(&stage).log_in("wiryo").await;
    for (name, path) in [("talent map page", "/talenta"), ("a box of it", "/talenta?kotak=0")] {
        let mut times = Vec::with_capacity(LOOKS);
        for _ in 0..LOOKS {
            let began = Instant::now();
            site.visit(path).await.assert_status(200);
            times.push(began.elapsed());
        }
        let times = Times::of(times);
        let p99 = times.percentile(99);
        let measured = format!("p50 {}, p99 {}", ms(times.percentile(50)), ms(p99));
        target(&format!("{name} under 100 ms p99"), p99 < Duration::from_millis(100), &measured);
    }
    let began = Instant::now();
    site.visit("/talenta/keterampilan").await.assert_status(200);
    println!("the inventory of skills: {}", ms(began.elapsed()));
    println!();
    stage.app.store.close().await.map_err(|error| error.to_string())
}
