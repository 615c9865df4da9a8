//! Rules of schemes, in tables and properties. The worked cases beside the data say the rest.

mod naming;
mod properties;
mod voices;

use super::{
    Inputs, Role, Scheme, SchemeResult, Sheet,
    explain::explain,
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
use std::collections::BTreeMap;

pub(super) const SCHEMES: [&str; 5] = ["bengkulu", "cipocokjaya", "plaju", "surakarta", "wanggar"];

pub(super) fn scheme(name: &str) -> Scheme {
    library().in_force(name, day(2026, 12, 31)).unwrap().appraisal
}

pub(super) fn sheet(n: u128, role: Role, levels: &[(&str, u8)]) -> Sheet {
    let mark = |(criterion, level): &(&str, u8)| Mark {
        criterion: (*criterion).to_owned(),
        level: Some(*level),
        reason: String::new(),
        evidence: Vec::new(),
    };
    Sheet { rater: id(n), role, marks: levels.iter().map(mark).collect() }
}

fn result(scheme: &Scheme, sheets: &[Sheet], measures: &[(&str, i64)]) -> Result<Decision<SchemeResult>, Refusal> {
    let measures = measures.iter().map(|(code, n)| ((*code).to_owned(), Amount::whole(*n))).collect();
    super::combine(scheme, &Inputs { sheets, measures: &measures, required: &BTreeMap::new(), predikat: None })
}

/// Every node of a tree.
pub(super) fn nodes(reason: &Reason) -> Vec<&Reason> {
    std::iter::once(reason).chain(reason.from.iter().flat_map(nodes)).collect()
}

pub(super) fn said(reason: &Reason, name: &str) -> Option<String> {
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
    let holidays = library().holidays().clone();
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
