//! The year's work: reports month by month, with evidence, steps planned and ticked off.

use super::{
    calendar::{day, month},
    cast,
    numbers::{Pace, chance, reached, target},
    play::Play,
};
use crate::failure::Stop;
use actions::{
    evidence::Upload,
    progress::{
        plan_step::{plan_step, tick},
        report::{Report, report},
    },
};
use chrono::Days;
use domain::{
    amount::Amount,
    ids::{IndicatorId, SkpId},
    plan::Tally,
};

/// What one person reported in a year, as far as it has come.
pub async fn year(play: &Play, who: usize, year: i32) -> Result<(), Stop> {
    let made = play.made(who, year);
    let Some(skp) = made.skp.filter(|_| made.in_force) else { return Ok(()) };
    let mine = || play.post(who).results.iter().zip(&made.indicators);
    let mut all = Vec::new();
    for (result, ids) in mine() {
        all.extend(result.indicators.iter().zip(ids.iter().copied()));
    }
    if year == play.calendar.year() {
        for (indicator, id) in &all {
            steps(play, who, skp, *id, indicator).await?;
        }
    }
    // Last year is told by quarters, this year month by month.
    let quarterly = year < play.calendar.year();
    for at in 1..=12_u32 {
        for (place, (indicator, id)) in all.iter().enumerate() {
            let goal = target(&indicator.target).map_err(Stop::new)?;
            let every = if quarterly {
                3
            } else if goal.tally == Tally::Sum {
                1
            } else {
                2
            };
            if at % every == 0 {
                let done = Done { place, month: at, since: at - every };
                one(play, who, skp, *id, indicator, year, done).await?;
            }
        }
    }
    Ok(())
}

struct Done {
    place: usize,
    month: u32,
    since: u32,
}

async fn one(
    play: &Play,
    who: usize,
    skp: SkpId,
    id: IndicatorId,
    indicator: &cast::Indicator,
    year: i32,
    done: Done,
) -> Result<(), Stop> {
    let about = format!("{}{}{year}", play.players[who].name, done.place);
    let on = play.calendar.working(day(year, done.month, 28) - Days::new(chance(&about, 4)));
    // Most report the same day; some a few days later.
    let late = [0, 0, 0, 1, 0, 3, 0, 5][chance(&format!("{about}{}", done.month), 8) as usize];
    let Some(at) = play.calendar.at(on + Days::new(late), 10 + (who as u32 % 6), super::plans::minute(who)) else {
        return Ok(());
    };
    let pace = pace(play, who, indicator, year);
    let (amount, shown) = amount(indicator, pace, &done, &format!("{about}{}", done.place))?;
    let Some(amount) = amount else { return Ok(()) };
    let time = if done.month - done.since == 3 {
        format!("triwulan {}", ["I", "II", "III", "IV"][(done.month / 3 - 1) as usize % 4])
    } else {
        month(on).to_owned()
    };
    let turn = (done.month as usize / 2 + done.place) % indicator.did.len().max(1);
    let did = indicator.did.get(turn).map_or("Pekerjaan berjalan sesuai rencana.", String::as_str);
    let did = play.words(who, did).replace("{bulan}", &time).replace("{n}", &shown);
    let proof = chance(&format!("{about}{}bukti", done.month), 10);
    let unit = play.post(who).unit.to_lowercase().replace('.', "/");
    let link = if (1..=4).contains(&proof) {
        format!("https://arsip.larasjaya.example/{unit}/{year}/{:02}/{}", done.month, done.place + 1)
    } else {
        String::new()
    };
    let file = (proof == 0).then(|| Upload {
        name: format!("rekap-{year}-{:02}.pdf", done.month),
        bytes: paper(&[&play.players[who].name, &indicator.text, &format!("{time} {year}: {shown}")]),
    });
    let (step, obstacle, help) = (None, String::new(), String::new());
    let said = Report { indicator: id, step, on, amount: Some(amount), did, obstacle, help, corrects: None, link };
    report(&play.ctx(who, at), skp, said, file).await?;
    Ok(())
}

