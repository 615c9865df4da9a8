//! Reading the rules of a scheme from their tables. What they mean is in [`crate::scheme`].

use super::{fields::Fields, rule::Shape, scheme_part::Part};
use crate::{
    amount::Amount,
    evaluation::Predikat,
    feed::{Gauged, Of},
    plan::Direction,
    scheme::{
        Criterion, Dimension, FollowUp, RaterRule, Reads, Role, Texts, WorkStep,
        combine::{Band, Combine, Form, Measure, Rounding, WhenUnknown},
        criterion::Measured,
        disagreement,
        follow::{About, Act, Condition, Programme, Trend},
        rater::{Nominated, WhenFew},
        workflow::Who,
    },
};

/// Reads the value of a shape; `None` for shapes that are not a scheme's own, and where something is wrong.
pub(super) fn read(shape: Shape, f: &Fields<'_, '_>) -> Option<Part> {
    Some(match shape {
        Shape::Dimensions => Part::Dimensions(each(f, "dimension", |t| {
            Some(Dimension { code: t.str("code")?, name: t.str("name")?, weight: percent(t, "weight") })
        })?),
        Shape::Criteria => Part::Criteria(each(f, "criterion", criterion)?),
        Shape::Raters => Part::Raters(each(f, "rater", rater)?),
        Shape::Combine => Part::Combine(combine(f)?),
        Shape::Workflow => Part::Workflow(each(f, "step", step)?),
        Shape::Disagreement => Part::Disagreement(disagreement::Rule {
            gap: at_least_one(f, "gap")?,
            days: f.number("days")?,
            seen_by: f.code("seen_by", ROLES, Role::from_code)?,
            text: f.str("text")?,
        }),
        Shape::FollowUps => Part::FollowUps(each(f, "follow-up", follow_up)?),
        Shape::Texts => Part::Texts(Texts {
            purpose: f.str("purpose")?,
            used_for: f.str("used_for")?,
            who_sees: f.str("who_sees")?,
            objection: f.str("objection")?,
        }),
        _ => return None,
    })
}

const ROLES: &str = "diri, penilai, rekan, bawahan or atasan";
const PREDICATES: &str = "sangat_kurang, kurang, butuh_perbaikan, baik or sangat_baik";

/// Every table of a list, complaining of what nobody asked for. All are read, so that all complaints come at once.
fn each<T>(f: &Fields<'_, '_>, name: &'static str, read: impl Fn(&Fields<'_, '_>) -> Option<T>) -> Option<Vec<T>> {
    let tables = f.tables(name)?;
    if tables.is_empty() {
        f.wrong(name, "at least one");
    }
    let all: Vec<Option<T>> = tables
        .iter()
        .map(|t| {
            let value = read(t);
            if value.is_some() {
                t.nothing_else();
            }
            value
        })
        .collect();
    all.into_iter().collect()
}

/// A percentage that may be missing; one above 100 is complained of.
fn percent(f: &Fields<'_, '_>, name: &'static str) -> Option<u32> {
    let n = f.maybe_number(name)?;
    if n > 100 {
        f.wrong(name, "a percentage from 0 to 100");
    }
    Some(n)
}

fn at_least_one(f: &Fields<'_, '_>, name: &'static str) -> Option<u32> {
    let n = f.number(name)?;
    if n == 0 {
        f.wrong(name, "at least 1");
    }
    Some(n)
}

/// A number as written in Indonesia, in hundredths; not negative.
pub(super) fn hundredths(text: &str) -> Option<i64> {
    let amount = Amount::parse(text).ok()?;
    let one = Amount::SCALE / 100;
    (amount.0 >= 0 && amount.0 % one == 0).then_some(amount.0 / one)
}

fn hundredths_of(f: &Fields<'_, '_>, name: &'static str) -> Option<i64> {
    f.code(name, "a number with at most two decimals, as text (\"3,50\")", hundredths)
}

