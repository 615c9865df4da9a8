//! Who moves a plan when: states computed from milestones, the steps between them, and their conditions
//! (PermenPANRB 6/2022 Ps 14, Bab II.C; the text names no states, these are read from it: regulations 1.7-1.13).
//!
//! Not here: who may press the button ([`crate::permissions`]; who sets when: [`super::setting`]) and what must be
//! written ([`super::content`]).

pub use super::setting::{Setter, due, setter};
use super::{Content, Milestones, Note, Skp, Version, content};
use crate::{
    decision::{FieldError, Refusal, Text},
    ids::EmployeeId,
    policy::permenpanrb,
};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Where a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Being written.
    Draf,
    /// Signed by the employee, waits for the rater.
    Ditandatangani,
    /// Returned with notes.
    Dikembalikan,
    /// In force.
    Ditetapkan,
    /// A version is in force and a new one is being talked over.
    Klarifikasi,
    /// Another plan took its place.
    Digantikan,
    /// The annual evaluation is done.
    Dievaluasi,
}

impl State {
    /// Every state, in the order of the document's life.
    pub const ALL: [Self; 7] = [
        Self::Draf,
        Self::Ditandatangani,
        Self::Dikembalikan,
        Self::Ditetapkan,
        Self::Klarifikasi,
        Self::Digantikan,
        Self::Dievaluasi,
    ];

    /// Code in pages, journal and exports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draf => "draf",
            Self::Ditandatangani => "ditandatangani",
            Self::Dikembalikan => "dikembalikan",
            Self::Ditetapkan => "ditetapkan",
            Self::Klarifikasi => "klarifikasi",
            Self::Digantikan => "digantikan",
            Self::Dievaluasi => "dievaluasi",
        }
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Draf => "plan-state-draf",
            Self::Ditandatangani => "plan-state-ditandatangani",
            Self::Dikembalikan => "plan-state-dikembalikan",
            Self::Ditetapkan => "plan-state-ditetapkan",
            Self::Klarifikasi => "plan-state-klarifikasi",
            Self::Digantikan => "plan-state-digantikan",
            Self::Dievaluasi => "plan-state-dievaluasi",
        })
    }
}

/// What is done to a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Change the working text.
    Edit,
    /// The employee signs.
    Sign,
    /// The rater returns it with notes.
    Return,
    /// The rater, or the superior after the deadline, sets it.
    Set,
    /// A plan in force is opened for clarification (Ps 14(2)).
    Reopen,
    /// Another plan takes its place (Bab II.C.6-7).
    Replace,
    /// The annual evaluation is done.
    Evaluate,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 7] =
        [Self::Edit, Self::Sign, Self::Return, Self::Set, Self::Reopen, Self::Replace, Self::Evaluate];

    /// Code in tables and tests.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Sign => "sign",
            Self::Return => "return",
            Self::Set => "set",
            Self::Reopen => "reopen",
            Self::Replace => "replace",
            Self::Evaluate => "evaluate",
        }
    }

    /// Its name for people, as a verb.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Edit => "plan-step-edit",
            Self::Sign => "plan-step-sign",
            Self::Return => "plan-step-return",
            Self::Set => "plan-step-set",
            Self::Reopen => "plan-step-reopen",
            Self::Replace => "plan-step-replace",
            Self::Evaluate => "plan-step-evaluate",
        })
    }
}

/// The state these milestones mean: the last gate passed, unless the document has come to its end.
pub fn state(m: &Milestones) -> State {
    if m.replaced_at.is_some() {
        return State::Digantikan;
    }
    if m.evaluated_at.is_some() {
        return State::Dievaluasi;
    }
    // At one and the same instant the later gate counts; the transitions below never produce one.
    [
        (m.reopened_at, State::Klarifikasi),
        (m.signed_at, State::Ditandatangani),
        (m.returned_at, State::Dikembalikan),
        (m.set_at, State::Ditetapkan),
    ]
    .into_iter()
    .filter_map(|(at, state)| at.map(|at| (at, state)))
    .max_by_key(|(at, _)| *at)
    .map_or(State::Draf, |(_, state)| state)
}

/// Where a step leads, if the state allows it. `Evaluate` further needs a version in force ([`check`]).
pub const fn next(from: State, step: Step) -> Option<State> {
    use State::{Dievaluasi, Digantikan, Dikembalikan, Ditandatangani, Ditetapkan, Draf, Klarifikasi};
    match (from, step) {
        (Draf | Dikembalikan | Klarifikasi, Step::Edit) => Some(from),
        (Draf | Dikembalikan | Klarifikasi, Step::Sign) => Some(Ditandatangani),
        (Ditandatangani, Step::Return) => Some(Dikembalikan),
        (Ditandatangani, Step::Set) => Some(Ditetapkan),
        (Ditetapkan, Step::Reopen) => Some(Klarifikasi),
        (Draf | Ditandatangani | Dikembalikan | Ditetapkan | Klarifikasi, Step::Replace) => Some(Digantikan),
        (Ditandatangani | Dikembalikan | Ditetapkan | Klarifikasi, Step::Evaluate) => Some(Dievaluasi),
        _ => None,
    }
}

