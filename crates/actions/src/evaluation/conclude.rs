//! What results are made of, for many plans at once, and what follows from it: closing a period freezes it, working a
//! period out anew compares it. The rule itself is [`domain::evaluation::close`], as for a single result.

use super::transfer;
use crate::{Failure, feed::measure::gauges};
use chrono::NaiveDate;
use domain::{
    assessment::{Assessment, RaterRole},
    decision::{Refusal, Text},
    evaluation::{
        Period, UnitAchievement,
        close::{Inputs, Outcome, evaluate},
        transfer::Earlier,
    },
    feed::Gauge,
    ids::{EmployeeId, SkpId, UnitId},
    people::Circumstance,
    plan::{Skp, Version, takeover::Takeover},
    policy::Policy,
    scheme::{beside, nomination::Saved},
};
use std::collections::{BTreeMap, HashMap};
use store::Scope;

/// What one result is made of.
pub(crate) struct Material {
    /// The plan.
    pub(crate) skp: Skp,
    /// Its frozen versions.
    pub(crate) versions: Vec<Version>,
    /// What the employee said.
    pub(crate) own: Option<Assessment>,
    /// What the supervisor said.
    pub(crate) supervisor: Option<Assessment>,
    /// What was said of the scheme's criteria, drafts included.
    pub(crate) sheets: Vec<Saved>,
    /// Levels the post asks for, by criterion.
    pub(crate) required: Vec<(String, u8)>,
    /// What was measured.
    pub(crate) gauges: Vec<Gauge>,
    /// Results the leader took over.
    pub(crate) takeovers: Vec<Takeover>,
    /// What took the employee out of the ordinary year.
    pub(crate) circumstances: Vec<Circumstance>,
    /// Plans of the year before this one, where the agency weighs by time.
    pub(crate) earlier: Vec<Earlier>,
    /// The unit the rater led on the day, else that of the plan.
    pub(crate) led: UnitId,
}

/// Gathers it, each plan with the day on which its rater's unit is looked up. A fixed number of queries for each 500.
pub(crate) async fn gather(
    scope: &Scope,
    period: &Period,
    policy: &Policy,
    wanted: &[(SkpId, NaiveDate)],
) -> Result<BTreeMap<SkpId, Material>, Failure> {
    let ids: Vec<SkpId> = wanted.iter().map(|(id, _)| *id).collect();
    let mut plans: HashMap<SkpId, Skp> = scope.skps(&ids).await?.into_iter().map(|skp| (skp.id, skp)).collect();
    let mut versions: HashMap<SkpId, Vec<Version>> = HashMap::new();
    for (skp, version) in scope.versions_among(&ids).await? {
        versions.entry(skp).or_default().push(version);
    }
    let mut said: HashMap<(SkpId, RaterRole), Assessment> =
        scope.assessments_for(period.id, &ids).await?.into_iter().map(|a| ((a.skp, a.role), a)).collect();
    let (mut sheets, mut required) = (HashMap::<SkpId, Vec<Saved>>::new(), HashMap::<_, Vec<(String, u8)>>::new());
    if policy.appraisal.asks_in(period.rhythm) {
        for saved in scope.sheets_among(period.id, &ids).await? {
            sheets.entry(saved.skp).or_default().push(saved);
        }
        let mut posts: Vec<_> = plans.values().map(|skp| skp.post).collect();
        posts.sort_unstable();
        posts.dedup();
        for one in scope.standards_among(&posts).await? {
            required.entry(one.post).or_default().push((one.criterion, one.level));
        }
    }
    let mut takeovers: HashMap<SkpId, Vec<Takeover>> = HashMap::new();
    for one in scope.takeovers(&ids).await? {
        takeovers.entry(one.skp).or_default().push(one);
    }
    let mut people: Vec<EmployeeId> = plans.values().map(|skp| skp.employee).collect();
    people.sort_unstable();
    people.dedup();
    let mut circumstances: HashMap<EmployeeId, Vec<Circumstance>> = HashMap::new();
    for one in scope.circumstances_of(&people).await? {
        circumstances.entry(one.employee).or_default().push(one);
    }
    let mut earlier = transfer::earlier(scope, period, policy, plans.values()).await?;
    let mut led: HashMap<(EmployeeId, NaiveDate), UnitId> = HashMap::new();
    let mut days: Vec<NaiveDate> = wanted.iter().map(|(_, day)| *day).collect();
    days.sort_unstable();
    days.dedup();
    for day in days {
        let of_day = wanted.iter().filter(|(_, on)| *on == day);
        let mut raters: Vec<EmployeeId> = of_day.filter_map(|(id, _)| plans.get(id)).map(|skp| skp.rater).collect();
        raters.sort_unstable();
        raters.dedup();
        for rater in scope.people_on(&raters, day).await? {
            if let Some(post) = rater.post.filter(|post| post.leads_unit) {
                led.insert((rater.employee.id, day), post.unit);
            }
        }
    }
    // What a closed period was measured by is frozen with its results.
    let mut measured = match period.closed_at {
        None => gauges(scope, period, policy, &plans.values().collect::<Vec<_>>()).await?,
        Some(_) => HashMap::new(),
    };
    Ok(wanted
        .iter()
        .filter_map(|(id, day)| {
            let skp = plans.remove(id)?;
            let material = Material {
                versions: versions.remove(id).unwrap_or_default(),
                own: said.remove(&(*id, RaterRole::Diri)),
                supervisor: said.remove(&(*id, RaterRole::Penilai)),
                sheets: sheets.remove(id).unwrap_or_default(),
                required: required.get(&skp.post).cloned().unwrap_or_default(),
                gauges: measured.remove(id).unwrap_or_default(),
                takeovers: takeovers.remove(id).unwrap_or_default(),
                circumstances: circumstances.get(&skp.employee).cloned().unwrap_or_default(),
                earlier: earlier.remove(id).unwrap_or_default(),
                led: led.get(&(skp.rater, *day)).copied().unwrap_or(skp.unit),
                skp,
            };
            Some((*id, material))
        })
        .collect())
}

impl Material {
    /// What follows from it by rule.
    pub(crate) fn outcome(
        &self,
        version: u32,
        period: &Period,
        achievement: Option<&UnitAchievement>,
        policy: &Policy,
    ) -> Result<Outcome, Refusal> {
        let version = self.versions.iter().find(|found| found.number == version);
        let version = version.ok_or_else(|| Refusal::rule(Text::new("plan-evaluate-needs-version")))?;
        evaluate(Inputs {
            skp: &self.skp,
            version,
            period,
            achievement,
            self_assessment: self.own.as_ref(),
            supervisor: self.supervisor.as_ref(),
            takeovers: &self.takeovers,
            circumstances: &self.circumstances,
            earlier: &self.earlier,
            policy,
            employee_name: "",
            scheme: beside::Material { sheets: &self.sheets, required: &self.required, gauges: &self.gauges },
        })
    }
}
