//! Periods: opened by the personnel office, self-assessment, rating, result, signature, feedback, closed.

use super::{
    calendar::day,
    numbers::chance,
    plans::{minute, saved},
    play::Play,
    words,
};
use crate::failure::Stop;
use actions::{
    assessment::{
        rate::{Sheet, rate},
        self_assess::self_assess,
    },
    evaluation::{acknowledge, evaluate::evaluate, manage_period, set_capaian::set_capaian},
    feedback,
    scheme::{
        fill::{Filled, fill},
        see::see as see_criteria,
    },
};
use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use domain::{
    assessment::{RaterRole, Rating},
    evaluation::{Capaian, Period, Rhythm},
    ids::{EvaluationId, SkpId},
    scheme::sheet::Mark,
};
use std::{collections::HashSet, sync::Arc};

/// How far somebody has come in the open period.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    None,
    OwnWords,
    Rated,
    Evaluated,
    Done,
}

impl Stage {
    fn of(code: Option<&str>) -> Self {
        match code {
            Some("none") => Self::None,
            Some("self") => Self::OwnWords,
            Some("rated") => Self::Rated,
            Some("evaluated") => Self::Evaluated,
            _ => Self::Done,
        }
    }
}

/// The days of one period's assessments.
#[derive(Clone, Copy)]
struct Days_ {
    open: NaiveDate,
    own: NaiveDate,
    rate: NaiveDate,
    sign: NaiveDate,
    close: NaiveDate,
}

fn days(period: &Period) -> Days_ {
    let last = period.last_day();
    let after = |n| last + Days::new(n);
    if period.rhythm == Rhythm::Tahunan {
        let (year, next) = (period.year, period.year + 1);
        return Days_ {
            open: day(year, 12, 15),
            own: day(year, 12, 18),
            rate: day(year, 12, 29),
            sign: day(next, 1, 9),
            close: day(next, 1, 27),
        };
    }
    let open = day(last.year(), last.month(), 22);
    Days_ { open, own: last - Days::new(1), rate: after(4), sign: after(6), close: after(24) }
}

/// All periods of a year, in the order in which they end.
pub async fn year(play: &Arc<Play>, year: i32) -> Result<(), Stop> {
    let now = play.ctx(play.office()?, play.calendar.now);
    let mut periods = now.read().periods(year).await?;
    periods.sort_by_key(|period| (days(period).open, period.rhythm != Rhythm::Semesteran, period.rhythm.per_year()));
    let opened = |period: &&Period| play.calendar.at(days(period).open, 8, 0).is_some();
    // The latest period of the law that could be opened stays open; everything before it is finished.
    let of_law = |period: &&Period| period.rhythm != Rhythm::Semesteran;
    let current = periods.iter().filter(opened).rfind(of_law).filter(|_| year == play.calendar.year()).map(|p| p.id);
    for period in periods.iter().filter(opened) {
        assess(play, Arc::new(period.clone()), current == Some(period.id)).await?;
    }
    Ok(())
}

async fn assess(play: &Arc<Play>, period: Arc<Period>, current: bool) -> Result<(), Stop> {
    let dates = days(&period);
    let office = play.office()?;
    let Some(at) = play.calendar.at(dates.open, 8, 0) else { return Ok(()) };
    manage_period::open(&play.ctx(office, at), period.id).await?;
    if period.rhythm != Rhythm::Semesteran {
        achievements(play, &period, current).await?;
    }
    let shared = Arc::clone(&period);
    let rated: Vec<usize> = play.rated().filter(|who| play.made(*who, period.year).in_force).collect();
    play.each(rated, move |play, who| {
        let period = Arc::clone(&shared);
        async move {
            let stage = if current { Stage::of(play.holder(who).stage.as_deref()) } else { Stage::Done };
            one(&play, who, &period, stage).await
        }
    })
    .await?;
    if let Some(at) = play.calendar.at(dates.close, 15, 0).filter(|_| !current) {
        manage_period::close(&play.ctx(office, at), period.id).await?;
    }
    Ok(())
}

