//! *Whoever leads the unit says what the team achieved* in a period, result by result; the team's predikat follows by rule and
//! nobody can type it. It stands beside the members' own results and never enters them.

use super::load::{Found, link, load, load_to_change};
use crate::{
    Ctx, Failure,
    failure::{fields, not_found},
    home::tasks::period_name,
};
use chrono::Datelike;
use domain::{
    decision::{Refusal, Text},
    evaluation::{Capaian, Period},
    ids::{PeriodId, WorkteamId, WorkteamRatingId, WorkteamResultId},
    permissions::{Action, may},
    workteam::{
        Rated, TeamRating, TeamResult, Workteam,
        predikat::{check, may_rate, predikat},
        results::Reached,
    },
};
use store::Scope;

/// What the form shows.
pub struct Rating {
    /// The team.
    pub team: Workteam,
    /// Results that stand, and how far each is at the end of the period, or today.
    pub results: Vec<(TeamResult, Reached)>,
    /// Periods that can be judged: open, and the team worked in them.
    pub periods: Vec<Period>,
    /// The period chosen.
    pub period: Option<Period>,
    /// What was said of it so far.
    pub last: Option<TeamRating>,
    /// Why the reader cannot say it, if they could otherwise.
    pub waits: Option<Refusal>,
}

/// Periods in which the team worked, of the years it worked up to now.
pub(super) async fn periods(scope: &Scope, ctx: &Ctx, team: &Workteam) -> Result<Vec<Period>, Failure> {
    let mut found = Vec::new();
    let last = team.days().until.map_or(ctx.today().year(), |day| day.year().min(ctx.today().year()));
    for year in team.dates.from.year()..=last {
        let of_year = scope.periods(year).await?;
        found.extend(of_year.into_iter().filter(|period| period.dates.overlaps(team.days())));
    }
    Ok(found)
}

fn open(period: &Period) -> bool {
    period.opened_at.is_some() && period.closed_at.is_none()
}

async fn standing(
    scope: &Scope,
    ctx: &Ctx,
    team: &Workteam,
    period: Option<&Period>,
) -> Result<Vec<(TeamResult, Reached)>, Failure> {
    let mut results = scope.workteam_results(&[team.id]).await?;
    results.retain(|result| result.dropped_on.is_none());
    let ids: Vec<WorkteamResultId> = results.iter().map(|result| result.id).collect();
    let entries = scope.workteam_entries(&ids).await?;
    let day = period.map_or(ctx.today(), |period| period.last_day().min(ctx.today()));
    Ok(results
        .into_iter()
        .map(|result| {
            let reached = result.reached(&entries, team, day);
            (result, reached)
        })
        .collect())
}

/// What the form to judge a team shows; the period that ends first if none is chosen.
#[crate::boxed]
pub async fn rating(ctx: &Ctx, id: WorkteamId, chosen: Option<PeriodId>) -> Result<Rating, Failure> {
    let scope = ctx.read();
    let Found { team, members, facts } = load(&scope, ctx, id, Action::WorkteamRead).await?;
    may(&ctx.actor, Action::WorkteamRate, &facts)?;
    let periods: Vec<Period> = periods(&scope, ctx, &team).await?.into_iter().filter(open).collect();
    let period = match chosen {
        Some(id) => periods.iter().find(|period| period.id == id),
        None => periods.iter().min_by_key(|period| period.last_day()),
    };
    let period = period.cloned();
    let of_period = |rating: &TeamRating| period.as_ref().is_some_and(|period| period.id == rating.period);
    Ok(Rating {
        last: scope.workteam_ratings(&[id]).await?.into_iter().rfind(of_period),
        waits: period.as_ref().and_then(|period| may_rate(&members, ctx.me(), period.dates).err()),
        results: standing(&scope, ctx, &team, period.as_ref()).await?,
        team,
        periods,
        period,
    })
}

/// Says it; the members are told.
#[crate::boxed]
pub async fn rate(
    ctx: &Ctx,
    id: WorkteamId,
    period: PeriodId,
    said: Vec<(WorkteamResultId, Option<Capaian>, String)>,
) -> Result<WorkteamRatingId, Failure> {
    ctx.act(Action::WorkteamRate, move |work| {
        let said = said.clone();
        async move {
            let Found { team, members, .. } = load_to_change(&work, id).await?;
            let period = work.period(period).await?.ok_or_else(|| not_found("period"))?;
            if !open(&period) {
                let says = Text::new("workteam-period-not-open")
                    .with("period", period_name(period.rhythm, period.number, period.year));
                return Err(Refusal::rule(says).into());
            }
            if !period.dates.overlaps(team.days()) {
                return Err(Refusal::rule(Text::new("workteam-period-is-another")).into());
            }
            may_rate(&members, work.ctx.me(), period.dates)?;
            let standing = standing(&work, &work.ctx, &team, Some(&period)).await?;
            let results: Vec<TeamResult> = standing.iter().map(|(result, _)| result.clone()).collect();
            fields(check(&results, &said))?;
            let rated: Vec<Rated> = standing
                .iter()
                .filter_map(|(result, reached)| {
                    let (_, capaian, reason) = said.iter().find(|(of, ..)| *of == result.id)?;
                    Some(Rated {
                        result: result.id,
                        text: result.text.clone(),
                        capaian: (*capaian)?,
                        reason: reason.trim().to_owned(),
                        share: reached.share,
                    })
                })
                .collect();
            let decision = predikat(&rated)?;
            let rating = TeamRating {
                id: work.id(),
                team: id,
                period: period.id,
                rated,
                predikat: decision.value,
                because: decision.because,
                by: work.ctx.me(),
                at: work.ctx.at,
            };
            work.insert_workteam_rating(&rating).await?;
            work.journal("workteam_rating", rating.id, None, Some(&rating)).await?;
            let says = Text::new("notice-workteam-rated")
                .with("team", team.name.as_str())
                .with("predikat", rating.predikat.label());
            for member in members.iter().filter(|member| member.worked_in(period.dates)) {
                work.tell(member.employee, says.clone(), format!("{}#capaian", link(id))).await?;
            }
            Ok(rating.id)
        }
    })
    .await
}
