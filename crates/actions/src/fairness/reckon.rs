//! Ratings into figures, by the many-facet Rasch model of `measure`: how mild each rater is in steps of the scale, what each
//! person's ratings would be from an average rater, and whether anything can be said at all.
//!
//! Raters that nothing links are never compared. Within each linked set the model has four facets: person, rater, item, and
//! the instrument, which only carries the thresholds of its own scale and is held at zero. Persons and the largest other facet
//! are draws from normal populations (`measure::rasch::fit_random`), because a supervisor has few people: what little is known
//! is drawn towards the middle, and nothing is extreme. Where that search does not settle, plain joint likelihood is used.
//!
//! Lines of written cases are persons to the model, of the same population, and nobody to everything else: they move the
//! estimates (and count in infit), and are left out of every number of ratings and people, of classes, range and halo.

use super::gather::{Instrument, Row, linked};
use domain::{
    fairness::{Estimate, Figures, LEAST_COLLEAGUES, LEAST_COMMON, RateeFigures, RaterFigures, WhyNot, rounded},
    ids::EmployeeId,
};
use measure::{
    effect::{Parts, halo, severity, spread},
    numeric::{distribution::normal_quantile, order::mean},
    rasch::{self, Anchor, CannotEstimate, Fit, Model, Ratings, Standing, Steps, fit_random, joint_errors},
};
use std::collections::{BTreeMap, BTreeSet};

/// Facets of the model.
const RATEE: usize = 0;
const RATER: usize = 1;
const ITEM: usize = 2;
const INSTRUMENT: usize = 3;
/// Up to so many raters in a set, errors know that the others are estimated too; beyond, they would take too long and those
/// of the model have to do.
const JOINT: usize = 400;
/// Fewest ratings before range, halo and infit are told: figures without an interval, which jump about below (certainty:
/// assumption).
const LEAST_RANGE: usize = 30;
/// Fewest people before halo is told.
const LEAST_HALO: usize = 5;

fn distinct<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    all.collect::<BTreeSet<T>>().into_iter().collect()
}

/// A linked set as columns of numbers.
pub struct Set {
    /// Who rated, by place.
    pub raters: Vec<EmployeeId>,
    /// The ratings.
    pub ratings: Ratings,
    /// Those of people, where there are others.
    people: Option<Ratings>,
}

/// A set and what the model makes of it.
pub struct Fitted {
    /// The set.
    pub set: Set,
    /// The model.
    pub fit: Fit,
    /// Errors by facet and place.
    errors: Option<Vec<Vec<Option<f64>>>>,
}

impl Set {
    /// From rows of one set. `None` for rows that are no ratings.
    pub fn of(rows: &[&Row]) -> Option<Self> {
        let people: Vec<&Row> = rows.iter().copied().filter(|row| row.person().is_some()).collect();
        let ratees = distinct(rows.iter().map(|row| &row.ratee));
        let raters = distinct(rows.iter().map(|row| row.rater));
        // Where no result was rated, a line of a case goes with the first item: its own place makes up for any.
        let items = distinct(people.iter().map(|row| row.item.as_str()));
        let instruments = distinct(rows.iter().map(|row| row.instrument));
        let sizes = vec![ratees.len(), raters.len(), items.len(), instruments.len()];
        let at = |found: Result<usize, usize>| found.map_or(0, |place| place as u32);
        let ratings = |rows: &[&Row]| {
            let columns = vec![
                rows.iter().map(|row| at(ratees.binary_search(&&row.ratee))).collect(),
                rows.iter().map(|row| at(raters.binary_search(&row.rater))).collect(),
                rows.iter().map(|row| at(items.binary_search(&row.item.as_str()))).collect(),
                rows.iter().map(|row| at(instruments.binary_search(&row.instrument))).collect(),
            ];
            Ratings::new(sizes.clone(), columns, rows.iter().map(|row| row.score).collect()).ok()
        };
        let all = ratings(rows)?;
        let people = if people.len() < rows.len() { Some(ratings(&people)?) } else { None };
        Some(Self { raters, ratings: all, people })
    }

    fn of_people(&self) -> &Ratings {
        self.people.as_ref().unwrap_or(&self.ratings)
    }

    /// The model: thresholds by instrument, which itself is held at zero.
    pub fn model(&self) -> Model {
        let held = |element| Anchor { facet: INSTRUMENT, element, measure: 0.0 };
        let anchors = (0..self.ratings.size(INSTRUMENT)).map(held).collect();
        Model::new(4).steps(Steps::By(INSTRUMENT)).anchors(anchors)
    }

