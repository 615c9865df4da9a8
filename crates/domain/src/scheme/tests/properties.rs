//! Properties of schemes: whatever was said and measured.

use super::super::{
    Inputs, Role, Scheme, SchemeResult, Sheet,
    combine::{Form, Measure, Rounding, WhenUnknown},
    disagreement::differences,
    follow_ups,
    outlook::Year,
    rater::WhenFew,
    sheet::Mark,
};
use super::{SCHEMES, nodes, said, scheme, sheet};
use crate::{
    amount::Amount,
    decision::{Decision, Refusal},
    evaluation::Predikat,
    testing::id,
};
use proptest::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

static ALL: LazyLock<Vec<Scheme>> = LazyLock::new(|| SCHEMES.map(scheme).to_vec());

/// Numbers from which sheets, amounts and changed rules are made for any of the schemes.
#[derive(Clone, Debug)]
struct Made {
    scheme: usize,
    people: Vec<(u8, Vec<u8>)>,
    amounts: Vec<u8>,
    required: Vec<u8>,
    predikat: u8,
    rules: (u8, bool, bool, bool, u8),
}

fn made() -> impl Strategy<Value = Made> {
    let levels = || proptest::collection::vec(0_u8..8, 11);
    (
        0_usize..5,
        proptest::collection::vec((0_u8..8, levels()), 0..7),
        levels(),
        levels(),
        0_u8..6,
        (0_u8..4, any::<bool>(), any::<bool>(), any::<bool>(), 0_u8..3),
    )
        .prop_map(|(scheme, people, amounts, required, predikat, rules)| Made {
            scheme,
            people,
            amounts,
            required,
            predikat,
            rules,
        })
}

struct Built {
    scheme: Scheme,
    sheets: Vec<Sheet>,
    measures: BTreeMap<String, Amount>,
    required: BTreeMap<String, u8>,
    predikat: Option<Predikat>,
}

impl Built {
    fn new(made: &Made) -> Self {
        let mut scheme = ALL[made.scheme].clone();
        let (form, fulfilment, down, stop, few) = made.rules;
        let rule = &mut scheme.combine.as_mut().unwrap().value;
        rule.form = match form {
            0 => Form::Average,
            1 => Form::Bands,
            _ => rule.form,
        };
        if fulfilment {
            rule.measure = Measure::Fulfilment;
        }
        if down {
            rule.rounding = Rounding::Down;
        }
        rule.unknown = if stop { WhenUnknown::Stop } else { WhenUnknown::LeaveOut };
        if rule.bands.is_empty() {
            rule.bands = scheme_bands();
        }
        for rater in &mut scheme.raters.as_mut().unwrap().value {
            rater.max = None;
            rater.few = [WhenFew::Stop, WhenFew::Spread, WhenFew::ToPenilai][usize::from(few)];
        }
        let roles: Vec<_> = scheme.raters().to_vec();
        let sheets = made.people.iter().zip(1_u128..).map(|((role, levels), n)| {
            let rule = &roles[usize::from(*role) % roles.len()];
            let people = scheme.criteria().iter().filter(|c| c.reads.by_people() && rule.rates(&c.dimension));
            let marks = people.zip(levels).map(|(criterion, level)| Mark {
                criterion: criterion.code.clone(),
                // Sixes and sevens: the rater cannot say.
                level: (1..=scheme.levels()).contains(level).then_some(*level),
                reason: String::new(),
                evidence: Vec::new(),
            });
            Sheet { rater: id(n), role: rule.role, marks: marks.collect() }
        });
        let sheets = sheets.collect();
        let codes = || scheme.criteria().iter().map(|c| c.code.clone());
        let known = |all: &[u8]| codes().zip(all.to_vec()).filter(|(_, n)| (1..=5).contains(n)).collect::<Vec<_>>();
        let amount = |(code, n): (String, u8)| (code, Amount::whole(i64::from(n) * 20));
        Self {
            sheets,
            measures: known(&made.amounts).into_iter().map(amount).collect(),
            required: known(&made.required).into_iter().collect(),
            predikat: Predikat::ALL.get(usize::from(made.predikat)).copied(),
            scheme,
        }
    }

    fn combine(&self, sheets: &[Sheet]) -> Result<Decision<SchemeResult>, Refusal> {
        let inputs = Inputs { sheets, measures: &self.measures, required: &self.required, predikat: self.predikat };
        crate::scheme::combine(&self.scheme, &inputs)
    }
}

