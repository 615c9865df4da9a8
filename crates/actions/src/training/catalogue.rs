//! *Somebody looks through the catalogue*; *the personnel office keeps it*: programmes and the dates on which they are held.

use super::{
    effect::{Effect, effect_of},
    recommend::open_sessions,
};
use crate::{Ctx, Failure, Work, failure::not_found};
use chrono::NaiveDate;
use domain::{
    decision::{Conflict, FieldError, Refusal, Text},
    ids::{TrainingId, TrainingSessionId},
    permissions::{Action, Facts, may},
    scheme::{Criterion, Scheme},
    time::DateRange,
    training::{Build, Kind, Nomination, Program, Session, check, check_session, nominate::placed},
};
use std::collections::BTreeMap;

/// A programme in the list.
pub struct Row {
    /// The programme.
    pub program: Program,
    /// What it builds, by name, with the level it leads to.
    pub builds: Vec<(String, u8)>,
    /// The next session with a place.
    pub next: Option<Session>,
}

/// The catalogue.
pub struct Catalogue {
    /// Programmes, by name; what is no longer offered last.
    pub rows: Vec<Row>,
    /// May the reader keep it?
    pub manages: bool,
    /// May the reader see what the whole agency needs?
    pub analyses: bool,
}

/// What a programme builds, in words.
pub(crate) fn named(scheme: &Scheme, program: &Program) -> Vec<(String, u8)> {
    let name = |build: &Build| {
        let found = scheme.criterion(&build.criterion);
        (found.map_or_else(|| build.criterion.clone(), |criterion| criterion.name.clone()), build.level)
    };
    program.builds.iter().map(name).collect()
}

/// Criteria a programme can build: those people rate.
fn built(scheme: &Scheme) -> impl Iterator<Item = &Criterion> {
    scheme.criteria().iter().filter(|criterion| criterion.reads.by_people())
}

/// The whole catalogue.
#[crate::boxed]
pub async fn list(ctx: &Ctx) -> Result<Catalogue, Failure> {
    ctx.permit(Action::TrainingRead)?;
    let scope = ctx.read();
    let scheme = ctx.policy(ctx.today())?.appraisal.clone();
    let mut next: BTreeMap<TrainingId, Session> = BTreeMap::new();
    for (session, left) in open_sessions(&scope, ctx).await? {
        if left > 0 {
            next.entry(session.program).or_insert(session);
        }
    }
    let manages = ctx.permit(Action::TrainingManage).is_ok();
    let programs = scope.training_programs().await?.into_iter().filter(|program| manages || !program.retired);
    let row = |program: Program| Row { builds: named(&scheme, &program), next: next.remove(&program.id), program };
    Ok(Catalogue { rows: programs.map(row).collect(), manages, analyses: ctx.permit(Action::TrainingAnalyse).is_ok() })
}

/// A session on the page of its programme.
pub struct SessionRow {
    /// The session.
    pub session: Session,
    /// People with a place.
    pub placed: u32,
    /// People who wait for one.
    pub queued: u32,
    /// The reader's own name, if it was put forward.
    pub own: Option<Nomination>,
}

/// A programme with everything its page shows.
pub struct ProgramPage {
    /// The programme.
    pub program: Program,
    /// What it builds, by name.
    pub builds: Vec<(String, u8)>,
    /// Its sessions, the latest first.
    pub sessions: Vec<SessionRow>,
    /// What it brought about, for those who may see it.
    pub effect: Option<Vec<Effect>>,
    /// May the reader keep it?
    pub manages: bool,
}

/// One programme.
#[crate::boxed]
pub async fn see(ctx: &Ctx, id: TrainingId) -> Result<ProgramPage, Failure> {
    ctx.permit(Action::TrainingRead)?;
    let scope = ctx.read();
    let program = scope.training_program(id).await?.ok_or_else(|| not_found("training_program"))?;
    let scheme = ctx.policy(ctx.today())?.appraisal.clone();
    let sessions = scope.training_sessions_of(id).await?;
    let ids: Vec<TrainingSessionId> = sessions.iter().map(|session| session.id).collect();
    let names = scope.training_nominations(&ids).await?;
    let row = |session: Session| {
        let of = || names.iter().filter(|one| one.session == session.id);
        let waits = |one: &&Nomination| one.standing() == domain::training::nominate::Standing::DaftarTunggu;
        SessionRow {
            placed: placed(session.id, &names),
            queued: of().filter(waits).count() as u32,
            own: of().rfind(|one| one.employee == ctx.me()).cloned(),
            session,
        }
    };
    let analyses = may(&ctx.actor, Action::TrainingAnalyse, &Facts::none()).is_ok();
    Ok(ProgramPage {
        builds: named(&scheme, &program),
        effect: if analyses { Some(effect_of(&scope, ctx, &program).await?) } else { None },
        sessions: sessions.into_iter().map(row).collect(),
        manages: ctx.permit(Action::TrainingManage).is_ok(),
        program,
    })
}

/// What was filled in for a programme.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The agency's own code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// Who gives it.
    pub provider: String,
    /// Hours of learning.
    pub hours: u32,
    /// Price for one person, in rupiah.
    pub cost: i64,
    /// People in a session.
    pub capacity: u32,
    /// What it builds.
    pub builds: Vec<Build>,
    /// In words.
    pub about: String,
    /// No longer offered.
    pub retired: bool,
}

/// What the form shows.
pub struct Writing {
    /// The programme, when it is changed.
    pub program: Option<Program>,
    /// Criteria to choose from: code and name.
    pub criteria: Vec<(String, String)>,
    /// Levels of the scale, by name, lowest first.
    pub levels: Vec<String>,
}