    fn fitted(self) -> Option<Fitted> {
        let model = self.model();
        let (fit, population) = match fit_random(&self.ratings, &model) {
            Ok((fit, population)) => (fit, Some(population)),
            // Where a population has hardly any spread the search for it does not settle; then without populations.
            Err(CannotEstimate::NotConverged { .. }) => (rasch::fit(&self.ratings, &model).ok()?, None),
            Err(_) => return None,
        };
        let known = |facet: usize| fit.facets[facet].iter().any(|one| one.standing == Standing::Estimated);
        if !known(RATEE) || !known(RATER) {
            return None;
        }
        let errors =
            (self.raters.len() <= JOINT).then(|| joint_errors(&fit, &self.ratings, population.as_ref())).flatten();
        Some(Fitted { set: self, fit, errors })
    }
}

/// 1.96 at the confidence of the house.
fn reach() -> f64 {
    normal_quantile(0.5 + 0.5 * domain::fairness::LEVEL)
}

impl Fitted {
    fn known(&self, facet: usize, element: usize) -> Option<(f64, f64)> {
        let one = &self.fit.facets[facet][element];
        let joint = self.errors.as_ref().and_then(|errors| errors[facet][element]);
        Some((one.measure?, joint.or(one.error)?))
    }

    /// Mean expected score of rows, each moved by `shift` logits from where it was given with a rater of the middle.
    fn expected(&self, rows: &[usize], shift: f64) -> Option<f64> {
        let ratings = &self.set.ratings;
        let each: Vec<f64> = rows
            .iter()
            .filter_map(|row| {
                let severity = self.fit.facets[RATER][ratings.element(RATER, *row)].measure?;
                let eta = self.fit.eta(ratings, *row)? + severity + shift;
                Some(f64::from(ratings.lowest()) + self.fit.scale(ratings, *row).moments(eta).mean)
            })
            .collect();
        mean(&each)
    }

    /// How much higher a rater's ratings are than an average rater's would have been, of the same people on the same items.
    pub fn milder(&self, rater: usize, rows: &[usize]) -> Option<Estimate> {
        let (severity, error) = self.known(RATER, rater)?;
        let middle = self.expected(rows, 0.0)?;
        let at = |severity: f64| Some(self.expected(rows, -severity)? - middle);
        let (low, high) = (severity + reach() * error, severity - reach() * error);
        Some(Estimate::of(at(severity)?, at(low)?, at(high)?))
    }

    /// What an average rater would have given a person, on the same items.
    pub fn fair(&self, ratee: usize, rows: &[usize]) -> Option<Estimate> {
        let (_, error) = self.known(RATEE, ratee)?;
        let at = |shift: f64| self.expected(rows, shift);
        Some(Estimate::of(at(0.0)?, at(-reach() * error)?, at(reach() * error)?))
    }
}

/// Rows of the law's ratings among those of people, or all where there are none.
fn legal(rows: &[usize], of: &[&Row]) -> Vec<usize> {
    let law: Vec<usize> = rows.iter().copied().filter(|row| of[*row].instrument == Instrument::Law).collect();
    if law.is_empty() { rows.to_vec() } else { law }
}

fn by(rows: &[&Row], of: impl Fn(&Row) -> Option<EmployeeId>) -> BTreeMap<EmployeeId, Vec<usize>> {
    let mut found: BTreeMap<EmployeeId, Vec<usize>> = BTreeMap::new();
    for (n, row) in rows.iter().enumerate() {
        if let Some(id) = of(row) {
            found.entry(id).or_default().push(n);
        }
    }
    found
}

/// Who rated each person on each item.
type Cells<'r> = BTreeMap<(EmployeeId, &'r str), BTreeSet<EmployeeId>>;

fn cells<'r>(of: &[&'r Row]) -> Cells<'r> {
    let mut found = Cells::new();
    for row in of {
        if let Some(person) = row.person() {
            found.entry((person, row.item.as_str())).or_default().insert(row.rater);
        }
    }
    found
}

/// How many colleagues rated what a rater rated: the same people on the same items.
fn colleagues(cells: &Cells<'_>, of: &[&Row], rater: EmployeeId, rows: &[usize]) -> usize {
    let mine = rows.iter().filter_map(|row| cells.get(&(of[*row].person()?, of[*row].item.as_str())));
    mine.flatten().filter(|other| **other != rater).collect::<BTreeSet<_>>().len()
}

/// Everything that can be said of these ratings.
pub fn reckon(rows: &[Row]) -> Figures {
    let mut figures = Figures::default();
    in_sets(rows, &mut figures);
    if rows.iter().any(|row| row.person().is_none()) {
        let linked = linked_by_people(rows);
        for one in &mut figures.raters {
            one.through_cases = one.milder.is_some() && !linked.contains(&one.rater);
        }
    }
    figures.raters.sort_by_key(|one| one.rater);
    figures.ratees.sort_by_key(|one| one.employee);
    figures
}

