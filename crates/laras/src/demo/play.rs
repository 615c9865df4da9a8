//! The order of events: who acts for whom, many people at once, a year at a time.

use super::{
    calendar::{Calendar, Moment, day},
    career,
    cast::{Cast, Holder, Post},
    fairness, feeds, judging, lately, learning, people, plans, raters, survey, teams, work,
};
use crate::failure::Stop;
use actions::{App, Ctx};
use chrono::{DateTime, Utc};
use domain::{
    account::{Actor, Role},
    ids::{AccountId, EmployeeId, IndicatorId, RhkId, SkpId, UnitId},
    people::Agency,
};
use futures::{StreamExt, stream};
use std::{
    collections::HashMap,
    future::Future,
    sync::{Arc, Mutex, PoisonError, atomic::AtomicU64},
};

/// People who act at once: enough for the writer to find company for every commit.
const AT_ONCE: usize = 32;

/// One person of the demo.
pub struct Player {
    /// The person.
    pub employee: EmployeeId,
    /// Their log-in.
    pub account: AccountId,
    /// Name as shown.
    pub name: String,
    /// Granted roles.
    pub roles: Vec<Role>,
    /// Place of their post in the cast.
    pub post: usize,
    /// Place among the holders of the post.
    pub holder: usize,
    /// Who rates them.
    pub rater: Option<usize>,
    /// Steps below the head of the region.
    pub level: usize,
}

/// A plan once written.
#[derive(Clone, Default)]
pub struct Made {
    /// The plan; none before it was started.
    pub skp: Option<SkpId>,
    /// Has a version come into force?
    pub in_force: bool,
    /// Its results, in the order of the cast.
    pub results: Vec<RhkId>,
    /// Their indicators.
    pub indicators: Vec<Vec<IndicatorId>>,
}

/// Everything the play needs.
pub struct Play {
    /// The process.
    pub app: App,
    /// The agency.
    pub agency: Arc<Agency>,
    /// When.
    pub calendar: Calendar,
    /// Who there is.
    pub cast: Cast,
    /// The people.
    pub players: Vec<Player>,
    /// Units by the cast's code.
    pub units: HashMap<String, UnitId>,
    ids: Arc<AtomicU64>,
    made: Mutex<HashMap<(usize, i32), Made>>,
}

/// Builds the agency in an empty database: last year finished, this year up to now.
pub async fn build(app: App, cast: Cast, now: DateTime<Utc>) -> Result<(), Stop> {
    let play = Arc::new(people::settle(app, cast, now).await?);
    let this = play.calendar.year();
    for year in [this - 1, this] {
        let Some(at) = play.calendar.at(day(year, 1, 2), 8, 30) else { break };
        let office = play.ctx(play.office()?, at);
        actions::evaluation::manage_period::lay_out(&office, year).await?;
        let deepest = play.players.iter().map(|player| player.level).max().unwrap_or(0);
        for level in 0..=deepest {
            let players = play.rated().filter(|who| play.players[*who].level == level).collect();
            play.each(players, move |play, who| async move { plans::year(&play, who, year).await }).await?;
        }
        play.each(play.rated().collect(), move |play, who| async move { work::year(&play, who, year).await }).await?;
        judging::year(&play, year).await?;
    }
    teams::work(&play).await?;
    career::happen(&play).await?;
    survey::happen(&play).await?;
    feeds::happen(&play).await?;
    learning::happen(&play).await?;
    raters::happen(&play).await?;
    fairness::happen(&play).await?;
    lately::happen(&play).await
}

impl Play {
    /// An empty play around settled people.
    pub fn new(
        app: App,
        agency: Agency,
        calendar: Calendar,
        cast: Cast,
        players: Vec<Player>,
        units: HashMap<String, UnitId>,
        ids: Arc<AtomicU64>,
    ) -> Self {
        let agency = Arc::new(agency);
        Self { app, agency, calendar, cast, players, units, ids, made: Mutex::default() }
    }

    /// Somebody acting at an instant.
    pub fn ctx(&self, who: usize, at: DateTime<Utc>) -> Ctx {
        let player = &self.players[who];
        let world = Arc::new(Moment { at, ids: Arc::clone(&self.ids) });
        Ctx {
            app: App { world, ..self.app.clone() },
            agency: Arc::clone(&self.agency),
            actor: Arc::new(Actor {
                agency: self.agency.id,
                account: player.account,
                employee: player.employee,
                name: player.name.clone(),
                roles: player.roles.clone(),
            }),
            at,
            once: None,
        }
    }

    /// The post somebody holds.
    pub fn post(&self, who: usize) -> &Post {
        &self.cast.posts[self.players[who].post]
    }

    /// What the cast says of somebody.
    pub fn holder(&self, who: usize) -> &Holder {
        &self.post(who).holders[self.players[who].holder]
    }

    /// Everybody who is rated.
    pub fn rated(&self) -> impl Iterator<Item = usize> {
        (0..self.players.len()).filter(|who| self.players[*who].rater.is_some())
    }

    /// Somebody of the personnel office.
    pub fn office(&self) -> Result<usize, Stop> {
        let office = |player: &Player| player.roles.contains(&Role::PersonnelOffice);
        self.players.iter().position(office).ok_or_else(|| Stop::new("the demo has nobody in the personnel office"))
    }

    /// The plan of somebody in a year.
    pub fn made(&self, who: usize, year: i32) -> Made {
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.get(&(who, year)).cloned().unwrap_or_default()
    }

    /// Remembers a plan.
    pub fn remember(&self, who: usize, year: i32, plan: Made) {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert((who, year), plan);
    }

    /// Fills the holder's own words into a text of the post.
    pub fn words(&self, who: usize, text: &str) -> String {
        let words = &self.holder(who).words;
        words.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }

    /// Lets people act, many at once.
    pub async fn each<F, Fut>(self: &Arc<Self>, who: Vec<usize>, act: F) -> Result<(), Stop>
    where
        F: Fn(Arc<Self>, usize) -> Fut,
        Fut: Future<Output = Result<(), Stop>> + Send + 'static,
    {
        let acting = who.into_iter().map(|who| {
            let (name, act) = (self.players[who].name.clone(), tokio::spawn(act(Arc::clone(self), who)));
            async move { (name, act.await) }
        });
        let mut outcomes = stream::iter(acting).buffer_unordered(AT_ONCE);
        while let Some((name, outcome)) = outcomes.next().await {
            outcome
                .map_err(|error| Stop::new(format!("demo, {name}: {error}")))?
                .map_err(|stop| Stop::new(format!("demo, {name}: {stop}")))?;
        }
        Ok(())
    }
}
