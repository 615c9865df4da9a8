//! *The personnel office takes people out as a file*, in the shape in which [`super::import`] takes them in: bringing
//! an exported file in again changes nothing.
//!
//! CSV is UTF-8 with a byte order mark (spreadsheets need it), separated by commas, lines ended by CR LF (RFC 4180);
//! cells that a spreadsheet would run as a formula have an apostrophe in front. XLSX holds everything as text.

mod plans;
mod rows;
pub(super) mod write;

use crate::{Ctx, Failure, people::import::Kind};
use domain::permissions::Action;

/// File type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// The ending of its name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// Reads an ending.
    pub fn from_ending(ending: &str) -> Option<Self> {
        [Self::Csv, Self::Xlsx].into_iter().find(|format| format.ending() == ending)
    }

    /// Media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// Rows of one kind, without the header; `year` is for plans (the present one if none is given).
#[crate::boxed]
pub async fn rows(ctx: &Ctx, kind: Kind, year: Option<i32>) -> Result<Vec<Vec<String>>, Failure> {
    ctx.permit(Action::PeopleExport)?;
    match kind {
        Kind::Unit => rows::units(ctx).await,
        Kind::Jabatan => rows::posts(ctx).await,
        Kind::Tugas => rows::tasks(ctx).await,
        Kind::Kompetensi => rows::standards(ctx).await,
        Kind::Pegawai => rows::employees(ctx).await,
        Kind::Pelatihan => rows::programs(ctx).await,
        Kind::Skp => plans::rows(ctx, year.unwrap_or_else(|| chrono::Datelike::year(&ctx.today()))).await,
    }
}

/// The file itself.
#[crate::boxed]
pub async fn export(ctx: &Ctx, kind: Kind, format: Format, year: Option<i32>) -> Result<Vec<u8>, Failure> {
    let rows = rows(ctx, kind, year).await?;
    written(kind, format, rows).await
}

/// A file with nothing but the header, to be filled in.
#[crate::boxed]
pub async fn template(ctx: &Ctx, kind: Kind, format: Format) -> Result<Vec<u8>, Failure> {
    ctx.permit(Action::PeopleImport)?;
    written(kind, format, Vec::new()).await
}

async fn written(kind: Kind, format: Format, rows: Vec<Vec<String>>) -> Result<Vec<u8>, Failure> {
    let columns = kind.columns().iter().map(|column| column.name).collect();
    table(kind.code(), columns, format, rows).await
}

/// Any table as a file.
pub(crate) async fn table<S: AsRef<str> + Send + 'static>(
    name: &'static str,
    columns: Vec<S>,
    format: Format,
    rows: Vec<Vec<String>>,
) -> Result<Vec<u8>, Failure> {
    let job = move || {
        let columns: Vec<&str> = columns.iter().map(AsRef::as_ref).collect();
        match format {
            Format::Csv => write::csv(&columns, &rows),
            Format::Xlsx => write::xlsx(name, &columns, &rows),
        }
    };
    tokio::task::spawn_blocking(job).await.map_err(|error| Failure::Internal(error.to_string()))?
}
