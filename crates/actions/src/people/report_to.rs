//! *The personnel office sets who rates a person*, and who stands above the rater, from a day on.

use crate::{
    Ctx, Failure, Work,
    failure::{fields, not_found},
    people::{
        dates::{Placed, place_line},
        find,
    },
};
use chrono::NaiveDate;
use domain::{
    decision::{FieldError, Refusal, Text},
    ids::EmployeeId,
    people::{Employment, ReportingLine},
    permissions::Action,
    time::DateRange,
};

/// A reporting line as typed.
#[derive(Clone, Debug)]
pub struct LineDraft {
    /// Pejabat Penilai Kinerja: NIP, or the name of a rater from outside.
    pub rater: String,
    /// Atasan Pejabat Penilai Kinerja; empty where the rater's result is final.
    pub superior: String,
    /// First day.
    pub from: NaiveDate,
}

/// Sets the line; the one before it ends the day before.
#[crate::boxed]
pub async fn report_to(ctx: &Ctx, employee: EmployeeId, draft: LineDraft) -> Result<(), Failure> {
    ctx.permit(Action::PeopleWrite)?;
    ctx.act(Action::PeopleWrite, move |work| {
        let draft = draft.clone();
        async move {
            let rated = work.employee(employee).await?.ok_or_else(|| not_found("employee"))?;
            if rated.employment == Employment::NonAsn {
                return Err(Refusal::field("rater", Text::new("people-outsider-not-rated")).into());
            }
            let new = read(&work, employee, &draft).await?;
            match place_line(&work.lines_of(employee).await?, &new).map_err(|says| Refusal::field("from", says))? {
                Placed::Unchanged => return Ok(()),
                Placed::Added(ended) => {
                    if let Some((before, after)) = ended {
                        work.save_line(&after).await?;
                        work.journal("reporting_line", after.id, Some(&before), Some(&after)).await?;
                    }
                    work.save_line(&new).await?;
                    work.journal("reporting_line", new.id, None, Some(&new)).await?;
                }
                Placed::Corrected(before, after) => {
                    work.save_line(&after).await?;
                    work.journal("reporting_line", after.id, Some(&before), Some(&after)).await?;
                }
            }
            let rater = work.employee(new.rater).await?.map(|rater| rater.name).unwrap_or_default();
            let says = Text::new("people-notice-rater").with("name", rater).with("from", draft.from);
            work.tell(employee, says, format!("/pegawai/{employee}")).await
        }
    })
    .await
}

async fn read(work: &Work, employee: EmployeeId, draft: &LineDraft) -> Result<ReportingLine, Failure> {
    let mut errors: Vec<FieldError> = Vec::new();
    let rater = find::person(work, &draft.rater, "rater").await?.map_err(|error| errors.push(error)).ok();
    let superior = if draft.superior.trim().is_empty() {
        None
    } else {
        find::person(work, &draft.superior, "superior").await?.map_err(|error| errors.push(error)).ok()
    };
    let (rater, superior) = (rater.map(|one| one.id), superior.map(|one| one.id));
    if rater == Some(employee) {
        errors.push(FieldError::new("rater", Text::new("people-rates-self")));
    }
    if superior == Some(employee) {
        errors.push(FieldError::new("superior", Text::new("people-rates-self")));
    }
    if superior.is_some() && superior == rater {
        errors.push(FieldError::new("superior", Text::new("people-superior-is-rater")));
    }
    if let Some(rater) = rater
        && work.line_on(rater, draft.from).await?.is_some_and(|line| line.rater == employee)
    {
        errors.push(FieldError::new("rater", Text::new("people-line-circle")));
    }
    fields(errors)?;
    let rater = rater.ok_or_else(|| not_found("employee"))?;
    let dates = DateRange { from: draft.from, until: None };
    Ok(ReportingLine { id: work.id(), employee, rater, superior, dates })
}
