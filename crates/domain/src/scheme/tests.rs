//! Rules of schemes, in tables and properties. The worked cases beside the data say the rest.

use super::{
    Inputs, Role, Scheme, SchemeResult, Sheet,
    combine::{Form, Measure, Rounding, WhenUnknown},
    disagreement::differences,
    explain::explain,
    follow::{Year, follow_ups},
    rater::{Ties, WhenFew, may_rate, may_see, waits_for},
    sheet::Mark,
    simulate::{Saved, simulate},
    workflow,
};
use crate::{
    amount::Amount,
    decision::{Arg, Decision, Reason, Refusal},
    evaluation::Predikat,
    testing::{day, id, library},
};
use proptest::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

const SCHEMES: [&str; 5] = ["bengkulu", "cipocokjaya", "plaju", "surakarta", "wanggar"];

static ALL: LazyLock<Vec<Scheme>> = LazyLock::new(|| SCHEMES.map(scheme).to_vec());

fn scheme(name: &str) -> Scheme {
    library().in_force(name, day(2026, 12, 31)).unwrap().appraisal
}

fn sheet(n: u128, role: Role, levels: &[(&str, u8)]) -> Sheet {
    let mark = |(criterion, level): &(&str, u8)| Mark {
        criterion: (*criterion).to_owned(),
        level: Some(*level),
        reason: String::new(),
    };
    Sheet { rater: id(n), role, marks: levels.iter().map(mark).collect() }
}

fn result(scheme: &Scheme, sheets: &[Sheet], measures: &[(&str, i64)]) -> Result<Decision<SchemeResult>, Refusal> {
    let measures = measures.iter().map(|(code, n)| ((*code).to_owned(), Amount::whole(*n))).collect();
    super::combine(scheme, &Inputs { sheets, measures: &measures, required: &BTreeMap::new(), predikat: None })
}

/// Every node of a tree.
fn nodes(reason: &Reason) -> Vec<&Reason> {
    std::iter::once(reason).chain(reason.from.iter().flat_map(nodes)).collect()
}

fn said(reason: &Reason, name: &str) -> Option<String> {
    reason.says.args.iter().find(|(n, _)| n == name).and_then(|(_, arg)| match arg {
        Arg::Str(s) => Some(s.clone()),
        Arg::Text(text) => Some(text.key.to_string()),
        _ => None,
    })
}

#[test]
fn two_peers_cannot_be_unmasked() {
    let plaju = scheme("plaju");
    let codes: Vec<&str> = plaju.criteria().iter().map(|c| c.code.as_str()).collect();
    let all = |level: u8| codes.iter().map(|code| (*code, level)).collect::<Vec<_>>();
    let with = |peers: &[u8]| {
        let mut sheets = vec![sheet(1, Role::Penilai, &all(3))];
        sheets.extend(peers.iter().zip(2..).map(|(level, n)| sheet(n, Role::Rekan, &all(*level))));
        result(&plaju, &sheets, &[]).unwrap()
    };
    // What two say leaves no trace at all: not in the score, not in the reasons.
    assert_eq!(with(&[1, 1]), with(&[5, 4]));
    assert!(with(&[1, 1]).value.criteria.iter().all(|c| c.roles.iter().all(|r| r.role != Role::Rekan)));
    // Three may be read together, and only together.
    assert_eq!(with(&[1, 2, 3]), with(&[3, 1, 2]));
    assert_eq!(with(&[1, 2, 3]), with(&[2, 2, 2]));
    assert_ne!(with(&[1, 2, 3]), with(&[1, 1, 1]));
}

