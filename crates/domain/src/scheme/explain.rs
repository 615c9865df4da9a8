//! *Aturan main*: a scheme as everybody can read it, rule by rule with the article behind each (R26, R27). Terminal and
//! web show the same sections.

use super::{
    Scheme,
    combine::{Combine, Form, Measure, Rounding, WhenUnknown},
    criterion::{Criterion, Reads},
    follow::{About, FollowUp, Told},
    hundredths,
    rater::RaterRule,
};
use crate::{
    decision::{Citation, Text},
    plan::Direction,
    policy::{Cited, Policy, hours::clock},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A part of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its heading.
    pub heading: Text,
    /// What it says.
    pub lines: Vec<Line>,
}

/// One sentence of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// 0 for a rule of its own, 1 and 2 for what belongs to the line above.
    pub depth: u8,
    /// The sentence.
    pub says: Text,
    /// Where it stands, and since when it is in force; `None` where the line above says so.
    pub cite: Option<(Citation, NaiveDate)>,
}

/// Lines being written.
#[derive(Default)]
struct Lines(Vec<Line>);

impl Lines {
    fn rule<T>(&mut self, rule: &Cited<T>, says: Text) {
        self.0.push(Line { depth: 0, says, cite: Some((rule.cite.clone(), rule.from)) });
    }

    fn plain(&mut self, says: Text) {
        self.0.push(Line { depth: 0, says, cite: None });
    }

    fn below(&mut self, depth: u8, says: Text) {
        self.0.push(Line { depth, says, cite: None });
    }
}

/// The page of a policy. Sections without a rule are left out.
pub fn explain(policy: &Policy) -> Vec<Section> {
    let scheme = &policy.appraisal;
    [
        (Text::new("scheme-page-purpose"), purpose(scheme)),
        (Text::new("scheme-page-periods"), periods(policy)),
        (Text::new("scheme-page-criteria"), criteria(policy)),
        (Text::new("scheme-page-raters"), raters(scheme)),
        (Text::new("scheme-page-combine"), combined(policy)),
        (Text::new("scheme-page-steps"), steps(scheme)),
        (Text::new("scheme-page-follow-ups"), follow_ups(scheme)),
        (Text::new("scheme-page-objection"), objection(policy)),
    ]
    .into_iter()
    .filter(|(_, lines)| !lines.0.is_empty())
    .map(|(heading, lines)| Section { heading, lines: lines.0 })
    .collect()
}

fn said(text: &str) -> Text {
    Text::new("scheme-page-said").with("text", text)
}

fn purpose(scheme: &Scheme) -> Lines {
    let mut lines = Lines::default();
    if let Some(rule) = &scheme.texts {
        lines.rule(rule, said(&rule.value.purpose));
        lines.plain(said(&rule.value.used_for));
        lines.plain(said(&rule.value.who_sees));
    }
    lines
}

fn periods(policy: &Policy) -> Lines {
    let mut lines = Lines::default();
    let (periodic, review) = (&policy.periodic, &policy.review);
    lines.rule(periodic, Text::new("scheme-page-periodic").with("rhythm", periodic.value.label()));
    lines.rule(&policy.annual_due, Text::new("scheme-page-annual"));
    if let Some(review) = review {
        lines.rule(review, Text::new("scheme-page-review").with("rhythm", review.value.label()));
    }
    for (rule, key) in [(&policy.hours, "scheme-page-hours"), (&policy.hours_of_ramadan, "scheme-page-hours-ramadan")] {
        if let Some(rule) = rule {
            lines.rule(rule, Text::new(key).with("week", clock(rule.value.minutes())));
            rule.value.told().into_iter().for_each(|says| lines.below(1, says));
        }
    }
    if let Some(rule) = &policy.themes {
        lines.rule(rule, Text::new("scheme-page-themes"));
        rule.value.iter().for_each(|theme| lines.below(1, said(&theme.name)));
    }
    if let Some(rule) = policy.appraisal.team_results.as_ref().filter(|rule| rule.value) {
        lines.rule(rule, Text::new("scheme-page-team"));
    }
    lines
}

