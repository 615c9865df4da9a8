//! *Somebody says what they can do*, whether they may be found for it, and answers when asked. Only they themselves see and change
//! what they have not shared.

use super::{discover::signs_of, gather::gather};
use crate::{
    Ctx, Failure, Work,
    failure::{fields, not_found},
};
use domain::{
    decision::Refusal,
    ids::SkillId,
    permissions::{Action, Facts, may},
    talent::skill::{Consent, Field, Skill, Source, check},
};
use std::collections::BTreeSet;

/// One's own skills.
pub struct OwnPage {
    /// Fields to choose from.
    pub fields: Vec<Field>,
    /// What one declared.
    pub skills: Vec<Skill>,
    /// Where else something shows of one, field by field.
    pub signs: Vec<(Field, BTreeSet<Source>)>,
    /// Whether one may be named, by field; without an answer one was asked.
    pub consents: Vec<Consent>,
}

/// One's own skills, and what others would see of them.
#[crate::boxed]
pub async fn own(ctx: &Ctx) -> Result<OwnPage, Failure> {
    let scope = ctx.read();
    may(&ctx.actor, Action::SkillDeclare, &Facts::own())?;
    let found = gather(&scope, ctx, Some(&[ctx.me()])).await?;
    let fields = found.policy.career.fields.as_ref().map(|rule| rule.value.clone()).unwrap_or_default();
    let good: Vec<String> = scope.remarks_about(ctx.me()).await?.into_iter().map(|remark| remark.good).collect();
    let signs = fields
        .iter()
        .map(|field| (field.clone(), signs_of(&found, ctx.me(), field, &good)))
        .filter(|(_, sources)| !sources.is_empty())
        .collect();
    Ok(OwnPage {
        skills: scope.skills(Some(&[ctx.me()])).await?,
        consents: scope.skill_consents(Some(&[ctx.me()])).await?,
        fields,
        signs,
    })
}

/// A skill as typed.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The field.
    pub field: String,
    /// The level.
    pub level: u8,
    /// What shows it.
    pub proof: String,
    /// May it be found?
    pub shared: bool,
}

/// Declares a skill; one of the same field takes the place of the one before.
#[crate::boxed]
pub async fn declare(ctx: &Ctx, draft: Draft) -> Result<(), Failure> {
    ctx.act(Action::SkillDeclare, move |work| {
        let draft = draft.clone();
        async move {
            may(&work.ctx.actor, work.action, &Facts::own())?;
            let me = work.ctx.me();
            work.lock(&format!("skill:{me}")).await?;
            let known = work.ctx.policy(work.ctx.today())?;
            let all = known.career.fields.as_ref().map_or(&[][..], |rule| &rule.value);
            fields(check(all, &draft.field, draft.level, &draft.proof))?;
            for before in work.skills(Some(&[me])).await?.into_iter().filter(|one| one.field == draft.field) {
                end(&work, before).await?;
            }
            let skill = Skill {
                id: work.id(),
                employee: me,
                field: draft.field.clone(),
                level: draft.level,
                proof: draft.proof.trim().to_owned(),
                shared: draft.shared,
                at: work.ctx.at,
                ended_on: None,
            };
            work.save_skill(&skill).await?;
            work.journal("skill", skill.id, None, Some(&skill)).await
        }
    })
    .await
}

async fn end(work: &Work, before: Skill) -> Result<(), Failure> {
    let after = Skill { ended_on: Some(work.ctx.today()), ..before.clone() };
    work.save_skill(&after).await?;
    work.journal("skill", after.id, Some(&before), Some(&after)).await
}

/// Takes a skill back.
#[crate::boxed]
pub async fn take_back(ctx: &Ctx, id: SkillId) -> Result<(), Failure> {
    ctx.act(Action::SkillDeclare, move |work| async move {
        may(&work.ctx.actor, work.action, &Facts::own())?;
        let mine = work.skills(Some(&[work.ctx.me()])).await?;
        let before = mine.into_iter().find(|one| one.id == id).ok_or_else(|| not_found("skill"))?;
        end(&work, before).await
    })
    .await
}

/// Says whether one may be named for a field; may be said anew at any time.
#[crate::boxed]
pub async fn answer(ctx: &Ctx, field: String, yes: bool) -> Result<(), Failure> {
    ctx.act(Action::SkillDeclare, move |work| {
        let field = field.clone();
        async move {
            may(&work.ctx.actor, work.action, &Facts::own())?;
            let me = work.ctx.me();
            work.lock(&format!("skill:{me}")).await?;
            let policy = work.ctx.policy(work.ctx.today())?;
            let known =
                policy.career.fields.as_ref().is_some_and(|rule| rule.value.iter().any(|one| one.code == field));
            if !known {
                return Err(Refusal::NotFound("skill-field".into()).into());
            }
            let all = work.skill_consents(Some(&[me])).await?;
            let before = all.into_iter().find(|one| one.field == field);
            let asked = before.clone().unwrap_or(Consent {
                employee: me,
                field: field.clone(),
                asked_by: me,
                asked_at: work.ctx.at,
                answer: None,
            });
            let after = Consent { answer: Some((yes, work.ctx.at)), ..asked };
            work.save_skill_consents(std::slice::from_ref(&after)).await?;
            work.journal("skill_consent", format!("{me}/{field}"), before.as_ref(), Some(&after)).await
        }
    })
    .await
}
