//! *An employee or their rater names the source an indicator is measured by*, or takes the name back. From then on its realisation
//! comes from there, and nobody types it.

use crate::{
    Ctx, Failure,
    failure::{fields, not_found},
    plan::load::load,
};
use domain::{
    decision::Text,
    feed::{Link, Measure, Slice},
    ids::{FeedId, IndicatorId, SkpId},
    permissions::Action,
    plan::{Indicator, Skp},
};
use store::{Fed, Scope};

/// What is to be measured by what.
#[derive(Clone, Debug)]
pub struct Named {
    /// The source.
    pub source: FeedId,
    /// What is read.
    pub measure: Measure,
    /// Of the employee, the unit of the plan, or all.
    pub of: Whose,
    /// Only of this service, place or activity; empty for all.
    pub item: String,
}

/// Whose rows count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The employee's.
    Own,
    /// Those of the plan's unit and everything under it.
    Unit,
    /// Everybody's.
    All,
}

impl Whose {
    /// Code and name of each.
    pub const ALL: [(&'static str, Self, Text); 3] = [
        ("pegawai", Self::Own, Text::new("feed-of-person")),
        ("unit", Self::Unit, Text::new("feed-of-unit")),
        ("semua", Self::All, Text::new("feed-of-all")),
    ];

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(of, ..)| *of == code).map(|(_, whose, _)| whose)
    }
}

/// What the page of naming shows.
pub struct LinkPage {
    /// The plan.
    pub skp: Skp,
    /// The indicator.
    pub indicator: Indicator,
    /// What it is measured by now.
    pub link: Option<Link>,
    /// Sources there are.
    pub sources: Vec<Fed>,
}

fn indicator_of(skp: &Skp, id: IndicatorId) -> Result<Indicator, Failure> {
    let found = skp.content.results.iter().flat_map(|rhk| &rhk.indicators).find(|one| one.id == id);
    found.cloned().ok_or_else(|| not_found("indicator"))
}

/// Opens the page of naming.
#[crate::boxed]
pub async fn see(ctx: &Ctx, skp: SkpId, indicator: IndicatorId) -> Result<LinkPage, Failure> {
    let scope = ctx.read();
    let (skp, _) = load(&scope, ctx, skp, Action::FeedLink).await?;
    let indicator = indicator_of(&skp, indicator)?;
    let link = scope.feed_link(skp.id, indicator.id).await?;
    let sources = scope.feeds().await?.into_iter().filter(|fed| !fed.source.retired).collect();
    Ok(LinkPage { skp, indicator, link, sources })
}

/// Names the source.
#[crate::boxed]
pub async fn name(ctx: &Ctx, skp: SkpId, indicator: IndicatorId, named: Named) -> Result<(), Failure> {
    ctx.act(Action::FeedLink, move |work| {
        let named = named.clone();
        async move {
            let (skp, _) = load(&work, &work.ctx, skp, Action::FeedLink).await?;
            let indicator = indicator_of(&skp, indicator)?;
            let fed = work.feed(named.source).await?.ok_or_else(|| not_found("feed"))?;
            let slice = Slice {
                employee: (named.of == Whose::Own).then_some(skp.employee),
                unit: (named.of == Whose::Unit).then_some(skp.unit),
                item: named.item.trim().to_owned(),
            };
            let link = Link {
                skp: skp.id,
                indicator: indicator.id,
                source: named.source,
                measure: named.measure,
                slice,
                by: work.ctx.me(),
                at: work.ctx.at,
            };
            fields(link.check(&fed.source))?;
            let before = work.feed_link(skp.id, indicator.id).await?;
            work.save_feed_link(&link).await?;
            work.journal("indicator", indicator.id, before.as_ref(), Some(&link)).await?;
            tell(&work, &skp, &indicator, "notice-feed-linked").await
        }
    })
    .await
}

/// Takes the name back: the indicator is reported by hand again.
#[crate::boxed]
pub async fn forget(ctx: &Ctx, skp: SkpId, indicator: IndicatorId) -> Result<(), Failure> {
    ctx.act(Action::FeedLink, move |work| async move {
        let (skp, _) = load(&work, &work.ctx, skp, Action::FeedLink).await?;
        let indicator = indicator_of(&skp, indicator)?;
        let Some(before) = work.feed_link(skp.id, indicator.id).await? else { return Ok(()) };
        work.remove_feed_link(skp.id, indicator.id).await?;
        work.journal("indicator", indicator.id, Some(&before), None).await?;
        tell(&work, &skp, &indicator, "notice-feed-unlinked").await
    })
    .await
}

/// Both sides know what a number rests on.
async fn tell(work: &crate::Work, skp: &Skp, indicator: &Indicator, key: &'static str) -> Result<(), Failure> {
    let says = Text::new(key).with("name", work.ctx.actor.name.as_str()).with("indicator", indicator.text.as_str());
    let link = format!("/skp/{}/indikator/{}", skp.id, indicator.id);
    for who in [skp.employee, skp.rater] {
        work.tell(who, says.clone(), link.clone()).await?;
    }
    Ok(())
}

/// Refuses a number typed over what is measured.
pub(crate) async fn no_typing(scope: &Scope, skp: SkpId, indicator: IndicatorId) -> Result<(), Failure> {
    match scope.feed_link(skp, indicator).await? {
        Some(link) => match scope.feed(link.source).await? {
            Some(fed) => Err(link.no_typing(&fed.source).into()),
            None => Ok(()),
        },
        None => Ok(()),
    }
}
