//! What must be written before a plan can be signed, and what is wrong in a line as it is typed.
//!
//! Errors belong to fields: `rhk.<id>.text`, `indicator.<id>.target_unit`. What the regulation would merely rather
//! see is [`super::advice`] and never blocks.

use super::{Approach, Form, Indicator, Rhk, RhkKind, Skp, Target};
use crate::{
    amount::Amount,
    decision::{FieldError, Text},
};

/// Longest text of one line, in characters (certainty: assumption; the longest in the regulation's examples has 350).
pub const MAX_CHARS: usize = 2000;

/// What stands against signing; empty when complete.
pub fn complete(skp: &Skp) -> Vec<FieldError> {
    let results = &skp.content.results;
    let mut errors = Vec::new();
    if !results.iter().any(|rhk| rhk.kind == RhkKind::Utama) {
        errors.push(FieldError::new("results", Text::new("plan-needs-utama")));
    }
    for rhk in results {
        if rhk.indicators.is_empty() {
            errors.push(FieldError::new(format!("rhk.{}.indicators", rhk.id), Text::new("plan-rhk-needs-indicator")));
        }
        errors.extend(check_rhk(skp.form, skp.approach, rhk));
        for indicator in &rhk.indicators {
            errors.extend(missing_in(skp.form, skp.approach, indicator));
        }
    }
    errors
}

/// What is wrong in one intended result as typed; a draft may still lack things.
pub fn check_rhk(form: Form, approach: Approach, rhk: &Rhk) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let field = format!("rhk.{}.text", rhk.id);
    if rhk.text.trim().is_empty() {
        errors.push(FieldError::new(field, Text::new("plan-rhk-needs-text")));
    } else if rhk.text.chars().count() > MAX_CHARS {
        errors.push(FieldError::new(field, Text::new("plan-text-too-long").with("max", MAX_CHARS as i64)));
    }
    for indicator in &rhk.indicators {
        errors.extend(check_indicator(form, approach, indicator));
    }
    errors
}

fn check_indicator(form: Form, approach: Approach, indicator: &Indicator) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let mut push = |part: &str, text| errors.push(FieldError::new(format!("indicator.{}.{part}", indicator.id), text));
    let target = &indicator.target;
    if indicator.text.trim().is_empty() {
        push("text", Text::new("plan-indicator-needs-text"));
    } else if indicator.text.chars().count() > MAX_CHARS {
        push("text", Text::new("plan-text-too-long").with("max", MAX_CHARS as i64));
    }
    if (target.amount.is_some() || target.upper.is_some()) && target.unit.trim().is_empty() {
        push("target_unit", Text::new("plan-target-needs-unit"));
    }
    if [target.amount, target.upper].into_iter().flatten().any(|amount| amount < Amount(0)) {
        push("target_amount", Text::new("plan-target-negative"));
    }
    match (target.amount, target.upper) {
        (Some(low), Some(high)) if high <= low => {
            push("target_upper", Text::new("plan-target-range-reversed").with("low", low).with("high", high));
        }
        (None, Some(_)) => push("target_amount", Text::new("plan-target-needs-lower")),
        _ => {}
    }
    if form == Form::Jpt && indicator.aspek.is_some() && approach == Approach::Kuantitatif {
        push("aspek", Text::new("plan-aspek-not-for-jpt"));
    }
    errors
}

/// What a complete indicator further needs.
fn missing_in(form: Form, approach: Approach, indicator: &Indicator) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let mut push = |part: &str, text| errors.push(FieldError::new(format!("indicator.{}.{part}", indicator.id), text));
    if approach == Approach::Kuantitatif {
        if indicator.target.amount.is_none() && indicator.target.upper.is_none() {
            push("target_amount", Text::new("plan-target-needs-amount"));
        }
        if form == Form::JaJf && indicator.aspek.is_none() {
            push("aspek", Text::new("plan-indicator-needs-aspek"));
        }
    }
    if form == Form::Jpt && indicator.perspektif.is_none() {
        push("perspektif", Text::new("plan-indicator-needs-perspektif"));
    }
    errors
}

