//! Predicates of a unit beside the pattern expected of it (Bab IV.B.2; SE MenPANRB 3/2023): warnings with their reason,
//! nobody is re-graded by them.

use super::{Capaian, Predikat};
use crate::{
    amount::Amount,
    decision::{Reason, Text},
    ids::{EmployeeId, PeriodId},
    policy::{Condition, Policy, Test},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// How many have which predicate, beside what is expected of a unit with this achievement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distribution {
    /// People per predicate, lowest to highest, as in [`Predikat::ALL`].
    pub counts: [u32; 5],
    /// What does not fit, with its reason. Warnings: nobody is re-graded by them.
    pub warnings: Vec<Reason>,
}

/// Why a leader's people are spread as they are, in the leader's words. It changes nobody's predicate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpreadNote {
    /// The period.
    pub period: PeriodId,
    /// The leader.
    pub by: EmployeeId,
    /// What they say.
    pub says: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Compares predicates with the expected pattern, and their mean with what the unit achieved.
pub fn distribution(predicates: &[Predikat], capaian: Option<Capaian>, policy: &Policy) -> Distribution {
    let mut found = pattern(predicates, capaian, policy);
    found.warnings.extend(capaian.and_then(|capaian| gap(found.counts, capaian, policy)));
    found
}

/// Compares predicates with the expected pattern alone, as the circular has it.
pub fn pattern(predicates: &[Predikat], capaian: Option<Capaian>, policy: &Policy) -> Distribution {
    let mut counts = [0_u32; 5];
    for predikat in predicates {
        counts[*predikat as usize] += 1;
    }
    let mut warnings = Vec::new();
    let total = predicates.len() as u32;
    match (capaian, &policy.distribution) {
        _ if total == 0 => {}
        (None, _) => {
            let says = Text::new("evaluation-distribution-capaian-unknown");
            warnings.push(Reason::new(says).cited(policy.step_capaian.cite.clone()));
        }
        (Some(capaian), None) => {
            let peak = capaian.peak();
            if counts.iter().any(|n| *n > counts[peak as usize]) {
                let says = Text::new("evaluation-distribution-not-largest").with("predikat", peak.label());
                warnings.push(Reason::new(says).cited(policy.step_pola.cite.clone()));
            }
        }
        (Some(capaian), Some(rule)) => {
            let smallest = policy.distribution_smallest_unit.as_ref().map_or(0, |least| least.value);
            if total < smallest {
                let says = Text::new("evaluation-distribution-too-few").with("n", total).with("min", smallest);
                let cite = policy.distribution_smallest_unit.as_ref().map(|least| least.cite.clone());
                warnings.push(Reason { says, cite, from: Vec::new() });
            } else {
                let broken = rule.value.0.get(&capaian).into_iter().flatten().filter(|c| !holds(c, counts, total));
                warnings.extend(broken.map(|c| Reason::new(warning(c, counts, total)).cited(rule.cite.clone())));
            }
        }
    }
    Distribution { counts, warnings }
}

/// People's predicates run away from what their unit achieved: the mean of both on five classes, in hundredths.
fn gap(counts: [u32; 5], capaian: Capaian, policy: &Policy) -> Option<Reason> {
    let most = policy.distribution_gap.as_ref()?;
    let (total, smallest) = (counts.iter().sum::<u32>(), policy.distribution_smallest_unit.as_ref());
    if total == 0 || smallest.is_some_and(|least| total < least.value) {
        return None;
    }
    let sum: u32 = counts.iter().zip(1..).map(|(n, class)| n * class).sum();
    let unit = capaian.peak() as u32 + 1;
    // (mean - unit) · 100 against the hundredths of the rule, both multiplied by the number of people.
    if (sum * 100).abs_diff(unit * 100 * total) < most.value * total {
        return None;
    }
    let key =
        if sum > unit * total { "evaluation-distribution-gap-above" } else { "evaluation-distribution-gap-below" };
    let mean = Amount(i64::from((sum * 100 + total / 2) / total) * Amount::SCALE / 100);
    let says = Text::new(key).with("mean", mean).with("capaian", capaian.label()).with("unit", unit);
    Some(Reason::new(says).cited(most.cite.clone()))
}

fn among(condition: &Condition, counts: [u32; 5]) -> u32 {
    condition.of.iter().map(|predikat| counts[*predikat as usize]).sum()
}

/// Exact: percentages are compared by multiplying, nothing is rounded.
fn holds(condition: &Condition, counts: [u32; 5], total: u32) -> bool {
    let n = among(condition, counts);
    match condition.test {
        Test::Largest => {
            counts.iter().enumerate().all(|(i, other)| condition.of.iter().any(|p| *p as usize == i) || *other <= n)
        }
        Test::AtMost(percent) => n * 100 <= total * percent,
        Test::AtLeast(percent) => n * 100 >= total * percent,
        Test::Present => n > 0,
        Test::Absent => n == 0,
    }
}

fn warning(condition: &Condition, counts: [u32; 5], total: u32) -> Text {
    let n = among(condition, counts);
    let (key, percent) = match condition.test {
        Test::Largest => ("evaluation-distribution-not-largest", 0),
        Test::AtMost(percent) => ("evaluation-distribution-too-many", percent),
        Test::AtLeast(percent) => ("evaluation-distribution-too-small", percent),
        Test::Present => ("evaluation-distribution-absent", 0),
        Test::Absent => ("evaluation-distribution-not-allowed", 0),
    };
    let mut names = condition.of.iter().rev().map(|predikat| predikat.label());
    let first = names.next().unwrap_or(Text::new("evaluation-predikat-baik"));
    let of = names.fold(first, |all, name| Text::new("evaluation-and-or").with("a", all).with("b", name));
    Text::new(key).with("predikat", of).with("n", n).with("total", total).with("percent", percent)
}
