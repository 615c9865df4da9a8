//! Ten thousand employees from one file, beside reading that file and doing nothing with it.

use crate::table::{headline, target};
use actions::people::import::{Kind, Mode, now};
use std::{
    path::Path,
    time::{Duration, Instant},
};
use store::{Options, Store};
use testkit::Stage;

const PEOPLE: usize = 10_000;
const MOST: Duration = Duration::from_secs(20);

/// Measures.
pub async fn measure(folder: &Path) -> Result<(), String> {
    headline(&format!("Import ({PEOPLE} employees with post and rater, CSV, all or nothing)"));
    let file = folder.join("import.sqlite");
    let store = Store::connect(&Options::new(format!("sqlite://{}?mode=rwc", file.display()))).await;
    let store = store.map_err(|error| error.to_string())?;
    store.migrate().await.map_err(|error| error.to_string())?;
    let stage = Stage::set(store).await;
    let table = table(stage.login("sari").as_str());
    let began = Instant::now();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let cells: usize = reader.records().map(|row| row.map_or(0, |row| row.iter().map(str::len).sum())).sum();
    let reading = began.elapsed();
    let ctx = stage.as_("wiryo");
    let began = Instant::now();
    let checked = now(&ctx, Kind::Pegawai, "pegawai.csv", table.clone().into_bytes(), None, None).await;
    let checked = checked.map_err(|failure| failure.to_string())?;
    let checking = began.elapsed();
    if checked.bad_rows() > 0 {
        return Err(format!("the file has bad rows: {:?}", checked.bad.first()));
    }
    let began = Instant::now();
    let taken = now(&ctx, Kind::Pegawai, "pegawai.csv", table.into_bytes(), None, Some(Mode::AllOrNothing)).await;
    let taken = taken.map_err(|failure| failure.to_string())?;
    let time = began.elapsed();
    let rate = |time: Duration| PEOPLE as f64 / time.as_secs_f64();
    println!("reading the file alone ({} kB of cells): {:.0} rows/s", cells / 1000, rate(reading));
    println!("dry run: {:.0} rows/s", rate(checking));
    println!("checked and written ({} things made): {:.0} rows/s", taken.made, rate(time));
    println!("written / reading alone: {:.4}", rate(time) / rate(reading));
    target("10,000 employees in under 20 s", time < MOST, &format!("{:.1} s", time.as_secs_f64()));
    println!();
    stage.app.store.close().await.map_err(|error| error.to_string())
}

/// Teachers of 250 schools, all different.
fn table(rater: &str) -> String {
    let mut table = String::from("nip,nama,status,pangkat,jabatan_kode,mulai,nip_penilai,mulai_penilai\n");
    for n in 0..PEOPLE {
        let (year, month, day) = (1970 + n % 28, 1 + n / 28 % 12, 1 + n / 336 % 28);
        let nip = format!("{year}{month:02}{day:02}{}01{}{:03}", year + 24, 1 + n % 2, 1 + n / 9408 % 999);
        let row =
            format!("{nip},\"Pegawai Nomor {n}, S.Pd.\",pns,Penata (III/c),RATNA,2026-01-02,{rater},2026-01-02\n");
        table.push_str(&row);
    }
    table
}
