//! Sources of data: a million rows of a service log from files, the pages that show what they come to, and counting them again.

use crate::{
    table::{Times, headline, ms, target},
    writes::stage,
};
use actions::feed::{
    import::import,
    write_source::{SourceDraft, write},
};
use domain::{
    feed::{Kind, Slice, Tally, tally::changes},
    ids::FeedId,
};
use std::{
    fmt::Write as _,
    path::Path,
    time::{Duration, Instant},
};
use testkit::{Site, Stage};

const ROWS: usize = 1_000_000;
/// Rows of one file.
const FILE: usize = 100_000;
const LOOKS: usize = 100;
const PEOPLE: [&str; 4] = ["ratna", "budi", "sari", "tono"];
const ITEMS: [&str; 3] = ["Informasi berkala", "Salinan dokumen", "Informasi anggaran"];

/// Measures.
pub async fn measure(folder: &Path) -> Result<(), String> {
    headline(&format!("Sources of data (SQLite, synchronous=FULL; {ROWS} rows of a service log from files of {FILE})"));
    let (stage, file) = stage(folder, "feeds").await?;
    stage.at("2026-12-21 09:00");
    let draft = SourceDraft {
        kind: Kind::Service,
        unit: stage.unit("IKP"),
        code: "log".to_owned(),
        name: "Log layanan".to_owned(),
        rhythm: 7,
        answer_days: 10,
        retired: false,
    };
    let office = stage.as_("wiryo");
    let id = write(&office, None, draft).await.map_err(|failure| failure.to_string())?;
    let nips: Vec<String> = PEOPLE.iter().map(|key| stage.login(key)).collect();
    let (mut tried, mut taken, mut first) = (Duration::ZERO, Duration::ZERO, Duration::ZERO);
    for part in 0..ROWS / FILE {
        let text = log(part, &nips);
        if part == 0 {
            let began = Instant::now();
            import(&office, id, text.clone().into_bytes(), true).await.map_err(|failure| failure.to_string())?;
            tried = began.elapsed();
        }
        let began = Instant::now();
        let done = import(&office, id, text.into_bytes(), false).await.map_err(|failure| failure.to_string())?;
        taken += began.elapsed();
        if part == 0 {
            first = began.elapsed();
        }
        if done.added != FILE {
            return Err(format!("{} of {FILE} rows taken: {:?}", done.added, done.bad.first()));
        }
    }
    let rate = |rows: usize, time: Duration| rows as f64 / time.as_secs_f64();
    println!("dry run of a file: {:.0} rows/s", rate(FILE, tried));
    println!("imported, the first file: {:.0} rows/s", rate(FILE, first));
    println!("imported, all of them: {ROWS} rows in {:.1} s, {:.0} rows/s", taken.as_secs_f64(), rate(ROWS, taken));
    let size = std::fs::metadata(&file).map_or(0, |data| data.len());
    println!("database: {:.0} MB, {:.0} bytes a row", size as f64 / 1e6, size as f64 / ROWS as f64);

    let mut site = Site::of(&stage).log_in("wiryo").await;
    let who = stage.employee("ratna");
    for (name, path) in [
        ("the year of a source", format!("/sumber-data/{id}")),
        ("its rows", format!("/sumber-data/{id}/baris")),
        ("rows of one employee", format!("/sumber-data/{id}/baris?pegawai={who}")),
        ("what it says of one employee", format!("/sumber-data/{id}/pegawai/{who}")),
    ] {
        let mut times = Vec::with_capacity(LOOKS);
        for _ in 0..LOOKS {
            let began = Instant::now();
            site.visit(&path).await.assert_status(200);
            times.push(began.elapsed());
        }
        let times = Times::of(times);
        let p99 = times.percentile(99);
        let measured = format!("p50 {}, p99 {}", ms(times.percentile(50)), ms(p99));
        target(&format!("{name} under 100 ms p99"), p99 < Duration::from_millis(100), &measured);
    }
    again(&stage, id).await?;
    println!();
    stage.app.store.close().await.map_err(|error| error.to_string())
}

/// Counts every row again, as a page without cells would have to.
async fn again(stage: &Stage, id: FeedId) -> Result<(), String> {
    let scope = stage.as_("wiryo").read();
    let began = Instant::now();
    let rows = scope.feed_rows_all(id).await.map_err(|error| error.to_string())?;
    let read = began.elapsed();
    let mut anew = changes(&rows, &[], stage.as_("wiryo").work_time());
    anew.retain(|(slice, _), _| *slice == Slice::default());
    let time = began.elapsed();
    let day = |text: &str| text.parse().map_err(|_| "a day".to_owned());
    let span = (day("2026-01-01")?, day("2026-12-01")?);
    let cells = scope.feed_cells(&[id], &[Slice::default()], span).await;
    let cells = cells.map_err(|error| error.to_string())?;
    let same = Tally::sum(cells.iter().map(|cell| &cell.tally)) == Tally::sum(anew.values());
    let says = if same { "the same" } else { "NOT THE SAME" };
    println!("counting {} rows again: {} (reading them {}), {says}", rows.len(), ms(time), ms(read));
    Ok(())
}

/// A file of the log: a month of work or so, most of it answered within some days.
fn log(part: usize, nips: &[String]) -> String {
    let mut text = String::from("nomor,diterima,dijawab,benar,pengaduan,layanan,nip\n");
    for n in part * FILE..(part + 1) * FILE {
        let mixed = n.wrapping_mul(2_654_435_761) >> 7;
        let (month, day) = (1 + part % 11, 1 + mixed % 20);
        let (hour, later) = (8 + mixed % 7, mixed / 31 % 8);
        let answered = if n.is_multiple_of(500) {
            String::new()
        } else {
            format!("2026-{month:02}-{:02} {:02}:{:02}", day + later, hour + 1, mixed / 7 % 60)
        };
        let right = ["ya", "ya", "ya", "tidak"][mixed % 4];
        let right = if answered.is_empty() { "" } else { right };
        let (item, nip) = (ITEMS[mixed / 3 % 3], &nips[mixed / 5 % nips.len()]);
        let _ = writeln!(text, "N-{n:07},2026-{month:02}-{day:02} {hour:02}:10,{answered},{right},tidak,{item},{nip}");
    }
    text
}
