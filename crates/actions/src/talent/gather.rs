//! What is known of many people at once, in a fixed number of questions: predicates of the years, competence, notes of the office,
//! what keeps them away, ratings of potential.

use crate::{Ctx, Failure};
use chrono::{Datelike, NaiveDate};
use domain::{
    evaluation::{Period, Predikat, Rhythm},
    ids::{EmployeeId, PeriodId, PostId},
    people::circumstance::Kind,
    policy::Policy,
    scheme::{
        SchemeResult,
        follow::{Condition, Programme},
        follow_ups,
        outlook::{Outlook, Year},
    },
    talent::{
        boxes::{self, PotentialRating},
        eligibility::{Asked, CareerNote, Eligibility, Fact, Known, Track, eligibility},
        jpm::{Jpm, Level, jpm},
    },
};
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};
use store::{Person, Scope};

/// Years looked back on.
const YEARS: i32 = 5;
/// How long studies are thought to take where nobody says, in months.
pub const STUDY_MONTHS: u32 = 24;

/// What was found.
pub struct Gathered {
    /// The rules of the day.
    pub policy: Arc<Policy>,
    /// The day.
    pub today: NaiveDate,
    /// The last year whose annual period is closed.
    pub newest: i32,
    predikats: HashMap<EmployeeId, BTreeMap<i32, Predikat>>,
    results: HashMap<EmployeeId, BTreeMap<i32, SchemeResult>>,
    averages: BTreeMap<i32, i64>,
    standards: HashMap<PostId, Vec<(String, u8)>>,
    notes: HashMap<EmployeeId, BTreeMap<Fact, CareerNote>>,
    away: HashMap<EmployeeId, Kind>,
    ratings: HashMap<EmployeeId, PotentialRating>,
}

/// Everything about some people, or about everybody.
#[crate::boxed]
pub async fn gather(scope: &Scope, ctx: &Ctx, of: Option<&[EmployeeId]>) -> Result<Gathered, Failure> {
    let today = ctx.today();
    let policy = ctx.policy(today)?;
    let periods = closed(scope, today).await?;
    let newest = periods.keys().next_back().copied().unwrap_or(today.year() - 1);
    let years: HashMap<PeriodId, i32> = periods.iter().map(|(year, period)| (period.id, *year)).collect();
    let ids: Vec<PeriodId> = years.keys().copied().collect();
    let (mut predikats, mut results) = (HashMap::new(), HashMap::new());
    for brief in scope.briefs(&ids, of).await? {
        let Some(year) = years.get(&brief.period) else { continue };
        if let Some(predikat) = brief.predikat {
            predikats.entry(brief.employee).or_insert_with(BTreeMap::new).insert(*year, predikat);
        }
        if let Some(result) = brief.scheme {
            results.entry(brief.employee).or_insert_with(BTreeMap::new).insert(*year, result);
        }
    }
    let mut averages = BTreeMap::new();
    let rules = policy.appraisal.follow_ups.as_ref().map_or(&[][..], |rule| &rule.value);
    if rules.iter().flat_map(|rule| &rule.when).any(|one| matches!(one, Condition::BelowAverage)) {
        for (year, period) in &periods {
            averages.extend(scope.mean_score(period.id).await?.map(|mean| (*year, mean)));
        }
    }
    let mut standards: HashMap<PostId, Vec<(String, u8)>> = HashMap::new();
    for one in scope.standards().await? {
        standards.entry(one.post).or_default().push((one.criterion, one.level));
    }
    let mut notes: HashMap<EmployeeId, BTreeMap<Fact, CareerNote>> = HashMap::new();
    for note in scope.career_notes(of).await? {
        notes.entry(note.employee).or_default().insert(note.fact, note);
    }
    let away = scope.circumstances_on(today).await?;
    let away = away.into_iter().map(|one| (one.employee, one.kind)).collect();
    let ratings = scope.potentials(of).await?.into_iter().map(|rating| (rating.employee, rating)).collect();
    Ok(Gathered { policy, today, newest, predikats, results, averages, standards, notes, away, ratings })
}

/// Annual periods that are closed, by year.
async fn closed(scope: &Scope, today: NaiveDate) -> Result<BTreeMap<i32, Period>, Failure> {
    let mut found = BTreeMap::new();
    for year in today.year() - YEARS..=today.year() {
        let periods = scope.periods(year).await?;
        let annual = periods.into_iter().find(|one| one.rhythm == Rhythm::Tahunan && one.closed_at.is_some());
        found.extend(annual.map(|period| (year, period)));
    }
    Ok(found)
}