fn scheme_bands() -> Vec<crate::scheme::combine::Band> {
    ALL[4].combine.as_ref().unwrap().value.bands.clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever was said and measured: a result explains every dimension and criterion and who was heard, lies between
    /// its worst and best criterion, and does not depend on the order of the raters.
    #[test]
    fn a_result_has_its_reasons_and_stays_in_range(made in made(), turn in 0_usize..7) {
        let built = Built::new(&made);
        let mut turned = built.sheets.clone();
        turned.rotate_left(turn % built.sheets.len().max(1));
        let got = built.combine(&built.sheets);
        prop_assert_eq!(&got, &built.combine(&turned));
        turned.reverse();
        prop_assert_eq!(&got, &built.combine(&turned));
        let decision = match got {
            Ok(decision) => decision,
            Err(Refusal::Rule(broken)) => {
                prop_assert!(broken.cite.is_some() && broken.next.is_some(), "{:?}", broken);
                return Ok(());
            }
            Err(other) => panic!("{other}"),
        };
        let tree = nodes(&decision.because);
        let told: BTreeSet<String> = tree.iter().filter_map(|r| said(r, "criterion")).collect();
        let names: BTreeSet<String> = built.scheme.criteria().iter().map(|c| c.name.clone()).collect();
        prop_assert_eq!(told, names);
        let dimensions: Vec<String> = tree.iter().filter_map(|r| said(r, "dimension")).collect();
        prop_assert_eq!(dimensions, built.scheme.dimensions().iter().map(|d| d.name.clone()).collect::<Vec<_>>());
        prop_assert!(tree.iter().all(|r| r.cite.is_some()), "every step names its rule");
        for (criterion, scored) in built.scheme.criteria().iter().zip(&decision.value.criteria) {
            let node = tree.iter().find(|r| said(r, "criterion").as_deref() == Some(&criterion.name)).unwrap();
            let raters = built.scheme.raters().iter().filter(|r| r.rates(&criterion.dimension)).count();
            prop_assert_eq!(node.from.len(), if criterion.reads.by_people() { raters } else { 1 });
            let top = i64::from(built.scheme.levels()) * 100;
            prop_assert!(scored.level.is_none_or(|level| (100..=top).contains(&level)), "{scored:?}");
            let most = if built.scheme.combine.as_ref().unwrap().value.measure == Measure::Level { top } else { 10_000 };
            prop_assert!(scored.score.is_none_or(|score| (1..=most).contains(&score)), "{scored:?}");
        }
        let known: Vec<i64> = decision.value.criteria.iter().filter_map(|c| c.score).collect();
        if let Some(score) = decision.value.score {
            prop_assert!(known.iter().min() <= Some(&score) && Some(&score) <= known.iter().max());
            prop_assert!(decision.value.band.is_some());
        } else {
            prop_assert_eq!(decision.value.form, Form::Kuadran);
        }
        prop_assert_eq!(decision.value.predikat, built.predikat);
    }

    /// What nobody knows is never worth less than something poor: leaving a level open does not lower a plain mean below
    /// what the lowest level would.
    #[test]
    fn unknown_is_not_zero(mut made in made(), which in 0_usize..11) {
        // On levels only: the lowest level of a competence may be all that a post asks for.
        made.rules.1 = false;
        let built = Built::new(&made);
        let level = |value: Option<u8>| {
            let mut sheets = built.sheets.clone();
            let codes: Vec<String> = built.scheme.criteria().iter().map(|c| c.code.clone()).collect();
            let code = &codes[which % codes.len()];
            for mark in sheets.iter_mut().flat_map(|s| &mut s.marks).filter(|m| m.criterion == *code) {
                mark.level = value;
            }
            built.combine(&sheets).ok().and_then(|decision| decision.value.score)
        };
        let measure = built.scheme.combine.as_ref().unwrap().value.measure;
        if let (Measure::Level, Some(open), Some(lowest)) = (measure, level(None), level(Some(1))) {
            prop_assert!(open >= lowest, "{open} {lowest}");
        }
    }

    /// The order of the years does not matter, a proposal is never also unknown, and each says every condition.
    #[test]
    fn proposals_carry_their_reasons(scores in proptest::collection::vec((2020_i32..2027, 100_i64..=500, 100_i64..=500), 0..5), which in 0_usize..5) {
        let scheme = &ALL[which];
        let mut years: BTreeMap<i32, Year> = BTreeMap::new();
        for (year, score, average) in scores {
            let rule = &scheme.combine.as_ref().unwrap().value;
            let result = SchemeResult {
                form: rule.form,
                predikat: Some(Predikat::Baik),
                score: Some(score),
                band: rule.band(score).map(|band| band.code.clone()),
                dimensions: vec![],
                criteria: vec![],
            };
            years.insert(year, Year { year, predikat: Some(Predikat::Baik), result: Some(result), average: Some(average) });
        }
        let mut history: Vec<Year> = years.into_values().collect();
        let outlook = follow_ups(scheme, &history);
        history.reverse();
        prop_assert_eq!(&outlook, &follow_ups(scheme, &history));
        for proposal in outlook.proposals.iter().chain(&outlook.unknown) {
            let rule = scheme.follow_ups.as_ref().unwrap().value.iter().find(|r| r.code == proposal.rule).unwrap();
            let steps = rule.when.len() * rule.years as usize + usize::from(rule.trend.is_some());
            prop_assert_eq!(proposal.because.from.len(), steps);
            prop_assert_eq!(&proposal.because.cite.as_ref().unwrap().article, &rule.article);
        }
        let unknown = |p: &crate::scheme::outlook::Proposal| p.because.from.iter().any(|r| r.says.key.ends_with("-unknown"));
        prop_assert!(!outlook.proposals.iter().any(unknown) && outlook.unknown.iter().all(unknown));
    }

    /// Differences are found alike from either side.
    #[test]
    fn views_differ_both_ways(own in 1_u8..=5, theirs in 1_u8..=5) {
        let plaju = &ALL[2];
        let sheets = |a, b| [sheet(1, Role::Diri, &[("komunikasi", a)]), sheet(2, Role::Penilai, &[("komunikasi", b)])];
        let found = differences(plaju, &sheets(own, theirs)).len();
        prop_assert_eq!(found, usize::from(own.abs_diff(theirs) >= 2));
        prop_assert_eq!(found, differences(plaju, &sheets(theirs, own)).len());
    }
}
