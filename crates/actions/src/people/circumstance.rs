//! *The personnel office notes what takes a person out of the ordinary year*: studies, leave without pay, work elsewhere;
//! and how it ended. What follows from it is the law's ([`domain::people::circumstance`]).

use crate::{Ctx, Failure, failure::not_found};
use chrono::NaiveDate;
use domain::{
    decision::{Refusal, Text},
    ids::{CircumstanceId, EmployeeId},
    people::{
        Circumstance,
        circumstance::{Kind, Studies, fits},
    },
    permissions::Action,
    time::DateRange,
};

/// A circumstance as typed.
#[derive(Clone, Debug)]
pub struct CircumstanceDraft {
    /// What it is.
    pub kind: Kind,
    /// First day.
    pub from: NaiveDate,
    /// Last day, if it is known.
    pub until: Option<NaiveDate>,
    /// The decree or what else explains it.
    pub note: String,
}

/// Notes it; the person and their rater hear of it.
#[crate::boxed]
pub async fn note(ctx: &Ctx, employee: EmployeeId, draft: CircumstanceDraft) -> Result<(), Failure> {
    ctx.act(Action::PeopleWrite, move |work| {
        let draft = draft.clone();
        async move {
            work.employee(employee).await?.ok_or_else(|| not_found("employee"))?;
            let Some(dates) = DateRange::new(draft.from, draft.until) else {
                let says = Text::new("people-until-before-from").with("from", draft.from);
                return Err(Refusal::field("until", says).into());
            };
            let note = draft.note.trim().to_owned();
            let new =
                Circumstance { id: work.id(), employee, kind: draft.kind, dates, studies: None, note, at: work.ctx.at };
            fits(&work.circumstances_of(&[employee]).await?, &new)?;
            work.save_circumstance(&new).await?;
            work.journal("circumstance", new.id, None, Some(&new)).await?;
            let says = Text::new("people-notice-circumstance").with("kind", new.kind.label()).with("from", draft.from);
            work.tell(employee, says.clone(), format!("/pegawai/{employee}")).await?;
            match work.line_on(employee, draft.from).await? {
                Some(line) => work.tell(line.rater, says, format!("/pegawai/{employee}")).await,
                None => Ok(()),
            }
        }
    })
    .await
}

/// Ends it on its last day; of studies it is also said how they ended.
#[crate::boxed]
pub async fn end(
    ctx: &Ctx,
    employee: EmployeeId,
    id: CircumstanceId,
    last: NaiveDate,
    studies: Option<Studies>,
) -> Result<(), Failure> {
    ctx.act(Action::PeopleWrite, move |work| async move {
        let there = work.circumstances_of(&[employee]).await?;
        let before = there.iter().find(|one| one.id == id).cloned().ok_or_else(|| not_found("circumstance"))?;
        let Some(dates) = DateRange::new(before.dates.from, Some(last)) else {
            let says = Text::new("people-until-before-from").with("from", before.dates.from);
            return Err(Refusal::field("until", says).into());
        };
        let studies = studies.filter(|_| before.kind == Kind::TugasBelajar);
        if before.kind == Kind::TugasBelajar && studies.is_none() {
            return Err(Refusal::field("studies", Text::new("people-studies-how")).into());
        }
        let after = Circumstance { dates, studies, at: work.ctx.at, ..before.clone() };
        fits(&there, &after)?;
        work.save_circumstance(&after).await?;
        work.journal("circumstance", id, Some(&before), Some(&after)).await?;
        let says = Text::new("people-notice-circumstance-ended").with("kind", after.kind.label()).with("until", last);
        work.tell(employee, says, format!("/pegawai/{employee}")).await
    })
    .await
}
