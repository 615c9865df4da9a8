//! All folders together: reading, checking, and joining what is in force on a day.

use super::{
    Cited, DocumentDays, InForce, Policy, Problem,
    fields::{Fields, Source},
    notes,
    rule::{Place, Rule, Shape},
    value::{self, Value},
};
use crate::{
    decision::{Certainty, Citation, Refusal, Text},
    evaluation::Rhythm,
    time::Holidays,
};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// One dated version of one rule.
#[derive(Clone, Debug)]
struct Dated {
    rule: Rule,
    from: NaiveDate,
    until: Option<NaiveDate>,
    cite: Citation,
    source: String,
    value: Option<Value>,
    file: String,
    line: usize,
}

/// One folder.
#[derive(Clone, Debug, Default)]
struct Folder {
    scheme: bool,
    rules: Vec<Dated>,
    explained: BTreeSet<Rule>,
}

/// Everything below `policies/`, read and found to be in order.
#[derive(Clone, Debug, Default)]
pub struct Library {
    folders: BTreeMap<String, Folder>,
    holidays: Holidays,
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
            let &[kind @ ("law" | "schemes"), folder, file] = parts.as_slice() else { continue };
            let source = Source::new(path, &text);
            if file == "notes.md" {
                let (explained, found) = notes::read(path, &text);
                library.folder(kind, folder).explained.extend(explained);
                problems.extend(found);
            } else if !is_toml(file) || file == "cases.toml" {
                continue;
            } else if folder == HOLIDAYS {
                library.holidays.0.extend(holidays(&source, file));
            } else {
                let rules = rules(&source, kind == "schemes", folder);
                library.folder(kind, folder).rules.extend(rules);
            }
            problems.extend(source.into_problems());
        }
        problems.extend(library.check());
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
    pub fn holidays(&self) -> Holidays {
        self.holidays.clone()
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
        let mut found: BTreeMap<Rule, &Dated> = BTreeMap::new();
        let mut id = Vec::new();
        for name in &names {
            let Some(folder) = self.folders.get(*name) else { continue };
            let now: Vec<&Dated> = folder.rules.iter().filter(|d| folder.rules_until(d).contains(on)).collect();
            if now.is_empty() {
                continue;
            }
            let versions: BTreeSet<NaiveDate> =
                folder.rules.iter().map(|d| d.from).filter(|from| *from <= on).collect();
            id.push(format!("{name}@{}", versions.len()));
            // A scheme's own name comes last and stands for the whole.
            found.extend(now.into_iter().map(|dated| (dated.rule, dated)));
        }
        Assemble { found, scheme, id: id.join("+"), on }.policy().ok_or_else(nothing)
    }

    /// The laws a scheme names on a day, in its order.
    fn laws(folder: &Folder, on: NaiveDate) -> Vec<String> {
        folder
            .rules
            .iter()
            .filter(|d| d.rule == Rule::Laws && folder.rules_until(d).contains(on))
            .filter_map(|d| if let Some(Value::Words(laws)) = &d.value { Some(laws.clone()) } else { None })
            .next_back()
            .unwrap_or_default()
    }

    /// What is wrong across files: dates, missing laws and rules, assumptions without a note, rhythms not allowed.
    fn check(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (name, folder) in &self.folders {
            for rule in Rule::ALL {
                check_dates(&folder.versions(*rule), &mut problems);
            }
            for dated in &folder.rules {
                if dated.cite.certainty == Certainty::Assumption && !folder.explained.contains(&dated.rule) {
                    let says = Text::new("policy-problem-assumption-unexplained").with("rule", dated.rule.code());
                    problems.push(dated.problem(says));
                }
            }
            let Some(first) = folder.versions(Rule::Name).first().copied() else {
                if !folder.rules.is_empty() {
                    let file = folder.rules[0].file.clone();
                    problems.push(Problem {
                        file,
                        line: 1,
                        says: Text::new("policy-problem-no-name").with("folder", name.as_str()),
                    });
                }
                continue;
            };
            if folder.scheme {
                self.check_scheme(folder, first, &mut problems);
            }
        }
        problems
    }

    fn check_scheme(&self, scheme: &Folder, first: &Dated, problems: &mut Vec<Problem>) {
        let laws: BTreeSet<String> = scheme
            .versions(Rule::Laws)
            .iter()
            .filter_map(|d| if let Some(Value::Words(laws)) = &d.value { Some(laws.clone()) } else { None })
            .flatten()
            .collect();
        for law in &laws {
            if self.folders.get(law).is_none_or(|folder| folder.scheme) {
                problems.push(first.problem(Text::new("policy-problem-unknown-law").with("law", law.as_str())));
            }
        }
        let folders = || laws.iter().filter_map(|law| self.folders.get(law)).chain([scheme]);
        for rule in Rule::ALL.iter().filter(|rule| **rule != Rule::Name) {
            let mut versions: Vec<&Dated> = folders().flat_map(|folder| folder.versions(*rule)).collect();
            versions.sort_by_key(|d| d.from);
            check_dates(&versions, problems);
            if rule.required() {
                match versions.first() {
                    None => {
                        let says = Text::new("policy-problem-rule-missing").with("rule", rule.code());
                        problems.push(first.problem(says));
                    }
                    Some(earliest) if earliest.from > first.from => {
                        let says = Text::new("policy-problem-gap")
                            .with("rule", rule.code())
                            .with("from", first.from)
                            .with("until", earliest.from - Days::new(1));
                        problems.push(earliest.problem(says));
                    }
                    Some(_) => {}
                }
                if let Some(last) = versions.last().filter(|last| last.until.is_some()) {
                    let says = Text::new("policy-problem-ends").with("rule", rule.code());
                    problems.push(last.problem(says));
                }
            }
        }
        for dated in scheme.versions(Rule::Periodic) {
            let allowed = folders().flat_map(|f| f.versions(Rule::PeriodicRhythms)).rfind(|d| d.from <= dated.from);
            if let (Some(Value::Rhythm(chosen)), Some(Value::Rhythms(allowed))) =
                (&dated.value, allowed.and_then(|d| d.value.as_ref()))
                && !allowed.contains(chosen)
            {
                problems
                    .push(dated.problem(Text::new("policy-problem-rhythm-not-allowed").with("rhythm", chosen.label())));
            }
        }
        for dated in scheme.versions(Rule::Review) {
            if matches!(dated.value, Some(Value::Rhythm(rhythm)) if rhythm != Rhythm::Semesteran) {
                problems.push(dated.problem(Text::new("policy-problem-review-not-semester")));
            }
        }
    }
}

