//! From everything said and measured to one scheme result, with the tree of reasons.
//!
//! Every shown number is rounded to hundredths as the scheme says, and the next step goes on from the shown number, so
//! that anybody can follow with a pencil. What is missing is said and left out; it is never counted as zero.

use super::{
    Scheme, cited, hundredths, refuse,
    score::{self, CriterionScore},
    sheet::{self, Sheet},
};
use crate::{
    amount::Amount,
    decision::{Decision, Reason, Refusal, Text},
    evaluation::Predikat,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How the result is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// The law's predikat alone; the criteria are there to talk about.
    Kuadran,
    /// The mean of the dimensions by their weights.
    Weighted,
    /// The plain mean of the dimensions.
    Average,
    /// The weakest dimension decides: none makes up for another.
    Bands,
}

impl Form {
    const CODES: [(&'static str, Self); 4] =
        [("kuadran", Self::Kuadran), ("weighted", Self::Weighted), ("average", Self::Average), ("bands", Self::Bands)];

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|(c, _)| *c == code).map(|(_, f)| *f)
    }

    /// Its name in the data.
    pub fn code(self) -> &'static str {
        Self::CODES.iter().find(|(_, f)| *f == self).map(|(c, _)| *c).expect("every form has a code")
    }

    /// What it means, in a sentence.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Kuadran => "scheme-form-kuadran",
            Self::Weighted => "scheme-form-weighted",
            Self::Average => "scheme-form-average",
            Self::Bands => "scheme-form-bands",
        })
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Levels of the scale, in hundredths.
    Level,
    /// Percent of the post's standard, capped at 100 %, in hundredths of a percent; where there is no standard, of the
    /// highest level.
    Fulfilment,
}

/// How a division is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// To the nearest hundredth, a half upwards.
    HalfUp,
    /// Down to the hundredth.
    Down,
}

/// What happens when nothing is known of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhenUnknown {
    /// There is no result yet.
    Stop,
    /// The result is made of what is known and says what is not.
    LeaveOut,
}

/// A class of results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The lowest score in it, in hundredths.
    pub from: i64,
}

/// The rule of combining.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Combine {
    /// How.
    pub form: Form,
    /// What is counted.
    pub measure: Measure,
    /// Rounding, at every step.
    pub rounding: Rounding,
    /// When nothing is known of a criterion.
    pub unknown: WhenUnknown,
    /// Classes, lowest first; the first begins at 0. Empty with [`Form::Kuadran`].
    pub bands: Vec<Band>,
}

impl Combine {
    /// The class of a score.
    pub fn band(&self, score: i64) -> Option<&Band> {
        self.bands.iter().rfind(|band| band.from <= score)
    }

    /// The place of a class, from 0 for the lowest.
    pub fn rank(&self, band: &str) -> Option<usize> {
        self.bands.iter().position(|b| b.code == band)
    }
}

/// What a result is made of.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    /// Sheets that were sent, in any order.
    pub sheets: &'a [Sheet],
    /// Measured amounts by criterion, of the employee or of the team.
    pub measures: &'a BTreeMap<String, Amount>,
    /// Levels the post asks for, by criterion.
    pub required: &'a BTreeMap<String, u8>,
    /// The law's predikat, once it stands.
    pub predikat: Option<Predikat>,
}

/// What comes out. The law's predikat stands beside it, untouched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeResult {
    /// How it was found.
    pub form: Form,
    /// The law's predikat at that time.
    pub predikat: Option<Predikat>,
    /// Hundredths of the scheme's measure; `None` with [`Form::Kuadran`].
    pub score: Option<i64>,
    /// The class, by code; `None` with [`Form::Kuadran`].
    pub band: Option<String>,
    /// Dimensions in the order of the scheme; `None` where nothing is known.
    pub dimensions: Vec<(String, Option<i64>)>,
    /// Criteria in the order of the scheme.
    pub criteria: Vec<CriterionScore>,
}

impl SchemeResult {
    /// One criterion.
    pub fn criterion(&self, code: &str) -> Option<&CriterionScore> {
        self.criteria.iter().find(|criterion| criterion.code == code)
    }
}

