//! Teams across units: set up, agreed upon, reported, said to. Whoever is not in the cast is left out.

use super::{
    calendar::day,
    cast::{Team, TeamMember},
    numbers::target,
    play::Play,
};
use crate::failure::Stop;
use actions::{
    feedback::offer::{Offer, offer},
    workteam::{
        member::{Proposal, decide, propose},
        rate::{rate, rating},
        report::{Report, report},
        result::{Draft as Delivers, write},
        write::{Draft, create},
    },
};
use chrono::NaiveDate;
use domain::{
    amount::Amount,
    evaluation::Capaian,
    ids::{WorkteamId, WorkteamMemberId},
    plan::Line,
    workteam::Part,
};

/// Lets them work, as far as the year has come.
pub async fn work(play: &Play) -> Result<(), Stop> {
    for team in &play.cast.teams {
        if let (Some(by), Some(leader)) = (find(play, &team.by), find(play, &team.leader)) {
            one(play, team, by, leader).await?;
        }
    }
    Ok(())
}

fn find(play: &Play, name: &str) -> Option<usize> {
    play.players.iter().position(|player| player.name == name)
}

/// `12-20` in the year that runs.
fn by(play: &Play, written: &str) -> Result<NaiveDate, Stop> {
    let parts = written.split_once('-').and_then(|(m, d)| Some((m.parse().ok()?, d.parse().ok()?)));
    let (month, of) = parts.ok_or_else(|| Stop::new(format!("demo: `{written}` is no month and day")))?;
    Ok(day(play.calendar.year(), month, of))
}

async fn one(play: &Play, team: &Team, head: usize, leader: usize) -> Result<(), Stop> {
    let (year, begun) = (play.calendar.year(), play.calendar.ago(70, 8));
    let (from, until) = (play.calendar.zone.date(begun), Some(day(year, 12, 31)));
    let draft = Draft {
        name: team.name.clone(),
        purpose: team.purpose.clone(),
        unit: team.unit.as_ref().and_then(|unit| play.units.get(unit)).copied(),
        from,
        until,
        leader: play.players[leader].name.clone(),
    };
    let id = create(&play.ctx(head, begun), draft).await?;
    agree(play, id, leader).await?;
    for member in team.members.iter().filter(|member| !member.waits) {
        if let Some(who) = find(play, &member.name) {
            join(play, id, leader, member, (from, until), 68).await?;
            agree(play, id, who).await?;
        }
    }
    for delivers in &team.results {
        let target = target(&delivers.target).map_err(Stop::new)?;
        let due = by(play, &delivers.due)?.max(from);
        let draft = Delivers { text: delivers.text.clone(), target, due, carriers: Vec::new() };
        let result = write(&play.ctx(leader, play.calendar.ago(62, 11)), id, None, draft).await?;
        for said in &delivers.reports {
            let Some(who) = find(play, &said.by) else { continue };
            let at = play.calendar.ago(said.days_ago, 14);
            let (did, proof) = (said.did.clone(), said.proof.clone());
            let amount = Some(Amount::whole(said.amount));
            let said = Report { on: play.calendar.zone.date(at), amount, did, proof, corrects: None };
            report(&play.ctx(who, at), id, result, said).await?;
        }
    }
    for words in &team.words {
        let Some(to) = find(play, &words.to) else { continue };
        let said = Offer {
            to: play.players[to].employee,
            ask: None,
            on: Line::Whole,
            topic: team.name.clone(),
            source: None,
            good: words.good.clone(),
            improve: words.improve.clone(),
        };
        offer(&play.ctx(leader, play.calendar.ago(9, 15)), said).await?;
    }
    let head = play.ctx(head, play.calendar.ago(2, 15));
    let desk = rating(&head, id, None).await?;
    if let (Some(period), Some(capaian)) = (desk.period, Capaian::from_code(&team.capaian)) {
        let said = desk.results.iter().map(|(result, _)| (result.id, Some(capaian), team.because.clone()));
        rate(&head, id, period.id, said.collect()).await?;
    }
    for member in team.members.iter().filter(|member| member.waits && find(play, &member.name).is_some()) {
        let today = play.calendar.zone.date(play.calendar.ago(1, 16));
        join(play, id, leader, member, (today.max(from), until), 1).await?;
    }
    Ok(())
}

async fn join(
    play: &Play,
    id: WorkteamId,
    leader: usize,
    member: &TeamMember,
    (from, until): (NaiveDate, Option<NaiveDate>),
    days_ago: u64,
) -> Result<WorkteamMemberId, Stop> {
    let proposal = Proposal {
        member: member.name.clone(),
        part: Part::Anggota,
        work: member.work.clone(),
        share: member.share,
        from,
        until,
    };
    Ok(propose(&play.ctx(leader, play.calendar.ago(days_ago, 16)), id, proposal).await?)
}

/// The rater of somebody says yes, if they are asked.
async fn agree(play: &Play, id: WorkteamId, who: usize) -> Result<(), Stop> {
    let Some(rater) = play.players[who].rater else { return Ok(()) };
    let ctx = play.ctx(rater, play.calendar.ago(66, 17));
    let members = ctx.read().workteam_members(&[id]).await.map_err(actions::Failure::from)?;
    let asked = members.into_iter().find(|one| one.employee == play.players[who].employee && one.waits());
    match asked {
        Some(asked) => Ok(decide(&ctx, id, asked.id, true, String::new()).await?),
        None => Ok(()),
    }
}
