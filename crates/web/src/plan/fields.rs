//! Names of the fields of an intended result: `text`, `indicator.<position>.target_unit`.

use actions::Failure;
use domain::{
    decision::{FieldError, Refusal},
    ids::IndicatorId,
};

/// The field of the form in which a part of an indicator is typed.
pub(super) fn of_domain(part: &str) -> &str {
    match part {
        "target_amount" => "target",
        other => other,
    }
}

/// One indicator of the form: its position, and the names of its fields.
#[derive(Clone, Debug)]
pub(super) struct Names {
    /// Shown number, from 1.
    pub number: usize,
    /// Hidden: the id it has been saved under.
    pub id: String,
    /// Aspek.
    pub aspek: String,
    /// Perspektif.
    pub perspektif: String,
    /// The indicator.
    pub text: String,
    /// Target, or lower bound.
    pub target: String,
    /// Upper bound.
    pub upper: String,
    /// Unit.
    pub unit: String,
    /// Target as written in the source.
    pub written: String,
    /// How entries add up.
    pub tally: String,
    /// Which way is better.
    pub direction: String,
    /// Take it out.
    pub remove: String,
}

impl Names {
    /// At a position.
    pub fn at(position: &str, number: usize) -> Self {
        let name = |part: &str| format!("indicator.{position}.{part}");
        Self {
            number,
            id: name("id"),
            aspek: name("aspek"),
            perspektif: name("perspektif"),
            text: name("text"),
            target: name("target"),
            upper: name("target_upper"),
            unit: name("target_unit"),
            written: name("target_written"),
            tally: name("tally"),
            direction: name("direction"),
            remove: name("remove"),
        }
    }
}

/// Puts errors that name domain ids beside the fields of the form. `ids` stand in the order of the positions.
pub(super) fn beside<T>(outcome: Result<T, Failure>, ids: &[(IndicatorId, String)]) -> Result<T, Failure> {
    outcome.map_err(|failure| match failure {
        Failure::Refused(Refusal::Fields(errors)) => {
            Failure::Refused(Refusal::Fields(errors.into_iter().map(|error| renamed(error, ids)).collect()))
        }
        other => other,
    })
}

fn renamed(error: FieldError, ids: &[(IndicatorId, String)]) -> FieldError {
    let mut parts = error.field.split('.');
    let field = match (parts.next(), parts.next(), parts.next()) {
        (Some("rhk"), Some(_), Some(part)) => part.to_owned(),
        (Some("indicator"), Some(id), Some(part)) => {
            let position = ids.iter().find(|(known, _)| known.to_string() == id).map_or(id, |(_, at)| at.as_str());
            format!("indicator.{position}.{}", of_domain(part))
        }
        _ => error.field.clone(),
    };
    FieldError { field, ..error }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::decision::Text;
    use uuid::Uuid;

    #[test]
    fn errors_stand_beside_the_fields_of_the_form() {
        let ids = [(IndicatorId(Uuid::from_u128(7)), "2".to_owned())];
        for (domain, form) in [
            ("rhk.00000000-0000-0000-0000-000000000001.text", "text"),
            ("indicator.00000000-0000-0000-0000-000000000007.target_unit", "indicator.2.target_unit"),
            ("indicator.00000000-0000-0000-0000-000000000007.target_amount", "indicator.2.target"),
            ("supports", "supports"),
        ] {
            assert_eq!(renamed(FieldError::new(domain, Text::new("form-required")), &ids).field, form);
        }
    }
}
