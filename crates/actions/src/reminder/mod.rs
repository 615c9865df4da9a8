//! Saying to many people what they still have to do: a digest each, once.
//!
//! Two ways lead here: the office or a leader reminds a unit ([`preview`], then a job), and every working morning the
//! reminders that have become due ([`domain::reminder`]). Whoever is behind is found by the database; each gets one
//! notice a day for each kind of thing, however many it is about.
//! Not here: a supervisor reminding one employee (`assessment::remind`). Read first: this file, then `send`.

pub(crate) mod send;

use crate::{
    Ctx, Failure,
    evaluation::see_cycle::{look, within},
    failure::not_found,
};
use chrono::NaiveDate;
use domain::{
    decision::{Arg, Text},
    evaluation::{Period, cycle::Step},
    ids::{PeriodId, UnitId},
    people::Unit,
    permissions::Action,
    reminder::{Level, Stage, reached},
};
use store::Look;

/// What is waited for.
#[derive(Clone, Debug)]
pub(crate) struct Ask {
    /// Among whom.
    pub(crate) look: Look,
    /// For what.
    pub(crate) step: Step,
    /// By when.
    pub(crate) due: Option<NaiveDate>,
    /// Said once under this word; `None` for what may be said again.
    pub(crate) word: Option<String>,
}

/// Something said to many.
#[derive(Clone, Debug)]
pub(crate) struct Round {
    /// What is waited for.
    pub(crate) asks: Vec<Ask>,
    /// Who hears of it.
    pub(crate) level: Level,
    /// Each person hears it once under this word.
    pub(crate) word: String,
    /// In which words.
    pub(crate) saying: Saying,
}

/// In which words something is said.
#[derive(Clone, Debug)]
pub(crate) enum Saying {
    /// To those whose turn it is.
    Due(Step),
    /// To the levels above.
    Escalated(Step),
    /// A period is open.
    Opened(Text),
    /// A period is open, and there is no plan.
    OpenedWithoutPlan(Text),
    /// A period is open: so many are to be rated.
    OpenedForRater(Text),
}

impl Saying {
    /// The sentence, for `n` people by a day.
    fn says(&self, n: usize, due: Option<NaiveDate>) -> Text {
        let by = due.map_or(Arg::Str("–".to_owned()), Arg::Date);
        let n = n as i64;
        match self {
            Self::Due(Step::Plan) => Text::new("notice-due-plan").with("due", by),
            Self::Due(Step::Set) => Text::new("notice-due-set").with("n", n).with("due", by),
            Self::Due(Step::Own) => Text::new("notice-due-self").with("due", by),
            Self::Due(Step::Rate) => Text::new("notice-due-rate").with("n", n).with("due", by),
            Self::Due(Step::Sign) => Text::new("notice-due-sign").with("n", n).with("due", by),
            Self::Due(Step::Acknowledge | Step::Done) => Text::new("notice-due-acknowledge"),
            Self::Escalated(Step::Plan | Step::Set) => Text::new("notice-late-plans").with("n", n).with("due", by),
            Self::Escalated(Step::Own) => Text::new("notice-late-self").with("n", n).with("due", by),
            Self::Escalated(_) => Text::new("notice-late-ratings").with("n", n).with("due", by),
            Self::Opened(name) => Text::new("notice-opened").with("period", name.clone()).with("due", by),
            Self::OpenedWithoutPlan(name) => Text::new("notice-opened-without-plan").with("period", name.clone()),
            Self::OpenedForRater(name) => {
                Text::new("notice-opened-for-rater").with("period", name.clone()).with("n", n)
            }
        }
    }

    /// Where to look.
    const fn link(&self) -> &'static str {
        match self {
            Self::Due(Step::Plan) | Self::OpenedWithoutPlan(_) => "/skp",
            Self::Due(Step::Own) | Self::Opened(_) => "/penilaian",
            Self::Due(Step::Acknowledge | Step::Done) => "/hasil",
            Self::Due(Step::Set | Step::Rate | Step::Sign) | Self::OpenedForRater(_) | Self::Escalated(_) => "/tim",
        }
    }
}