/// May this step be taken now? A refusal names the state and what could be done instead.
pub fn check(skp: &Skp, step: Step) -> Result<(), Refusal> {
    let now = state(&skp.milestones);
    if next(now, step).is_none() {
        let says = Text::new("plan-step-not-now").with("step", step.label()).with("state", now.label());
        let refusal = Refusal::rule(says).cited(permenpanrb("Ps 14; Bab II.C"));
        return Err(match instead(now) {
            Some(text) => refusal.next(text),
            None => refusal,
        });
    }
    if step == Step::Evaluate && skp.version == 0 {
        return Err(Refusal::rule(Text::new("plan-evaluate-needs-version"))
            .cited(permenpanrb("Ps 14(3)"))
            .next(Text::new("plan-evaluate-needs-version-next")));
    }
    Ok(())
}

/// What can be done in a state, for somebody who tried something else.
const fn instead(now: State) -> Option<Text> {
    Some(Text::new(match now {
        State::Draf => "plan-now-sign",
        State::Ditandatangani => "plan-now-wait",
        State::Dikembalikan => "plan-now-mend",
        State::Ditetapkan => "plan-now-reopen",
        State::Klarifikasi => "plan-now-agree",
        State::Digantikan => "plan-now-other-plan",
        State::Dievaluasi => return None,
    }))
}

/// A moment that is surely after every gate passed so far, even if a clock stepped back.
fn after(m: &Milestones, at: DateTime<Utc>) -> DateTime<Utc> {
    let last = [m.signed_at, m.returned_at, m.set_at, m.reopened_at].into_iter().flatten().max();
    last.map_or(at, |last| at.max(last + TimeDelta::milliseconds(1)))
}

/// The employee signs a complete plan.
pub fn sign(mut skp: Skp, at: DateTime<Utc>) -> Result<Skp, Refusal> {
    check(&skp, Step::Sign)?;
    let errors = content::complete(&skp);
    if !errors.is_empty() {
        return Err(Refusal::Fields(errors));
    }
    skp.milestones.signed_at = Some(after(&skp.milestones, at));
    Ok(skp)
}

/// The rater returns it; at least one open note says what to change.
pub fn give_back(mut skp: Skp, open_notes: &[Note], at: DateTime<Utc>) -> Result<Skp, Refusal> {
    check(&skp, Step::Return)?;
    if !open_notes.iter().any(|note| note.skp == skp.id && note.resolved_at.is_none()) {
        return Err(Refusal::rule(Text::new("plan-return-needs-note")).next(Text::new("plan-return-needs-note-next")));
    }
    skp.milestones.returned_at = Some(after(&skp.milestones, at));
    Ok(skp)
}

/// The plan is set: its text is frozen as the next version. From the second version on a reason is needed.
pub fn set(mut skp: Skp, by: EmployeeId, at: DateTime<Utc>, reason: &str) -> Result<(Skp, Version), Refusal> {
    check(&skp, Step::Set)?;
    let reason = reason.trim();
    if skp.version > 0 && reason.is_empty() {
        return Err(Refusal::Fields(vec![FieldError::new("reason", Text::new("plan-set-needs-reason"))]));
    }
    let at = after(&skp.milestones, at);
    skp.version += 1;
    skp.milestones.set_at = Some(at);
    let frozen: Content = skp.content.clone();
    let version = Version { number: skp.version, content: frozen, set_at: at, set_by: by, reason: reason.to_owned() };
    Ok((skp, version))
}

/// A plan in force is opened again; the version in force stays in force until the next is set.
pub fn reopen(mut skp: Skp, at: DateTime<Utc>) -> Result<Skp, Refusal> {
    check(&skp, Step::Reopen)?;
    skp.milestones.reopened_at = Some(after(&skp.milestones, at));
    Ok(skp)
}

/// Another plan takes its place.
pub fn replace(mut skp: Skp, at: DateTime<Utc>) -> Result<Skp, Refusal> {
    check(&skp, Step::Replace)?;
    skp.milestones.replaced_at = Some(after(&skp.milestones, at));
    Ok(skp)
}

