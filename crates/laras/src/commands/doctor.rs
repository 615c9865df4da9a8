//! `laras doctor`: is everything there that Laras needs? Where not, what to do.

use crate::{config::Place, failure::Stop, house, policies, world::RealWorld};
use actions::World;
use chrono::{DateTime, Utc};
use domain::policy::Library;
use std::{
    fs,
    io::{Read, Write},
    path::Path,
    process::ExitCode,
};
use store::{Engine, Store};

/// Free space below which saving evidence will soon fail, in bytes.
const LITTLE: u64 = 1 << 30;

/// What a look found.
enum Found {
    Good(String),
    Odd(String, &'static str),
    Bad(String, &'static str),
}

use Found::{Bad, Good, Odd};

/// Looks at everything and says what it found; fails if something is bad.
pub async fn run(place: &Place) -> Result<ExitCode, Stop> {
    let now = RealWorld.now();
    let mut all = vec![clock(now)];
    if let Some(file) = house::sqlite_file(&place.database_url) {
        all.extend(embedded(file));
    }
    all.push(writable("files", &place.files));
    all.push(space("files", &place.files));
    match policies::built_in() {
        Ok(library) => {
            all.push(rules(&library, now));
            all.extend(database(place, &library, now).await);
        }
        Err(stop) => {
            all.push(Bad(format!("rules: {stop}"), "This program was built from rules with mistakes; build it again."));
        }
    }
    let mut bad = 0;
    for found in &all {
        match found {
            Good(says) => println!("good  {says}"),
            Odd(says, advice) => println!("look  {says}\n      {advice}"),
            Bad(says, advice) => {
                bad += 1;
                println!("BAD   {says}\n      {advice}");
            }
        }
    }
    println!(
        "{}",
        if bad == 0 { "Everything Laras needs is there.".to_owned() } else { format!("{bad} things to mend.") }
    );
    Ok(if bad == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn clock(now: DateTime<Utc>) -> Found {
    let built = DateTime::<Utc>::UNIX_EPOCH + chrono::TimeDelta::days(20_454); // 1 January 2026
    let says = format!(
        "clock: {} UTC; deadlines are counted on each agency's own (WIB, WITA, WIT)",
        now.format("%Y-%m-%d %H:%M:%S")
    );
    if now < built {
        Bad(says, "The clock is years behind. Set it (timedatectl), or every deadline will be wrong.")
    } else {
        Good(says)
    }
}

fn embedded(file: &Path) -> Vec<Found> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut all = vec![writable("database", folder), space("database", folder)];
    let mut header = [0_u8; 20];
    if fs::File::open(file).and_then(|mut file| file.read_exact(&mut header)).is_ok() {
        // Bytes 18 and 19 of the file: 2 where the journal is a write-ahead log (sqlite.org/fileformat.html).
        let name = file.display();
        all.push(match &header[18..20] {
            [2, 2] => {
                Good(format!("{name}: write-ahead log; Laras opens it with synchronous=FULL and foreign keys on"))
            }
            _ => Odd(format!("{name}: no write-ahead log yet"), "It is set when Laras opens the database for writing."),
        });
    }
    all
}

async fn database(place: &Place, library: &Library, now: DateTime<Utc>) -> Vec<Found> {
    let existing = house::sqlite_file(&place.database_url).is_none_or(Path::exists);
    if !existing {
        return vec![Odd(
            "database: none yet".to_owned(),
            "`laras migrate` makes it; `laras demo` shows an invented agency.",
        )];
    }
    match house::open(place).await {
        Err(stop) => vec![Bad(stop.to_string(), "Is it running? Is --database-url right, and may this user open it?")],
        Ok(store) => match opened(&store, library, now).await {
            Ok(found) => found,
            Err(stop) => {
                vec![Bad(stop.to_string(), "The database answers, but not as it should; look at its own log.")]
            }
        },
    }
}

async fn opened(store: &Store, library: &Library, now: DateTime<Utc>) -> Result<Vec<Found>, Stop> {
    store.ping().await?;
    let engine = match store.engine() {
        Engine::Sqlite => "SQLite, inside this process",
        Engine::Postgres => "PostgreSQL",
    };
    let mut all = vec![Good(format!("database: {engine}; it answers"))];
    let pending = store.pending_migrations().await?;
    if !pending.is_empty() {
        let says = format!("database: {} migrations wait: {}", pending.len(), pending.join(", "));
        all.push(Bad(says, "Make a copy of it, then run `laras migrate`."));
        return Ok(all);
    }
    let strange = store.check_schema().await?;
    all.push(if strange.is_empty() {
        Good("database: every table is as this program expects it".to_owned())
    } else {
        let says = format!("database: tables not as expected: {}", strange.join(", "));
        Bad(says, "Somebody changed them by hand, or a newer Laras was here. Use the version that made them.")
    });
    let agencies = store.directory().agencies().await?;
    if agencies.is_empty() {
        all.push(Odd(
            "agencies: none".to_owned(),
            "`laras import --create-agency WIB --agency NAME …` makes the first one.",
        ));
    }
    for agency in agencies {
        let today = agency.time_zone.date(now);
        let says = format!("agency: {}, {}, today is {today}", agency.name, agency.time_zone.code());
        all.push(match library.in_force(&agency.scheme, today) {
            Ok(policy) => Good(format!("{says}; rules in force: {}", policy.id)),
            Err(_) => Bad(
                format!("{says}; no rules in force for `{}`", agency.scheme),
                "Is there such a folder in policies/schemes?",
            ),
        });
    }
    Ok(all)
}

fn rules(library: &Library, now: DateTime<Utc>) -> Found {
    use chrono::Datelike;
    let schemes: Vec<String> = library.schemes().into_iter().map(|(code, _)| code).collect();
    let year = now.year();
    if library.holidays().0.iter().any(|day| day.year() == year) {
        Good(format!("rules: schemes {}; holidays of {year} are known", schemes.join(", ")))
    } else {
        let says = format!("rules: the holidays of {year} are not known");
        Odd(says, "Working days are counted without them; add policies/law/hari-libur/<year>.toml.")
    }
}

fn writable(what: &str, folder: &Path) -> Found {
    let existing = nearest(folder);
    let trial = existing.join(format!(".laras-{}", RealWorld.id()));
    let outcome = fs::File::create(&trial).and_then(|mut file| file.write_all(b"laras").and_then(|()| file.sync_all()));
    let removed = fs::remove_file(&trial);
    match outcome.and(removed) {
        Ok(()) => Good(format!("{what}: {} can be written to", existing.display())),
        Err(error) => Bad(
            format!("{what}: {}: {error}", existing.display()),
            "Give this user the right to write there (chown), or choose another folder.",
        ),
    }
}

fn space(what: &str, folder: &Path) -> Found {
    let existing = nearest(folder);
    match rustix::fs::statvfs(existing) {
        Err(error) => Odd(format!("{what}: {}: {error}", existing.display()), "Free space could not be read."),
        Ok(disk) => {
            let free = disk.f_bavail.saturating_mul(disk.f_frsize);
            let says = format!("{what}: {:.1} GB free on the disk of {}", free as f64 / 1e9, existing.display());
            if free < LITTLE { Bad(says, "Make room: when it is full, nothing can be saved.") } else { Good(says) }
        }
    }
}

/// The folder, or the nearest above it that exists.
fn nearest(folder: &Path) -> &Path {
    folder.ancestors().find(|above| above.is_dir()).unwrap_or(Path::new("."))
}