#[test]
fn nobody_rates_against_the_rules() {
    let plaju = scheme("plaju");
    let cipocokjaya = scheme("cipocokjaya");
    let peer = Ties { months: 6, ..Ties::default() };
    let boss = Ties { superior: true, months: 6, trained: true, ..Ties::default() };
    let own = Ties { oneself: true, ..Ties::default() };
    for (scheme, role, ties, want) in [
        (&plaju, Role::Rekan, peer, None),
        (&plaju, Role::Diri, own, None),
        (&plaju, Role::Penilai, boss, None),
        (&plaju, Role::Rekan, Ties { months: 2, ..peer }, Some("scheme-rater-months")),
        (&plaju, Role::Rekan, Ties { family: true, ..peer }, Some("scheme-rater-family")),
        (&plaju, Role::Penilai, Ties { family: true, ..boss }, Some("scheme-rater-family")),
        (&plaju, Role::Rekan, Ties { superior: true, ..peer }, Some("scheme-rater-not-a-peer")),
        (&plaju, Role::Rekan, Ties { subordinate: true, ..peer }, Some("scheme-rater-not-a-peer")),
        (&plaju, Role::Rekan, Ties { oneself: true, ..peer }, Some("scheme-rater-oneself")),
        (&plaju, Role::Diri, peer, Some("scheme-rater-oneself")),
        (&plaju, Role::Penilai, peer, Some("scheme-rater-not-leading")),
        (&plaju, Role::Bawahan, peer, Some("scheme-rater-no-such-role")),
        (&cipocokjaya, Role::Penilai, boss, None),
        (&cipocokjaya, Role::Penilai, Ties { trained: false, ..boss }, Some("scheme-rater-untrained")),
    ] {
        let got = may_rate(scheme, role, ties).err().map(|refusal| match refusal {
            Refusal::Rule(broken) => {
                assert!(broken.cite.is_some() && broken.next.is_some());
                broken.says.key.to_string()
            }
            other => panic!("{other}"),
        });
        assert_eq!(got.as_deref(), want, "{} {role:?} {ties:?}", scheme.code);
    }
}

#[test]
fn turns_and_sight() {
    let (plaju, surakarta) = (scheme("plaju"), scheme("surakarta"));
    assert_eq!(waits_for(&plaju, Role::Penilai, &[]), [Role::Diri, Role::Rekan]);
    assert_eq!(waits_for(&plaju, Role::Penilai, &[Role::Diri]), [Role::Rekan]);
    assert_eq!(waits_for(&plaju, Role::Rekan, &[]), []);
    assert_eq!(waits_for(&surakarta, Role::Penilai, &[Role::Diri]), []);
    // Plaju rates blind, Surakarta reads the self-assessment first.
    assert!(!may_see(&plaju, Role::Penilai, Role::Diri) && may_see(&surakarta, Role::Penilai, Role::Diri));
    assert!(!may_see(&surakarta, Role::Diri, Role::Penilai));
}

#[test]
fn a_person_has_one_sheet() {
    let surakarta = scheme("surakarta");
    let sheets = [sheet(1, Role::Diri, &[("target", 3)]), sheet(1, Role::Penilai, &[("target", 3)])];
    assert!(matches!(result(&surakarta, &sheets, &[]), Err(Refusal::Rule(b)) if b.says.key == "scheme-sheet-twice"));
    let nasional = scheme("nasional");
    assert!(matches!(result(&nasional, &[], &[]), Err(Refusal::Rule(b)) if b.says.key == "scheme-no-result"));
}

#[test]
fn what_happens_to_a_missing_share_is_said() {
    let mut plaju = scheme("plaju");
    let rekan = |scheme: &mut Scheme, few| {
        scheme.raters.as_mut().unwrap().value.iter_mut().find(|r| r.role == Role::Rekan).unwrap().few = few;
    };
    rekan(&mut plaju, WhenFew::Stop);
    let own = plaju.clone();
    let levels: Vec<(&str, u8)> = own.criteria().iter().map(|c| (c.code.as_str(), 4)).collect();
    let sheets = [sheet(1, Role::Penilai, &levels)];
    assert!(result(&plaju, &sheets, &[]).is_err());
    rekan(&mut plaju, WhenFew::Spread);
    let spread = result(&plaju, &sheets, &[]).unwrap();
    let told = nodes(&spread.because);
    assert!(told.iter().any(|r| said(r, "then").as_deref() == Some("scheme-few-spread")));
}

#[test]
fn reminders_and_escalation_count_working_days() {
    let wanggar = scheme("wanggar");
    let holidays = library().holidays();
    let steps = workflow::dates(&wanggar.workflow.as_ref().unwrap().value, day(2026, 6, 30), &holidays);
    let rate = steps.iter().find(|s| s.code == "menilai").unwrap();
    // Tuesday 30 June: five working days to Tuesday 7 July; ten more, without Thursday 16 July only if it is a holiday.
    assert_eq!(steps[0].due, day(2026, 7, 7));
    assert_eq!((rate.opens, rate.due), (day(2026, 7, 7), day(2026, 7, 21)));
    assert_eq!(rate.reminders, [day(2026, 7, 16), day(2026, 7, 20)]);
    assert_eq!(rate.escalates, Some(day(2026, 7, 23)));
}

