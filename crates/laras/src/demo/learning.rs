//! What follows: a small catalogue, a session that was held and one to come, a training recorded from elsewhere, a development
//! plan that waits for the supervisor. What the rules of follow-up propose is worked out when the demo is served.

use super::play::Play;
use crate::failure::Stop;
use actions::{
    development::write::{send, start},
    training::{
        catalogue::{Draft, SessionDraft, schedule, write, writing},
        mine,
        nominate::{Present, Who, admit, attend, nominate},
        record::{Draft as Claim, claim, verify},
    },
};
use chrono::{Days, NaiveDate};
use domain::{
    development::{Content, Gap, Source, Step, Way},
    ids::{TrainingId, TrainingSessionId},
    training::{Build, Kind},
};
use std::sync::Arc;

/// Code, name, kind, provider, hours, price, what it is about; which criterion of the scheme it builds, by place.
type Program = (&'static str, &'static str, Kind, &'static str, u32, i64, &'static str, usize);

const PROGRAMS: [Program; 5] = [
    (
        "LJ-01",
        "Komunikasi dengan warga",
        Kind::Teknis,
        "BPSDM Provinsi",
        16,
        1_500_000,
        "Mendengarkan, menjelaskan, menjawab keluhan.",
        0,
    ),
    (
        "LJ-02",
        "Mengelola pekerjaan bersama",
        Kind::SosialKultural,
        "BPSDM Provinsi",
        24,
        2_250_000,
        "Membagi peran dan menjaga tenggat.",
        1,
    ),
    (
        "LJ-03",
        "Data untuk pelayanan",
        Kind::Elearning,
        "Pusat Data Kabupaten",
        8,
        0,
        "Membaca dan menyajikan data unit sendiri.",
        2,
    ),
    (
        "LJ-04",
        "Kepemimpinan pengawas",
        Kind::Manajerial,
        "BPSDM Provinsi",
        200,
        12_000_000,
        "Pelatihan kepemimpinan bagi pejabat pengawas.",
        3,
    ),
    (
        "LJ-05",
        "Magang di unit layanan",
        Kind::Magang,
        "Setiap perangkat daerah",
        40,
        0,
        "Dua pekan di loket bersama pendamping.",
        0,
    ),
];

/// Lets it happen.
pub async fn happen(play: &Arc<Play>) -> Result<(), Stop> {
    let office = play.office()?;
    let people: Vec<usize> =
        play.rated().filter(|who| play.players[*who].roles.is_empty() && play.players[*who].level > 2).collect();
    let [first, second, third, ..] = people.as_slice() else { return Ok(()) };
    let programs = catalogue(play, office).await?;
    let day = |days: u64| play.calendar.zone.date(play.calendar.ago(days, 9));
    // In the first weeks of a year nothing was held yet.
    let was_held = day(80) < day(40);
    let held = if was_held { Some(session(play, office, programs[0], (day(40), day(39)), 90).await?) } else { None };
    for (held, who) in held.into_iter().flat_map(|held| [(held, *first), (held, *second)]) {
        let Some(rater) = play.players[who].rater else { continue };
        let employee = play.players[who].employee;
        let why = "Sering menghadapi warga di loket dan diminta umpan balik.".to_owned();
        let name = nominate(&play.ctx(rater, play.calendar.ago(80, 10)), held, Who::One(employee), why, None).await?;
        admit(&play.ctx(office, play.calendar.ago(70, 10)), name, true, String::new()).await?;
        let present = Present { nomination: name, was: true, passed: None };
        attend(&play.ctx(office, play.calendar.ago(38, 10)), held, vec![present]).await?;
    }
    let coming = day(0) + Days::new(30);
    let next = session(play, office, programs[1], (coming, coming + Days::new(2)), 20).await?;
    let why = "Mulai memimpin pekerjaan tiga orang tahun ini.".to_owned();
    let who = Who::One(play.players[*third].employee);
    nominate(&play.ctx(*third, play.calendar.ago(3, 10)), next, who, why, None).await?;
    elsewhere(play, office, *third, day(20)).await?;
    plan(play, *first).await
}

