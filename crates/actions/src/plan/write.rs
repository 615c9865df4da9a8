//! *An employee writes the plan*: one intended result at a time, expectations, the three annexes.
//! The rater may write too: a plan is the outcome of a dialogue (PermenPANRB 6/2022 Ps 7).

use crate::{
    Ctx, Failure, Work,
    failure::{fields, not_found},
    plan::load::{load, unchanged},
};
use domain::{
    decision::{Refusal, Text},
    ids::{IndicatorId, RhkId, SkpId},
    permissions::Action,
    plan::{Approach, Content, Indicator, Nilai, Rhk, RhkKind, Skp, content::check_rhk, workflow},
};

/// An intended result as typed; ids are kept where there are some and made where there are none.
#[derive(Clone, Debug)]
pub struct ResultDraft {
    /// The result being changed; `None` adds one.
    pub id: Option<RhkId>,
    /// Utama or tambahan.
    pub kind: RhkKind,
    /// The result.
    pub text: String,
    /// The office that assigns it.
    pub assigned_by: String,
    /// The leader's result it supports.
    pub supports: Option<RhkId>,
    /// The same in words, while there is nothing to link to.
    pub supports_text: String,
    /// Indicators in order; without an id they are new.
    pub indicators: Vec<(Option<IndicatorId>, Indicator)>,
}

/// One of the three annexes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Annex {
    /// Dukungan sumber daya.
    Resources,
    /// Skema pertanggungjawaban.
    Accountability,
    /// Konsekuensi.
    Consequences,
}

/// Adds or changes an intended result. Errors name fields as `text`, `indicator.<position>.target_unit`.
#[crate::boxed]
pub async fn write_result(ctx: &Ctx, id: SkpId, revision: i64, draft: ResultDraft) -> Result<RhkId, Failure> {
    ctx.act(Action::PlanWrite, move |work| {
        let draft = draft.clone();
        async move {
            let skp = open(&work, id, revision, |skp| shown(skp, draft.id)).await?;
            let rhk = Rhk {
                id: draft.id.unwrap_or_else(|| work.id()),
                kind: draft.kind,
                text: draft.text.trim().to_owned(),
                assigned_by: draft.assigned_by.trim().to_owned(),
                supports: draft.supports,
                supports_text: supported(&work, &skp, &draft).await?,
                indicators: draft
                    .indicators
                    .into_iter()
                    .map(|(id, indicator)| Indicator { id: id.unwrap_or_else(|| work.id()), ..indicator })
                    .collect(),
            };
            fields(check_rhk(skp.form, skp.approach, &rhk))?;
            let (rhk_id, mut content) = (rhk.id, skp.content.clone());
            match content.results.iter_mut().find(|result| result.id == rhk_id) {
                Some(result) => *result = rhk,
                None if draft.id.is_some() => return Err(not_found("rhk")),
                None => content.results.push(rhk),
            }
            save(&work, skp, content).await?;
            Ok(rhk_id)
        }
    })
    .await
}

/// Takes an intended result out. What was reported under it stays in the history.
#[crate::boxed]
pub async fn remove_result(ctx: &Ctx, id: SkpId, revision: i64, rhk: RhkId) -> Result<(), Failure> {
    change(ctx, id, revision, move |content| content.results.retain(|result| result.id != rhk)).await
}

/// Moves an intended result one place up (`-1`) or down (`1`).
#[crate::boxed]
pub async fn move_result(ctx: &Ctx, id: SkpId, revision: i64, rhk: RhkId, by: isize) -> Result<(), Failure> {
    change(ctx, id, revision, move |content| {
        let Some(at) = content.results.iter().position(|result| result.id == rhk) else { return };
        if let Some(to) = at.checked_add_signed(by).filter(|to| *to < content.results.len()) {
            content.results.swap(at, to);
        }
    })
    .await
}

/// Sets the special expectations of one value; lines without text are dropped. The leader's to write (Ps 10(4)).
#[crate::boxed]
pub async fn write_expectation(
    ctx: &Ctx,
    id: SkpId,
    revision: i64,
    nilai: Nilai,
    lines: Vec<String>,
) -> Result<(), Failure> {
    change(ctx, id, revision, move |content| {
        let lines = kept(&lines);
        if lines.is_empty() {
            content.expectations.remove(&nilai);
        } else {
            content.expectations.insert(nilai, lines);
        }
    })
    .await
}

