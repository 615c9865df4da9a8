//! From form to marks and back.

use super::marks::{CANNOT_SAY, fields, in_fields, marks, revision};
use crate::form::Form;
use actions::Failure;
use domain::{
    decision::{FieldError, Refusal, Text},
    scheme::Role,
};

#[test]
fn what_is_saved_comes_back_as_it_was() {
    let (scheme, saved) = super::sample::saved();
    let mut form = Form::of(fields(&saved));
    assert_eq!(marks(&mut form, &scheme, Role::Rekan), saved.sheet.marks);
    assert_eq!(revision(&form), Some(saved.revision));
    assert!(!form.wrong());
}

#[test]
fn only_the_criteria_of_the_role_are_read_and_only_levels() {
    let (scheme, _) = super::sample::saved();
    let mut form = Form::of([("ketepatan.level", "tinggi"), ("asing.level", "3"), ("tenggat.level", CANNOT_SAY)]);
    let read = marks(&mut form, &scheme, Role::Rekan);
    let rated: Vec<&str> = scheme.rated_by(Role::Rekan).map(|criterion| criterion.code.as_str()).collect();
    assert_eq!(read.iter().map(|mark| mark.criterion.as_str()).collect::<Vec<_>>(), rated);
    assert!(read.iter().all(|mark| mark.level.is_none()));
    assert!(form.error("ketepatan.level").is_some() && form.error("tenggat.level").is_none());
}

#[test]
fn what_is_missing_says_of_which_criterion() {
    let (scheme, _) = super::sample::saved();
    let error = FieldError::new("ketepatan.level", Text::new("scheme-level-missing"));
    let outcome: Result<(), Failure> = Err(Refusal::Fields(vec![error]).into());
    let Err(Failure::Refused(Refusal::Fields(named))) = in_fields(outcome, &scheme, None) else { panic!() };
    assert_eq!(named[0].text.key, "assessment-error-in");
    assert!(named[0].text.args.iter().any(|(name, arg)| name == "what" && *arg == "Ketepatan jawaban".into()));
}