async fn catalogue(play: &Play, office: usize) -> Result<Vec<TrainingId>, Stop> {
    let ctx = play.ctx(office, play.calendar.ago(100, 9));
    let found = writing(&ctx, None).await?;
    let level = u8::try_from(found.levels.len()).unwrap_or(1).max(1);
    let mut made = Vec::new();
    for (code, name, kind, provider, hours, cost, about, builds) in PROGRAMS {
        let criterion = found.criteria.get(builds).map(|(code, _)| code.clone());
        let draft = Draft {
            code: code.to_owned(),
            name: name.to_owned(),
            kind,
            provider: provider.to_owned(),
            hours,
            cost,
            capacity: 20,
            builds: criterion.into_iter().map(|criterion| Build { criterion, level }).collect(),
            about: about.to_owned(),
            retired: false,
        };
        made.push(write(&ctx, None, 0, draft).await?);
    }
    Ok(made)
}

async fn session(
    play: &Play,
    office: usize,
    program: TrainingId,
    (from, until): (NaiveDate, NaiveDate),
    days_ago: u64,
) -> Result<TrainingSessionId, Stop> {
    let draft = SessionDraft { from, until, place: "Aula BKPSDM".to_owned(), capacity: 20 };
    Ok(schedule(&play.ctx(office, play.calendar.ago(days_ago, 9)), program, draft).await?)
}

/// A webinar, recorded and verified; a second one waits.
async fn elsewhere(play: &Play, office: usize, who: usize, on: NaiveDate) -> Result<(), Stop> {
    for (name, number, hours) in
        [("Webinar pelayanan publik", "118/WEB/LAN", 4), ("Literasi digital bagi ASN", "77/LD", 6)]
    {
        let draft = Claim {
            name: name.to_owned(),
            kind: Kind::Elearning,
            provider: "Lembaga Administrasi Negara".to_owned(),
            hours,
            from: on,
            until: on,
            number: number.to_owned(),
            valid_until: None,
            lapsed: false,
        };
        claim(&play.ctx(who, play.calendar.ago(10, 11)), draft, None).await?;
    }
    let asking = play.ctx(who, play.calendar.ago(9, 11));
    let records = mine::of(&asking, play.players[who].employee).await?.records;
    let Some(waiting) = records.iter().find(|record| record.verified.is_none()) else { return Ok(()) };
    verify(&play.ctx(office, play.calendar.ago(8, 11)), waiting.id, None).await?;
    Ok(())
}

async fn plan(play: &Play, who: usize) -> Result<(), Stop> {
    let ctx = play.ctx(who, play.calendar.ago(5, 10));
    let id = start(&ctx).await?;
    let begun = ctx.read().development_plan(id).await.map_err(actions::Failure::from)?;
    let begun = begun.ok_or_else(|| Stop::new("demo: the plan that was started is not there"))?;
    let due = NaiveDate::from_ymd_opt(begun.year, 12, 15).ok_or_else(|| Stop::new("demo: no such day"))?;
    let step = |n: u32, way, what: &str, hours| Step {
        id: domain::ids::DevelopmentStepId(ctx.app.world.id()),
        way,
        what: what.to_owned(),
        with: if n == 1 { "Bersama atasan".to_owned() } else { String::new() },
        due,
        hours,
        session: None,
    };
    let content = Content {
        strengths: "Teliti dan selalu menyelesaikan laporan lebih awal dari tenggat.".to_owned(),
        gaps: vec![Gap {
            source: Source::Feedback,
            what: "Menyampaikan hal sulit kepada warga dengan tenang.".to_owned(),
            goal: "Warga tidak lagi bertanya ulang setelah penjelasan di loket.".to_owned(),
        }],
        steps: vec![
            step(1, Way::Kerja, "Melayani loket setiap Rabu dan membahasnya setelahnya.", 0),
            step(2, Way::Pelatihan, "Komunikasi dengan warga", 16),
        ],
    };
    Ok(send(&ctx, id, begun.revision, content).await?)
}
