//! Angka kredit of functional posts: converted from the predicate of a period or of a year (PermenPANRB 1/2023, Perban
//! BKN 3/2023), added up and laid beside what the next pangkat or jenjang needs.
//!
//! Not here: the predicate ([`crate::evaluation`]) and decisions on promotion, which others make. One file.

use crate::{
    amount::Amount,
    decision::{Certainty, Citation, Decision, Reason, Refusal, Text},
    evaluation::Predikat,
    people::Jenjang,
    policy::{AngkaKreditRules, National, Rule},
};
use serde::{Deserialize, Serialize};

impl Jenjang {
    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::AhliPertama => "ak-jenjang-ahli-pertama",
            Self::AhliMuda => "ak-jenjang-ahli-muda",
            Self::AhliMadya => "ak-jenjang-ahli-madya",
            Self::AhliUtama => "ak-jenjang-ahli-utama",
            Self::Pemula => "ak-jenjang-pemula",
            Self::Terampil => "ak-jenjang-terampil",
            Self::Mahir => "ak-jenjang-mahir",
            Self::Penyelia => "ak-jenjang-penyelia",
        })
    }
}

/// Angka kredit of a period: months / 12 × percentage of its predicate × coefficient of the jenjang, rounded half up to
/// three decimals. `months` (1 to 12) are those of the period in this jenjang.
pub fn of_period(
    jenjang: Jenjang,
    predikat: Predikat,
    months: u32,
    national: &National,
) -> Result<Decision<Amount>, Refusal> {
    convert(jenjang, predikat, months, "ak-of-period", national)
}

/// Angka kredit of a year: by the predicate of the annual evaluation, never the sum of its periods. `months` are those
/// of the year in this jenjang, 12 as a rule.
pub fn of_year(
    jenjang: Jenjang,
    predikat: Predikat,
    months: u32,
    national: &National,
) -> Result<Decision<Amount>, Refusal> {
    convert(jenjang, predikat, months, "ak-of-year", national)
}

/// What a predicate is converted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// Percent of the coefficient, by the predicate.
    pub percent: Amount,
    /// Angka kredit of a year at 100 %, by the jenjang.
    pub coefficient: Amount,
}

/// Percentage and coefficient by the rules of a day.
pub fn parts(jenjang: Jenjang, predikat: Predikat, national: &National) -> Result<Parts, Refusal> {
    let rules = rules(national)?;
    let percent = find(&rules.percent.value, |p| *p == predikat).ok_or_else(|| none_in_force(national))?;
    let coefficient = find(&rules.coefficient.value, |j| *j == jenjang).ok_or_else(|| none_in_force(national))?;
    Ok(Parts { percent, coefficient })
}

fn convert(
    jenjang: Jenjang,
    predikat: Predikat,
    months: u32,
    key: &'static str,
    national: &National,
) -> Result<Decision<Amount>, Refusal> {
    let rules = rules(national)?;
    if !(1..=12).contains(&months) {
        return Err(Refusal::rule(Text::new("ak-months").with("months", months)).cited(conversion(national)));
    }
    let Parts { percent, coefficient } = parts(jenjang, predikat, national)?;
    let value = share(months, percent, coefficient);
    let says = Text::new(key).with("value", value).with("months", months).with("jenjang", jenjang.label());
    let because = Reason::new(says).cited(conversion(national)).resting_on([
        Reason::new(Text::new("ak-percent-is").with("predikat", predikat.label()).with("percent", percent))
            .cited(rules.percent.cite.clone()),
        Reason::new(Text::new("ak-coefficient-is").with("jenjang", jenjang.label()).with("coefficient", coefficient))
            .cited(rules.coefficient.cite.clone()),
    ]);
    Ok(Decision { value, because })
}

/// months / 12 × percent / 100 × coefficient, half up to three decimals.
fn share(months: u32, percent: Amount, coefficient: Amount) -> Amount {
    let product = i128::from(months) * i128::from(percent.0) * i128::from(coefficient.0);
    let whole = 12 * 100 * i128::from(Amount::SCALE);
    let thousandths = (product * 2 + whole * 10) / (whole * 20);
    Amount(i64::try_from(thousandths).unwrap_or(i64::MAX / 10).min(i64::MAX / 10) * 10)
}

