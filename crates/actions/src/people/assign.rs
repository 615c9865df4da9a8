//! *The personnel office assigns a person to a post*, or ends an assignment.

use crate::{
    Ctx, Failure,
    failure::not_found,
    people::{
        dates::{Placed, place_assignment},
        find,
    },
};
use chrono::NaiveDate;
use domain::{
    decision::{Refusal, Text},
    ids::{AssignmentId, EmployeeId},
    people::{Assignment, Standing},
    permissions::Action,
    time::DateRange,
};

/// An assignment as typed.
#[derive(Clone, Debug)]
pub struct AssignmentDraft {
    /// The post's code, or its title where only one has it.
    pub post: String,
    /// Definitive or acting.
    pub standing: Standing,
    /// First day.
    pub from: NaiveDate,
    /// Last day, if it is known.
    pub until: Option<NaiveDate>,
}

/// Assigns. A definitive assignment ends the one before it.
#[crate::boxed]
pub async fn assign(ctx: &Ctx, employee: EmployeeId, draft: AssignmentDraft) -> Result<(), Failure> {
    ctx.permit(Action::PeopleWrite)?;
    ctx.act(Action::PeopleWrite, move |work| {
        let draft = draft.clone();
        async move {
            work.employee(employee).await?.ok_or_else(|| not_found("employee"))?;
            let post = find::post(&work, &draft.post, "post").await??;
            let Some(dates) = DateRange::new(draft.from, draft.until) else {
                let says = Text::new("people-until-before-from").with("from", draft.from);
                return Err(Refusal::field("until", says).into());
            };
            let new = Assignment { id: work.id(), employee, post: post.id, standing: draft.standing, dates };
            let there = work.assignments_of(employee).await?;
            match place_assignment(&there, &new).map_err(|says| Refusal::field("from", says))? {
                Placed::Unchanged => {}
                Placed::Added(ended) => {
                    if let Some((before, after)) = ended {
                        work.save_assignment(&after).await?;
                        work.journal("assignment", after.id, Some(&before), Some(&after)).await?;
                    }
                    work.save_assignment(&new).await?;
                    work.journal("assignment", new.id, None, Some(&new)).await?;
                }
                Placed::Corrected(before, after) => {
                    work.save_assignment(&after).await?;
                    work.journal("assignment", after.id, Some(&before), Some(&after)).await?;
                }
            }
            Ok(())
        }
    })
    .await
}

/// Ends an assignment on its last day: retirement, transfer to another agency, end of acting.
#[crate::boxed]
pub async fn end(ctx: &Ctx, employee: EmployeeId, id: AssignmentId, last: NaiveDate) -> Result<(), Failure> {
    ctx.permit(Action::PeopleWrite)?;
    ctx.act(Action::PeopleWrite, move |work| async move {
        let found = work.assignments_of(employee).await?.into_iter().find(|assignment| assignment.id == id);
        let before = found.ok_or_else(|| not_found("assignment"))?;
        let Some(dates) = DateRange::new(before.dates.from, Some(last)) else {
            let says = Text::new("people-until-before-from").with("from", before.dates.from);
            return Err(Refusal::field("until", says).into());
        };
        let after = Assignment { dates, ..before.clone() };
        work.save_assignment(&after).await?;
        work.journal("assignment", id, Some(&before), Some(&after)).await
    })
    .await
}