impl Gathered {
    /// Levels found last, by criterion, in hundredths. This is the one place that knows where competence comes from: the criteria
    /// of the scheme in the newest result that has them. A profile from elsewhere is handed out here instead.
    pub fn levels(&self, employee: EmployeeId) -> BTreeMap<String, i64> {
        let newest = self.results.get(&employee).and_then(|years| years.values().next_back());
        let criteria = newest.map_or(&[][..], |result| &result.criteria);
        criteria.iter().filter_map(|scored| Some((scored.code.clone(), scored.level?))).collect()
    }

    /// Predicates by year.
    pub fn predikats(&self, employee: EmployeeId) -> BTreeMap<i32, Predikat> {
        self.predikats.get(&employee).cloned().unwrap_or_default()
    }

    /// The scheme's results by year.
    pub fn results(&self, employee: EmployeeId) -> Option<&BTreeMap<i32, SchemeResult>> {
        self.results.get(&employee)
    }

    /// What the office recorded, the latest of each.
    pub fn notes(&self, employee: EmployeeId) -> Vec<CareerNote> {
        self.notes.get(&employee).map(|notes| notes.values().cloned().collect()).unwrap_or_default()
    }

    /// The latest rating of potential.
    pub fn rating(&self, employee: EmployeeId) -> Option<&PotentialRating> {
        self.ratings.get(&employee)
    }

    /// Competence of somebody against a post, level by level; empty where the post has no standard.
    pub fn profile(&self, employee: EmployeeId, post: Option<PostId>) -> Vec<Level> {
        let have = self.levels(employee);
        let scheme = &self.policy.appraisal;
        let standards = post.and_then(|post| self.standards.get(&post)).map_or(&[][..], Vec::as_slice);
        standards
            .iter()
            .map(|(code, need)| Level {
                name: scheme.criterion(code).map_or_else(|| code.clone(), |criterion| criterion.name.clone()),
                have: have.get(code).copied(),
                code: code.clone(),
                need: *need,
            })
            .collect()
    }

    /// What these levels come to.
    pub fn jpm(&self, employee: EmployeeId, post: Option<PostId>) -> Jpm {
        jpm(&self.profile(employee, post))
    }

    /// What the scheme's rules propose of one person's years.
    pub fn outlook(&self, employee: EmployeeId) -> Outlook {
        let (predikats, results) = (self.predikats.get(&employee), self.results.get(&employee));
        let years: Vec<Year> = (self.newest - YEARS..=self.newest)
            .filter_map(|year| {
                let predikat = predikats.and_then(|all| all.get(&year)).copied();
                let result = results.and_then(|all| all.get(&year)).cloned();
                let average = self.averages.get(&year).copied();
                (predikat.is_some() || result.is_some()).then_some(Year { year, predikat, result, average })
            })
            .collect();
        follow_ups(&self.policy.appraisal, &years)
    }

    fn ruled(&self, programme: Option<Programme>) -> bool {
        let rules = self.policy.appraisal.follow_ups.as_ref().map_or(&[][..], |rule| &rule.value);
        rules.iter().any(|rule| Some(rule.programme) == programme)
    }

    /// The conditions of a track for somebody.
    pub fn eligibility(&self, person: &Person, track: Track, study_months: u32) -> Eligibility {
        let id = person.employee.id;
        let (none, no_notes) = (BTreeMap::new(), BTreeMap::new());
        let jpm = self.jpm(id, person.post.as_ref().map(|post| post.id));
        let outlook = self.ruled(track.programme()).then(|| self.outlook(id));
        let known = Known {
            employment: person.employee.employment,
            post: person.post.as_ref().map(|post| post.kind),
            nip: person.employee.nip.as_ref(),
            predikats: self.predikats.get(&id).unwrap_or(&none),
            jpm: &jpm,
            away: self.away.get(&id).copied(),
            notes: self.notes.get(&id).unwrap_or(&no_notes),
            outlook: outlook.as_ref(),
        };
        let asked = Asked { today: self.today, newest: self.newest, study_months };
        eligibility(track, &self.policy.career, &known, &asked)
    }

    /// Where somebody stands among the nine boxes; `None` while the rules have none.
    pub fn place(&self, person: &Person) -> Option<domain::decision::Decision<boxes::Placement>> {
        let (axes, boxes) = (self.policy.career.axes.as_ref()?, self.policy.career.boxes.as_ref()?);
        let id = person.employee.id;
        let none = BTreeMap::new();
        let jpm = self.jpm(id, person.post.as_ref().map(|post| post.id));
        let known = boxes::Known {
            predikats: self.predikats.get(&id).unwrap_or(&none),
            newest: self.newest,
            jpm: &jpm,
            rating: self.ratings.get(&id),
            today: self.today,
        };
        Some(boxes::place(&axes.value, &boxes.value, (&axes.cite, &boxes.cite), &known))
    }
}
