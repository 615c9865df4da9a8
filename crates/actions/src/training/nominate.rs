//! *Somebody is put forward for a session*; the rater supports it, the office admits, whoever goes after all moves up from the
//! waiting list; *the office says who was there*, and that becomes a record of theirs.

use super::session_link;
use crate::{
    Ctx, Failure, Work,
    ctx::{facts, permit_over},
    failure::not_found,
    people::find::colleague,
};
use domain::{
    decision::{FieldError, Refusal, Text},
    ids::{EmployeeId, ProposalId, TrainingNominationId, TrainingSessionId},
    permissions::{Action, may},
    training::{
        Nomination, Program, Record, Session,
        nominate::{
            Standing, Word, admit as admitted, attend as was_there, move_up, nominate as named, placed,
            support as supported, withdraw as withdrawn,
        },
    },
};

/// Who is put forward.
#[derive(Clone, Debug)]
pub enum Who {
    /// Somebody of the list.
    One(EmployeeId),
    /// Somebody by name or NIP.
    Typed(String),
}

/// Puts a name forward. Where the rater or the office does, the rater's word is there already.
#[crate::boxed]
pub async fn nominate(
    ctx: &Ctx,
    session: TrainingSessionId,
    who: Who,
    why: String,
    proposal: Option<ProposalId>,
) -> Result<TrainingNominationId, Failure> {
    ctx.act(Action::TrainingNominate, move |work| {
        let (who, why) = (who.clone(), why.trim().to_owned());
        async move {
            let employee = match who {
                Who::One(employee) => employee,
                Who::Typed(typed) => colleague(&work, &typed, "member").await??.id,
            };
            let (found, program) = load(&work, session).await?;
            let facts = facts(&work, &work.ctx.actor, employee, None, work.ctx.today()).await?;
            may(&work.ctx.actor, Action::TrainingNominate, &facts)?;
            let (me, at) = (work.ctx.me(), work.ctx.at);
            let by_itself = facts.is_self && !facts.is_rater;
            let support = (!by_itself).then(|| Word { by: me, at, yes: true, reason: String::new() });
            let proposal = match proposal {
                Some(id) => work.proposal(id).await?.filter(|one| one.employee == employee).map(|one| one.id),
                None => None,
            };
            let one = Nomination {
                id: work.id(),
                session,
                employee,
                by: me,
                at,
                why,
                proposal,
                support,
                admission: None,
                queued_at: None,
                withdrawn_at: None,
                attended: None,
            };
            if program.retired {
                return Err(Refusal::rule(Text::new("training-retired")).into());
            }
            named(&found, &one, &others(&work, employee).await?, work.ctx.today())?;
            work.save_training_nomination(&one).await?;
            work.journal("training_nomination", one.id, None, Some(&one)).await?;
            let name = work.employee(employee).await?.map(|one| one.name).unwrap_or_default();
            if by_itself {
                if let Some(line) = work.line_on(employee, work.ctx.today()).await? {
                    let says =
                        Text::new("notice-training-support").with("name", name).with("program", program.name.as_str());
                    work.tell(line.rater, says, session_link(session)).await?;
                }
            } else {
                let says = Text::new("notice-training-nominated").with("program", program.name.as_str());
                work.tell(employee, says, session_link(session)).await?;
            }
            Ok(one.id)
        }
    })
    .await
}

async fn load(work: &Work, id: TrainingSessionId) -> Result<(Session, Program), Failure> {
    work.lock(&format!("training_session:{id}")).await?;
    let session = work.training_session(id).await?.ok_or_else(|| not_found("training_session"))?;
    let program = work.training_program(session.program).await?.ok_or_else(|| not_found("training_program"))?;
    Ok((session, program))
}

