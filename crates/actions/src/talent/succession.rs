//! *Somebody names a post that may not stay empty*, sees who could follow and why, and *puts somebody forward*, or takes it back.

use super::{gather::gather, map::pool};
use crate::{
    Ctx, Failure,
    failure::{fields, not_found},
    people::find::{colleague, post as find_post},
};
use domain::{
    ids::{CriticalPostId, EmployeeId, NomineeId, PostId},
    people::Post,
    permissions::{Action, Facts, may},
    talent::{
        Met,
        succession::{CriticalPost, Fit, Nominee, check_reason, fit, may_nominate},
    },
};
use std::collections::BTreeMap;
use store::{Person, Scope};

/// Candidates shown of a post.
const SHOWN: usize = 12;

/// Names a critical post.
#[crate::boxed]
pub async fn name_post(ctx: &Ctx, post: String, reason: String) -> Result<CriticalPostId, Failure> {
    ctx.act(Action::TalentManage, move |work| {
        let (post, reason) = (post.clone(), reason.clone());
        async move {
            work.ctx.permit(work.action)?;
            let (mut errors, found) = (check_reason(&reason), find_post(&work, &post, "post").await?);
            errors.extend(found.as_ref().err().cloned());
            fields(errors)?;
            let post = found?;
            let twice = work.critical_posts().await?.iter().any(|one| one.post == post.id && one.ended_on.is_none());
            if twice {
                let says = domain::decision::Text::new("talent-post-is-there");
                return Err(domain::decision::FieldError::new("post", says).into());
            }
            let critical = CriticalPost {
                id: work.id(),
                post: post.id,
                reason: reason.trim().to_owned(),
                by: work.ctx.me(),
                at: work.ctx.at,
                ended_on: None,
            };
            work.save_critical_post(&critical).await?;
            work.journal("critical_post", critical.id, None, Some(&critical)).await?;
            Ok(critical.id)
        }
    })
    .await
}

/// Puts somebody forward for a critical post, with what is known on that day.
#[crate::boxed]
pub async fn nominate(ctx: &Ctx, id: CriticalPostId, employee: String, reason: String) -> Result<(), Failure> {
    ctx.act(Action::TalentManage, move |work| {
        let (employee, reason) = (employee.clone(), reason.clone());
        async move {
            work.ctx.permit(work.action)?;
            work.lock(&format!("critical-post:{id}")).await?;
            let critical = load(&work, id).await?;
            let person = colleague(&work, &employee, "employee").await??;
            let holders: Vec<EmployeeId> =
                work.holders_on(critical.post, work.ctx.today()).await?.into_iter().map(|one| one.employee).collect();
            may_nominate(&work.nominees(&[id]).await?, person.id, &holders)?;
            fields(check_reason(&reason))?;
            let fit = fits(&work, &work.ctx, critical.post, &[person.id]).await?.remove(&person.id);
            let one = Nominee {
                id: work.id(),
                critical: id,
                employee: person.id,
                reason: reason.trim().to_owned(),
                because: fit.ok_or_else(|| not_found("employee"))?.because,
                by: work.ctx.me(),
                at: work.ctx.at,
                ended_on: None,
            };
            work.save_nominee(&one).await?;
            work.journal("nominee", one.id, None, Some(&one)).await
        }
    })
    .await
}

/// Takes somebody back.
#[crate::boxed]
pub async fn withdraw(ctx: &Ctx, id: CriticalPostId, nominee: NomineeId) -> Result<(), Failure> {
    ctx.act(Action::TalentManage, move |work| async move {
        work.ctx.permit(work.action)?;
        work.lock(&format!("critical-post:{id}")).await?;
        let found = work.nominees(&[id]).await?.into_iter().find(|one| one.id == nominee && one.ended_on.is_none());
        let before = found.ok_or_else(|| not_found("nominee"))?;
        let after = Nominee { ended_on: Some(work.ctx.today()), ..before.clone() };
        work.save_nominee(&after).await?;
        work.journal("nominee", nominee, Some(&before), Some(&after)).await
    })
    .await
}

async fn load(scope: &Scope, id: CriticalPostId) -> Result<CriticalPost, Failure> {
    let found = scope.critical_posts().await?.into_iter().find(|one| one.id == id && one.ended_on.is_none());
    found.ok_or_else(|| not_found("critical-post"))
}

/// How far these people fit a post: their box on the newest map, and competence against that very post.
async fn fits(
    scope: &Scope,
    ctx: &Ctx,
    post: PostId,
    people: &[EmployeeId],
) -> Result<BTreeMap<EmployeeId, Fit>, Failure> {
    let found = gather(scope, ctx, Some(people)).await?;
    let newest = scope.talent_maps().await?.into_iter().next();
    let rules = &found.policy.career;
    let boxes = rules.boxes.as_ref().map_or(&[][..], |rule| &rule.value);
    let bands = rules.jpm.as_ref().map(|rule| &rule.value);
    let mut fits = BTreeMap::new();
    for id in people {
        let number = match &newest {
            Some(map) => scope.talent_place(map.id, *id).await?.and_then(|place| place.placement.number),
            None => None,
        };
        fits.insert(*id, fit(boxes, bands, number, found.jpm(*id, Some(post))));
    }
    Ok(fits)
}