fn criterion(f: &Fields<'_, '_>) -> Option<Criterion> {
    let (code, dimension, name, anchors) = (f.str("code"), f.str("dimension"), f.str("name"), f.words("anchors"));
    let measured = || {
        let direction = f.code("better", "higher or lower", |code| match code {
            "higher" => Some(Direction::HigherIsBetter),
            "lower" => Some(Direction::LowerIsBetter),
            _ => None,
        });
        let cuts = f.codes("cuts", "amounts as text, from level 2 upwards", |text| Amount::parse(text).ok());
        let (unit, direction, cuts) = (f.str("unit")?, direction?, cuts?);
        let harder = |pair: &[Amount]| match direction {
            Direction::HigherIsBetter => pair[0] < pair[1],
            Direction::LowerIsBetter => pair[0] > pair[1],
        };
        if !cuts.windows(2).all(harder) {
            f.wrong("cuts", "amounts each harder to reach than the last");
        }
        let gauged = if f.has("measure") { Some(gauged(f)?) } else { None };
        Some(Measured { unit, direction, cuts, gauged })
    };
    let reads = match f.str("reads")?.as_str() {
        "rating" => Some(Reads::Rating),
        "competence" => Some(Reads::Competence),
        "indicator" => measured().map(Reads::Indicator),
        "team" => measured().map(Reads::Team),
        _ => {
            f.wrong("reads", "rating, competence, indicator or team");
            None
        }
    };
    Some(Criterion { code: code?, dimension: dimension?, name: name?, reads: reads?, anchors: anchors? })
}

/// Where a measured criterion gets its amount, of whom, and from how many at least.
fn gauged(f: &Fields<'_, '_>) -> Option<Gauged> {
    let measure =
        f.code("measure", "a measure of a source (layanan-rerata, kehadiran-alpa, …)", crate::feed::Measure::from_code);
    let of = f.code("of", "pegawai, unit or tim", Of::from_code);
    let gauged = Gauged { measure: measure?, of: of?, least: at_least_one(f, "least")? };
    if !gauged.fits() {
        f.wrong("of", "a survey of a unit with least 10, a predikat of a team, anything else of pegawai or unit");
    }
    Some(gauged)
}

/// Fewest answers of an anonymous role, where the scheme does not ask for more.
const MIN_GROUP: u32 = 3;

fn rater(f: &Fields<'_, '_>) -> Option<RaterRule> {
    let role = f.code("role", ROLES, Role::from_code)?;
    let dimensions = if f.has("dimensions") { Some(f.words("dimensions")?) } else { None };
    let anonymous = f.has("anonymous") && f.flag("anonymous")?;
    let least = if anonymous { MIN_GROUP } else { 1 };
    let min = f.maybe_number("min").unwrap_or(least);
    if min < least {
        f.wrong("min", if anonymous { "at least 3 for an anonymous role" } else { "at least 1" });
    }
    let max = f.maybe_number("max");
    if max.is_some_and(|max| max < min) {
        f.wrong("max", "not fewer than min");
    }
    let weight = percent(f, "weight").unwrap_or_default();
    let few = if weight > 0 || f.has("when_few") {
        f.code("when_few", "stop, spread or to-penilai", WhenFew::from_code)?
    } else {
        WhenFew::Spread
    };
    let nominated = if f.has("nominated") {
        f.code("nominated", "line, employee, rater or drawn", Nominated::from_code)?
    } else {
        Nominated::Line
    };
    let (sees, countersigned) = (
        if f.has("sees") { f.codes("sees", ROLES, Role::from_code)? } else { Vec::new() },
        if f.has("countersigned") { Some(f.code("countersigned", ROLES, Role::from_code)?) } else { None },
    );
    Some(RaterRule {
        role,
        dimensions,
        turn: at_least_one(f, "turn")?,
        weight,
        min,
        max,
        anonymous,
        sees,
        nominated,
        countersigned,
        trained: f.has("trained") && f.flag("trained")?,
        months: f.maybe_number("months").unwrap_or_default(),
        few,
    })
}