/// Sets one annex.
#[crate::boxed]
pub async fn write_annex(ctx: &Ctx, id: SkpId, revision: i64, annex: Annex, lines: Vec<String>) -> Result<(), Failure> {
    change(ctx, id, revision, move |content| {
        *match annex {
            Annex::Resources => &mut content.resources,
            Annex::Accountability => &mut content.accountability,
            Annex::Consequences => &mut content.consequences,
        } = kept(&lines);
    })
    .await
}

/// Changes the approach; the words stay, what the other form asks for is asked when signing.
#[crate::boxed]
pub async fn choose_approach(ctx: &Ctx, id: SkpId, revision: i64, approach: Approach) -> Result<(), Failure> {
    ctx.act(Action::PlanWrite, move |work| async move {
        let before = open(&work, id, revision, |_| Vec::new()).await?;
        let after = Skp { approach, ..before.clone() };
        work.save_skp(&after, before.revision).await?;
        work.journal("skp", id, Some(&before.approach), Some(&after.approach)).await
    })
    .await
}

async fn change(
    ctx: &Ctx,
    id: SkpId,
    revision: i64,
    edit: impl Fn(&mut Content) + Clone + Send + Sync + 'static,
) -> Result<(), Failure> {
    ctx.act(Action::PlanWrite, move |work| {
        let edit = edit.clone();
        async move {
            let skp = open(&work, id, revision, |_| Vec::new()).await?;
            let mut content = skp.content.clone();
            edit(&mut content);
            save(&work, skp, content).await
        }
    })
    .await
}

async fn open(
    work: &Work,
    id: SkpId,
    revision: i64,
    now: impl FnOnce(&Skp) -> Vec<(String, String)>,
) -> Result<Skp, Failure> {
    let (skp, _) = load(work, &work.ctx, id, Action::PlanWrite).await?;
    workflow::check(&skp, workflow::Step::Edit)?;
    unchanged(work, &skp, revision, now).await?;
    Ok(skp)
}

async fn save(work: &Work, before: Skp, content: Content) -> Result<(), Failure> {
    let after = Skp { content, ..before.clone() };
    work.save_skp(&after, before.revision).await?;
    work.journal("skp", after.id, Some(&before.content), Some(&after.content)).await
}

/// The supported result in words: the leader's own when linked, what was typed otherwise.
async fn supported(work: &Work, skp: &Skp, draft: &ResultDraft) -> Result<String, Failure> {
    let Some(supports) = draft.supports else { return Ok(draft.supports_text.trim().to_owned()) };
    let leader = work.skp_with_result(supports).await?;
    let result = leader
        .as_ref()
        .filter(|leader| leader.employee != skp.employee)
        .and_then(|leader| leader.content.results.iter().find(|result| result.id == supports))
        .ok_or_else(|| Refusal::field("supports", Text::new("plan-supports-nothing")))?;
    let indicators: Vec<&str> = result.indicators.iter().map(|indicator| indicator.text.as_str()).collect();
    // Column 2 of form A.1.7 names a JPT's result together with its indicators.
    let jpt = leader.as_ref().is_some_and(|leader| leader.form == domain::plan::Form::Jpt);
    Ok(if jpt && !indicators.is_empty() {
        format!("{}\nIndikator Kinerja Individu: {}", result.text, indicators.join("; "))
    } else {
        result.text.clone()
    })
}

fn shown(skp: &Skp, id: Option<RhkId>) -> Vec<(String, String)> {
    let Some(result) = skp.content.results.iter().find(|result| Some(result.id) == id) else { return Vec::new() };
    let mut now =
        vec![("text".to_owned(), result.text.clone()), ("assigned_by".to_owned(), result.assigned_by.clone())];
    for (n, indicator) in result.indicators.iter().enumerate() {
        now.push((format!("indicator.{n}.text"), indicator.text.clone()));
        now.push((format!("indicator.{n}.target"), indicator.target.amount.map(|a| a.to_string()).unwrap_or_default()));
        now.push((format!("indicator.{n}.target_unit"), indicator.target.unit.clone()));
    }
    now
}

fn kept(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}