#[test]
fn a_draft_shows_who_moves_and_why() {
    let old = scheme("wanggar");
    let mut draft = old.clone();
    for (dimension, weight) in draft.dimensions.as_mut().unwrap().value.iter_mut().zip([40, 20, 40]) {
        dimension.weight = Some(weight);
    }
    let person = |n: u128, service: u8, discipline: u8, innovation: u8, rated: bool| {
        let marks = [
            ("ketepatan", service),
            ("sikap_layanan", service),
            ("tenggat", discipline),
            ("perbaikan", innovation),
            ("belajar", innovation),
        ];
        let sheets = if rated { vec![sheet(n + 100, Role::Penilai, &marks)] } else { Vec::new() };
        let result = result(&old, &sheets, &[]).ok().map(|decision| decision.value);
        Saved {
            employee: id(n),
            sheets,
            measures: BTreeMap::new(),
            required: BTreeMap::new(),
            predikat: Some(Predikat::Baik),
            result,
        }
    };
    // 2,00 + 1,00 + 0,75 = 3,75 to 1,60 + 0,80 + 1,20 = 3,60: the score alone.
    // 2,00 + 1,00 + 0,50 = 3,50 to 1,60 + 0,80 + 0,80 = 3,20: from above to as expected.
    let people =
        [person(1, 4, 4, 3, true), person(2, 4, 4, 2, true), person(3, 3, 3, 3, true), person(4, 3, 3, 3, false)];
    let simulation = simulate(&old, &draft, &people);
    let moves: Vec<_> = simulation.moves.iter().map(|m| (m.employee, m.class, m.after.score.unwrap())).collect();
    assert_eq!(moves, [(id(2), true, 320), (id(1), false, 360)]);
    assert_eq!(simulation.same, 1);
    assert_eq!(simulation.refused.len(), 1);
    let counted = |all: &[(String, u32)]| all.iter().map(|(_, n)| *n).collect::<Vec<_>>();
    assert_eq!((counted(&simulation.before), counted(&simulation.after)), (vec![0, 0, 1, 2, 0], vec![0, 0, 2, 1, 0]));
    let why: Vec<_> = simulation.moves[0].because.from.iter().map(|r| r.says.key.to_string()).collect();
    assert_eq!(why, ["scheme-move-weight", "scheme-move-weight", "scheme-move-weight", "scheme-result"]);
    assert!(simulation.moves.iter().all(|m| m.after.predikat == Some(Predikat::Baik)), "the law's predikat stands");
    assert_eq!(simulate(&old, &old, &people).moves, []);
}

#[test]
fn the_page_says_every_criterion_rater_and_follow_up() {
    for name in SCHEMES.into_iter().chain(["nasional"]) {
        let policy = library().in_force(name, day(2026, 12, 31)).unwrap();
        let sections = explain(&policy);
        let lines: Vec<_> = sections.iter().flat_map(|section| &section.lines).collect();
        let told = |key: &str, value: &str| {
            let is = |arg: &Arg| matches!(arg, Arg::Str(s) if s == value);
            lines.iter().any(|line| line.says.args.iter().any(|(n, arg)| n == key && is(arg)))
        };
        for criterion in policy.appraisal.criteria() {
            assert!(told("criterion", &criterion.name), "{name} {}", criterion.code);
            assert!(criterion.anchors.iter().all(|anchor| told("text", anchor)), "{name} {}", criterion.code);
        }
        for follow in policy.appraisal.follow_ups.iter().flat_map(|rule| &rule.value) {
            assert!(told("text", &follow.text), "{name} {}", follow.code);
        }
        assert!(lines.iter().filter(|line| line.depth == 0).filter(|line| line.cite.is_none()).count() <= 2);
        assert_eq!(policy.appraisal.criteria().is_empty(), name == "nasional");
    }
}

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
        super::combine(&self.scheme, &inputs)
    }
}

fn scheme_bands() -> Vec<super::combine::Band> {
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
        let unknown = |p: &super::follow::Proposal| p.because.from.iter().any(|r| r.says.key.ends_with("-unknown"));
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
