//! What rows come to: one number each, with its formula said in a sentence. Whole-number arithmetic throughout.

use super::{
    hours,
    kind::Kind,
    tally::{Tally, sum},
};
use crate::{
    amount::Amount,
    decision::{Certainty, Citation, Reason, Text},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

macro_rules! measures {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $kind:ident, $label:literal, $formula:literal;)*) => {
        /// What can be read from a source.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Measure { $($(#[$doc])* $name),* }

        impl Measure {
            /// All of them.
            pub const ALL: [Self; [$(Self::$name),*].len()] = [$(Self::$name),*];

            /// Code in policies, forms and rows.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// Reads a code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.code() == code)
            }

            /// Of which kind of source.
            pub const fn kind(self) -> Kind {
                match self { $(Self::$name => Kind::$kind),* }
            }

            /// Its name.
            pub const fn label(self) -> Text {
                match self { $(Self::$name => Text::new($label)),* }
            }

            /// How it is worked out, in a sentence.
            pub const fn formula(self) -> Text {
                match self { $(Self::$name => Text::new($formula)),* }
            }
        }
    };
}

measures! {
    /// Mean of the working days until an answer.
    ResponseMean = "layanan-rerata", Service, "feed-response-mean", "feed-response-mean-formula";
    /// Median of the same.
    ResponseMedian = "layanan-median", Service, "feed-response-median", "feed-response-median-formula";
    /// Nine of ten are answered within this.
    ResponseP90 = "layanan-p90", Service, "feed-response-p90", "feed-response-p90-formula";
    /// Share answered in time, in percent; a request that waits beyond its day counts as not in time.
    InTime = "layanan-tepat", Service, "feed-in-time", "feed-in-time-formula";
    /// Share of the answers that were checked and right, in percent.
    Accuracy = "layanan-benar", Service, "feed-accuracy", "feed-accuracy-formula";
    /// Requests answered.
    Answered = "layanan-jumlah", Service, "feed-answered", "feed-answered-formula";
    /// Reached of the target, in percent.
    ProgrammeShare = "program-capaian", Programme, "feed-programme-share", "feed-programme-share-formula";
    /// Reached.
    ProgrammeCount = "program-jumlah", Programme, "feed-programme-count", "feed-programme-count-formula";
    /// Spent of the ceiling, in percent.
    Absorption = "anggaran-serapan", Budget, "feed-absorption", "feed-absorption-formula";
    /// Real cost of planned cost of what was reached, in percent: the plain ratio.
    CostRatio = "anggaran-biaya", Budget, "feed-cost-ratio", "feed-cost-ratio-formula";
    /// Efficiency by the regulation, in percent: planned less real of planned cost.
    Efficiency = "anggaran-efisiensi", Budget, "feed-efficiency", "feed-efficiency-formula";
    /// The regulation's value of efficiency, 0 to 100.
    EfficiencyValue = "anggaran-nilai", Budget, "feed-efficiency-value", "feed-efficiency-value-formula";
    /// Days of absence without a valid reason, minutes of coming late turned into whole days.
    Absence = "kehadiran-alpa", Attendance, "feed-absence", "feed-absence-formula";
    /// Working days present or away with a valid reason, in percent.
    Presence = "kehadiran-hadir", Attendance, "feed-presence", "feed-presence-formula";
    /// JP.
    TrainingHours = "jp-jumlah", Training, "feed-training-hours", "feed-training-hours-formula";
    /// IKM of the unit's services.
    Ikm = "survei-ikm", Survey, "feed-ikm", "feed-ikm-formula";
    /// The team's predikat as percent, as angka kredit counts a predikat.
    TeamPredikat = "tim-predikat", Team, "feed-team-predikat", "feed-team-predikat-formula";
}

impl Measure {
    /// Its unit.
    pub const fn unit(self) -> Text {
        Text::new(match self {
            Self::ResponseMean | Self::ResponseMedian | Self::ResponseP90 => "feed-unit-working-days",
            Self::Answered => "feed-unit-requests",
            Self::ProgrammeCount => "feed-unit-count",
            Self::Absence => "feed-unit-days",
            Self::TrainingHours => "feed-unit-hours",
            Self::Ikm | Self::EfficiencyValue => "feed-unit-points",
            _ => "feed-unit-percent",
        })
    }