/// What is reported, and how it is written in the sentence.
fn amount(indicator: &cast::Indicator, pace: Pace, done: &Done, about: &str) -> Result<(Option<Amount>, String), Stop> {
    let goal = target(&indicator.target).map_err(Stop::new)?;
    let now = reached(&goal, indicator, pace, done.month, about);
    if goal.tally == Tally::Latest {
        return Ok((Some(now), now.to_string()));
    }
    let before = if done.since == 0 { Amount(0) } else { reached(&goal, indicator, pace, done.since, about) };
    let more = Amount((now.0 - before.0).max(0));
    Ok(((more > Amount(0)).then_some(more), more.to_string()))
}

/// How somebody does with an indicator in a year: last year as rated, this year as the cast says.
pub fn pace(play: &Play, who: usize, indicator: &cast::Indicator, year: i32) -> Pace {
    let holder = play.holder(who);
    if year < play.calendar.year() {
        let pace = Pace::of(holder.hasil.as_deref());
        return Pace(indicator.last.map_or(pace.0, |last| last * pace.0 / 100));
    }
    let own = holder.pace.unwrap_or(if holder.hasil.as_deref() == Some("diatas") { 106 } else { 100 });
    Pace(indicator.pace.map_or(own, |pace| pace * own / 100))
}

/// What an indicator had reached by the end of a month.
pub fn stands(play: &Play, who: usize, place: usize, indicator: &cast::Indicator, year: i32, month: u32) -> Amount {
    let about = format!("{}{place}{year}{place}", play.players[who].name);
    let goal = target(&indicator.target).unwrap_or_default();
    reached(&goal, indicator, pace(play, who, indicator, year), month, &about)
}

async fn steps(play: &Play, who: usize, skp: SkpId, id: IndicatorId, indicator: &cast::Indicator) -> Result<(), Stop> {
    let year = play.calendar.year();
    let Some(at) = play.calendar.at(day(year, 2, 3), 9, 15) else { return Ok(()) };
    for step in &indicator.steps {
        let by = step.by.split_once('-').and_then(|(m, d)| Some(day(year, m.parse().ok()?, d.parse().ok()?)));
        let by = by.ok_or_else(|| Stop::new(format!("demo: `{}` is no month and day", step.by)))?;
        let planned = plan_step(&play.ctx(who, at), skp, id, step.text.clone(), by).await?;
        if let Some(at) = play.calendar.at(by - Days::new(3), 13, 5).filter(|_| step.done) {
            tick(&play.ctx(who, at), skp, planned, true).await?;
        }
    }
    Ok(())
}

/// A page of paper as evidence: the smallest PDF that readers open.
fn paper(lines: &[&str]) -> Vec<u8> {
    let plain = |text: &str| text.chars().filter(|c| c.is_ascii() && !"()\\".contains(*c)).collect::<String>();
    let text: String = lines.iter().map(|line| format!("({}) Tj T* ", plain(line))).collect();
    let stream = format!("BT /F1 12 Tf 16 TL 60 780 Td {text}ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>".to_owned(),
        format!("<</Length {}>>stream\n{stream}\nendstream", stream.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    let mut pdf = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf.push_str(&format!("{} 0 obj{object}endobj\n", n + 1));
    }
    let table = pdf.len();
    let rows: String = places.iter().map(|place| format!("{place:010} 00000 n \n")).collect();
    pdf.push_str(&format!(
        "xref\n0 {0}\n0000000000 65535 f \n{rows}trailer<</Size {0}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    ));
    pdf.into_bytes()
}

#[cfg(test)]
mod tests {
    #[test]
    fn evidence_is_a_pdf() {
        let pdf = super::paper(&["Register (PPID)", "Oktober: 21"]);
        assert!(pdf.starts_with(b"%PDF-") && pdf.ends_with(b"%%EOF\n"));
        assert!(domain::evidence::accept("rekap.pdf", pdf.len() as u64, &pdf).is_ok());
    }
}
