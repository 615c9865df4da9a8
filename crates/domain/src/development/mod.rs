//! Rencana pengembangan: one plan of an employee for a year: strengths, what to work on, steps at work, with others and in
//! courses, agreed with the supervisor and reported on (R14; PerLAN 10/2018: need is the gap of competence and of performance).
//!
//! Not here: the courses themselves ([`crate::training`]), what follows from a result by rule ([`crate::followup`]). Read
//! first: this file; then [`mod@profile`] (where somebody stands), [`duty`] (hours of learning).

pub mod duty;
pub mod profile;
#[cfg(test)]
mod tests;

use crate::{
    decision::{FieldError, Refusal, Text},
    ids::{DevelopmentEntryId, DevelopmentId, DevelopmentStepId, EmployeeId, EvaluationId, TrainingSessionId},
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Most things to work on in a year (certainty: assumption; more is a list of wishes).
pub const MOST_GAPS: usize = 3;
/// Most steps.
pub const MOST_STEPS: usize = 8;
/// Shortest useful words, in characters.
pub const MIN_CHARS: usize = 15;
/// Most hours of one step.
pub const MOST_HOURS: u32 = 1_000;

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Its id.
    pub id: DevelopmentId,
    /// Whose.
    pub employee: EmployeeId,
    /// For which year.
    pub year: i32,
    /// The result it was started from.
    pub evaluation: Option<EvaluationId>,
    /// What it says.
    pub content: Content,
    /// When it was handed to the supervisor.
    pub sent_at: Option<DateTime<Utc>>,
    /// What the supervisor said to it, as handed over.
    pub word: Option<Word>,
    /// Counts each save.
    pub revision: i64,
}

/// What a plan says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// What goes well and can carry more.
    pub strengths: String,
    /// What to work on.
    pub gaps: Vec<Gap>,
    /// What is done about it.
    pub steps: Vec<Step>,
}

/// Something to work on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// Where it comes from.
    pub source: Source,
    /// In words.
    pub what: String,
    /// What will be seen when it is reached.
    pub goal: String,
}

/// Where something to work on comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A competence of the profile, by its criterion.
    Competence(String),
    /// A target that was not reached.
    Performance,
    /// A theme of feedback.
    Feedback,
    /// One's own wish.
    Own,
}

impl Source {
    /// Its kinds in forms; a competence is written `kompetensi:<criterion>`.
    pub fn code(&self) -> String {
        match self {
            Self::Competence(criterion) => format!("kompetensi:{criterion}"),
            Self::Performance => "kinerja".to_owned(),
            Self::Feedback => "umpan-balik".to_owned(),
            Self::Own => "sendiri".to_owned(),
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "kinerja" => Some(Self::Performance),
            "umpan-balik" => Some(Self::Feedback),
            "sendiri" => Some(Self::Own),
            _ => code.strip_prefix("kompetensi:").map(|criterion| Self::Competence(criterion.to_owned())),
        }
    }

    /// Its name for people.
    pub const fn label(&self) -> Text {
        Text::new(match self {
            Self::Competence(_) => "development-source-competence",
            Self::Performance => "development-source-performance",
            Self::Feedback => "development-source-feedback",
            Self::Own => "development-source-own",
        })
    }
}

/// How something is learnt (10:20:70, PerLAN 10/2018).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// At work, by doing: about 70 of 100.
    Kerja,
    /// With and from others: about 20.
    Rekan,
    /// In a course: about 10.
    Pelatihan,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Kerja, Self::Rekan, Self::Pelatihan];

    /// Code in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kerja => "kerja",
            Self::Rekan => "rekan",
            Self::Pelatihan => "pelatihan",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }

    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Kerja => "development-way-kerja",
            Self::Rekan => "development-way-rekan",
            Self::Pelatihan => "development-way-pelatihan",
        })
    }
}

