//! From a form to answers and back. Fields carry the names the domain gives its errors:
//! `rhk.<id>.rating`, `nilai.<code>.reason`, `hasil_kerja.rating`, `rhk.<id>.evidence`.

use crate::{error::WebError, form::Form, session::Visit};
use actions::{Failure, assessment::see_desk::Desk};
use domain::{
    assessment::{Answer, Assessment, RaterRole, Rating, rate::subjects},
    decision::Refusal,
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

/// When somebody saved meanwhile, says what stands saved in the names of this form, so that both can be compared.
pub fn in_fields<T>(outcome: Result<T, Failure>, saved: Option<&Assessment>) -> Result<T, Failure> {
    match (outcome, saved) {
        (Err(Failure::Refused(Refusal::Conflict(mut conflict))), Some(saved)) => {
            conflict.now = fields(saved);
            Err(Refusal::Conflict(conflict).into())
        }
        (outcome, _) => outcome,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::line::sample;
    use chrono::NaiveDate;
    use domain::assessment::Subject;

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
