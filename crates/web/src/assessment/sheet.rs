//! From a form to answers and back. Fields carry the names the domain gives its errors:
//! `rhk.<id>.rating`, `nilai.<code>.reason`, `hasil_kerja.rating`, `rhk.<id>.evidence`.

use crate::{error::WebError, form::Form, session::Visit};
use actions::{Failure, assessment::see_desk::Desk};
use domain::{
    assessment::{Answer, Assessment, RaterRole, Rating, Subject, rate::subjects},
    decision::{FieldError, Refusal, Text},
    evidence::Evidence,
    ids::EvidenceId,
    plan::Skp,
};

/// Key under which the form of a role saves itself.
pub fn draft_key(desk: &Desk, role: RaterRole) -> String {
    let form = match role {
        RaterRole::Diri => "diri",
        RaterRole::Penilai => "meja",
    };
    format!("{form}-{}-{}", desk.period.id, desk.skp.id)
}

/// The form as it was left: what was typed and not saved, else what is saved, else empty.
pub async fn left(visit: &Visit, key: &str, saved: Option<&Assessment>) -> Result<(Form, bool), WebError> {
    let saved = Form::of(saved.map(fields).unwrap_or_default());
    Ok(match visit.draft(key).await? {
        Some(draft) => (draft, true),
        None => (saved, false),
    })
}

/// What is saved, field by field.
pub fn fields(saved: &Assessment) -> Vec<(String, String)> {
    let mut fields = vec![("revision".to_owned(), saved.revision.to_string())];
    for answer in &saved.answers {
        let name = answer.subject.field();
        fields.extend(answer.rating.map(|rating| (format!("{name}.rating"), rating.code().to_owned())));
        fields.push((format!("{name}.reason"), answer.reason.clone()));
        fields.extend(answer.evidence.iter().map(|id| (format!("{name}.evidence"), id.to_string())));
    }
    fields
}

/// The answers in a form; evidence of other plans is left out.
pub fn answers(form: &mut Form, skp: &Skp, evidence: &[Evidence], role: RaterRole) -> Vec<Answer> {
    subjects(skp, role)
        .into_iter()
        .map(|subject| {
            let name = subject.field();
            let rating = form.choice(&format!("{name}.rating"), Rating::from_code);
            let reason = form.text(&format!("{name}.reason"));
            let chosen =
                form.all(&format!("{name}.evidence")).into_iter().filter_map(|id| id.parse::<EvidenceId>().ok());
            let evidence = chosen.filter(|id| evidence.iter().any(|e| e.id == *id)).collect();
            Answer { subject, rating, reason, evidence }
        })
        .collect()
}

/// The revision that was on the page; `None` when nothing was saved yet.
pub fn revision(form: &Form) -> Option<i64> {
    form.value("revision").parse().ok()
}

/// Fits a refusal to the form. When somebody saved meanwhile: what stands saved, in the names of this form, so that both
/// can be compared. When something is missing: which result or value it is about, since the form has many alike.
pub fn in_fields<T>(outcome: Result<T, Failure>, skp: &Skp, saved: Option<&Assessment>) -> Result<T, Failure> {
    match (outcome, saved) {
        (Err(Failure::Refused(Refusal::Fields(errors))), _) => {
            Err(Refusal::Fields(errors.into_iter().map(|error| named(error, skp)).collect()).into())
        }
        (Err(Failure::Refused(Refusal::Conflict(mut conflict))), Some(saved)) => {
            conflict.now = fields(saved);
            Err(Refusal::Conflict(conflict).into())
        }
        (outcome, _) => outcome,
    }
}

fn named(error: FieldError, skp: &Skp) -> FieldError {
    let subjects = subjects(skp, RaterRole::Penilai);
    let about = subjects
        .into_iter()
        .enumerate()
        .find(|(_, subject)| error.field.strip_prefix(&subject.field()).is_some_and(|rest| rest.starts_with('.')));
    let what = match about {
        // Results come first in the form, so their place is their number.
        Some((at, Subject::Rhk(_))) => Text::new("assessment-result-n").with("n", at as i64 + 1),
        Some((_, Subject::Nilai(nilai))) => nilai.label(),
        _ => return error,
    };
    FieldError { text: Text::new("assessment-error-in").with("what", what).with("error", error.text), ..error }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::line::sample;
    use chrono::NaiveDate;

    fn given() -> sample::Sample {
        let day = NaiveDate::from_ymd_opt(2026, 7, 7).unwrap();
        sample::sample(day, day.and_hms_opt(3, 0, 0).unwrap().and_utc())
    }

    #[test]
    fn what_is_saved_comes_back_as_it_was() {
        let sample = given();
        for (saved, role) in [(&sample.own, RaterRole::Diri), (&sample.theirs, RaterRole::Penilai)] {
            let mut form = Form::of(fields(saved));
            assert_eq!(answers(&mut form, &sample.skp, &sample.evidence, role), saved.answers);
            assert_eq!(revision(&form), Some(2));
            assert!(!form.wrong());
        }
    }

    #[test]
    fn what_is_missing_says_where() {
        let sample = given();
        let rhk = sample.skp.content.results[1].id;
        let errors = [format!("rhk.{rhk}.rating"), "nilai.loyal.reason".into(), "hasil_kerja.rating".into()]
            .map(|field| FieldError::new(field, Text::new("form-required")));
        let outcome: Result<(), Failure> = Err(Refusal::Fields(errors.to_vec()).into());
        let Err(Failure::Refused(Refusal::Fields(named))) = in_fields(outcome, &sample.skp, None) else { panic!() };
        let what: Vec<_> = named.iter().map(|e| (e.text.key.as_ref(), e.text.args.first().cloned())).collect();
        let second = Text::new("assessment-result-n").with("n", 2_i64);
        assert_eq!(what[0], ("assessment-error-in", Some(("what".into(), second.into()))));
        assert_eq!(what[1], ("assessment-error-in", Some(("what".into(), domain::plan::Nilai::Loyal.label().into()))));
        assert_eq!(what[2], ("form-required", None));
    }

    #[test]
    fn a_rating_that_is_none_and_foreign_evidence_do_not_get_in() {
        let sample = given();
        let rhk = sample.skp.content.results[0].id;
        let name = Subject::Rhk(rhk).field();
        let mut form = Form::of([
            (format!("{name}.rating"), "sangat_baik".to_owned()),
            (format!("{name}.evidence"), "00000000-0000-0000-0000-00000000ffff".to_owned()),
        ]);
        let answers = answers(&mut form, &sample.skp, &sample.evidence, RaterRole::Penilai);
        assert_eq!((answers[0].rating, answers[0].evidence.len()), (None, 0));
        assert!(form.error(&format!("{name}.rating")).is_some());
    }
}