/// What reminding a unit would do.
pub struct Preview {
    /// The period.
    pub period: Period,
    /// The unit; the whole agency without one.
    pub unit: Option<Unit>,
    /// Each step with people at it: how many they are, and how many get a notice.
    pub steps: Vec<(Step, usize, usize)>,
}

/// How many would be reminded of what.
#[crate::boxed]
pub async fn preview(ctx: &Ctx, period: PeriodId, unit: Option<UnitId>) -> Result<Preview, Failure> {
    let scope = ctx.read();
    let unit = within(ctx, &scope, unit, Action::ReminderSend).await?.unit;
    let period = scope.period(period).await?.ok_or_else(|| not_found("period"))?;
    let look = look(ctx, period.year, Some(&period), unit);
    let mut steps = Vec::new();
    for (step, people) in scope.steps_count(look).await? {
        if step != Step::Done {
            steps.push((step, people, scope.turns(look, step, Level::Own.up()).await?.len()));
        }
    }
    steps.sort_unstable();
    Ok(Preview {
        period,
        unit: match unit {
            Some(unit) => scope.unit(unit).await?,
            None => None,
        },
        steps,
    })
}

/// The rounds of a reminder somebody asked for.
pub(crate) fn asked(ctx: &Ctx, period: &Period, unit: Option<UnitId>, steps: &[Step]) -> Result<Vec<Round>, Failure> {
    let (policy, holidays) = (ctx.policy(period.last_day())?, ctx.app.policies.holidays());
    let look = look(ctx, period.year, Some(period), unit);
    let round = |step: &Step| Round {
        asks: vec![Ask { look, step: *step, due: step.due(period, &policy, holidays), word: None }],
        level: Level::Own,
        word: of_day(ctx.today(), *step, Level::Own),
        saying: Saying::Due(*step),
    };
    Ok(steps.iter().map(round).collect())
}

/// The rounds of a day: for each step and level the reminders that have become due, of all open periods together.
pub(crate) async fn of_morning(ctx: &Ctx, day: NaiveDate) -> Result<Vec<Round>, Failure> {
    use chrono::Datelike;
    let (scope, holidays) = (ctx.read(), ctx.app.policies.holidays());
    let mut rounds: Vec<Round> = Vec::new();
    let mut add = |ask: Ask, stage: Stage| {
        let (step, level) = (ask.step, stage.level);
        let word = of_day(day, step, level);
        match rounds.iter_mut().find(|round| round.word == word) {
            Some(round) => round.asks.push(ask),
            None => {
                let saying = if level == Level::Own { Saying::Due(step) } else { Saying::Escalated(step) };
                rounds.push(Round { asks: vec![ask], level, word, saying });
            }
        }
    };
    for year in [day.year() - 1, day.year()] {
        let policy = ctx.policy(domain::time::DateRange::year(year).from)?;
        let due = policy.plan_due.value.in_year(year);
        if let Some(stage) = reached(due, day, holidays) {
            for step in [Step::Plan, Step::Set] {
                let word = Some(format!("{}/{year}/{}", step.code(), stage.code()));
                add(Ask { look: look(ctx, year, None, None), step, due: Some(due), word }, stage);
            }
        }
        for period in scope.periods(year).await?.iter().filter(|p| p.opened_at.is_some() && p.closed_at.is_none()) {
            let policy = ctx.policy(period.last_day())?;
            for step in [Step::Own, Step::Rate, Step::Sign] {
                let due = step.due(period, &policy, holidays);
                let Some(stage) = due.and_then(|due| reached(due, day, holidays)) else { continue };
                let word = Some(format!("{}/{}/{}", step.code(), period.id, stage.code()));
                add(Ask { look: look(ctx, year, Some(period), None), step, due, word }, stage);
            }
        }
    }
    Ok(rounds)
}

/// One notice for each person, day and kind.
fn of_day(day: NaiveDate, step: Step, level: Level) -> String {
    format!("{day}/{}/{}", step.code(), level.up())
}
