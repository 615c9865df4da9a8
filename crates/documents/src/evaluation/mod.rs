//! Forms of the evaluation: hasil evaluasi kinerja (C.1.1-C.1.3) and dokumen evaluasi kinerja (D.1.1-D.1.3).
//!
//! Not here: how the predicate came about (`domain::evaluation`); the recap of a unit is in `team`.
//! Read first: `result`, then `document`; `curve` draws the distribution.

pub(crate) mod curve;
pub(crate) mod document;
pub(crate) mod result;

use crate::{
    form::{Chance, Choice},
    words,
};
pub use document::{Decided, EvaluationDocument, Route};
use domain::{
    evaluation::{Period, Rhythm},
    plan::Skp,
    time::DateRange,
};
pub use result::{EvaluationSheet, Realisation, Remark};

/// The days of the period on which the plan was in force: what `PERIODE PENILAIAN` says.
pub fn covered(skp: &Skp, period: &Period) -> DateRange {
    let from = skp.dates.from.max(period.dates.from);
    let until = match (skp.dates.until, period.dates.until) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    DateRange { from, until }
}

/// `PERIODE***: TRIWULAN I/II/III/IV-AKHIR*` with what was not meant struck through. Agencies with another
/// short cycle print their own period, as the footnote allows.
fn period_choice(label: &str, marks: &'static str, period: &Period, short_cycle: Rhythm) -> Choice {
    let only = |text: String| Choice {
        label: format!("{label}: "),
        options: vec![Chance { before: "", text, struck: false }],
        marks: "",
        remark: None,
    };
    match (period.rhythm, short_cycle) {
        (Rhythm::Bulanan, _) => only(format!("BULAN {}", words::period_name(period).to_uppercase())),
        (Rhythm::Semesteran, _) => only(format!("SEMESTER {}", words::roman(period.number))),
        (Rhythm::Tahunan, cycle) if cycle != Rhythm::Triwulanan => only("AKHIR TAHUN".into()),
        (rhythm, _) => {
            let last = rhythm == Rhythm::Tahunan;
            let quarter = |n: u32| Chance {
                before: if n == 1 { "TRIWULAN " } else { "/" },
                text: words::roman(n),
                struck: if last { n != 4 } else { n != period.number },
            };
            let mut options: Vec<Chance> = (1..=4).map(quarter).collect();
            options.push(Chance {
                before: if last { "-" } else { "" },
                text: if last { "AKHIR" } else { "-AKHIR" }.into(),
                struck: !last,
            });
            Choice { label: format!("{label}: "), options, marks, remark: None }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use domain::ids::PeriodId;

    fn period(rhythm: Rhythm, number: u32) -> Period {
        Period {
            id: PeriodId(uuid::Uuid::nil()),
            year: 2026,
            rhythm,
            number,
            dates: DateRange::year(2026),
            policy: String::new(),
            opened_at: None,
            closed_at: None,
        }
    }

    /// As printed, struck options between tildes.
    fn shown(choice: &Choice) -> String {
        let options: String = choice
            .options
            .iter()
            .map(|o| if o.struck { format!("{}~{}~", o.before, o.text) } else { format!("{}{}", o.before, o.text) })
            .collect();
        format!("{}{options}{}", choice.label, choice.marks)
    }

    #[test]
    fn the_period_meant_is_the_one_not_struck() {
        for (rhythm, number, cycle, want) in [
            (Rhythm::Triwulanan, 2, Rhythm::Triwulanan, "PERIODE***: TRIWULAN ~I~/II/~III~/~IV~~-AKHIR~*"),
            (Rhythm::Triwulanan, 4, Rhythm::Triwulanan, "PERIODE***: TRIWULAN ~I~/~II~/~III~/IV~-AKHIR~*"),
            (Rhythm::Tahunan, 1, Rhythm::Triwulanan, "PERIODE***: TRIWULAN ~I~/~II~/~III~/IV-AKHIR*"),
            (Rhythm::Bulanan, 3, Rhythm::Bulanan, "PERIODE***: BULAN MARET 2026"),
            (Rhythm::Tahunan, 1, Rhythm::Bulanan, "PERIODE***: AKHIR TAHUN"),
            (Rhythm::Semesteran, 1, Rhythm::Triwulanan, "PERIODE***: SEMESTER I"),
        ] {
            assert_eq!(shown(&period_choice("PERIODE***", "*", &period(rhythm, number), cycle)), want);
        }
    }

    #[test]
    fn a_plan_is_evaluated_for_the_days_it_was_in_force() {
        let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
        let mut quarter = period(Rhythm::Triwulanan, 2);
        quarter.dates = DateRange { from: day(4, 1), until: Some(day(6, 30)) };
        let skp = Skp {
            id: domain::ids::SkpId(uuid::Uuid::nil()),
            employee: domain::ids::EmployeeId(uuid::Uuid::nil()),
            year: 2026,
            dates: DateRange { from: day(5, 4), until: Some(day(12, 31)) },
            form: domain::plan::Form::JaJf,
            approach: domain::plan::Approach::Kuantitatif,
            post: domain::ids::PostId(uuid::Uuid::nil()),
            unit: domain::ids::UnitId(uuid::Uuid::nil()),
            rater: domain::ids::EmployeeId(uuid::Uuid::nil()),
            superior: None,
            version: 1,
            revision: 1,
            milestones: domain::plan::Milestones::default(),
            content: domain::plan::Content::default(),
        };
        assert_eq!(covered(&skp, &quarter), DateRange { from: day(5, 4), until: Some(day(6, 30)) });
    }
}
