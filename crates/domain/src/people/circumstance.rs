//! What takes a person out of the ordinary year for a while (keadaan khusus): no plan is asked of some, others are
//! appraised in their own way (PermenPANRB 6/2022 Bab II.B, II.C.8, IV.A.15-17, IV.B.3).
//!
//! Each kind is named like the sentence of the law it rests on, so its words and article are read from the policy.

use crate::{
    assessment::Rating,
    decision::{Citation, Decision, Reason, Refusal, Text},
    evaluation::Predikat,
    ids::{CircumstanceId, EmployeeId},
    policy::{Clause, Policy, Rule},
    time::DateRange,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Tugas belajar: the plan stays, with the studies in it.
    TugasBelajar,
    /// Diperbantukan or dipekerjakan elsewhere: rated at home, on feedback from there.
    Diperbantukan,
    /// Cuti di luar tanggungan negara: no plan.
    Cltn,
    /// Masa persiapan pensiun: no plan.
    Mpp,
    /// Pejabat negara: no plan.
    PejabatNegara,
    /// Head or member of a lembaga nonstruktural: no plan.
    Lns,
    /// Diberhentikan sementara: no plan.
    DiberhentikanSementara,
}

impl Kind {
    /// Every kind, those first that come up most.
    pub const ALL: [Self; 7] = [
        Self::TugasBelajar,
        Self::Diperbantukan,
        Self::Cltn,
        Self::Mpp,
        Self::PejabatNegara,
        Self::Lns,
        Self::DiberhentikanSementara,
    ];

    /// Code in forms and database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TugasBelajar => "tugas_belajar",
            Self::Diperbantukan => "diperbantukan",
            Self::Cltn => "cltn",
            Self::Mpp => "mpp",
            Self::PejabatNegara => "pejabat_negara",
            Self::Lns => "lns",
            Self::DiberhentikanSementara => "diberhentikan_sementara",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::TugasBelajar => "people-circumstance-tugas-belajar",
            Self::Diperbantukan => "people-circumstance-diperbantukan",
            Self::Cltn => "people-circumstance-cltn",
            Self::Mpp => "people-circumstance-mpp",
            Self::PejabatNegara => "people-circumstance-pejabat-negara",
            Self::Lns => "people-circumstance-lns",
            Self::DiberhentikanSementara => "people-circumstance-diberhentikan-sementara",
        })
    }

    /// Is no plan asked of them (Bab II.C.8)? Whoever studies or works elsewhere is not among these.
    pub const fn is_exempt(self) -> bool {
        !matches!(self, Self::TugasBelajar | Self::Diperbantukan)
    }

    /// The sentences of the law it rests on.
    pub fn clauses(self, policy: &Policy) -> impl Iterator<Item = &Clause> {
        let (rule, codes): (Rule, &[&str]) = match self {
            Self::TugasBelajar => {
                (Rule::SpecialCases, &["tugas-belajar", "tugas-belajar-sebagian", "tugas-belajar-gagal"])
            }
            Self::Diperbantukan => (Rule::SpecialCases, &["diperbantukan"]),
            Self::Cltn => (Rule::PlanExempt, &["cltn"]),
            Self::Mpp => (Rule::PlanExempt, &["mpp"]),
            Self::PejabatNegara => (Rule::PlanExempt, &["pejabat-negara"]),
            Self::Lns => (Rule::PlanExempt, &["lns"]),
            Self::DiberhentikanSementara => (Rule::PlanExempt, &["diberhentikan-sementara"]),
        };
        codes.iter().filter_map(move |code| policy.clauses.get(rule, code))
    }
}

/// How studies ended (Bab IV.A.17, IV.B.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Studies {
    /// Sooner than planned.
    LebihCepat,
    /// In time.
    TepatWaktu,
    /// Extended, and finished.
    Diperpanjang,
    /// Not finished.
    TidakSelesai,
}

impl Studies {
    /// Best to worst.
    pub const ALL: [Self; 4] = [Self::LebihCepat, Self::TepatWaktu, Self::Diperpanjang, Self::TidakSelesai];

    /// Code in forms and database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LebihCepat => "lebih_cepat",
            Self::TepatWaktu => "tepat_waktu",
            Self::Diperpanjang => "diperpanjang",
            Self::TidakSelesai => "tidak_selesai",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|end| end.code() == code)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::LebihCepat => "people-studies-lebih-cepat",
            Self::TepatWaktu => "people-studies-tepat-waktu",
            Self::Diperpanjang => "people-studies-diperpanjang",
            Self::TidakSelesai => "people-studies-tidak-selesai",
        })
    }
}

/// A person's circumstance, dated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circumstance {
    /// Its id.
    pub id: CircumstanceId,
    /// Whose.
    pub employee: EmployeeId,
    /// What it is.
    pub kind: Kind,
    /// When; open-ended while nobody knows.
    pub dates: DateRange,
    /// How studies ended, once they have.
    pub studies: Option<Studies>,
    /// The decree or what else explains it.
    pub note: String,
    /// When it was last said.
    pub at: DateTime<Utc>,
}

impl Circumstance {
    /// Is it a reason for having no plan on a day?
    pub fn exempts(&self, day: NaiveDate) -> bool {
        self.kind.is_exempt() && self.dates.contains(day)
    }

    /// Were studies given up in this time?
    pub fn gave_up(&self, dates: DateRange) -> bool {
        self.kind == Kind::TugasBelajar
            && self.studies == Some(Studies::TidakSelesai)
            && self.dates.until.is_some_and(|last| dates.contains(last))
    }
}

