//! Rating: what must be said, who goes first, and who may rate when. What the regulation's guidance would say is in
//! [`super::guidance`].
//! Ratings are judgements of people; nothing here derives one from numbers (Anak Lampiran 4, footnote ****).

pub use super::guidance::{Tallied, advise, hint, tally};
use super::{Answer, Assessment, RaterRole, Rating, Subject};
use crate::{
    decision::{FieldError, Refusal, Text},
    permissions::Facts,
    plan::{Nilai, Skp},
    policy::Policy,
    time::Holidays,
};
use chrono::{DateTime, NaiveDate, Utc};

/// Shortest reason for one answer, in characters (certainty: assumption; "ok" is no reason).
pub const MIN_REASON: usize = 10;
/// Shortest reason for the rating of hasil kerja or perilaku kerja as a whole (certainty: assumption).
pub const MIN_OVERALL_REASON: usize = 20;

impl Rating {
    /// Its name for people.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Dibawah => "assessment-rating-dibawah",
            Self::Sesuai => "assessment-rating-sesuai",
            Self::Diatas => "assessment-rating-diatas",
        })
    }
}

impl Subject {
    /// The beginning of its fields' names: `rhk.<id>`, `nilai.<code>`, `hasil_kerja`, `perilaku_kerja`.
    pub fn field(self) -> String {
        match self {
            Self::Rhk(id) => format!("rhk.{id}"),
            Self::Nilai(nilai) => format!("nilai.{}", nilai.code()),
            Self::HasilKerja => "hasil_kerja".to_owned(),
            Self::PerilakuKerja => "perilaku_kerja".to_owned(),
        }
    }
}

/// Everything a rater of this role answers, in the order of the form.
pub fn subjects(skp: &Skp, role: RaterRole) -> Vec<Subject> {
    let mut results: Vec<_> = skp.content.results.iter().collect();
    results.sort_by_key(|rhk| rhk.kind);
    let mut all: Vec<Subject> = results.into_iter().map(|rhk| Subject::Rhk(rhk.id)).collect();
    if role == RaterRole::Penilai {
        all.push(Subject::HasilKerja);
    }
    all.extend(Nilai::ALL.map(Subject::Nilai));
    if role == RaterRole::Penilai {
        all.push(Subject::PerilakuKerja);
    }
    all
}

/// What is still missing before it can be sent.
///
/// Every subject needs a rating. Reasons: each result (both roles); both overall ratings (supervisor); a value the
/// supervisor rates other than *sesuai*, since that is what the employee will ask about.
pub fn check_complete(skp: &Skp, role: RaterRole, answers: &[Answer]) -> Vec<FieldError> {
    let mut errors = Vec::new();
    for subject in subjects(skp, role) {
        let answer = answers.iter().find(|answer| answer.subject == subject);
        let field = subject.field();
        let rating = answer.and_then(|answer| answer.rating);
        if rating.is_none() {
            errors.push(FieldError::new(format!("{field}.rating"), Text::new(needs_rating(subject))));
        }
        let least = match subject {
            Subject::Rhk(_) => MIN_REASON,
            Subject::HasilKerja | Subject::PerilakuKerja => MIN_OVERALL_REASON,
            Subject::Nilai(_) if role == RaterRole::Penilai && rating.is_some_and(|r| r != Rating::Sesuai) => {
                MIN_REASON
            }
            Subject::Nilai(_) => 0,
        };
        let said = answer.map_or(0, |answer| answer.reason.trim().chars().count());
        if said < least {
            let text = Text::new("assessment-needs-reason").with("min", least as i64).with("have", said as i64);
            errors.push(FieldError::new(format!("{field}.reason"), text));
        }
    }
    errors
}

const fn needs_rating(subject: Subject) -> &'static str {
    match subject {
        Subject::Rhk(_) => "assessment-rhk-needs-rating",
        Subject::Nilai(_) => "assessment-nilai-needs-rating",
        Subject::HasilKerja => "assessment-hasil-needs-rating",
        Subject::PerilakuKerja => "assessment-perilaku-needs-rating",
    }
}