impl Dated {
    fn problem(&self, says: Text) -> Problem {
        Problem { file: self.file.clone(), line: self.line, says }
    }
}

impl Folder {
    fn versions(&self, rule: Rule) -> Vec<&Dated> {
        let mut all: Vec<&Dated> = self.rules.iter().filter(|d| d.rule == rule).collect();
        all.sort_by_key(|d| d.from);
        all
    }

    /// The days of a version: until its own end, or until the next version begins.
    fn rules_until(&self, dated: &Dated) -> crate::time::DateRange {
        let next = self.rules.iter().filter(|d| d.rule == dated.rule && d.from > dated.from).map(|d| d.from).min();
        crate::time::DateRange { from: dated.from, until: dated.until.or_else(|| next.map(|next| next - Days::new(1))) }
    }
}

/// Versions of one rule, in order: none may begin inside another or leave days between.
fn check_dates(versions: &[&Dated], problems: &mut Vec<Problem>) {
    for pair in versions.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let same_folder = a.cite.policy == b.cite.policy;
        let overlap = match a.until {
            Some(until) => b.from <= until,
            None => b.from == a.from || !same_folder,
        };
        if overlap {
            let says = Text::new("policy-problem-overlap").with("rule", b.rule.code()).with("from", b.from);
            problems.push(b.problem(says));
        } else if let Some(until) = a.until.filter(|until| b.from > *until + Days::new(1)) {
            let says = Text::new("policy-problem-gap")
                .with("rule", b.rule.code())
                .with("from", until + Days::new(1))
                .with("until", b.from - Days::new(1));
            problems.push(b.problem(says));
        }
    }
}