fn combine(f: &Fields<'_, '_>) -> Option<Combine> {
    let form = f.code("form", "kuadran, weighted, average or bands", Form::from_code)?;
    if form == Form::Kuadran {
        let unknown = WhenUnknown::LeaveOut;
        let (measure, rounding) = (Measure::Level, Rounding::HalfUp);
        return Some(Combine { form, measure, rounding, unknown, bands: Vec::new() });
    }
    let measure = f.code("measure", "level or fulfilment", |code| match code {
        "level" => Some(Measure::Level),
        "fulfilment" => Some(Measure::Fulfilment),
        _ => None,
    });
    let rounding = f.code("rounding", "half-up or down", |code| match code {
        "half-up" => Some(Rounding::HalfUp),
        "down" => Some(Rounding::Down),
        _ => None,
    });
    let unknown = f.code("unknown", "stop or leave-out", |code| match code {
        "stop" => Some(WhenUnknown::Stop),
        "leave-out" => Some(WhenUnknown::LeaveOut),
        _ => None,
    });
    let bands = each(f, "band", |t| {
        Some(Band { code: t.str("code")?, name: t.str("name")?, from: hundredths_of(t, "from")? })
    })?;
    if bands.first().is_none_or(|band| band.from != 0) || !bands.windows(2).all(|pair| pair[0].from < pair[1].from) {
        f.wrong("band", "bands from the lowest, which begins at \"0\", each beginning above the last");
    }
    Some(Combine { form, measure: measure?, rounding: rounding?, unknown: unknown?, bands })
}

fn step(f: &Fields<'_, '_>) -> Option<WorkStep> {
    let days = at_least_one(f, "days")?;
    let remind = if f.has("remind") { f.numbers("remind")? } else { Vec::new() };
    if remind.iter().any(|before| *before >= days) {
        f.wrong("remind", "working days before the step is due, fewer than `days`");
    }
    Some(WorkStep {
        code: f.str("code")?,
        name: f.str("name")?,
        who: f.code("who", "a role or kepegawaian", Who::from_code)?,
        after: f.maybe_str("after"),
        days,
        remind,
        escalate: f.maybe_number("escalate"),
    })
}

fn follow_up(f: &Fields<'_, '_>) -> Option<FollowUp> {
    let about = match (f.maybe_str("criterion"), f.maybe_str("dimension")) {
        (None, None) => About::Whole,
        (Some(code), None) => About::Criterion(code),
        (None, Some(code)) => About::Dimension(code),
        (Some(_), Some(_)) => {
            f.wrong("dimension", "either a criterion or a dimension");
            return None;
        }
    };
    let years = if f.has("years") { at_least_one(f, "years")? } else { 1 };
    let w = f.table("when")?;
    let mut when = Vec::new();
    let predikat = |name| if w.has(name) { w.code(name, PREDICATES, Predikat::from_code) } else { None };
    let number = |name| if w.has(name) { hundredths_of(&w, name) } else { None };
    when.extend(predikat("predikat_at_most").map(Condition::PredikatAtMost));
    when.extend(predikat("predikat_at_least").map(Condition::PredikatAtLeast));
    when.extend(w.maybe_str("band_at_most").map(Condition::BandAtMost));
    when.extend(w.maybe_str("band_at_least").map(Condition::BandAtLeast));
    when.extend(number("at_most").map(Condition::AtMost));
    when.extend(number("at_least").map(Condition::AtLeast));
    when.extend(number("short_by").map(Condition::ShortBy));
    if w.has("below_average") && w.flag("below_average")? {
        when.push(Condition::BelowAverage);
    }
    let trend = if w.has("trend") {
        let up = w.code("trend", "up or down", |code| match code {
            "up" => Some(true),
            "down" => Some(false),
            _ => None,
        })?;
        if years < 2 {
            f.wrong("years", "at least 2 for a trend");
        }
        Some(Trend { up, by: hundredths_of(&w, "trend_by")? })
    } else {
        None
    };
    w.nothing_else();
    if when.is_empty() && trend.is_none() {
        f.wrong("when", "at least one condition");
    }
    if about == About::Whole && when.iter().any(|c| matches!(c, Condition::ShortBy(_))) {
        f.wrong("when", "short_by with a criterion or a dimension");
    }
    Some(FollowUp {
        code: f.str("code")?,
        about,
        when,
        years,
        trend,
        act: f.code("act", "propose, open or require", Act::from_code)?,
        programme: f.code(
            "programme",
            "mentoring, coaching, improvement, counselling, training, scholarship, promotion, talent, dialogue or award",
            Programme::from_code,
        )?,
        text: f.str("text")?,
        article: f.str("article")?,
    })
}
