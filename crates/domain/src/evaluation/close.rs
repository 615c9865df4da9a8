//! The three steps in their legal order (Ps 24(1), 25(1); Bab IV.B): what the organisation achieved, the pattern of
//! distribution, then each person's ratings and predicate. The tree of reasons is kept with the result.
//!
//! What is missing is said, never counted as zero: without the supervisor's ratings nothing is concluded, and an
//! organisation's achievement nobody has stated stands in the tree as not stated.

pub use super::distribution::{Distribution, distribution, pattern};
use super::{
    Capaian, Period, Predikat, Rhythm, UnitAchievement, predikat,
    transfer::{Earlier, by_time},
};
use crate::{
    assessment::{Answer, Assessment, RaterRole, Rating, Subject, rate},
    decision::{Reason, Refusal, Text},
    people::{Circumstance, circumstance::after_giving_up},
    plan::{Nilai, Skp, Version, takeover::Takeover},
    policy::{Policy, permenpanrb},
    scheme::{
        SchemeResult,
        beside::{Material, beside},
    },
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a result is made of.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    /// The plan.
    pub skp: &'a Skp,
    /// The version of it in force, which is what was promised.
    pub version: &'a Version,
    /// The period.
    pub period: &'a Period,
    /// What the rater's unit achieved, if anybody has stated it.
    pub achievement: Option<&'a UnitAchievement>,
    /// What the employee said.
    pub self_assessment: Option<&'a Assessment>,
    /// What the supervisor said.
    pub supervisor: Option<&'a Assessment>,
    /// Results the leader took over.
    pub takeovers: &'a [Takeover],
    /// What took the employee out of the ordinary year.
    pub circumstances: &'a [Circumstance],
    /// Plans of the same year before this one, with what they earned; looked at only where an agency weighs by time.
    pub earlier: &'a [Earlier],
    /// The rules in force on the period's last day.
    pub policy: &'a Policy,
    /// The employee's name, for the words.
    pub employee_name: &'a str,
    /// What the scheme's own result is made of, and what was measured.
    pub scheme: Material<'a>,
}

/// What follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Rating hasil kerja.
    pub hasil: Rating,
    /// Rating perilaku kerja.
    pub perilaku: Rating,
    /// The predicate; a scheme's review yields none.
    pub predikat: Option<Predikat>,
    /// The achievement it was seen against.
    pub capaian: Option<Capaian>,
    /// The scheme's own result beside it, where the scheme has one and it can be worked out.
    pub scheme: Option<SchemeResult>,
    /// Why.
    pub because: Reason,
}

/// Concludes a period: an evaluation of the law (monthly, quarterly or annual) with its predicate, or a scheme's review
/// (R3): the same ratings and reasons, to talk about, without a predicate.
///
/// Where the scheme asks for its criteria in such a period, its own result stands beside it with its reasons.
pub fn evaluate(inputs: Inputs<'_>) -> Result<Outcome, Refusal> {
    let outcome = if inputs.period.rhythm == Rhythm::Semesteran { review(&inputs) } else { of_law(&inputs) }?;
    let scheme = &inputs.policy.appraisal;
    Ok(match beside(scheme, inputs.period.rhythm, inputs.scheme, outcome.predikat) {
        Some((scheme, why)) => Outcome { scheme, because: outcome.because.resting_on([why]), ..outcome },
        None => outcome,
    })
}

fn of_law(inputs: &Inputs<'_>) -> Result<Outcome, Refusal> {
    let (supervisor, hasil, perilaku) = ratings(inputs)?;
    let follows = predikat::predikat(hasil, perilaku, inputs.policy);
    let weighted = by_time(&follows, inputs.skp.dates, inputs.earlier, inputs.period, inputs.policy);
    let follows = weighted.unwrap_or(follows);
    let dates = inputs.period.dates;
    let gave_up = after_giving_up(inputs.circumstances, dates, perilaku, &follows, inputs.policy);
    let decision = gave_up.unwrap_or(follows);
    let because = decision.because.resting_on([
        capaian(inputs),
        pola(inputs),
        third_step(inputs, supervisor, hasil, perilaku),
        plan(inputs),
    ]);
    Ok(Outcome {
        hasil,
        perilaku,
        predikat: Some(decision.value),
        capaian: inputs.achievement.map(|achievement| achievement.capaian),
        scheme: None,
        because,
    })
}

