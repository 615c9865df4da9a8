//! `laras export`: what can be imported, in the same shape.

use crate::{commands::agency, config::Export, failure::Stop, house};
use actions::people::export::{Format, export};
use std::{
    io::{Write, stdout},
    path::Path,
    process::ExitCode,
};

/// Writes the file, or CSV to standard output.
pub async fn run(asked: &Export) -> Result<ExitCode, Stop> {
    let to_screen = asked.file == Path::new("-");
    let ending = asked.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let format = if to_screen { Some(Format::Csv) } else { Format::from_ending(&ending) };
    let format =
        format.ok_or_else(|| Stop::new(format!("{}: the name must end in .csv or .xlsx", asked.file.display())))?;
    let store = house::open(&asked.place).await?;
    house::up_to_date(&store).await?;
    let app = house::furnish(store, &asked.place.files)?;
    let ctx = agency::acting(&app, &asked.acting).await?;
    let bytes = export(&ctx, asked.kind, format, asked.year).await?;
    app.store.close().await?;
    if to_screen {
        stdout().write_all(&bytes).map_err(|error| Stop::file(&asked.file, &error))?;
    } else {
        std::fs::write(&asked.file, &bytes).map_err(|error| Stop::file(&asked.file, &error))?;
        eprintln!("{}: {} bytes", asked.file.display(), bytes.len());
    }
    Ok(ExitCode::SUCCESS)
}
