//! How a rule answers: a value with its reason, or a refusal that says what to do next.
//!
//! Words for people live in the catalogue of the `web` floor; here a [`Text`] names the sentence and
//! carries what goes into it, so that one decision reads well in both languages and in print.

use crate::{amount::Amount, ids::EmployeeId};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A sentence of the catalogue: its key and what to fill in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Key in the catalogue, kebab-case, prefixed by its room: `plan-target-needs-unit`.
    pub key: Cow<'static, str>,
    /// Arguments by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

/// What fills a gap in a sentence. Written out in the reader's language at the last moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// As it is: a name, what somebody typed.
    Str(String),
    /// A whole number.
    Num(i64),
    /// An amount.
    Amount(Amount),
    /// A date.
    Date(NaiveDate),
    /// An instant, shown on the agency's clock.
    At(DateTime<Utc>),
    /// Another sentence of the catalogue.
    Text(Text),
}

impl Text {
    /// A sentence without gaps.
    pub const fn new(key: &'static str) -> Self {
        Self { key: Cow::Borrowed(key), args: Vec::new() }
    }

    /// Fills a gap.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((Cow::Borrowed(name), value.into()));
        self
    }
}

macro_rules! arg_from {
    ($($from:ty => $variant:ident),*) => {$(
        impl From<$from> for Arg {
            fn from(value: $from) -> Self {
                Self::$variant(value.into())
            }
        }
    )*};
}
arg_from!(String => Str, &str => Str, i64 => Num, u32 => Num, i32 => Num, Amount => Amount, NaiveDate => Date, DateTime<Utc> => At, Text => Text);

/// How sure we are of a value taken from the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Read in the official text.
    Text,
    /// From a secondary source (agency decks, press, reference data).
    Secondary,
    /// Our reading; a dated paragraph in the policy's `notes.md` says why.
    Assumption,
}

/// Where a rule stands written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// Policy folder, e.g. `permenpanrb-6-2022`.
    pub policy: String,
    /// Article as people cite it: `Ps 14(1)`, `Lampiran Bab IV.B.3`.
    pub article: String,
    /// How sure we are.
    pub certainty: Certainty,
}

/// One step of an explanation: what was concluded, from what, by which rule.
/// The page *why*, the printed result and the tests read the same tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// What this step concludes.
    pub says: Text,
    /// The rule it follows.
    pub cite: Option<Citation>,
    /// The steps it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<Reason>,
}

impl Reason {
    /// A step that needs no further support.
    pub const fn new(says: Text) -> Self {
        Self { says, cite: None, from: Vec::new() }
    }

    /// Names the rule.
    #[must_use]
    pub fn cited(mut self, cite: Citation) -> Self {
        self.cite = Some(cite);
        self
    }

    /// Adds the steps this one rests on.
    #[must_use]
    pub fn resting_on(mut self, from: impl IntoIterator<Item = Self>) -> Self {
        self.from.extend(from);
        self
    }
}

/// A value somebody may contest, with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision<T> {
    /// What was decided.
    pub value: T,
    /// Why.
    pub because: Reason,
}

/// An error that belongs to a field of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The field's name in the form, e.g. `target_unit`.
    pub field: String,
    /// What is wrong and what to do.
    pub text: Text,
}

impl FieldError {
    /// An error beside `field`.
    pub fn new(field: impl Into<String>, text: Text) -> Self {
        Self { field: field.into(), text }
    }
}

/// Why something was not done. For people: what happened and what they can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// This person may not do this.
    #[error("not permitted: {}", .0.action)]
    Denied(Denied),
    /// There is no such thing in this agency, or it is not for this person's eyes.
    #[error("not found: {0}")]
    NotFound(String),
    /// A rule stands against it.
    #[error("against a rule: {}", .0.says.key)]
    Rule(Box<Broken>),
    /// Something typed needs mending.
    #[error("fields to mend: {}", .0.iter().map(|e| e.field.as_str()).collect::<Vec<_>>().join(", "))]
    Fields(Vec<FieldError>),
    /// Somebody else saved in the meantime.
    #[error("changed meanwhile by {}", .0.by_name)]
    Conflict(Box<Conflict>),
}

/// A permission that was not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Denied {
    /// The action, as in the permission matrix.
    pub action: String,
    /// Who could do it, as a sentence.
    pub says: Text,
}

/// A rule that was in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Broken {
    /// What the rule says here.
    pub says: Text,
    /// Where it stands.
    pub cite: Option<Citation>,
    /// What can be done now.
    pub next: Option<Text>,
}

/// Two people edited the same thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Who saved first.
    pub by: EmployeeId,
    /// Their name.
    pub by_name: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What now stands saved, field by field, to be shown beside what was typed.
    pub now: Vec<(String, String)>,
}

impl Refusal {
    /// A rule stands against it.
    pub fn rule(says: Text) -> Self {
        Self::Rule(Box::new(Broken { says, cite: None, next: None }))
    }

    /// One field needs mending.
    pub fn field(field: impl Into<String>, text: Text) -> Self {
        Self::Fields(vec![FieldError::new(field, text)])
    }

    /// Adds where the rule stands. Nothing happens to refusals that are not rules.
    #[must_use]
    pub fn cited(mut self, cite: Citation) -> Self {
        if let Self::Rule(broken) = &mut self {
            broken.cite = Some(cite);
        }
        self
    }

    /// Adds what can be done now.
    #[must_use]
    pub fn next(mut self, next: Text) -> Self {
        if let Self::Rule(broken) = &mut self {
            broken.next = Some(next);
        }
        self
    }
}
