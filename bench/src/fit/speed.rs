//! How long a fit takes, with standard errors and fit statistics.

use std::time::Instant;

use measure::{
    rasch::{Model, Ratings, fit},
    simulate::{Design, Options, Simulated, simulate},
};

use crate::table::headline;

/// The ratings of a set, for the model with its roles if it has any.
pub fn ratings(set: &Simulated) -> Result<Ratings, String> {
    let mut sizes = vec![set.ability.len(), set.severity.len(), set.difficulty.len()];
    let mut columns = vec![set.ratee.clone(), set.rater.clone(), set.item.clone()];
    if set.role_severity.len() > 1 {
        sizes.push(set.role_severity.len());
        columns.push(set.role.clone());
    }
    Ratings::new(sizes, columns, set.score.clone()).map_err(|error| format!("{error:?}"))
}

/// Times.
pub fn fits() -> Result<(), String> {
    headline("Fit with standard errors and fit statistics, largest gradient below 1e-6");
    for (design, ratees) in [(Design::Panel, 1000), (Design::Panel, 10_000), (Design::Panel, 100_000), (Design::Round, 1000), (Design::Round, 10_000), (Design::Round, 100_000)].into_iter().filter(|(d,n)| std::env::var("ONLY").map_or(true, |o| o==format!("{d:?}{n}"))) {
        let began = Instant::now();
        let set = simulate(design, ratees, Options::default(), 20_260_101);
        let made = began.elapsed();
        let ratings = ratings(&set)?;
        let began = Instant::now();
        let found = fit(&ratings, &Model::new(ratings.facets())).map_err(|error| format!("{error:?}"))?;
        let time = began.elapsed();
        println!("{design:?} {ratees}: {} ratings made in {made:.2?}, fitted in {time:.2?}, {} rounds, {} products, residual {:.1e}", ratings.len(), found.rounds, found.products, found.residual);
    }
    Ok(())
}
pub fn nation() -> Result<(), String> { Ok(()) }
