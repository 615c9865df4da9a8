//! What a scheme asks of its raters (`trained = true` in its `raters`), and whether somebody fulfils it.
//!
//! It holds back the sending of a sheet of the scheme's own criteria; what was typed stays on the page and can be saved. It
//! never holds back the ratings of the law: their duty and deadlines are the law's (Ps 24-25), and no employee waits for a
//! predicate because somebody else was not trained (policies/training/notes.md).

use crate::{Ctx, Failure};
use domain::{
    certification::certificate::standing,
    decision::{Citation, Refusal, Text},
    ids::EmployeeId,
    scheme::{Role, Scheme},
};
use std::collections::BTreeSet;
use store::Scope;

/// Where a scheme asks that those of a role be trained.
fn asked(scheme: &Scheme, role: Role) -> Option<&Citation> {
    scheme.rater(role).filter(|rule| rule.trained)?;
    scheme.raters.as_ref().map(|rules| &rules.cite)
}

/// Where a scheme asks that supervisors be trained.
pub(crate) fn asked_of_raters(scheme: &Scheme) -> Option<&Citation> {
    [Role::Penilai, Role::Atasan].into_iter().find_map(|role| asked(scheme, role))
}

/// Does somebody hold a certificate today?
pub(crate) async fn certified(scope: &Scope, ctx: &Ctx, who: EmployeeId) -> Result<bool, Failure> {
    let certificates = scope.certificates_of(who).await?;
    Ok(standing(&certificates, &ctx.app.policies.course().limits, ctx.today()).holds())
}

/// Who fulfils what a scheme asks of those who are named to rate: `None` where it asks for no certificate, and everybody does.
pub(crate) async fn holders(
    scope: &Scope,
    ctx: &Ctx,
    scheme: &Scheme,
) -> Result<Option<BTreeSet<EmployeeId>>, Failure> {
    if !scheme.raters().iter().any(|rule| rule.trained) {
        return Ok(None);
    }
    let valid = scope.certificates_valid(ctx.today()).await?;
    Ok(Some(valid.into_iter().map(|one| one.employee).collect()))
}

/// What is still to be done before somebody may send a sheet in a role, if anything.
pub(crate) async fn missing(scope: &Scope, ctx: &Ctx, scheme: &Scheme, role: Role) -> Result<Option<Refusal>, Failure> {
    let Some(cite) = asked(scheme, role) else { return Ok(None) };
    if certified(scope, ctx, ctx.me()).await? {
        return Ok(None);
    }
    let refusal = Refusal::rule(Text::new("certification-needed")).cited(cite.clone());
    Ok(Some(refusal.next(Text::new("certification-needed-next"))))
}
