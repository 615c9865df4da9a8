//! Umpan balik berkelanjutan: feedback during the year, asked for or offered, by leaders, colleagues, subordinates and
//! others (Ps 17-20; Bab III.C). It is one consideration among others (Bab III.C.3): nobody but the rater sets a rating.
//!
//! What was said stands: a remark is never edited, a second one can be added.

use super::MIN_CHARS;
use crate::{
    decision::{FieldError, Refusal, Text},
    ids::{AskId, EmployeeId, RemarkId, SkpId},
    plan::Line,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// As what somebody speaks (Ps 18-19; the words of forms B.1.3-B.1.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The rater or the rater's superior.
    Pimpinan,
    /// A leader who does not rate: head of a tim kerja, giver of a special assignment. What they say is passed on to the
    /// rater (Bab IV.A.4).
    PimpinanLain,
    /// A colleague.
    Setingkat,
    /// Somebody the employee rates.
    Bawahan,
    /// Anybody else concerned.
    Lainnya,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 5] = [Self::Pimpinan, Self::PimpinanLain, Self::Setingkat, Self::Bawahan, Self::Lainnya];

    /// Code in forms and the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pimpinan => "pimpinan",
            Self::PimpinanLain => "pimpinan_lain",
            Self::Setingkat => "setingkat",
            Self::Bawahan => "bawahan",
            Self::Lainnya => "lainnya",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.code() == code)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Pimpinan => "feedback-source-pimpinan",
            Self::PimpinanLain => "feedback-source-pimpinan-lain",
            Self::Setingkat => "feedback-source-setingkat",
            Self::Bawahan => "feedback-source-bawahan",
            Self::Lainnya => "feedback-source-lainnya",
        })
    }
}

/// How the giver stands to the employee by the reporting lines of the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    /// Rater, or the rater's superior.
    pub leads: bool,
    /// Is rated by the employee.
    pub is_led: bool,
    /// Has the same rater.
    pub same_rater: bool,
    /// Leads a tim kerja in which the employee works.
    pub leads_team: bool,
}

/// What the giver may call themselves, the likeliest first. Reporting lines settle it where they say something; the
/// rest only the giver knows.
pub const fn sources(relation: Relation) -> &'static [Source] {
    match relation {
        Relation { leads: true, .. } => &[Source::Pimpinan],
        Relation { leads_team: true, .. } => &[Source::PimpinanLain],
        Relation { is_led: true, .. } => &[Source::Bawahan],
        Relation { same_rater: true, .. } => &[Source::Setingkat, Source::PimpinanLain],
        _ => &[Source::Setingkat, Source::PimpinanLain, Source::Lainnya],
    }
}

/// Something said about an employee's work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Its id.
    pub id: RemarkId,
    /// About whom.
    pub employee: EmployeeId,
    /// The plan that ran, if there was one.
    pub skp: Option<SkpId>,
    /// The line it is about: a result, a value, or the whole.
    pub on: Line,
    /// What it is about in the giver's words; may be empty beside a result or a value.
    pub topic: String,
    /// Who says it.
    pub by: EmployeeId,
    /// As what.
    pub source: Source,
    /// What went well.
    pub good: String,
    /// What to improve.
    pub improve: String,
    /// The request it answers.
    pub ask: Option<AskId>,
    /// When.
    pub at: DateTime<Utc>,
    /// When the rater confirmed having read what another leader passed on (Bab IV.A.4).
    pub received_at: Option<DateTime<Utc>>,
}

impl Remark {
    /// Passed on to the rater by a leader who does not rate (Bab IV.A.4)?
    pub fn passed_on(&self) -> bool {
        self.source == Source::PimpinanLain
    }

    /// A leader's words which the rater has not confirmed.
    pub fn waits_for_rater(&self) -> bool {
        self.passed_on() && self.received_at.is_none()
    }
}

/// A request for feedback to one colleague (Bab III.C.9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// Its id.
    pub id: AskId,
    /// Who asks, about their own work.
    pub employee: EmployeeId,
    /// Who is asked.
    pub of: EmployeeId,
    /// The plan that ran.
    pub skp: Option<SkpId>,
    /// The line it is about.
    pub on: Line,
    /// That line in words, as the one who is asked reads it.
    pub topic: String,
    /// What they want to know.
    pub question: String,
    /// When.
    pub at: DateTime<Utc>,
    /// When it was answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// When it was declined.
    pub declined_at: Option<DateTime<Utc>>,
    /// Why, in words that may be empty: nobody owes feedback (Ps 19: *dapat*).
    pub declined: String,
}

impl Ask {
    /// Neither answered nor declined.
    pub const fn open(&self) -> bool {
        self.answered_at.is_none() && self.declined_at.is_none()
    }
}

/// Most people asked in one go (certainty: assumption; more is a survey, not a question).
pub const MOST_ASKED: usize = 8;

