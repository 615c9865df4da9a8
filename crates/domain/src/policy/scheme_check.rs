//! What is wrong across the rules of a scheme, on every day on which one of them changes.

use super::{
    Problem,
    dated::{Dated, Folder},
    rule::Rule,
    scheme_shape,
    value::Value,
};
use crate::{
    decision::Text,
    scheme::{
        Reads, Role, Scheme,
        combine::Form,
        follow::{About, Condition},
    },
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Every problem; the same one may come up for several days.
pub(super) fn all(folder: &Folder, problems: &mut Vec<Problem>) {
    let days: BTreeSet<NaiveDate> = folder.rules.iter().map(|dated| dated.from).collect();
    for on in days {
        let in_force = folder.rules.iter().filter(|dated| folder.days_of(dated).contains(on));
        let found: BTreeMap<Rule, &Dated> = in_force.map(|dated| (dated.rule, dated)).collect();
        let scheme = scheme_shape::assemble(&found, "", "");
        // A value that could not be read has been complained of where it stands.
        if found.values().all(|dated| dated.value.is_some()) {
            Check { found: &found, scheme: &scheme, problems }.run();
        }
    }
}

struct Check<'a> {
    found: &'a BTreeMap<Rule, &'a Dated>,
    scheme: &'a Scheme,
    problems: &'a mut Vec<Problem>,
}