/// Step 1: what each unit achieved. In the open period one unit's is still missing, so that one sees it said.
async fn achievements(play: &Play, period: &Period, current: bool) -> Result<(), Stop> {
    let Some(at) = play.calendar.at(days(period).own, 8, 40) else { return Ok(()) };
    let office = play.ctx(play.office()?, at);
    for unit in &play.cast.units {
        if current && unit.code == "KOMINFO.APTIKA" {
            continue;
        }
        let above = |code: &str| unit.code == code || unit.code.starts_with(&format!("{code}."));
        let found = play.cast.capaian.iter().rfind(|capaian| above(&capaian.unit)).or(play.cast.capaian.first());
        let Some(found) = found else { continue };
        let value = Capaian::from_code(&found.value).ok_or_else(|| Stop::new(format!("demo: {}", found.value)))?;
        let basis = match period.rhythm {
            Rhythm::Tahunan => found.basis.clone(),
            _ => format!("Rencana aksi perjanjian kinerja {} sampai {}.", unit.name, words::until(period)),
        };
        set_capaian(&office, period.id, play.units[&unit.code], value, basis).await?;
    }
    Ok(())
}

async fn one(play: &Play, who: usize, period: &Period, stage: Stage) -> Result<(), Stop> {
    let made = play.made(who, period.year);
    let (Some(skp), Some(rater)) = (made.skp, play.players[who].rater) else { return Ok(()) };
    let (dates, late) = (days(period), chance(&play.players[who].name, 3));
    let moment = |day: NaiveDate, hour| play.calendar.at(day + Days::new(late), hour, minute(who));
    let Some(at) = moment(dates.own, 9).filter(|_| stage > Stage::None) else { return Ok(()) };
    own_words(play, who, period, skp, at).await?;
    let Some(at) = moment(dates.rate, 13).filter(|_| stage > Stage::OwnWords) else { return Ok(()) };
    let verdict = verdict(play, who, period);
    judged(play, who, rater, period, skp, verdict, at).await?;
    let Some(at) = moment(dates.sign, 15).filter(|_| stage > Stage::Rated) else { return Ok(()) };
    let notes = words::recommendation(verdict).to_owned();
    let result = evaluate(&play.ctx(rater, at), period.id, skp, notes).await?;
    if talked_over(period) {
        given(play, who, rater, result, verdict, at + TimeDelta::minutes(25)).await?;
    }
    let Some(at) = moment(dates.sign + Days::new(3), 11).filter(|_| stage > Stage::Evaluated) else { return Ok(()) };
    acknowledge::acknowledge(&play.ctx(who, at), result).await?;
    if talked_over(period) {
        let answer = words::feedback(play, who, verdict).map(|f| f.answer.clone()).unwrap_or_default();
        feedback::acknowledge::acknowledge(&play.ctx(who, at + TimeDelta::minutes(8)), result, answer).await?;
    }
    Ok(())
}

/// Feedback in three parts follows the six-month review and the year.
fn talked_over(period: &Period) -> bool {
    matches!(period.rhythm, Rhythm::Semesteran | Rhythm::Tahunan)
}

async fn own_words(play: &Play, who: usize, period: &Period, skp: SkpId, at: DateTime<Utc>) -> Result<(), Stop> {
    let ctx = play.ctx(who, at);
    let plan = saved(&ctx, skp).await?;
    let (hasil, perilaku) = verdict(play, who, period);
    // People see themselves a little kinder than their supervisors do.
    let kinder = (hasil.max(Rating::Sesuai), perilaku.max(Rating::Sesuai));
    let answers = words::answers(play, who, period, &plan, RaterRole::Diri, kinder, &HashSet::new());
    self_assess(&ctx, Sheet { period: period.id, skp, revision: None, answers }, true).await?;
    criteria(play, who, who, period, skp, kinder, at + TimeDelta::minutes(12)).await
}

