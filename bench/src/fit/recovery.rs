//! How much of a known truth is found again: correlation, error and slope of estimates on truth, and how often an
//! interval of two standard errors holds the truth.

use measure::{
    rasch::{
        Correction, Estimate, Fit, Model, Ratings, expected_a_posteriori, fit, fit_random, joint_errors, population,
        weighted_likelihood,
    },
    simulate::{Design, Options, Simulated, simulate},
};

use super::speed::ratings;
use crate::table::headline;

/// Studies.
pub fn study() -> Result<(), String> {
    headline("Recovery of a known truth (seed 20260101)");
    for (design, ratees) in
        [(Design::Panel, 1000), (Design::Round, 1000), (Design::Panel, 10_000), (Design::Round, 10_000)]
    {
        let set = simulate(design, ratees, Options::default(), 20_260_101);
        let ratings = ratings(&set)?;
        println!("{design:?} of {ratees}, {} ratings", ratings.len());
        let model = Model::new(ratings.facets());
        let plain = fit(&ratings, &model).map_err(|error| format!("{error:?}"))?;
        report("joint", &plain, &set);
        persons("joint, WLE", &weighted_likelihood(&plain, &ratings, 0), &set);
        let corrected = fit(&ratings, &model.clone().correction(Correction::WrightDouglas))
            .map_err(|error| format!("{error:?}"))?;
        report("joint, (L - 1) / L", &corrected, &set);
        persons("joint, (L - 1) / L, WLE", &weighted_likelihood(&corrected, &ratings, 0), &set);
        eap("joint, (L - 1) / L, EAP", &corrected, &ratings, &set);
        let (random, populations) = fit_random(&ratings, &model).map_err(|error| format!("{error:?}"))?;
        println!("  populations {populations:?}, {} rounds, {} products", random.rounds, random.products);
        report("random", &random, &set);
        if let Some(joint) = joint_errors(&random, &ratings, Some(&populations)) {
            let with = |facet: usize| -> Vec<Option<Estimate>> {
                let pairs = random.facets[facet].iter().zip(&joint[facet]);
                pairs.map(|(one, error)| Some(Estimate { measure: one.measure?, error: (*error)? })).collect()
            };
            persons("random, joint errors", &with(0), &set);
            line("random, joint errors", "rater", &with(1), &set.severity);
            line("random, joint errors", "item", &with(2), &set.difficulty);
        }
        persons("random, WLE", &weighted_likelihood(&random, &ratings, 0), &set);
        eap("random, EAP", &random, &ratings, &set);
    }
    println!();
    Ok(())
}

fn eap(name: &str, fit: &Fit, ratings: &Ratings, set: &Simulated) {
    if let Some((mean, deviation)) = population(fit, ratings, 0) {
        persons(name, &expected_a_posteriori(fit, ratings, 0, mean, deviation), set);
    }
}

fn report(name: &str, fit: &Fit, set: &Simulated) {
    let of = |facet: usize| -> Vec<Option<Estimate>> {
        let each = fit.facets[facet].iter();
        each.map(|element| Some(Estimate { measure: element.measure?, error: element.error? })).collect()
    };
    persons(name, &of(0), set);
    line(name, "rater", &of(1), &set.severity);
    line(name, "item", &of(2), &set.difficulty);
}

fn persons(name: &str, found: &[Option<Estimate>], set: &Simulated) {
    line(name, "person", found, &set.ability);
}

fn line(name: &str, facet: &str, found: &[Option<Estimate>], truth: &[f64]) {
    let pairs: Vec<(Estimate, f64)> =
        found.iter().zip(truth).filter_map(|(found, truth)| Some(((*found)?, *truth))).collect();
    let n = pairs.len() as f64;
    let mean = |of: &dyn Fn(&(Estimate, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / n;
    let (mx, my) = (mean(&|(found, _)| found.measure), mean(&|(_, truth)| *truth));
    let xx = mean(&|(found, _)| (found.measure - mx).powi(2));
    let yy = mean(&|(_, truth)| (truth - my).powi(2));
    let xy = mean(&|(found, truth)| (found.measure - mx) * (truth - my));
    let off = |(found, truth): &(Estimate, f64)| found.measure - mx - (truth - my);
    let rmse = mean(&|pair| off(pair).powi(2)).sqrt();
    let held = mean(&|pair| f64::from(u8::from(off(pair).abs() <= 1.96 * pair.0.error)));
    let (r, slope, error) = (xy / (xx * yy).sqrt(), xy / yy, mean(&|(found, _)| found.error.powi(2)).sqrt());
    println!(
        "  {name:<26} {facet:<6} r {r:.4}  RMSE {rmse:.4}  slope {slope:.3}  mean error {error:.4}  95 % holds {:.1} %",
        held * 100.0
    );
}