/// How far somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// All angka kredit together.
    pub total: Amount,
    /// Needed for the next pangkat in this jenjang.
    pub rank: Option<Amount>,
    /// Needed for the next jenjang.
    pub level: Option<Amount>,
    /// Still missing for the pangkat; 0 when reached.
    pub rank_left: Option<Amount>,
    /// Still missing for the jenjang; 0 when reached.
    pub level_left: Option<Amount>,
}

/// Adds up and says what is still missing. Information: reaching a number entitles nobody by itself.
pub fn standing(jenjang: Jenjang, earned: &[Amount], national: &National) -> Result<Decision<Standing>, Refusal> {
    let rules = rules(national)?;
    let total = Amount(earned.iter().map(|amount| amount.0).sum());
    let left = |needed: Option<Amount>| needed.map(|needed| Amount((needed.0 - total.0).max(0)));
    let rank = find(&rules.rank_needed.value, |j| *j == jenjang);
    let level = find(&rules.level_needed.value, |j| *j == jenjang);
    let says = |key, needed: Amount, left: Option<Amount>| {
        Reason::new(Text::new(key).with("needed", needed).with("left", left.unwrap_or_default()))
    };
    let because = Reason::new(Text::new("ak-standing").with("total", total).with("jenjang", jenjang.label()))
        .cited(rules.rank_needed.cite.clone())
        .resting_on(rank.map(|n| says("ak-rank-needed-is", n, left(rank)).cited(rules.rank_needed.cite.clone())))
        .resting_on(level.map(|n| says("ak-level-needed-is", n, left(level)).cited(rules.level_needed.cite.clone())));
    let value = Standing { total, rank, level, rank_left: left(rank), level_left: left(level) };
    Ok(Decision { value, because })
}

/// What is carried on after a promotion: the surplus within a jenjang, nothing into the next.
pub fn carried_on(total: Amount, needed: Amount, into_next_jenjang: bool, national: &National) -> Decision<Amount> {
    let (code, value) = if into_next_jenjang {
        ("surplus-jenjang", Amount(0))
    } else {
        ("surplus-pangkat", Amount((total.0 - needed.0).max(0)))
    };
    let key = if into_next_jenjang { "ak-carried-none" } else { "ak-carried" };
    Decision { value, because: Reason::new(Text::new(key).with("value", value)).cited(clause(code, national)) }
}

/// Angka kredit of somebody who comes from a structural post at the highest pangkat of it: the coefficient at 100 % for
/// each year, and the angka kredit dasar of the golongan.
pub fn from_structural(
    jenjang: Jenjang,
    years: u32,
    golongan: &str,
    national: &National,
) -> Result<Decision<Amount>, Refusal> {
    let rules = rules(national)?;
    let coefficient = find(&rules.coefficient.value, |j| *j == jenjang).ok_or_else(|| none_in_force(national))?;
    let basis = find(&rules.basis.value, |g| g == golongan).ok_or_else(|| {
        Refusal::rule(Text::new("ak-no-basis").with("golongan", golongan)).cited(rules.basis.cite.clone())
    })?;
    let earned = Amount(coefficient.0.saturating_mul(i64::from(years)));
    let value = Amount(earned.0.saturating_add(basis.0));
    let says = Text::new("ak-from-structural")
        .with("value", value)
        .with("earned", earned)
        .with("years", years)
        .with("basis", basis)
        .with("golongan", golongan);
    Ok(Decision { value, because: Reason::new(says).cited(clause("dari-struktural", national)) })
}

fn find<K, V: Copy>(all: &[(K, V)], is: impl Fn(&K) -> bool) -> Option<V> {
    all.iter().find(|(key, _)| is(key)).map(|(_, value)| *value)
}

fn rules(national: &National) -> Result<&AngkaKreditRules, Refusal> {
    national.angka_kredit.as_ref().ok_or_else(|| none_in_force(national))
}

fn conversion(national: &National) -> Citation {
    clause("konversi", national)
}

