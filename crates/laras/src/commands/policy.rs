//! `laras policy check`: gaps, overlaps, missing sources with file and line, and the worked cases.
//! `laras policy explain`: the rules of the game of a scheme, with the article behind each.
//! `laras policy simulate`: who would move under a draft, before anybody adopts it.

use crate::{
    commands::agency,
    config::{Explain, Simulate},
    failure::{Stop, words},
    house, policies,
};
use actions::{
    home::tasks::period_name,
    scheme::simulate::{Trial, periods, simulate as run},
};
use domain::{
    decision::{Certainty, Reason, Refusal, Text},
    evaluation::{Period, Rhythm},
    policy::{Library, Policy, cases},
    scheme::explain::{self, Line},
};
use std::{path::Path, process::ExitCode};
use web::words::Words;

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

/// Prints the page of a scheme's rules.
pub fn explain(explain: &Explain) -> Result<ExitCode, Stop> {
    let library = match &explain.folder {
        Some(folder) => Library::load(policies::files_in(folder)?).map_err(|problems| {
            Stop::new(format!("{}: {} problems", folder.display(), problems.len()))
                .advise("`laras policy check` with this folder shows all of them.")
        })?,
        None => (*policies::built_in()?).clone(),
    };
    let schemes: Vec<String> = library.schemes().into_iter().map(|(code, _)| code).collect();
    if !schemes.contains(&explain.scheme) {
        let says = format!("there is no scheme `{}`", explain.scheme);
        return Err(Stop::new(says).advise(format!("Schemes: {}.", schemes.join(", "))));
    }
    let words = Words { lang: explain.lang, ..words() };
    let on = explain.on.unwrap_or_else(|| words.today());
    let policy = library.in_force(&explain.scheme, on).map_err(actions::Failure::Refused)?;
    print!("{}", page(&policy, &words));
    Ok(ExitCode::SUCCESS)
}

/// Prints what a draft would do to the results of a period.
pub async fn simulate(asked: &Simulate) -> Result<ExitCode, Stop> {
    let draft = Library::load(policies::files_in(&asked.folder)?).map_err(|problems| {
        Stop::new(format!("{}: {} problems", asked.folder.display(), problems.len()))
            .advise("`laras policy check` with this folder shows all of them.")
    })?;
    let store = house::open(&asked.place).await?;
    house::up_to_date(&store).await?;
    let app = house::furnish(store, &asked.place.files)?;
    let ctx = agency::acting(&app, &asked.acting).await?;
    let wanted = |period: &Period| {
        period.year == asked.year
            && match asked.half {
                Some(half) => period.rhythm == Rhythm::Semesteran && period.number == half,
                None => period.rhythm == Rhythm::Tahunan,
            }
    };
    let period = periods(&ctx).await?.into_iter().find(wanted).ok_or_else(|| {
        Stop::new("no such period with the scheme's criteria")
            .advise("Choose the --year, and the --half, of a period that was opened.")
    })?;
    let trial = run(&ctx, period.id, &draft).await?;
    app.store.close().await?;
    let words = Words { lang: asked.lang, ..words() };
    let Trial { simulation, names, .. } = &trial;
    let all = simulation.same + (simulation.moves.len() + simulation.refused.len()) as u32;
    let title = words.text(period_name(period.rhythm, period.number, period.year));
    println!(
        "{}\n",
        words.say("policy-simulate-count").with("period", title).with("all", all).with("same", simulation.same)
    );
    for one in &simulation.moves {
        println!("- {}", names.get(&one.employee).map_or("", String::as_str));
        tell(&words, &one.because, 1);
    }
    for (employee, refusal) in &simulation.refused {
        let why = if let Refusal::Rule(broken) = refusal { words.text(&broken.says) } else { String::new() };
        println!("- {}: {why}", names.get(employee).map_or("", String::as_str));
    }
    Ok(ExitCode::SUCCESS)
}

fn tell(words: &Words, reason: &Reason, depth: usize) {
    let cite = reason.cite.as_ref().map(|cite| format!(" _({})_", words.cite(cite))).unwrap_or_default();
    println!("{}- {}{cite}", "  ".repeat(depth), words.text(&reason.says));
    for below in &reason.from {
        tell(words, below, depth + 1);
    }
}

/// The page as Markdown.
fn page(policy: &Policy, words: &Words) -> String {
    let name = policy.name.value.as_str();
    let mut page = format!("# {}: {name}\n\n", words.t("policy-title"));
    let intro = words.text(Text::new("policy-intro").with("name", name));
    page.push_str(&format!("{intro}\n\n{}: `{}`\n", words.t("policy-version"), policy.id));
    for section in explain::explain(policy) {
        page.push_str(&format!("\n## {}\n\n", words.text(&section.heading)));
        for line in &section.lines {
            let indent = "  ".repeat(line.depth.into());
            page.push_str(&format!("{indent}- {}{}\n", words.text(&line.says), source(line, words)));
        }
    }
    page
}

/// ` _(PermenPANRB 6/2022, Ps 24; naskah resmi; Berlaku sejak …)_`
fn source(line: &Line, words: &Words) -> String {
    let Some((cite, from)) = &line.cite else { return String::new() };
    let certainty = words.t(match cite.certainty {
        Certainty::Text => "policy-certainty-text",
        Certainty::Secondary => "policy-certainty-secondary",
        Certainty::Assumption => "policy-certainty-assumption",
    });
    let since = words.t("policy-from").to_lowercase();
    format!(" _({}; {certainty}; {since} {})_", words.cite(cite), words.date(*from))
}
