//! Filing, asking both, hearing both, deciding: each with its conditions, each refusal with its rule.

use super::{Frame, Grounds, Objection, Outcome, Ruling, Side, State, Statement, clock, state};
use crate::{
    decision::{FieldError, Reason, Refusal, Text},
    evaluation::{Evaluation, Predikat, document::Route, predikat},
    ids::{EmployeeId, EvaluationId, ObjectionId},
    policy::{Policy, Rule},
};
use chrono::{DateTime, Utc};

/// Shortest reason of an objection or of a decision, in characters (certainty: assumption; the law asks for reasons).
pub const MIN_REASONS: usize = 30;
/// Shortest statement of a side, in characters (certainty: assumption).
pub const MIN_STATEMENT: usize = 10;

/// May the employee file? `before` is an objection against the same result, or the one that led to it. A late
/// objection may be filed too: see [`clock::late_to_file`].
pub fn may_file(before: Option<&Objection>, frame: Frame<'_>) -> Result<(), Refusal> {
    if let Some(before) = before {
        return Err(Refusal::rule(Text::new("objection-already").with("state", state(before).label()))
            .cited(frame.cite("final"))
            .next(Text::new("objection-already-next")));
    }
    if frame.evaluation.predikat.is_none() {
        return Err(Refusal::rule(Text::new("objection-review-has-none"))
            .cited(frame.cite("pengajuan"))
            .next(Text::new("objection-talk-next")));
    }
    if frame.route == Route::Atasan {
        let clause = frame.policy.clauses.get(Rule::FinalResults, "tanpa-keberatan");
        let cite = clause.map_or_else(|| frame.cite("final"), |clause| clause.cite.clone());
        return Err(Refusal::rule(Text::new("objection-result-final"))
            .cited(cite)
            .next(Text::new("objection-talk-next")));
    }
    if clock::last_day_to_file(frame).is_none() {
        return Err(Refusal::rule(Text::new("objection-not-delivered"))
            .cited(frame.policy.document.objection_filed.cite.clone())
            .next(Text::new("objection-not-delivered-next")));
    }
    Ok(())
}

/// The employee files an objection with reasons; a late one also says why it is late.
pub fn file(
    id: ObjectionId,
    before: Option<&Objection>,
    grounds: Grounds,
    by: EmployeeId,
    frame: Frame<'_>,
    at: DateTime<Utc>,
) -> Result<Objection, Refusal> {
    if by != frame.evaluation.employee {
        return Err(Refusal::rule(Text::new("objection-not-yours")).cited(frame.cite("pengajuan")));
    }
    may_file(before, frame)?;
    long_enough("objection_reasons", &grounds.reasons, MIN_REASONS)?;
    let late = clock::late_to_file(frame, frame.date(at)).and(clock::last_day_to_file(frame));
    if let Some(last) = late
        && grounds.late_because.trim().chars().count() < MIN_STATEMENT
    {
        let days = &frame.policy.document.objection_filed;
        return Err(Refusal::rule(Text::new("objection-too-late").with("days", days.value).with("last", last))
            .cited(days.cite.clone())
            .next(Text::new("objection-too-late-next")));
    }
    let grounds = Grounds {
        reasons: grounds.reasons.trim().to_owned(),
        late_because: late.map(|_| grounds.late_because.trim().to_owned()).unwrap_or_default(),
        ..grounds
    };
    Ok(Objection {
        id,
        evaluation: frame.evaluation.id,
        by,
        grounds,
        filed_at: at,
        asked_at: None,
        rater: None,
        employee: None,
        ruling: None,
        changed: None,
        revision: 0,
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
    let predikat_was = was.predikat.ok_or_else(|| {
        Refusal::rule(Text::new("objection-review-has-none"))
            .cited(frame.cite("putusan"))
            .next(Text::new("objection-talk-next"))
    })?;
    let (predikat, changed) = match verdict.outcome {
        Outcome::Menguatkan => (predikat_was, None),
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
    let because = explain(&objection, verdict, (predikat_was, changed), frame, at)
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

/// The result that takes the place of the first when it is changed (D.1.3): signed by the superior, explained by the
/// decision and by what the first rested on; `None` when it is upheld or not decided.
pub fn changed(objection: &Objection, id: EvaluationId, first: &Evaluation, policy: &Policy) -> Option<Evaluation> {
    let ruling = objection.ruling.as_ref()?;
    let Outcome::Mengubah { hasil, perilaku } = ruling.outcome else { return None };
    let follows = predikat::predikat(hasil, perilaku, policy);
    let notes = if ruling.recommendation.is_empty() { &first.notes } else { &ruling.recommendation };
    Some(Evaluation {
        id,
        evaluator: ruling.by,
        hasil,
        perilaku,
        predikat: Some(follows.value),
        because: follows.because.resting_on([ruling.because.clone(), first.because.clone()]),
        notes: notes.clone(),
        signed_at: ruling.at,
        delivered_at: Some(ruling.at),
        acknowledged_at: None,
        ..first.clone()
    })
}

fn explain(
    objection: &Objection,
    verdict: Verdict<'_>,
    (was, changed): (Predikat, Option<Reason>),
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
    Reason::new(Text::new(key).with("at", at).with("was", was.label()))
        .cited(frame.cite("putusan"))
        .resting_on([
            Reason::new(
                Text::new("objection-said")
                    .with("reasons", objection.grounds.reasons.as_str())
                    .with("at", objection.filed_at),
            )
            .cited(frame.cite("pengajuan")),
            Reason::new(word(&objection.rater, "objection-rater-said", "objection-rater-silent"))
                .cited(frame.cite("pemeriksaan")),
            Reason::new(word(&objection.employee, "objection-employee-said", "objection-employee-silent"))
                .cited(frame.cite("pemeriksaan")),
            Reason::new(Text::new("objection-superior-said").with("reasons", verdict.reasons.trim())),
        ])
        .resting_on(late(objection, frame))
        .resting_on(changed)
}

/// That it was filed late, and why.
fn late(objection: &Objection, frame: Frame<'_>) -> Option<Reason> {
    let days = clock::late_to_file(frame, frame.date(objection.filed_at))?;
    let says =
        Text::new("objection-filed-late").with("days", days).with("reason", objection.grounds.late_because.as_str());
    Some(Reason::new(says).cited(frame.policy.document.objection_filed.cite.clone()))
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
