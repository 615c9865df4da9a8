//! The shapes: what a rule's value is. How it is read from its table is in `shape`.

use super::{career::Career, law_value::LawValue, scheme_part::Part};
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
    /// The day for a plan or period of this year. A year beyond four digits, which nobody plans for, is taken as 9999.
    pub fn in_year(self, year: i32) -> NaiveDate {
        let year = year.saturating_add(self.year as i32).clamp(0, 9999);
        let first = NaiveDate::from_ymd_opt(year, self.month, 1).expect("checked when read");
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
pub struct Kuadran(pub(super) [[Predikat; 3]; 3]);

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
    Predicates(Vec<Predikat>),
    Panduan(Vec<Behaviour>),
    Kuadran(Kuadran),
    Guidance(Guidance),
    Shares(Shares),
    Curves(Curves),
    Distribution(DistributionRules),
    Labels(Labels),
    Themes(Vec<Theme>),
    Law(LawValue),
    Scheme(Part),
    Career(Career),
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
            Self::Predicates(all) => all.iter().map(|p| p.code()).collect::<Vec<_>>().join(", "),
            Self::Panduan(all) => all.iter().map(|b| b.name.as_str()).collect::<Vec<_>>().join(", "),
            Self::Kuadran(_) => "3 × 3".to_owned(),
            Self::Guidance(_) => Rating::ALL.map(Rating::code).join(", "),
            Self::Shares(s) => format!("> {} %, ≤ {} %", s.majority_over, s.small_part_at_most),
            Self::Curves(_) | Self::Distribution(_) => Capaian::ALL.map(Capaian::code).join(", "),
            Self::Labels(labels) => labels.predikat.values().cloned().collect::<Vec<_>>().join(", "),
            Self::Themes(all) => all.iter().map(|t| t.name.as_str()).collect::<Vec<_>>().join(", "),
            Self::Law(value) => value.short(),
            Self::Scheme(part) => part.short(),
            Self::Career(career) => career.short(),
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
        assert_eq!(due.in_year(i32::MAX).year(), 9999);
    }
}
