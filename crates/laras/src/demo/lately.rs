//! The last weeks: what waits for somebody today. Obstacles with and without an answer, plans being talked over,
//! notices not read yet.

use super::{
    cast::{Note, Obstacle},
    plans::{saved, sharpen},
    play::{Made, Play},
};
use crate::failure::Stop;
use actions::{
    home,
    plan::{give_back, note, reopen, sign},
    progress::{
        reply::reply,
        report::{Report, report},
    },
};
use domain::{ids::SkpId, plan::Line};
use std::sync::Arc;

/// Lets it happen.
pub async fn happen(play: &Arc<Play>) -> Result<(), Stop> {
    let year = play.calendar.year();
    // Old notices have been read; those of the last days have not.
    let everybody = (0..play.players.len()).collect();
    play.each(everybody, |play, who| async move {
        home::read_notices(&play.ctx(who, play.calendar.ago(13, 8)), 1).await?;
        Ok(())
    })
    .await?;
    for who in play.rated() {
        let made = play.made(who, year);
        let Some(skp) = made.skp.filter(|_| made.in_force) else { continue };
        for obstacle in &play.holder(who).obstacles {
            obstructed(play, who, skp, &made, obstacle).await?;
        }
        match play.holder(who).plan.as_deref() {
            Some("returned") => talked_over(play, who, skp, true).await?,
            Some("waiting") => talked_over(play, who, skp, false).await?,
            _ => {}
        }
    }
    Ok(())
}

/// `3.1`: the first indicator of the third result.
fn places(code: &str) -> Option<(usize, Option<usize>)> {
    let (result, indicator) =
        code.split_once('.').map_or((code, None), |(result, indicator)| (result, Some(indicator)));
    let place = |text: &str| text.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    Some((place(result)?, indicator.and_then(place)))
}

async fn obstructed(play: &Play, who: usize, skp: SkpId, made: &Made, obstacle: &Obstacle) -> Result<(), Stop> {
    let indicator = places(&obstacle.indicator).and_then(|(r, i)| made.indicators.get(r)?.get(i?).copied());
    let indicator = indicator.ok_or_else(|| Stop::new(format!("demo: no indicator {}", obstacle.indicator)))?;
    let at = play.calendar.ago(obstacle.days_ago, 10);
    let said = Report {
        indicator,
        step: None,
        on: play.calendar.zone.date(at),
        amount: None,
        did: obstacle.did.clone(),
        obstacle: obstacle.text.clone(),
        help: obstacle.help.clone(),
        corrects: None,
        link: String::new(),
    };
    let entry = report(&play.ctx(who, at), skp, said, None).await?;
    if let (Some(text), Some(rater)) = (&obstacle.reply, play.players[who].rater) {
        let at = play.calendar.ago(obstacle.days_ago.saturating_sub(1), 15);
        reply(&play.ctx(rater, at), entry, text.clone(), obstacle.settles).await?;
    }
    Ok(())
}

/// A plan in force is being clarified: signed again, and returned with notes if asked.
async fn talked_over(play: &Play, who: usize, skp: SkpId, returned: bool) -> Result<(), Stop> {
    let opened = play.ctx(who, play.calendar.ago(12, 9));
    reopen::reopen(&opened, skp).await?;
    if !returned {
        sharpen(&opened, skp, "(loket dan daring)", 2_700).await?;
    }
    let signed = play.ctx(who, play.calendar.ago(5, 9));
    let revision = saved(&signed, skp).await?.revision;
    sign::sign(&signed, skp, revision).await?;
    let (true, Some(rater)) = (returned, play.players[who].rater) else { return Ok(()) };
    let back = play.ctx(rater, play.calendar.ago(2, 14));
    for said in &play.holder(who).notes {
        if let (Some(line), Some(text)) = (line(play, who, said), &said.text) {
            note::note(&back, skp, line, text.clone()).await?;
        }
    }
    give_back::give_back(&back, skp).await?;
    Ok(())
}

fn line(play: &Play, who: usize, said: &Note) -> Option<Line> {
    let made = play.made(who, play.calendar.year());
    match said.line.as_deref()? {
        "resources" => Some(Line::Resources),
        code => match places(code)? {
            (result, Some(indicator)) => made.indicators.get(result)?.get(indicator).copied().map(Line::Indicator),
            (result, None) => made.results.get(result).copied().map(Line::Rhk),
        },
    }
}