/// May the supervisor rate: has the self-assessment been sent, where the scheme asks for it (R10)?
pub fn may_rate(self_assessment: Option<&Assessment>, policy: &Policy, employee_name: &str) -> Result<(), Refusal> {
    let sent = self_assessment.is_some_and(|a| a.role == RaterRole::Diri && a.sent_at.is_some());
    match &policy.self_first {
        Some(rule) if rule.value && !sent => {
            Err(Refusal::rule(Text::new("assessment-self-first").with("name", employee_name))
                .cited(rule.cite.clone())
                .next(Text::new("assessment-self-first-next").with("name", employee_name)))
        }
        _ => Ok(()),
    }
}

/// The same, on a day: once the scheme's days of grace after the period's end are over, a missing self-assessment no
/// longer holds up the evaluation the law demands. The result will say openly that it was missing.
pub fn may_rate_on(
    self_assessment: Option<&Assessment>,
    policy: &Policy,
    employee_name: &str,
    period_ends: NaiveDate,
    today: NaiveDate,
    holidays: &Holidays,
) -> Result<(), Refusal> {
    let refusal = match may_rate(self_assessment, policy, employee_name) {
        Ok(()) => return Ok(()),
        Err(refusal) => refusal,
    };
    match &policy.self_first_grace {
        Some(grace) if today > holidays.after(period_ends, grace.value) => Ok(()),
        Some(grace) => Err(refusal.next(
            Text::new("assessment-self-first-next-until")
                .with("name", employee_name)
                .with("until", holidays.after(period_ends, grace.value)),
        )),
        None => Err(refusal),
    }
}

/// Whose turn is it: the rater's; the superior's only after the rater's time is over (Bab IV.A.11).
pub fn turn(facts: &Facts, window_ends: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    let cite = crate::policy::permenpanrb("Bab IV.A.11");
    if facts.is_rater || (facts.is_superior && today > window_ends) {
        Ok(())
    } else if facts.is_superior {
        Err(Refusal::rule(Text::new("assessment-rater-still-has-time").with("until", window_ends))
            .cited(cite)
            .next(Text::new("assessment-rater-still-has-time-next")))
    } else {
        Err(Refusal::rule(Text::new("assessment-not-your-turn")).cited(cite))
    }
}

