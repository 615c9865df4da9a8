//! *The office sees how far units understand the appraisal*, beside how many objected: groups, never a person.

use crate::{Ctx, Failure};
use chrono::Datelike;
use domain::{
    orientation::understanding::{Shown, shown, total},
    permissions::Action,
};

/// How far units understand the appraisal.
pub struct UnderstandingPage {
    /// Objections are those against results of this year.
    pub year: i32,
    /// Unit by unit, by its code.
    pub units: Vec<Shown>,
    /// The whole agency.
    pub total: Shown,
}

/// How far units understand the appraisal; objections of the year before, whose results are out.
#[crate::boxed]
pub async fn understanding(ctx: &Ctx) -> Result<UnderstandingPage, Failure> {
    ctx.permit(Action::OrientationRead)?;
    let year = ctx.today().year() - 1;
    let counted = ctx.read().understanding(ctx.today(), year).await?;
    Ok(UnderstandingPage { year, units: counted.iter().map(shown).collect(), total: total(&counted) })
}