/// Combines. Refused: a scheme without a result of its own, sheets that do not belong, a part the scheme will not do
/// without.
pub fn combine(scheme: &Scheme, inputs: &Inputs<'_>) -> Result<Decision<SchemeResult>, Refusal> {
    let Some(rule) = scheme.combine.as_ref().map(|rule| &rule.value) else {
        return Err(Refusal::rule(Text::new("scheme-no-result")));
    };
    sheet::check(scheme, inputs.sheets)?;
    let (mut criteria, mut reasons) = (Vec::new(), BTreeMap::<&str, Vec<Reason>>::new());
    for criterion in scheme.criteria() {
        let scored = score::criterion(scheme, rule, criterion, inputs)?;
        if scored.value.score.is_none() && rule.unknown == WhenUnknown::Stop {
            let refusal = refuse(scored.because.says, scheme.criteria.as_ref());
            return Err(refusal.next(Text::new("scheme-criterion-unknown-next")));
        }
        reasons.entry(&criterion.dimension).or_default().push(scored.because);
        criteria.push(scored.value);
    }
    let (mut dimensions, mut from) = (Vec::new(), Vec::new());
    for dimension in scheme.dimensions() {
        let known: Vec<i64> = scheme
            .of_dimension(&dimension.code)
            .filter_map(|criterion| criteria.iter().find(|scored| scored.code == criterion.code)?.score)
            .collect();
        let all = scheme.of_dimension(&dimension.code).count() as u32;
        let named = |key: &'static str| Text::new(key).with("dimension", dimension.name.as_str());
        let score = (!known.is_empty()).then(|| rule.rounding.divide(known.iter().sum::<i64>(), known.len() as i64));
        let says = match score {
            Some(score) => {
                let says = named("scheme-dimension").with("score", hundredths(score));
                says.with("known", known.len() as u32).with("all", all)
            }
            None => named("scheme-dimension-unknown"),
        };
        let below = reasons.remove(dimension.code.as_str()).unwrap_or_default();
        from.push(Reason { says, cite: cited(scheme.dimensions.as_ref()), from: below });
        dimensions.push((dimension.code.clone(), score));
    }
    let score = total(scheme, rule, &dimensions);
    if score.is_none() && rule.form != Form::Kuadran {
        return Err(refuse(Text::new("scheme-nothing-known"), scheme.combine.as_ref())
            .next(Text::new("scheme-criterion-unknown-next")));
    }
    let band = score.and_then(|score| rule.band(score));
    let says = match (score, band, inputs.predikat) {
        (Some(score), Some(band), _) => Text::new("scheme-result")
            .with("score", hundredths(score))
            .with("band", band.name.as_str())
            .with("form", rule.form.label()),
        (_, _, Some(predikat)) => Text::new("scheme-result-kuadran").with("predikat", predikat.label()),
        (_, _, None) => Text::new("scheme-result-kuadran-waits"),
    };
    let value = SchemeResult {
        form: rule.form,
        predikat: inputs.predikat,
        score,
        band: band.map(|band| band.code.clone()),
        dimensions,
        criteria,
    };
    let because = Reason { says, cite: cited(scheme.combine.as_ref()), from };
    Ok(Decision { value, because })
}

fn total(scheme: &Scheme, rule: &Combine, dimensions: &[(String, Option<i64>)]) -> Option<i64> {
    let known = scheme.dimensions().iter().zip(dimensions).filter_map(|(d, (_, score))| Some((d, (*score)?)));
    let weighed: Vec<(i64, i64)> = match rule.form {
        Form::Kuadran => return None,
        Form::Bands => return known.map(|(_, score)| score).min(),
        Form::Weighted => known.map(|(d, score)| (i64::from(d.weight.unwrap_or_default()), score)).collect(),
        Form::Average => known.map(|(_, score)| (1, score)).collect(),
    };
    let weight: i64 = weighed.iter().map(|(weight, _)| weight).sum();
    let sum: i64 = weighed.iter().map(|(weight, score)| weight * score).sum();
    (weight > 0).then(|| rule.rounding.divide(sum, weight))
}
