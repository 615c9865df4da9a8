//! `laras import`: a file of units, posts, tasks, employees or plans.

use crate::{
    commands::agency,
    config::Import,
    failure::{Stop, words},
    house,
};
use actions::people::import::{Mode, Report, now};
use std::process::ExitCode;

/// Bad rows shown before the rest is only counted.
const SHOWN: usize = 50;

/// Checks the file, says what is wrong row by row, and takes it in unless only a check was asked for.
pub async fn run(import: &Import) -> Result<ExitCode, Stop> {
    let bytes = std::fs::read(&import.file).map_err(|error| Stop::file(&import.file, &error))?;
    let store = house::open(&import.place).await?;
    house::up_to_date(&store).await?;
    let app = house::furnish(store, &import.place.files)?;
    let ctx = agency::acting(&app, &import.acting).await?;
    let mode = match (import.dry_run, import.skip_bad) {
        (true, _) => None,
        (false, true) => Some(Mode::SkipBad),
        (false, false) => Some(Mode::AllOrNothing),
    };
    let name = import.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let report = now(&ctx, import.kind, &name, bytes, import.year, mode).await?;
    app.store.close().await?;
    show(&report);
    let refused = mode == Some(Mode::AllOrNothing) && report.bad_rows() > 0;
    println!("{}", summary(&report, mode));
    Ok(if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn show(report: &Report) {
    let words = words();
    for bad in report.bad.iter().take(SHOWN) {
        let place = if bad.column.is_empty() { String::new() } else { format!(", {}", bad.column) };
        let value = if bad.value.is_empty() { String::new() } else { format!(" ({})", bad.value) };
        println!("row {}{place}{value}: {}", bad.row, words.text(&bad.says));
    }
    let more = report.bad.len().saturating_sub(SHOWN) as u64 + report.unlisted;
    if more > 0 {
        println!("… and {more} more.");
    }
    for remark in &report.remarks {
        println!("note: {}", words.text(remark));
    }
}

fn summary(report: &Report, mode: Option<Mode>) -> String {
    let counts = format!("{} rows, {} good, {} bad", report.total, report.good, report.bad_rows());
    match mode {
        None => format!("{counts}; would make {} and change {}. Nothing was written.", report.made, report.changed),
        Some(Mode::AllOrNothing) if report.bad_rows() > 0 => {
            format!("{counts}. Nothing was written: mend the rows above, or leave them out with --skip-bad.")
        }
        Some(_) => format!("{counts}; made {}, changed {}.", report.made, report.changed),
    }
}
