//! What may be decided on a proposal, by whom, and when the employee is asked first.

use super::*;
use crate::{
    ids::ProposalId,
    testing::{day, noon},
};
use uuid::Uuid;

fn proposal(act: Act, programme: Programme) -> Proposal {
    let id = Uuid::from_u128;
    let found = outlook::Proposal {
        rule: "aturan".into(),
        criterion: None,
        act,
        programme,
        text: "Pelatihan.".into(),
        because: Reason::new(Text::new("scheme-follows")),
    };
    let of = Of {
        employee: EmployeeId(id(1)),
        evaluation: EvaluationId(id(2)),
        period: (PeriodId(id(3)), 2026),
        unit: UnitId(id(4)),
        policy: "p@1",
    };
    Proposal::found(ProposalId(id(5)), of, found, noon(day(2027, 1, 20)))
}

fn by(n: u128, accepted: bool, reason: &str) -> Decided {
    let at = noon(day(2027, 2, 1));
    Decided { by: EmployeeId(Uuid::from_u128(n)), at, accepted, reason: reason.into() }
}

const REASON: &str = "Anggaran pelatihan tersedia.";

fn key(outcome: Result<Proposal, Refusal>) -> String {
    match outcome {
        Ok(proposal) => proposal.state().code().to_owned(),
        Err(Refusal::Rule(broken)) => broken.says.key.into_owned(),
        Err(Refusal::Fields(errors)) => errors[0].field.clone(),
        Err(other) => other.to_string(),
    }
}

#[test]
fn a_person_decides_with_a_reason() {
    use Act::{Open, Propose, Require};
    use Programme::{Coaching, Talent, Training};
    for (act, programme, wants, decision, expected) in [
        (Propose, Training, None, by(9, true, REASON), "diterima"),
        (Propose, Training, None, by(9, false, REASON), "ditolak"),
        (Propose, Training, None, by(9, false, "tidak"), "reason"),
        (Propose, Training, None, by(1, true, REASON), "followup-not-on-oneself"),
        (Require, Coaching, None, by(9, false, REASON), "followup-required"),
        (Require, Coaching, None, by(9, true, REASON), "diterima"),
        (Open, Training, None, by(9, true, REASON), "followup-ask-first"),
        (Open, Training, Some(false), by(9, true, REASON), "followup-not-wanted"),
        (Open, Training, Some(false), by(9, false, REASON), "ditolak"),
        (Open, Training, Some(true), by(9, true, REASON), "diterima"),
        (Propose, Talent, None, by(9, true, REASON), "followup-ask-first"),
    ] {
        let mut before = proposal(act, programme);
        if let Some(wants) = wants {
            before = answer(&before, Answer { wants, words: String::new(), at: before.at }).expect("asked");
        }
        assert_eq!(key(decide(&before, decision)), expected, "{act:?} {programme:?} {wants:?}");
    }
}

#[test]
fn what_is_decided_stays() {
    let before = proposal(Act::Propose, Programme::Training);
    assert_eq!(key(answer(&before, Answer { wants: true, words: String::new(), at: before.at })), "followup-not-asked");
    let after = decide(&before, by(9, true, REASON)).expect("decided");
    assert_eq!(key(decide(&after, by(8, false, REASON))), "followup-decided-already");
    let gone = Proposal { withdrawn_at: Some(before.at), ..before };
    assert_eq!((gone.state(), key(decide(&gone, by(9, true, REASON)))), (State::Gugur, "followup-withdrawn".into()));
}

#[test]
fn a_career_is_not_the_raters_to_decide() {
    for (_, programme) in Programme::CODES {
        let career =
            matches!(programme, Programme::Scholarship | Programme::Promotion | Programme::Talent | Programme::Award);
        assert_eq!(action(programme) == Action::FollowupCareer, career, "{programme:?}");
    }
    for state in State::ALL {
        assert_eq!(State::from_code(state.code()), Some(state));
    }
}
