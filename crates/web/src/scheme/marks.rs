//! From a form to marks and back. Fields carry the names the domain gives its errors: `komunikasi.level`, `komunikasi.reason`,
//! `komunikasi.evidence`.

use crate::form::Form;
use actions::Failure;
use domain::{
    decision::{Refusal, Text},
    ids::{EvidenceId, PeriodId, SkpId},
    scheme::{Role, Scheme, nomination::Saved, sheet::Mark},
};

/// What stands for *I cannot say*, for those who are one voice among several.
pub const CANNOT_SAY: &str = "-";

/// Key under which the form saves itself.
pub fn draft_key(period: PeriodId, skp: SkpId) -> String {
    format!("kriteria-{period}-{skp}")
}

/// What is saved, field by field.
pub fn fields(saved: &Saved) -> Vec<(String, String)> {
    let mut fields = vec![("revision".to_owned(), saved.revision.to_string())];
    for mark in &saved.sheet.marks {
        let level = mark.level.map_or_else(|| CANNOT_SAY.to_owned(), |level| level.to_string());
        fields.push((format!("{}.level", mark.criterion), level));
        fields.push((format!("{}.reason", mark.criterion), mark.reason.clone()));
        fields.extend(mark.evidence.iter().map(|id| (format!("{}.evidence", mark.criterion), id.to_string())));
    }
    fields
}

/// The marks in a form: the criteria of the role, whatever else was sent. What is no level at all is a mistake beside its field; a
/// level outside the scale is refused by the rule.
pub fn marks(form: &mut Form, scheme: &Scheme, role: Role) -> Vec<Mark> {
    let read = |code: &str| if code == CANNOT_SAY { Some(0) } else { code.parse::<u8>().ok().filter(|n| *n > 0) };
    let criteria: Vec<&str> = scheme.rated_by(role).map(|criterion| criterion.code.as_str()).collect();
    criteria
        .into_iter()
        .map(|code| Mark {
            criterion: code.to_owned(),
            level: form.choice(&format!("{code}.level"), read).filter(|level| *level > 0),
            reason: form.text_up_to(&format!("{code}.reason"), 2_000),
            evidence: evidence(form, &format!("{code}.evidence")),
        })
        .collect()
}

/// The pieces chosen. What names none is a mistake beside its field; one that is not to be rested on is refused by the rule.
fn evidence(form: &mut Form, field: &str) -> Vec<EvidenceId> {
    let read: Result<Vec<EvidenceId>, _> = form.all(field).into_iter().map(str::parse).collect();
    let Ok(mut chosen) = read else {
        form.fail(field, Text::new("scheme-evidence-not-theirs"));
        return Vec::new();
    };
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

/// The revision that was on the page; `None` when nothing was saved yet.
pub fn revision(form: &Form) -> Option<i64> {
    form.value("revision").parse().ok()
}

/// Fits a refusal to the form. Saved in another window meanwhile: what stands saved, in the names of this form. Something missing:
/// which criterion it is about, since the form has many alike.
pub fn in_fields<T>(outcome: Result<T, Failure>, scheme: &Scheme, saved: Option<&Saved>) -> Result<T, Failure> {
    match (outcome, saved) {
        (Err(Failure::Refused(Refusal::Fields(mut errors))), _) => {
            for error in &mut errors {
                let code = error.field.split('.').next().unwrap_or_default();
                if let Some(criterion) = scheme.criterion(code) {
                    error.text = Text::new("assessment-error-in")
                        .with("what", criterion.name.as_str())
                        .with("error", error.text.clone());
                }
            }
            Err(Refusal::Fields(errors).into())
        }
        (Err(Failure::Refused(Refusal::Conflict(mut conflict))), Some(saved)) => {
            conflict.now = fields(saved);
            Err(Refusal::Conflict(conflict).into())
        }
        (outcome, _) => outcome,
    }
}
