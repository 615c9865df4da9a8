//! Fairness: the office has last year's ratings and the open period's worked through (the work is done once somebody serves the
//! demo), and calls a calibration session where a period is open; a rating is proposed anew and waits for its official.

use super::play::Play;
use crate::failure::Stop;
use actions::{
    Ctx, Failure,
    calibration::{
        lead::{Draft, call},
        propose::propose,
        see::{look, see},
    },
    fairness::report::count,
};
use domain::{
    assessment::{Rating, Subject},
    evaluation::{Period, Rhythm},
    ids::CalibrationId,
};

/// What the office does of it.
pub async fn happen(play: &Play) -> Result<(), Stop> {
    let ctx = play.ctx(play.office()?, play.calendar.ago(1, 10));
    let (scope, year) = (ctx.read(), play.calendar.year());
    let mut periods = scope.periods(year - 1).await.map_err(Failure::from)?;
    periods.retain(|period| period.rhythm == Rhythm::Tahunan);
    periods.extend(scope.periods(year).await.map_err(Failure::from)?);
    periods.retain(|period| period.opened_at.is_some_and(|at| at <= ctx.at));
    let latest = periods.iter().filter(|period| period.closed_at.is_some()).max_by_key(|period| period.last_day());
    let open = periods.iter().find(|period| period.closed_at.is_none());
    for period in latest.into_iter().chain(open) {
        count(&ctx, period.id).await?;
    }
    match open {
        Some(period) => session(play, &ctx, period).await,
        None => Ok(()),
    }
}

async fn session(play: &Play, ctx: &Ctx, period: &Period) -> Result<(), Stop> {
    let Some(unit) = play.units.get("KOMINFO").or_else(|| play.units.values().min()).copied() else { return Ok(()) };
    let draft = Draft {
        period: period.id,
        unit,
        held_on: ctx.today() + chrono::Days::new(3),
        place: "Ruang rapat lantai 2".into(),
        agenda: "Apa arti di atas ekspektasi, dengan tiga contoh tiap kelas.\nPegawai yang nilainya menonjol.".into(),
    };
    let id = match call(ctx, draft).await {
        Ok(id) => id,
        // Nobody there has a plan in force yet.
        Err(Failure::Refused(_)) => return Ok(()),
        Err(failure) => return Err(failure.into()),
    };
    proposed(ctx, id).await
}

/// One line of the first person whose rating was sent and whose result is not signed.
async fn proposed(ctx: &Ctx, id: CalibrationId) -> Result<(), Stop> {
    let found = see(ctx, id).await?;
    let Some(line) = found.lines.iter().find(|line| line.raw.is_some() && line.evaluation.is_none()) else {
        return Ok(());
    };
    let looked = look(ctx, id, line.skp).await?;
    let value = looked.answers.iter().find(|(subject, ..)| matches!(subject, Subject::Nilai(_)));
    let Some((subject, _, rating, ..)) = value else { return Ok(()) };
    let after = if *rating == Rating::Sesuai { Rating::Diatas } else { Rating::Sesuai };
    let reason = "Contoh yang ditulis setara dengan yang disepakati untuk kelas ini di bidang lain.".to_owned();
    propose(ctx, id, line.skp, (*subject, after), reason).await?;
    Ok(())
}