/// May a plan start on this day? Not while the person has a circumstance in which none is asked of them.
pub fn plan_is_asked(circumstances: &[Circumstance], day: NaiveDate, policy: &Policy) -> Result<(), Refusal> {
    let Some(found) = circumstances.iter().find(|circumstance| circumstance.exempts(day)) else { return Ok(()) };
    let says = Text::new("people-no-plan-asked").with("kind", found.kind.label()).with("day", day);
    let refusal = Refusal::rule(says).next(Text::new("people-no-plan-asked-next"));
    Err(match found.kind.clauses(policy).next() {
        Some(clause) => refusal.cited(clause.cite.clone()),
        None => refusal,
    })
}

/// May this stand beside what is there? Two at a time would leave open which rule holds.
pub fn fits(there: &[Circumstance], new: &Circumstance) -> Result<(), Refusal> {
    let other = there.iter().find(|other| other.id != new.id && other.dates.overlaps(new.dates));
    match other {
        Some(other) => {
            let says = Text::new("people-circumstance-overlaps")
                .with("kind", other.kind.label())
                .with("from", other.dates.from);
            Err(Refusal::field("from", says))
        }
        None => Ok(()),
    }
}

/// The predicate of a year in which studies were given up: Kurang, or Sangat Kurang where behaviour was below the
/// expectation too (Bab IV.B.3 leaves the choice to the behaviour without saying how: our reading).
///
/// Never better than what the two ratings give. `None` where the rule does not apply.
pub fn after_giving_up(
    circumstances: &[Circumstance],
    period: DateRange,
    perilaku: Rating,
    follows: &Decision<Predikat>,
    policy: &Policy,
) -> Option<Decision<Predikat>> {
    circumstances.iter().find(|circumstance| circumstance.gave_up(period))?;
    let most = if perilaku == Rating::Dibawah { Predikat::SangatKurang } else { Predikat::Kurang };
    let value = most.min(follows.value);
    let says =
        Text::new("evaluation-studies-given-up").with("predikat", value.label()).with("perilaku", perilaku.label());
    Some(Decision {
        value,
        because: Reason::new(says).cited(gave_up_cite(policy)).resting_on([follows.because.clone()]),
    })
}

fn gave_up_cite(policy: &Policy) -> Citation {
    let clause = policy.clauses.get(Rule::SpecialCases, "tugas-belajar-gagal");
    clause.map_or_else(|| crate::policy::permenpanrb("Bab IV.B.3"), |clause| clause.cite.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        evaluation::predikat::predikat,
        testing::{day, id, noon, policy},
    };

    fn noted(kind: Kind, dates: DateRange, studies: Option<Studies>) -> Circumstance {
        let at = noon(dates.from);
        Circumstance { id: id(1), employee: id(2), kind, dates, studies, note: String::new(), at }
    }

    fn of_2026(until: Option<NaiveDate>) -> DateRange {
        DateRange { from: day(2026, 3, 1), until }
    }

    #[test]
    fn every_kind_rests_on_a_sentence_of_the_law() {
        let policy = policy();
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.code()));
            assert!(kind.clauses(&policy).count() > 0, "{kind:?}");
        }
        for end in Studies::ALL {
            assert_eq!(Studies::from_code(end.code()), Some(end));
        }
    }

    #[test]
    fn no_plan_is_asked_of_the_exempt_and_only_in_their_days() {
        let policy = policy();
        for kind in Kind::ALL {
            let away = [noted(kind, of_2026(Some(day(2026, 5, 31))), None)];
            assert!(plan_is_asked(&away, day(2026, 2, 28), &policy).is_ok());
            assert_eq!(plan_is_asked(&away, day(2026, 3, 1), &policy).is_err(), kind.is_exempt(), "{kind:?}");
            assert_eq!(plan_is_asked(&away, day(2026, 5, 31), &policy).is_err(), kind.is_exempt());
            assert!(plan_is_asked(&away, day(2026, 6, 1), &policy).is_ok());
        }
    }

    #[test]
    fn two_at_a_time_do_not_fit() {
        let there = [noted(Kind::Cltn, of_2026(Some(day(2026, 5, 31))), None)];
        let other =
            |from, until| Circumstance { id: id(9), ..noted(Kind::TugasBelajar, DateRange { from, until }, None) };
        assert!(fits(&there, &other(day(2026, 6, 1), None)).is_ok());
        assert!(fits(&there, &other(day(2026, 5, 31), None)).is_err());
        assert!(fits(&there, &there[0]).is_ok(), "itself, corrected");
    }

    #[test]
    fn studies_given_up_cap_the_predicate_and_never_raise_it() {
        let (policy, year) = (policy(), DateRange::year(2026));
        let ended = |studies| [noted(Kind::TugasBelajar, of_2026(Some(day(2026, 9, 30))), Some(studies))];
        for hasil in Rating::ALL {
            for perilaku in Rating::ALL {
                let follows = predikat(hasil, perilaku, &policy);
                let after = |away: &[Circumstance], period| after_giving_up(away, period, perilaku, &follows, &policy);
                for finished in [Studies::LebihCepat, Studies::TepatWaktu, Studies::Diperpanjang] {
                    assert_eq!(after(&ended(finished), year), None);
                }
                let gave_up = ended(Studies::TidakSelesai);
                assert_eq!(after(&gave_up, DateRange::year(2027)), None, "only in the year in which they ended");
                let found = after(&gave_up, year).expect("the rule applies");
                let most = if perilaku == Rating::Dibawah { Predikat::SangatKurang } else { Predikat::Kurang };
                assert_eq!(found.value, most.min(follows.value));
                assert_eq!(
                    found.because.from,
                    std::slice::from_ref(&follows.because),
                    "and it says what it would have been"
                );
            }
        }
    }
}