fn review(inputs: &Inputs<'_>) -> Result<Outcome, Refusal> {
    let (supervisor, hasil, perilaku) = ratings(inputs)?;
    let because = stands(hasil, perilaku, inputs.policy)
        .resting_on([third_step(inputs, supervisor, hasil, perilaku), plan(inputs)]);
    Ok(Outcome { hasil, perilaku, predikat: None, capaian: None, scheme: None, because })
}

/// What a review says: the two ratings, as they are.
pub fn stands(hasil: Rating, perilaku: Rating, policy: &Policy) -> Reason {
    let says = Text::new("evaluation-review-stands").with("hasil", hasil.label()).with("perilaku", perilaku.label());
    Reason { says, cite: policy.review.as_ref().map(|rule| rule.cite.clone()), from: Vec::new() }
}

/// The supervisor's two ratings, or what is missing.
fn ratings<'a>(inputs: &Inputs<'a>) -> Result<(&'a Assessment, Rating, Rating), Refusal> {
    let missing = |key| {
        Refusal::rule(Text::new(key).with("name", inputs.employee_name))
            .cited(inputs.policy.step_predikat.cite.clone())
            .next(Text::new("evaluation-supervisor-missing-next").with("name", inputs.employee_name))
    };
    if inputs.version.number == 0 || inputs.version.number > inputs.skp.version {
        return Err(Refusal::rule(Text::new("plan-evaluate-needs-version"))
            .cited(permenpanrb("Ps 14(3)"))
            .next(Text::new("plan-evaluate-needs-version-next")));
    }
    let supervisor = inputs
        .supervisor
        .filter(|a| a.role == RaterRole::Penilai && a.skp == inputs.skp.id && a.period == inputs.period.id)
        .ok_or_else(|| missing("evaluation-supervisor-missing"))?;
    if supervisor.sent_at.is_none() {
        return Err(missing("evaluation-supervisor-not-sent"));
    }
    let of = |subject| supervisor.answer(subject).and_then(|answer| answer.rating);
    match (of(Subject::HasilKerja), of(Subject::PerilakuKerja)) {
        (Some(hasil), Some(perilaku)) => Ok((supervisor, hasil, perilaku)),
        _ => Err(missing("evaluation-supervisor-incomplete")),
    }
}

/// Step 1.
fn capaian(inputs: &Inputs<'_>) -> Reason {
    let cite = inputs.policy.step_capaian.cite.clone();
    match inputs.achievement {
        Some(a) => Reason::new(
            Text::new("evaluation-step-capaian").with("capaian", a.capaian.label()).with("basis", a.basis.as_str()),
        ),
        None => Reason::new(Text::new("evaluation-step-capaian-unknown")),
    }
    .cited(cite)
}

/// Step 2.
fn pola(inputs: &Inputs<'_>) -> Reason {
    let cite = inputs.policy.step_pola.cite.clone();
    match inputs.achievement {
        Some(a) => Reason::new(
            Text::new("evaluation-step-pola")
                .with("capaian", a.capaian.label())
                .with("predikat", a.capaian.peak().label()),
        ),
        None => Reason::new(Text::new("evaluation-step-pola-unknown")),
    }
    .cited(cite)
}

