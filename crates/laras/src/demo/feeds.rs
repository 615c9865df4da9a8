//! What measures itself: the log of requests for public information (with its counter, and the officer's indicator measured by it),
//! attendance month by month, and a vaccination programme.

use super::{calendar::day, numbers::chance, play::Play};
use crate::failure::Stop;
use actions::feed::{
    counter::{Arrival, arrive},
    import::import,
    link::{Named, Whose, name},
    write_source::{SourceDraft, write},
};
use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use domain::{
    feed::{Kind, Measure},
    ids::FeedId,
};
use std::fmt::Write as _;

/// The unit that answers requests, and the indicator that is measured by its log.
const OFFICE: &str = "KOMINFO.IKP";
const INDICATOR: &str = "Rata-rata waktu menjawab permohonan informasi";
/// Kind, unit, short name, name, days of its rhythm.
const SOURCES: [(Kind, &str, &str, &str, u32); 4] = [
    (Kind::Service, OFFICE, "log-ppid", "Log permohonan informasi publik", 14),
    (Kind::Attendance, "BKPSDM", "absensi", "Rekap kehadiran bulanan", 40),
    (Kind::Programme, "DINKES.SUKAMAJU", "imunisasi", "Imunisasi dasar lengkap", 20),
    (Kind::Survey, OFFICE, "kepuasan-ppid", "Kepuasan pemohon informasi", 0),
];
const ITEMS: [&str; 3] = ["Informasi berkala", "Informasi anggaran", "Salinan dokumen"];
const PLACES: [&str; 3] = ["Kelurahan Sukamaju", "Kelurahan Mekarsari", "Kampung Nelayan"];
/// Months told at most, this one not among them.
const MONTHS: u32 = 8;

/// Lets it happen.
pub async fn happen(play: &Play) -> Result<(), Stop> {
    let (today, year) = (play.calendar.today(), play.calendar.year());
    let Some(begun) = play.calendar.at(day(year, 1, 2), 9, 0) else { return Ok(()) };
    let office = play.office()?;
    let first = |who: &usize| play.post(*who).results.first().and_then(|of| of.indicators.first());
    let officer = play.rated().find(|who| first(who).is_some_and(|one| one.text == INDICATOR));
    for (kind, unit, code, called, rhythm) in SOURCES {
        let unit = play.units.get(unit).or_else(|| play.units.get(OFFICE)).copied();
        let Some(unit) = unit else { continue };
        let name = called.to_owned();
        let draft = SourceDraft { kind, unit, code: code.to_owned(), name, rhythm, answer_days: 10, retired: false };
        let id = write(&play.ctx(office, begun), None, draft).await?;
        match kind {
            Kind::Service => log(play, id, officer, today).await?,
            Kind::Attendance => brought(play, id, attendance(play, today), lately(play, 7)).await?,
            Kind::Programme => brought(play, id, vaccination(today), lately(play, 24)).await?,
            _ => {}
        }
    }
    Ok(())
}

fn lately(play: &Play, days: u64) -> DateTime<Utc> {
    play.calendar.ago(days, 10)
}

async fn brought(play: &Play, id: FeedId, text: String, at: DateTime<Utc>) -> Result<(), Stop> {
    import(&play.ctx(play.office()?, at), id, text.into_bytes(), false).await?;
    Ok(())
}

/// First days of the months told, the latest last; none of a year that has just begun.
fn months(today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    (1..today.month())
        .rev()
        .take(MONTHS as usize)
        .map(move |month| day(today.year(), month, 1))
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
}

/// Requests of the year, all but the last few answered; the officer's indicator is measured by them.
async fn log(play: &Play, id: FeedId, officer: Option<usize>, today: NaiveDate) -> Result<(), Stop> {
    let nip = officer.map(|who| nip_of(play, who)).unwrap_or_default();
    let mut text = String::from("nomor,diterima,dijawab,benar,pengaduan,layanan,nip\n");
    let mut number = 0;
    for month in months(today) {
        for turn in 0..6_u64 {
            number += 1;
            let about = format!("permohonan{month}{turn}");
            let came = play.calendar.working(month + Days::new(turn * 4 + chance(&about, 3)));
            let done = play.calendar.working(came + Days::new(1 + chance(&format!("{about}jawab"), 6)));
            let right = if chance(&format!("{about}benar"), 12) == 0 { "tidak" } else { "ya" };
            let complaint = if chance(&format!("{about}aduan"), 15) == 0 { "ya" } else { "tidak" };
            let item = ITEMS[chance(&about, ITEMS.len() as u64) as usize];
            let hour = 8 + chance(&about, 5);
            let _ = writeln!(
                text,
                "PPID-{number:04},{came} {hour:02}:15,{done} {:02}:40,{right},{complaint},{item},{nip}",
                hour + 1
            );
        }
    }
    if number > 0 {
        brought(play, id, text, lately(play, 6)).await?;
    }
    let who = officer.unwrap_or(play.office()?);
    for (days, item) in [(5, ITEMS[1]), (1, ITEMS[2])] {
        let employee = officer.map(|who| play.players[who].employee);
        arrive(
            &play.ctx(who, lately(play, days)),
            id,
            Arrival { code: String::new(), item: item.to_owned(), employee },
        )
        .await?;
    }
    let Some(who) = officer else { return Ok(()) };
    let made = play.made(who, play.calendar.year());
    if let (Some(skp), Some(indicator)) = (made.skp, made.indicators.first().and_then(|of| of.first())) {
        let named = Named { source: id, measure: Measure::ResponseMean, of: Whose::Own, item: String::new() };
        name(&play.ctx(who, lately(play, 4)), skp, *indicator, named).await?;
    }
    Ok(())
}

fn nip_of(play: &Play, who: usize) -> String {
    play.holder(who).nip.chars().filter(char::is_ascii_digit).collect()
}

/// Everybody of the cast, month by month; most were always there.
fn attendance(play: &Play, today: NaiveDate) -> String {
    let mut text = String::from("nip,bulan,hari_kerja,alpa,izin,menit,berturut\n");
    for who in play.rated() {
        let nip = nip_of(play, who);
        for month in months(today) {
            let about = format!("{nip}{month}");
            let absent = u64::from(chance(&format!("{about}alpa"), 40) == 0);
            let (excused, minutes) = (chance(&format!("{about}izin"), 3), chance(&format!("{about}menit"), 5) * 12);
            let _ = writeln!(text, "{nip},{},20,{absent},{excused},{minutes},{absent}", month.format("%Y-%m"));
        }
    }
    text
}

fn vaccination(today: NaiveDate) -> String {
    let mut text = String::from("tempat,bulan,target,capaian\n");
    for month in months(today) {
        for place in PLACES {
            let reached = 31 + chance(&format!("{place}{month}"), 14);
            let _ = writeln!(text, "{place},{},42,{reached}", month.format("%Y-%m"));
        }
    }
    text
}
