//! *Whoever fills in criteria finds advice on their reasons*, for their eyes alone: only their own sheets of the period are laid
//! beside each other, nobody else's.

use crate::{
    Failure,
    fairness::words::{Written, second_look},
};
use domain::{
    fairness::comment::Remark,
    ids::{EmployeeId, PeriodId, SkpId},
    scheme::Role,
};
use store::Scope;

/// What deserves a second look in the reasons that a rater has saved of one plan's owner, by criterion.
pub(super) async fn advise(
    scope: &Scope,
    me: EmployeeId,
    period: PeriodId,
    skp: SkpId,
) -> Result<Vec<(String, Vec<Remark>)>, Failure> {
    let mut sheets = scope.sheets_by(me, period).await?;
    // What somebody says of themselves is not said of a person.
    sheets.retain(|saved| saved.sheet.role != Role::Diri);
    let Some(own) = sheets.iter().find(|saved| saved.skp == skp) else { return Ok(Vec::new()) };
    let plans: Vec<SkpId> = sheets.iter().map(|saved| saved.skp).collect();
    let owners: Vec<EmployeeId> = scope.skps(&plans).await?.into_iter().map(|plan| plan.employee).collect();
    let people = scope.employees(&owners).await?;
    let names: Vec<&str> = people.iter().map(|one| one.name.as_str()).collect();
    let others = sheets.iter().filter(|saved| saved.skp != skp);
    let texts: Vec<Written<'_, SkpId>> = std::iter::once(own)
        .chain(others)
        .flat_map(|saved| saved.sheet.marks.iter().map(move |mark| (saved.skp, mark)))
        .map(|(about, mark)| Written { about, text: mark.reason.as_str(), shown: !mark.evidence.is_empty() })
        .collect();
    let criteria = own.sheet.marks.iter().map(|mark| mark.criterion.clone());
    Ok(criteria.zip(second_look(&texts, &names)).filter(|(_, remarks)| !remarks.is_empty()).collect())
}