fn criteria(policy: &Policy) -> Lines {
    let mut lines = Lines::default();
    let scheme = &policy.appraisal;
    let (Some(scale), Some(dimensions), Some(rule)) = (&scheme.scale, &scheme.dimensions, &scheme.criteria) else {
        return lines;
    };
    lines.rule(scale, Text::new("scheme-page-scale").with("max", scale.value.len() as u32));
    for (at, name) in scale.value.iter().enumerate() {
        lines.below(1, Text::new("scheme-page-level").with("level", at as u32 + 1).with("text", name.as_str()));
    }
    for dimension in &dimensions.value {
        let says = match dimension.weight {
            Some(weight) => Text::new("scheme-page-dimension-weighted")
                .with("dimension", dimension.name.as_str())
                .with("weight", weight),
            None => Text::new("scheme-page-dimension").with("dimension", dimension.name.as_str()),
        };
        lines.rule(dimensions, says);
        for criterion in scheme.of_dimension(&dimension.code) {
            lines.0.push(Line { depth: 1, says: reads(criterion), cite: Some((rule.cite.clone(), rule.from)) });
            for (at, anchor) in criterion.anchors.iter().enumerate() {
                let level = at as u32 + 1;
                let says = match criterion.reads.measured().and_then(|m| Some((m, m.cuts.get(at.checked_sub(1)?)?))) {
                    Some((measured, cut)) => {
                        let test = match measured.direction {
                            Direction::HigherIsBetter => Text::new("scheme-test-at-least"),
                            Direction::LowerIsBetter => Text::new("scheme-test-at-most"),
                        };
                        Text::new("scheme-page-level-measured")
                            .with("level", level)
                            .with("text", anchor.as_str())
                            .with("test", test)
                            .with("cut", *cut)
                            .with("unit", measured.unit.as_str())
                    }
                    None => Text::new("scheme-page-level").with("level", level).with("text", anchor.as_str()),
                };
                lines.below(2, says);
            }
        }
    }
    lines
}

fn reads(criterion: &Criterion) -> Text {
    let says = Text::new(match criterion.reads {
        Reads::Rating => "scheme-page-criterion-rating",
        Reads::Competence => "scheme-page-criterion-competence",
        Reads::Indicator(_) => "scheme-page-criterion-indicator",
        Reads::Team(_) => "scheme-page-criterion-team",
    });
    says.with("criterion", criterion.name.as_str())
}

fn raters(scheme: &Scheme) -> Lines {
    let mut lines = Lines::default();
    let Some(rules) = &scheme.raters else { return lines };
    for rater in &rules.value {
        let says = if rater.weight > 0 {
            Text::new("scheme-page-rater")
                .with("turn", rater.turn)
                .with("role", rater.role.label())
                .with("weight", rater.weight)
        } else {
            Text::new("scheme-page-rater-heard").with("turn", rater.turn).with("role", rater.role.label())
        };
        lines.rule(rules, says);
        how(scheme, rater, &mut lines);
    }
    lines
}

fn how(scheme: &Scheme, rater: &RaterRule, lines: &mut Lines) {
    if let Some(only) = &rater.dimensions {
        let names: Vec<&str> =
            scheme.dimensions().iter().filter(|d| only.contains(&d.code)).map(|d| d.name.as_str()).collect();
        lines.below(1, Text::new("scheme-page-rater-dimensions").with("names", names.join(", ")));
    }
    lines.below(1, rater.nominated.label());
    if rater.anonymous {
        lines.below(1, Text::new("scheme-page-rater-anonymous").with("min", rater.min));
    }
    if rater.sees.is_empty() {
        lines.below(1, Text::new("scheme-page-rater-blind"));
    }
    for role in &rater.sees {
        lines.below(1, Text::new("scheme-page-rater-sees").with("role", role.label()));
    }
    if rater.weight > 0 {
        lines.below(1, Text::new("scheme-page-rater-few").with("min", rater.min).with("then", rater.few.label()));
    }
    if rater.months > 0 {
        lines.below(1, Text::new("scheme-page-rater-months").with("months", rater.months));
    }
    if rater.trained {
        lines.below(1, Text::new("scheme-page-rater-trained"));
    }
    if let Some(role) = rater.countersigned {
        lines.below(1, Text::new("scheme-page-rater-countersigned").with("role", role.label()));
    }
}

fn combined(policy: &Policy) -> Lines {
    let mut lines = Lines::default();
    lines.rule(&policy.kuadran, Text::new("scheme-page-predikat"));
    if let Some(rule) = &policy.appraisal.combine {
        lines.rule(rule, rule.value.form.label());
        if rule.value.form != Form::Kuadran {
            own_result(&rule.value, &mut lines);
        }
    }
    lines
}

