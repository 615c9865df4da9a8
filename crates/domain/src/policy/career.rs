//! The rules of careers: how each is read from its table, and the whole they make together ([`talent::Rules`]).

use super::{
    Cited,
    dated::{self, Dated},
    fields::Fields,
    rule::{Rule, Shape},
    shape::PREDICATES,
    value::Value,
};
use crate::{
    amount::Amount,
    decision::{Certainty, Citation},
    evaluation::Predikat,
    mentoring::Limits,
    people::{Employment, PostKind},
    talent::{
        Retirement, Rules,
        boxes::{Axes, BoxRule, Part, Performance, Potential},
        eligibility::{Condition, Fact, Test},
        jpm::{Band, Bands},
        skill::Field,
    },
};
use std::collections::BTreeMap;

/// A condition as it stands in the data: article and certainty only where they differ from the rule's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RawCondition {
    code: String,
    says: String,
    test: Test,
    article: Option<String>,
    certainty: Option<Certainty>,
}

/// The value of a rule of careers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Career {
    Mentoring(Limits),
    Eligibility(Vec<RawCondition>),
    Ages(Vec<Retirement>),
    Jpm(Bands),
    Axes(Axes),
    Boxes(Vec<BoxRule>),
    Fields(Vec<Field>),
}

impl Career {
    /// Does one of its conditions rest on an assumption of its own?
    pub fn assumes(&self) -> bool {
        matches!(self, Self::Eligibility(all) if all.iter().any(|one| one.certainty == Some(Certainty::Assumption)))
    }

    /// In short, for the page of rules.
    pub fn short(&self) -> String {
        fn list<T>(all: &[T], each: impl Fn(&T) -> String) -> String {
            all.iter().map(each).collect::<Vec<_>>().join("; ")
        }
        match self {
            Self::Mentoring(limits) => format!("≤ {}, ≥ {} bulan", limits.load, limits.months),
            Self::Eligibility(all) => list(all, |condition| condition.says.clone()),
            Self::Ages(all) => list(all, |one| one.age.to_string()),
            Self::Jpm(bands) => list(&bands.selection, |band| format!("{} ≥ {} %", band.name, Amount(band.from * 100))),
            Self::Axes(axes) => list(&axes.parts, |(part, weight)| format!("{} {weight} %", part.code())),
            Self::Boxes(all) => list(all, |rule| rule.number.to_string()),
            Self::Fields(all) => list(all, |field| field.name.clone()),
        }
    }
}

/// Reads the value of a shape; complaints go to the source.
pub(super) fn read(shape: Shape, f: &Fields<'_, '_>) -> Option<Career> {
    Some(match shape {
        Shape::Mentoring => Career::Mentoring(Limits {
            load: at_least_one(f, "load")?,
            gap: basis(f, "gap")?,
            months: at_least_one(f, "months")?,
            meetings: f.number("meetings")?,
        }),
        Shape::Eligibility => {
            Career::Eligibility(unique(f, "condition", each(f, "condition", condition)?, |c| &c.code)?)
        }
        Shape::Ages => Career::Ages(each(f, "row", |row| {
            Some(Retirement {
                kinds: row.codes("kinds", "kinds of post", PostKind::from_code)?,
                age: row.number("age")?,
            })
        })?),
        Shape::Jpm => Career::Jpm(Bands { selection: bands(f, "selection")?, mapping: bands(f, "mapping")? }),
        Shape::TalentAxes => Career::Axes(axes(f)?),
        Shape::TalentBoxes => Career::Boxes(boxes(f)?),
        Shape::SkillFields => Career::Fields(unique(f, "field", each(f, "field", field)?, |field| &field.code)?),
        _ => return None,
    })
}

/// A list of tables, each read and nothing left over.
fn each<T>(f: &Fields<'_, '_>, name: &'static str, read: impl Fn(&Fields<'_, '_>) -> Option<T>) -> Option<Vec<T>> {
    let rows = f.tables(name)?;
    let all: Vec<Option<T>> = rows
        .iter()
        .map(|row| {
            let value = read(row);
            if value.is_some() {
                row.nothing_else();
            }
            value
        })
        .collect();
    if rows.is_empty() {
        f.wrong(name, "at least one");
    }
    all.into_iter().collect()
}

fn unique<T>(f: &Fields<'_, '_>, name: &'static str, all: Vec<T>, code: fn(&T) -> &String) -> Option<Vec<T>> {
    if all.iter().enumerate().any(|(i, one)| all[..i].iter().any(|before| code(before) == code(one))) {
        f.wrong(name, "a code of its own each");
        return None;
    }
    Some(all)
}

fn at_least_one(f: &Fields<'_, '_>, name: &'static str) -> Option<u32> {
    let n = f.number(name)?;
    if n == 0 {
        f.wrong(name, "at least 1");
        return None;
    }
    Some(n)
}

/// A percentage, or a level, with at most two decimals: in basis points, or hundredths.
fn basis(f: &Fields<'_, '_>, name: &'static str) -> Option<i64> {
    let amount = f.amount(name)?;
    if amount.0 < 0 || amount.0 % 100 != 0 {
        f.wrong(name, "a number with at most two decimals");
        return None;
    }
    Some(amount.0 / 100)
}

const TESTS: &str = "predikat, service, in-rank, remaining, jpm, employment, present, noted or scheme";

