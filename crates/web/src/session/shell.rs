//! What every page is made of, apart from its content: language, person, navigation, the form secret.

use super::{cookie, csrf::Secret, flash::Flash};
use crate::{
    layout::nav::Standing,
    site::Site,
    words::{Lang, Words},
};
use actions::{Ctx, Failure, Frame, World, home};
use domain::{account::Role, time::TimeZone};
use http::{HeaderMap, request::Parts};
use std::sync::Arc;

/// The person, as pages show them.
#[derive(Clone, Debug)]
pub struct Who {
    /// Name with titles.
    pub name: String,
    /// The agency.
    pub agency: String,
    /// What the navigation offers.
    pub standing: Standing,
    /// Notices not read yet.
    pub unread: u64,
}

/// What pages are made of. Cheap to clone.
#[derive(Clone)]
pub struct Shell {
    /// Language, clock, day.
    pub words: Words,
    /// Path and query as asked for.
    pub path: String,
    /// Asked by htmx: only the content is wanted.
    pub htmx: bool,
    /// Asked for JSON.
    pub json: bool,
    /// The person, if logged in.
    pub who: Option<Arc<Who>>,
    /// A message of the page before.
    pub flash: Option<Flash>,
    /// Names this request in the log.
    pub request_id: String,
    /// Served over HTTPS: cookies say so.
    pub https: bool,
    /// What form tokens are made from.
    pub(crate) secret: Secret,
    /// Masks and form keys come from here.
    pub(crate) world: Arc<dyn World>,
}

impl Shell {
    /// The shell of somebody not (yet) known.
    pub(crate) fn of_guest(site: &Site, parts: &Parts, secret: Secret) -> Self {
        let headers = &parts.headers;
        let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let path = parts
            .extensions
            .get::<axum::extract::OriginalUri>()
            .map_or(&parts.uri, |original| &original.0)
            .path_and_query()
            .map_or("/", |pq| pq.as_str())
            .to_owned();
        Self {
            words: Words { lang: language(headers), zone: TimeZone::Wib, now: site.app().world.now() },
            json: text("accept").starts_with("application/json"),
            htmx: headers.contains_key("hx-request") && !headers.contains_key("hx-history-restore-request"),
            path,
            who: None,
            flash: Flash::read(headers),
            request_id: text("x-request-id").chars().take(64).collect(),
            https: site.options().https,
            secret,
            world: site.app().world.clone(),
        }
    }

    /// Becomes the shell of a known person.
    pub(crate) async fn known(mut self, ctx: &Ctx) -> Result<Self, Failure> {
        self.words.zone = ctx.agency.time_zone;
        self.words.now = ctx.at;
        let frame = home::frame(ctx).await?;
        self.who = Some(Arc::new(Who {
            name: ctx.actor.name.clone(),
            agency: ctx.agency.name.clone(),
            standing: standing(ctx, frame),
            unread: frame.unread,
        }));
        Ok(self)
    }

    /// A fresh form token.
    pub(crate) fn token(&self) -> String {
        self.secret.masked(self.world.secret())
    }
}

/// Where the person stands today: decides what the navigation offers, never what is permitted.
fn standing(ctx: &Ctx, frame: Frame) -> Standing {
    let has = |role| ctx.actor.has(role);
    Standing {
        criteria: (frame.rated || frame.rates)
            && ctx.policy(ctx.today()).is_ok_and(|policy| !policy.appraisal.raters().is_empty()),
        plans: frame.rated,
        rates: frame.rates,
        leads: frame.leads,
        oversees: has(Role::PersonnelOffice) || has(Role::Auditor) || has(Role::Pyb) || has(Role::Ppk),
        keeps_people: has(Role::PersonnelOffice) || has(Role::Auditor),
        keeps_accounts: has(Role::AgencyAdmin),
        audits: has(Role::Auditor),
        serves: frame.serves,
        feeds: frame.feeds,
    }
}

fn language(headers: &HeaderMap) -> Lang {
    cookie::read(headers, cookie::LANGUAGE).and_then(Lang::from_code).unwrap_or_default()
}