/// The annual evaluation is done; the plan is closed.
pub fn evaluate(mut skp: Skp, at: DateTime<Utc>) -> Result<Skp, Refusal> {
    check(&skp, Step::Evaluate)?;
    skp.milestones.evaluated_at = Some(after(&skp.milestones, at));
    Ok(skp)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ids::NoteId,
        plan::Line,
        testing::{day, id, noon, plan, set_plan},
    };
    use proptest::prelude::*;
    use std::fmt::Write as _;

    #[test]
    fn the_table() {
        let mut table = format!("{:<16}", "");
        for step in Step::ALL {
            write!(table, "{:<16}", step.code()).unwrap();
        }
        for state in State::ALL {
            write!(table, "\n{:<16}", state.code()).unwrap();
            for step in Step::ALL {
                write!(table, "{:<16}", next(state, step).map_or("·", State::code)).unwrap();
            }
        }
        let lines: Vec<&str> = table.lines().map(str::trim_end).collect();
        insta::assert_snapshot!(lines.join("\n"));
    }

    fn note(resolved: bool) -> Note {
        let at = noon(day(2026, 1, 21));
        Note {
            id: NoteId(uuid::Uuid::nil()),
            skp: id(100),
            line: Line::Rhk(id(2)),
            by: id(201),
            at,
            text: "Targetnya 1.500 berkas".into(),
            resolved_at: resolved.then_some(at),
        }
    }

    #[test]
    fn a_plan_goes_its_way_and_keeps_every_version() {
        let at = |d| noon(day(2026, 1, d));
        let skp = sign(plan(), at(20)).unwrap();
        assert_eq!(state(&skp.milestones), State::Ditandatangani);
        assert!(give_back(skp.clone(), &[], at(21)).is_err());
        assert!(give_back(skp.clone(), &[note(true)], at(21)).is_err());
        let skp = give_back(skp, &[note(false)], at(21)).unwrap();
        assert_eq!(state(&skp.milestones), State::Dikembalikan);
        let skp = sign(skp, at(22)).unwrap();
        let (skp, first) = set(skp, id(201), at(23), "").unwrap();
        assert_eq!((state(&skp.milestones), skp.version, first.number), (State::Ditetapkan, 1, 1));
        assert!(check(&skp, Step::Edit).is_err());

        let mut skp = reopen(skp, noon(day(2026, 6, 2))).unwrap();
        assert_eq!(state(&skp.milestones), State::Klarifikasi);
        skp.content.results.remove(1);
        let skp = sign(skp, noon(day(2026, 6, 3))).unwrap();
        let refused = set(skp.clone(), id(201), noon(day(2026, 6, 4)), " ").unwrap_err();
        assert!(matches!(&refused, Refusal::Fields(errors) if errors[0].field == "reason"), "{refused}");
        let (skp, second) = set(skp, id(201), noon(day(2026, 6, 4)), "Pemindai rusak, tugas dialihkan").unwrap();
        assert_eq!((second.number, second.content.results.len(), first.content.results.len()), (2, 2, 3));
        let skp = evaluate(skp, noon(day(2027, 1, 9))).unwrap();
        assert_eq!(state(&skp.milestones), State::Dievaluasi);
        for step in Step::ALL {
            assert!(check(&skp, step).is_err(), "{step:?}");
        }
    }

    #[test]
    fn a_refusal_names_state_article_and_what_to_do() {
        let Err(Refusal::Rule(broken)) = set(plan(), id(201), noon(day(2026, 1, 5)), "") else { panic!() };
        assert_eq!(broken.says.key, "plan-step-not-now");
        assert_eq!(broken.cite.unwrap().article, "Ps 14; Bab II.C");
        assert_eq!(broken.next.unwrap().key, "plan-now-sign");
    }

    #[test]
    fn evaluation_needs_a_version_in_force_even_while_clarifying() {
        let signed = sign(plan(), noon(day(2026, 1, 20))).unwrap();
        let Err(Refusal::Rule(broken)) = evaluate(signed, noon(day(2027, 1, 5))) else { panic!() };
        assert_eq!(broken.says.key, "plan-evaluate-needs-version");
        let open = reopen(set_plan().0, noon(day(2026, 12, 1))).unwrap();
        assert!(evaluate(open, noon(day(2027, 1, 5))).is_ok());
    }

    #[test]
    fn an_incomplete_plan_cannot_be_signed() {
        let mut skp = plan();
        skp.content.results[1].indicators[0].target.unit.clear();
        let Err(Refusal::Fields(errors)) = sign(skp, noon(day(2026, 1, 20))) else { panic!() };
        assert_eq!(errors[0].text.key, "plan-target-needs-unit");
    }

    proptest! {
        /// Whatever is pressed in whatever order, even with a clock that jumps: allowed steps lead where the table says,
        /// the others change nothing, versions only grow.
        #[test]
        fn the_milestones_always_mean_what_the_table_says(presses in prop::collection::vec((0_usize..7, -5_i64..5), 0..40)) {
            let mut skp = plan();
            let mut at = noon(day(2026, 1, 5));
            for (n, jump) in presses {
                let step = Step::ALL[n];
                let (before, version) = (state(&skp.milestones), skp.version);
                at += TimeDelta::minutes(jump);
                let allowed = check(&skp, step).is_ok();
                let after = match step {
                    Step::Edit => check(&skp, step).map(|()| skp.clone()),
                    Step::Sign => sign(skp.clone(), at),
                    Step::Return => give_back(skp.clone(), &[note(false)], at),
                    Step::Set => set(skp.clone(), id(201), at, "alasan").map(|(skp, _)| skp),
                    Step::Reopen => reopen(skp.clone(), at),
                    Step::Replace => replace(skp.clone(), at),
                    Step::Evaluate => evaluate(skp.clone(), at),
                };
                prop_assert_eq!(allowed, after.is_ok());
                if let Ok(after) = after {
                    prop_assert_eq!(Some(state(&after.milestones)), next(before, step));
                    prop_assert_eq!(after.version, version + u32::from(step == Step::Set));
                    skp = after;
                }
            }
        }
    }
}
