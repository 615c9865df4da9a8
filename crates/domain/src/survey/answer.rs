//! One answer: nine values, a few bands about the respondent, words. Never a name.

use super::{Unsur, round::Question};
use crate::{
    decision::{FieldError, Text},
    ids::{AnswerId, RoundId, ServiceId},
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The nine values, each 1 to 4, in the order of [`Unsur::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Answers([u8; 9]);

impl Answers {
    /// From what was typed or chosen; every element that is missing or not 1 to 4 is named.
    pub fn read<'t>(typed: impl Fn(Unsur) -> &'t str) -> Result<Self, Vec<FieldError>> {
        let (mut values, mut errors) = ([0; 9], Vec::new());
        for (unsur, value) in Unsur::ALL.into_iter().zip(&mut values) {
            let text = typed(unsur).trim();
            match text.parse::<u8>().ok().filter(|n| (1..=4).contains(n)) {
                Some(n) => *value = n,
                None if text.is_empty() => {
                    let says = Text::new("survey-answer-missing").with("unsur", unsur.label());
                    errors.push(FieldError::new(unsur.code(), says));
                }
                None => {
                    let says = Text::new("survey-answer-outside").with("unsur", unsur.label()).with("typed", text);
                    errors.push(FieldError::new(unsur.code(), says));
                }
            }
        }
        if errors.is_empty() { Ok(Self(values)) } else { Err(errors) }
    }

    /// Nine digits, as they are kept: `343334443`.
    pub fn pattern(self) -> String {
        self.0.iter().map(u8::to_string).collect()
    }

    /// Reads [`pattern`](Self::pattern).
    pub fn from_pattern(pattern: &str) -> Option<Self> {
        let values: Vec<u8> = pattern.bytes().map(|byte| byte.wrapping_sub(b'0')).collect();
        let values: [u8; 9] = values.try_into().ok()?;
        values.iter().all(|value| (1..=4).contains(value)).then_some(Self(values))
    }

    /// What was said of one element.
    pub const fn of(self, unsur: Unsur) -> u8 {
        self.0[unsur as usize]
    }

    /// Sum of the nine, 9 to 36.
    pub fn points(self) -> u64 {
        self.0.iter().map(|value| u64::from(*value)).sum()
    }
}

macro_rules! bands {
    ($($(#[$doc:meta])* $name:ident $family:literal { $($variant:ident = $code:literal, $label:literal;)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs, reason = "the codes say it")]
        pub enum $name { $($variant),* }

        impl $name {
            /// All of them, in the order of the form.
            pub const ALL: &[Self] = &[$(Self::$variant),*];
            /// Name of the field and of the part of a tally.
            pub const FAMILY: &'static str = $family;

            /// As it is kept.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// Reads a code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }

            /// Its words.
            pub const fn label(self) -> Text {
                match self { $(Self::$variant => Text::new($label)),* }
            }
        }
    )*};
}

bands! {
    /// Age, in bands wide enough that nobody is known by theirs.
    Age "umur" {
        To25 = "17-25", "survey-age-17-25";
        To35 = "26-35", "survey-age-26-35";
        To45 = "36-45", "survey-age-36-45";
        To55 = "46-55", "survey-age-46-55";
        Over55 = "56", "survey-age-56";
    }
    /// Sex, as on the regulation's form.
    Sex "kelamin" {
        Laki = "laki", "survey-sex-laki";
        Perempuan = "perempuan", "survey-sex-perempuan";
    }
    /// Highest education, as on the regulation's form.
    Education "pendidikan" {
        Sd = "sd", "survey-education-sd";
        Smp = "smp", "survey-education-smp";
        Sma = "sma", "survey-education-sma";
        Diploma = "diploma", "survey-education-diploma";
        S1 = "s1", "survey-education-s1";
        S2 = "s2", "survey-education-s2";
    }
    /// Occupation, as on the regulation's form.
    Work "pekerjaan" {
        Asn = "asn", "survey-work-asn";
        TniPolri = "tni-polri", "survey-work-tni-polri";
        Swasta = "swasta", "survey-work-swasta";
        Wirausaha = "wirausaha", "survey-work-wirausaha";
        Pelajar = "pelajar", "survey-work-pelajar";
        Lainnya = "lainnya", "survey-work-lainnya";
    }
}

/// A field about the respondent: family, name, and what there is to choose from by code.
pub type Field = (&'static str, Text, Vec<(&'static str, Text)>);

/// What a respondent chose to say of themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Age band.
    pub age: Option<Age>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Highest education.
    pub education: Option<Education>,
    /// Occupation.
    pub work: Option<Work>,
}

impl Profile {
    /// Family and code of what was said, in the order of the form.
    pub fn said(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        [
            self.age.map(|one| (Age::FAMILY, one.code())),
            self.sex.map(|one| (Sex::FAMILY, one.code())),
            self.education.map(|one| (Education::FAMILY, one.code())),
            self.work.map(|one| (Work::FAMILY, one.code())),
        ]
        .into_iter()
        .flatten()
    }

    /// Every field of the profile.
    pub fn fields() -> [Field; 4] {
        macro_rules! field {
            ($name:ident, $label:literal) => {
                ($name::FAMILY, Text::new($label), $name::ALL.iter().map(|one| (one.code(), one.label())).collect())
            };
        }
        [
            field!(Age, "survey-age"),
            field!(Sex, "survey-sex"),
            field!(Education, "survey-education"),
            field!(Work, "survey-work"),
        ]
    }

    /// From what was chosen, field by field; nothing chosen is an answer too.
    pub fn read<'t>(typed: impl Fn(&'static str) -> &'t str) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        macro_rules! band {
            ($name:ident) => {{
                let code = typed($name::FAMILY).trim();
                let read = $name::from_code(code);
                if read.is_none() && !code.is_empty() {
                    let says = Text::new("survey-band-unknown").with("typed", code);
                    errors.push(FieldError::new($name::FAMILY, says));
                }
                read
            }};
        }
        let read = Self { age: band!(Age), sex: band!(Sex), education: band!(Education), work: band!(Work) };
        if errors.is_empty() { Ok(read) } else { Err(errors) }
    }
}

/// How an answer came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The page behind the poster.
    Link,
    /// The device at the counter.
    Kiosk,
    /// A sheet of paper, typed in by staff.
    Paper,
    /// A file of sheets.
    File,
}

impl Channel {
    /// All.
    pub const ALL: [Self; 4] = [Self::Link, Self::Kiosk, Self::Paper, Self::File];

    /// As it is kept.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Kiosk => "kiosk",
            Self::Paper => "paper",
            Self::File => "file",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Its words.
    pub const fn label(self) -> Text {
        match self {
            Self::Link => Text::new("survey-channel-link"),
            Self::Kiosk => Text::new("survey-channel-kiosk"),
            Self::Paper => Text::new("survey-channel-paper"),
            Self::File => Text::new("survey-channel-file"),
        }
    }

    /// Sent by the respondents themselves, with nobody looking on?
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Link | Self::Kiosk)
    }
}

/// Most characters of a complaint or suggestion (certainty: assumption, enough for a page).
pub const MOST_WORDS: usize = 2_000;

/// One answer as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Its id.
    pub id: AnswerId,
    /// In which period.
    pub round: RoundId,
    /// About which service.
    pub service: ServiceId,
    /// When it came in.
    pub at: DateTime<Utc>,
    /// How.
    pub channel: Channel,
    /// The nine values.
    pub answers: Answers,
    /// Bands.
    pub profile: Profile,
    /// Complaint or suggestion; may be empty.
    pub words: String,
    /// Answers to the agency's own questions, by code.
    pub extra: BTreeMap<String, String>,
}

/// Answers to the agency's own questions: a value of 1 to 4 or words; all of them may be left empty.
pub fn read_extra<'t>(
    questions: &[Question],
    typed: impl Fn(&str) -> &'t str,
) -> Result<BTreeMap<String, String>, Vec<FieldError>> {
    let (mut said, mut errors) = (BTreeMap::new(), Vec::new());
    for question in questions {
        let text = typed(&question.field()).trim();
        if text.is_empty() {
            continue;
        }
        if question.scale && !matches!(text, "1" | "2" | "3" | "4") {
            let says = Text::new("survey-answer-outside").with("unsur", question.text.as_str()).with("typed", text);
            errors.push(FieldError::new(question.field(), says));
        } else if text.chars().count() > MOST_WORDS {
            errors
                .push(FieldError::new(question.field(), Text::new("survey-words-long").with("max", MOST_WORDS as i64)));
        } else {
            said.insert(question.code.clone(), text.to_owned());
        }
    }
    if errors.is_empty() { Ok(said) } else { Err(errors) }
}