/// Something that is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its id.
    pub id: DevelopmentStepId,
    /// How it is learnt.
    pub way: Way,
    /// What is done.
    pub what: String,
    /// With whom or where; may be empty.
    pub with: String,
    /// By when.
    pub due: NaiveDate,
    /// Hours of learning it is worth; 0 where it is not counted.
    pub hours: u32,
    /// The session of a programme.
    pub session: Option<TrainingSessionId>,
}

/// A report under a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its id.
    pub id: DevelopmentEntryId,
    /// The plan.
    pub plan: DevelopmentId,
    /// The step.
    pub step: DevelopmentStepId,
    /// The day of it.
    pub on: NaiveDate,
    /// What was done and what changed by it.
    pub said: String,
    /// Is the step done?
    pub done: bool,
    /// Who says so.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
}

/// What the supervisor said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// Who.
    pub by: EmployeeId,
    /// When.
    pub at: DateTime<Utc>,
    /// Agreed, or given back?
    pub agreed: bool,
    /// In words; asked for when it is given back.
    pub says: String,
}

/// Where a plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Being written.
    Draf,
    /// Handed to the supervisor.
    Diajukan,
    /// Given back.
    Dikembalikan,
    /// Agreed upon.
    Disepakati,
}

impl State {
    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Draf => "development-state-draf",
            Self::Diajukan => "development-state-diajukan",
            Self::Dikembalikan => "development-state-dikembalikan",
            Self::Disepakati => "development-state-disepakati",
        })
    }
}

impl Plan {
    /// Where it is.
    pub fn state(&self) -> State {
        match (self.sent_at, &self.word) {
            (None, Some(word)) if !word.agreed => State::Dikembalikan,
            (None, _) => State::Draf,
            (Some(_), Some(word)) if word.agreed => State::Disepakati,
            (Some(_), _) => State::Diajukan,
        }
    }

    /// Hours the steps are worth together.
    pub fn hours(&self) -> u32 {
        self.content.steps.iter().map(|step| step.hours).sum()
    }

    /// Steps that are done by what was reported.
    pub fn done(&self, entries: &[Entry]) -> usize {
        let done = |step: &&Step| entries.iter().any(|entry| entry.step == step.id && entry.done);
        self.content.steps.iter().filter(done).count()
    }
}

/// Is there enough to hand over? Fields are named as in the form: `gap.0.goal`, `step.2.due`.
pub fn check(content: &Content, year: i32) -> Result<(), Refusal> {
    let mut errors = Vec::new();
    let short = |text: &str| text.trim().chars().count() < MIN_CHARS;
    let says = || Text::new("development-too-short").with("min", MIN_CHARS as i64);
    if short(&content.strengths) {
        errors.push(FieldError::new("strengths", says()));
    }
    if content.gaps.is_empty() {
        errors.push(FieldError::new("gap.0.focus", Text::new("development-needs-gap")));
    }
    for (at, gap) in content.gaps.iter().enumerate() {
        if short(&gap.what) {
            errors.push(FieldError::new(format!("gap.{at}.focus"), says()));
        }
        if short(&gap.goal) {
            errors.push(FieldError::new(format!("gap.{at}.goal"), says()));
        }
    }
    if content.steps.is_empty() {
        errors.push(FieldError::new("step.0.doing", Text::new("development-needs-step")));
    }
    for (at, step) in content.steps.iter().enumerate() {
        if short(&step.what) {
            errors.push(FieldError::new(format!("step.{at}.doing"), says()));
        }
        if step.due.year() != year {
            let says = Text::new("development-due-outside").with("year", year.to_string());
            errors.push(FieldError::new(format!("step.{at}.due"), says));
        }
        if step.hours > MOST_HOURS {
            let says = Text::new("development-hours-too-many").with("max", MOST_HOURS);
            errors.push(FieldError::new(format!("step.{at}.hours"), says));
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::Fields(errors)) }
}

