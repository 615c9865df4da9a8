//! Stories of master data: files brought in and taken out, people assigned and rated, how it looks on a page. On SQLite
//! and on PostgreSQL.

mod changing;
mod files;
mod pages;
mod plans;

use actions::{
    Ctx,
    people::import::{self, Kind, Mode, Report},
};

/// What a file would change; nothing is written.
async fn dry(ctx: &Ctx, kind: Kind, text: &str) -> Report {
    import::now(ctx, kind, "uji.csv", text.as_bytes().to_vec(), None, None).await.expect("a readable file")
}

/// Brings a file in, all or nothing; panics over bad rows.
async fn bring(ctx: &Ctx, kind: Kind, text: &str) -> Report {
    bring_bytes(ctx, kind, text.as_bytes().to_vec()).await
}

async fn bring_bytes(ctx: &Ctx, kind: Kind, bytes: Vec<u8>) -> Report {
    let report =
        import::now(ctx, kind, "uji.csv", bytes, None, Some(Mode::AllOrNothing)).await.expect("a readable file");
    assert_eq!(report.bad, [], "{}", kind.code());
    report
}

/// Mistakes as row, column, key.
fn mistakes(report: &Report) -> Vec<(u64, &str, &str)> {
    report.bad.iter().map(|bad| (bad.row, bad.column.as_str(), bad.says.key.as_ref())).collect()
}

/// Remarks by key.
fn remarks(report: &Report) -> Vec<&str> {
    report.remarks.iter().map(|says| says.key.as_ref()).collect()
}
