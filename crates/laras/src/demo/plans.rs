//! January: plans are written from the top down, signed and set; and what became of some of them.

use super::{
    calendar::day,
    cast,
    numbers::{chance, target},
    play::{Made, Play},
};
use crate::failure::Stop;
use actions::{
    Ctx,
    plan::{
        reopen, set, sign,
        start::{Origin, Start, start},
        write::{Annex, ResultDraft, write_annex, write_expectation, write_result},
    },
};
use chrono::{DateTime, Days, Utc};
use domain::{
    ids::SkpId,
    plan::{Approach, Aspek, Indicator, Nilai, Perspektif, RhkKind, Skp},
};

/// One person's plan of a year, as far as it has come.
pub async fn year(play: &Play, who: usize, year: i32) -> Result<(), Stop> {
    let first = day(year, 1, 5) + Days::new(5 * play.players[who].level as u64);
    let Some(at) = play.calendar.at(first, 8, minute(who)) else { return Ok(()) };
    let special = if year == play.calendar.year() { play.holder(who).plan.as_deref() } else { None };
    let me = play.ctx(who, at);
    let before = play.made(who, year - 1);
    let id = start(
        &me,
        Start {
            employee: me.me(),
            year,
            from_day: None,
            approach: Approach::Kuantitatif,
            origin: before.skp.map_or(Origin::Empty, Origin::Plan),
        },
    )
    .await?;
    write(play, who, year, &me, id).await?;
    if before.skp.is_none() {
        embellish(play, who, &me, id).await?;
    }
    let skp = saved(&me, id).await?;
    let mut made = Made {
        skp: Some(id),
        in_force: false,
        results: skp.content.results.iter().map(|result| result.id).collect(),
        indicators: skp.content.results.iter().map(|r| r.indicators.iter().map(|i| i.id).collect()).collect(),
    };
    play.remember(who, year, made.clone());
    if special == Some("draft") {
        return Ok(());
    }
    let Some(at) = play.calendar.at(first + Days::new(2), 9, minute(who)) else { return Ok(()) };
    sign::sign(&play.ctx(who, at), id, skp.revision).await?;
    let (Some(rater), Some(at)) = (play.players[who].rater, play.calendar.at(first + Days::new(3), 14, minute(who)))
    else {
        return Ok(());
    };
    if special == Some("unset") {
        return Ok(());
    }
    agree(play, rater, id, at, "").await?;
    made.in_force = true;
    play.remember(who, year, made);
    if special == Some("clarified") {
        clarify(play, who, id).await?;
    }
    Ok(())
}

/// The rater sets the plan as it stands.
pub async fn agree(play: &Play, rater: usize, id: SkpId, at: DateTime<Utc>, reason: &str) -> Result<(), Stop> {
    let ctx = play.ctx(rater, at);
    let revision = saved(&ctx, id).await?.revision;
    set::set(&ctx, id, revision, reason.to_owned()).await?;
    Ok(())
}

/// A plan in force is changed after a talk in June: a second version.
async fn clarify(play: &Play, who: usize, id: SkpId) -> Result<(), Stop> {
    let year = play.calendar.year();
    let (Some(asked), Some(agreed)) =
        (play.calendar.at(day(year, 6, 8), 9, 10), play.calendar.at(day(year, 6, 11), 15, 5))
    else {
        return Ok(());
    };
    reopen::reopen(&play.ctx(who, asked), id).await?;
    sharpen(&play.ctx(who, asked), id, "(termasuk media berbahasa daerah)", 96).await?;
    let skp = saved(&play.ctx(who, asked), id).await?;
    sign::sign(&play.ctx(who, asked + chrono::TimeDelta::hours(2)), id, skp.revision).await?;
    let rater = play.players[who].rater.ok_or_else(|| Stop::new("demo: nobody rates them"))?;
    agree(play, rater, id, agreed, "Umpan balik triwulan I: jangkauan media daerah diperluas, target dinaikkan.").await
}