/// What might be looked at again; nothing is held up by it.
pub fn advice(content: &Content) -> Vec<Text> {
    let mut advice = Vec::new();
    let of = |way| content.steps.iter().filter(|step| step.way == way).count();
    if !content.steps.is_empty() && of(Way::Kerja) == 0 {
        advice.push(Text::new("development-advice-at-work"));
    }
    if of(Way::Pelatihan) > of(Way::Kerja) + of(Way::Rekan) {
        advice.push(Text::new("development-advice-courses"));
    }
    let used = |gap: &Gap| !gap.what.trim().is_empty();
    if content.gaps.iter().filter(|gap| used(gap)).count() > content.steps.len() {
        advice.push(Text::new("development-advice-steps"));
    }
    advice
}

/// Writes in a plan. What was agreed upon is written anew by handing it over anew.
pub fn write(before: &Plan, content: Content) -> Plan {
    let word = before.word.clone().filter(|word| !word.agreed);
    Plan { content, sent_at: None, word, revision: before.revision + 1, ..before.clone() }
}

/// Hands it to the supervisor.
pub fn send(before: &Plan, at: DateTime<Utc>) -> Result<Plan, Refusal> {
    if before.sent_at.is_some() {
        return Err(Refusal::rule(Text::new("development-sent-already")));
    }
    check(&before.content, before.year)?;
    Ok(Plan { sent_at: Some(at), word: None, revision: before.revision + 1, ..before.clone() })
}

/// The supervisor agrees, or gives it back with words.
pub fn agree(before: &Plan, word: Word) -> Result<Plan, Refusal> {
    if before.state() != State::Diajukan {
        return Err(Refusal::rule(Text::new("development-not-sent")));
    }
    if !word.agreed && word.says.trim().chars().count() < MIN_CHARS {
        let says = Text::new("development-too-short").with("min", MIN_CHARS as i64);
        return Err(Refusal::field("says", says));
    }
    let sent_at = before.sent_at.filter(|_| word.agreed);
    Ok(Plan { sent_at, word: Some(word), revision: before.revision + 1, ..before.clone() })
}

/// A report says something, about a step of an agreed plan, of a day that has come.
pub fn check_entry(plan: &Plan, entry: &Entry, today: NaiveDate) -> Result<(), Refusal> {
    if plan.state() != State::Disepakati {
        return Err(Refusal::rule(Text::new("development-not-agreed")).next(Text::new("development-not-agreed-next")));
    }
    let mut errors = Vec::new();
    if !plan.content.steps.iter().any(|step| step.id == entry.step) {
        errors.push(FieldError::new("step", Text::new("development-no-such-step")));
    }
    if entry.said.trim().chars().count() < MIN_CHARS {
        errors.push(FieldError::new("said", Text::new("development-too-short").with("min", MIN_CHARS as i64)));
    }
    if entry.on > today {
        errors.push(FieldError::new("on", Text::new("development-not-yet")));
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::Fields(errors)) }
}

/// Words of a text that name a thing, for finding which feedback mentions it: long enough, and not said of everything.
fn words_of(name: &str) -> Vec<String> {
    #[rustfmt::skip]
    const COMMON: [&str; 22] = [
        "keterampilan", "kemampuan", "kompetensi", "pengetahuan", "sikap", "pekerjaan", "mutu", "hasil", "dalam", "dengan",
        "untuk", "terhadap", "lebih", "bekerja", "kerja", "orang", "mengelola", "menyelesaikan", "memberi", "serta",
        "informasi", "antara",
    ];
    let word = |word: &str| word.to_lowercase();
    name.split(|c: char| !c.is_alphanumeric())
        .map(word)
        .filter(|word| word.chars().count() >= 5 && !COMMON.contains(&word.as_str()))
        .collect()
}

/// In how many of these texts a competence is mentioned by a word of its name. A count of words, no judgement.
pub fn mentions<'a>(name: &str, texts: impl IntoIterator<Item = &'a str>) -> u32 {
    let words = words_of(name);
    let named = |text: &&str| {
        let text = text.to_lowercase();
        words.iter().any(|word| text.contains(word.as_str()))
    };
    texts.into_iter().filter(named).count() as u32
}
