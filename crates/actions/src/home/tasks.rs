//! Tasks, computed from rows and dates: for oneself, for one's team, for those one is the last resort of, for the
//! personnel office.

use super::plan_link;
use crate::{Ctx, Failure, evaluation::carry_over, progress::see::Standing, team::TeamPage};
use chrono::{Datelike, Days, NaiveDate};
use domain::{
    assessment::RaterRole,
    decision::Text,
    evaluation::{Rhythm, period::window},
    ids::EmployeeId,
    permissions::{Action, may},
    plan::{
        Skp,
        workflow::{State, due as plan_due, state},
    },
    progress::track::Track,
};

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// What.
    pub says: Text,
    /// Where.
    pub link: String,
    /// By when.
    pub due: Option<NaiveDate>,
}

impl Task {
    pub(crate) fn new(says: Text, link: impl Into<String>, due: impl Into<Option<NaiveDate>>) -> Self {
        Self { says, link: link.into(), due: due.into() }
    }
}

/// One's own: plan, this month's report, self-assessment, results to sign for, feedback to acknowledge.
#[crate::boxed]
pub async fn own(ctx: &Ctx, year: i32, plan: Option<&Skp>, standings: &[Standing]) -> Result<Vec<Task>, Failure> {
    let (scope, today) = (ctx.read(), ctx.today());
    let mut tasks = Vec::new();
    let Some(skp) = plan else {
        let asked = || async {
            let away = scope.circumstances_of(&[ctx.me()]).await?;
            Ok::<_, Failure>(!away.iter().any(|circumstance| circumstance.exempts(today)))
        };
        if scope.line_on(ctx.me(), today).await?.is_some() && asked().await? {
            tasks.push(Task::new(Text::new("task-start-plan").with("year", year), "/skp/baru", due(ctx, year)?));
        }
        return Ok(tasks);
    };
    let (link, by) = (plan_link(skp.id), plan_due(skp.dates, skp.year, &*ctx.policy(skp.dates.from)?));
    match state(&skp.milestones) {
        State::Draf => tasks.push(Task::new(Text::new("task-finish-plan").with("year", year), link.clone(), by)),
        State::Dikembalikan => {
            let open = scope.notes(skp.id).await?.iter().filter(|note| note.resolved_at.is_none()).count();
            tasks.push(Task::new(
                Text::new("task-answer-notes").with("notes", open as i64),
                link.clone(),
                by.max(today),
            ));
        }
        _ => {}
    }
    let results = scope.receipts_of(ctx.me()).await?;
    if skp.version > 0 {
        let month = today.with_day(1).unwrap_or(today);
        let silent = standings
            .iter()
            .filter(|s| s.track.value != Track::Reached && s.last.as_ref().is_none_or(|e| e.on < month))
            .count();
        if silent > 0 {
            let text = Text::new("task-report-month").with("indicators", silent as i64);
            tasks.push(Task::new(text, format!("{link}/laporan"), last_of_month(today)));
        }
        // A period that was over before the plan began is another plan's.
        let open = scope.open_periods().await?;
        for period in open.iter().filter(|period| period.year == year && period.dates.overlaps(skp.dates)) {
            if results.iter().any(|result| result.period == period.id && result.skp == skp.id) {
                continue;
            }
            if carry_over::waits(ctx, period, skp).await? {
                let says = Text::new("task-answer-carry-over")
                    .with("period", period_name(period.rhythm, period.number, period.year));
                let link = format!("/penilaian/{}/{}/hasil-lama", period.id, skp.id);
                tasks.push(Task::new(says, link, period.dates.until));
            }
            let own = scope.assessment(period.id, skp.id, RaterRole::Diri).await?;
            if own.is_none_or(|assessment| assessment.sent_at.is_none()) {
                let says = Text::new("task-self-assess")
                    .with("period", period_name(period.rhythm, period.number, period.year));
                tasks.push(Task::new(says, format!("/penilaian/{}/{}/diri", period.id, skp.id), period.dates.until));
            }
        }
    }
    let holidays = ctx.app.policies.holidays();
    let within = ctx.policy(today)?.document.returned.value;
    for result in results.iter().filter(|result| result.acknowledged_at.is_none()) {
        let delivered = result.delivered_at.map(|at| ctx.agency.time_zone.date(at));
        let by = delivered.map(|day| holidays.after(day, within));
        tasks.push(Task::new(Text::new("task-acknowledge-result"), format!("/hasil/{}", result.id), by));
    }
    let ids: Vec<_> = results.iter().map(|result| result.id).collect();
    for result in scope.feedback_unread(&ids).await? {
        let link = format!("/hasil/{result}#umpan-balik");
        tasks.push(Task::new(Text::new("task-read-feedback"), link, None));
    }
    Ok(tasks)
}

