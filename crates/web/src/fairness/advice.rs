//! Advice on words, beside the fields in which somebody writes about a person; shown to whoever writes and to nobody else.

use domain::{decision::Text, fairness::comment::Remark};

/// Advice by the beginning of a field's name.
pub type Remarked = Vec<(String, Vec<Text>)>;

/// What was found, in sentences.
pub fn told<K: ToString>(found: impl IntoIterator<Item = (K, Vec<Remark>)>) -> Remarked {
    let says = |(of, remarks): (K, Vec<Remark>)| (of.to_string(), remarks.iter().map(Remark::says).collect());
    found.into_iter().map(says).collect()
}

/// The advice beside one field.
pub fn beside(all: &[(String, Vec<Text>)], field: impl AsRef<str>) -> &[Text] {
    all.iter().find(|(of, _)| of == field.as_ref()).map_or(&[], |(_, says)| says)
}
