//! How long a fit takes, with standard errors and fit statistics.

use std::{
    fs,
    time::{Duration, Instant},
};

use measure::{
    rasch::{CannotEstimate, Fit, Group, Model, Ratings, fit},
    simulate::{Design, Options, Simulated, simulate},
};

use crate::table::{headline, target};

const SEED: u64 = 20_260_101;

/// Sets, with the seconds that are the target and what other programs take (two cores; their own figures).
const SETS: [(Design, usize, f64, &str); 6] = [
    (Design::Panel, 1000, 0.1, "RaschPy 0.95 s, mfrmr 23.9 s, TAM 11.2 s"),
    (Design::Panel, 10_000, 0.5, "RaschPy 51 s, mfrmr 160.7 s"),
    (Design::Panel, 100_000, 5.0, "RaschPy fails for memory, lme4 none in 580 s"),
    (Design::Round, 1000, 0.3, "RaschPy 51.5 s, mfrmr 15.7 s"),
    (Design::Round, 10_000, 1.5, "lme4 (linear) 25.9 s, RaschPy killed at 22.5 GB"),
    (Design::Round, 100_000, 10.0, "lme4 none in 900 s"),
];

/// Agencies of the nation, and people in all of them.
const AGENCIES: usize = 650;
const PEOPLE: usize = 5_600_000;

/// The ratings of a set, with its roles if it has any.
pub fn ratings(set: &Simulated) -> Result<Ratings, String> {
    let mut sizes = vec![set.ability.len(), set.severity.len(), set.difficulty.len()];
    let mut columns = vec![set.ratee.clone(), set.rater.clone(), set.item.clone()];
    if set.role_severity.len() > 1 {
        sizes.push(set.role_severity.len());
        columns.push(set.role.clone());
    }
    Ratings::new(sizes, columns, set.score.clone()).map_err(|error| format!("{error:?}"))
}

/// Times of the usual model.
pub fn fits() -> Result<(), String> {
    headline("Fit with standard errors and fit statistics, largest gradient below 1e-6");
    for (design, ratees, most, others) in SETS {
        let ratings = ratings(&simulate(design, ratees, Options::default(), SEED))?;
        let (found, time) = timed(&ratings)?;
        target(
            &format!("{design:?} of {ratees}, {} ratings, in {most} s", ratings.len()),
            time.as_secs_f64() < most && found.residual < 1e-6,
            &format!(
                "{:.3} s, {} steps, {} products, gradient {:.0e}; {}; others: {others}",
                time.as_secs_f64(),
                found.rounds,
                found.products,
                found.residual,
                memory(),
            ),
        );
    }
    println!();
    Ok(())
}

/// The whole civil service, agency after agency: sizes from a few hundred to a hundred thousand.
pub fn nation() -> Result<(), String> {
    headline("The nation: 650 agencies, 5.6 million people, one after another");
    // Sizes fall as a power of the rank, as those of agencies do; the exponent makes the largest about 90,000.
    let weights: Vec<f64> = (1..=AGENCIES).map(|rank| (rank as f64 + 20.0).powf(-0.6)).collect();
    let total: f64 = weights.iter().sum();
    let (mut fitting, mut count, mut people, mut largest, mut apart) = (Duration::ZERO, 0, 0, 0.0_f64, 0);
    let began = Instant::now();
    for (agency, weight) in (0..).zip(&weights) {
        let ratees = (weight / total * PEOPLE as f64).round() as usize;
        let ratings = ratings(&simulate(Design::Round, ratees, Options::default(), SEED + agency))?;
        let (found, time) = timed_in_part(&ratings)?;
        (fitting, count, people) = (fitting + time, count + found.used, people + ratees);
        largest = largest.max(found.residual);
        apart += ratings.len() - found.used;
    }
    target(
        "in 15 minutes",
        began.elapsed() < Duration::from_mins(15),
        &format!(
            "{people} people, {count} ratings fitted in {:.0} s ({:.0} s with making them), {apart} that are extreme or hang \
             together with no others, gradient {largest:.0e}; {}",
            fitting.as_secs_f64(),
            began.elapsed().as_secs_f64(),
            memory()
        ),
    );
    println!();
    Ok(())
}

fn timed(ratings: &Ratings) -> Result<(Fit, Duration), String> {
    let began = Instant::now();
    let found = fit(ratings, &Model::new(ratings.facets())).map_err(|error| told(&error))?;
    Ok((found, began.elapsed()))
}

/// The same, of the largest part that hangs together: chance leaves somebody whom nobody rates but themselves, and then the
/// answer to the whole is that it cannot be estimated.
fn timed_in_part(ratings: &Ratings) -> Result<(Fit, Duration), String> {
    let began = Instant::now();
    let model = Model::new(ratings.facets());
    let found = match fit(ratings, &model) {
        Err(CannotEstimate::NotConnected { groups }) => fit(&largest(ratings, &groups)?, &model),
        found => found,
    };
    Ok((found.map_err(|error| told(&error))?, began.elapsed()))
}

/// Ratings without those of ratees of all groups but the largest.
fn largest(ratings: &Ratings, groups: &[Group]) -> Result<Ratings, String> {
    let most = groups.iter().map(|group| group.elements[0].len()).max().unwrap_or(0);
    let mut apart = vec![false; ratings.size(0)];
    for ratee in groups.iter().filter(|group| group.elements[0].len() < most).flat_map(|group| &group.elements[0]) {
        apart[*ratee] = true;
    }
    let rows: Vec<usize> = (0..ratings.len()).filter(|row| !apart[ratings.element(0, *row)]).collect();
    let column = |facet| rows.iter().map(|row| ratings.column(facet)[*row]).collect();
    let sizes = (0..ratings.facets()).map(|facet| ratings.size(facet)).collect();
    let scores = rows.iter().map(|row| ratings.score(*row)).collect();
    Ratings::new(sizes, (0..ratings.facets()).map(column).collect(), scores).map_err(|error| format!("{error:?}"))
}

/// Why not, in a line.
fn told(error: &CannotEstimate) -> String {
    match error {
        CannotEstimate::NotConnected { groups } => format!("{} groups that nothing links", groups.len()),
        error => format!("{error:?}"),
    }
}

/// The most memory the process has held so far, the making of the ratings included.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = peak.and_then(|text| text.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.map_or_else(|| "memory unknown".to_owned(), |kb| format!("peak memory so far {:.0} MB", kb / 1024.0))
}