fn clause(code: &str, national: &National) -> Citation {
    national.clauses.get(Rule::AkRules, code).map_or_else(law, |clause| clause.cite.clone())
}

fn law() -> Citation {
    Citation {
        policy: "perban-bkn-3-2023".to_owned(),
        article: "Perban BKN 3/2023".to_owned(),
        certainty: Certainty::Secondary,
    }
}

fn none_in_force(national: &National) -> Refusal {
    Refusal::rule(Text::new("ak-none-in-force").with("on", national.on)).cited(law())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, library};
    use Jenjang::{AhliMadya, AhliMuda, AhliPertama, AhliUtama, Terampil};
    use Predikat::{Baik, ButuhPerbaikan, Kurang, SangatBaik, SangatKurang};
    use proptest::prelude::*;

    fn national() -> National {
        library().national(day(2025, 12, 31))
    }

    /// In thousandths.
    fn thousandths(n: i64) -> Amount {
        Amount(n * 10)
    }

    #[test]
    fn t4_conversion() {
        let national = national();
        for (jenjang, predikat, months, want) in [
            (AhliPertama, SangatBaik, 12, 18_750),
            (AhliPertama, Baik, 2, 2_083),
            (AhliMuda, Baik, 7, 14_583),
            (AhliMadya, ButuhPerbaikan, 12, 28_125),
            (Terampil, Kurang, 12, 2_500),
            (AhliUtama, SangatKurang, 12, 12_500),
        ] {
            let got = of_year(jenjang, predikat, months, &national).unwrap();
            assert_eq!(got.value, thousandths(want), "{jenjang:?} {predikat:?} {months}");
            assert_eq!(got.because.from.len(), 2);
            assert_eq!(of_period(jenjang, predikat, months, &national).unwrap().value, got.value);
        }
    }

    #[test]
    fn t4_sums() {
        let national = national();
        let one = |predikat, months| of_period(AhliPertama, predikat, months, &national).unwrap().value;
        let sum = standing(AhliPertama, &[one(SangatBaik, 12), one(Baik, 2)], &national).unwrap().value;
        // Printed with two decimals: 20,83.
        assert_eq!((sum.total.0 + 50) / 100, 2_083);
        let four_years = standing(AhliPertama, &[one(Baik, 12); 4], &national).unwrap().value;
        assert_eq!((four_years.total, four_years.rank_left), (Amount::whole(50), Some(Amount(0))));
        assert_eq!(four_years.level_left, Some(Amount::whole(50)));
        let utama = standing(AhliUtama, &[], &national).unwrap().value;
        assert_eq!((utama.rank, utama.level), (Some(Amount::whole(200)), None));
    }

    #[test]
    fn t4_from_a_structural_post() {
        let got = from_structural(AhliMuda, 3, "III/d", &national()).unwrap();
        assert_eq!(got.value, Amount::whole(175));
        assert!(from_structural(AhliMuda, 3, "III/a", &national()).is_err());
    }

    #[test]
    fn surplus_stays_within_a_jenjang() {
        let (total, needed) = (Amount::whole(56), Amount::whole(50));
        assert_eq!(carried_on(total, needed, false, &national()).value, Amount::whole(6));
        assert_eq!(carried_on(total, needed, true, &national()).value, Amount(0));
    }

    #[test]
    fn months_outside_the_year_and_years_before_the_rule_are_refused() {
        for months in [0, 13] {
            assert!(of_period(AhliMuda, Baik, months, &national()).is_err());
        }
        assert!(of_year(AhliMuda, Baik, 12, &library().national(day(2022, 12, 31))).is_err());
    }

    proptest! {
        #[test]
        fn a_better_predicate_and_more_months_never_give_less(months in 1_u32..12, n in 0_usize..8, p in 0_usize..4) {
            let national = NATIONAL.with(Clone::clone);
            let of = |p: usize, months| of_period(Jenjang::ALL[n], Predikat::ALL[p], months, &national).unwrap().value;
            prop_assert!(of(p, months) < of(p + 1, months));
            prop_assert!(of(p, months) < of(p, months + 1));
        }
    }

    thread_local! {
        static NATIONAL: National = national();
    }
}
