//! The stories of the requirements, told at the actions floor, on SQLite and on PostgreSQL. Each is named after the
//! requirement it tells. How they look on a page is told elsewhere.

mod assessing;
mod cycle;
mod planning;
mod reporting;
mod trust;

use actions::Failure;
use domain::decision::Refusal;

/// The field errors of a refusal: field and key.
#[track_caller]
fn fields<T: std::fmt::Debug>(outcome: Result<T, Failure>) -> Vec<(String, String)> {
    match outcome {
        Err(Failure::Refused(Refusal::Fields(errors))) => {
            errors.into_iter().map(|error| (error.field, error.text.key.into_owned())).collect()
        }
        other => panic!("not a refusal of fields: {other:?}"),
    }
}

/// The rule in the way, by its key.
#[track_caller]
fn rule<T: std::fmt::Debug>(outcome: Result<T, Failure>) -> String {
    match outcome {
        Err(Failure::Refused(Refusal::Rule(broken))) => broken.says.key.into_owned(),
        other => panic!("not a refusal by a rule: {other:?}"),
    }
}

/// The action that was denied.
#[track_caller]
fn denied<T: std::fmt::Debug>(outcome: Result<T, Failure>) -> String {
    match outcome {
        Err(Failure::Refused(Refusal::Denied(denied))) => denied.action,
        other => panic!("not denied: {other:?}"),
    }
}

/// Nothing is said about what is not for this person.
#[track_caller]
fn not_found<T: std::fmt::Debug>(outcome: Result<T, Failure>) {
    match outcome {
        Err(Failure::Refused(Refusal::NotFound(_))) => {}
        other => panic!("found: {other:?}"),
    }
}
