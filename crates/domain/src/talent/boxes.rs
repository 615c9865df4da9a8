//! The nine boxes of PermenPANRB 3/2020: performance on one axis, potential on the other, and what is recommended for each box
//! (certainty: secondary). Where the axes are cut is the agency's own choice, as data.
//!
//! Potential is rated apart from performance: an assessment, competence against the post, the track record. Where too little of it
//! is known there is no box; a box is never a decision.

use super::{Met, jpm::Jpm};
use crate::{
    decision::{Arg, Citation, Decision, FieldError, Reason, Text},
    evaluation::Predikat,
    ids::{EmployeeId, PotentialId},
};
use chrono::{DateTime, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

macro_rules! steps {
    ($(#[$doc:meta])* $name:ident { $($(#[$one:meta])* $variant:ident = $code:literal, $key:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$one])* $variant,)* }

        impl $name {
            /// Lowest first.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Code in policies and the database.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// Reads a code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }

            /// Its name for people.
            pub const fn label(self) -> Text {
                match self { $(Self::$variant => Text::new($key)),* }
            }
        }
    };
}

steps! {
    /// Kinerja: against what was expected.
    Performance {
        /// Di bawah ekspektasi.
        Dibawah = "dibawah", "talent-performance-dibawah";
        /// Sesuai ekspektasi.
        Sesuai = "sesuai", "talent-performance-sesuai";
        /// Di atas ekspektasi.
        Diatas = "diatas", "talent-performance-diatas";
    }
}
steps! {
    /// Potensial.
    Potential {
        /// Rendah.
        Rendah = "rendah", "talent-potential-rendah";
        /// Menengah.
        Menengah = "menengah", "talent-potential-menengah";
        /// Tinggi.
        Tinggi = "tinggi", "talent-potential-tinggi";
    }
}
steps! {
    /// What potential is made of.
    Part {
        /// An assessment: a centre, a test, an interview.
        Asesmen = "asesmen", "talent-part-asesmen";
        /// Competence against the post.
        Kompetensi = "kompetensi", "talent-part-kompetensi";
        /// Track record: posts held, tasks led.
        RekamJejak = "rekam_jejak", "talent-part-rekam-jejak";
    }
}

/// Where the axes are cut.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Axes {
    /// The newest annual predikat of so many years counts.
    pub years: u32,
    /// *Di atas* from this predikat on.
    pub above: Predikat,
    /// *Di bawah* up to this predikat.
    pub below: Predikat,
    /// Parts of potential with their weights in percent, together 100.
    pub parts: Vec<(Part, u32)>,
    /// So much of the weight must be known, in percent.
    pub least_known: u32,
    /// *Menengah* from so many basis points on.
    pub medium: i64,
    /// *Tinggi* from so many basis points on.
    pub high: i64,
    /// An assessment is believed for so many months.
    pub months: u32,
}

/// One box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoxRule {
    /// Its number, 1 to 9.
    pub number: u8,
    /// Performance.
    pub performance: Performance,
    /// Potential.
    pub potential: Potential,
    /// What is recommended.
    pub advice: Vec<String>,
    /// Does it lead into the group of the succession plan?
    pub pool: bool,
}

/// What a committee found of somebody's potential; rows are added, the latest counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PotentialRating {
    /// Its id.
    pub id: PotentialId,
    /// Of whom.
    pub employee: EmployeeId,
    /// Of the assessment, 0 to 10 000 basis points; `None` where there was none.
    pub assessment: Option<i64>,
    /// Of the track record.
    pub track_record: Option<i64>,
    /// The day of the assessment.
    pub on: NaiveDate,
    /// Who assessed, and how.
    pub source: String,
    /// Why so.
    pub reason: String,
    /// Who recorded it.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
}

/// What is wrong with a rating as typed.
pub fn check_rating(rating: &PotentialRating, today: NaiveDate) -> Vec<FieldError> {
    let mut errors = Vec::new();
    for (field, value) in [("assessment", rating.assessment), ("track_record", rating.track_record)] {
        if value.is_some_and(|value| !(0..=10_000).contains(&value)) {
            errors.push(FieldError::new(field, Text::new("talent-rating-out-of-range")));
        }
    }
    if rating.assessment.is_none() && rating.track_record.is_none() {
        errors.push(FieldError::new("assessment", Text::new("talent-rating-empty")));
    }
    if rating.on > today {
        errors.push(FieldError::new("on", Text::new("talent-note-in-the-future")));
    }
    if rating.source.trim().chars().count() < 5 {
        errors.push(FieldError::new("source", Text::new("talent-note-needs-source")));
    }
    if rating.reason.trim().chars().count() < super::MIN_REASON {
        let says = Text::new("talent-reason-too-short").with("min", super::MIN_REASON as i64);
        errors.push(FieldError::new("reason", says));
    }
    errors
}