/// What the form shows.
#[crate::boxed]
pub async fn writing(ctx: &Ctx, id: Option<TrainingId>) -> Result<Writing, Failure> {
    ctx.permit(Action::TrainingManage)?;
    let program = match id {
        Some(id) => Some(ctx.read().training_program(id).await?.ok_or_else(|| not_found("training_program"))?),
        None => None,
    };
    let scheme = ctx.policy(ctx.today())?.appraisal.clone();
    Ok(Writing {
        program,
        criteria: built(&scheme).map(|one| (one.code.clone(), one.name.clone())).collect(),
        levels: scheme.scale.as_ref().map(|scale| scale.value.clone()).unwrap_or_default(),
    })
}

/// Saves a programme, new or changed.
#[crate::boxed]
pub async fn write(ctx: &Ctx, id: Option<TrainingId>, revision: i64, draft: Draft) -> Result<TrainingId, Failure> {
    ctx.permit(Action::TrainingManage)?;
    ctx.act(Action::TrainingManage, move |work| {
        let draft = draft.clone();
        async move {
            work.lock("training_programs").await?;
            let before = match id {
                Some(id) => Some(work.training_program(id).await?.ok_or_else(|| not_found("training_program"))?),
                None => None,
            };
            if let Some(before) = &before {
                unchanged(&work, before, revision).await?;
            }
            let same =
                |one: &Program| Some(one.id) != id && one.code.to_lowercase() == draft.code.trim().to_lowercase();
            if work.training_programs().await?.iter().any(same) {
                return Err(FieldError::new("code", Text::new("training-code-taken")).into());
            }
            let after = Program {
                id: before.as_ref().map_or_else(|| work.id(), |before| before.id),
                code: draft.code.trim().to_owned(),
                name: draft.name.trim().to_owned(),
                kind: draft.kind,
                provider: draft.provider.trim().to_owned(),
                hours: draft.hours,
                cost: draft.cost,
                capacity: draft.capacity,
                builds: draft.builds,
                about: draft.about.trim().to_owned(),
                retired: draft.retired,
                revision: before.as_ref().map_or(1, |before| before.revision + 1),
            };
            let scheme = work.ctx.policy(work.ctx.today())?.appraisal.clone();
            let known: Vec<&str> = built(&scheme).map(|one| one.code.as_str()).collect();
            check(&after, &known, scheme.levels())?;
            work.save_training_programs(std::slice::from_ref(&after)).await?;
            work.journal("training_program", after.id, before.as_ref(), Some(&after)).await?;
            Ok(after.id)
        }
    })
    .await
}

async fn unchanged(work: &Work, program: &Program, revision: i64) -> Result<(), Failure> {
    if program.revision == revision {
        return Ok(());
    }
    let last = work.journal_of("training_program", &program.id.to_string()).await?.into_iter().max_by_key(|one| one.at);
    let (by, at) = last.map_or((work.ctx.me(), work.ctx.at), |one| (one.by.unwrap_or(work.ctx.me()), one.at));
    let by_name = work.employee(by).await?.map(|one| one.name).unwrap_or_default();
    let now = vec![
        ("name".to_owned(), program.name.clone()),
        ("provider".to_owned(), program.provider.clone()),
        ("hours".to_owned(), program.hours.to_string()),
        ("cost".to_owned(), program.cost.to_string()),
        ("revision".to_owned(), program.revision.to_string()),
    ];
    Err(Refusal::Conflict(Box::new(Conflict { by, by_name, at, now })).into())
}

/// What was filled in for a session.
#[derive(Clone, Debug)]
pub struct SessionDraft {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// Where.
    pub place: String,
    /// People.
    pub capacity: u32,
}

/// Sets a date for a programme.
#[crate::boxed]
pub async fn schedule(ctx: &Ctx, program: TrainingId, draft: SessionDraft) -> Result<TrainingSessionId, Failure> {
    ctx.permit(Action::TrainingManage)?;
    ctx.act(Action::TrainingManage, move |work| {
        let draft = draft.clone();
        async move {
            work.training_program(program).await?.ok_or_else(|| not_found("training_program"))?;
            let session = Session {
                id: work.id(),
                program,
                dates: DateRange { from: draft.from, until: Some(draft.until) },
                place: draft.place.trim().to_owned(),
                capacity: draft.capacity,
                cancelled_on: None,
            };
            check_session(&session, work.ctx.today())?;
            work.save_training_session(&session).await?;
            work.journal("training_session", session.id, None, Some(&session)).await?;
            Ok(session.id)
        }
    })
    .await
}

/// Calls a session off; whoever was to go is told.
#[crate::boxed]
pub async fn call_off(ctx: &Ctx, id: TrainingSessionId) -> Result<TrainingId, Failure> {
    ctx.permit(Action::TrainingManage)?;
    ctx.act(Action::TrainingManage, move |work| async move {
        work.lock(&format!("training_session:{id}")).await?;
        let before = work.training_session(id).await?.ok_or_else(|| not_found("training_session"))?;
        if before.cancelled_on.is_some() {
            return Ok(before.program);
        }
        let program = work.training_program(before.program).await?.ok_or_else(|| not_found("training_program"))?;
        let after = Session { cancelled_on: Some(work.ctx.today()), ..before.clone() };
        work.save_training_session(&after).await?;
        work.journal("training_session", id, Some(&before), Some(&after)).await?;
        let says = Text::new("notice-training-called-off")
            .with("program", program.name.as_str())
            .with("from", before.dates.from);
        for one in work.training_nominations(&[id]).await?.into_iter().filter(|one| one.standing().stands()) {
            work.tell(one.employee, says.clone(), super::session_link(id)).await?;
        }
        Ok(before.program)
    })
    .await
}
