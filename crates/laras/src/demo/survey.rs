//! What the public says: two services with a half-year that is closed and one that runs, answered on paper and by phone.

use super::{calendar::day, numbers::chance, play::Play};
use crate::failure::Stop;
use actions::survey::{
    answer::{From, Sent, door, submit},
    enter::enter,
    import::sheet,
    manage_round::{RoundDraft, close, open},
    write_service::{ServiceDraft, write},
};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use domain::{
    ids::{RoundId, ServiceId},
    survey::{Profile, Question, Service, Unsur, Weight, round::slug},
    time::DateRange,
};

/// Code, name, unit, users in a half-year, how people find it (hundredths of a point around 3).
const SERVICES: [(&str, &str, &str, u32, u64); 2] = [
    ("pendaftaran-puskesmas", "Pendaftaran pasien Puskesmas Sukamaju", "DINKES.SUKAMAJU", 300, 12),
    ("permohonan-informasi", "Permohonan informasi publik", "KOMINFO.IKP", 120, 34),
];
const WORDS: [&str; 6] = [
    "Kursi di ruang tunggu kurang, banyak lansia berdiri.",
    "Petugasnya ramah, terima kasih.",
    "Antrean sebaiknya bisa diambil dari rumah.",
    "Papan petunjuknya kecil, sulit dibaca.",
    "Jam istirahat sebaiknya bergantian.",
    "Cepat dan jelas.",
];
/// Sheets typed in at once.
const SHEETS: u64 = 40;
/// People who answer by phone in the half-year that runs.
const PHONES: u64 = 24;

/// Lets it happen.
pub async fn happen(play: &Play) -> Result<(), Stop> {
    let today = play.calendar.today();
    let (past, present) = halves(today);
    let Some(begun) = play.calendar.at(past.from, 8, 0) else { return Ok(()) };
    let office = play.office()?;
    let mut services = Vec::new();
    for (code, name, unit, users, _) in SERVICES {
        let Some(unit) = play.units.get(unit).copied() else { continue };
        let draft = ServiceDraft {
            unit,
            code: code.to_owned(),
            name: name.to_owned(),
            users,
            tickets: false,
            pace: 60,
            questions: vec![Question {
                code: "antre".to_owned(),
                text: "Apakah antrean diatur dengan tertib?".to_owned(),
                scale: true,
            }],
            retired: false,
        };
        services.push((write(&play.ctx(office, begun), None, draft).await?, code));
    }
    let first = round(play, begun, past).await?;
    for (at, (service, code)) in services.iter().enumerate() {
        let sheets = u64::from(SERVICES[at].3) * 7 / 10;
        on_paper(play, begun + TimeDelta::days(60), (*service, code), first, sheets).await?;
    }
    let ended = past.until.unwrap_or(past.from);
    if let Some(at) = play.calendar.at(ended, 15, 0) {
        close(&play.ctx(office, at), first).await?;
    }
    let at = play.calendar.at(present.from, 8, 0).unwrap_or(play.calendar.now - TimeDelta::minutes(30));
    let second = round(play, at, present).await?;
    let lately = play.calendar.ago(3, 10).max(at);
    for (service, code) in &services {
        on_paper(play, lately, (*service, code), second, SHEETS * 2).await?;
        by_phone(play, lately, code).await?;
    }
    Ok(())
}

/// The half-year before this one, and this one.
fn halves(today: NaiveDate) -> (DateRange, DateRange) {
    let half = |year, first: bool| {
        let (from, until) = if first { ((1, 1), (6, 30)) } else { ((7, 1), (12, 31)) };
        DateRange { from: day(year, from.0, from.1), until: Some(day(year, until.0, until.1)) }
    };
    let year = today.year();
    if today.month() <= 6 { (half(year - 1, false), half(year, true)) } else { (half(year, true), half(year, false)) }
}

async fn round(play: &Play, at: DateTime<Utc>, dates: DateRange) -> Result<RoundId, Stop> {
    let half = if dates.from.month() == 1 { "I" } else { "II" };
    let name = format!("Semester {half} {}", dates.from.year());
    let draft = RoundDraft { name, dates, weight: Weight::Ninth, smallest: 10 };
    Ok(open(&play.ctx(play.office()?, at), draft).await?)
}

async fn on_paper(
    play: &Play,
    at: DateTime<Utc>,
    (service, code): (ServiceId, &str),
    round: RoundId,
    n: u64,
) -> Result<(), Stop> {
    let ctx = play.ctx(play.office()?, at);
    let kept = actions::survey::see::see_service(&ctx, service).await?;
    let all: Vec<Sent> = (0..n).map(|at| said(&kept, &format!("{code}{round}{at}"))).collect::<Result<_, Stop>>()?;
    for sheets in all.chunks(SHEETS as usize) {
        enter(&ctx, service, round, sheets.to_vec()).await?;
    }
    Ok(())
}

async fn by_phone(play: &Play, at: DateTime<Utc>, code: &str) -> Result<(), Stop> {
    for n in 0..PHONES {
        let ctx = play.ctx(play.office()?, at + TimeDelta::minutes(n as i64 / 3));
        let door = door(&ctx.app, &slug(&play.agency.name), code, None).await?;
        let sent = said(&door.service, &format!("{code}telepon{n}"))?;
        submit(&door, From::Device(format!("telepon-{n}")), "", sent).await?;
    }
    Ok(())
}

/// One person's answers, the same whenever the demo is built.
fn said(service: &Service, who: &str) -> Result<Sent, Stop> {
    let leaning = SERVICES.iter().find(|(code, ..)| *code == service.code).map_or(20, |(.., leaning)| *leaning);
    let value = |unsur: Unsur| {
        let luck = chance(&format!("{who}{}", unsur.code()), 100);
        // Waiting and seats are what people complain about.
        let harder = if matches!(unsur, Unsur::Waktu | Unsur::Sarana) { 22 } else { 0 };
        match luck {
            luck if luck < 3 + harder => "2",
            luck if luck < 75 + harder / 2 - leaning => "3",
            _ => "4",
        }
    };
    let fields = Profile::fields();
    let cell = |field: &str| -> &'static str {
        if let Some(unsur) = Unsur::ALL.into_iter().find(|unsur| unsur.code() == field) {
            return value(unsur);
        }
        if let Some((family, _, choices)) = fields.iter().find(|(family, ..)| *family == field) {
            let at = chance(&format!("{who}{family}"), choices.len() as u64 + 1);
            return choices.get(at as usize).map_or("", |(code, _)| *code);
        }
        match (field, chance(&format!("{who}{field}"), 40)) {
            ("tambahan.antre", luck) => ["2", "3", "3", "4"][luck as usize % 4],
            ("saran", luck) => WORDS.get(luck as usize).copied().unwrap_or(""),
            _ => "",
        }
    };
    sheet(service, cell).map_err(|errors| Stop::new(format!("demo: {errors:?}")))
}
