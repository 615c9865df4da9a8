//! *The personnel office records what no row says* (rank, punishment, vacancy, test), and *a committee's rating of potential*. Rows
//! are added; the latest counts.

use crate::{
    Ctx, Failure, Work,
    failure::{fields, not_found},
};
use chrono::NaiveDate;
use domain::{
    decision::Text,
    ids::EmployeeId,
    permissions::Action,
    talent::{
        boxes::{PotentialRating, check_rating},
        eligibility::{CareerNote, Fact, check_note},
    },
};

/// A note as typed.
#[derive(Clone, Debug)]
pub struct NoteDraft {
    /// What.
    pub fact: Fact,
    /// Yes or no.
    pub yes: Option<bool>,
    /// The day.
    pub on: NaiveDate,
    /// The paper.
    pub source: String,
}

/// Records something of somebody; they are told.
#[crate::boxed]
pub async fn note(ctx: &Ctx, employee: EmployeeId, draft: NoteDraft) -> Result<(), Failure> {
    ctx.act(Action::EligibilityNote, move |work| {
        let draft = draft.clone();
        async move {
            work.ctx.permit(work.action)?;
            there(&work, employee).await?;
            fields(check_note(draft.fact, draft.yes, draft.on, &draft.source, work.ctx.today()))?;
            let note = CareerNote {
                id: work.id(),
                employee,
                fact: draft.fact,
                yes: draft.yes.filter(|_| !draft.fact.is_day()),
                on: draft.on,
                source: draft.source.trim().to_owned(),
                by: work.ctx.me(),
                at: work.ctx.at,
            };
            work.insert_career_note(&note).await?;
            work.journal("career_note", note.id, None, Some(&note)).await?;
            let says = Text::new("notice-career-note").with("fact", note.fact.label());
            work.tell(employee, says, format!("/pegawai/{employee}/kelayakan")).await
        }
    })
    .await
}

/// A rating as typed; shares in basis points.
#[derive(Clone, Debug)]
pub struct RatingDraft {
    /// Of the assessment.
    pub assessment: Option<i64>,
    /// Of the track record.
    pub track_record: Option<i64>,
    /// The day of the assessment.
    pub on: NaiveDate,
    /// Who assessed, and how.
    pub source: String,
    /// Why so.
    pub reason: String,
}

/// Records what was found of somebody's potential. Nobody rates themselves.
#[crate::boxed]
pub async fn rate(ctx: &Ctx, employee: EmployeeId, draft: RatingDraft) -> Result<(), Failure> {
    ctx.act(Action::TalentManage, move |work| {
        let draft = draft.clone();
        async move {
            work.ctx.permit(work.action)?;
            if employee == work.ctx.me() {
                return Err(domain::decision::Refusal::rule(Text::new("talent-not-oneself")).into());
            }
            there(&work, employee).await?;
            let rating = PotentialRating {
                id: work.id(),
                employee,
                assessment: draft.assessment,
                track_record: draft.track_record,
                on: draft.on,
                source: draft.source.trim().to_owned(),
                reason: draft.reason.trim().to_owned(),
                by: work.ctx.me(),
                at: work.ctx.at,
            };
            fields(check_rating(&rating, work.ctx.today()))?;
            work.insert_potential(&rating).await?;
            work.journal("potential", rating.id, None, Some(&rating)).await?;
            work.tell(employee, Text::new("notice-potential-rated"), format!("/talenta/pegawai/{employee}")).await
        }
    })
    .await
}

async fn there(work: &Work, employee: EmployeeId) -> Result<(), Failure> {
    work.employee(employee).await?.map(drop).ok_or_else(|| not_found("employee"))
}
