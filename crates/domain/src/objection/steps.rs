//! Filing, asking both, hearing both, deciding: each with its conditions, each refusal with its rule.

use super::{Frame, Objection, Outcome, Ruling, Side, State, Statement, clock, state};
use crate::{
    decision::{FieldError, Reason, Refusal, Text},
    evaluation::{document::Route, predikat},
    ids::{EmployeeId, ObjectionId},
    policy::Rule,
};
use chrono::{DateTime, Utc};

/// Shortest reason of an objection or of a decision, in characters (certainty: assumption; the law asks for reasons).
pub const MIN_REASONS: usize = 30;
/// Shortest statement of a side, in characters (certainty: assumption).
pub const MIN_STATEMENT: usize = 10;

/// May the employee file now? `before` is an objection against the same result, if there is one.
pub fn may_file(before: Option<&Objection>, frame: Frame<'_>, at: DateTime<Utc>) -> Result<(), Refusal> {
    if let Some(before) = before {
        return Err(Refusal::rule(Text::new("objection-already").with("state", state(before).label()))
            .cited(frame.cite("final"))
            .next(Text::new("objection-already-next")));
    }
    if frame.route == Route::Atasan {
        let clause = frame.policy.clauses.get(Rule::FinalResults, "tanpa-keberatan");
        let cite = clause.map_or_else(|| frame.cite("final"), |clause| clause.cite.clone());
        return Err(Refusal::rule(Text::new("objection-result-final"))
            .cited(cite)
            .next(Text::new("objection-talk-next")));
    }
    let Some(last) = clock::last_day_to_file(frame) else {
        return Err(Refusal::rule(Text::new("objection-not-delivered"))
            .cited(frame.policy.document.objection_filed.cite.clone())
            .next(Text::new("objection-not-delivered-next")));
    };
    let today = frame.date(at);
    if today > last {
        return Err(Refusal::rule(
            Text::new("objection-too-late")
                .with("days", frame.policy.document.objection_filed.value)
                .with("last", last),
        )
        .cited(frame.policy.document.objection_filed.cite.clone())
        .next(Text::new("objection-talk-next")));
    }
    Ok(())
}

/// The employee files an objection with reasons.
pub fn file(
    id: ObjectionId,
    before: Option<&Objection>,
    reasons: &str,
    by: EmployeeId,
    frame: Frame<'_>,
    at: DateTime<Utc>,
) -> Result<Objection, Refusal> {
    if by != frame.evaluation.employee {
        return Err(Refusal::rule(Text::new("objection-not-yours")).cited(frame.cite("pengajuan")));
    }
    may_file(before, frame, at)?;
    long_enough("objection_reasons", reasons, MIN_REASONS)?;
    Ok(Objection {
        id,
        evaluation: frame.evaluation.id,
        by,
        reasons: reasons.trim().to_owned(),
        filed_at: at,
        asked_at: None,
        rater: None,
        employee: None,
        ruling: None,
    })
}

/// The superior takes it up and asks both sides for their word in writing.
pub fn ask(
    mut objection: Objection,
    by: EmployeeId,
    frame: Frame<'_>,
    at: DateTime<Utc>,
) -> Result<Objection, Refusal> {
    open(&objection, frame)?;
    only_superior(by, frame)?;
    if objection.asked_at.is_some() {
        return Err(Refusal::rule(Text::new("objection-already-asked")).cited(frame.cite("pemeriksaan")));
    }
    objection.asked_at = Some(at.max(objection.filed_at));
    Ok(objection)
}

/// One side answers. It may be written again until the decision: the last word counts.
pub fn say(
    mut objection: Objection,
    side: Side,
    words: &str,
    by: EmployeeId,
    frame: Frame<'_>,
    at: DateTime<Utc>,
) -> Result<Objection, Refusal> {
    open(&objection, frame)?;
    let Some(asked) = objection.asked_at else {
        return Err(Refusal::rule(Text::new("objection-not-asked"))
            .cited(frame.cite("pemeriksaan"))
            .next(Text::new("objection-not-asked-next")));
    };
    let expected = match side {
        Side::Rater => frame.evaluation.evaluator,
        Side::Employee => frame.evaluation.employee,
    };
    if by != expected {
        return Err(Refusal::rule(Text::new("objection-not-your-word")).cited(frame.cite("pemeriksaan")));
    }
    long_enough("objection_statement", words, MIN_STATEMENT)?;
    let statement = Statement { by, words: words.trim().to_owned(), at: at.max(asked) };
    match side {
        Side::Rater => objection.rater = Some(statement),
        Side::Employee => objection.employee = Some(statement),
    }
    Ok(objection)
}

