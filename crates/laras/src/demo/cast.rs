//! Who there is in the demo, as written in `demo/*.toml`.

use crate::failure::Stop;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The password of every log-in of the demo.
pub const PASSWORD: &str = "wayang-kulit-lakon";

const FILES: [(&str, &str); 8] = [
    ("agency.toml", include_str!("../../demo/agency.toml")),
    ("sekretariat.toml", include_str!("../../demo/sekretariat.toml")),
    ("kepegawaian.toml", include_str!("../../demo/kepegawaian.toml")),
    ("kominfo.toml", include_str!("../../demo/kominfo.toml")),
    ("pendidikan.toml", include_str!("../../demo/pendidikan.toml")),
    ("kesehatan.toml", include_str!("../../demo/kesehatan.toml")),
    ("feedback.toml", include_str!("../../demo/feedback.toml")),
    ("tim.toml", include_str!("../../demo/tim.toml")),
];

/// One of the files; all of them together are the agency.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Cast {
    /// The agency's name.
    pub name: String,
    /// Its seat.
    pub seat: String,
    /// Its clock.
    pub time_zone: String,
    /// Its scheme.
    pub scheme: String,
    /// Units, from the top down.
    #[serde(rename = "unit")]
    pub units: Vec<Unit>,
    /// Posts, leaders before those they lead.
    #[serde(rename = "post")]
    pub posts: Vec<Post>,
    /// What units achieved.
    pub capaian: Vec<Capaian>,
    /// Annexes by kind of post.
    pub annex: BTreeMap<String, Annex>,
    /// Special expectations to choose from.
    #[serde(rename = "expectation")]
    pub expectations: Vec<Expectation>,
    /// Feedback to choose from.
    pub feedback: Vec<Feedback>,
    /// Teams across units.
    #[serde(rename = "team")]
    pub teams: Vec<Team>,
}

/// A unit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    pub code: String,
    pub parent: Option<String>,
    pub name: String,
}

/// A post, the plan that goes with it, and who holds it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    pub code: String,
    pub unit: String,
    pub title: String,
    pub kind: String,
    #[serde(default)]
    pub leads: bool,
    #[serde(default)]
    pub mandiri: bool,
    /// The post of the rater; the rater's rater is the superior.
    pub rated_by: Option<String>,
    #[serde(rename = "task", default)]
    pub tasks: Vec<Task>,
    #[serde(rename = "result", default)]
    pub results: Vec<Result_>,
    #[serde(rename = "holder", default)]
    pub holders: Vec<Holder>,
}

/// A task of the post.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    pub task: String,
    pub output: String,
}

/// An intended result.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Result_ {
    pub text: String,
    /// The leader's result it supports, by its place from 1.
    pub supports: Option<usize>,
    #[serde(default)]
    pub kind: Option<String>,
    /// The office that assigns it.
    pub by: String,
    #[serde(rename = "indicator")]
    pub indicators: Vec<Indicator>,
}

/// An indicator, its target and what is reported under it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    pub aspek: Option<String>,
    pub perspektif: Option<String>,
    pub text: String,
    pub target: String,
    /// Per cent of the target at which a level starts the year.
    pub start: Option<i64>,
    /// Per cent of the pace last year.
    pub last: Option<i64>,
    /// Per cent of the pace this year.
    pub pace: Option<i64>,
    /// What is reported; `{bulan}` and `{n}` are filled in.
    pub did: Vec<String>,
    #[serde(rename = "step", default)]
    pub steps: Vec<Step>,
}

/// A step of the action plan.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub text: String,
    /// Month and day: `06-30`.
    pub by: String,
    #[serde(default)]
    pub done: bool,
}

/// Who holds a post.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Holder {
    pub name: String,
    pub nip: String,
    pub employment: Option<String>,
    pub rank: String,
    /// Shown with a log-in, as whom.
    pub account: Option<String>,
    pub roles: Vec<String>,
    /// Last year's ratings.
    pub hasil: Option<String>,
    pub perilaku: Option<String>,
    /// Per cent of the pace this year.
    pub pace: Option<i64>,
    /// What is special about this year's plan: `draft`, `unset`, `returned`, `waiting`, `clarified`.
    pub plan: Option<String>,
    /// How far they are in the period that is open: `none`, `self`, `rated`, `evaluated`; done where nothing is said.
    pub stage: Option<String>,
    /// Feedback of their own.
    pub feedback: Option<String>,
    /// Words filled into the plan of the post.
    pub words: BTreeMap<String, String>,
    #[serde(rename = "obstacle")]
    pub obstacles: Vec<Obstacle>,
    #[serde(rename = "note")]
    pub notes: Vec<Note>,
}

/// An obstacle reported lately, and what was answered.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Obstacle {
    /// Result and indicator by their places: `3.1`.
    pub indicator: String,
    pub days_ago: u64,
    pub did: String,
    pub text: String,
    pub help: String,
    pub reply: Option<String>,
    #[serde(default)]
    pub settles: bool,
}

/// A note beside a line of the plan, or what was said about behaviour.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// `1`, `1.1`, `resources`.
    pub line: Option<String>,
    pub text: Option<String>,
    pub about: Option<String>,
}

/// What a unit achieved.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Capaian {
    pub unit: String,
    pub value: String,
    pub basis: String,
}

/// The three annexes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Annex {
    pub resources: Vec<String>,
    pub accountability: Vec<String>,
    pub consequences: Vec<String>,
}

