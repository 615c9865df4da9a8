//! The shapes: what a rule's value is, and how it is read from its table.

use super::{fields::Fields, rule::Shape};
use crate::{
    assessment::Rating,
    evaluation::{Capaian, Predikat, Rhythm},
    plan::{Nilai, Perspektif},
};
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A day that comes every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOfYear {
    /// Month, 1-12.
    pub month: u32,
    /// Day of the month; beyond the month's end its last day.
    pub day: u32,
    /// 0: in the year of the plan or period; 1: in the year after.
    pub year: u32,
}

impl DayOfYear {
    /// The day for a plan or period of this year.
    pub fn in_year(self, year: i32) -> NaiveDate {
        let first = NaiveDate::from_ymd_opt(year + self.year as i32, self.month, 1).expect("checked when read");
        let last = first + Months::new(1) - Days::new(1);
        first.with_day(self.day).unwrap_or(last)
    }
}

/// One of the seven values as the forms print it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Behaviour {
    /// Which.
    pub nilai: Nilai,
    /// Its name.
    pub name: String,
    /// What it means, in one line.
    pub meaning: String,
    /// The three panduan perilaku.
    pub panduan: Vec<String>,
}

/// The nine cells: rows hasil, columns perilaku, each worst to best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kuadran([[Predikat; 3]; 3]);

impl Kuadran {
    /// The cell.
    pub const fn at(&self, hasil: Rating, perilaku: Rating) -> Predikat {
        self.0[hasil as usize][perilaku as usize]
    }
}

/// What each class means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guidance {
    /// Hasil kerja, by class.
    pub hasil: BTreeMap<Rating, Vec<String>>,
    /// Perilaku kerja, by class.
    pub perilaku: BTreeMap<Rating, Vec<String>>,
}

/// How words of quantity are counted, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shares {
    /// *Sebagian besar* is more than this.
    pub majority_over: u32,
    /// *Sebagian kecil* is at most this.
    pub small_part_at_most: u32,
}

/// Heights of the five curves in hundredths of a grid unit, predicates lowest to highest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Curves(pub BTreeMap<Capaian, [u32; 5]>);

/// What a condition asks of the people in its classes together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// No other class has more people.
    Largest,
    /// At most this percentage.
    AtMost(u32),
    /// At least this percentage.
    AtLeast(u32),
    /// At least one person.
    Present,
    /// Nobody.
    Absent,
}

/// One condition of the expected distribution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The classes counted together.
    pub of: Vec<Predikat>,
    /// What is asked.
    pub test: Test,
}

/// Conditions by the organisation's achievement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DistributionRules(pub BTreeMap<Capaian, Vec<Condition>>);

/// Words printed on the forms, by code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    /// Ratings.
    pub rating: BTreeMap<Rating, String>,
    /// Predicates.
    pub predikat: BTreeMap<Predikat, String>,
    /// Achievement of the organisation.
    pub capaian: BTreeMap<Capaian, String>,
}

/// A theme for indicators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// Any value, before it is handed out typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    Words(Vec<String>),
    Flag(bool),
    Number(u32),
    Day(DayOfYear),
    Rhythm(Rhythm),
    Rhythms(Vec<Rhythm>),
    Perspectives(Vec<Perspektif>),
    Panduan(Vec<Behaviour>),
    Kuadran(Kuadran),
    Guidance(Guidance),
    Shares(Shares),
    Curves(Curves),
    Distribution(DistributionRules),
    Labels(Labels),
    Themes(Vec<Theme>),
}

const RHYTHMS: &str = "bulanan, triwulanan, semesteran or tahunan";
const PREDICATES: &str = "sangat_kurang, kurang, butuh_perbaikan, baik or sangat_baik";
const CAPAIANS: &str = "sangat_kurang, kurang, butuh_perbaikan, baik or istimewa";

