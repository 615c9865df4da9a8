//! *What must I do now, what is late, what has changed?* The first screen of everybody.
//!
//! Tasks are computed from what stands in the rows, never stored. Read first: [`tasks`].

pub mod tasks;

use crate::{
    Ctx, Failure, dialogue, feed,
    progress::see::{Standing, standings},
    team,
};
use domain::{
    decision::Text,
    ids::SkpId,
    journal::Notice,
    permissions::Action,
    plan::{Skp, workflow},
};
use tasks::Task;

/// The first screen.
pub struct HomePage {
    /// What to do, most urgent first.
    pub tasks: Vec<Task>,
    /// The running plan.
    pub plan: Option<Skp>,
    /// Its indicators.
    pub standings: Vec<Standing>,
    /// What has changed, newest first.
    pub notices: Vec<Notice>,
    /// The team's size, for those who have one.
    pub team: usize,
}

/// Notices shown on the first screen.
const RECENT: u64 = 8;

/// The first screen of the person asking.
#[crate::boxed]
pub async fn see_home(ctx: &Ctx) -> Result<HomePage, Failure> {
    let scope = ctx.read();
    let year = chrono::Datelike::year(&ctx.today());
    let plan = running(ctx).await?;
    let standings = match &plan {
        Some(skp) => {
            let (entries, steps, replies) =
                (scope.entries(skp.id).await?, scope.steps(skp.id).await?, scope.replies(skp.id).await?);
            let entries = feed::realise::counted(&scope, &[skp], entries, ctx.today()).await?;
            standings(skp, &entries, &steps, &replies, ctx.today())
        }
        None => Vec::new(),
    };
    let mut tasks = tasks::own(ctx, year, plan.as_ref(), &standings).await?;
    // Everybody opens this page first, and most have nothing of most kinds waiting.
    let touched = scope.touched(ctx.me(), ctx.today()).await?;
    let team = match touched.rates {
        true => team::see_team(ctx, year).await?,
        false => team::TeamPage { year, period: None, rows: Vec::new() },
    };
    if touched.rates {
        tasks.extend(tasks::of_team(ctx, &team));
        tasks.extend(dialogue::tasks::of_team(ctx, &team).await?);
        let people: Vec<_> = team.rows.iter().map(|row| row.person.employee.id).collect();
        tasks.extend(crate::followup::tasks::of_team(ctx, &people).await?);
        tasks.extend(crate::development::tasks::of_team(ctx, &people).await?);
        tasks.extend(crate::training::tasks::of_team(ctx, &people).await?);
        tasks.extend(crate::certification::tasks::own(ctx).await?);
        tasks.extend(crate::calibration::tasks::waiting(ctx).await?);
    }
    if touched.asked {
        tasks.extend(crate::followup::tasks::own(ctx).await?);
    }
    tasks.extend(crate::training::tasks::of_office(ctx).await?);
    if touched.talks {
        tasks.extend(dialogue::tasks::own(ctx).await?);
    }
    tasks.extend(dialogue::tasks::of_office(ctx).await?);
    if touched.superior {
        tasks.extend(tasks::of_superior(ctx, year).await?);
    }
    if touched.objections {
        tasks.extend(crate::objection::tasks::waiting(ctx).await?);
    }
    if touched.teams {
        tasks.extend(crate::workteam::tasks::waiting(ctx).await?);
    }
    if touched.mentoring {
        tasks.extend(crate::mentoring::tasks::waiting(ctx).await?);
    }
    if touched.skills {
        tasks.push(Task::new(Text::new("task-skill-asked"), "/keterampilan-saya", None));
    }
    tasks.extend(crate::scheme::mine::tasks(ctx, touched).await?);
    if touched.leads || ctx.permit(Action::FeedManage).is_ok() {
        tasks.extend(feed::alarm::tasks(ctx).await?);
    }
    if ctx.permit(Action::PeriodManage).is_ok() {
        tasks.extend(tasks::of_office(ctx, year).await?);
    }
    tasks.sort_by_key(|task| (task.due.is_none(), task.due));
    let notices = scope.notices(ctx.me(), RECENT).await?;
    Ok(HomePage { tasks, plan, standings, notices, team: team.rows.len() })
}

/// The plan that runs today; a draft if there is nothing else.
#[crate::boxed]
pub async fn running(ctx: &Ctx) -> Result<Option<Skp>, Failure> {
    let plans = ctx.read().skps_of(ctx.me()).await?;
    let today = ctx.today();
    Ok(plans
        .into_iter()
        .filter(|skp| skp.dates.contains(today) && workflow::state(&skp.milestones) != workflow::State::Digantikan)
        .max_by_key(|skp| skp.dates.from))
}

/// Where the reader stands today, for the frame of every page.
#[crate::boxed]
pub async fn frame(ctx: &Ctx) -> Result<store::Frame, Failure> {
    Ok(ctx.read().frame(ctx.me(), ctx.today()).await?)
}

/// The latest notices; reading them marks them read.
#[crate::boxed]
pub async fn read_notices(ctx: &Ctx, limit: u64) -> Result<Vec<Notice>, Failure> {
    let notices = ctx.read().notices(ctx.me(), limit).await?;
    let (me, at) = (ctx.me(), ctx.at);
    if notices.iter().any(|notice| notice.read_at.is_none()) {
        crate::account::log_in::exempt(&ctx.app, ctx.agency.id, move |tx| async move {
            Ok(tx.mark_all_read(me, at).await?)
        })
        .await?;
    }
    Ok(notices)
}

/// Where a plan is.
pub fn plan_link(id: SkpId) -> String {
    format!("/skp/{id}")
}