/// Changes the first indicator of the first result: more words, another target (whole units).
pub async fn sharpen(ctx: &Ctx, id: SkpId, words: &str, goal: i64) -> Result<(), Stop> {
    let skp = saved(ctx, id).await?;
    let Some(result) = skp.content.results.first() else { return Ok(()) };
    let mut indicators: Vec<_> = result.indicators.iter().map(|i| (Some(i.id), i.clone())).collect();
    if let Some((_, first)) = indicators.first_mut() {
        first.text = format!("{} {words}", first.text);
        first.target.amount = Some(domain::amount::Amount::whole(goal));
    }
    let draft = ResultDraft {
        id: Some(result.id),
        kind: result.kind,
        text: result.text.clone(),
        assigned_by: result.assigned_by.clone(),
        supports: result.supports,
        supports_text: result.supports_text.clone(),
        indicators,
    };
    write_result(ctx, id, skp.revision, draft).await?;
    Ok(())
}

/// The plan as saved.
pub async fn saved(ctx: &Ctx, id: SkpId) -> Result<Skp, Stop> {
    ctx.read().skp(id).await?.ok_or_else(|| Stop::new("demo: a plan is gone"))
}

/// Different people at different minutes.
pub fn minute(who: usize) -> u32 {
    (who as u32 * 7) % 60
}

async fn write(play: &Play, who: usize, year: i32, me: &Ctx, id: SkpId) -> Result<(), Stop> {
    let leader = play.players[who].rater.map(|rater| play.made(rater, year)).unwrap_or_default();
    let mut skp = saved(me, id).await?;
    for (n, result) in play.post(who).results.iter().enumerate() {
        let copied = skp.content.results.get(n).cloned();
        let indicators = result
            .indicators
            .iter()
            .enumerate()
            .map(|(m, indicator)| {
                let kept = copied.as_ref().and_then(|result| result.indicators.get(m)).map(|kept| kept.id);
                Ok((kept, self::indicator(play, who, me, indicator)?))
            })
            .collect::<Result<Vec<_>, Stop>>()?;
        let draft = ResultDraft {
            id: copied.map(|result| result.id),
            kind: if result.kind.as_deref() == Some("tambahan") { RhkKind::Tambahan } else { RhkKind::Utama },
            text: play.words(who, &result.text),
            assigned_by: result.by.clone(),
            supports: result.supports.and_then(|place| leader.results.get(place - 1)).copied(),
            supports_text: String::new(),
            indicators,
        };
        write_result(me, id, skp.revision, draft).await?;
        if n + 1 < play.post(who).results.len() {
            skp = saved(me, id).await?;
        }
    }
    Ok(())
}

fn indicator(play: &Play, who: usize, me: &Ctx, indicator: &cast::Indicator) -> Result<Indicator, Stop> {
    Ok(Indicator {
        id: me.app.world.id().into(),
        aspek: match indicator.aspek.as_deref() {
            Some("kuantitas") => Some(Aspek::Kuantitas),
            Some("kualitas") => Some(Aspek::Kualitas),
            Some("waktu") => Some(Aspek::Waktu),
            Some("biaya") => Some(Aspek::Biaya),
            _ => None,
        },
        perspektif: indicator.perspektif.as_deref().and_then(Perspektif::from_code),
        text: play.words(who, &indicator.text),
        target: target(&indicator.target).map_err(Stop::new)?,
    })
}

/// Annexes by the employee, special expectations by the rater.
async fn embellish(play: &Play, who: usize, me: &Ctx, id: SkpId) -> Result<(), Stop> {
    let kind = match play.post(who).kind.as_str() {
        kind if kind.starts_with("jpt") => "jpt",
        "administrator" | "pengawas" => "struktural",
        kind if kind.starts_with("jf") => "fungsional",
        _ => "pelaksana",
    };
    if let Some(annex) = play.cast.annex.get(kind) {
        for (which, lines) in [
            (Annex::Resources, &annex.resources),
            (Annex::Accountability, &annex.accountability),
            (Annex::Consequences, &annex.consequences),
        ] {
            let revision = saved(me, id).await?.revision;
            write_annex(me, id, revision, which, lines.clone()).await?;
        }
    }
    let Some(rater) = play.players[who].rater else { return Ok(()) };
    let choices = play.cast.expectations.len() as u64;
    for n in 0..2 {
        let about = format!("{}{n}", play.players[who].name);
        let Some(expectation) = play.cast.expectations.get(chance(&about, choices) as usize) else { continue };
        let Some(nilai) = Nilai::from_code(&expectation.nilai) else { continue };
        let ctx = play.ctx(rater, me.at);
        let revision = saved(&ctx, id).await?.revision;
        write_expectation(&ctx, id, revision, nilai, vec![expectation.text.clone()]).await?;
    }
    Ok(())
}
