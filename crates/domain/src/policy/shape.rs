//! Reading a value of each shape from its table.

use super::{
    career,
    fields::Fields,
    law_shape,
    rule::Shape,
    scheme_shape,
    value::{
        Behaviour, Condition, Curves, DayOfYear, DistributionRules, Guidance, Kuadran, Labels, Shares, Test, Theme,
        Value,
    },
};
use crate::{
    assessment::Rating,
    evaluation::{Capaian, Predikat, Rhythm},
    plan::{Nilai, Perspektif},
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

const RHYTHMS: &str = "bulanan, triwulanan, semesteran or tahunan";
pub(super) const PREDICATES: &str = "sangat_kurang, kurang, butuh_perbaikan, baik or sangat_baik";
const CAPAIANS: &str = "sangat_kurang, kurang, butuh_perbaikan, baik or istimewa";

/// Reads the value of a shape; complaints go to the source.
pub(super) fn read(shape: Shape, f: &Fields<'_, '_>) -> Option<Value> {
    Some(match shape {
        Shape::Text => Value::Text(f.str("value")?),
        Shape::Words => Value::Words(f.words("value")?),
        Shape::Flag => Value::Flag(f.flag("value")?),
        Shape::Number => Value::Number(f.number("value")?),
        Shape::WorkingDays => Value::Number(working_days(f)?),
        Shape::Day => Value::Day(day(f)?),
        Shape::Rhythm => Value::Rhythm(f.code("value", RHYTHMS, Rhythm::from_code)?),
        Shape::Rhythms => Value::Rhythms(f.codes("value", RHYTHMS, Rhythm::from_code)?),
        Shape::Perspectives => Value::Perspectives(f.codes(
            "value",
            "penerima_layanan, proses_bisnis, penguatan_internal or anggaran",
            Perspektif::from_code,
        )?),
        Shape::Predicates => Value::Predicates(f.codes("value", PREDICATES, Predikat::from_code)?),
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
        Shape::Dimensions
        | Shape::Criteria
        | Shape::Raters
        | Shape::Combine
        | Shape::Workflow
        | Shape::Disagreement
        | Shape::FollowUps
        | Shape::Texts => Value::Scheme(scheme_shape::read(shape, f)?),
        Shape::Mentoring
        | Shape::Eligibility
        | Shape::Ages
        | Shape::Jpm
        | Shape::TalentAxes
        | Shape::TalentBoxes
        | Shape::SkillFields => Value::Career(career::read(shape, f)?),
        law => Value::Law(law_shape::read(law, f)?),
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

/// More than a year of working days is a slip.
fn working_days(f: &Fields<'_, '_>) -> Option<u32> {
    let days = f.number("value")?;
    if days > 250 {
        f.wrong("value", "working days, at most 250");
        return None;
    }
    Some(days)
}