/// The rules of a file: every key is a rule, its value a list of dated versions.
fn rules(source: &Source<'_>, scheme: bool, folder: &str) -> Vec<Dated> {
    let Some(table) = source.parse() else { return Vec::new() };
    let mut all = Vec::new();
    for (key, value) in &table {
        let line = source.line(key.span().start);
        let code: &str = key.get_ref();
        let Some(rule) = Rule::from_code(code) else {
            source.complain(line, Text::new("policy-problem-unknown-rule").with("rule", code));
            continue;
        };
        let misplaced = match rule.place() {
            Place::Both => false,
            Place::Law => scheme,
            Place::Scheme => !scheme,
        };
        if misplaced {
            source.complain(line, Text::new("policy-problem-misplaced").with("rule", code));
            continue;
        }
        let Some(versions) = value.get_ref().as_array() else {
            source.complain(line, Text::new("policy-problem-not-dated").with("rule", code));
            continue;
        };
        for version in versions {
            let line = source.line(version.span().start);
            match version.get_ref().as_table() {
                Some(table) => all.extend(dated(&Fields::new(source, table, line), rule, folder)),
                None => source.complain(line, Text::new("policy-problem-not-dated").with("rule", code)),
            }
        }
    }
    all
}

fn dated(f: &Fields<'_, '_>, rule: Rule, folder: &str) -> Option<Dated> {
    let (from, until) = (f.date("from"), f.maybe_date("until"));
    let (article, source) = (f.str("article"), f.str("source"));
    let certainty = f.code("certainty", "text, secondary or assumption", |code| match code {
        "text" => Some(Certainty::Text),
        "secondary" => Some(Certainty::Secondary),
        "assumption" => Some(Certainty::Assumption),
        _ => None,
    });
    let value = f.str("shape").and_then(|code| match Shape::from_code(&code) {
        None => {
            f.source.complain(f.line_of("shape"), Text::new("policy-problem-unknown-shape").with("shape", code));
            None
        }
        Some(shape) if shape != rule.shape() => {
            let says = Text::new("policy-problem-other-shape")
                .with("rule", rule.code())
                .with("shape", code)
                .with("wants", rule.shape().code());
            f.source.complain(f.line_of("shape"), says);
            None
        }
        Some(shape) => {
            let value = value::read(shape, f);
            f.nothing_else();
            value
        }
    });
    let from = from?;
    if until.is_some_and(|until| until < from) {
        f.wrong("until", "a day not before `from`");
    }
    let cite = Citation { policy: folder.to_owned(), article: article?, certainty: certainty? };
    Some(Dated { rule, from, until, cite, source: source?, value, file: f.source.file.to_owned(), line: f.line })
}

/// A year of holidays: `holiday = [{ date, name, kind, source }]`.
fn holidays(source: &Source<'_>, file: &str) -> Vec<NaiveDate> {
    let Some(table) = source.parse() else { return Vec::new() };
    let top = Fields::new(source, &table, 1);
    let mut all: Vec<NaiveDate> = Vec::new();
    let common = top.str("source");
    for f in top.tables("holiday").unwrap_or_default() {
        let (date, name, kind) = (f.date("date"), f.str("name"), f.str("kind"));
        f.nothing_else();
        if kind.is_some_and(|kind| !matches!(kind.as_str(), "libur_nasional" | "cuti_bersama")) {
            f.wrong("kind", "libur_nasional or cuti_bersama");
        }
        let (Some(date), Some(_), Some(_)) = (date, name, &common) else { continue };
        if date.format("%Y.toml").to_string() != file {
            f.wrong("date", "a day of the year the file is named after");
        }
        if all.last().is_some_and(|last| *last >= date) {
            f.wrong("date", "a day after the one before");
        }
        all.push(date);
    }
    top.nothing_else();
    all
}

/// Hands the values out typed.
struct Assemble<'a> {
    found: BTreeMap<Rule, &'a Dated>,
    scheme: &'a str,
    id: String,
    on: NaiveDate,
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
    fn policy(self) -> Option<Policy> {
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
            themes: take!(self, Themes, Themes),
            rules: rules.collect(),
            id: self.id,
            scheme: self.scheme.to_owned(),
            on: self.on,
        })
    }
}