/// A critical post in the list.
pub struct Row {
    /// The post and why.
    pub critical: CriticalPost,
    /// The post.
    pub post: Option<Post>,
    /// Who holds it today.
    pub holder: Option<String>,
    /// How many are put forward.
    pub nominees: usize,
}

/// All critical posts.
pub struct ListPage {
    /// Those looked at.
    pub rows: Vec<Row>,
    /// May the reader name one?
    pub manages: bool,
}

/// The list.
#[crate::boxed]
pub async fn list(ctx: &Ctx) -> Result<ListPage, Failure> {
    ctx.permit(Action::TalentRead)?;
    let scope = ctx.read();
    let looked_at: Vec<CriticalPost> =
        scope.critical_posts().await?.into_iter().filter(|one| one.ended_on.is_none()).collect();
    let ids: Vec<PostId> = looked_at.iter().map(|one| one.post).collect();
    let posts: BTreeMap<PostId, Post> =
        scope.posts_among(&ids).await?.into_iter().map(|post| (post.id, post)).collect();
    let all = scope.nominees(&looked_at.iter().map(|one| one.id).collect::<Vec<_>>()).await?;
    let mut rows = Vec::new();
    for critical in looked_at {
        rows.push(Row {
            post: posts.get(&critical.post).cloned(),
            holder: holder(&scope, ctx, critical.post).await?,
            nominees: all.iter().filter(|one| one.critical == critical.id && one.ended_on.is_none()).count(),
            critical,
        });
    }
    Ok(ListPage { rows, manages: may(&ctx.actor, Action::TalentManage, &Facts::none()).is_ok() })
}

async fn holder(scope: &Scope, ctx: &Ctx, post: PostId) -> Result<Option<String>, Failure> {
    let Some(held) = scope.holders_on(post, ctx.today()).await?.into_iter().next() else { return Ok(None) };
    Ok(scope.employee(held.employee).await?.map(|one| one.name))
}

/// Somebody who could follow, or was put forward.
pub struct Candidate {
    /// Who.
    pub person: Person,
    /// How far they fit.
    pub fit: Fit,
    /// As put forward, with the name of who did.
    pub nominee: Option<(Nominee, String)>,
}

/// One critical post.
pub struct PostPage {
    /// The post and why.
    pub critical: CriticalPost,
    /// The post.
    pub post: Post,
    /// Who holds it today.
    pub holder: Option<String>,
    /// Has the post a standard of competence?
    pub standard: bool,
    /// Those put forward first, then the best fitting of the pool.
    pub candidates: Vec<Candidate>,
    /// May the reader put somebody forward?
    pub manages: bool,
}

/// Who could follow in a post, and why.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: CriticalPostId) -> Result<PostPage, Failure> {
    ctx.permit(Action::TalentRead)?;
    let scope = ctx.read();
    let critical = load(&scope, id).await?;
    let post = scope.post(critical.post).await?.ok_or_else(|| not_found("post"))?;
    let nominees: Vec<Nominee> =
        scope.nominees(&[id]).await?.into_iter().filter(|one| one.ended_on.is_none()).collect();
    let holders: Vec<EmployeeId> =
        scope.holders_on(post.id, ctx.today()).await?.into_iter().map(|one| one.employee).collect();
    let mut ids: Vec<EmployeeId> = pool(ctx, None).await?.into_iter().map(|place| place.employee).collect();
    ids.retain(|id| !holders.contains(id));
    ids.extend(nominees.iter().map(|one| one.employee));
    ids.sort_unstable();
    ids.dedup();
    let mut fits = fits(&scope, ctx, post.id, &ids).await?;
    let names: BTreeMap<EmployeeId, String> = scope
        .employees(&nominees.iter().map(|one| one.by).collect::<Vec<_>>())
        .await?
        .into_iter()
        .map(|one| (one.id, one.name))
        .collect();
    let mut candidates: Vec<Candidate> = scope
        .people_on(&ids, ctx.today())
        .await?
        .into_iter()
        .filter_map(|person| {
            let fit = fits.remove(&person.employee.id)?;
            let nominee = nominees.iter().find(|one| one.employee == person.employee.id);
            let nominee = nominee.map(|one| (one.clone(), names.get(&one.by).cloned().unwrap_or_default()));
            Some(Candidate { person, fit, nominee })
        })
        .filter(|one| one.nominee.is_some() || one.fit.met != Met::No)
        .collect();
    // Put forward first, then by fit, box and match; the name says nothing and comes last.
    candidates.sort_by_key(|one| {
        (one.nominee.is_none(), one.fit.met, std::cmp::Reverse((one.fit.number, one.fit.jpm.percent)))
    });
    candidates.truncate(SHOWN.max(nominees.len()));
    Ok(PostPage {
        holder: holder(&scope, ctx, post.id).await?,
        standard: !scope.standards_among(&[post.id]).await?.is_empty(),
        manages: may(&ctx.actor, Action::TalentManage, &Facts::none()).is_ok(),
        critical,
        post,
        candidates,
    })
}
