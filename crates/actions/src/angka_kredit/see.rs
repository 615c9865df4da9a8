//! *Somebody in a functional post sees what their results are worth in angka kredit*, each with its reason, and how far it
//! is to the next pangkat and jenjang.

use crate::{
    Ctx, Failure, Person,
    evaluation::see::{ResultPage, see as result},
};
use chrono::Datelike;
use domain::{
    amount::Amount,
    angka_kredit::{Parts, Standing, of_period, of_year, parts, standing},
    decision::{Decision, Refusal},
    evaluation::{Evaluation, Period, Predikat, Rhythm},
    ids::EvaluationId,
    people::{Jenjang, PostKind},
    permissions::Action,
    policy::National,
    time::DateRange,
};

/// One result, converted.
pub struct Converted {
    /// The result.
    pub evaluation: EvaluationId,
    /// Its period.
    pub period: Period,
    /// Its predikat.
    pub predikat: Predikat,
    /// The jenjang held at the end of the period.
    pub jenjang: Jenjang,
    /// Months of the period under the plan, 1 to 12.
    pub months: u32,
    /// Percentage and coefficient.
    pub parts: Parts,
    /// What it is worth, and why.
    pub value: Decision<Amount>,
}

/// Everything of one person.
pub struct AngkaKreditPage {
    /// The jenjang held today, if the post is a functional one.
    pub jenjang: Option<Jenjang>,
    /// Results of years, the latest first: these count.
    pub years: Vec<Converted>,
    /// Results of shorter periods of years without a result of the year yet: a look ahead, never added up.
    pub periods: Vec<Converted>,
    /// How far it is; `None` without a functional post.
    pub standing: Option<Decision<Standing>>,
}

/// One's own.
#[crate::boxed]
pub async fn mine(ctx: &Ctx) -> Result<AngkaKreditPage, Failure> {
    ctx.permit(Action::SessionOwn)?;
    let (scope, me, today) = (ctx.read(), ctx.me(), ctx.today());
    let (mut years, mut periods) = (Vec::new(), Vec::new());
    for evaluation in scope.evaluations_of(me).await? {
        let Some(period) = scope.period(evaluation.period).await? else { continue };
        let Some(skp) = scope.skp(evaluation.skp).await? else { continue };
        let Some(person) = scope.people_on(&[me], period.last_day()).await?.pop() else { continue };
        let converted = convert(ctx, &evaluation, &period, skp.dates, &person);
        match (converted, period.rhythm) {
            (Some(one), Rhythm::Tahunan) => years.push(one),
            (Some(one), _) => periods.push(one),
            (None, _) => {}
        }
    }
    years.sort_by_key(|one| std::cmp::Reverse(one.period.year));
    periods.retain(|one| years.iter().all(|year| year.period.year != one.period.year));
    let now = scope.people_on(&[me], today).await?.pop();
    let jenjang = now.as_ref().and_then(jenjang);
    let standing = match jenjang {
        Some(jenjang) => {
            // What was earned in another jenjang is not carried into this one (Perban BKN 3/2023).
            let earned: Vec<Amount> =
                years.iter().filter(|one| one.jenjang == jenjang).map(|one| one.value.value).collect();
            standing(jenjang, &earned, &national(ctx, today)).ok()
        }
        None => None,
    };
    Ok(AngkaKreditPage { jenjang, years, periods, standing })
}

/// A result with its conversion, for the letter; [`Refusal::NotFound`] where there is nothing to convert.
#[crate::boxed]
pub async fn of_result(ctx: &Ctx, id: EvaluationId) -> Result<(ResultPage, Converted), Failure> {
    let page = result(ctx, id).await?;
    let converted = convert(ctx, &page.evaluation, &page.period, page.skp.dates, &page.owner)
        .ok_or_else(|| Refusal::NotFound("angka kredit".into()))?;
    Ok((page, converted))
}

fn jenjang(person: &Person) -> Option<Jenjang> {
    match person.post.as_ref()?.kind {
        PostKind::Fungsional(jenjang) => Some(jenjang),
        _ => None,
    }
}

fn national(ctx: &Ctx, on: chrono::NaiveDate) -> National {
    ctx.app.policies.national(on)
}

/// `None` for a post that is not functional, a review without predikat, a time without rules.
fn convert(ctx: &Ctx, evaluation: &Evaluation, period: &Period, plan: DateRange, person: &Person) -> Option<Converted> {
    let (jenjang, predikat) = (jenjang(person)?, evaluation.predikat?);
    let national = national(ctx, period.last_day());
    let months = months(plan, period)?;
    let by = if period.rhythm == Rhythm::Tahunan { of_year } else { of_period };
    Some(Converted {
        evaluation: evaluation.id,
        period: period.clone(),
        predikat,
        jenjang,
        months,
        parts: parts(jenjang, predikat, &national).ok()?,
        value: by(jenjang, predikat, months, &national).ok()?,
    })
}

/// Calendar months of the period in which the plan ran, begun ones whole (certainty: assumption; the rule says months).
fn months(plan: DateRange, period: &Period) -> Option<u32> {
    let from = plan.from.max(period.dates.from);
    let until = plan.until.map_or(period.last_day(), |day| day.min(period.last_day()));
    let count = |day: chrono::NaiveDate| day.year() * 12 + day.month0() as i32;
    u32::try_from(count(until) - count(from) + 1).ok().filter(|months| (1..=12).contains(months))
}
