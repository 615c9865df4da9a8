//! Words for people: the catalogue (`locales/{id,en}/<room>.ftl`), and how dates, times and numbers are written.
//!
//! Not here: what is said (a domain `Text` names the sentence). Read first: this file; then `dates` for days and
//! instants, `fill` for what may stand in a gap.
//!
//! A sentence is looked up when it is shown, in the reader's language. A key that stands nowhere is shown as
//! `[key]` and reported to the log; a test sees to it that this does not happen.

pub mod dates;
pub mod fill;
pub mod lang;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    amount::Amount,
    decision::{Arg, Citation, FieldError},
    time::TimeZone,
};
pub use fill::{Fill, Markup, Says, Sentence, Spoken, Take};
use fluent_templates::{
    LanguageIdentifier,
    fluent_bundle::{FluentValue, types::FluentNumber},
};
pub use lang::Lang;
use std::{borrow::Cow, collections::HashMap};

fluent_templates::static_loader! {
    static CATALOGUE = {
        locales: "./locales",
        fallback_language: "id",
        customise: |bundle| {
            bundle.set_use_isolating(false);
            // The separator of thousands differs; the formatter is not told the language, so there are two.
            let english = bundle.locales.first().is_some_and(|l| l.language.as_str() == "en");
            bundle.set_formatter(Some(if english { |v, _| number(v, ',') } else { |v, _| number(v, '.') }));
        },
    };
}

/// Writes whole numbers with thousands apart, except where the gap says otherwise (years).
fn number(value: &FluentValue<'_>, separator: char) -> Option<String> {
    let FluentValue::Number(n) = value else { return None };
    let digits = format!("{:.0}", n.value);
    Some(if n.options.use_grouping { group(&digits, separator) } else { digits })
}

/// `12345` as `12.345`.
fn group(digits: &str, separator: char) -> String {
    let (sign, body) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    out.push_str(sign);
    for (i, digit) in body.chars().enumerate() {
        if i > 0 && (body.len() - i).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// The reader's language, clock and day. Cheap to copy; every [`Page`](crate::page::Page) derefs to it, so a
/// template writes `{{ page.t("plan-title") }}`.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Language.
    pub lang: Lang,
    /// The agency's clock.
    pub zone: TimeZone,
    /// The instant the page is made.
    pub now: DateTime<Utc>,
}

impl Words {
    /// The date on the agency's wall.
    pub fn today(&self) -> NaiveDate {
        self.zone.date(self.now)
    }

    /// A sentence without gaps.
    pub fn t(&self, key: &str) -> String {
        self.look_up(key, None)
    }

    /// A sentence with gaps: `{{ page.say("plan-count").with("n", count) }}`.
    pub fn say(&self, key: &str) -> Sentence {
        Sentence::new(*self, key)
    }

    /// A domain sentence.
    pub fn text(&self, text: impl Spoken) -> String {
        let text = text.spoken();
        if text.args.is_empty() {
            return self.t(&text.key);
        }
        let args = text.args.iter().map(|(name, arg)| (name.clone(), self.value(name, arg))).collect();
        self.look_up(&text.key, Some(&args))
    }

    /// The label of a code: `page.label("role", "auditor")` is the sentence `role-auditor` (labels.ftl). Most domain
    /// types name their sentence themselves: `page.text(rating.label())`.
    pub fn label(&self, family: &str, code: &str) -> String {
        self.t(&label_key(family, code))
    }

    /// The label of a code, or other words where the catalogue has none.
    pub fn label_or(&self, family: &str, code: &str, other: &str) -> String {
        self.find(&label_key(family, code), None).unwrap_or_else(|| other.to_owned())
    }

    /// The name of a form field for lists of errors, by its last part: `rhk.<id>.text` is `field-text`; `None` where
    /// the catalogue gives it none.
    pub fn field_name(&self, field: &str) -> Option<String> {
        let last = field.rsplit('.').next().unwrap_or(field);
        self.find(&label_key("field", last), None)
    }

    /// The name of the field before an error that does not name it itself ("Bagian ini belum diisi."), for the list
    /// above a form.
    pub fn before_error(&self, error: &FieldError) -> Option<String> {
        error.text.key.starts_with("form-").then(|| self.field_name(&error.field)).flatten()
    }

    /// Where a rule stands: `PermenPANRB 6/2022, Ps 14(1)`.
    pub fn cite(&self, cite: &Citation) -> String {
        let named = self.find(&format!("policy-{}", cite.policy), None).unwrap_or_else(|| cite.policy.clone());
        format!("{named}, {}", cite.article)
    }

    /// An amount as this language writes it.
    pub fn amount(&self, amount: impl Take<Amount>) -> String {
        self.swap(amount.take().to_string())
    }

    /// A whole number with thousands apart.
    pub fn n(&self, n: impl ToString) -> String {
        group(&n.to_string(), if self.lang == Lang::En { ',' } else { '.' })
    }

    /// Basis points as per cent: `8250` is `82,5 %`.
    pub fn percent(&self, basis_points: impl Take<i64>) -> String {
        format!("{}\u{a0}%", self.amount(Amount(basis_points.take() * 100)))
    }

    /// Bytes as people say them: `340 kB`, `2,4 MB`.
    pub fn size(&self, bytes: impl Take<u64>) -> String {
        let bytes = bytes.take();
        if bytes < 1_000_000 {
            format!("{}\u{a0}kB", self.n(bytes.div_ceil(1000)))
        } else {
            format!("{}\u{a0}MB", self.amount(Amount((bytes / 100_000) as i64 * 1000)))
        }
    }

    /// Points and commas change places in English.
    fn swap(&self, indonesian: String) -> String {
        if self.lang == Lang::Id {
            return indonesian;
        }
        indonesian
            .chars()
            .map(|c| {
                if c == '.' {
                    ','
                } else if c == ',' {
                    '.'
                } else {
                    c
                }
            })
            .collect()
    }

    fn value(&self, name: &str, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Str(s) => FluentValue::String(Cow::Owned(s.clone())),
            Arg::Num(n) => {
                let mut number = FluentNumber::from(*n);
                number.options.use_grouping = name != "year";
                FluentValue::Number(number)
            }
            Arg::Amount(amount) => FluentValue::String(Cow::Owned(self.amount(amount))),
            Arg::Date(date) => FluentValue::String(Cow::Owned(self.date(date))),
            Arg::At(at) => FluentValue::String(Cow::Owned(self.at(at))),
            Arg::Text(text) => FluentValue::String(Cow::Owned(self.text(text))),
        }
    }

    fn look_up(&self, key: &str, args: Option<&HashMap<Cow<'static, str>, FluentValue<'static>>>) -> String {
        self.find(key, args).unwrap_or_else(|| {
            tracing::error!(key, lang = self.lang.code(), "sentence missing from the catalogue, or a gap not filled");
            format!("[{key}]")
        })
    }

    fn find(&self, key: &str, args: Option<&HashMap<Cow<'static, str>, FluentValue<'static>>>) -> Option<String> {
        let lang: &LanguageIdentifier = self.lang.identifier();
        CATALOGUE.lookup_single_language(lang, key, args).ok()
    }
}

/// Codes are written with `_`, keys with `-`.
pub(crate) fn label_key(family: &str, code: &str) -> String {
    format!("{family}-{}", code.replace('_', "-"))
}