fn in_sets(rows: &[Row], figures: &mut Figures) {
    for places in linked(rows) {
        let of: Vec<&Row> = places.iter().map(|place| &rows[*place]).collect();
        let raters = by(&of, |row| Some(row.rater)).len();
        // Of two, what is told of the one gives away the other.
        let told = raters >= LEAST_COMMON as usize;
        let fitted = if told { Set::of(&of).and_then(Set::fitted) } else { None };
        // Cases take nothing away from what people alone can say.
        if told && fitted.is_none() && of.iter().any(|row| row.person().is_none()) {
            in_sets(&of_people(of.into_iter()), figures);
            continue;
        }
        figures.subsets += u32::from(told);
        one_set(&of, fitted.as_ref(), raters, figures);
    }
}

fn of_people<'r>(rows: impl Iterator<Item = &'r Row>) -> Vec<Row> {
    rows.filter(|row| row.person().is_some()).cloned().collect()
}

/// Raters whom the people they rated link with enough others, without any case.
fn linked_by_people(rows: &[Row]) -> BTreeSet<EmployeeId> {
    let people = of_people(rows.iter());
    let sets = linked(&people)
        .into_iter()
        .map(|places| -> BTreeSet<EmployeeId> { places.into_iter().map(|place| people[place].rater).collect() });
    sets.filter(|raters| raters.len() >= LEAST_COMMON as usize).flatten().collect()
}

fn one_set(of: &[&Row], fitted: Option<&Fitted>, beside: usize, figures: &mut Figures) {
    let parts = Parts { ratee: RATEE, rater: RATER, item: ITEM };
    let ranges = fitted.map(|one| spread(&one.fit, one.set.of_people(), RATER, LEAST_RANGE));
    let halos = fitted.map(|one| halo(&one.fit, one.set.of_people(), parts, LEAST_HALO));
    let same = fitted.map(|one| severity(one.set.of_people(), parts));
    let cells = cells(of);
    for (place, (rater, mut rows)) in by(of, |row| Some(row.rater)).into_iter().enumerate() {
        rows.retain(|row| of[*row].person().is_some());
        if rows.is_empty() {
            continue;
        }
        let mut one = plain(of, rater, &rows);
        one.beside = if fitted.is_some() { beside as u32 } else { 0 };
        let found = fitted.filter(|_| one.is_enough());
        one.milder = found.and_then(|fitted| fitted.milder(place, &legal(&rows, of)));
        one.why_not = match (&one.milder, beside) {
            (Some(_), _) => None,
            (None, ..3) => Some(WhyNot::Alone),
            (None, _) if !one.is_enough() => Some(WhyNot::Few),
            (None, _) => Some(WhyNot::Unsettled),
        };
        if found.is_some() {
            let known = same.as_ref().and_then(|same| same[place]).filter(|one| one.ratees as u32 >= LEAST_COMMON);
            let known = known.filter(|_| colleagues(&cells, of, rater, &rows) >= LEAST_COLLEAGUES);
            one.same_people = known.and_then(|one| {
                let (low, high) = one.interval(domain::fairness::LEVEL)?;
                Some((Estimate::of(one.leniency, low, high), one.ratees as u32))
            });
            one.spread = ranges.as_ref().and_then(|ranges| ranges[place]).map(|range| rounded(range.ratio));
            if rows.len() >= LEAST_RANGE {
                one.halo = halos.as_ref().and_then(|halos| halos[place]?.residual).map(rounded);
                let fit = found.and_then(|fitted| fitted.fit.facets[RATER][place].fit);
                one.erratic = fit.map(|fit| rounded(fit.infit));
            }
        }
        figures.raters.push(one);
    }
    for (place, (employee, rows)) in by(of, Row::person).into_iter().enumerate() {
        let raters = rows.iter().map(|row| of[*row].rater).collect::<BTreeSet<_>>().len();
        let legal = legal(&rows, of);
        let by_law = legal.iter().filter(|row| of[**row].instrument == Instrument::Law).count() as u32;
        let raw = mean(&legal.iter().map(|row| f64::from(of[*row].score)).collect::<Vec<_>>()).unwrap_or_default();
        figures.ratees.push(RateeFigures {
            employee,
            ratings: rows.len() as u32,
            raters: raters as u32,
            by_law,
            raw: rounded(raw),
            fair: fitted
                .filter(|_| by_law > 0 && raters >= LEAST_COMMON as usize)
                .and_then(|fitted| fitted.fair(place, &legal)),
        });
    }
}

/// What needs no model, from rows about people.
fn plain(of: &[&Row], rater: EmployeeId, rows: &[usize]) -> RaterFigures {
    let mut classes = [0; 3];
    for row in rows.iter().map(|row| of[*row]).filter(|row| row.instrument == Instrument::Law) {
        if let Some(class) = classes.get_mut(usize::from(row.score).wrapping_sub(1)) {
            *class += 1;
        }
    }
    RaterFigures {
        rater,
        ratings: rows.len() as u32,
        ratees: rows.iter().map(|row| &of[*row].ratee).collect::<BTreeSet<_>>().len() as u32,
        classes,
        milder: None,
        why_not: None,
        beside: 0,
        through_cases: false,
        same_people: None,
        spread: None,
        halo: None,
        erratic: None,
    }
}
