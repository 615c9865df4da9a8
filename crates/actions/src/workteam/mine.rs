//! *Somebody sees their teams*: those they work in, those their unit owns, what waits for their word as rater. The offices that
//! oversee the agency see all of them, and take the list along as a file.

use super::{load::names, member::word_link, write::may_create};
use crate::{
    Ctx, Failure,
    ctx::unit_led_by,
    people::export::{Format, table},
};
use chrono::NaiveDate;
use domain::{
    evaluation::Predikat,
    ids::{EmployeeId, UnitId, WorkteamId},
    permissions::{Action, Facts, may},
    workteam::{Member, Part, Standing, State, Workteam, members::leader},
};
use std::collections::BTreeMap;
use store::Scope;

/// A team in the list.
pub struct Row {
    /// The team.
    pub team: Workteam,
    /// Where it is.
    pub state: State,
    /// The unit that owns it; `None` for the whole agency.
    pub unit: Option<String>,
    /// Who leads it; `None` until somebody was agreed upon.
    pub leader: Option<String>,
    /// How many work in it today.
    pub people: usize,
    /// The reader's own part: as what, where it is, which share.
    pub own: Option<(Part, Standing, Option<u32>)>,
    /// What it was found to have achieved last.
    pub predikat: Option<Predikat>,
}

/// A proposal that waits for the reader's word.
pub struct Waiting {
    /// Where to answer.
    pub link: String,
    /// Who is proposed.
    pub name: String,
    /// The team.
    pub team: String,
    /// As what.
    pub part: Part,
    /// The share asked for.
    pub share: Option<u32>,
    /// From when.
    pub from: NaiveDate,
}

/// One's teams.
pub struct Mine {
    /// Running teams first, then the newest.
    pub rows: Vec<Row>,
    /// What waits for one's word.
    pub waiting: Vec<Waiting>,
    /// Is it the list of all?
    pub all: bool,
    /// May one set up a team?
    pub creates: bool,
}

/// The teams of the person asking.
#[crate::boxed]
pub async fn mine(ctx: &Ctx) -> Result<Mine, Failure> {
    let scope = ctx.read();
    let (teams, all) = teams(&scope, ctx).await?;
    Ok(Mine {
        rows: rows(&scope, ctx, teams).await?,
        waiting: waiting(&scope, ctx).await?,
        creates: may_create(&scope, ctx).await?,
        all,
    })
}

/// The same list as a file.
#[crate::boxed]
pub async fn export(ctx: &Ctx, format: Format) -> Result<Vec<u8>, Failure> {
    let scope = ctx.read();
    let (teams, _) = teams(&scope, ctx).await?;
    let rows = rows(&scope, ctx, teams).await?.into_iter().map(|row| {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        vec![
            row.team.name,
            row.team.purpose,
            row.unit.unwrap_or_default(),
            row.leader.unwrap_or_default(),
            row.people.to_string(),
            day(Some(row.team.dates.from)),
            day(row.team.ended_on.or(row.team.dates.until)),
            row.state.code().to_owned(),
            row.predikat.map(Predikat::code).unwrap_or_default().to_owned(),
        ]
    });
    let columns =
        vec!["tim", "tujuan", "unit", "ketua", "anggota", "mulai", "selesai", "keadaan", "predikat_tim_terakhir"];
    table("tim-kerja", columns, format, rows.collect()).await
}

/// Teams the person may know of by their office, else their own and those of the units they lead.
async fn teams(scope: &Scope, ctx: &Ctx) -> Result<(Vec<Workteam>, bool), Failure> {
    if may(&ctx.actor, Action::WorkteamRead, &Facts::none()).is_ok() {
        return Ok((scope.workteams().await?, true));
    }
    let parts = scope.workteam_parts(&[ctx.me()]).await?;
    let own = parts.iter().filter(|part| part.word.as_ref().is_none_or(|word| word.agreed));
    let mut found = scope.workteams_among(&own.map(|part| part.team).collect::<Vec<WorkteamId>>()).await?;
    if let Some(led) = unit_led_by(scope, ctx.me(), ctx.today()).await? {
        let below = scope.units_under(led).await?;
        if below.first().is_some_and(|unit| unit.parent.is_none()) {
            return Ok((scope.workteams().await?, true));
        }
        let ids: Vec<UnitId> = below.iter().map(|unit| unit.id).collect();
        found.extend(scope.workteams_of_units(&ids).await?);
    }
    found.sort_by_key(|team| std::cmp::Reverse((team.dates.from, team.id)));
    found.dedup_by_key(|team| team.id);
    Ok((found, false))
}

async fn rows(scope: &Scope, ctx: &Ctx, teams: Vec<Workteam>) -> Result<Vec<Row>, Failure> {
    let (me, today) = (ctx.me(), ctx.today());
    let ids: Vec<WorkteamId> = teams.iter().map(|team| team.id).collect();
    let mut members: BTreeMap<WorkteamId, Vec<Member>> = BTreeMap::new();
    for member in scope.workteam_members(&ids).await? {
        members.entry(member.team).or_default().push(member);
    }
    let leaders: Vec<EmployeeId> = members.values().filter_map(|of| Some(leader(of, today)?.employee)).collect();
    let names = names(scope, leaders).await?;
    let units: BTreeMap<UnitId, String> = if teams.is_empty() {
        BTreeMap::new()
    } else {
        scope.units().await?.into_iter().map(|u| (u.id, u.name)).collect()
    };
    let last: BTreeMap<WorkteamId, Predikat> =
        scope.workteam_ratings(&ids).await?.into_iter().map(|rating| (rating.team, rating.predikat)).collect();
    let mut rows: Vec<Row> = teams
        .into_iter()
        .map(|team| {
            let of = members.remove(&team.id).unwrap_or_default();
            let own = of.iter().rfind(|member| member.employee == me);
            Row {
                state: team.state(today),
                unit: team.unit.and_then(|unit| units.get(&unit).cloned()),
                leader: leader(&of, today).and_then(|leader| names.get(&leader.employee).cloned()),
                people: of.iter().filter(|member| member.works_on(today)).count(),
                own: own.map(|member| (member.part, member.standing(today), member.share)),
                predikat: last.get(&team.id).copied(),
                team,
            }
        })
        .collect();
    rows.sort_by_key(|row| row.state);
    Ok(rows)
}

/// Proposals for people one rates, oldest first.
pub(super) async fn waiting(scope: &Scope, ctx: &Ctx) -> Result<Vec<Waiting>, Failure> {
    let waiting = scope.workteam_words_waiting(ctx.me(), ctx.today()).await?;
    let teams = scope.workteams_among(&waiting.iter().map(|member| member.team).collect::<Vec<_>>()).await?;
    let names = names(scope, waiting.iter().map(|member| member.employee)).await?;
    let waiting = waiting.into_iter().filter_map(|member| {
        let team = teams.iter().find(|team| team.id == member.team && team.state(ctx.today()) != State::Berakhir)?;
        Some(Waiting {
            link: word_link(&member),
            name: names.get(&member.employee).cloned().unwrap_or_default(),
            team: team.name.clone(),
            part: member.part,
            share: member.share,
            from: member.dates.from,
        })
    });
    Ok(waiting.collect())
}
