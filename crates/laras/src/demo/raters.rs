//! Some of those who rate have learnt to on written cases, some employees have taken the tour and its quiz, and files have been
//! opened: enough for each page to be alive.

use super::{numbers::chance, play::Play};
use crate::failure::Stop;
use actions::{
    certification::exercise::{begin, rate, see},
    evaluation, orientation,
    plan::load::load,
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{assessment::Rating, permissions::Action};
use std::collections::BTreeMap;

/// Raters who learn: the first of the cast who rate somebody.
const LEARNERS: usize = 6;

/// Lets it happen.
pub async fn happen(play: &Play) -> Result<(), Stop> {
    let rates = |who: &usize| play.players.iter().any(|player| player.rater == Some(*who));
    for (at, who) in (0..play.players.len()).filter(rates).take(LEARNERS).enumerate() {
        let begun = play.calendar.ago(40 - 4 * at as u64, 9) - TimeDelta::hours(4);
        // The first two are done at once, the next two the second time, the others are not there yet.
        let tries = if at < 2 { 1 } else { 2 };
        for n in 0..tries {
            let slips = if at < 2 || (at < 4 && n == 1) { 10 } else { 60 };
            exercise(play, who, begun + TimeDelta::hours(2 * n), slips).await?;
        }
    }
    let library = &play.app.policies;
    for who in play.rated().filter(|who| chance(&format!("kuis{}", play.players[*who].name), 100) < 70) {
        let name = &play.players[who].name;
        let answers = library.quiz().questions.iter().map(|question| {
            let right = chance(&format!("{name}{}", question.code), 100) < 75;
            let chosen = if right { question.right } else { (question.right + 1) % question.answers.len() };
            (question.code.clone(), chosen)
        });
        let at = play.calendar.ago(20 + chance(name, 10), 10);
        orientation::quiz::send(&play.ctx(who, at), answers.collect()).await?;
    }
    openings(play).await
}

/// One exercise to its end; of a hundred ratings so many slip by a step.
async fn exercise(play: &Play, who: usize, at: DateTime<Utc>, slips: u64) -> Result<(), Stop> {
    let id = begin(&play.ctx(who, at)).await?;
    let mut at = at;
    while let Some((_, case)) = see(&play.ctx(who, at), id).await?.next {
        at += TimeDelta::minutes(5);
        let mut ratings = BTreeMap::new();
        for agreed in &case.agreed {
            let luck = chance(&format!("{who}{at}{}{}", case.code, agreed.criterion), 100);
            let said = match agreed.rating {
                rating if luck >= slips => rating,
                Rating::Dibawah => Rating::Sesuai,
                Rating::Sesuai | Rating::Diatas => Rating::Diatas,
            };
            ratings.insert(agreed.criterion.clone(), said);
        }
        rate(&play.ctx(who, at), id, case.code, ratings).await?;
    }
    Ok(())
}

/// Raters and the office have opened files in the last days.
async fn openings(play: &Play) -> Result<(), Stop> {
    let (year, office) = (play.calendar.year(), play.office()?);
    for who in play.rated() {
        let Some(skp) = play.made(who, year).skp else { continue };
        let Some(rater) = play.players[who].rater else { continue };
        for days in [6, 2] {
            let ctx = play.ctx(rater, play.calendar.ago(days, 9));
            load(&ctx.read(), &ctx, skp, Action::PlanRead).await?;
        }
        if chance(&format!("dibuka{}", play.players[who].name), 100) < 40 {
            evaluation::see::of(&play.ctx(office, play.calendar.ago(4, 13)), play.players[who].employee).await?;
        }
    }
    Ok(actions::access::flush(&play.app).await?)
}