/// What is known of a person when they are placed.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Predicates of annual results by year.
    pub predikats: &'a BTreeMap<i32, Predikat>,
    /// The last year whose annual period is closed.
    pub newest: i32,
    /// Competence against the own post.
    pub jpm: &'a Jpm,
    /// The latest rating of potential.
    pub rating: Option<&'a PotentialRating>,
    /// The day.
    pub today: NaiveDate,
}

/// Where somebody stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    /// Performance, if a result is known.
    pub performance: Option<Performance>,
    /// Potential in basis points, over what is known of it.
    pub score: Option<i64>,
    /// Its class.
    pub potential: Option<Potential>,
    /// The box, if both are known.
    pub number: Option<u8>,
}

/// Places somebody, with the reason for each axis.
pub fn place(axes: &Axes, boxes: &[BoxRule], cites: (&Citation, &Citation), known: &Known<'_>) -> Decision<Placement> {
    let (performance, why_performance) = performance(axes, known);
    let (score, potential, why_potential) = potential(axes, known);
    let found = performance.zip(potential).and_then(|(performance, potential)| {
        boxes.iter().find(|rule| rule.performance == performance && rule.potential == potential)
    });
    let says = match found {
        Some(rule) => Text::new("talent-box-is").with("box", u32::from(rule.number)),
        None => Text::new("talent-box-unknown"),
    };
    let because = Reason {
        says,
        cite: Some(cites.1.clone()),
        from: vec![why_performance.cited(cites.0.clone()), why_potential.cited(cites.0.clone())],
    };
    Decision { value: Placement { performance, score, potential, number: found.map(|rule| rule.number) }, because }
}

/// The newest result counts, as long as it is not older than the axes allow.
fn performance(axes: &Axes, known: &Known<'_>) -> (Option<Performance>, Reason) {
    let first = known.newest + 1 - axes.years.max(1) as i32;
    let Some((year, predikat)) = known.predikats.range(first..=known.newest).next_back() else {
        return (None, Reason::new(Text::new("talent-performance-unknown")));
    };
    let class = match predikat {
        predikat if *predikat >= axes.above => Performance::Diatas,
        predikat if *predikat <= axes.below => Performance::Dibawah,
        _ => Performance::Sesuai,
    };
    let says = Text::new("talent-performance-is")
        .with("class", class.label())
        .with("predikat", predikat.label())
        .with("year", Arg::Str(year.to_string()));
    (Some(class), Reason::new(says))
}

fn percent(points: i64) -> Arg {
    Arg::Amount(crate::amount::Amount(points * 100))
}

/// The weighted mean of the parts that are known, if enough of the weight is.
fn potential(axes: &Axes, known: &Known<'_>) -> (Option<i64>, Option<Potential>, Reason) {
    let fresh = known.rating.filter(|rating| {
        rating.on.checked_add_months(Months::new(axes.months)).is_some_and(|until| until >= known.today)
    });
    let value = |part: Part| match part {
        Part::Asesmen => fresh?.assessment,
        Part::Kompetensi => known.jpm.percent,
        Part::RekamJejak => fresh?.track_record,
    };
    let found: Vec<(Part, u32, Option<i64>)> =
        axes.parts.iter().map(|(part, weight)| (*part, *weight, value(*part))).collect();
    let from: Vec<Reason> = found
        .iter()
        .map(|(part, weight, value)| {
            let said = |key: &'static str| Text::new(key).with("part", part.label()).with("weight", *weight);
            Reason::new(match value {
                Some(value) => said("talent-part-is").with("value", percent(*value)),
                None => said("talent-part-unknown"),
            })
        })
        .collect();
    let known_weight: i64 = found.iter().filter(|(.., value)| value.is_some()).map(|(_, w, _)| i64::from(*w)).sum();
    let sum: i64 = found.iter().filter_map(|(_, weight, value)| Some(i64::from(*weight) * (*value)?)).sum();
    if known_weight == 0 || known_weight < i64::from(axes.least_known) {
        let says = Text::new("talent-potential-unknown").with("known", known_weight).with("least", axes.least_known);
        return (None, None, Reason { says, cite: None, from });
    }
    let score = (2 * sum + known_weight) / (2 * known_weight);
    let class = match score {
        score if score >= axes.high => Potential::Tinggi,
        score if score >= axes.medium => Potential::Menengah,
        _ => Potential::Rendah,
    };
    let says = Text::new("talent-potential-is")
        .with("class", class.label())
        .with("score", percent(score))
        .with("known", known_weight);
    (Some(score), Some(class), Reason { says, cite: None, from })
}

/// Whether a box leads into the succession plan.
pub fn in_pool(boxes: &[BoxRule], number: Option<u8>) -> Met {
    Met::of(number.and_then(|number| boxes.iter().find(|rule| rule.number == number)).map(|rule| rule.pool))
}