/// A supervisor's: plans to set, obstacles to answer, people to rate, results to sign.
pub fn of_team(ctx: &Ctx, team: &TeamPage) -> Vec<Task> {
    let mut tasks = Vec::new();
    for row in &team.rows {
        let name = row.person.employee.name.as_str();
        let Some((skp, state)) = &row.plan else { continue };
        if *state == State::Ditandatangani {
            let says = Text::new("task-set-plan").with("name", name);
            tasks.push(Task::new(says, plan_link(skp.id), ctx.today()));
        }
        if row.obstacles > 0 {
            let says = Text::new("task-answer-obstacle").with("name", name).with("obstacles", row.obstacles as i64);
            tasks.push(Task::new(says, format!("{}/laporan", plan_link(skp.id)), ctx.today() + Days::new(1)));
        }
        let Some(period) = team.period.as_ref().filter(|p| p.opened_at.is_some() && p.closed_at.is_none()) else {
            continue;
        };
        let desk = format!("/penilaian/{}/{}", period.id, skp.id);
        if row.self_assessed && !row.rated {
            tasks.push(Task::new(Text::new("task-rate").with("name", name), desk, period.dates.until));
        } else if row.rated && row.evaluation.is_none() {
            tasks.push(Task::new(Text::new("task-sign-result").with("name", name), desk, period.dates.until));
        }
    }
    tasks
}

/// Plans whose rater let the deadline pass: the rater's superior may set them (Bab II.C.5).
#[crate::boxed]
pub async fn of_superior(ctx: &Ctx, year: i32) -> Result<Vec<Task>, Failure> {
    let (scope, today) = (ctx.read(), ctx.today());
    let by = due(ctx, year)?;
    if today <= by {
        return Ok(Vec::new());
    }
    let ids: Vec<EmployeeId> =
        scope.superior_of_on(ctx.me(), today).await?.into_iter().map(|line| line.employee).collect();
    let plans = scope.skps_of_year_for(&ids, year).await?;
    let names = scope.employees(&ids).await?;
    let waiting = plans.iter().filter(|skp| state(&skp.milestones) == State::Ditandatangani && skp.version == 0);
    Ok(waiting
        .map(|skp| {
            let name = names.iter().find(|e| e.id == skp.employee).map(|e| e.name.as_str()).unwrap_or_default();
            Task::new(Text::new("task-set-overdue-plan").with("name", name), plan_link(skp.id), by)
        })
        .collect())
}

/// The personnel office's: the year to lay out, periods to open and to close.
#[crate::boxed]
pub async fn of_office(ctx: &Ctx, year: i32) -> Result<Vec<Task>, Failure> {
    may(&ctx.actor, Action::PeriodManage, &domain::permissions::Facts::none())?;
    let today = ctx.today();
    let periods = ctx.read().periods(year).await?;
    let (mut tasks, holidays) = (Vec::new(), ctx.app.policies.holidays());
    if periods.is_empty() {
        tasks.push(Task::new(Text::new("task-lay-out-year").with("year", year), "/siklus", today));
    }
    for period in periods {
        let name = period_name(period.rhythm, period.number, period.year);
        let Some(until) = period.dates.until else { continue };
        let link = format!("/siklus?periode={}", period.id);
        let opens = window(period.rhythm, period.dates, &*ctx.policy(until)?, holidays).opens;
        if period.opened_at.is_none() && period.closed_at.is_none() && today >= opens {
            tasks.push(Task::new(Text::new("task-open-period").with("period", name), link, until));
        } else if period.opened_at.is_some() && period.closed_at.is_none() && today > until {
            let by = window(period.rhythm, period.dates, &*ctx.policy(until)?, holidays).ends;
            tasks.push(Task::new(Text::new("task-close-period").with("period", name), link, by));
        }
    }
    Ok(tasks)
}

/// The day plans of a year are due.
fn due(ctx: &Ctx, year: i32) -> Result<NaiveDate, Failure> {
    let first = domain::time::DateRange::year(year).from;
    Ok(ctx.policy(first)?.plan_due.value.in_year(year))
}

/// A period's name as a sentence of the catalogue.
pub fn period_name(rhythm: Rhythm, number: u32, year: i32) -> Text {
    Text::new(match rhythm {
        Rhythm::Bulanan => "period-bulanan",
        Rhythm::Triwulanan => "period-triwulanan",
        Rhythm::Semesteran => "period-semesteran",
        Rhythm::Tahunan => "period-tahunan",
    })
    .with("number", number)
    .with("year", year)
}

fn last_of_month(day: NaiveDate) -> NaiveDate {
    let first = day.with_day(1).unwrap_or(day);
    let next = first.checked_add_months(chrono::Months::new(1)).unwrap_or(first);
    next - Days::new(1)
}
