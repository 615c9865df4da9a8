//! Sixty-four people saving at once: one commit for many, one commit each, and the raw floor below.
//!
//! A save is what a report writes: an entry, its journal row, a notice. First those three rows alone, through the store
//! and raw; then the whole action with its permissions, checks and reads.

use crate::{
    machine,
    raw::Raw,
    table::{Times, headline, ms, target},
};
use actions::World;
use domain::{
    ids::{EntryId, JournalId, NoticeId},
    journal,
    progress::Entry,
};
use std::{
    fs,
    future::Future,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};
use store::{Options, Store, StoreError};
use testkit::Stage;
use tokio::sync::Semaphore;

pub(crate) const PEOPLE: usize = 64;
const WARM_UP: Duration = Duration::from_millis(500);
const TIME: Duration = Duration::from_secs(5);

/// Measures.
pub async fn measure(folder: &Path) -> Result<(), String> {
    headline(&format!("Saves ({PEOPLE} people at once, synchronous=FULL, {} s each)", TIME.as_secs()));
    println!("making 8 KiB durable on this disk takes {} (median)", ms(machine::sync_time(folder)?));
    println!("{:<48} {:>9} {:>10} {:>10}", "way", "saves/s", "p50", "p99");
    let raw = raw(folder).await?;
    let rows_group = rows(folder, "rows-group", PEOPLE).await?;
    let rows_single = rows(folder, "rows-single", 1).await?;
    let action_group = action(folder, "action-group", PEOPLE).await?;
    let action_single = action(folder, "action-single", 1).await?;
    println!();
    println!("rows through the store, group commit / raw rusqlite group commit: {:.2}", rows_group / raw);
    println!("the whole action, group commit / one commit each: {:.1}", action_group / action_single);
    let ratio = rows_group / rows_single;
    target(
        "group commit at least 4x one commit each",
        ratio >= 4.0,
        &format!("{ratio:.1}x (the same rows through the store)"),
    );
    println!();
    Ok(())
}

/// A fresh database with the cast, a plan in force and one report.
pub(crate) async fn stage(folder: &Path, name: &str) -> Result<(Stage, PathBuf), String> {
    let file = folder.join(format!("{name}.sqlite"));
    let options = Options::new(format!("sqlite://{}?mode=rwc", file.display()));
    let store = Store::connect(&options).await.map_err(|error| error.to_string())?;
    store.migrate().await.map_err(|error| error.to_string())?;
    Ok((Stage::set(store).await, file))
}

/// Lets `people` save as often as they can, `at_once` of them together; prints and returns saves a second.
pub(crate) async fn run<F, Fut>(name: &str, at_once: usize, save: F) -> Result<f64, String>
where
    F: Fn(usize) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<(), String>> + Send,
{
    let (save, gate) = (Arc::new(save), Arc::new(Semaphore::new(at_once)));
    let began = Instant::now() + WARM_UP;
    let end = began + TIME;
    let people = (0..PEOPLE).map(|person| {
        let (save, gate) = (Arc::clone(&save), Arc::clone(&gate));
        tokio::spawn(async move {
            let mut times = Vec::new();
            while Instant::now() < end {
                let asked = Instant::now();
                let turn = gate.acquire().await.map_err(|error| error.to_string())?;
                save(person).await?;
                drop(turn);
                if asked >= began {
                    times.push(asked.elapsed());
                }
            }
            Ok::<_, String>(times)
        })
    });
    let mut times = Vec::new();
    for person in futures::future::join_all(people).await {
        times.extend(person.map_err(|error| error.to_string())??);
    }
    let rate = times.len() as f64 / TIME.as_secs_f64();
    let times = Times::of(times);
    println!("{name:<48} {rate:>9.0} {:>10} {:>10}", ms(times.percentile(50)), ms(times.percentile(99)));
    Ok(rate)
}

async fn raw(folder: &Path) -> Result<f64, String> {
    let (stage, file) = stage(folder, "raw").await?;
    report(&stage, "ratna", first_indicator(&stage).await).await?;
    stage.app.store.close().await.map_err(|error| error.to_string())?;
    let (raw, world) = (Raw::open(&file)?, Arc::clone(&stage.world));
    run("raw rusqlite, three rows, group commit", PEOPLE, move |_| {
        let (raw, id) = (raw.clone(), world.id());
        async move { raw.report(id).await }
    })
    .await
}

async fn rows(folder: &Path, name: &str, at_once: usize) -> Result<f64, String> {
    let (stage, file) = stage(folder, name).await?;
    let place = first_indicator(&stage).await;
    let id = report(&stage, "ratna", place).await?;
    let ctx = stage.as_("ratna");
    let pattern = ctx.read().entry(id).await.map_err(|error| error.to_string())?.ok_or("the report is gone")?;
    let (agency, rater, world) = (ctx.agency.id, stage.employee("sari"), Arc::clone(&stage.world));
    let store = stage.app.store.clone();
    let way =
        if at_once == 1 { "the store, three rows, one commit each" } else { "the store, three rows, group commit" };
    let rate = run(way, at_once, move |_| {
        let (store, world) = (store.clone(), Arc::clone(&world));
        let entry = Entry { id: EntryId(world.id()), ..pattern.clone() };
        let line = journal::Entry {
            id: JournalId(world.id()),
            at: entry.recorded_at,
            by: Some(entry.by),
            action: "progress.write".to_owned(),
            subject: "entry".to_owned(),
            subject_id: entry.id.to_string(),
            before: None,
            after: Some("{}".to_owned()),
        };
        let says = domain::decision::Text::new("notice-progress").with("name", "Ratna");
        let (to, link) = (rater, "/skp".to_owned());
        let notice = journal::Notice { id: NoticeId(world.id()), to, at: line.at, says, link, read_at: None };
        async move {
            let saved = store.act(agency, None, move |tx| {
                let (entry, line, notice) = (entry.clone(), line.clone(), notice.clone());
                async move {
                    tx.insert_entry(&entry).await?;
                    tx.journal(&line).await?;
                    tx.notify(&notice).await?;
                    Ok::<_, StoreError>(())
                }
            });
            saved.await.map_err(|error| error.to_string())
        }
    })
    .await?;
    stage.app.store.close().await.map_err(|error| error.to_string())?;
    fs::remove_file(file).map_err(|error| error.to_string())?;
    Ok(rate)
}

async fn action(folder: &Path, name: &str, at_once: usize) -> Result<f64, String> {
    let (stage, file) = stage(folder, name).await?;
    let place = first_indicator(&stage).await;
    let way = if at_once == 1 { "the whole action, one commit each" } else { "the whole action, group commit" };
    let acting = stage.clone();
    let rate = run(way, at_once, move |_| {
        let stage = acting.clone();
        async move { report(&stage, "ratna", place).await.map(drop) }
    })
    .await?;
    stage.app.store.close().await.map_err(|error| error.to_string())?;
    fs::remove_file(file).map_err(|error| error.to_string())?;
    Ok(rate)
}

type Place = (domain::ids::SkpId, domain::ids::IndicatorId);

async fn first_indicator(stage: &Stage) -> Place {
    let skp = stage.plan_of("ratna").await;
    (skp, stage.indicators("ratna", skp).await[0])
}

async fn report(stage: &Stage, key: &str, (skp, indicator): Place) -> Result<EntryId, String> {
    let said = stage.report(indicator, 1, "Menjawab satu permohonan informasi tentang jadwal layanan.");
    let done = actions::progress::report::report(&stage.as_(key), skp, said, None).await;
    done.map_err(|failure| failure.to_string())
}