impl Check<'_> {
    fn run(mut self) {
        self.together();
        self.dimensions();
        self.criteria();
        self.raters();
        self.workflow();
        self.follow_ups();
    }

    fn problem(&mut self, rule: Rule, says: Text) {
        self.problems.extend(self.found.get(&rule).map(|dated| dated.problem(says)));
    }

    /// Rules that need each other.
    fn together(&mut self) {
        let form = self.scheme.combine.as_ref().map(|rule| rule.value.form);
        let by_people = self.scheme.criteria().iter().any(|c| c.reads.by_people());
        let mut needs = vec![
            (Rule::Criteria, Rule::Scale),
            (Rule::Criteria, Rule::Dimensions),
            (Rule::Criteria, Rule::Combine),
            (Rule::Raters, Rule::Criteria),
            (Rule::FollowUps, Rule::Combine),
            (Rule::Disagreement, Rule::Raters),
        ];
        if form.is_some_and(|form| form != Form::Kuadran) {
            needs.push((Rule::Combine, Rule::Criteria));
        }
        if by_people {
            needs.push((Rule::Criteria, Rule::Raters));
        }
        for (rule, other) in needs {
            if self.found.contains_key(&rule) && !self.found.contains_key(&other) {
                let says = Text::new("policy-problem-needs").with("rule", rule.code()).with("other", other.code());
                self.problem(rule, says);
            }
        }
    }

    fn twice(&mut self, rule: Rule, codes: &[String]) {
        let mut seen = BTreeSet::new();
        for code in codes.iter().filter(|code| !seen.insert(*code)) {
            let says = Text::new("policy-problem-twice").with("rule", rule.code()).with("code", code.as_str());
            self.problem(rule, says);
        }
    }

    fn unknown(&mut self, rule: Rule, code: &str) {
        let says = Text::new("policy-problem-names-unknown").with("rule", rule.code()).with("code", code);
        self.problem(rule, says);
    }

    fn dimensions(&mut self) {
        let all = self.scheme.dimensions();
        self.twice(Rule::Dimensions, &all.iter().map(|d| d.code.clone()).collect::<Vec<_>>());
        let form = self.scheme.combine.as_ref().map(|rule| rule.value.form);
        let sum: u32 = all.iter().filter_map(|d| d.weight).sum();
        let weighted = form == Some(Form::Weighted);
        if weighted && (sum != 100 || all.iter().any(|d| d.weight.is_none_or(|w| w == 0))) {
            let says = Text::new("policy-problem-weights").with("rule", Rule::Dimensions.code()).with("sum", sum);
            self.problem(Rule::Dimensions, says);
        }
        if !weighted && all.iter().any(|d| d.weight.is_some()) {
            self.problem(Rule::Dimensions, Text::new("policy-problem-weights-unused"));
        }
        for dimension in all {
            if self.scheme.criteria.is_some() && self.scheme.of_dimension(&dimension.code).next().is_none() {
                let says = Text::new("policy-problem-dimension-empty").with("code", dimension.code.as_str());
                self.problem(Rule::Dimensions, says);
            }
        }
    }

    fn criteria(&mut self) {
        let levels = usize::from(self.scheme.levels());
        if self.scheme.scale.as_ref().is_some_and(|scale| !(2..=9).contains(&scale.value.len())) {
            self.problem(Rule::Scale, Text::new("policy-problem-scale"));
        }
        self.twice(Rule::Criteria, &self.scheme.criteria().iter().map(|c| c.code.clone()).collect::<Vec<_>>());
        for criterion in self.scheme.criteria() {
            if !self.scheme.dimensions().iter().any(|d| d.code == criterion.dimension) {
                self.unknown(Rule::Criteria, &criterion.dimension);
            }
            let said =
                |key: &'static str| Text::new(key).with("code", criterion.code.as_str()).with("levels", levels as u32);
            if criterion.anchors.len() != levels {
                self.problem(Rule::Criteria, said("policy-problem-anchors"));
            }
            if criterion.reads.measured().is_some_and(|m| m.cuts.len() + 1 != levels) {
                self.problem(Rule::Criteria, said("policy-problem-cuts"));
            }
        }
    }

    fn raters(&mut self) {
        let Some(rules) = &self.scheme.raters else { return };
        self.twice(Rule::Raters, &rules.value.iter().map(|r| r.role.code().to_owned()).collect::<Vec<_>>());
        for code in rules.value.iter().flat_map(|r| r.dimensions.iter().flatten()) {
            if !self.scheme.dimensions().iter().any(|d| d.code == *code) {
                self.unknown(Rule::Raters, code);
            }
        }
        for dimension in self.scheme.dimensions() {
            let rated = self.scheme.of_dimension(&dimension.code).any(|c| c.reads.by_people());
            let shares = rules.value.iter().filter(|rule| rule.rates(&dimension.code)).map(|rule| rule.weight);
            let sum: u32 = shares.sum();
            if rated && sum != 100 {
                let says = Text::new("policy-problem-shares").with("code", dimension.code.as_str()).with("sum", sum);
                self.problem(Rule::Raters, says);
            }
        }
        let self_first = matches!(self.found.get(&Rule::SelfFirst), Some(d) if d.value == Some(Value::Flag(true)));
        let turn = |role| self.scheme.rater(role).map(|rule| rule.turn);
        if let (Some(own), Some(theirs)) = (turn(Role::Diri), turn(Role::Penilai))
            && self_first
            && own >= theirs
        {
            self.problem(Rule::Raters, Text::new("policy-problem-turns"));
        }
    }

    fn workflow(&mut self) {
        let Some(rule) = &self.scheme.workflow else { return };
        self.twice(Rule::Workflow, &rule.value.iter().map(|s| s.code.clone()).collect::<Vec<_>>());
        for (at, step) in rule.value.iter().enumerate() {
            let earlier = |code: &String| rule.value[..at].iter().any(|s| s.code == *code);
            if let Some(after) = step.after.as_ref().filter(|after| !earlier(after)) {
                self.unknown(Rule::Workflow, after);
            }
        }
    }

    fn follow_ups(&mut self) {
        let Some(rules) = &self.scheme.follow_ups else { return };
        self.twice(Rule::FollowUps, &rules.value.iter().map(|f| f.code.clone()).collect::<Vec<_>>());
        for rule in &rules.value {
            match &rule.about {
                About::Criterion(code) => {
                    let found = self.scheme.criterion(code);
                    let fits = |reads: &Reads| !rule.of_competences() || *reads == Reads::Competence;
                    if !found.is_some_and(|criterion| fits(&criterion.reads)) {
                        self.unknown(Rule::FollowUps, code);
                    }
                }
                About::Dimension(code) if !self.scheme.dimensions().iter().any(|d| d.code == *code) => {
                    self.unknown(Rule::FollowUps, code);
                }
                _ => {}
            }
            for condition in &rule.when {
                let (Condition::BandAtMost(band) | Condition::BandAtLeast(band)) = condition else { continue };
                if self.scheme.combine.as_ref().is_none_or(|combine| combine.value.rank(band).is_none()) {
                    self.unknown(Rule::FollowUps, band);
                }
            }
        }
    }
}