    /// The rule it follows, where there is one.
    ///
    /// Efficiency (PMK 22/PMK.02/2021): what output of this size should have cost, less what it did, over what it should have. The
    /// summary of the regulation by its ministry says *pengeluaran seharusnya* against *realisasi anggaran* and a scale it is turned
    /// into (secondary). The scale, 50 % + E/20 × 50 %, is read from a ministry's report of 2019 under PMK 214/PMK.02/2017, which
    /// PMK 22 replaced; that it stayed, and ends at 0 and 100, is our reading (assumption). PMK 62/2023 Ps 246 measures efficiency of
    /// central budgets anew; regions are bound by neither and may take the measure as it is said.
    pub fn law(self) -> Option<Citation> {
        let cite = |policy: &str, article: &str| Citation {
            policy: policy.to_owned(),
            article: article.to_owned(),
            certainty: Certainty::Secondary,
        };
        match self {
            Self::ResponseMean | Self::ResponseMedian | Self::ResponseP90 => Some(hours::law()),
            Self::Efficiency => Some(cite("pmk-22-pmk-02-2021", "Lampiran A.1")),
            Self::EfficiencyValue => {
                Some(Citation { certainty: Certainty::Assumption, ..cite("pmk-22-pmk-02-2021", "Lampiran A.1") })
            }
            Self::Absence => Some(cite("pp-94-2021", "Ps 9-11")),
            Self::Ikm => Some(crate::survey::law("Lampiran Bab III")),
            Self::TeamPredikat => {
                Some(Citation { certainty: Certainty::Assumption, ..cite("perban-bkn-3-2023", "konversi predikat") })
            }
            _ => None,
        }
    }

    /// Do months add up to the year? Else each month shows how it stands from the beginning of the year.
    pub const fn adds_up(self) -> bool {
        matches!(self, Self::Answered | Self::ProgrammeCount | Self::Absence | Self::TrainingHours)
    }

    /// The amount, seen on a day; `None` where nothing is known, which is not nought.
    pub fn of(self, tally: &Tally, on: NaiveDate) -> Option<Amount> {
        if tally.n == 0 {
            return None;
        }
        let sums = &tally.sums;
        let day = i128::from(hours::DAY);
        let answered = sums[sum::ANSWERED];
        let percent = |part: i64, whole: i64| ratio(i128::from(part) * 100, i128::from(whole));
        match self {
            Self::ResponseMean => ratio(i128::from(sums[sum::MINUTES]), i128::from(answered) * day),
            Self::ResponseMedian => quantile(tally, 50, day),
            Self::ResponseP90 => quantile(tally, 90, day),
            Self::InTime => {
                let late: i64 = tally.days.range(..on).map(|(_, n)| n).sum();
                percent(sums[sum::IN_TIME], answered + late)
            }
            Self::Accuracy => percent(sums[sum::CORRECT], sums[sum::CHECKED]),
            Self::Answered => Some(Amount::whole(answered)),
            Self::ProgrammeShare => percent(sums[sum::REACHED], sums[sum::TARGET]),
            Self::ProgrammeCount => Some(Amount(sums[sum::REACHED])),
            Self::Absorption => percent(sums[sum::SPENT], sums[sum::CEILING]),
            Self::CostRatio => percent(sums[sum::SPENT_WITH_OUTPUT], sums[sum::PLANNED]),
            Self::Efficiency => efficiency(tally),
            Self::EfficiencyValue => {
                let e = efficiency(tally)?.0;
                Some(Amount((50 * Amount::SCALE + e * 5 / 2).clamp(0, 100 * Amount::SCALE)))
            }
            Self::Absence => Some(Amount::whole(sums[sum::ABSENT] + (i128::from(sums[sum::LATE]) / day) as i64)),
            Self::Presence => percent(sums[sum::DAYS] - sums[sum::ABSENT], sums[sum::DAYS]),
            Self::TrainingHours => Some(Amount(sums[sum::HOURS])),
            Self::Ikm | Self::TeamPredikat => None,
        }
    }

    /// The formula with its rule, as a step of a reason.
    pub fn reason(self) -> Reason {
        Reason { says: self.formula(), cite: self.law(), from: Vec::new() }
    }
}

/// Rounded half up to hundredths; `None` for a division by nought. Neither is negative.
fn ratio(over: i128, under: i128) -> Option<Amount> {
    if under <= 0 {
        return None;
    }
    Some(Amount(((over * 200 + under) / (2 * under) * 100) as i64))
}

/// The smallest time within which so many of a hundred were answered, in working days.
fn quantile(tally: &Tally, percent: i64, day: i128) -> Option<Amount> {
    let n: i64 = tally.times.values().sum();
    let rank = (n * percent + 99) / 100;
    let mut passed = 0;
    let quarters = tally.times.iter().find_map(|(quarters, n)| {
        passed += n;
        (passed >= rank && n > &0).then_some(*quarters)
    })?;
    ratio(i128::from(quarters) * i128::from(hours::QUARTER), day)
}

/// (planned − real) ÷ planned, in percent; may be negative.
fn efficiency(tally: &Tally) -> Option<Amount> {
    let planned = tally.sums[sum::PLANNED];
    let saved = planned - tally.sums[sum::SPENT_WITH_OUTPUT];
    let found = ratio(i128::from(saved.unsigned_abs()) * 100, i128::from(planned))?;
    Some(Amount(if saved < 0 { -found.0 } else { found.0 }))
}
