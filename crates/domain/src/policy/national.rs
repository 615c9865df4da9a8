//! Laws that hold for every agency whatever its scheme names: which way the predicate was found in which year, the score
//! of 2019-2021, achievement, angka kredit, the ladder of absence.

use super::{
    Cited, Clause,
    dated::Dated,
    hours::WeekHours,
    law_value::{
        AchievementClasses, Additional, Ladder, LawValue, Method, RawClause, ScoreBands, ScoreWeights, StudyGrade,
    },
    rule::Rule,
    value::Value,
};
use crate::{amount::Amount, decision::Citation, evaluation::Predikat, people::Jenjang};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What holds on a day for everybody. A part is `None` while no regulation says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct National {
    /// Folders with the number of their version, as in [`super::Policy::id`].
    pub id: String,
    /// The day it was asked for.
    pub on: NaiveDate,
    /// Which way the predicate of a period ending on the day is found.
    pub predikat_by: Option<Cited<Method>>,
    /// The score of PP 30/2019.
    pub score: Option<ScoreRules>,
    /// The achievement of an indicator by PermenPANRB 8/2021.
    pub achievement: Option<AchievementRules>,
    /// Angka kredit.
    pub angka_kredit: Option<AngkaKreditRules>,
    /// The ladder of absence.
    pub absence: Option<AbsenceRules>,
    /// Hours of learning in a year.
    pub learning: LearningRules,
    /// Sentences of the law by rule.
    pub clauses: Clauses,
}

/// The score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreRules {
    /// Weights without and with the opinion of peers and subordinates.
    pub weights: Cited<Vec<ScoreWeights>>,
    /// From score to predicate.
    pub bands: Cited<ScoreBands>,
}

/// Achievement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AchievementRules {
    /// From percentage to class and value.
    pub classes: Cited<AchievementClasses>,
    /// Additional results.
    pub additional: Cited<Additional>,
}

/// Angka kredit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AngkaKreditRules {
    /// Percent of the coefficient by predicate.
    pub percent: Cited<Vec<(Predikat, Amount)>>,
    /// Coefficient of a year by jenjang.
    pub coefficient: Cited<Vec<(Jenjang, Amount)>>,
    /// Needed for the next pangkat.
    pub rank_needed: Cited<Vec<(Jenjang, Amount)>>,
    /// Needed for the next jenjang.
    pub level_needed: Cited<Vec<(Jenjang, Amount)>>,
    /// Angka kredit dasar by golongan.
    pub basis: Cited<Vec<(String, Amount)>>,
}

/// Absence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsenceRules {
    /// The ladder.
    pub ladder: Cited<Ladder>,
    /// Minutes of a working day.
    pub day_minutes: Cited<u32>,
}

/// Hours of learning (jam pelajaran, JP) in a year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LearningRules {
    /// The least of a PNS.
    pub pns: Option<Cited<u32>>,
    /// The most of a PPPK.
    pub pppk: Option<Cited<u32>>,
}

/// Sentences of the law by rule, each citable by its code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clauses(pub BTreeMap<Rule, Vec<Clause>>);

impl Clauses {
    /// All sentences of a rule.
    pub fn of(&self, rule: Rule) -> &[Clause] {
        self.0.get(&rule).map(Vec::as_slice).unwrap_or_default()
    }

    /// One of them.
    pub fn get(&self, rule: Rule, code: &str) -> Option<&Clause> {
        self.of(rule).iter().find(|clause| clause.code == code)
    }
}

/// What was found, by rule.
pub(super) type Found<'a> = BTreeMap<Rule, &'a Dated>;

/// The value of a rule with its citation, if it is in force and of this kind.
pub(super) fn cited<T: Clone>(found: &Found<'_>, rule: Rule, pick: fn(&LawValue) -> Option<&T>) -> Option<Cited<T>> {
    let dated = found.get(&rule)?;
    match &dated.value {
        Some(Value::Law(value)) => pick(value).map(|value| Cited {
            value: value.clone(),
            cite: dated.cite.clone(),
            from: dated.from,
            source: dated.source.clone(),
        }),
        _ => None,
    }
}

macro_rules! take {
    ($found:ident, $rule:ident, $variant:ident) => {
        cited($found, Rule::$rule, |value| if let LawValue::$variant(value) = value { Some(value) } else { None })
    };
}

/// Marks of a student, for [`super::Policy`].
pub(super) fn study_grades(found: &Found<'_>) -> Option<Cited<Vec<StudyGrade>>> {
    take!(found, StudyGrades, StudyGrades)
}

/// Working hours, for [`super::Policy`].
pub(super) fn hours(found: &Found<'_>, rule: Rule) -> Option<Cited<WeekHours>> {
    cited(found, rule, |value| if let LawValue::Hours(week) = value { Some(week) } else { None })
}

/// Every sentence found, with the article and certainty of its own or of its rule.
pub(super) fn clauses(found: &Found<'_>) -> Clauses {
    let resolve = |dated: &Dated, raw: &RawClause| Clause {
        code: raw.code.clone(),
        says: raw.says.clone(),
        cite: Citation {
            policy: dated.cite.policy.clone(),
            article: raw.article.clone().unwrap_or_else(|| dated.cite.article.clone()),
            certainty: raw.certainty.unwrap_or(dated.cite.certainty),
        },
    };
    let of = |dated: &Dated| match &dated.value {
        Some(Value::Law(LawValue::Clauses(all))) => Some(all.iter().map(|raw| resolve(dated, raw)).collect()),
        _ => None,
    };
    Clauses(found.iter().filter_map(|(rule, dated)| Some((*rule, of(dated)?))).collect())
}

/// Joins what holds for everybody.
pub(super) fn national(found: &Found<'_>, id: String, on: NaiveDate) -> National {
    let number = |rule| {
        found.get(&rule).and_then(|dated| match dated.value {
            Some(Value::Number(n)) => {
                Some(Cited { value: n, cite: dated.cite.clone(), from: dated.from, source: dated.source.clone() })
            }
            _ => None,
        })
    };
    let minutes = number(Rule::AbsenceDayMinutes);
    let score = || {
        Some(ScoreRules {
            weights: take!(found, ScoreWeights, ScoreWeights)?,
            bands: take!(found, ScoreBands, ScoreBands)?,
        })
    };
    let achievement = || {
        Some(AchievementRules {
            classes: take!(found, AchievementClasses, Achievement)?,
            additional: take!(found, AchievementAdditional, Additional)?,
        })
    };
    let angka_kredit = || {
        Some(AngkaKreditRules {
            percent: take!(found, AkPercent, ByPredikat)?,
            coefficient: take!(found, AkCoefficient, ByJenjang)?,
            rank_needed: take!(found, AkRankNeeded, ByJenjang)?,
            level_needed: take!(found, AkLevelNeeded, ByJenjang)?,
            basis: take!(found, AkBasis, ByGolongan)?,
        })
    };
    let absence = || Some(AbsenceRules { ladder: take!(found, AbsenceLadder, Ladder)?, day_minutes: minutes? });
    National {
        predikat_by: take!(found, PredikatBy, Method),
        score: score(),
        achievement: achievement(),
        angka_kredit: angka_kredit(),
        absence: absence(),
        learning: LearningRules { pns: number(Rule::LearningHours), pppk: number(Rule::LearningHoursPppk) },
        clauses: clauses(found),
        id,
        on,
    }
}
