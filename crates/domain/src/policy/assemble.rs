//! From the rules found to a typed [`Policy`].

use super::{
    Cited, DocumentDays, InForce, National, Policy, career, dated::Dated, national, rule::Rule, scheme_part,
    value::Value,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Hands the values out typed.
pub(super) struct Assemble<'a> {
    pub found: BTreeMap<Rule, &'a Dated>,
    pub scheme: &'a str,
    pub id: String,
    pub on: NaiveDate,
    pub national: National,
}

macro_rules! take {
    ($self:ident, $rule:ident, $variant:ident) => {
        $self.found.get(&Rule::$rule).and_then(|dated| match &dated.value {
            Some(Value::$variant(value)) => Some(Cited {
                value: value.clone(),
                cite: dated.cite.clone(),
                from: dated.from,
                source: dated.source.clone(),
            }),
            _ => None,
        })
    };
}

impl Assemble<'_> {
    pub fn policy(self) -> Option<Policy> {
        let rules = self.found.values().map(|dated| InForce {
            rule: dated.rule,
            cite: dated.cite.clone(),
            from: dated.from,
            source: dated.source.clone(),
            value: dated.value.as_ref().map(Value::short).unwrap_or_default(),
        });
        Some(Policy {
            name: take!(self, Name, Text)?,
            plan_due: take!(self, PlanDue, Day)?,
            activity_words: take!(self, PlanActivityWords, Words)?,
            absolute_words: take!(self, PlanAbsoluteWords, Words)?,
            time_words: take!(self, PlanTimeWords, Words)?,
            perspectives: take!(self, PlanPerspectives, Perspectives)?,
            perspectives_required: take!(self, PlanPerspectivesRequired, Perspectives)?,
            behaviour: take!(self, Behaviour, Panduan)?,
            periodic_rhythms: take!(self, PeriodicRhythms, Rhythms)?,
            periodic: take!(self, Periodic, Rhythm)?,
            periodic_due: take!(self, PeriodicDue, Number)?,
            annual_opens: take!(self, AnnualOpens, Day)?,
            annual_due: take!(self, AnnualDue, Day)?,
            review: take!(self, Review, Rhythm),
            self_first: take!(self, SelfFirst, Flag),
            self_first_grace: take!(self, SelfFirstGrace, Number),
            step_capaian: take!(self, StepCapaian, Text)?,
            step_pola: take!(self, StepPola, Text)?,
            step_predikat: take!(self, StepPredikat, Text)?,
            kuadran: take!(self, Kuadran, Kuadran)?,
            rating_guidance: take!(self, RatingGuidance, Guidance)?,
            rating_shares: take!(self, RatingShares, Shares)?,
            curves: take!(self, Curves, Curves)?,
            distribution: take!(self, Distribution, Distribution),
            distribution_smallest_unit: take!(self, DistributionSmallestUnit, Number),
            distribution_gap: take!(self, DistributionGap, Number),
            transfer_by_time: take!(self, TransferByTime, Flag),
            labels: take!(self, Labels, Labels)?,
            document: DocumentDays {
                delivered: take!(self, DocumentDelivered, Number)?,
                returned: take!(self, DocumentReturned, Number)?,
                reported: take!(self, DocumentReported, Number)?,
                superior_signed: take!(self, SuperiorSigned, Number)?,
                superior_delivered: take!(self, SuperiorDelivered, Number)?,
                superior_returned: take!(self, SuperiorReturned, Number)?,
                objection_filed: take!(self, ObjectionFiled, Number)?,
                objection_decided: take!(self, ObjectionDecided, Number)?,
            },
            pembinaan_after: take!(self, PembinaanAfter, Predicates),
            themes: take!(self, Themes, Themes),
            hours: national::hours(&self.found, Rule::WorkingHours),
            hours_of_ramadan: national::hours(&self.found, Rule::WorkingHoursRamadan),
            study_grades: national::study_grades(&self.found),
            clauses: national::clauses(&self.found),
            national: self.national,
            appraisal: scheme_part::assemble(&self.found, self.scheme, &self.id),
            career: career::assemble(&self.found),
            rules: rules.collect(),
            id: self.id,
            scheme: self.scheme.to_owned(),
            on: self.on,
        })
    }
}
