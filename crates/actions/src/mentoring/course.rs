//! *The employee speaks*; *steps* are laid down and taken; *meetings* are written down; *somebody ends the case* after looking back.

use super::load::{limits, link, load_to_change};
use crate::{Ctx, Failure, Work, failure::not_found};
use chrono::NaiveDate;
use domain::{
    decision::Text,
    ids::{EmployeeId, MentoringId, MentoringMeetingId, MentoringStepId},
    mentoring::{Case, Exit, Heard, Meeting, Outcome, Step, course},
    permissions::Action,
};

/// The employee says what they see, and what would help.
#[crate::boxed]
pub async fn speak(ctx: &Ctx, id: MentoringId, says: String, help: String) -> Result<(), Failure> {
    ctx.act(Action::MentoringSpeak, move |work| {
        let heard = Heard { says: says.trim().to_owned(), help: help.trim().to_owned(), at: work.ctx.at };
        async move {
            let (before, _) = load_to_change(&work, id).await?;
            let after = course::hear(&before, heard)?;
            work.save_mentoring(&after).await?;
            work.journal("mentoring", id, Some(&before), Some(&after)).await?;
            tell(&work, &after, Text::new("notice-mentoring-spoken").with("name", work.ctx.actor.name.as_str())).await
        }
    })
    .await
}

/// Everybody with a part in it.
async fn tell(work: &Work, case: &Case, says: Text) -> Result<(), Failure> {
    let mut to: Vec<EmployeeId> = [Some(case.by), Some(case.employee), case.mentor].into_iter().flatten().collect();
    to.sort_unstable();
    to.dedup();
    for one in to {
        work.tell(one, says.clone(), link(case.id)).await?;
    }
    Ok(())
}

/// Lays down a step.
#[crate::boxed]
pub async fn step(ctx: &Ctx, id: MentoringId, what: String, due: NaiveDate) -> Result<MentoringStepId, Failure> {
    ctx.act(Action::MentoringWrite, move |work| {
        let what = what.clone();
        async move {
            let (case, _) = load_to_change(&work, id).await?;
            course::may_step(&case, &what, due)?;
            let step = Step {
                id: work.id(),
                case: id,
                what: what.trim().to_owned(),
                due,
                done_on: None,
                note: String::new(),
                by: work.ctx.me(),
                at: work.ctx.at,
            };
            work.save_mentoring_step(&step).await?;
            work.journal("mentoring_step", step.id, None, Some(&step)).await?;
            Ok(step.id)
        }
    })
    .await
}

/// A step is done.
#[crate::boxed]
pub async fn done(ctx: &Ctx, id: MentoringId, step: MentoringStepId, note: String) -> Result<(), Failure> {
    ctx.act(Action::MentoringWrite, move |work| {
        let note = note.clone();
        async move {
            let (case, _) = load_to_change(&work, id).await?;
            course::runs(&case)?;
            let found = work.mentoring_steps(id).await?.into_iter().find(|one| one.id == step && one.done_on.is_none());
            let before = found.ok_or_else(|| not_found("mentoring-step"))?;
            let after = Step { done_on: Some(work.ctx.today()), note: note.trim().to_owned(), ..before.clone() };
            work.save_mentoring_step(&after).await?;
            work.journal("mentoring_step", step, Some(&before), Some(&after)).await
        }
    })
    .await
}

/// A meeting as typed.
#[derive(Clone, Debug)]
pub struct MeetingDraft {
    /// On which day.
    pub on: NaiveDate,
    /// Where.
    pub place: String,
    /// What it was about.
    pub talked: String,
    /// What comes next.
    pub next: String,
}

/// Writes down a meeting that took place.
#[crate::boxed]
pub async fn meet(ctx: &Ctx, id: MentoringId, draft: MeetingDraft) -> Result<MentoringMeetingId, Failure> {
    ctx.act(Action::MentoringWrite, move |work| {
        let draft = draft.clone();
        async move {
            let (case, _) = load_to_change(&work, id).await?;
            course::may_meet(&case, draft.on, &draft.talked, work.ctx.today())?;
            let meeting = Meeting {
                id: work.id(),
                case: id,
                on: draft.on,
                place: draft.place.trim().to_owned(),
                talked: draft.talked.trim().to_owned(),
                next: draft.next.trim().to_owned(),
                by: work.ctx.me(),
                at: work.ctx.at,
            };
            work.insert_mentoring_meeting(&meeting).await?;
            work.journal("mentoring_meeting", meeting.id, None, Some(&meeting)).await?;
            Ok(meeting.id)
        }
    })
    .await
}

/// Ends the case; everybody with a part in it is told.
#[crate::boxed]
pub async fn end(ctx: &Ctx, id: MentoringId, outcome: Outcome, says: String) -> Result<(), Failure> {
    ctx.act(Action::MentoringManage, move |work| {
        let exit = Exit { outcome, says: says.trim().to_owned(), by: work.ctx.me(), at: work.ctx.at };
        async move {
            let (before, _) = load_to_change(&work, id).await?;
            let (limits, cite) = limits(&*work.ctx.policy(work.ctx.today())?);
            let (steps, meetings) = (work.mentoring_steps(id).await?, work.mentoring_meetings(id).await?);
            let chances = course::chances(&before, &steps, &meetings, &limits, work.ctx.today());
            let after = course::end(&before, exit, &chances, &cite)?;
            work.save_mentoring(&after).await?;
            work.journal("mentoring", id, Some(&before), Some(&after)).await?;
            tell(&work, &after, Text::new("notice-mentoring-ended").with("outcome", outcome.label())).await
        }
    })
    .await
}