/// What somebody sees of the scheme's criteria, where it asks for them in such a period.
async fn criteria(
    play: &Play,
    by: usize,
    who: usize,
    period: &Period,
    skp: SkpId,
    (hasil, perilaku): (Rating, Rating),
    at: DateTime<Utc>,
) -> Result<(), Stop> {
    let ctx = play.ctx(by, at);
    if !ctx.policy(period.last_day())?.appraisal.asks_in(period.rhythm) {
        return Ok(());
    }
    let page = see_criteria(&ctx, period.id, skp).await?;
    if !page.fills || page.waits.is_some() {
        return Ok(());
    }
    let level = match hasil.min(perilaku) {
        Rating::Dibawah => 2,
        Rating::Sesuai => 3,
        Rating::Diatas => 4,
    };
    // Every third mark rests on a piece of evidence, where there is one the rater may open.
    let mark = |(n, code): (usize, &str)| Mark {
        criterion: code.to_owned(),
        level: Some(level),
        reason: words::seen(play, who, level).to_owned(),
        evidence: page.evidence.get(n / 3).filter(|_| n % 3 == 0).map(|piece| piece.id).into_iter().collect(),
    };
    let codes = page.scheme.rated_by(page.role).map(|criterion| criterion.code.as_str());
    let marks = codes.enumerate().map(mark).collect();
    fill(&ctx, Filled { period: period.id, skp, revision: None, marks }, true).await?;
    Ok(())
}

async fn judged(
    play: &Play,
    who: usize,
    rater: usize,
    period: &Period,
    skp: SkpId,
    verdict: (Rating, Rating),
    at: DateTime<Utc>,
) -> Result<(), Stop> {
    let ctx = play.ctx(rater, at);
    let plan = saved(&ctx, skp).await?;
    let zone = play.agency.time_zone;
    let seen = |e: &domain::evidence::Evidence| period.dates.contains(zone.date(e.recorded_at));
    let evidence: HashSet<_> = ctx.read().evidence(skp).await?.into_iter().filter(seen).map(|e| e.id).take(3).collect();
    let answers = words::answers(play, who, period, &plan, RaterRole::Penilai, verdict, &evidence);
    rate(&ctx, Sheet { period: period.id, skp, revision: None, answers }, true).await?;
    criteria(play, rater, who, period, skp, verdict, at + TimeDelta::minutes(9)).await
}

async fn given(
    play: &Play,
    who: usize,
    rater: usize,
    result: EvaluationId,
    verdict: (Rating, Rating),
    at: DateTime<Utc>,
) -> Result<(), Stop> {
    if let Some(feedback) = words::feedback(play, who, verdict) {
        let words = words::filled(play, who, feedback);
        feedback::give::give(&play.ctx(rater, at), result, words).await?;
    }
    Ok(())
}

/// The supervisor's two ratings. The year's verdict shows from the second quarter on.
fn verdict(play: &Play, who: usize, period: &Period) -> (Rating, Rating) {
    let holder = play.holder(who);
    let read = |code: &Option<String>| code.as_deref().and_then(Rating::from_code).unwrap_or(Rating::Sesuai);
    let this_year = period.year == play.calendar.year();
    let hasil = match holder.pace {
        Some(pace) if this_year && pace < 80 => Rating::Dibawah,
        _ if this_year && read(&holder.hasil) == Rating::Dibawah => Rating::Sesuai,
        _ => read(&holder.hasil),
    };
    // What went wrong with behaviour came to light late last year, and was mended where results were too.
    let late = period.rhythm == Rhythm::Tahunan || period.number == period.rhythm.per_year();
    let perilaku = match read(&holder.perilaku) {
        Rating::Dibawah if this_year && hasil != Rating::Dibawah => Rating::Sesuai,
        Rating::Dibawah if !this_year && !late => Rating::Sesuai,
        other => other,
    };
    let early = period.rhythm == Rhythm::Triwulanan && period.number == 1;
    if early { (Rating::Sesuai, Rating::Sesuai) } else { (hasil, perilaku) }
}
