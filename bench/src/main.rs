//! Speed, as ratios measured in one run on one machine: pages beside a bare handler that returns the same bytes, group
//! commit beside one commit each and beside raw SQLite, documents, imports, the needs and careers of a big agency, the
//! survey, sources of data, a period opened and closed for a big agency,
//! start-up and memory; and measures from ratings, beside other programs.
//!
//! Absolute figures depend on the machine, so it is stated first. Read first: `plan` below; then the part you came for.
//! Everything happens in a temporary folder below `target/`; servers listen on the loopback address only.

mod bare;
mod career;
mod client;
mod close;
mod counter;
mod feeds;
mod fit;
mod imports;
mod machine;
mod needs;
mod pages;
mod process;
mod raw;
mod survey;
mod table;
mod writes;

use std::{env, process::ExitCode};

/// The parts, in the order in which they run.
const PARTS: [&str; 11] =
    ["start", "pages", "writes", "imports", "close", "needs", "career", "survey", "feeds", "fit", "nation"];
/// Parts that take long, and run only when they are named.
const LONG: [&str; 1] = ["nation"];

fn main() -> ExitCode {
    let mut arguments: Vec<String> = env::args().skip(1).collect();
    // The bare server runs as a process of its own, like the one it is compared with.
    if arguments.first().is_some_and(|word| word == "bare") {
        return bare::serve(&arguments.split_off(1));
    }
    if let Some(unknown) = arguments.iter().find(|word| !PARTS.contains(&word.as_str())) {
        eprintln!("no part `{unknown}`; there are {}", PARTS.join(", "));
        return ExitCode::FAILURE;
    }
    let named = |part: &str| arguments.iter().any(|word| word == part);
    let wanted = |part: &str| named(part) || (arguments.is_empty() && !LONG.contains(&part));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let outcome = runtime.map_err(|error| error.to_string()).and_then(|runtime| {
        runtime.block_on(async {
            machine::state();
            let folder = tempfile::Builder::new().prefix("bench-").tempdir_in(process::target()?);
            let folder = folder.map_err(|error| error.to_string())?;
            if wanted("start") || wanted("pages") {
                let demo = process::demo(folder.path())?;
                if wanted("start") {
                    process::start_up(&demo)?;
                }
                if wanted("pages") {
                    pages::measure(&demo, folder.path()).await?;
                }
            }
            if wanted("writes") {
                writes::measure(folder.path()).await?;
            }
            if wanted("imports") {
                imports::measure(folder.path()).await?;
            }
            if wanted("close") {
                close::measure(folder.path()).await?;
            }
            if wanted("needs") {
                needs::measure(folder.path()).await?;
            }
            if wanted("career") {
                career::measure(folder.path()).await?;
            }
            if wanted("survey") {
                survey::measure(folder.path()).await?;
                counter::measure(folder.path()).await?;
            }
            if wanted("feeds") {
                feeds::measure(folder.path()).await?;
            }
            if wanted("fit") {
                fit::measure()?;
            }
            if wanted("nation") {
                fit::nation()?;
            }
            Ok(())
        })
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}
