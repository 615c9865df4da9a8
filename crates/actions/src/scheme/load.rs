//! How every verb on criteria begins: load everything about one person in one period, see as whom somebody reads and fills
//! in, permit.

use crate::{Ctx, Failure, Work, access::note, ctx::facts, failure::not_found};
use chrono::NaiveDate;
use domain::{
    decision::{Refusal, Text},
    evaluation::Period,
    evidence::Evidence,
    ids::{EmployeeId, EntryId, EvidenceId, PeriodId, SkpId},
    permissions::{Action, Facts, may},
    plan::Skp,
    scheme::{
        Role, Scheme, Sheet,
        nomination::{Nomination, Saved, State},
        rater::{Nominated, waits_for},
        said::Reader,
        workflow::{self, Who},
    },
};
use store::Scope;

/// One person's criteria in one period.
pub(crate) struct Case {
    pub(crate) skp: Skp,
    pub(crate) period: Period,
    pub(crate) scheme: Scheme,
    pub(crate) facts: Facts,
    pub(crate) nominations: Vec<Nomination>,
    pub(crate) sheets: Vec<Saved>,
    /// The result is frozen: nobody adds a word.
    pub(crate) frozen: bool,
    /// The last day of the rater; then it is the superior's turn (Bab IV.A.11).
    pub(crate) rater_until: NaiveDate,
    /// Until when somebody is waited for whose turn is before.
    pub(crate) waited_until: NaiveDate,
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
    let period = scope.period(period).await?.filter(|p| p.year == skp.year).ok_or_else(|| not_found("period"))?;
    let nominations = scope.nominations(period.id, skp.id).await?;
    let mut facts = facts(scope, &ctx.actor, skp.employee, Some((skp.rater, skp.superior)), ctx.today()).await?;
    facts.is_nominated = nominations.iter().any(|n| n.rater == ctx.me() && n.state == State::Agreed);
    may(&ctx.actor, Action::SchemeFill, &facts).map_err(|_| not_found("skp"))?;
    may(&ctx.actor, action, &facts).map_err(Refusal::Denied)?;
    note(ctx, action, skp.employee, &facts);
    let sheets = scope.sheets(period.id, skp.id).await?;
    let frozen = scope.evaluation_of(period.id, skp.id).await?.is_some();
    let case = Case::new(ctx, skp, period, facts, nominations, sheets, frozen)?;
    if case.scheme.asks_in(case.period.rhythm) { Ok(case) } else { Err(not_found("scheme")) }
}

/// The same to change it: held until the change is saved, so that nobody adds a voice while the result is frozen.
pub(super) async fn case_to_write(work: &Work, period: PeriodId, skp: SkpId, action: Action) -> Result<Case, Failure> {
    hold(work, period, skp).await?;
    case(work, &work.ctx, period, skp, action).await
}

/// Keeps everybody else from one person's criteria until the transaction ends.
pub(crate) async fn hold(work: &Work, period: PeriodId, skp: SkpId) -> Result<(), Failure> {
    Ok(work.lock(&format!("kriteria:{period}:{skp}")).await?)
}

impl Case {
    /// Everything about one person, with the rules of the period.
    pub(super) fn new(
        ctx: &Ctx,
        skp: Skp,
        period: Period,
        facts: Facts,
        nominations: Vec<Nomination>,
        sheets: Vec<Saved>,
        frozen: bool,
    ) -> Result<Self, Failure> {
        let policy = ctx.policy(period.last_day())?;
        let grace = policy.self_first_grace.as_ref().map_or(0, |rule| rule.value);
        Ok(Self {
            scheme: policy.appraisal.clone(),
            rater_until: ctx.window(&period)?.ends,
            waited_until: ctx.app.policies.holidays().after(period.last_day(), grace),
            skp,
            period,
            facts,
            nominations,
            sheets,
            frozen,
        })
    }

    /// As whom somebody fills in, if they do. In the rater's place the superior does, when the rater's time is over and the
    /// rater has said nothing.
    pub(super) fn fills(&self, me: EmployeeId, today: NaiveDate) -> Option<Role> {
        let named = self.nominations.iter().find(|n| n.rater == me && n.state == State::Agreed).map(|n| n.role);
        let role = match &self.facts {
            facts if facts.is_self => Role::Diri,
            facts if facts.is_rater => Role::Penilai,
            facts if facts.is_superior && self.scheme.rater(Role::Atasan).is_some() => Role::Atasan,
            facts if facts.is_superior => {
                let taken =
                    self.sheets_of(Role::Penilai).any(|saved| saved.sheet.rater != me && saved.sent_at.is_some());
                (today > self.rater_until && !taken).then_some(Role::Penilai)?
            }
            _ => named?,
        };
        self.scheme.rated_by(role).next().map(|_| role)
    }

    /// As whom somebody reads, and how far things are.
    pub(super) fn reader(&self, me: EmployeeId, today: NaiveDate) -> Option<Reader> {
        let fills = self.fills(me, today);
        let stands = || match &self.facts {
            facts if facts.is_self => Some(Role::Diri),
            facts if facts.is_rater => Some(Role::Penilai),
            facts if facts.is_superior => Some(Role::Atasan),
            _ => None,
        };
        let own_sent = fills.is_none() || self.of(me).is_some_and(|saved| saved.sent_at.is_some());
        Some(Reader { role: fills.or_else(stands)?, own_sent, frozen: self.frozen })
    }

