//! A period for 10,000 people: opened, closed (predicates with their reasons, frozen and journalled; the distribution), worked
//! out anew, and the board looked at; beside the same aggregation in plain SQL, which knows no reasons and keeps nothing.

use crate::table::{Times, headline, ms, target};
use actions::{
    evaluation::{
        manage_period,
        see_cycle::{Asked, see_cycle, see_missing},
    },
    job::{self, JobState, Task, result::Recomputed, work},
};
use domain::{
    evaluation::{Predikat, Rhythm},
    ids::PeriodId,
};
use rusqlite::{Connection, params};
use std::{
    path::Path,
    time::{Duration, Instant},
};
use store::{Options, PageOf, Store};
use testkit::Stage;

const PEOPLE: usize = 10_000;
const CLOSING: Duration = Duration::from_secs(10);
const LOOKS: usize = 21;

/// Ratings of everybody, the predicate by quadrant, counted by unit and predicate.
const PLAIN: &str = "
    WITH cell (hasil, perilaku, predikat) AS (VALUES
        ('diatas', 'diatas', 'sangat_baik'), ('diatas', 'sesuai', 'baik'), ('sesuai', 'diatas', 'baik'),
        ('sesuai', 'sesuai', 'baik'), ('dibawah', 'sesuai', 'butuh_perbaikan'), ('dibawah', 'diatas', 'butuh_perbaikan'),
        ('diatas', 'dibawah', 'kurang'), ('sesuai', 'dibawah', 'kurang'), ('dibawah', 'dibawah', 'sangat_kurang'))
    SELECT s.unit_id, cell.predikat, COUNT(*)
    FROM assessment a
    JOIN skp s ON s.agency_id = a.agency_id AND s.id = a.skp_id
    JOIN answer h ON h.agency_id = a.agency_id AND h.assessment_id = a.id AND h.subject = 'hasil_kerja'
    JOIN answer p ON p.agency_id = a.agency_id AND p.assessment_id = a.id AND p.subject = 'perilaku_kerja'
    JOIN cell ON cell.hasil = h.rating AND cell.perilaku = p.rating
    WHERE a.period_id = ?1 AND a.role = 'penilai' AND a.sent_at IS NOT NULL
    GROUP BY s.unit_id, cell.predikat";