impl Target {
    /// As printed: the source's own words, or amount (or range) and unit; empty when nothing is set.
    pub fn words(&self) -> String {
        if let Some(written) = self.written.as_deref().filter(|text| !text.trim().is_empty()) {
            return written.to_owned();
        }
        let unit = if self.unit.trim().eq_ignore_ascii_case("persen") { "%" } else { self.unit.trim() };
        match (self.amount, self.upper) {
            (Some(low), Some(high)) => format!("{low} - {high} {unit}").trim_end().to_owned(),
            (Some(one), None) | (None, Some(one)) => format!("{one} {unit}").trim_end().to_owned(),
            (None, None) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        plan::{Aspek, Perspektif},
        testing::{plan, target},
    };

    fn keys(errors: &[FieldError]) -> Vec<String> {
        let short = |field: &str| {
            let mut parts = field.split('.');
            let (first, last) = (parts.next().unwrap().to_owned(), parts.next_back());
            last.map_or(first.clone(), |last| format!("{first}.{last}"))
        };
        errors.iter().map(|e| format!("{} {}", short(&e.field), e.text.key)).collect()
    }

    fn after(change: impl FnOnce(&mut Skp)) -> Vec<String> {
        let mut skp = plan();
        change(&mut skp);
        keys(&complete(&skp))
    }

    #[test]
    fn r1_a_plan_is_clear_and_measurable() {
        assert_eq!(after(|_| ()), Vec::<String>::new());
        let first = |skp: &mut Skp, f: fn(&mut Indicator)| f(&mut skp.content.results[1].indicators[0]);
        assert_eq!(after(|s| s.content.results.clear()), ["results plan-needs-utama"]);
        assert_eq!(after(|s| s.content.results.drain(..2).for_each(drop)), ["results plan-needs-utama"]);
        assert_eq!(after(|s| s.content.results[0].indicators.clear()), ["rhk.indicators plan-rhk-needs-indicator"]);
        assert_eq!(after(|s| s.content.results[0].text = "  ".into()), ["rhk.text plan-rhk-needs-text"]);
        assert_eq!(after(|s| first(s, |i| i.text.clear())), ["indicator.text plan-indicator-needs-text"]);
        assert_eq!(after(|s| first(s, |i| i.target.unit.clear())), ["indicator.target_unit plan-target-needs-unit"]);
        assert_eq!(
            after(|s| first(s, |i| i.target.amount = None)),
            ["indicator.target_amount plan-target-needs-amount"]
        );
        assert_eq!(after(|s| first(s, |i| i.aspek = None)), ["indicator.aspek plan-indicator-needs-aspek"]);
        assert_eq!(
            after(|s| first(s, |i| i.target.upper = Some(Amount::whole(3)))),
            ["indicator.target_upper plan-target-range-reversed"]
        );
        assert_eq!(
            after(|s| first(s, |i| i.target.amount = Some(Amount(-1)))),
            ["indicator.target_amount plan-target-negative"]
        );
        assert_eq!(
            after(|s| first(s, |i| (i.target.amount, i.target.upper) = (None, Some(Amount::whole(3))))),
            ["indicator.target_amount plan-target-needs-lower"]
        );
        assert_eq!(after(|s| s.content.results[0].text = "a".repeat(2001)), ["rhk.text plan-text-too-long"]);
    }

    #[test]
    fn each_form_asks_for_its_own() {
        let jpt = |skp: &mut Skp| {
            skp.form = Form::Jpt;
            for i in skp.content.results.iter_mut().flat_map(|r| &mut r.indicators) {
                (i.aspek, i.perspektif) = (None, Some(Perspektif::Anggaran));
            }
        };
        assert_eq!(after(jpt), Vec::<String>::new());
        let without = after(|s| {
            jpt(s);
            s.content.results[0].indicators[0].perspektif = None;
        });
        assert_eq!(without, ["indicator.perspektif plan-indicator-needs-perspektif"]);
        let with_aspek = after(|s| {
            jpt(s);
            s.content.results[0].indicators[0].aspek = Some(Aspek::Waktu);
        });
        assert_eq!(with_aspek, ["indicator.aspek plan-aspek-not-for-jpt"]);
        // The qualitative approach tells the target in the narrative (Tahap 7.a.3).
        let qualitative = after(|s| {
            s.approach = Approach::Kualitatif;
            for i in s.content.results.iter_mut().flat_map(|r| &mut r.indicators) {
                (i.aspek, i.target) = (None, Target::default());
            }
        });
        assert_eq!(qualitative, Vec::<String>::new());
    }

    #[test]
    fn a_target_reads_as_printed() {
        let range = Target { upper: Some(Amount(125_000)), ..target(10, "dokumen") };
        let written = Target { written: Some("3,5 dari skala 5".into()), ..target(3, "skala") };
        for (target, want) in [
            (target(1200, "berkas"), "1.200 berkas"),
            (target(80, "persen"), "80 %"),
            (range, "10 - 12,5 dokumen"),
            (written, "3,5 dari skala 5"),
            (Target::default(), ""),
        ] {
            assert_eq!(target.words(), want);
        }
    }
}
