//! What a service, or several together, came to in a period: read from what is counted, never from the answers.

use super::load::place;
use crate::Failure;
use domain::{
    amount::Amount,
    ids::{RoundId, ServiceId},
    survey::{Outcome, Round, Tally, sample::needed},
};
use measure::agreement::bootstrap;
use store::Scope;

/// Drawn again so often.
const DRAWS: usize = 1_000;
/// Most respondents drawn at once; beyond it they stand for several each, and the interval is scaled.
const MOST_UNITS: u64 = 2_000;
/// Confidence.
const LEVEL: f64 = 0.95;

/// A result.
#[derive(Clone, Debug)]
pub struct SurveyResult {
    /// The period.
    pub round: Round,
    /// What is counted.
    pub tally: Tally,
    /// What it comes to; `None` while nobody has answered.
    pub outcome: Option<Outcome>,
    /// Where the IKM lies with 95 % confidence.
    pub interval: Option<(Amount, Amount)>,
    /// Users in the period.
    pub population: u64,
    /// Answers that are enough (Krejcie and Morgan).
    pub needed: u64,
}

impl SurveyResult {
    /// From what is counted.
    pub(super) fn of(round: Round, tally: Tally, population: u64) -> Self {
        let outcome = Outcome::of(&tally, round.weight);
        let seed = round.id.0.as_u64_pair().1;
        let interval = outcome.as_ref().and_then(|outcome| interval(&tally, outcome.ikm, seed));
        Self { round, outcome, interval, tally, population, needed: needed(population) }
    }

    /// How many answered.
    pub fn respondents(&self) -> u64 {
        self.outcome.as_ref().map_or(0, |outcome| outcome.n)
    }

    /// Are there as many answers as the sample asks for?
    pub fn is_enough(&self) -> bool {
        self.respondents() >= self.needed && self.needed > 0
    }
}

/// The result of one service in one period: for pages, papers, and for whatever an indicator is fed from. Asks for no
/// permission; the caller does.
#[crate::boxed]
pub async fn result_of(scope: &Scope, service: ServiceId, round: RoundId) -> Result<SurveyResult, Failure> {
    let (round, place) = place(scope, round, service).await?;
    let tallies = scope.survey_tallies(&[service], Some(round.id)).await?;
    let tally = tallies.into_values().next().unwrap_or_default();
    Ok(SurveyResult::of(round, tally, u64::from(place.population)))
}

/// Percentile interval of the IKM from respondents drawn again. Only the sums of their nine values matter, so they are
/// drawn from how often each sum came; of very many, every k-th stands for its neighbours and the width shrinks with √n.
/// The ends are rounded to hundredths: they describe and decide nothing.
pub(super) fn interval(tally: &Tally, ikm: Amount, seed: u64) -> Option<(Amount, Amount)> {
    let totals = tally.totals();
    let n: u64 = totals.iter().map(|(_, n)| n).sum();
    if n < 2 {
        return None;
    }
    let units = n.min(MOST_UNITS);
    let mut points = Vec::with_capacity(units as usize);
    let (mut at, mut passed) = (0, 0);
    for unit in 0..units {
        let place = (unit * n + n / 2) / units;
        while place >= passed + totals[at].1 {
            passed += totals[at].1;
            at += 1;
        }
        points.push(totals[at].0 as f64);
    }
    let mean = points.iter().sum::<f64>() / units as f64;
    let of_drawn = |drawn: &[usize]| Some(drawn.iter().map(|unit| points[*unit]).sum::<f64>() / drawn.len() as f64);
    let found = bootstrap(units as usize, DRAWS, LEVEL, seed, of_drawn)?;
    let shrunk = (units as f64 / n as f64).sqrt();
    let end = |drawn: f64| {
        let share = 1.0 + (drawn - mean) / mean * shrunk;
        Amount((ikm.0 as f64 * share / 100.0).round() as i64 * 100)
    };
    Some((end(found.low), end(found.high)))
}
