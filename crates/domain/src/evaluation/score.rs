//! The score of PP 30/2019 Ps 41, by which a year was evaluated before the quadrant (2019-2021), and which a scheme may
//! show beside it. It never produces the predicate of PermenPANRB 6/2022.
//!
//! Everything is counted exactly in ten-thousandths and never rounded up: 89,99 has not reached 90.

use super::Predikat;
use crate::{
    amount::Amount,
    decision::{Citation, Decision, Reason, Refusal, Text},
    policy::{National, ScoreRules},
};
use serde::{Deserialize, Serialize};

/// What a score is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// Value of the SKP, 0 to 120.
    pub skp: Amount,
    /// Value of behaviour, 0 to 120.
    pub behaviour: Amount,
    /// Was the opinion of peers and subordinates part of the value of behaviour? It decides the weights.
    pub opinion: bool,
    /// Is there a new idea or way that was of benefit to the office?
    pub idea: bool,
}

/// What follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// The score, cut (not rounded) after two decimals for showing.
    pub value: Amount,
    /// The category.
    pub predikat: Predikat,
    /// Its name at the time: what is *butuh perbaikan* today was *cukup*.
    pub label: String,
}

/// The score of a year and its predicate.
pub fn score(parts: Parts, national: &National) -> Result<Decision<Score>, Refusal> {
    let rules = national.score.as_ref().ok_or_else(|| none_in_force(national))?;
    let max = rules.bands.value.max;
    for (name, value) in [("score-part-skp", parts.skp), ("score-part-behaviour", parts.behaviour)] {
        if value < Amount(0) || value > max {
            let says = Text::new("score-outside").with("part", Text::new(name)).with("value", value).with("max", max);
            return Err(Refusal::rule(says).cited(rules.bands.cite.clone()));
        }
    }
    let weights = rules
        .weights
        .value
        .iter()
        .find(|weights| weights.opinion == parts.opinion)
        .ok_or_else(|| none_in_force(national))?;
    // Percent of ten-thousandths, not yet divided: the band is looked up before anything is cut.
    let whole = parts.skp.0 * i64::from(weights.skp) + parts.behaviour.0 * i64::from(weights.behaviour);
    let band = rules
        .bands
        .value
        .bands
        .iter()
        .find(|band| whole >= band.at_least.0 * 100 && (!band.idea || parts.idea))
        .ok_or_else(|| none_in_force(national))?;
    let value = Amount(whole / 100 / 100 * 100);
    let key = if parts.opinion { "score-weighed-with-opinion" } else { "score-weighed" };
    let weighed = Reason::new(
        Text::new(key)
            .with("skp", parts.skp)
            .with("behaviour", parts.behaviour)
            .with("skp_weight", weights.skp)
            .with("behaviour_weight", weights.behaviour)
            .with("value", value),
    )
    .cited(rules.weights.cite.clone());
    let mut because = Reason::new(
        Text::new("score-follows").with("label", band.label.as_str()).with("value", value).with("from", band.at_least),
    )
    .cited(rules.bands.cite.clone())
    .resting_on([weighed]);
    if let Some(missed) = missed_for_an_idea(whole, parts, rules) {
        because = because.resting_on([missed]);
    }
    Ok(Decision { value: Score { value, predikat: band.predikat, label: band.label.clone() }, because })
}

/// The band the score alone would have reached, had there been a new idea.
fn missed_for_an_idea(whole: i64, parts: Parts, rules: &ScoreRules) -> Option<Reason> {
    let band = rules.bands.value.bands.iter().find(|band| whole >= band.at_least.0 * 100)?;
    let says = Text::new("score-no-idea").with("label", band.label.as_str());
    (band.idea && !parts.idea).then(|| Reason::new(says).cited(rules.bands.cite.clone()))
}