/// Step 3: both ratings with what they rest on.
fn third_step(inputs: &Inputs<'_>, supervisor: &Assessment, hasil: Rating, perilaku: Rating) -> Reason {
    let answers = &supervisor.answers;
    let guidance = rate::advise(&as_promised(inputs), answers, inputs.policy);
    let (on_hasil, on_perilaku): (Vec<_>, Vec<_>) =
        guidance.into_iter().partition(|reason| reason.says.key == "assessment-guidance-hasil");
    let rating = |key, subject, value: Rating| {
        let why = supervisor.answer(subject).map_or("", |answer| answer.reason.as_str());
        Reason::new(Text::new(key).with("rating", value.label()).with("reason", why))
            .cited(inputs.policy.rating_guidance.cite.clone())
    };
    let hasil = rating("evaluation-rating-hasil", Subject::HasilKerja, hasil)
        .resting_on(each_result(inputs, answers))
        .resting_on(on_hasil)
        .resting_on([evidence(answers.iter().filter(|a| matches!(a.subject, Subject::Rhk(_) | Subject::HasilKerja)))]);
    let perilaku = rating("evaluation-rating-perilaku", Subject::PerilakuKerja, perilaku)
        .resting_on(each_value(answers))
        .resting_on(on_perilaku)
        .resting_on([evidence(
            answers.iter().filter(|a| matches!(a.subject, Subject::Nilai(_) | Subject::PerilakuKerja)),
        )]);
    Reason::new(Text::new("evaluation-step-predikat")).cited(inputs.policy.step_predikat.cite.clone()).resting_on([
        hasil,
        perilaku,
        own_words(inputs),
    ])
}

/// The plan as it was promised: the version in force, not the working text.
fn as_promised(inputs: &Inputs<'_>) -> Skp {
    Skp { content: inputs.version.content.clone(), ..inputs.skp.clone() }
}

fn each_result(inputs: &Inputs<'_>, answers: &[Answer]) -> Vec<Reason> {
    let mut results: Vec<_> = inputs.version.content.results.iter().collect();
    results.sort_by_key(|rhk| rhk.kind);
    results
        .into_iter()
        .map(|rhk| {
            let answer = answers.iter().find(|answer| answer.subject == Subject::Rhk(rhk.id));
            Reason::new(match answer.and_then(|answer| answer.rating.map(|rating| (answer, rating))) {
                Some((answer, rating)) => Text::new("evaluation-result-rated")
                    .with("result", rhk.text.as_str())
                    .with("rating", rating.label())
                    .with("reason", answer.reason.as_str()),
                None => Text::new("evaluation-result-not-rated").with("result", rhk.text.as_str()),
            })
            .resting_on(inputs.takeovers.iter().filter(|taken| taken.rhk == rhk.id).map(Takeover::reason))
            .resting_on(
                inputs.scheme.gauges.iter().filter(|gauge| gauge.is_under(rhk.id)).map(|gauge| gauge.because.clone()),
            )
        })
        .collect()
}

fn each_value(answers: &[Answer]) -> Vec<Reason> {
    Nilai::ALL
        .into_iter()
        .map(|nilai| {
            let answer = answers.iter().find(|answer| answer.subject == Subject::Nilai(nilai));
            Reason::new(match answer.and_then(|answer| answer.rating.map(|rating| (answer, rating))) {
                Some((answer, rating)) => {
                    let key = if answer.reason.trim().is_empty() {
                        "evaluation-value-rated"
                    } else {
                        "evaluation-value-rated-why"
                    };
                    Text::new(key)
                        .with("value", nilai.label())
                        .with("rating", rating.label())
                        .with("reason", answer.reason.as_str())
                }
                None => Text::new("evaluation-value-not-rated").with("value", nilai.label()),
            })
        })
        .collect()
}

fn evidence<'a>(answers: impl Iterator<Item = &'a Answer>) -> Reason {
    let pieces: BTreeSet<_> = answers.flat_map(|answer| &answer.evidence).collect();
    Reason::new(match pieces.len() {
        0 => Text::new("evaluation-no-evidence"),
        n => Text::new("evaluation-evidence").with("n", n as i64),
    })
}

fn own_words(inputs: &Inputs<'_>) -> Reason {
    let sent = inputs.self_assessment.filter(|a| a.role == RaterRole::Diri).and_then(|a| a.sent_at);
    let reason = Reason::new(match sent {
        Some(at) => Text::new("evaluation-self-sent").with("at", at),
        None => Text::new("evaluation-self-missing"),
    });
    match &inputs.policy.self_first {
        Some(rule) => reason.cited(rule.cite.clone()),
        None => reason,
    }
}

fn plan(inputs: &Inputs<'_>) -> Reason {
    let says = Text::new("evaluation-plan-version")
        .with("version", inputs.version.number)
        .with("at", inputs.version.set_at)
        .with("policy", inputs.policy.id.as_str());
    Reason::new(says).cited(permenpanrb("Ps 14(3)"))
}