fn condition(f: &Fields<'_, '_>) -> Option<RawCondition> {
    let test = match f.str("test")?.as_str() {
        "predikat" => Test::Predikat(f.code("at_least", PREDICATES, Predikat::from_code)?, at_least_one(f, "years")?),
        "service" => Test::Service(at_least_one(f, "years")?),
        "in-rank" => Test::InRank(at_least_one(f, "years")?),
        "remaining" => Test::Remaining(at_least_one(f, "times")?),
        "jpm" => Test::Jpm(basis(f, "percent")?),
        "employment" => Test::Employment(f.codes("kinds", "pns, pppk or non_asn", Employment::from_code)?),
        "present" => Test::Present,
        "noted" => {
            Test::Noted(f.code("fact", "rank-since, no-discipline, vacancy or competence-test", Fact::from_code)?)
        }
        "scheme" => Test::Scheme,
        _ => {
            f.wrong("test", TESTS);
            return None;
        }
    };
    Some(RawCondition {
        code: f.str("code")?,
        says: f.str("says")?,
        test,
        article: f.maybe_str("article"),
        certainty: f.maybe_code("certainty", "text, secondary or assumption", dated::certainty),
    })
}

fn bands(f: &Fields<'_, '_>, name: &'static str) -> Option<Vec<Band>> {
    let all =
        each(f, name, |row| Some(Band { code: row.str("code")?, name: row.str("name")?, from: basis(row, "from")? }))?;
    if !all.windows(2).all(|pair| pair[0].from > pair[1].from) || all.last().is_none_or(|band| band.from != 0) {
        f.wrong(name, "bands from the highest to the one that begins with 0");
        return None;
    }
    Some(all)
}

fn axes(f: &Fields<'_, '_>) -> Option<Axes> {
    let parts = each(f, "part", |row| {
        Some((row.code("part", "asesmen, kompetensi or rekam_jejak", Part::from_code)?, row.number("weight")?))
    })?;
    let axes = Axes {
        years: at_least_one(f, "years")?,
        above: f.code("above", PREDICATES, Predikat::from_code)?,
        below: f.code("below", PREDICATES, Predikat::from_code)?,
        least_known: f.number("least_known")?,
        medium: basis(f, "medium")?,
        high: basis(f, "high")?,
        months: at_least_one(f, "months")?,
        parts,
    };
    if axes.parts.iter().map(|(_, weight)| weight).sum::<u32>() != 100 {
        f.wrong("part", "weights that are 100 together");
        return None;
    }
    if axes.below >= axes.above || axes.medium >= axes.high || axes.high > 10_000 || axes.least_known > 100 {
        f.wrong("high", "cuts in order: below before above, medium before high, percentages up to 100");
        return None;
    }
    Some(axes)
}

fn boxes(f: &Fields<'_, '_>) -> Option<Vec<BoxRule>> {
    let all = each(f, "box", |row| {
        Some(BoxRule {
            number: u8::try_from(row.number("number")?).unwrap_or_default(),
            performance: row.code("performance", "dibawah, sesuai or diatas", Performance::from_code)?,
            potential: row.code("potential", "rendah, menengah or tinggi", Potential::from_code)?,
            advice: row.words("advice")?,
            pool: row.flag("pool")?,
        })
    })?;
    let cells: std::collections::BTreeSet<_> = all.iter().map(|rule| (rule.performance, rule.potential)).collect();
    let numbers: std::collections::BTreeSet<u8> = all.iter().map(|rule| rule.number).collect();
    if all.len() != 9 || cells.len() != 9 || numbers != (1..=9).collect() {
        f.wrong("box", "the nine boxes, each once");
        return None;
    }
    Some(all)
}

fn field(f: &Fields<'_, '_>) -> Option<Field> {
    let criteria = if f.has("criteria") { f.words("criteria")? } else { Vec::new() };
    Some(Field { code: f.str("code")?, name: f.str("name")?, words: f.words("words")?, criteria })
}

/// Those found, typed and cited.
pub(super) fn assemble(found: &BTreeMap<Rule, &Dated>) -> Rules {
    fn one<T>(
        found: &BTreeMap<Rule, &Dated>,
        rule: Rule,
        pick: impl Fn(&Career, &Dated) -> Option<T>,
    ) -> Option<Cited<T>> {
        let dated = found.get(&rule)?;
        let Some(Value::Career(career)) = &dated.value else { return None };
        let value = pick(career, dated)?;
        Some(Cited { value, cite: dated.cite.clone(), from: dated.from, source: dated.source.clone() })
    }
    macro_rules! take {
        ($rule:ident, $variant:ident) => {
            one(
                found,
                Rule::$rule,
                |career, _| if let Career::$variant(value) = career { Some(value.clone()) } else { None },
            )
        };
    }
    let conditions = |rule| {
        one(found, rule, |career, dated| match career {
            Career::Eligibility(all) => Some(all.iter().map(|raw| resolve(dated, raw)).collect()),
            _ => None,
        })
    };
    Rules {
        rank_promotion: conditions(Rule::RankPromotion),
        post_promotion: conditions(Rule::PostPromotion),
        study_leave: conditions(Rule::StudyLeave),
        retirement: take!(RetirementAges, Ages),
        jpm: take!(JpmBands, Jpm),
        axes: take!(TalentAxesOwn, Axes).or_else(|| take!(TalentAxes, Axes)),
        boxes: take!(TalentBoxes, Boxes),
        fields: take!(SkillFields, Fields),
        mentoring: take!(Mentoring, Mentoring),
    }
}

fn resolve(dated: &Dated, raw: &RawCondition) -> Condition {
    Condition {
        code: raw.code.clone(),
        says: raw.says.clone(),
        test: raw.test.clone(),
        cite: Citation {
            policy: dated.cite.policy.clone(),
            article: raw.article.clone().unwrap_or_else(|| dated.cite.article.clone()),
            certainty: raw.certainty.unwrap_or(dated.cite.certainty),
        },
    }
}