fn none_in_force(national: &National) -> Refusal {
    Refusal::rule(Text::new("score-none-in-force").with("on", national.on)).cited(Citation {
        policy: "pp-30-2019".to_owned(),
        article: "Ps 41".to_owned(),
        certainty: crate::decision::Certainty::Text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, library};
    use proptest::prelude::*;

    fn of(skp: i64, behaviour: i64, opinion: bool, idea: bool) -> Decision<Score> {
        let parts = Parts { skp: Amount(skp * 100), behaviour: Amount(behaviour * 100), opinion, idea };
        score(parts, &library().national(day(2020, 12, 31))).unwrap()
    }

    /// SKP and behaviour in hundredths; score with weights 70/30 and 60/40.
    #[test]
    fn t2_scores_and_bands() {
        use Predikat::{Baik, ButuhPerbaikan, Kurang, SangatBaik, SangatKurang};
        for (skp, behaviour, idea, at_70, at_60, want) in [
            (10_500, 9_500, true, 10_200, 10_100, Baik),
            (10_500, 9_500, false, 10_200, 10_100, Baik),
            (12_000, 11_000, true, 11_700, 11_600, SangatBaik),
            (12_000, 11_000, false, 11_700, 11_600, Baik),
            (9_000, 9_000, false, 9_000, 9_000, Baik),
            (8_990, 8_990, false, 8_990, 8_990, ButuhPerbaikan),
            (7_000, 7_000, false, 7_000, 7_000, ButuhPerbaikan),
            (5_000, 5_000, false, 5_000, 5_000, Kurang),
            (4_999, 4_999, false, 4_999, 4_999, SangatKurang),
        ] {
            for (opinion, value) in [(false, at_70), (true, at_60)] {
                let got = of(skp, behaviour, opinion, idea);
                assert_eq!((got.value.value, got.value.predikat), (Amount(value * 100), want), "{skp} {behaviour}");
            }
        }
        assert_eq!(of(8_990, 8_990, false, false).value.label, "Cukup");
    }

    #[test]
    fn nothing_is_rounded_up_and_a_missed_idea_is_said() {
        // 0,7 × 89,99 + 0,3 × 90,00 = 89,993: shown as 89,99 and not yet Baik.
        let nearly = of(8_999, 9_000, false, false);
        assert_eq!((nearly.value.value, nearly.value.predikat), (Amount(899_900), Predikat::ButuhPerbaikan));
        let keys = |d: &Decision<Score>| d.because.from.iter().map(|r| r.says.key.clone()).collect::<Vec<_>>();
        assert_eq!(keys(&of(12_000, 11_000, false, false)), ["score-weighed", "score-no-idea"]);
        assert_eq!(keys(&of(12_000, 11_000, true, true)), ["score-weighed-with-opinion"]);
    }

    #[test]
    fn values_outside_the_scale_and_years_without_the_rule_are_refused() {
        let parts = Parts { skp: Amount::whole(121), behaviour: Amount::whole(90), opinion: false, idea: false };
        let Refusal::Rule(broken) = score(parts, &library().national(day(2020, 12, 31))).unwrap_err() else { panic!() };
        assert_eq!((broken.says.key.as_ref(), broken.cite.unwrap().article.as_str()), ("score-outside", "Ps 41(5)"));
        let parts = Parts { skp: Amount::whole(100), ..parts };
        assert!(score(parts, &library().national(day(2018, 12, 31))).is_err());
    }

    proptest! {
        #[test]
        fn every_score_has_a_predicate_and_a_reason(
            skp in 0_i64..=1_200_000, behaviour in 0_i64..=1_200_000, opinion: bool, idea: bool
        ) {
            let parts = Parts { skp: Amount(skp), behaviour: Amount(behaviour), opinion, idea };
            let national = LIBRARY.with(Clone::clone);
            let got = score(parts, &national).unwrap();
            prop_assert!(got.because.cite.is_some() && !got.because.from.is_empty());
            let without = score(Parts { idea: false, ..parts }, &national).unwrap();
            prop_assert!(without.value.predikat <= got.value.predikat);
        }
    }

    thread_local! {
        static LIBRARY: National = library().national(day(2020, 12, 31));
    }
}
