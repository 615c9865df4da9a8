//! The scheme's result beside the law's: worked out when a result is signed or its period is closed, and frozen with it.
//!
//! A scheme never holds up the law. What cannot be worked out is said in the reasons, and the predikat stands without it.

use super::{
    Inputs, Scheme, SchemeResult, Sheet, cited, combine,
    nomination::Saved,
    rater::{RaterRule, Role},
    refuse,
};
use crate::{
    decision::{Reason, Refusal, Text},
    evaluation::{Predikat, Rhythm},
    feed::Gauge,
};
use std::collections::BTreeMap;

/// What it is made of.
#[derive(Clone, Copy, Debug, Default)]
pub struct Material<'a> {
    /// Sheets, drafts included; only what was sent counts.
    pub sheets: &'a [Saved],
    /// Levels the post asks for, by criterion.
    pub required: &'a [(String, u8)],
    /// What was measured.
    pub gauges: &'a [Gauge],
}

/// The scheme's result with its reason, where the scheme asks for its criteria in such a period; `None` with a reason where it
/// asks and nothing can be worked out. Amounts nobody measured are not known; those that were say where they come from.
pub fn beside(
    scheme: &Scheme,
    rhythm: Rhythm,
    material: Material<'_>,
    predikat: Option<Predikat>,
) -> Option<(Option<SchemeResult>, Reason)> {
    if !scheme.asks_in(rhythm) {
        return None;
    }
    let sheets: Vec<Sheet> =
        material.sheets.iter().filter(|saved| saved.sent_at.is_some()).map(|saved| saved.sheet.clone()).collect();
    let of_criteria = material.gauges.iter().filter_map(|gauge| Some((gauge.criterion()?, gauge)));
    let measures: BTreeMap<_, _> =
        of_criteria.clone().filter_map(|(code, gauge)| Some((code.to_owned(), gauge.amount?))).collect();
    let required = material.required.iter().cloned().collect();
    let inputs = Inputs { sheets: &sheets, measures: &measures, required: &required, predikat };
    let mut signed = countersigned(scheme, material.sheets);
    signed.extend(of_criteria.map(|(_, gauge)| gauge.because.clone()));
    Some(match combine(scheme, &inputs) {
        Ok(decision) => (Some(decision.value), decision.because.resting_on(signed)),
        Err(Refusal::Rule(broken)) => {
            let says = Text::new("scheme-no-result-because").with("why", broken.says);
            (None, Reason { says, cite: broken.cite, from: signed })
        }
        Err(_) => (None, Reason::new(Text::new("scheme-nothing-known"))),
    })
}

/// Whether the next level has read what it was to read (Surakarta).
fn countersigned(scheme: &Scheme, sheets: &[Saved]) -> Vec<Reason> {
    let wanted = |rule: &RaterRule| Some((rule.role, rule.countersigned?));
    let line = |(role, by): (Role, Role)| {
        let saved = sheets.iter().find(|saved| saved.sheet.role == role && saved.sent_at.is_some())?;
        let says = match saved.countersigned {
            Some(signed) => Text::new("scheme-countersigned").with("role", by.label()).with("at", signed.at),
            None => Text::new("scheme-not-countersigned").with("role", by.label()),
        };
        Some(Reason { says, cite: cited(scheme.raters.as_ref()), from: Vec::new() })
    };
    scheme.raters().iter().filter_map(wanted).filter_map(line).collect()
}

/// Whoever signs a result in time says first what they see of the criteria; once it is frozen nobody can. When the law's own
/// time is over, the law goes first and the result is signed without it.
pub fn before_signing(scheme: &Scheme, rhythm: Rhythm, sheets: &[Saved], in_time: bool) -> Result<(), Refusal> {
    let asked = scheme.asks_in(rhythm) && scheme.rated_by(Role::Penilai).next().is_some();
    let said = sheets.iter().any(|saved| saved.sheet.role == Role::Penilai && saved.sent_at.is_some());
    if !asked || said || !in_time {
        return Ok(());
    }
    Err(refuse(Text::new("scheme-sign-needs-sheet"), scheme.raters.as_ref())
        .next(Text::new("scheme-sign-needs-sheet-next")))
}
