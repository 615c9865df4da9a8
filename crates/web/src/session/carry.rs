//! What was typed into a form that could not be taken in (session over, database gone, saved from two windows):
//! carried along as hidden fields, so that one press saves it after all. Files cannot be carried; the page says so.

use crate::form::Form;

/// The fields of the log-in form that carry another form.
pub const TO: &str = "_kirim";
/// The carried fields, url-encoded.
pub const FIELDS: &str = "_bawa";

/// A form to be sent again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Where it was sent.
    pub to: String,
    /// What was typed.
    pub fields: Vec<(String, String)>,
    /// The form's key, so that it is still done once.
    pub once: Option<String>,
    /// Files that have to be chosen again.
    pub lost_files: bool,
}

impl Carried {
    /// From a form sent to `to`.
    pub fn of(form: &Form, to: &str) -> Self {
        Self {
            to: to.to_owned(),
            fields: form.typed_fields(),
            once: Some(form.value("_once").to_owned()).filter(|once| !once.is_empty()),
            lost_files: form.has_files(),
        }
    }

    /// Is there anything worth keeping?
    pub fn is_empty(&self) -> bool {
        self.fields.iter().all(|(_, value)| value.trim().is_empty())
    }

    /// What a person would recognise: the longer texts, not ids and codes.
    pub fn readable(&self) -> Vec<&str> {
        let words = |text: &&str| text.trim().contains(' ') && text.chars().any(char::is_alphabetic);
        self.fields.iter().map(|(_, value)| value.as_str()).filter(words).collect()
    }

    /// As one hidden field.
    pub fn packed(&self) -> String {
        let mut packed = form_urlencoded::Serializer::new(String::new());
        packed.extend_pairs(&self.fields);
        if let Some(once) = &self.once {
            packed.append_pair("_once", once);
        }
        packed.finish()
    }

    /// From the log-in form that carried it.
    pub fn unpack(login: &Form) -> Option<Self> {
        let to = super::local(login.value(TO));
        if to == "/" || login.value(FIELDS).is_empty() {
            return None;
        }
        let mut carried = Self { to: to.to_owned(), ..Self::default() };
        for (name, value) in form_urlencoded::parse(login.value(FIELDS).as_bytes()) {
            if name == "_once" {
                carried.once = Some(value.into_owned());
            } else {
                carried.fields.push((name.into_owned(), value.into_owned()));
            }
        }
        Some(carried)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_survives_the_log_in() {
        let form = Form::of([
            ("did", "Rapat & \"catatan\"\nbaris dua"),
            ("tag", "a"),
            ("tag", "b"),
            ("_csrf", "x"),
            ("_once", "018f0000-0000-7000-8000-000000000001"),
        ]);
        let carried = Carried::of(&form, "/laporan");
        assert_eq!(carried.readable(), ["Rapat & \"catatan\"\nbaris dua"]);
        let login = Form::of([(TO, "/laporan".to_owned()), (FIELDS, carried.packed())]);
        assert_eq!(Carried::unpack(&login), Some(carried));
        assert_eq!(Carried::unpack(&Form::of([(TO, "//jahat.id"), (FIELDS, "a=1")])), None);
        assert_eq!(Carried::unpack(&Form::new()), None);
    }
}
