//! The two languages.

use fluent_templates::{LanguageIdentifier, langid};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Bahasa Indonesia, unless somebody chose otherwise.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Id, Self::En];

    /// Code in the cookie and in `<html lang>`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The language's own name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Id => "Bahasa Indonesia",
            Self::En => "English",
        }
    }

    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::Id => Self::En,
            Self::En => Self::Id,
        }
    }

    pub(crate) fn identifier(self) -> &'static LanguageIdentifier {
        static ID: LanguageIdentifier = langid!("id");
        static EN: LanguageIdentifier = langid!("en");
        match self {
            Self::Id => &ID,
            Self::En => &EN,
        }
    }
}