/// A special expectation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    pub nilai: String,
    pub text: String,
}

/// Feedback and its answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    #[serde(rename = "for")]
    pub for_: String,
    pub good: String,
    pub improve: String,
    pub advice: String,
    pub answer: String,
}

/// A team across units; people are named as they hold their posts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    pub name: String,
    pub purpose: String,
    /// The unit that owns it.
    pub unit: Option<String>,
    /// Who sets it up, and says what it achieved.
    pub by: String,
    pub leader: String,
    /// What it achieved in the period that is open, and why.
    pub capaian: String,
    pub because: String,
    #[serde(rename = "member", default)]
    pub members: Vec<TeamMember>,
    #[serde(rename = "result", default)]
    pub results: Vec<TeamDelivers>,
    #[serde(default)]
    pub words: Vec<TeamWords>,
}

/// Somebody in a team.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamMember {
    pub name: String,
    pub work: String,
    pub share: Option<u32>,
    /// The rater has not answered yet.
    #[serde(default)]
    pub waits: bool,
}

/// What a team delivers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamDelivers {
    pub text: String,
    pub target: String,
    /// Month and day.
    pub due: String,
    #[serde(rename = "report", default)]
    pub reports: Vec<TeamReport>,
}

/// What was reported.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamReport {
    pub by: String,
    pub days_ago: u64,
    pub amount: i64,
    pub did: String,
    pub proof: String,
}

/// What the leader said to a member.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamWords {
    pub to: String,
    pub good: String,
    pub improve: String,
}

/// Somebody who can log in to the demo.
pub struct LogIn {
    /// As whom.
    pub role: String,
    /// Name.
    pub name: String,
    /// What is typed.
    pub login: String,
}

impl Cast {
    /// Reads the files.
    pub fn read() -> Result<Self, Stop> {
        let mut all = Self::default();
        for (name, text) in FILES {
            let one: Self = toml::from_str(text).map_err(|error| Stop::new(format!("demo/{name}: {error}")))?;
            if !one.name.is_empty() {
                (all.name, all.seat, all.time_zone, all.scheme) = (one.name, one.seat, one.time_zone, one.scheme);
            }
            all.units.extend(one.units);
            all.posts.extend(one.posts);
            all.capaian.extend(one.capaian);
            all.annex.extend(one.annex);
            all.expectations.extend(one.expectations);
            all.feedback.extend(one.feedback);
            all.teams.extend(one.teams);
        }
        Ok(all)
    }

    /// Those who can log in, in the order of the story.
    pub fn log_ins(&self) -> Vec<LogIn> {
        const ORDER: [&str; 6] = ["pegawai", "pejabat penilai", "atasan", "pimpinan", "pengelola", "admin"];
        let mut shown: Vec<LogIn> = self
            .posts
            .iter()
            .flat_map(|post| &post.holders)
            .filter_map(|holder| {
                let role = holder.account.clone()?;
                Some(LogIn { role, name: holder.name.clone(), login: holder.nip.clone() })
            })
            .collect();
        shown
            .sort_by_key(|log_in| ORDER.iter().position(|start| log_in.role.starts_with(start)).unwrap_or(ORDER.len()));
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{
        account::password,
        people::{Employment, Nip, PostKind},
    };
    use std::collections::BTreeSet;

    #[test]
    fn the_cast_is_in_order() {
        let cast = Cast::read().unwrap_or_else(|stop| panic!("{stop}"));
        let units: BTreeSet<&str> = cast.units.iter().map(|unit| unit.code.as_str()).collect();
        let mut seen: Vec<&Post> = Vec::new();
        let mut nips = BTreeSet::new();
        for post in &cast.posts {
            assert!(units.contains(post.unit.as_str()), "{}: no such unit", post.code);
            assert!(PostKind::from_code(&post.kind).is_some(), "{}: {}", post.code, post.kind);
            let rater = post.rated_by.as_ref().map(|code| seen.iter().find(|leader| leader.code == *code));
            if let Some(rater) = rater {
                let rater = rater.unwrap_or_else(|| panic!("{}: its rater must stand before it", post.code));
                for result in post.results.iter().filter_map(|result| result.supports) {
                    assert!(rater.results.len() >= result, "{}: supports {result} of {}", post.code, rater.code);
                }
            }
            for holder in &post.holders {
                let employment = holder.employment.as_deref().unwrap_or("pns");
                let employment = Employment::from_code(employment).unwrap_or_else(|| panic!("{employment}"));
                if employment != Employment::NonAsn {
                    let nip = Nip::parse(&holder.nip, employment).unwrap_or_else(|e| panic!("{}: {e:?}", holder.name));
                    assert!(nips.insert(nip), "{} has somebody else's NIP", holder.name);
                    assert_eq!(password::check(PASSWORD, &holder.nip), Ok(()));
                }
            }
            seen.push(post);
        }
        assert!((55..=70).contains(&nips.len()), "{} people", nips.len());
    }

    #[test]
    fn every_role_has_a_log_in() {
        let cast = Cast::read().unwrap_or_else(|stop| panic!("{stop}"));
        let roles: Vec<String> = cast.log_ins().into_iter().map(|log_in| log_in.role).collect();
        for role in ["pegawai", "pejabat penilai", "atasan", "pimpinan", "pengelola", "admin", "auditor"] {
            assert!(roles.iter().any(|shown| shown.starts_with(role)), "{role}");
        }
    }
}