    /// What somebody said so far.
    pub(super) fn of(&self, rater: EmployeeId) -> Option<&Saved> {
        self.sheets.iter().find(|saved| saved.sheet.rater == rater)
    }

    fn sheets_of(&self, role: Role) -> impl Iterator<Item = &Saved> {
        self.sheets.iter().filter(move |saved| saved.sheet.role == role)
    }

    /// Sheets that were handed in.
    pub(super) fn sent(&self) -> Vec<Sheet> {
        self.sheets.iter().filter(|saved| saved.sent_at.is_some()).map(|saved| saved.sheet.clone()).collect()
    }

    /// Nothing changes any more, or not yet: the result is frozen, the period not open or closed.
    pub(super) fn still(&self) -> Option<Refusal> {
        if self.frozen {
            Some(Refusal::rule(Text::new("scheme-frozen")).next(Text::new("scheme-frozen-next")))
        } else if self.period.closed_at.is_some() {
            Some(Refusal::rule(Text::new("assessment-period-closed")).next(Text::new("scheme-frozen-next")))
        } else {
            None
        }
    }

    /// Why this role may not speak now: the period, or somebody whose turn is before.
    pub(super) fn waits(&self, role: Role, today: NaiveDate) -> Option<Refusal> {
        if let Some(still) = self.still() {
            return Some(still);
        }
        if self.period.opened_at.is_none() {
            return Some(Refusal::rule(Text::new("assessment-period-not-open")));
        }
        if self.skp.version == 0 {
            let says = Text::new("assessment-plan-not-set");
            return Some(Refusal::rule(says).next(Text::new("progress-plan-not-set-next")));
        }
        let done: Vec<Role> = Role::ALL.into_iter().filter(|role| self.done(*role)).collect();
        let missing = waits_for(&self.scheme, role, &done).into_iter().next()?;
        if today > self.waited_until {
            return None;
        }
        let says = Text::new("scheme-waits").with("role", missing.label()).with("until", self.waited_until);
        let refusal = Refusal::rule(says).next(Text::new("scheme-waits-next"));
        Some(match &self.scheme.raters {
            Some(rule) => refusal.cited(rule.cite.clone()),
            None => refusal,
        })
    }

    /// Has everybody of the role spoken who could? Of those beside the line only all together: a wait that ended with the
    /// first would tell that one has answered.
    fn done(&self, role: Role) -> bool {
        match self.scheme.rater(role).map(|rule| rule.nominated) {
            Some(Nominated::Line) => self.sheets_of(role).any(|saved| saved.sent_at.is_some()),
            Some(_) => {
                let mut agreed = self.nominations.iter().filter(|n| n.role == role && n.state == State::Agreed);
                agreed.all(|n| self.of(n.rater).is_some_and(|saved| saved.sent_at.is_some()))
            }
            None => true,
        }
    }

    /// The sheet the next level is to read and sign, if the scheme asks for it and it was sent.
    pub(super) fn to_countersign(&self) -> Option<&Saved> {
        let wanted = self.scheme.raters().iter().find(|rule| rule.countersigned == Some(Role::Atasan))?;
        self.sheets_of(wanted.role).find(|saved| saved.sent_at.is_some())
    }

    /// How many of a role stand, named and agreed or waiting for it.
    pub(super) fn standing(&self, role: Role) -> u32 {
        self.nominations.iter().filter(|n| n.role == role && n.stands()).count() as u32
    }
}

/// The rated person's own evidence, for those who may open it; nobody else hears of a piece.
#[derive(Default)]
pub(super) struct OwnEvidence {
    /// Handed in with reports of the period.
    pub(super) of_period: Vec<Evidence>,
    /// With any report of the plan.
    pub(super) of_plan: Vec<EvidenceId>,
}

/// What sheets on a case may rest on.
pub(super) async fn own_evidence(scope: &Scope, ctx: &Ctx, case: &Case) -> Result<OwnEvidence, Failure> {
    if may(&ctx.actor, Action::EvidenceRead, &case.facts).is_err() {
        return Ok(OwnEvidence::default());
    }
    let entries = scope.entries(case.skp.id).await?;
    let within: Vec<EntryId> =
        entries.iter().filter(|entry| case.period.dates.contains(entry.on)).map(|entry| entry.id).collect();
    let mut all = scope.evidence(case.skp.id).await?;
    all.retain(|piece| piece.by == case.skp.employee);
    let of_plan = all.iter().map(|piece| piece.id).collect();
    all.retain(|piece| within.contains(&piece.entry));
    Ok(OwnEvidence { of_period: all, of_plan })
}

/// By when a role is to speak: the scheme's own step, else the last day of the period.
pub(super) fn due(scheme: &Scheme, period: &Period, role: Role, ctx: &Ctx) -> Option<NaiveDate> {
    let steps = scheme.workflow.as_ref().map_or(&[][..], |rule| &rule.value);
    let holidays = ctx.app.policies.holidays();
    let mine = |step: &&workflow::WorkStep| step.who == Who::Role(role);
    let dates = workflow::dates(steps, period.last_day(), holidays);
    let step = steps.iter().filter(mine).find_map(|step| dates.iter().find(|dates| dates.code == step.code));
    step.map(|step| step.due).or(period.dates.until)
}