/// Somebody's other names with their sessions, held against a second name put forward at the same time.
async fn others(work: &Work, employee: EmployeeId) -> Result<Vec<(Nomination, Session, String)>, Failure> {
    work.lock(&format!("training_of:{employee}")).await?;
    let all = work.training_nominations_of(&[employee]).await?;
    let ids: Vec<TrainingSessionId> = all.iter().map(|one| one.session).collect();
    let sessions = work.training_sessions_among(&ids).await?;
    let programs = work.training_programs().await?;
    let found = all.into_iter().filter_map(|one| {
        let session = sessions.iter().find(|session| session.id == one.session)?.clone();
        let name = programs.iter().find(|program| program.id == session.program)?.name.clone();
        Some((one, session, name))
    });
    Ok(found.collect())
}

/// Loads a name to change it, held with its session.
async fn load_name(work: &Work, id: TrainingNominationId) -> Result<(Nomination, Session, Program), Failure> {
    let found = work.training_nomination(id).await?.ok_or_else(|| not_found("training_nomination"))?;
    let (session, program) = load(work, found.session).await?;
    let again = work.training_nomination(id).await?.ok_or_else(|| not_found("training_nomination"))?;
    Ok((again, session, program))
}

async fn save(work: &Work, before: &Nomination, after: &Nomination) -> Result<(), Failure> {
    work.save_training_nomination(after).await?;
    work.journal("training_nomination", after.id, Some(before), Some(after)).await
}

/// The rater says whether they support it; the employee is told.
#[crate::boxed]
pub async fn support(
    ctx: &Ctx,
    id: TrainingNominationId,
    yes: bool,
    reason: String,
) -> Result<TrainingSessionId, Failure> {
    ctx.act(Action::TrainingSupport, move |work| {
        let reason = reason.trim().to_owned();
        async move {
            let (before, session, program) = load_name(&work, id).await?;
            permit_over(&work, &work.ctx, Action::TrainingSupport, before.employee, None).await?;
            let after = supported(&before, Word { by: work.ctx.me(), at: work.ctx.at, yes, reason })?;
            save(&work, &before, &after).await?;
            let says = if yes {
                Text::new("notice-training-supported").with("program", program.name.as_str())
            } else {
                Text::new("notice-training-not-supported").with("program", program.name.as_str())
            };
            work.tell(after.employee, says, session_link(session.id)).await?;
            Ok(session.id)
        }
    })
    .await
}

/// The office admits, or not. With no place left the name goes onto the waiting list; returns where it stands.
#[crate::boxed]
pub async fn admit(
    ctx: &Ctx,
    id: TrainingNominationId,
    yes: bool,
    reason: String,
) -> Result<(TrainingSessionId, Standing), Failure> {
    ctx.permit(Action::TrainingAdmit)?;
    ctx.act(Action::TrainingAdmit, move |work| {
        let reason = reason.trim().to_owned();
        async move {
            let (before, session, program) = load_name(&work, id).await?;
            if before.employee == work.ctx.me() {
                return Err(Refusal::rule(Text::new("training-not-on-oneself")).into());
            }
            let all = work.training_nominations(&[session.id]).await?;
            let word = Word { by: work.ctx.me(), at: work.ctx.at, yes, reason };
            let after = admitted(&before, word, &session, placed(session.id, &all))?;
            save(&work, &before, &after).await?;
            let says = match after.standing() {
                Standing::Diterima => Text::new("notice-training-admitted").with("program", program.name.as_str()),
                Standing::DaftarTunggu => Text::new("notice-training-queued").with("program", program.name.as_str()),
                _ => Text::new("notice-training-refused").with("program", program.name.as_str()),
            };
            work.tell(after.employee, says, session_link(session.id)).await?;
            Ok((session.id, after.standing()))
        }
    })
    .await
}

