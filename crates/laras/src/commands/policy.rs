//! `laras policy check`: gaps, overlaps, missing sources with file and line, and the worked cases.

use crate::{
    failure::{Stop, words},
    policies,
};
use domain::policy::{Library, cases};
use std::{path::Path, process::ExitCode};

/// Checks the rules built in, or those of a folder.
pub fn check(folder: Option<&Path>) -> Result<ExitCode, Stop> {
    let (files, place) = match folder {
        Some(folder) => {
            (policies::files_in(folder)?, format!("{}/", folder.display().to_string().trim_end_matches('/')))
        }
        None => (policies::files(), "policies/".to_owned()),
    };
    let words = words();
    let library = match Library::load(files.clone()) {
        Ok(library) => library,
        Err(problems) => {
            for problem in &problems {
                println!("{place}{}:{}: {}", problem.file, problem.line, words.text(&problem.says));
            }
            println!("{} problems. The worked cases run once they are mended.", problems.len());
            return Ok(ExitCode::FAILURE);
        }
    };
    let (mut run, mut failed) = (0, 0);
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with("/cases.toml")) {
        for case in cases::run(&library, path, text) {
            run += 1;
            if !case.passed {
                failed += 1;
                println!(
                    "{place}{}:{}: {}: expected {}, got {}",
                    case.file, case.line, case.name, case.expected, case.got
                );
            }
        }
    }
    let schemes: Vec<String> = library.schemes().into_iter().map(|(code, name)| format!("{code} ({name})")).collect();
    println!("{} files, schemes: {}.", files.len(), schemes.join(", "));
    if failed > 0 {
        println!("{failed} of {run} worked cases do not come out as written.");
        return Ok(ExitCode::FAILURE);
    }
    println!("In order: no gaps, no overlaps, every value has its source; {run} worked cases come out as written.");
    Ok(ExitCode::SUCCESS)
}