/// Measures.
pub async fn measure(folder: &Path) -> Result<(), String> {
    headline(&format!("A period for {PEOPLE} people (SQLite, synchronous=FULL)"));
    let file = folder.join("close.sqlite");
    let store = Store::connect(&Options::new(format!("sqlite://{}?mode=rwc", file.display()))).await;
    let store = store.map_err(|error| error.to_string())?;
    store.migrate().await.map_err(|error| error.to_string())?;
    let stage = Stage::set(store).await;
    manage_period::lay_out(&stage.as_("wiryo"), 2026).await.map_err(|failure| failure.to_string())?;
    let (quarter, year) = (period(&stage, Rhythm::Triwulanan, 4).await?, period(&stage, Rhythm::Tahunan, 1).await?);
    stage.at("2026-12-01 08:00");
    manage_period::open(&stage.as_("wiryo"), year).await.map_err(|failure| failure.to_string())?;
    let began = Instant::now();
    stage.crowd(PEOPLE, Some(year)).await;
    println!("(the crowd with its plans and sheets was written in {:.1} s)", began.elapsed().as_secs_f64());

    let rate = |time: Duration| PEOPLE as f64 / time.as_secs_f64();
    let (opening, _) = run(&stage, Task::Open { period: quarter }).await?;
    println!("opened, everybody told: {:.1} s, {:.0} people/s", opening.as_secs_f64(), rate(opening));

    stage.at("2027-04-01 09:00");
    let (plain, counted) = plain(&file, year)?;
    println!("plain SQL, ratings to predicates by unit: {}, {:.0} people/s", ms(plain), rate(plain));
    let (closing, _) = run(&stage, Task::Close { period: year }).await?;
    println!("closed: {:.1} s, {:.0} people/s", closing.as_secs_f64(), rate(closing));
    let frozen = stage.as_("wiryo").read().evaluations_of_period(year).await.map_err(|error| error.to_string())?;
    let of = |predikat| frozen.iter().filter(|e| e.predikat == Some(predikat)).count();
    let ours = Predikat::ALL.map(of);
    if ours != counted {
        return Err(format!("closing and plain SQL disagree: {ours:?} and {counted:?}"));
    }
    let (again, result) = run(&stage, Task::Recompute { period: year }).await?;
    let found: Recomputed = serde_json::from_str(&result).map_err(|error| error.to_string())?;
    println!("worked out anew: {:.1} s, {:.0} people/s", again.as_secs_f64(), rate(again));
    println!(
        "closed / plain SQL: {:.4}; worked out anew / plain SQL: {:.4}",
        rate(closing) / rate(plain),
        rate(again) / rate(plain)
    );

    let office = stage.as_("wiryo");
    let asked = Asked { year: 2026, period: Some(year), unit: Some(stage.unit("DINAS")) };
    let mut times = (Vec::new(), Vec::new());
    for _ in 0..LOOKS {
        let began = Instant::now();
        let seen = see_cycle(&office, asked).await.map_err(|failure| failure.to_string())?;
        times.0.push(began.elapsed());
        if seen.total.evaluated != PEOPLE {
            return Err(format!("the board counts {} results", seen.total.evaluated));
        }
        let began = Instant::now();
        see_missing(&office, asked, None, PageOf::default()).await.map_err(|failure| failure.to_string())?;
        times.1.push(began.elapsed());
    }
    let (board, missing) = (Times::of(times.0), Times::of(times.1));
    println!("the board of 200 units: {} (median of {LOOKS})", ms(board.percentile(50)));
    println!("who is missing, first page: {} (median of {LOOKS})", ms(missing.percentile(50)));
    target("10,000 closed in under 10 s", closing < CLOSING, &format!("{:.1} s", closing.as_secs_f64()));
    let same = found.same as usize == PEOPLE && found.differ == 0;
    target("worked out anew, the same to the byte", same, &format!("{} same, {} differ", found.same, found.differ));
    println!();
    stage.app.store.close().await.map_err(|error| error.to_string())
}

async fn period(stage: &Stage, rhythm: Rhythm, number: u32) -> Result<PeriodId, String> {
    let periods = stage.as_("wiryo").read().periods(2026).await.map_err(|error| error.to_string())?;
    let found = periods.iter().find(|period| period.rhythm == rhythm && period.number == number);
    Ok(found.ok_or("no such period")?.id)
}

/// Asks for a job and does it to its end; how long that took, and what came out.
async fn run(stage: &Stage, task: Task) -> Result<(Duration, String), String> {
    let office = stage.as_("wiryo");
    let site = web::Site::new(stage.app.clone(), web::Options::default());
    let began = Instant::now();
    let id = job::ask(&office, task).await.map_err(|failure| failure.to_string())?;
    // What a closing asks for in turn (the rules of follow-up) is work of its own, measured in part `needs`.
    let job = loop {
        let went_on = work::turn(&stage.app, "bench", &site).await.map_err(|failure| failure.to_string())?;
        let job = office.read().job(id).await.map_err(|error| error.to_string())?.ok_or("the job is gone")?;
        if !job.state.is_busy() || !went_on {
            break job;
        }
    };
    let time = began.elapsed();
    if job.state == JobState::Done {
        Ok((time, job.result_json))
    } else {
        Err(format!("the job stopped: {:?}", job.error))
    }
}

/// The same in plain SQL: how long, and people by predicate, lowest to highest.
fn plain(file: &Path, period: PeriodId) -> Result<(Duration, [usize; 5]), String> {
    let connection = Connection::open(file).map_err(|error| error.to_string())?;
    let mut query = connection.prepare(PLAIN).map_err(|error| error.to_string())?;
    let began = Instant::now();
    let rows = query
        .query_map(params![period.0.as_bytes().as_slice()], |row| Ok((row.get::<_, String>(1)?, row.get::<_, i64>(2)?)))
        .map_err(|error| error.to_string())?;
    let mut counts = [0; 5];
    for row in rows {
        let (predikat, people) = row.map_err(|error| error.to_string())?;
        let predikat = Predikat::from_code(&predikat).ok_or("an unknown predicate")?;
        counts[predikat as usize] += people as usize;
    }
    Ok((began.elapsed(), counts))
}