/// Somebody does not go after all; whoever has waited longest moves up and is told.
#[crate::boxed]
pub async fn withdraw(ctx: &Ctx, id: TrainingNominationId) -> Result<TrainingSessionId, Failure> {
    ctx.act(Action::TrainingNominate, move |work| async move {
        let (before, session, program) = load_name(&work, id).await?;
        if before.by != work.ctx.me() {
            permit_over(&work, &work.ctx, Action::TrainingNominate, before.employee, None).await?;
        }
        let after = withdrawn(&before, &session, work.ctx.at, work.ctx.today())?;
        save(&work, &before, &after).await?;
        let says = Text::new("notice-training-withdrawn").with("program", program.name.as_str());
        work.tell(after.employee, says, session_link(session.id)).await?;
        let all = work.training_nominations(&[session.id]).await?;
        for up in move_up(&session, &all) {
            let was = all.iter().find(|one| one.id == up.id).unwrap_or(&up);
            save(&work, was, &up).await?;
            let says = Text::new("notice-training-moved-up").with("program", program.name.as_str());
            work.tell(up.employee, says, session_link(session.id)).await?;
        }
        Ok(session.id)
    })
    .await
}

/// What the office says of one who had a place.
#[derive(Clone, Copy, Debug)]
pub struct Present {
    /// Whose name.
    pub nomination: TrainingNominationId,
    /// Were they there?
    pub was: bool,
    /// Passed, where there was something to pass.
    pub passed: Option<bool>,
}

/// Presence at a session. Who was there gets a verified record with the hours of the programme.
#[crate::boxed]
pub async fn attend(ctx: &Ctx, id: TrainingSessionId, present: Vec<Present>) -> Result<u32, Failure> {
    ctx.permit(Action::TrainingManage)?;
    ctx.act(Action::TrainingManage, move |work| {
        let present = present.clone();
        async move {
            let (session, program) = load(&work, id).await?;
            let all = work.training_nominations(&[id]).await?;
            let last = session.last_day();
            if present.iter().any(|one| one.was) && work.ctx.today() < last {
                let says = Text::new("training-not-over-yet").with("on", last);
                return Err(FieldError::new("attended", says).into());
            }
            let mut people: Vec<EmployeeId> = all.iter().map(|one| one.employee).collect();
            people.sort_unstable();
            people.dedup();
            let known = work.training_records(&people).await?;
            let mut n = 0;
            for one in &present {
                let before = all.iter().find(|name| name.id == one.nomination);
                let before = before.ok_or_else(|| not_found("training_nomination"))?;
                let after = was_there(before, &session, one.was, work.ctx.today())?;
                if *before != after {
                    save(&work, before, &after).await?;
                }
                let earlier = known.iter().find(|record| record.nomination == Some(one.nomination));
                if !one.was {
                    // Said before by mistake: the record stays, and counts no longer.
                    if let Some(record) = earlier.filter(|record| record.counts()) {
                        let undone = Record { passed: Some(false), ..record.clone() };
                        work.save_training_records(std::slice::from_ref(&undone)).await?;
                        work.journal("training_record", record.id, Some(record), Some(&undone)).await?;
                    }
                    continue;
                }
                n += 1;
                let record = Record {
                    id: earlier.map_or_else(|| work.id(), |record| record.id),
                    employee: after.employee,
                    nomination: Some(after.id),
                    program: Some(program.id),
                    name: program.name.clone(),
                    kind: program.kind,
                    provider: program.provider.clone(),
                    hours: program.hours,
                    dates: session.dates,
                    passed: one.passed,
                    certificate: earlier.and_then(|record| record.certificate.clone()),
                    by: work.ctx.me(),
                    at: work.ctx.at,
                    verified: Some((work.ctx.me(), work.ctx.at)),
                    refused: None,
                };
                work.save_training_records(std::slice::from_ref(&record)).await?;
                work.journal("training_record", record.id, earlier, Some(&record)).await?;
                if earlier.is_none() {
                    let says = Text::new("notice-training-recorded")
                        .with("program", program.name.as_str())
                        .with("hours", program.hours);
                    work.tell(record.employee, says, "/pelatihan/saya".to_owned()).await?;
                }
            }
            Ok(n)
        }
    })
    .await
}
