//! What stands between a plan and a signature, each with the field where it is mended.

use super::{fields, view::Viewer, words::name_of};
use domain::{
    decision::{FieldError, Text},
    ids::RhkId,
    plan::Line,
};

/// Something that stands between the plan and a signature.
pub(super) struct Missing {
    /// Where it is mended.
    pub href: String,
    /// In which line.
    pub line: String,
    /// What is missing.
    pub says: Text,
}

impl Viewer<'_> {
    /// What stands between the plan and a signature, each with the field where it is mended.
    pub fn missing(&self) -> Vec<Missing> {
        self.plan.missing.iter().map(|error| self.missing_in(error)).collect()
    }

    fn missing_in(&self, error: &FieldError) -> Missing {
        let says = error.text.clone();
        let mut parts = error.field.split('.');
        let found = match (parts.next(), parts.next(), parts.next()) {
            (Some("rhk"), Some(id), Some(part)) => id.parse().ok().map(|id: RhkId| {
                let field = if part == "indicators" { "indicator.0.text" } else { part };
                (Line::Rhk(id), self.at(&format!("hasil/{id}#{field}")))
            }),
            (Some("indicator"), Some(id), Some(part)) => self.content().results.iter().find_map(|rhk| {
                let at = rhk.indicators.iter().position(|i| i.id.to_string() == id)?;
                let field = fields::of_domain(part);
                let href = self.at(&format!("hasil/{}#indicator.{at}.{field}", rhk.id));
                Some((Line::Indicator(rhk.indicators[at].id), href))
            }),
            _ => None,
        };
        match found {
            Some((line, href)) => Missing { href, line: name_of(&self.words, line, self.content()), says },
            None => Missing { href: self.at("hasil/baru"), line: String::new(), says },
        }
    }
}
