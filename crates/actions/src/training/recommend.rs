//! *Somebody reads what is recommended to them, or to one of their people*: for each weak skill the programmes that build it,
//! why, and what costs nothing (R17).

use crate::{
    Ctx, Failure,
    ctx::permit_over,
    development::{
        profile::{self, Found},
        see::said_of,
    },
    failure::not_found,
};
use domain::{
    development::mentions,
    ids::{EmployeeId, TrainingId, TrainingSessionId},
    permissions::{Action, may},
    training::{
        Program, Record, Session,
        nominate::placed,
        recommend::{Offer, Recommendation, recommend},
    },
};
use std::collections::BTreeMap;
use store::{Person, Scope};

/// What is recommended, with what the recommendations name.
#[derive(Clone, Debug, Default)]
pub struct Advice {
    /// Weak skills, the worst first.
    pub lines: Vec<Recommendation>,
    /// The programmes they name.
    pub programs: BTreeMap<TrainingId, Program>,
    /// The sessions they name.
    pub sessions: BTreeMap<TrainingSessionId, Session>,
}

/// The page.
pub struct AdvicePage {
    /// Who.
    pub person: Person,
    /// Where they stand.
    pub found: Found,
    /// What is recommended.
    pub advice: Advice,
    /// It is about the reader.
    pub own: bool,
    /// May the reader put the name forward?
    pub nominates: bool,
}

/// For a person.
#[crate::boxed]
pub async fn see(ctx: &Ctx, employee: EmployeeId) -> Result<AdvicePage, Failure> {
    let scope = ctx.read();
    let facts =
        permit_over(&scope, ctx, Action::TrainingRecords, employee, None).await.map_err(|_| not_found("employee"))?;
    let found = profile::of(&scope, ctx, employee).await?;
    let records = scope.training_records(&[employee]).await?;
    let said = said_of(&scope, ctx, employee, &facts).await?;
    let reads = may(&ctx.actor, Action::FeedbackRead, &facts).is_ok();
    let advice = advice_for(&scope, ctx, &found, &records, Some(&said).filter(|_| reads)).await?;
    let nominates = may(&ctx.actor, Action::TrainingNominate, &facts).is_ok();
    Ok(AdvicePage { person: found.person.clone(), own: facts.is_self, found, advice, nominates })
}

/// Sessions to come with the places left in each.
pub(crate) async fn open_sessions(scope: &Scope, ctx: &Ctx) -> Result<Vec<(Session, u32)>, Failure> {
    let sessions = scope.training_sessions_after(ctx.today()).await?;
    let ids: Vec<TrainingSessionId> = sessions.iter().map(|session| session.id).collect();
    let names = scope.training_nominations(&ids).await?;
    let left = |session: Session| {
        let left = session.capacity.saturating_sub(placed(session.id, &names));
        (session, left)
    };
    Ok(sessions.into_iter().map(left).collect())
}

/// What is recommended for a profile. `said`: what feedback says should be improved, where the reader may read it.
pub(crate) async fn advice_for(
    scope: &Scope,
    ctx: &Ctx,
    found: &Found,
    records: &[Record],
    said: Option<&Vec<String>>,
) -> Result<Advice, Failure> {
    let gaps = found.profile.gaps();
    if gaps.is_empty() {
        return Ok(Advice::default());
    }
    let (programs, sessions) = (scope.training_programs().await?, open_sessions(scope, ctx).await?);
    let followed: Vec<TrainingId> =
        records.iter().filter(|record| record.counts()).filter_map(|record| record.program).collect();
    let offer = Offer { programs: &programs, sessions: &sessions, followed: &followed, today: ctx.today() };
    let lines: Vec<Recommendation> = gaps
        .into_iter()
        .map(|line| {
            let n = said.map(|said| mentions(&line.name, said.iter().map(String::as_str)));
            recommend(line, n, offer)
        })
        .collect();
    let fits = || lines.iter().flat_map(|line| &line.fits);
    let named: Vec<TrainingId> = fits().map(|fit| fit.program).collect();
    let dates: Vec<TrainingSessionId> = fits().filter_map(|fit| fit.session).collect();
    Ok(Advice {
        programs: programs.into_iter().filter(|one| named.contains(&one.id)).map(|one| (one.id, one)).collect(),
        sessions: sessions
            .into_iter()
            .filter(|(one, _)| dates.contains(&one.id))
            .map(|(one, _)| (one.id, one))
            .collect(),
        lines,
    })
}
