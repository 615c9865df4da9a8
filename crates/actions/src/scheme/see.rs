//! *Somebody opens the criteria of a person*: as whom they rate, what they said, what they may read of others.

use crate::{Ctx, Failure, ctx::facts, failure::not_found};
use domain::{
    decision::{Refusal, Text},
    evaluation::Period,
    ids::{EmployeeId, PeriodId, SkpId},
    permissions::{Action, Facts, may},
    plan::Skp,
    scheme::{
        Role, Scheme, Sheet,
        nomination::{Nomination, Saved, State},
        rater::{Nominated, may_see, waits_for},
        said::{Said, said},
    },
};
use store::{Person, Scope};

/// One person's criteria in one period, as one rater sees them.
pub struct SheetPage {
    /// The plan.
    pub skp: Skp,
    /// The period.
    pub period: Period,
    /// The scheme.
    pub scheme: Scheme,
    /// Whose.
    pub owner: Person,
    /// As whom the reader rates.
    pub role: Role,
    /// What the reader said so far.
    pub mine: Option<Saved>,
    /// What the reader may read of others.
    pub said: Vec<Said>,
    /// Names of those who speak with their name.
    pub names: Vec<(EmployeeId, String)>,
    /// Why the reader may not fill it in now.
    pub waits: Option<Refusal>,
}

/// Where everything about one person's criteria comes together.
pub(super) struct Case {
    pub skp: Skp,
    pub period: Period,
    pub scheme: Scheme,
    pub facts: Facts,
    pub nominations: Vec<Nomination>,
    pub sheets: Vec<Saved>,
}

/// Loads a case; nobody learns of a plan they have nothing to do with.
pub(super) async fn case(
    scope: &Scope,
    ctx: &Ctx,
    period: PeriodId,
    skp: SkpId,
    action: Action,
) -> Result<Case, Failure> {
    let skp = scope.skp(skp).await?.ok_or_else(|| not_found("skp"))?;
    let period = scope.period(period).await?.ok_or_else(|| not_found("period"))?;
    let nominations = scope.nominations(period.id, skp.id).await?;
    let mut facts = facts(scope, &ctx.actor, skp.employee, Some((skp.rater, skp.superior)), ctx.today()).await?;
    facts.is_nominated = nominations.iter().any(|n| n.rater == ctx.me() && n.state == State::Agreed);
    may(&ctx.actor, action, &facts).map_err(|_| not_found("skp"))?;
    let scheme = ctx.policy(period.last_day())?.appraisal;
    if !scheme.asks_in(period.rhythm) {
        return Err(not_found("scheme"));
    }
    Ok(Case { sheets: scope.sheets(period.id, skp.id).await?, skp, period, scheme, facts, nominations })
}

impl Case {
    /// As whom somebody rates, if they do.
    pub(super) fn role(&self, me: EmployeeId) -> Option<Role> {
        let named = self.nominations.iter().find(|n| n.rater == me && n.state == State::Agreed).map(|n| n.role);
        let role = match &self.facts {
            facts if facts.is_self => Some(Role::Diri),
            facts if facts.is_rater => Some(Role::Penilai),
            _ if named.is_some() => named,
            facts if facts.is_superior => Some(Role::Atasan),
            _ => None,
        };
        role.filter(|role| self.scheme.rater(*role).is_some())
    }

    /// Sheets that were handed in.
    pub(super) fn sent(&self) -> Vec<Sheet> {
        self.sheets.iter().filter(|saved| saved.sent_at.is_some()).map(|saved| saved.sheet.clone()).collect()
    }

    /// Why this role may not speak now: the period, or somebody whose turn is before.
    pub(super) fn waits(&self, ctx: &Ctx, role: Role) -> Result<Option<Refusal>, Failure> {
        if self.period.opened_at.is_none() {
            return Ok(Some(Refusal::rule(Text::new("assessment-period-not-open"))));
        }
        if self.period.closed_at.is_some() {
            return Ok(Some(Refusal::rule(Text::new("assessment-period-closed"))));
        }
        let sent: Vec<Role> = self.sent().iter().map(|sheet| sheet.role).collect();
        let missing = waits_for(&self.scheme, role, &sent).into_iter().find(|role| self.expected(*role));
        let Some(missing) = missing else { return Ok(None) };
        let grace = ctx.policy(self.period.last_day())?.self_first_grace.map_or(0, |rule| rule.value);
        let until = ctx.app.policies.holidays().after(self.period.last_day(), grace);
        if ctx.today() > until {
            return Ok(None);
        }
        let says = Text::new("scheme-waits").with("role", missing.label()).with("until", until);
        let refusal = Refusal::rule(says);
        Ok(Some(match &self.scheme.raters {
            Some(rule) => refusal.cited(rule.cite.clone()),
            None => refusal,
        }))
    }

