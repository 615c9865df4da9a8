//! *Somebody opens the criteria of a person*: as whom they rate, what they said, what they may read of others.

use super::{
    advise::advise,
    load::{Case, case, own_evidence},
};
use crate::{Ctx, Failure, certification::trained::missing, failure::not_found};
use domain::{
    decision::Refusal,
    evaluation::Period,
    evidence::Evidence,
    fairness::comment::Remark,
    ids::{EmployeeId, PeriodId, SkpId},
    permissions::{Action, Facts},
    plan::Skp,
    scheme::{
        Role, Scheme,
        disagreement::{Difference, differences},
        nomination::{Countersigned, Saved},
        rater::Nominated,
        said::{Said, open_to, said},
    },
};
use store::{Person, Scope};

/// One person's criteria in one period, as one reader sees them.
pub struct SheetPage {
    /// The plan.
    pub skp: Skp,
    /// The period.
    pub period: Period,
    /// The scheme.
    pub scheme: Scheme,
    /// Whose.
    pub owner: Person,
    /// How the reader stands to them.
    pub facts: Facts,
    /// As whom the reader reads.
    pub role: Role,
    /// Does the reader fill in a sheet?
    pub fills: bool,
    /// What the reader said so far.
    pub mine: Option<Saved>,
    /// What deserves a second look in the reader's own reasons while they can still change them, by criterion; for their eyes alone.
    pub remarks: Vec<(String, Vec<Remark>)>,
    /// What the reader may read of others.
    pub said: Vec<Said>,
    /// The rated person's own evidence of the period, if the reader may open it: to choose from, and to name what sheets rest on.
    pub evidence: Vec<Evidence>,
    /// Names of those who speak with their name.
    pub names: Vec<(EmployeeId, String)>,
    /// Why the reader may not fill it in now.
    pub waits: Option<Refusal>,
    /// What the scheme asks the reader to do before they may send it; they may write meanwhile.
    pub untrained: Option<Refusal>,
    /// Criteria that employee and supervisor see too differently, where both may read each other (R25).
    pub differences: Vec<Difference>,
    /// Does the scheme have raters beside the line, and may the reader look after them?
    pub raters: bool,
    /// Whether the next level has read the supervisor's sheet, where the scheme asks for it.
    pub countersign: Option<Option<Countersigned>>,
    /// May the reader sign it now?
    pub may_countersign: bool,
    /// The result is frozen.
    pub frozen: bool,
}

/// Opens the criteria.
#[crate::boxed]
pub async fn see(ctx: &Ctx, period: PeriodId, skp: SkpId) -> Result<SheetPage, Failure> {
    let scope = ctx.read();
    let case = case(&scope, ctx, period, skp, Action::SchemeFill).await?;
    let (me, today) = (ctx.me(), ctx.today());
    let reader = case.reader(me, today).ok_or_else(|| not_found("scheme"))?;
    let fills = case.fills(me, today).is_some();
    let mine = case.of(me).filter(|_| fills).cloned();
    let open = open_to(&case.scheme, reader);
    let said = said(&case.scheme, &case.sent(), &open);
    let names = names(&scope, &said).await?;
    let evidence = own_evidence(&scope, ctx, &case).await?.of_period;
    let day = case.period.last_day().min(today);
    let owner = scope.people_on(&[case.skp.employee], day).await?.pop().ok_or_else(|| not_found("employee"))?;
    let unsent = fills && mine.as_ref().is_none_or(|saved| saved.sent_at.is_none());
    let waits = unsent.then(|| case.waits(reader.role, today)).flatten();
    let untrained = match unsent {
        true => missing(&scope, ctx, &case.scheme, reader.role).await?,
        false => None,
    };
    let remarks = match unsent && mine.is_some() && reader.role != Role::Diri {
        true => advise(&scope, me, case.period.id, case.skp.id).await?,
        false => Vec::new(),
    };
    let signs = case.to_countersign();
    let may_countersign = case.facts.is_superior
        && case.still().is_none()
        && signs.is_some_and(|saved| saved.countersigned.is_none() && saved.sheet.rater != me);
    Ok(SheetPage {
        differences: differing(&case, &open, reader.role),
        raters: beside_the_line(&case.scheme) && (case.facts.is_self || case.facts.is_rater || case.facts.is_superior),
        countersign: signs.filter(|_| !case.facts.is_nominated).map(|saved| saved.countersigned),
        may_countersign,
        role: reader.role,
        frozen: case.frozen,
        facts: case.facts,
        fills,
        said,
        evidence,
        names,
        remarks,
        mine,
        waits,
        untrained,
        owner,
        skp: case.skp,
        period: case.period,
        scheme: case.scheme,
    })
}

/// Does the scheme have raters whom no reporting line gives?
pub(super) fn beside_the_line(scheme: &Scheme) -> bool {
    scheme.raters().iter().any(|rule| rule.nominated != Nominated::Line)
}

/// Where employee and supervisor differ, for those who may read both.
fn differing(case: &Case, open: &[Role], reader: Role) -> Vec<Difference> {
    let reads = |role| role == reader || open.contains(&role);
    if reads(Role::Diri) && reads(Role::Penilai) { differences(&case.scheme, &case.sent()) } else { Vec::new() }
}

async fn names(scope: &Scope, said: &[Said]) -> Result<Vec<(EmployeeId, String)>, Failure> {
    let ids: Vec<EmployeeId> = said.iter().filter_map(|said| said.by).collect();
    Ok(scope.employees(&ids).await?.into_iter().map(|employee| (employee.id, employee.name)).collect())
}
