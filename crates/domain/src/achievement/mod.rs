//! Achievement of an indicator by PermenPANRB 8/2021 (July to December 2021): formulas, classes and values, the total with
//! additional results. Legacy data, or an aid to talk about numbers; never a source of today's predicate.
//!
//! Not here: progress during the year ([`crate::progress`]) and the score made from the SKP's value
//! ([`crate::evaluation::score`]). One file.

use crate::{
    amount::Amount,
    decision::{Certainty, Citation, Decision, Reason, Refusal, Text},
    evaluation::Predikat,
    policy::{AchievementRules, National, Rule},
};
use serde::{Deserialize, Serialize};

/// Which formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Formula {
    /// More is better: realisasi / target.
    Normal,
    /// Less is better, as with time and cost (*kondisi khusus*): 1 + (1 − realisasi / target).
    Khusus,
}

impl Formula {
    /// Its name in cases and exports, and of its clause in the law.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Khusus => "khusus",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Normal, Self::Khusus].into_iter().find(|formula| formula.code() == code)
    }
}

/// What was to be reached: one number, or a range from the lower to the upper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Lower bound; the target itself when there is no range. Above 0.
    pub from: Amount,
    /// Upper bound.
    pub until: Amount,
}

impl Goal {
    /// A single number.
    pub const fn one(target: Amount) -> Self {
        Self { from: target, until: target }
    }
}

/// The percentage reached, in ten-thousandths of a percent rounded half up to two decimals: `1_022_200` is 102,22 %.
///
/// A realisasi beyond a range is measured against the bound it has passed, within it counts as 100 %.
pub fn percentage(
    formula: Formula,
    goal: Goal,
    realised: Amount,
    national: &National,
) -> Result<Decision<Amount>, Refusal> {
    rules(national)?;
    if goal.from <= Amount(0) || goal.until < goal.from || realised < Amount(0) {
        return Err(Refusal::rule(Text::new("achievement-goal-not-positive"))
            .cited(clause(formula, national))
            .next(Text::new("achievement-goal-not-positive-next")));
    }
    let inside = goal.from < goal.until && goal.from <= realised && realised <= goal.until;
    let against = if realised > goal.until { goal.until } else { goal.from };
    let (realisasi, target) = (i128::from(realised.0), i128::from(against.0));
    let numerator = match formula {
        _ if inside => target,
        Formula::Normal => realisasi,
        // Twice the target or more is 0 %, not less.
        Formula::Khusus => (2 * target - realisasi).max(0),
    };
    // Hundredths of a percent, half up.
    let hundredths = (numerator * 10_000 * 2 + target) / (target * 2);
    let value = Amount(i64::try_from(hundredths).unwrap_or(i64::MAX / 100).min(i64::MAX / 100) * 100);
    let key = match formula {
        _ if inside => "achievement-inside-range",
        Formula::Normal => "achievement-normal",
        Formula::Khusus => "achievement-khusus",
    };
    let says = Text::new(key).with("realised", realised).with("target", against).with("percent", value);
    Ok(Decision { value, because: Reason::new(says).cited(clause(formula, national)) })
}

/// Class and value of a percentage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worth {
    /// The category.
    pub predikat: Predikat,
    /// Its name at the time.
    pub label: String,
    /// The value, in ten-thousandths rounded half up to two decimals.
    pub value: Amount,
}

/// The class of a percentage and its value. `maximum`: the target is the most that can be reached, so that 100 % of it
/// is the highest class.
pub fn worth(percent: Amount, maximum: bool, national: &National) -> Result<Decision<Worth>, Refusal> {
    let rules = rules(national)?;
    let classes = &rules.classes.value;
    let reached = |class: &&crate::policy::AchievementClass| {
        if class.over { percent > class.bound } else { percent >= class.bound }
    };
    let highest = maximum && percent >= Amount::whole(100);
    let class = classes.classes.iter().rfind(|class| highest || reached(class)).or_else(|| classes.classes.first());
    let Some(class) = class else { return Err(none_in_force(national)) };
    let [x1, y1, x2, y2] = class.line.map(|amount| i128::from(amount.0));
    let value = if highest || x1 == x2 {
        if highest { i128::from(classes.max.0) } else { y1 }
    } else {
        let exact = y1 * (x2 - x1) + (i128::from(percent.0) - x1) * (y2 - y1);
        let hundredths = (exact * 2 + (x2 - x1) * 100) / ((x2 - x1) * 200);
        (hundredths * 100).clamp(y1, i128::from(classes.max.0))
    };
    let value = Amount(i64::try_from(value).unwrap_or(classes.max.0));
    let key = if highest { "achievement-worth-maximum" } else { "achievement-worth" };
    let says = Text::new(key).with("percent", percent).with("label", class.label.as_str()).with("value", value);
    let worth = Worth { predikat: class.predikat, label: class.label.clone(), value };
    Ok(Decision { value: worth, because: Reason::new(says).cited(rules.classes.cite.clone()) })
}

/// One additional result: its factor in percent, the weight of its scope, and its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extra {
    /// One of the factors of the law, in percent.
    pub factor: u32,
    /// Bobot lingkup.
    pub weight: Amount,
    /// Its value.
    pub value: Amount,
}

