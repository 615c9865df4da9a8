//! From sheets and measured amounts to the score of each criterion, one reason line for each step.

use super::{
    Scheme, cited,
    combine::{Combine, Inputs, Measure, Rounding},
    criterion::{Criterion, Reads},
    hundredths,
    rater::{Role, WhenFew},
    refuse,
    sheet::named_by,
};
use crate::decision::{Decision, Reason, Refusal, Text};
use serde::{Deserialize, Serialize};

/// What a criterion came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionScore {
    /// Which.
    pub code: String,
    /// Its level in hundredths (`340` is 3,40); `None` where nothing is known.
    pub level: Option<i64>,
    /// What counts, in hundredths of the scheme's measure; `None` where it cannot be said.
    pub score: Option<i64>,
    /// The level the post asks for, where it is a competence and the standard is known.
    pub required: Option<u8>,
    /// What each role says on average. A role of too few is not among them.
    pub roles: Vec<RoleMean>,
}

/// What the people of one role say on average.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleMean {
    /// The role.
    pub role: Role,
    /// How many answered.
    pub n: u32,
    /// Their mean level, in hundredths.
    pub level: i64,
}

impl Rounding {
    /// Divides numbers of which none is negative.
    pub(super) const fn divide(self, n: i64, by: i64) -> i64 {
        match self {
            Self::HalfUp => (2 * n + by) / (2 * by),
            Self::Down => n / by,
        }
    }
}

/// A level with what it rests on; `None`: nothing is known.
struct Level {
    value: Option<i64>,
    roles: Vec<RoleMean>,
    from: Vec<Reason>,
}

/// The score of one criterion.
pub(super) fn criterion(
    scheme: &Scheme,
    rule: &Combine,
    criterion: &Criterion,
    inputs: &Inputs<'_>,
) -> Result<Decision<CriterionScore>, Refusal> {
    let level = match &criterion.reads {
        Reads::Rating | Reads::Competence => by_people(scheme, rule, criterion, inputs)?,
        Reads::Indicator(measured) | Reads::Team(measured) => {
            let amount = inputs.measures.get(&criterion.code).copied();
            let line = |key: Text| Reason { says: key, cite: cited(scheme.criteria.as_ref()), from: Vec::new() };
            let (value, says) = match amount {
                Some(amount) => {
                    let level = measured.level(amount);
                    let says = Text::new("scheme-measured")
                        .with("amount", amount)
                        .with("unit", measured.unit.as_str())
                        .with("level", u32::from(level));
                    (Some(i64::from(level) * 100), says)
                }
                None => (None, Text::new("scheme-measured-unknown").with("unit", measured.unit.as_str())),
            };
            Level { value, roles: Vec::new(), from: vec![line(says)] }
        }
    };
    let required = inputs.required.get(&criterion.code).copied().filter(|_| criterion.reads == Reads::Competence);
    let full = match (&criterion.reads, rule.measure) {
        (Reads::Competence, Measure::Fulfilment) => required,
        _ => Some(scheme.levels()),
    };
    let named = |key: &'static str| Text::new(key).with("criterion", criterion.name.as_str());
    let (score, says) = match (level.value, rule.measure, full.filter(|full| *full > 0)) {
        (None, ..) => (None, named("scheme-criterion-unknown")),
        (Some(value), Measure::Level, _) => {
            let says = named("scheme-criterion-level").with("level", hundredths(value));
            (Some(value), says.with("max", u32::from(scheme.levels())))
        }
        (Some(value), Measure::Fulfilment, None) => {
            (None, named("scheme-criterion-no-standard").with("level", hundredths(value)))
        }
        (Some(value), Measure::Fulfilment, Some(full)) => {
            let full = i64::from(full) * 100;
            let score = rule.rounding.divide(value.min(full) * 10_000, full);
            let says = named("scheme-criterion-fulfilment").with("level", hundredths(value));
            (Some(score), says.with("required", hundredths(full)).with("score", hundredths(score)))
        }
    };
    let value =
        CriterionScore { code: criterion.code.clone(), level: level.value, score, required, roles: level.roles };
    let because = Reason { says, cite: cited(scheme.criteria.as_ref()), from: level.from };
    Ok(Decision { value, because })
}

/// The level people give: the mean of each role, joined by the shares of the roles.
fn by_people(scheme: &Scheme, rule: &Combine, criterion: &Criterion, inputs: &Inputs<'_>) -> Result<Level, Refusal> {
    let (mut roles, mut from, mut shares) = (Vec::new(), Vec::new(), Vec::new());
    let mut to_penilai = 0;
    for rater in scheme.raters().iter().filter(|rater| rater.rates(&criterion.dimension)) {
        let of_role = || inputs.sheets.iter().filter(|sheet| sheet.role == rater.role);
        let levels: Vec<i64> = of_role().filter_map(|sheet| sheet.level(&criterion.code)).map(i64::from).collect();
        let n = levels.len() as u32;
        // How many of those who were promised not to be named have answered is told only when they are enough.
        let said = |key: &'static str, hidden: &'static str| {
            if rater.anonymous && n < rater.min {
                return Text::new(hidden).with("role", rater.role.label());
            }
            Text::new(key).with("role", rater.role.label()).with("n", n)
        };
        // As in the law's ratings how many pieces, not which: who reads a result may not open the day's work.
        let voices = if rater.anonymous { rater.min as usize } else { 1 };
        let pieces = if n >= rater.min { named_by(of_role(), &criterion.code, voices).len() } else { 0 };
        let rests = Reason::new(Text::new("evaluation-evidence").with("n", pieces as i64));
        let rests: Vec<Reason> = (pieces > 0).then_some(rests).into_iter().collect();
        let mut line = |says: Text| {
            from.push(Reason { says, cite: cited(scheme.raters.as_ref()), from: rests.clone() });
        };
        if n >= rater.min {
            let level = rule.rounding.divide(levels.iter().sum::<i64>() * 100, i64::from(n));
            roles.push(RoleMean { role: rater.role, n, level });
            if rater.weight > 0 {
                shares.push((rater.role, i64::from(rater.weight), level));
                let says = said("scheme-said-counted", "scheme-said-hidden");
                line(says.with("level", hundredths(level)).with("weight", rater.weight));
            } else {
                line(said("scheme-said-heard", "scheme-said-hidden").with("level", hundredths(level)));
            }
        } else if rater.weight == 0 {
            line(said("scheme-said-few-heard", "scheme-said-hidden").with("min", rater.min));
        } else {
            let says = said("scheme-said-few", "scheme-said-few-hidden");
            let says = says.with("min", rater.min).with("weight", rater.weight);
            match rater.few {
                WhenFew::Stop => {
                    let says = said("scheme-said-few-stop", "scheme-said-few-stop-hidden")
                        .with("min", rater.min)
                        .with("criterion", criterion.name.as_str());
                    let next = Text::new("scheme-said-few-stop-next").with("role", rater.role.label());
                    return Err(refuse(says, scheme.raters.as_ref()).next(next));
                }
                WhenFew::Spread => {}
                WhenFew::ToPenilai => to_penilai += i64::from(rater.weight),
            }
            line(says.with("then", rater.few.label()));
        }
    }
    if let Some((_, weight, _)) = shares.iter_mut().find(|(role, ..)| *role == Role::Penilai) {
        *weight += to_penilai;
    }
    let total: i64 = shares.iter().map(|(_, weight, _)| weight).sum();
    let sum: i64 = shares.iter().map(|(_, weight, level)| weight * level).sum();
    let value = (total > 0).then(|| rule.rounding.divide(sum, total));
    Ok(Level { value, roles, from })
}
