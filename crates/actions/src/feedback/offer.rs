//! *Somebody gives a colleague feedback* during the year, unasked or in answer to a request (Ps 18-19, Bab III.C.9).

use super::see_during::{line_holds, relation};
use crate::{Ctx, Failure, failure::not_found};
use domain::{
    decision::{Refusal, Text},
    feedback::during::{Ask, Remark, Source, check, sources},
    ids::{AskId, EmployeeId, RemarkId},
    permissions::Action,
    plan::Line,
};

/// What was filled in.
#[derive(Clone, Debug)]
pub struct Offer {
    /// For whom.
    pub to: EmployeeId,
    /// The request it answers; then the line is the request's.
    pub ask: Option<AskId>,
    /// The line it is about.
    pub on: Line,
    /// What it is about, in words.
    pub topic: String,
    /// As what the giver speaks, where the reporting lines do not say.
    pub source: Option<Source>,
    /// What went well.
    pub good: String,
    /// What to improve.
    pub improve: String,
}

/// Gives it; the employee and the rater are told.
#[crate::boxed]
pub async fn offer(ctx: &Ctx, offer: Offer) -> Result<RemarkId, Failure> {
    ctx.permit(Action::FeedbackOffer)?;
    ctx.act(Action::FeedbackOffer, move |work| {
        let offer = offer.clone();
        async move {
            let (me, today) = (work.ctx.me(), work.ctx.today());
            let employee = work.employee(offer.to).await?.ok_or_else(|| not_found("employee"))?;
            let ask = match offer.ask {
                Some(id) => Some(work.ask(id).await?.filter(|ask| ask.of == me && ask.employee == offer.to)),
                None => None,
            };
            let ask = ask.map(|found| found.ok_or_else(|| not_found("ask"))).transpose()?;
            if ask.as_ref().is_some_and(|ask| !ask.open()) {
                return Err(Refusal::rule(Text::new("feedback-ask-is-answered")).into());
            }
            let skp = work.skp_in_force(offer.to, today).await?;
            let (on, topic) = match &ask {
                Some(ask) => (ask.on, ask.topic.clone()),
                None => (offer.on, offer.topic.trim().to_owned()),
            };
            if ask.is_none() {
                line_holds(&work, &work.ctx, on, skp.as_ref()).await?;
            }
            let known = sources(relation(&work, me, offer.to, today).await?);
            let source = match (known, offer.source) {
                ([only], _) => Some(*only),
                (_, said) => said.filter(|said| known.contains(said)),
            };
            let remark = Remark {
                id: work.id(),
                employee: offer.to,
                skp: ask.as_ref().and_then(|ask| ask.skp).or(skp.as_ref().map(|skp| skp.id)),
                on,
                topic,
                by: me,
                // Where nothing was said, nothing is saved: `check` asks for it together with whatever else is missing.
                source: source.unwrap_or(Source::Lainnya),
                good: offer.good.trim().to_owned(),
                improve: offer.improve.trim().to_owned(),
                ask: offer.ask,
                at: work.ctx.at,
                received_at: None,
            };
            check(&remark, source.is_some())?;
            work.save_remark(&remark).await?;
            if let Some(before) = ask {
                let after = Ask { answered_at: Some(work.ctx.at), ..before.clone() };
                work.save_ask(&after).await?;
                work.journal("feedback_ask", after.id, Some(&before), Some(&after)).await?;
            }
            work.journal("remark", remark.id, None, Some(&remark)).await?;
            let link = format!("/umpan-balik/tentang/{}#umpan-{}", remark.employee, remark.id);
            let says = Text::new("notice-feedback").with("name", work.ctx.actor.name.as_str());
            work.tell(remark.employee, says, link.clone()).await?;
            if let Some(line) = work.line_on(remark.employee, today).await? {
                let key = if remark.passed_on() { "notice-feedback-passed-on" } else { "notice-feedback-about" };
                let says =
                    Text::new(key).with("name", work.ctx.actor.name.as_str()).with("employee", employee.name.as_str());
                work.tell(line.rater, says, link).await?;
            }
            Ok(remark.id)
        }
    })
    .await
}