/// Value of the SKP: the values of the main results and what the additional ones add, at most ten together.
pub fn total(utama: &[Amount], extras: &[Extra], national: &National) -> Result<Decision<Amount>, Refusal> {
    let rules = rules(national)?;
    let mut added = 0_i128;
    for extra in extras {
        if !rules.additional.value.factors.contains(&extra.factor) || extra.weight.0 < 0 || extra.value.0 < 0 {
            return Err(Refusal::rule(Text::new("achievement-unknown-factor").with("factor", extra.factor))
                .cited(rules.additional.cite.clone()));
        }
        let hundredfold = i128::from(extra.factor) * i128::from(extra.weight.0) * i128::from(extra.value.0);
        added += (hundredfold / i128::from(Amount::SCALE) * 2 + 10_000) / 20_000;
    }
    let main: i64 = utama.iter().map(|value| value.0).sum();
    let added = Amount(i64::try_from(added).unwrap_or(i64::MAX).min(rules.additional.value.max.0));
    let value = Amount(main + added.0);
    let says = Text::new("achievement-total").with("main", Amount(main)).with("added", added).with("value", value);
    Ok(Decision { value, because: Reason::new(says).cited(rules.additional.cite.clone()) })
}

fn rules(national: &National) -> Result<&AchievementRules, Refusal> {
    national.achievement.as_ref().ok_or_else(|| none_in_force(national))
}

fn clause(formula: Formula, national: &National) -> Citation {
    let found = national.clauses.get(Rule::AchievementFormulas, formula.code());
    found.map_or_else(|| law("capaian IKI"), |clause| clause.cite.clone())
}

fn law(article: &str) -> Citation {
    Citation { policy: "permenpanrb-8-2021".to_owned(), article: article.to_owned(), certainty: Certainty::Text }
}

fn none_in_force(national: &National) -> Refusal {
    Refusal::rule(Text::new("achievement-none-in-force").with("on", national.on)).cited(law("capaian IKI"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, library};

    fn national() -> National {
        library().national(day(2021, 12, 31))
    }

    fn n(text: &str) -> Amount {
        Amount::parse(text).unwrap()
    }

    #[test]
    fn t3_percentages() {
        use Formula::{Khusus, Normal};
        let national = national();
        for (formula, from, until, realised, want) in [
            (Normal, "80", "90", "92", "102,22"),
            (Normal, "80", "90", "70", "87,50"),
            (Normal, "80", "90", "85", "100"),
            (Normal, "12", "12", "12", "100"),
            (Khusus, "7", "8", "6,50", "107,14"),
            (Khusus, "7", "8", "9", "87,50"),
            (Khusus, "7", "8", "7,50", "100"),
            (Khusus, "7", "7", "20", "0"),
        ] {
            let goal = Goal { from: n(from), until: n(until) };
            let got = percentage(formula, goal, n(realised), &national).unwrap();
            assert_eq!(got.value, n(want), "{formula:?} {from}-{until} {realised}");
            assert_eq!(got.because.cite.unwrap().policy, "permenpanrb-8-2021");
        }
    }

    #[test]
    fn t3_values() {
        use Predikat::{Baik, ButuhPerbaikan, Kurang, SangatBaik, SangatKurang};
        let national = national();
        for (percent, maximum, value, want) in [
            ("100", false, "109", Baik),
            ("98", false, "88", ButuhPerbaikan),
            ("80", false, "70", ButuhPerbaikan),
            ("99", false, "89", ButuhPerbaikan),
            ("60", false, "50", Kurang),
            ("79", false, "69", Kurang),
            ("59", false, "49", SangatKurang),
            ("0", false, "0", SangatKurang),
            ("115", false, "120", SangatBaik),
            ("101", false, "110", SangatBaik),
            ("110", false, "120", SangatBaik),
            ("100,01", false, "110", SangatBaik),
            ("99,99", false, "89,99", ButuhPerbaikan),
            ("100", true, "120", SangatBaik),
            ("99", true, "89", ButuhPerbaikan),
        ] {
            let got = worth(n(percent), maximum, &national).unwrap().value;
            assert_eq!((got.value, got.predikat), (n(value), want), "{percent}");
        }
    }

    #[test]
    fn the_total_adds_at_most_ten() {
        let national = national();
        let utama = [n("59,20"), n("43,60")];
        assert_eq!(total(&utama, &[], &national).unwrap().value, n("102,80"));
        let extra = Extra { factor: 80, weight: n("5"), value: n("110") };
        // 80/100 × 5 × 110/100 = 4,4; three of them are 13,2 and count 10.
        assert_eq!(total(&utama, &[extra], &national).unwrap().value, n("107,20"));
        assert_eq!(total(&utama, &[extra; 3], &national).unwrap().value, n("112,80"));
        assert!(total(&utama, &[Extra { factor: 70, ..extra }], &national).is_err());
    }

    #[test]
    fn nothing_is_divided_by_zero_and_nothing_applied_before_its_time() {
        let national = national();
        let zero = percentage(Formula::Normal, Goal::one(Amount(0)), Amount(1), &national).unwrap_err();
        assert!(zero.to_string().contains("achievement-goal-not-positive"), "{zero}");
        for on in [day(2021, 6, 30), day(2022, 2, 7)] {
            assert!(worth(Amount::whole(100), false, &library().national(on)).is_err(), "{on}");
        }
    }
}