/// What the superior decides.
#[derive(Clone, Copy, Debug)]
pub struct Verdict<'a> {
    /// What.
    pub outcome: Outcome,
    /// Why.
    pub reasons: &'a str,
    /// New recommendation, if any.
    pub recommendation: &'a str,
}

/// The superior decides. Both must have been asked; a side that stays silent cannot hold it up beyond the last day.
/// After the last day the decision is late, which is said, and still valid.
pub fn decide(
    mut objection: Objection,
    verdict: Verdict<'_>,
    by: EmployeeId,
    frame: Frame<'_>,
    at: DateTime<Utc>,
) -> Result<Objection, Refusal> {
    open(&objection, frame)?;
    only_superior(by, frame)?;
    let due = clock::decision_due(&objection, frame);
    let unheard = [(&objection.rater, "objection-side-rater"), (&objection.employee, "objection-side-employee")]
        .into_iter()
        .find(|(statement, _)| statement.is_none());
    if let Some((_, side)) = unheard
        && (objection.asked_at.is_none() || frame.date(at) < due)
    {
        return Err(Refusal::rule(Text::new("objection-both-heard").with("side", Text::new(side)))
            .cited(frame.cite("pemeriksaan"))
            .next(Text::new("objection-both-heard-next").with("due", due)));
    }
    long_enough("objection_reasons", verdict.reasons, MIN_REASONS)?;
    let was = frame.evaluation;
    let (predikat, changed) = match verdict.outcome {
        Outcome::Menguatkan => (was.predikat, None),
        Outcome::Mengubah { hasil, perilaku } if (hasil, perilaku) == (was.hasil, was.perilaku) => {
            return Err(Refusal::rule(Text::new("objection-nothing-changed"))
                .cited(frame.cite("putusan"))
                .next(Text::new("objection-nothing-changed-next")));
        }
        Outcome::Mengubah { hasil, perilaku } => {
            let follows = predikat::predikat(hasil, perilaku, frame.policy);
            (follows.value, Some(follows.because))
        }
    };
    let because = explain(&objection, verdict, changed, frame, at)
        .resting_on([clock::on_time(&objection, frame, at)])
        .resting_on([Reason::new(Text::new("objection-final")).cited(frame.cite("final"))]);
    objection.ruling = Some(Ruling {
        outcome: verdict.outcome,
        predikat,
        reasons: verdict.reasons.trim().to_owned(),
        recommendation: verdict.recommendation.trim().to_owned(),
        by,
        at,
        because,
    });
    Ok(objection)
}

fn explain(
    objection: &Objection,
    verdict: Verdict<'_>,
    changed: Option<Reason>,
    frame: Frame<'_>,
    at: DateTime<Utc>,
) -> Reason {
    let key = match verdict.outcome {
        Outcome::Menguatkan => "objection-upheld",
        Outcome::Mengubah { .. } => "objection-changed",
    };
    let word = |statement: &Option<Statement>, said, silent| match statement {
        Some(statement) => Text::new(said).with("words", statement.words.as_str()).with("at", statement.at),
        None => Text::new(silent),
    };
    Reason::new(Text::new(key).with("at", at).with("was", frame.evaluation.predikat.label()))
        .cited(frame.cite("putusan"))
        .resting_on([
            Reason::new(
                Text::new("objection-said").with("reasons", objection.reasons.as_str()).with("at", objection.filed_at),
            )
            .cited(frame.cite("pengajuan")),
            Reason::new(word(&objection.rater, "objection-rater-said", "objection-rater-silent"))
                .cited(frame.cite("pemeriksaan")),
            Reason::new(word(&objection.employee, "objection-employee-said", "objection-employee-silent"))
                .cited(frame.cite("pemeriksaan")),
            Reason::new(Text::new("objection-superior-said").with("reasons", verdict.reasons.trim())),
        ])
        .resting_on(changed)
}

fn open(objection: &Objection, frame: Frame<'_>) -> Result<(), Refusal> {
    let now = state(objection);
    if matches!(now, State::Dikuatkan | State::Diubah) {
        return Err(
            Refusal::rule(Text::new("objection-is-decided").with("state", now.label())).cited(frame.cite("final"))
        );
    }
    Ok(())
}

fn only_superior(by: EmployeeId, frame: Frame<'_>) -> Result<(), Refusal> {
    let party = [frame.evaluation.evaluator, frame.evaluation.employee].contains(&by);
    if by != frame.superior || party {
        return Err(Refusal::rule(Text::new("objection-only-superior")).cited(frame.cite("putusan")));
    }
    Ok(())
}

fn long_enough(field: &'static str, text: &str, min: usize) -> Result<(), Refusal> {
    if text.trim().chars().count() < min {
        let says = Text::new("objection-too-short").with("min", min as i64);
        return Err(Refusal::Fields(vec![FieldError::new(field, says)]));
    }
    Ok(())
}
