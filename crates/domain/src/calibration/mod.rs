//! Calibration: a talk in which those who rate in a group look at their ratings side by side and agree on what a class means
//! (PermenPANRB 6/2022 Ps 24-25 leave the rating to the Pejabat Penilai; a session changes nothing by itself).
//!
//! Whoever takes part may propose another rating for a line. Only the official who gave it decides, with a reason, and only
//! while the result is not signed; what it was and what it became stay. Nobody is moved to fit a curve.
//! Not here: how mild somebody rates ([`crate::fairness`]), objections after the result ([`crate::objection`]).
//! Read first: this file.

#[cfg(test)]
mod tests;

use crate::{
    assessment::{Assessment, RaterRole, Rating, Subject},
    decision::{Refusal, Text},
    ids::{CalibrationId, CalibrationProposalId, EmployeeId, PeriodId, SkpId, UnitId},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Shortest reason for proposing or deciding, in characters (certainty: assumption).
pub const MIN_REASON: usize = 20;

/// One session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calibration {
    /// Its id.
    pub id: CalibrationId,
    /// The period that is looked at.
    pub period: PeriodId,
    /// The unit, with everything under it.
    pub unit: UnitId,
    /// The day.
    pub held_on: NaiveDate,
    /// Where.
    pub place: String,
    /// What will be talked about.
    pub agenda: String,
    /// What was said and agreed.
    pub minutes: String,
    /// Who was there.
    pub attended: Vec<EmployeeId>,
    /// Who called it.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// When it was ended; the minutes stand from then on.
    pub closed_at: Option<DateTime<Utc>>,
    /// Counts every save.
    pub revision: i64,
}

/// Another rating for one line, proposed to the official who gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its id.
    pub id: CalibrationProposalId,
    /// The session.
    pub calibration: CalibrationId,
    /// The plan.
    pub skp: SkpId,
    /// The line.
    pub subject: Subject,
    /// The rating it had.
    pub before: Rating,
    /// The rating proposed.
    pub after: Rating,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// What the official decided.
    pub answer: Option<Answer>,
}

/// The official's word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Is the rating changed?
    pub changes: bool,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
}

fn reasoned(reason: &str) -> Result<(), Refusal> {
    let have = reason.trim().chars().count();
    if have >= MIN_REASON {
        return Ok(());
    }
    Err(Refusal::field(
        "reason",
        Text::new("calibration-needs-reason").with("min", MIN_REASON as i64).with("have", have as i64),
    ))
}

impl Calibration {
    /// May anything still be written or proposed in it?
    pub fn open(&self) -> Result<(), Refusal> {
        match self.closed_at {
            None => Ok(()),
            Some(at) => Err(Refusal::rule(Text::new("calibration-has-ended").with("at", at))),
        }
    }

    /// Ends it: with minutes, and with somebody there.
    pub fn close(mut self, at: DateTime<Utc>) -> Result<Self, Refusal> {
        self.open()?;
        if self.minutes.trim().is_empty() {
            return Err(Refusal::field("minutes", Text::new("calibration-needs-minutes")));
        }
        if self.attended.is_empty() {
            return Err(Refusal::field("attended", Text::new("calibration-needs-people")));
        }
        self.closed_at = Some(at);
        Ok(self)
    }
}

/// A rating can be changed on the way to the result, never in it: it was sent, and nobody has signed the result.
pub fn can_change(assessment: &Assessment, signed: bool) -> Result<(), Refusal> {
    if signed {
        let next = Text::new("calibration-is-signed-next");
        return Err(Refusal::rule(Text::new("calibration-is-signed")).next(next));
    }
    if assessment.role != RaterRole::Penilai || assessment.sent_at.is_none() {
        return Err(Refusal::rule(Text::new("calibration-not-sent")));
    }
    Ok(())
}

/// Nobody proposes another rating of their own work; they have the objection.
pub fn not_about_oneself(employee: EmployeeId, by: EmployeeId) -> Result<(), Refusal> {
    if employee == by {
        return Err(Refusal::rule(Text::new("calibration-own-rating")));
    }
    Ok(())
}

/// Who looks at a line of a session, as far as fair values go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// The official who gave its ratings.
    Rater,
    /// An office that reads the fairness report.
    Office,
    /// Anybody else in the session.
    Other,
}

/// Is the fair value of a line shown? Beside the ratings it tells how mild their official rates, which nobody else sees before
/// the result is signed; and where some were `promised` to be one voice among several, each count anew would show the official
/// one voice more.
pub const fn shows_fair(looks: Looks, signed: bool, promised: bool) -> bool {
    match looks {
        Looks::Rater => signed || !promised,
        Looks::Office => signed,
        Looks::Other => false,
    }
}

impl Proposal {
    /// The official's word as it belongs into the minutes: what was decided after the session ended does not.
    pub fn answer_in(&self, session: &Calibration) -> Option<&Answer> {
        self.answer.as_ref().filter(|answer| session.closed_at.is_none_or(|ended| answer.at <= ended))
    }
}

/// What is proposed, in the open session of a group the plan belongs to.
pub fn propose(
    session: &Calibration,
    assessment: &Assessment,
    signed: bool,
    (id, subject, after): (CalibrationProposalId, Subject, Rating),
    reason: &str,
    (by, at): (EmployeeId, DateTime<Utc>),
) -> Result<Proposal, Refusal> {
    session.open()?;
    can_change(assessment, signed)?;
    let before = assessment.answer(subject).and_then(|answer| answer.rating);
    let before = before.ok_or_else(|| Refusal::field("subject", Text::new("calibration-no-such-line")))?;
    if before == after {
        return Err(Refusal::field("after", Text::new("calibration-same-rating")));
    }
    reasoned(reason)?;
    let (skp, reason) = (assessment.skp, reason.trim().to_owned());
    Ok(Proposal { id, calibration: session.id, skp, subject, before, after, reason, by, at, answer: None })
}

/// The official decides. Where it changes, the assessment comes back with the new rating, and the reason added to the line.
pub fn decide(
    proposal: &Proposal,
    assessment: &Assessment,
    signed: bool,
    answer: Answer,
) -> Result<(Proposal, Option<Assessment>), Refusal> {
    if proposal.answer.is_some() {
        return Err(Refusal::rule(Text::new("calibration-answered")));
    }
    reasoned(&answer.reason)?;
    let mut after = None;
    if answer.changes {
        can_change(assessment, signed)?;
        let mut changed = assessment.clone();
        let line = changed.answers.iter_mut().find(|line| line.subject == proposal.subject);
        let line = line.ok_or_else(|| Refusal::rule(Text::new("calibration-no-such-line")))?;
        if line.rating != Some(proposal.before) {
            return Err(Refusal::rule(Text::new("calibration-changed-meanwhile")));
        }
        line.rating = Some(proposal.after);
        let both = [line.reason.trim(), answer.reason.trim()].join("\n");
        both.trim().clone_into(&mut line.reason);
        after = Some(changed);
    }
    Ok((Proposal { answer: Some(answer), ..proposal.clone() }, after))
}