/// Reads the value of a shape; complaints go to the source.
pub(super) fn read(shape: Shape, f: &Fields<'_, '_>) -> Option<Value> {
    Some(match shape {
        Shape::Text => Value::Text(f.str("value")?),
        Shape::Words => Value::Words(f.words("value")?),
        Shape::Flag => Value::Flag(f.flag("value")?),
        Shape::Number | Shape::WorkingDays => Value::Number(f.number("value")?),
        Shape::Day => Value::Day(day(f)?),
        Shape::Rhythm => Value::Rhythm(f.code("value", RHYTHMS, Rhythm::from_code)?),
        Shape::Rhythms => Value::Rhythms(f.codes("value", RHYTHMS, Rhythm::from_code)?),
        Shape::Perspectives => Value::Perspectives(f.codes(
            "value",
            "penerima_layanan, proses_bisnis, penguatan_internal or anggaran",
            Perspektif::from_code,
        )?),
        Shape::Panduan => Value::Panduan(panduan(f)?),
        Shape::Kuadran => Value::Kuadran(kuadran(f)?),
        Shape::Guidance => {
            let (hasil, perilaku) = (f.table("hasil"), f.table("perilaku"));
            Value::Guidance(Guidance { hasil: sentences(&hasil?)?, perilaku: sentences(&perilaku?)? })
        }
        Shape::Shares => Value::Shares(Shares {
            majority_over: percent(f, "majority_over")?,
            small_part_at_most: percent(f, "small_part_at_most")?,
        }),
        Shape::Curves => Value::Curves(curves(&f.table("heights")?)?),
        Shape::Distribution => Value::Distribution(distribution(f)?),
        Shape::Labels => Value::Labels(labels(f)?),
        Shape::Themes => Value::Themes(
            f.tables("theme")?
                .iter()
                .map(|t| {
                    let theme = Theme { code: t.str("code")?, name: t.str("name")? };
                    t.nothing_else();
                    Some(theme)
                })
                .collect::<Option<_>>()?,
        ),
    })
}

fn percent(f: &Fields<'_, '_>, name: &'static str) -> Option<u32> {
    let n = f.number(name)?;
    if n > 100 {
        f.wrong(name, "a percentage from 0 to 100");
        return None;
    }
    Some(n)
}

fn day(f: &Fields<'_, '_>) -> Option<DayOfYear> {
    let day = DayOfYear { month: f.number("month")?, day: f.number("day")?, year: f.maybe_number("year").unwrap_or(0) };
    let known = (1..=12).contains(&day.month)
        && (1..=31).contains(&day.day)
        && day.year <= 1
        && NaiveDate::from_ymd_opt(2024, day.month, day.day).is_some();
    if !known {
        f.wrong("day", "a day of the calendar, year 0 or 1");
    }
    known.then_some(day)
}

fn panduan(f: &Fields<'_, '_>) -> Option<Vec<Behaviour>> {
    let mut all = Vec::new();
    for t in f.tables("values")? {
        let nilai = t.code("nilai", "one of the seven values", Nilai::from_code);
        let (name, meaning, panduan) = (t.str("name"), t.str("meaning"), t.words("panduan"));
        t.nothing_else();
        let panduan = panduan?;
        if panduan.len() != 3 {
            t.wrong("panduan", "three sentences");
        }
        all.push(Behaviour { nilai: nilai?, name: name?, meaning: meaning?, panduan });
    }
    if all.iter().map(|b| b.nilai).ne(Nilai::ALL) {
        f.wrong("values", "the seven values in the order of the forms");
        return None;
    }
    Some(all)
}

fn kuadran(f: &Fields<'_, '_>) -> Option<Kuadran> {
    let cells = f.table("cells")?;
    let mut all = [[Predikat::Baik; 3]; 3];
    for hasil in Rating::ALL {
        let row = cells.table(hasil.code())?;
        for perilaku in Rating::ALL {
            all[hasil as usize][perilaku as usize] = row.code(perilaku.code(), PREDICATES, Predikat::from_code)?;
        }
        row.nothing_else();
    }
    cells.nothing_else();
    Some(Kuadran(all))
}

fn sentences(f: &Fields<'_, '_>) -> Option<BTreeMap<Rating, Vec<String>>> {
    let all = Rating::ALL.into_iter().map(|rating| Some((rating, f.words(rating.code())?))).collect();
    f.nothing_else();
    all
}