/// What is said says something: at least one of the two parts, and none too short to be of use. `sourced`: where the
/// reporting lines do not say as what the giver speaks, the giver has said it.
pub fn check(remark: &Remark, sourced: bool) -> Result<(), Refusal> {
    if remark.by == remark.employee {
        return Err(Refusal::rule(Text::new("feedback-not-to-oneself")));
    }
    let mut errors = Vec::new();
    if !sourced {
        errors.push(FieldError::new("source", Text::new("feedback-source-missing")));
    }
    let parts = [("good", &remark.good), ("improve", &remark.improve)];
    if parts.iter().all(|(_, text)| text.trim().is_empty()) {
        errors.push(FieldError::new("good", Text::new("feedback-say-one-of-two")));
    }
    let short = |text: &str| !text.trim().is_empty() && text.trim().chars().count() < MIN_CHARS;
    for (field, _) in parts.into_iter().filter(|(_, text)| short(text)) {
        let says = Text::new("feedback-part-too-short").with("min", MIN_CHARS as i64);
        errors.push(FieldError::new(field, says));
    }
    if remark.on == Line::Whole && remark.topic.trim().is_empty() {
        errors.push(FieldError::new("topic", Text::new("feedback-about-what")));
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::Fields(errors)) }
}

/// A question to these people can be sent.
pub fn check_ask(employee: EmployeeId, of: &[EmployeeId], question: &str) -> Result<(), Refusal> {
    let mut errors = Vec::new();
    if question.trim().chars().count() < MIN_CHARS {
        errors.push(FieldError::new("question", Text::new("feedback-part-too-short").with("min", MIN_CHARS as i64)));
    }
    if of.is_empty() || of.contains(&employee) {
        errors.push(FieldError::new("of", Text::new("feedback-ask-whom")));
    } else if of.len() > MOST_ASKED {
        errors.push(FieldError::new("of", Text::new("feedback-ask-fewer").with("max", MOST_ASKED as i64)));
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::Fields(errors)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Nilai;
    use uuid::Uuid;

    fn person(n: u128) -> EmployeeId {
        EmployeeId(Uuid::from_u128(n))
    }

    fn remark(good: &str, improve: &str, on: Line, topic: &str) -> Remark {
        Remark {
            id: RemarkId(Uuid::nil()),
            employee: person(1),
            skp: None,
            on,
            topic: topic.into(),
            by: person(2),
            source: Source::Setingkat,
            good: good.into(),
            improve: improve.into(),
            ask: None,
            at: DateTime::UNIX_EPOCH,
            received_at: None,
        }
    }

    #[test]
    fn one_part_is_enough_and_none_may_be_empty_talk() {
        let loyal = Line::Nilai(Nilai::Loyal);
        let enough = "Membantu loket saat ramai.";
        for (good, improve, on, topic, sourced, wrong) in [
            (enough, "", loyal, "", true, vec![]),
            ("", enough, Line::Whole, "Loket", true, vec![]),
            ("", "  ", loyal, "", true, vec!["good"]),
            ("Baik", enough, loyal, "", true, vec!["good"]),
            ("Baik", enough, loyal, "", false, vec!["source", "good"]),
            (enough, "Kurang", Line::Whole, "", true, vec!["improve", "topic"]),
        ] {
            let found: Vec<String> = match check(&remark(good, improve, on, topic), sourced) {
                Err(Refusal::Fields(errors)) => errors.into_iter().map(|e| e.field).collect(),
                Err(other) => panic!("{other}"),
                Ok(()) => Vec::new(),
            };
            assert_eq!(found, wrong, "{good} {improve}");
        }
        assert!(check(&Remark { by: person(1), ..remark(enough, "", loyal, "") }, true).is_err(), "not to oneself");
    }

    #[test]
    fn only_a_leader_who_does_not_rate_passes_on() {
        for source in Source::ALL {
            let said = Remark { source, ..remark("Membantu loket saat ramai.", "", Line::Whole, "Loket") };
            assert_eq!(said.waits_for_rater(), source == Source::PimpinanLain, "{source:?}");
            assert_eq!(Source::from_code(source.code()), Some(source));
        }
        let rater = Relation { leads: true, same_rater: true, ..Relation::default() };
        assert_eq!(sources(rater), [Source::Pimpinan], "a rater cannot speak as somebody else");
        let team = Relation { leads_team: true, is_led: true, same_rater: true, ..Relation::default() };
        assert_eq!(
            sources(team),
            [Source::PimpinanLain],
            "whoever leads a team speaks as its leader, even to their own rater"
        );
        assert!(!sources(Relation::default()).contains(&Source::Bawahan), "nobody makes themselves a subordinate");
    }

    #[test]
    fn a_question_goes_to_a_few_others() {
        let question = "Apakah rekap saya mudah dipakai?";
        assert!(check_ask(person(1), &[person(2), person(3)], question).is_ok());
        let many: Vec<EmployeeId> = (2..20).map(person).collect();
        for (of, question) in
            [(vec![], question), (vec![person(1)], question), (many, question), (vec![person(2)], "?")]
        {
            assert!(check_ask(person(1), &of, question).is_err(), "{of:?}");
        }
    }
}
