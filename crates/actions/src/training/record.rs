//! *Somebody records a training they followed elsewhere*, with its certificate; *the office verifies it*. Only what is verified
//! counts for the yearly hours.

use crate::{
    Ctx, Failure,
    ctx::permit_over,
    evidence::{Upload, fetch::bytes, keep},
    failure::not_found,
};
use chrono::NaiveDate;
use domain::{
    decision::{FieldError, Text},
    evidence::Item,
    ids::TrainingRecordId,
    permissions::Action,
    time::DateRange,
    training::{
        Kind, Record,
        record::{Certificate, check, verify as verified},
    },
};

/// What was filled in.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its name as on the certificate.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// Who gave it.
    pub provider: String,
    /// Hours of learning.
    pub hours: u32,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// Number of the certificate; empty without one.
    pub number: String,
    /// The last day it is valid.
    pub valid_until: Option<NaiveDate>,
    /// Known to be over.
    pub lapsed: bool,
}

/// Records it for oneself. A file comes before the row that names it.
#[crate::boxed]
pub async fn claim(ctx: &Ctx, draft: Draft, file: Option<Upload>) -> Result<TrainingRecordId, Failure> {
    permit_over(&ctx.read(), ctx, Action::TrainingClaim, ctx.me(), None).await?;
    let (wanted, has_file) = (of(ctx, &draft, None, ctx.app.world.id().into()), file.is_some());
    check(&wanted, draft.lapsed, ctx.today())?;
    if has_file && draft.number.trim().is_empty() {
        return Err(FieldError::new("number", Text::new("training-certificate-number")).into());
    }
    let file = match file {
        Some(file) => Some(keep(ctx, file).await?),
        None => None,
    };
    ctx.act(Action::TrainingClaim, move |work| {
        let (draft, file) = (draft.clone(), file.clone());
        async move {
            let record = of(&work.ctx, &draft, file, work.id());
            check(&record, draft.lapsed, work.ctx.today())?;
            let known = work.training_records(&[record.employee]).await?;
            let same = |one: &&Record| {
                one.refused.is_none()
                    && one.name.to_lowercase() == record.name.to_lowercase()
                    && one.dates.overlaps(record.dates)
            };
            if let Some(same) = known.iter().find(same) {
                let says = Text::new("training-recorded-already").with("on", same.dates.from);
                return Err(FieldError::new("name", says).into());
            }
            work.save_training_records(std::slice::from_ref(&record)).await?;
            work.journal("training_record", record.id, None, Some(&record)).await?;
            Ok(record.id)
        }
    })
    .await
}

fn of(ctx: &Ctx, draft: &Draft, file: Option<Item>, id: TrainingRecordId) -> Record {
    let number = draft.number.trim().to_owned();
    let named = !number.is_empty() || file.is_some() || draft.valid_until.is_some();
    Record {
        id,
        employee: ctx.me(),
        nomination: None,
        program: None,
        name: draft.name.trim().to_owned(),
        kind: draft.kind,
        provider: draft.provider.trim().to_owned(),
        hours: draft.hours,
        dates: DateRange { from: draft.from, until: Some(draft.until) },
        passed: None,
        certificate: named.then_some(Certificate { number, valid_until: draft.valid_until, file }),
        by: ctx.me(),
        at: ctx.at,
        verified: None,
        refused: None,
    }
}

/// The office verifies a record, or says why not.
#[crate::boxed]
pub async fn verify(ctx: &Ctx, id: TrainingRecordId, refused: Option<String>) -> Result<(), Failure> {
    ctx.permit(Action::TrainingManage)?;
    ctx.act(Action::TrainingManage, move |work| {
        let refused = refused.as_ref().map(|why| why.trim().to_owned());
        async move {
            work.lock(&format!("training_record:{id}")).await?;
            let before = work.training_record(id).await?.ok_or_else(|| not_found("training_record"))?;
            let after = verified(&before, work.ctx.me(), work.ctx.at, refused)?;
            work.save_training_records(std::slice::from_ref(&after)).await?;
            work.journal("training_record", id, Some(&before), Some(&after)).await?;
            let says = if after.verified.is_some() {
                Text::new("notice-training-verified").with("name", after.name.as_str()).with("hours", after.hours)
            } else {
                Text::new("notice-training-not-verified").with("name", after.name.as_str())
            };
            work.tell(after.employee, says, "/pelatihan/saya".to_owned()).await
        }
    })
    .await
}

/// The file of a certificate, for whoever may read the records.
#[crate::boxed]
pub async fn certificate(ctx: &Ctx, id: TrainingRecordId) -> Result<(Item, Vec<u8>), Failure> {
    let scope = ctx.read();
    let record = scope.training_record(id).await?.ok_or_else(|| not_found("training_record"))?;
    permit_over(&scope, ctx, Action::TrainingRecords, record.employee, None)
        .await
        .map_err(|_| not_found("training_record"))?;
    let item = record.certificate.and_then(|one| one.file).ok_or_else(|| not_found("training_record"))?;
    let bytes = bytes(ctx, &item).await?.ok_or_else(|| not_found("training_record"))?;
    Ok((item, bytes))
}