fn own_result(rule: &Combine, lines: &mut Lines) {
    lines.below(
        1,
        Text::new(match rule.measure {
            Measure::Level => "scheme-measure-level",
            Measure::Fulfilment => "scheme-measure-fulfilment",
        }),
    );
    lines.below(1, Text::new("scheme-page-means"));
    lines.below(
        1,
        Text::new(match rule.rounding {
            Rounding::HalfUp => "scheme-rounding-half-up",
            Rounding::Down => "scheme-rounding-down",
        }),
    );
    lines.below(
        1,
        Text::new(match rule.unknown {
            WhenUnknown::Stop => "scheme-unknown-stop",
            WhenUnknown::LeaveOut => "scheme-unknown-leave-out",
        }),
    );
    for band in &rule.bands {
        lines.below(
            1,
            Text::new("scheme-page-band").with("band", band.name.as_str()).with("from", hundredths(band.from)),
        );
    }
}

fn steps(scheme: &Scheme) -> Lines {
    let mut lines = Lines::default();
    let Some(rule) = &scheme.workflow else { return lines };
    for step in &rule.value {
        let after = step.after.as_ref().and_then(|code| rule.value.iter().find(|s| s.code == *code));
        let says = match after {
            Some(before) => Text::new("scheme-page-step-after")
                .with("name", step.name.as_str())
                .with("who", step.who.label())
                .with("days", step.days)
                .with("before", before.name.as_str()),
            None => Text::new("scheme-page-step")
                .with("name", step.name.as_str())
                .with("who", step.who.label())
                .with("days", step.days),
        };
        lines.rule(rule, says);
        for days in &step.remind {
            lines.below(1, Text::new("scheme-page-step-remind").with("days", *days));
        }
        if let Some(days) = step.escalate {
            lines.below(1, Text::new("scheme-page-step-escalate").with("days", days));
        }
    }
    lines
}

fn follow_ups(scheme: &Scheme) -> Lines {
    let mut lines = Lines::default();
    for rules in scheme.follow_ups.iter().chain(&scheme.law_follow_ups) {
        for rule in &rules.value {
            let says = Text::new("scheme-page-follow-up")
                .with("programme", rule.programme.label())
                .with("act", rule.act.label())
                .with("text", rule.text.as_str());
            let cite = Citation { article: rule.article.clone(), ..rules.cite.clone() };
            lines.0.push(Line { depth: 0, says, cite: Some((cite, rules.from)) });
            conditions(scheme, rule, &mut lines);
        }
    }
    lines
}

fn conditions(scheme: &Scheme, rule: &FollowUp, lines: &mut Lines) {
    let subject = match &rule.about {
        About::Whole => None,
        About::Criterion(code) => Some(code.as_str()),
        About::Dimension(code) => {
            let name = scheme.dimensions().iter().find(|d| d.code == *code).map_or(code.as_str(), |d| d.name.as_str());
            lines.below(1, Text::new("scheme-page-each-of").with("dimension", name));
            scheme.of_dimension(code).next().map(|c| c.code.as_str())
        }
    };
    for condition in &rule.when {
        let mut told = Told::of(scheme, subject, condition);
        if matches!(rule.about, About::Dimension(_)) && told.what.key == "scheme-what-level" {
            told.what = Text::new("scheme-what-level-each");
        } else if matches!(rule.about, About::Dimension(_)) && told.what.key == "scheme-what-short" {
            told.what = Text::new("scheme-what-short-each");
        }
        let says =
            Text::new("scheme-page-if").with("what", told.what).with("test", told.test).with("limit", told.limit);
        lines.below(1, says);
    }
    if let Some(trend) = rule.trend {
        let key = if trend.up { "scheme-page-rising" } else { "scheme-page-falling" };
        lines.below(1, Text::new(key).with("years", rule.years).with("by", hundredths(trend.by)));
    } else if rule.years > 1 {
        lines.below(1, Text::new("scheme-page-years").with("years", rule.years));
    }
}

fn objection(policy: &Policy) -> Lines {
    let mut lines = Lines::default();
    if let Some(rule) = &policy.appraisal.disagreement {
        let says = Text::new("scheme-page-disagreement")
            .with("gap", rule.value.gap)
            .with("days", rule.value.days)
            .with("role", rule.value.seen_by.label());
        lines.rule(rule, says);
        lines.below(1, said(&rule.value.text));
    }
    if let Some(rule) = &policy.appraisal.texts {
        lines.rule(rule, said(&rule.value.objection));
    }
    let (filed, decided) = (&policy.document.objection_filed, &policy.document.objection_decided);
    lines.rule(filed, Text::new("scheme-page-objection-filed").with("days", filed.value));
    lines.rule(decided, Text::new("scheme-page-objection-decided").with("days", decided.value));
    lines
}
