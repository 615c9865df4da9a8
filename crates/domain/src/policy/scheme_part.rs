//! Values of rules that are a scheme's own, and the scheme they make together.

use super::{Cited, dated::Dated, rule::Rule, value::Value};
use crate::scheme::{Combine, Criterion, Dimension, FollowUp, RaterRule, Scheme, Texts, WorkStep, disagreement};
use std::collections::BTreeMap;

/// The value of a rule that is a scheme's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Dimensions(Vec<Dimension>),
    Criteria(Vec<Criterion>),
    Raters(Vec<RaterRule>),
    Combine(Combine),
    Workflow(Vec<WorkStep>),
    Disagreement(disagreement::Rule),
    FollowUps(Vec<FollowUp>),
    Texts(Texts),
}

impl Part {
    /// In short, for the page of rules.
    pub fn short(&self) -> String {
        let join = |names: Vec<&str>| names.join(", ");
        match self {
            Self::Dimensions(all) => join(all.iter().map(|d| d.name.as_str()).collect()),
            Self::Criteria(all) => join(all.iter().map(|c| c.name.as_str()).collect()),
            Self::Raters(all) => {
                all.iter().map(|r| format!("{} {} %", r.role.code(), r.weight)).collect::<Vec<_>>().join(", ")
            }
            Self::Combine(rule) => rule.form.code().to_owned(),
            Self::Workflow(all) => all.iter().map(|s| format!("{} {}", s.name, s.days)).collect::<Vec<_>>().join(", "),
            Self::Disagreement(rule) => rule.text.clone(),
            Self::FollowUps(all) => join(all.iter().map(|f| f.text.as_str()).collect()),
            Self::Texts(texts) => texts.purpose.clone(),
        }
    }
}

/// The scheme's own rules among those in force.
pub(super) fn assemble(found: &BTreeMap<Rule, &Dated>, code: &str, policy: &str) -> Scheme {
    fn one<T>(dated: Option<&&Dated>, pick: impl Fn(&Value) -> Option<T>) -> Option<Cited<T>> {
        let dated = dated?;
        let value = pick(dated.value.as_ref()?)?;
        Some(Cited { value, cite: dated.cite.clone(), from: dated.from, source: dated.source.clone() })
    }
    macro_rules! part {
        ($rule:ident) => {
            one(found.get(&Rule::$rule), |value| match value {
                Value::Scheme(Part::$rule(value)) => Some(value.clone()),
                _ => None,
            })
        };
    }
    Scheme {
        code: code.to_owned(),
        policy: policy.to_owned(),
        scale: one(found.get(&Rule::Scale), |v| if let Value::Words(words) = v { Some(words.clone()) } else { None }),
        dimensions: part!(Dimensions),
        criteria: part!(Criteria),
        raters: part!(Raters),
        combine: part!(Combine),
        workflow: part!(Workflow),
        disagreement: part!(Disagreement),
        follow_ups: part!(FollowUps),
        law_follow_ups: one(found.get(&Rule::LawFollowUps), |value| match value {
            Value::Scheme(Part::FollowUps(all)) => Some(all.clone()),
            _ => None,
        }),
        texts: part!(Texts),
        team_results: one(found.get(&Rule::TeamResults), |v| if let Value::Flag(on) = v { Some(*on) } else { None }),
    }
}
