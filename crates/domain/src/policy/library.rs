//! All folders together: reading them, and joining what is in force on a day.

use super::{
    Policy, Problem,
    assemble::Assemble,
    check,
    dated::{self, Dated, Folder},
    fields::Source,
    hours::{WeekHours, WorkingHours},
    law_value::LawValue,
    national::{self, Found, National},
    notes,
    rule::{Place, Rule},
    training,
    value::Value,
};
use crate::{
    certification::Course,
    decision::{Refusal, Text},
    orientation::Quiz,
    time::{DateRange, Holidays},
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Everything below `policies/`, read and found to be in order.
#[derive(Clone, Debug, Default)]
pub struct Library {
    folders: BTreeMap<String, Folder>,
    holidays: Holidays,
    /// Working hours by scheme; of the law alone under the empty name.
    hours: BTreeMap<String, WorkingHours>,
    course: Course,
    quiz: Quiz,
}

/// The folder of the holiday files below `law/`.
const HOLIDAYS: &str = "hari-libur";

fn is_toml(file: &str) -> bool {
    file.rsplit_once('.').is_some_and(|(_, ending)| ending == "toml")
}

impl Library {
    /// Reads files by their path below `policies/`; what is not a rule, a note or a holiday file is passed over.
    /// All problems are reported, in the order of files and lines.
    pub fn load(files: impl IntoIterator<Item = (String, String)>) -> Result<Self, Vec<Problem>> {
        let mut library = Self::default();
        let mut problems = Vec::new();
        for (path, text) in files {
            let path = path.replace('\\', "/");
            let path = path.strip_prefix("policies/").unwrap_or(&path);
            let parts: Vec<&str> = path.split('/').collect();
            if let ["training", file] = parts.as_slice()
                && is_toml(file)
            {
                let source = Source::new(path, &text);
                training::read(&source, file, &mut library.course, &mut library.quiz);
                problems.extend(source.into_problems());
                continue;
            }
            let &[kind @ ("law" | "schemes"), folder, file] = parts.as_slice() else { continue };
            let source = Source::new(path, &text);
            if file == "notes.md" {
                let (explained, found) = notes::read(path, &text);
                library.folder(kind, folder).explained.extend(explained);
                problems.extend(found);
            } else if !is_toml(file) || file == "cases.toml" {
                continue;
            } else if folder == HOLIDAYS {
                library.holidays.0.extend(dated::holidays(&source, file));
            } else {
                let rules = dated::rules(&source, kind == "schemes", folder);
                library.folder(kind, folder).rules.extend(rules);
            }
            problems.extend(source.into_problems());
        }
        problems.extend(training::check(&library.course));
        problems.extend(check::all(&library.folders));
        library.hours = library.all_hours();
        problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        problems.dedup();
        if problems.is_empty() { Ok(library) } else { Err(problems) }
    }

    fn folder(&mut self, kind: &str, name: &str) -> &mut Folder {
        let folder = self.folders.entry(name.to_owned()).or_default();
        folder.scheme = kind == "schemes";
        folder
    }

    /// The holidays of all years known.
    pub fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    /// The working hours of an agency with this scheme: its own, or else those of the law.
    pub fn hours(&self, scheme: &str) -> &WorkingHours {
        static NONE: WorkingHours = WorkingHours { usual: Vec::new(), ramadan: Vec::new() };
        self.hours.get(scheme).or_else(|| self.hours.get("")).unwrap_or(&NONE)
    }

    fn all_hours(&self) -> BTreeMap<String, WorkingHours> {
        let of = |scheme: Option<&Folder>, rule: Rule| {
            let own = scheme.filter(|folder| !folder.versions(rule).is_empty());
            let laws = self.folders.values().filter(|folder| own.is_none() && !folder.scheme);
            let mut all: Vec<(DateRange, WeekHours)> = Vec::new();
            for folder in own.into_iter().chain(laws) {
                for dated in folder.versions(rule) {
                    if let Some(Value::Law(LawValue::Hours(week))) = &dated.value {
                        all.push((folder.days_of(dated), week.clone()));
                    }
                }
            }
            all.sort_by_key(|(days, _)| days.from);
            all
        };
        let hours = |scheme: Option<&Folder>| WorkingHours {
            usual: of(scheme, Rule::WorkingHours),
            ramadan: of(scheme, Rule::WorkingHoursRamadan),
        };
        let schemes = self.folders.iter().filter(|(_, folder)| folder.scheme);
        let mut all: BTreeMap<String, WorkingHours> =
            schemes.map(|(name, folder)| (name.clone(), hours(Some(folder)))).collect();
        all.insert(String::new(), hours(None));
        all
    }

    /// What raters are trained with (R24).
    pub fn course(&self) -> &Course {
        &self.course
    }

    /// The quiz of the tour for employees (R27).
    pub fn quiz(&self) -> &Quiz {
        &self.quiz
    }

    /// The schemes by folder with their names.
    pub fn schemes(&self) -> Vec<(String, String)> {
        let name = |folder: &Folder| {
            folder.rules.iter().rev().find_map(|d| match (&d.rule, &d.value) {
                (Rule::Name, Some(Value::Text(name))) => Some(name.clone()),
                _ => None,
            })
        };
        self.folders
            .iter()
            .filter(|(_, folder)| folder.scheme)
            .map(|(code, folder)| (code.clone(), name(folder).unwrap_or_else(|| code.clone())))
            .collect()
    }

    /// What is in force for a scheme on a day.
    pub fn in_force(&self, scheme: &str, on: NaiveDate) -> Result<Policy, Refusal> {
        let folder = self
            .folders
            .get(scheme)
            .filter(|folder| folder.scheme)
            .ok_or_else(|| Refusal::NotFound(format!("scheme {scheme}")))?;
        let nothing = || {
            let says = Text::new("policy-none-in-force").with("scheme", scheme).with("on", on);
            Refusal::rule(says).next(Text::new("policy-none-in-force-next"))
        };
        let laws = Self::laws(folder, on);
        let mut names: Vec<&str> = laws.iter().map(String::as_str).collect();
        names.push(scheme);
        // A scheme's own name comes last and stands for the whole.
        let (mut found, id) = self.found(names, on, |_| true);
        let (everywhere, national_id) = self.everywhere(on);
        let national = national::national(&everywhere, national_id, on);
        found.extend(everywhere);
        // What the scheme sets of its own goes before what is usual.
        for (rule, dated) in self.found(self.law_names(), on, |rule| rule.place() == Place::Usual).0 {
            found.entry(rule).or_insert(dated);
        }
        Assemble { found, scheme, id, on, national }.policy().ok_or_else(nothing)
    }

    /// What holds on a day for every agency, whatever its scheme.
    pub fn national(&self, on: NaiveDate) -> National {
        let (found, id) = self.everywhere(on);
        national::national(&found, id, on)
    }

    /// Every version in force on a day with its folder, whoever names it.
    pub fn versions_on(&self, on: NaiveDate) -> Vec<(Rule, &str)> {
        let mut all = Vec::new();
        for (name, folder) in &self.folders {
            let now = folder.rules.iter().filter(|d| folder.days_of(d).contains(on));
            all.extend(now.map(|d| (d.rule, name.as_str())));
        }
        all
    }

    fn everywhere(&self, on: NaiveDate) -> (Found<'_>, String) {
        self.found(self.law_names(), on, |rule| rule.place() == Place::Nation)
    }

    fn law_names(&self) -> impl Iterator<Item = &str> {
        self.folders.iter().filter(|(_, folder)| !folder.scheme).map(|(name, _)| name.as_str())
    }

    /// The rules of these folders in force on a day, a later folder over an earlier one, and the folders' versions.
    fn found<'a>(
        &self,
        names: impl IntoIterator<Item = &'a str>,
        on: NaiveDate,
        wanted: impl Fn(Rule) -> bool,
    ) -> (Found<'_>, String) {
        let mut found = Found::new();
        let mut id = Vec::new();
        for name in names {
            let Some(folder) = self.folders.get(name) else { continue };
            let in_force = |d: &&Dated| wanted(d.rule) && folder.days_of(d).contains(on);
            let now: Vec<&Dated> = folder.rules.iter().filter(in_force).collect();
            if now.is_empty() {
                continue;
            }
            let versions: BTreeSet<NaiveDate> =
                folder.rules.iter().map(|d| d.from).filter(|from| *from <= on).collect();
            id.push(format!("{name}@{}", versions.len()));
            found.extend(now.into_iter().map(|dated| (dated.rule, dated)));
        }
        (found, id.join("+"))
    }

    /// The laws a scheme names on a day, in its order.
    fn laws(folder: &Folder, on: NaiveDate) -> Vec<String> {
        folder
            .rules
            .iter()
            .filter(|d| d.rule == Rule::Laws && folder.days_of(d).contains(on))
            .filter_map(|d| if let Some(Value::Words(laws)) = &d.value { Some(laws.clone()) } else { None })
            .next_back()
            .unwrap_or_default()
    }
}