    /// Is there anybody of this role who could still speak?
    fn expected(&self, role: Role) -> bool {
        match self.scheme.rater(role).map(|rule| rule.nominated) {
            Some(Nominated::Line) => true,
            Some(_) => self.nominations.iter().any(|n| n.role == role && n.state == State::Agreed),
            None => false,
        }
    }
}

/// Opens the criteria.
pub async fn see(ctx: &Ctx, period: PeriodId, skp: SkpId) -> Result<SheetPage, Failure> {
    let scope = ctx.read();
    let case = case(&scope, ctx, period, skp, Action::SchemeFill).await?;
    let role = case.role(ctx.me()).ok_or_else(|| not_found("scheme"))?;
    let mine = case.sheets.iter().find(|saved| saved.sheet.rater == ctx.me()).cloned();
    let open: Vec<Role> = Role::ALL.into_iter().filter(|other| may_see(&case.scheme, role, *other)).collect();
    let said = said(&case.scheme, &case.sent(), &open);
    let names = names(&scope, &said).await?;
    let day = case.period.last_day().min(ctx.today());
    let owner = scope.people_on(&[case.skp.employee], day).await?.pop().ok_or_else(|| not_found("employee"))?;
    let waits = if mine.as_ref().is_some_and(|saved| saved.sent_at.is_some()) { None } else { case.waits(ctx, role)? };
    Ok(SheetPage { said, names, role, mine, waits, owner, skp: case.skp, period: case.period, scheme: case.scheme })
}

async fn names(scope: &Scope, said: &[Said]) -> Result<Vec<(EmployeeId, String)>, Failure> {
    let ids: Vec<EmployeeId> = said.iter().filter_map(|said| said.by).collect();
    Ok(scope.employees(&ids).await?.into_iter().map(|employee| (employee.id, employee.name)).collect())
}

/// Who rates a person beside the reporting line.
pub struct RatersPage {
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
    /// Those named, with their name. Whether somebody of an anonymous role has answered is not told.
    pub named: Vec<(Nomination, String)>,
    /// How many of a role have answered, where that tells nothing about anybody.
    pub answered: Vec<(Role, usize)>,
}

/// Opens the list of those who rate beside the reporting line.
pub async fn see_raters(ctx: &Ctx, period: PeriodId, skp: SkpId) -> Result<RatersPage, Failure> {
    let scope = ctx.read();
    let case = case(&scope, ctx, period, skp, Action::SchemeNominate).await?;
    let ids: Vec<EmployeeId> = case.nominations.iter().map(|n| n.rater).collect();
    let people = scope.employees(&ids).await?;
    let name = |id| people.iter().find(|e| e.id == id).map(|e| e.name.clone()).unwrap_or_default();
    let sent = case.sent();
    let of_role = |role: Role| sent.iter().filter(|sheet| sheet.role == role).count();
    let tells_nothing = |role: Role, n: usize| case.scheme.rater(role).is_some_and(|rule| n >= rule.min as usize);
    let answered = [Role::Rekan, Role::Bawahan]
        .into_iter()
        .map(|role| (role, of_role(role)))
        .filter(|(role, n)| tells_nothing(*role, *n))
        .collect();
    let named = case.nominations.iter().map(|n| (n.clone(), name(n.rater))).collect();
    let owner = scope.people_on(&[case.skp.employee], ctx.today()).await?;
    let owner = owner.into_iter().next().ok_or_else(|| not_found("employee"))?;
    Ok(RatersPage { named, answered, owner, facts: case.facts, skp: case.skp, period: case.period, scheme: case.scheme })
}

/// Somebody whose criteria the reader was asked to speak to.
pub struct Asked {
    /// The nomination.
    pub nomination: Nomination,
    /// Whose.
    pub owner: String,
    /// The period.
    pub period: Period,
    /// Handed in.
    pub sent: bool,
}

/// Everybody the reader was named, and agreed upon, to rate in periods that are open.
pub async fn asked(ctx: &Ctx) -> Result<Vec<Asked>, Failure> {
    let scope = ctx.read();
    let mut all = Vec::new();
    for nomination in scope.nominated(ctx.me()).await?.into_iter().filter(|n| n.state == State::Agreed) {
        let Some(period) = scope.period(nomination.period).await? else { continue };
        if period.opened_at.is_none() || period.closed_at.is_some() {
            continue;
        }
        let Some(skp) = scope.skp(nomination.skp).await? else { continue };
        let owner = scope.employee(skp.employee).await?.map(|employee| employee.name).unwrap_or_default();
        let mine = scope.sheets_by(ctx.me(), period.id).await?;
        let sent = mine.iter().any(|saved| saved.skp == skp.id && saved.sent_at.is_some());
        all.push(Asked { nomination, owner, period, sent });
    }
    Ok(all)
}
