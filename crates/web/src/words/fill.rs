//! What may stand in the gap of a sentence, and what may be a sentence.

use super::Words;
use askama::{FastWritable, Values, filters::HtmlSafe};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    amount::Amount,
    decision::{Arg, Text},
    people::Nip,
    time::DateRange,
};
use std::{borrow::Cow, fmt};

/// Something that fills a gap. Taken by reference, because templates hand over references.
pub trait Fill {
    /// As an argument of a domain sentence.
    fn fill(&self) -> Arg;
}

impl<T: Fill + ?Sized> Fill for &T {
    fn fill(&self) -> Arg {
        (**self).fill()
    }
}

macro_rules! fills {
    ($($type:ty => |$v:ident| $arg:expr),* $(,)?) => {$(
        impl Fill for $type {
            fn fill(&self) -> Arg {
                let $v = self;
                $arg
            }
        }
    )*};
}
fills! {
    str => |v| Arg::Str(v.to_owned()),
    String => |v| Arg::Str(v.clone()),
    Cow<'_, str> => |v| Arg::Str(v.to_string()),
    Nip => |v| Arg::Str(v.to_string()),
    u8 => |v| Arg::Num(i64::from(*v)),
    i64 => |v| Arg::Num(*v),
    i32 => |v| Arg::Num(i64::from(*v)),
    u32 => |v| Arg::Num(i64::from(*v)),
    u64 => |v| Arg::Num(*v as i64),
    usize => |v| Arg::Num(*v as i64),
    Amount => |v| Arg::Amount(*v),
    NaiveDate => |v| Arg::Date(*v),
    DateTime<Utc> => |v| Arg::At(*v),
    Text => |v| Arg::Text(v.clone()),
    Arg => |v| v.clone(),
    Sentence => |v| Arg::Text(v.text.clone()),
}

/// A value by itself or behind any number of references, because templates hand over references.
pub trait Take<T> {
    /// The value.
    fn take(&self) -> T;
}

macro_rules! takes {
    ($($type:ty),* $(,)?) => {$(
        impl Take<Self> for $type {
            fn take(&self) -> Self {
                *self
            }
        }
        impl<U: Take<$type> + ?Sized> Take<$type> for &U {
            fn take(&self) -> $type {
                (**self).take()
            }
        }
    )*};
}
takes!(NaiveDate, DateTime<Utc>, DateRange, Amount, i64, u64, u32);

/// A domain sentence by itself or behind any number of references, because templates hand over references.
pub trait Spoken {
    /// The sentence.
    fn spoken(&self) -> &Text;
}

impl Spoken for Text {
    fn spoken(&self) -> &Text {
        self
    }
}

impl<T: Spoken + ?Sized> Spoken for &T {
    fn spoken(&self) -> &Text {
        (**self).spoken()
    }
}

/// Something that is a sentence: a key, or a domain `Text`.
pub trait Says {
    /// As a domain sentence.
    fn says(self) -> Text;
}

impl Says for &'static str {
    fn says(self) -> Text {
        Text::new(self)
    }
}

impl Says for Text {
    fn says(self) -> Text {
        self
    }
}

impl Says for &Text {
    fn says(self) -> Text {
        self.clone()
    }
}

/// A sentence being filled; shown by `{{ … }}`.
#[derive(Clone, Debug)]
pub struct Sentence {
    words: Words,
    text: Text,
}

impl Sentence {
    pub(super) fn new(words: Words, key: &str) -> Self {
        Self { words, text: Text { key: Cow::Owned(key.to_owned()), args: Vec::new() } }
    }

    /// Fills a gap.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Fill) -> Self {
        self.text.args.push((Cow::Owned(name.to_owned()), value.fill()));
        self
    }

    /// Always something.
    pub fn is_empty(&self) -> bool {
        false
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words.text(&self.text))
    }
}

/// Escaped like any other text: names and typed words stand in the gaps.
impl FastWritable for Sentence {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        dest.write_str(&self.words.text(&self.text))?;
        Ok(())
    }
}

/// Ready-made HTML from Rust (icons, charts): shown without escaping. Never put typed words into it unescaped.
#[derive(Clone, Debug, Default)]
pub struct Markup(pub String);

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FastWritable for Markup {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        dest.write_str(&self.0)?;
        Ok(())
    }
}

impl HtmlSafe for Markup {}