/// Sends a complete assessment; from then on it stands.
pub fn send(mut assessment: Assessment, skp: &Skp, at: DateTime<Utc>) -> Result<Assessment, Refusal> {
    if let Some(sent) = assessment.sent_at {
        return Err(Refusal::rule(Text::new("assessment-sent-and-stands").with("at", sent)));
    }
    if assessment.skp != skp.id {
        return Err(Refusal::NotFound(format!("assessment {}", assessment.id)));
    }
    let errors = check_complete(skp, assessment.role, &assessment.answers);
    if !errors.is_empty() {
        return Err(Refusal::Fields(errors));
    }
    assessment.sent_at = Some(at);
    Ok(assessment)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{assessment, day, id, library, noon, plan, policy, set_plan};
    use Rating::{Diatas, Sesuai};

    fn keys(errors: &[FieldError]) -> Vec<(&str, &str)> {
        errors.iter().map(|e| (e.field.as_str(), e.text.key.as_ref())).collect()
    }

    #[test]
    fn r10_supervisor_waits_for_self_assessment() {
        let (policy, skp) = (policy(), set_plan().0);
        let sent = assessment(RaterRole::Diri, &skp, Sesuai, Sesuai, Sesuai);
        let mut draft = sent.clone();
        draft.sent_at = None;
        for missing in [None, Some(&draft)] {
            let Err(Refusal::Rule(broken)) = may_rate(missing, &policy, "Ratna") else { panic!() };
            assert_eq!(broken.says.key, "assessment-self-first");
            assert!(broken.says.args.contains(&("name".into(), "Ratna".into())));
            let cite = broken.cite.unwrap();
            assert_eq!(cite.policy, "bengkulu");
            assert!(cite.article.contains("R10"), "{}", cite.article);
            assert_eq!(broken.next.unwrap().key, "assessment-self-first-next");
        }
        assert!(may_rate(Some(&sent), &policy, "Ratna").is_ok());
        let law_only = library().in_force("nasional", day(2026, 6, 30)).unwrap();
        assert!(may_rate(None, &law_only, "Ratna").is_ok(), "the law alone does not ask for it");
    }

    #[test]
    fn nobody_can_hold_up_the_evaluation_for_ever() {
        let (policy, holidays, end) = (policy(), library().holidays().clone(), day(2026, 6, 30));
        let may = |today| may_rate_on(None, &policy, "Ratna", end, today, &holidays);
        let Err(Refusal::Rule(broken)) = may(day(2026, 7, 7)) else { panic!() };
        assert!(broken.next.unwrap().args.contains(&("until".into(), day(2026, 7, 7).into())));
        assert!(may(day(2026, 7, 8)).is_ok());
    }

    #[test]
    fn the_superior_rates_only_when_the_raters_time_is_over() {
        let ends = day(2027, 1, 31);
        assert!(turn(&Facts::rater(), ends, day(2027, 2, 15)).is_ok());
        assert!(turn(&Facts::superior(), ends, ends).is_err());
        assert!(turn(&Facts::superior(), ends, day(2027, 2, 1)).is_ok());
        assert!(turn(&Facts::own(), ends, day(2027, 2, 1)).is_err());
    }

    #[test]
    fn r8_what_each_role_must_say() {
        let skp = plan();
        let own = assessment(RaterRole::Diri, &skp, Sesuai, Sesuai, Sesuai);
        assert_eq!(check_complete(&skp, RaterRole::Diri, &own.answers), []);
        assert_eq!(check_complete(&skp, RaterRole::Diri, &[]).len(), 3 + 3 + 7);
        let full = assessment(RaterRole::Penilai, &skp, Sesuai, Sesuai, Sesuai);
        assert_eq!(check_complete(&skp, RaterRole::Penilai, &full.answers), []);
        assert_eq!(check_complete(&skp, RaterRole::Penilai, &[]).len(), 3 + 3 + 7 + 2 + 2);
        let mut terse = full.clone();
        for answer in &mut terse.answers {
            answer.reason = match answer.subject {
                Subject::HasilKerja => "baik sekali".into(),
                Subject::Nilai(_) => String::new(),
                _ => answer.reason.clone(),
            };
            if answer.subject == Subject::Nilai(Nilai::Loyal) {
                answer.rating = Some(Diatas);
            }
        }
        assert_eq!(
            keys(&check_complete(&skp, RaterRole::Penilai, &terse.answers)),
            [("hasil_kerja.reason", "assessment-needs-reason"), ("nilai.loyal.reason", "assessment-needs-reason")]
        );
        terse.answers.retain(|a| a.subject != Subject::Rhk(id(2)) && a.subject != Subject::Nilai(Nilai::Akuntabel));
        let field = Subject::Rhk(id(2)).field();
        let errors = check_complete(&skp, RaterRole::Penilai, &terse.answers);
        assert!(keys(&errors).contains(&(format!("{field}.rating").as_str(), "assessment-rhk-needs-rating")));
        assert!(keys(&errors).contains(&("nilai.akuntabel.rating", "assessment-nilai-needs-rating")));
    }

    #[test]
    fn what_is_sent_stands() {
        let skp = plan();
        let mut draft = assessment(RaterRole::Penilai, &skp, Sesuai, Sesuai, Sesuai);
        draft.sent_at = None;
        let at = noon(day(2027, 1, 8));
        let sent = send(draft.clone(), &skp, at).unwrap();
        assert_eq!(sent.sent_at, Some(at));
        assert!(matches!(send(sent, &skp, at), Err(Refusal::Rule(_))));
        draft.answers.pop();
        assert!(matches!(send(draft, &skp, at), Err(Refusal::Fields(_))));
    }
}