fn curves(f: &Fields<'_, '_>) -> Option<Curves> {
    let mut all = BTreeMap::new();
    for capaian in Capaian::ALL {
        let Ok(heights) = <[u32; 5]>::try_from(f.numbers(capaian.code())?) else {
            f.wrong(capaian.code(), "five heights");
            return None;
        };
        all.insert(capaian, heights);
    }
    f.nothing_else();
    Some(Curves(all))
}

fn distribution(f: &Fields<'_, '_>) -> Option<DistributionRules> {
    let mut all: BTreeMap<Capaian, Vec<Condition>> = BTreeMap::new();
    for t in f.tables("condition")? {
        let capaian = t.code("capaian", CAPAIANS, Capaian::from_code);
        let of = t.codes("of", PREDICATES, Predikat::from_code);
        let test = t.str("test");
        let test = match test.as_deref() {
            Some("largest") => Some(Test::Largest),
            Some("at-most") => percent(&t, "percent").map(Test::AtMost),
            Some("at-least") => percent(&t, "percent").map(Test::AtLeast),
            Some("present") => Some(Test::Present),
            Some("absent") => Some(Test::Absent),
            Some(_) => {
                t.wrong("test", "largest, at-most, at-least, present or absent");
                None
            }
            None => None,
        };
        t.nothing_else();
        all.entry(capaian?).or_default().push(Condition { of: of?, test: test? });
    }
    if all.len() != Capaian::ALL.len() {
        f.wrong("condition", "conditions for each of the five labels");
        return None;
    }
    Some(DistributionRules(all))
}

fn labels(f: &Fields<'_, '_>) -> Option<Labels> {
    let (rating, predikat, capaian) = (f.table("rating")?, f.table("predikat")?, f.table("capaian")?);
    let labels = Labels {
        rating: Rating::ALL.into_iter().map(|r| Some((r, rating.str(r.code())?))).collect::<Option<_>>()?,
        predikat: Predikat::ALL.into_iter().map(|p| Some((p, predikat.str(p.code())?))).collect::<Option<_>>()?,
        capaian: Capaian::ALL.into_iter().map(|c| Some((c, capaian.str(c.code())?))).collect::<Option<_>>()?,
    };
    [rating, predikat, capaian].iter().for_each(Fields::nothing_else);
    Some(labels)
}

impl Value {
    /// In short, as in the data, for the page of rules.
    pub fn short(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Words(words) => words.join(", "),
            Self::Flag(flag) => flag.to_string(),
            Self::Number(n) => n.to_string(),
            Self::Day(day) => format!("{:02}-{:02}{}", day.month, day.day, if day.year == 1 { " (+1)" } else { "" }),
            Self::Rhythm(rhythm) => rhythm.code().to_owned(),
            Self::Rhythms(all) => all.iter().map(|r| r.code()).collect::<Vec<_>>().join(", "),
            Self::Perspectives(all) => all.iter().map(|p| p.code()).collect::<Vec<_>>().join(", "),
            Self::Panduan(all) => all.iter().map(|b| b.name.as_str()).collect::<Vec<_>>().join(", "),
            Self::Kuadran(_) => "3 × 3".to_owned(),
            Self::Guidance(_) => Rating::ALL.map(Rating::code).join(", "),
            Self::Shares(s) => format!("> {} %, ≤ {} %", s.majority_over, s.small_part_at_most),
            Self::Curves(_) | Self::Distribution(_) => Capaian::ALL.map(Capaian::code).join(", "),
            Self::Labels(labels) => labels.predikat.values().cloned().collect::<Vec<_>>().join(", "),
            Self::Themes(all) => all.iter().map(|t| t.name.as_str()).collect::<Vec<_>>().join(", "),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_the_year_falls_in_its_year() {
        let due = DayOfYear { month: 1, day: 31, year: 1 };
        assert_eq!(due.in_year(2026), NaiveDate::from_ymd_opt(2027, 1, 31).unwrap());
        let leap = DayOfYear { month: 2, day: 29, year: 0 };
        assert_eq!(leap.in_year(2026).day(), 28);
        assert_eq!(leap.in_year(2028).day(), 29);
    }
}
