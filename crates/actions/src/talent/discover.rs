//! *The office looks for skill nobody asked for yet*: clusters by unit without names, an inventory of those who want to be found;
//! *asks the people* of a cluster; and *proposes a programme* for those who said yes (R19).

use super::gather::{Gathered, gather};
use crate::{
    Ctx, Failure,
    failure::{fields, not_found},
};
use domain::{
    decision::Text,
    ids::{EmployeeId, OfferId, UnitId},
    people::Unit,
    permissions::{Action, Facts, may},
    talent::skill::{Cluster, Consent, Field, Offer, Shown, Skill, Source, check_offer, clusters},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::{Person, Scope};

/// A level from which a criterion shows a skill, in hundredths: four of five (certainty: assumption).
const SHOWS: i64 = 400;
/// People of the inventory shown at once.
const SHOWN: usize = 60;

/// Where something of a field shows of one person, beside their own word. Trainings finished are added here once a room keeps them.
pub(super) fn signs_of(found: &Gathered, employee: EmployeeId, field: &Field, good: &[String]) -> BTreeSet<Source> {
    let mut sources = BTreeSet::new();
    if !field.criteria.is_empty() {
        let levels = found.levels(employee);
        if field.criteria.iter().any(|code| levels.get(code).is_some_and(|level| *level >= SHOWS)) {
            sources.insert(Source::Penilaian);
        }
    }
    if good.iter().any(|words| field.named_in(words)) {
        sources.insert(Source::UmpanBalik);
    }
    sources
}

/// Everything the inventory is made of.
struct Seen {
    people: Vec<Person>,
    fields: Vec<Field>,
    shown: Vec<Shown>,
    skills: Vec<Skill>,
    units: Vec<Unit>,
}

async fn look(scope: &Scope, ctx: &Ctx) -> Result<Seen, Failure> {
    let found = gather(scope, ctx, None).await?;
    let fields = found.policy.career.fields.as_ref().map(|rule| rule.value.clone()).unwrap_or_default();
    let people: Vec<Person> =
        scope.everyone(found.today).await?.into_iter().filter(|person| person.line.is_some()).collect();
    let mut good: HashMap<EmployeeId, Vec<String>> = HashMap::new();
    for (employee, words) in scope.good_words().await? {
        good.entry(employee).or_default().push(words);
    }
    let skills = scope.skills(None).await?;
    let mut answers: HashMap<(EmployeeId, String), Option<bool>> = HashMap::new();
    for one in scope.skill_consents(None).await? {
        answers.insert((one.employee, one.field), one.answer.map(|(yes, _)| yes));
    }
    let mut declared: HashMap<(EmployeeId, &str), &Skill> = HashMap::new();
    for skill in &skills {
        declared.insert((skill.employee, skill.field.as_str()), skill);
    }
    let mut shown = Vec::new();
    for person in &people {
        let id = person.employee.id;
        let words = good.get(&id).map_or(&[][..], Vec::as_slice);
        for field in &fields {
            let mut sources = signs_of(&found, id, field, words);
            let own = declared.get(&(id, field.code.as_str()));
            // What is not shared is nobody's business; their own word alone counts only when it is.
            if own.is_some_and(|skill| skill.shared) {
                sources.insert(Source::Diri);
            }
            if sources.is_empty() {
                continue;
            }
            let answer = answers.get(&(id, field.code.clone())).copied().flatten();
            shown.push(Shown {
                employee: id,
                unit: person.unit.as_ref().map(|unit| unit.id),
                field: field.code.clone(),
                of_post: person.post.as_ref().is_some_and(|post| field.named_in(&post.title)),
                willing: answer.or_else(|| own.filter(|skill| skill.shared).map(|_| true)),
                sources,
            });
        }
    }
    Ok(Seen { people, fields, shown, skills, units: scope.units().await? })
}

/// A cluster in words.
pub struct ClusterRow {
    /// Its numbers.
    pub cluster: Cluster,
    /// The field.
    pub field: String,
    /// The unit.
    pub unit: String,
}

/// Somebody who wants to be found.
pub struct Found {
    /// Who.
    pub person: Person,
    /// The field.
    pub field: String,
    /// Their own word of it, if they gave it.
    pub own: Option<(u8, String)>,
    /// Where it shows.
    pub sources: BTreeSet<Source>,
    /// Is it part of their post?
    pub of_post: bool,
}

/// The inventory.
pub struct Inventory {
    /// Fields to choose from.
    pub fields: Vec<Field>,
    /// The field asked for.
    pub field: Option<String>,
    /// Words asked for.
    pub query: String,
    /// Clusters of hidden skill, the largest first.
    pub clusters: Vec<ClusterRow>,
    /// People who want to be found.
    pub found: Vec<Found>,
    /// How many there are in all.
    pub total: usize,
    /// Programmes that were proposed, with the names of field and unit.
    pub offers: Vec<(Offer, String, String)>,
    /// May the reader ask and propose?
    pub proposes: bool,
}

/// The inventory: clusters, and people by field and words.
#[crate::boxed]
pub async fn inventory(ctx: &Ctx, field: Option<String>, query: &str) -> Result<Inventory, Failure> {
    ctx.permit(Action::SkillRead)?;
    let scope = ctx.read();
    let seen = look(&scope, ctx).await?;
    let wanted = store::name_key(query);
    let name = |code: &str| field_name(&seen.fields, code);
    let unit =
        |id: UnitId| seen.units.iter().find(|unit| unit.id == id).map(|unit| unit.name.clone()).unwrap_or_default();
    let people: HashMap<EmployeeId, &Person> = seen.people.iter().map(|person| (person.employee.id, person)).collect();
    let mut found: Vec<Found> = seen
        .shown
        .iter()
        .filter(|one| one.willing == Some(true) && field.as_ref().is_none_or(|field| *field == one.field))
        .filter_map(|one| {
            let person = people.get(&one.employee)?;
            let own = seen.skills.iter().find(|s| s.employee == one.employee && s.field == one.field && s.shared);
            let proof = own.map_or("", |skill| skill.proof.as_str());
            let all = store::name_key(&format!("{} {} {proof}", person.employee.name, name(&one.field)));
            wanted.split(' ').all(|word| all.contains(word)).then(|| Found {
                person: (*person).clone(),
                field: name(&one.field),
                own: own.map(|skill| (skill.level, skill.proof.clone())),
                sources: one.sources.clone(),
                of_post: one.of_post,
            })
        })
        .collect();
    let total = found.len();
    found.truncate(SHOWN);
    let above: BTreeMap<UnitId, Option<UnitId>> = seen.units.iter().map(|unit| (unit.id, unit.parent)).collect();
    let rows = clusters(&seen.shown, &above).into_iter().filter(|one| field.as_ref().is_none_or(|f| *f == one.field));
    let rows = rows.map(|cluster| ClusterRow { field: name(&cluster.field), unit: unit(cluster.unit), cluster });
    let clusters = rows.collect();
    let offers = scope.skill_offers().await?.into_iter().map(|offer| {
        let (field, unit) = (name(&offer.field), unit(offer.unit));
        (offer, field, unit)
    });
    Ok(Inventory {
        offers: offers.collect(),
        proposes: may(&ctx.actor, Action::SkillPropose, &Facts::none()).is_ok(),
        query: query.to_owned(),
        clusters,
        fields: seen.fields,
        field,
        found,
        total,
    })
}

fn field_name(fields: &[Field], code: &str) -> String {
    fields.iter().find(|field| field.code == code).map_or_else(|| code.to_owned(), |field| field.name.clone())
}

/// People of a cluster, and the cluster; too small a group is not there.
fn of_cluster<'a>(seen: &'a Seen, field: &str, unit: UnitId) -> Option<(Cluster, Vec<&'a Shown>)> {
    let above: BTreeMap<UnitId, Option<UnitId>> = seen.units.iter().map(|unit| (unit.id, unit.parent)).collect();
    let cluster = clusters(&seen.shown, &above).into_iter().find(|one| one.field == field && one.unit == unit)?;
    let within = |at: Option<UnitId>| {
        let mut at = at;
        for _ in 0..=above.len() {
            if at == Some(unit) {
                return true;
            }
            at = at.and_then(|at| above.get(&at).copied().flatten());
        }
        false
    };
    let people = seen.shown.iter().filter(|one| one.field == field && !one.of_post && within(one.unit)).collect();
    Some((cluster, people))
}

/// Asks everybody of a cluster who was not asked yet; returns how many.
#[crate::boxed]
pub async fn ask(ctx: &Ctx, field: String, unit: UnitId) -> Result<usize, Failure> {
    ctx.act(Action::SkillPropose, move |work| {
        let field = field.clone();
        async move {
            work.ctx.permit(work.action)?;
            work.lock("skill-ask").await?;
            let seen = look(&work, &work.ctx).await?;
            let (_, people) = of_cluster(&seen, &field, unit).ok_or_else(|| not_found("cluster"))?;
            let asked: BTreeSet<EmployeeId> = work
                .skill_consents(None)
                .await?
                .into_iter()
                .filter(|one| one.field == field)
                .map(|one| one.employee)
                .collect();
            let new: Vec<Consent> = people
                .iter()
                .filter(|one| one.willing.is_none() && !asked.contains(&one.employee))
                .map(|one| Consent {
                    employee: one.employee,
                    field: field.clone(),
                    asked_by: work.ctx.me(),
                    asked_at: work.ctx.at,
                    answer: None,
                })
                .collect();
            if new.is_empty() {
                return Ok(0);
            }
            work.save_skill_consents(&new).await?;
            let count = new.len();
            work.journal("skill_consent", format!("{field}/{unit}"), None, Some(&count)).await?;
            let says = Text::new("notice-skill-asked").with("field", field_name(&seen.fields, &field));
            for one in &new {
                work.tell(one.employee, says.clone(), "/keterampilan-saya".to_owned()).await?;
            }
            Ok(count)
        }
    })
    .await
}

/// A programme in the making.
pub struct OfferForm {
    /// The field.
    pub field: Field,
    /// The unit.
    pub unit: Unit,
    /// The numbers.
    pub cluster: Cluster,
    /// Those who said yes.
    pub people: Vec<Person>,
}

/// The form for a programme, filled from a cluster.
#[crate::boxed]
pub async fn offering(ctx: &Ctx, field: &str, unit: UnitId) -> Result<OfferForm, Failure> {
    ctx.permit(Action::SkillPropose)?;
    let seen = look(&ctx.read(), ctx).await?;
    let (cluster, shown) = of_cluster(&seen, field, unit).ok_or_else(|| not_found("cluster"))?;
    let willing: BTreeSet<EmployeeId> =
        shown.iter().filter(|one| one.willing == Some(true)).map(|one| one.employee).collect();
    let of_field = seen.fields.iter().find(|one| one.code == field).ok_or_else(|| not_found("cluster"))?.clone();
    let of_unit = seen.units.iter().find(|one| one.id == unit).ok_or_else(|| not_found("unit"))?.clone();
    let people = seen.people.into_iter().filter(|person| willing.contains(&person.employee.id)).collect();
    Ok(OfferForm { field: of_field, unit: of_unit, cluster, people })
}

/// Proposes the programme to those who said yes; they are told.
#[crate::boxed]
pub async fn offer(ctx: &Ctx, field: String, unit: UnitId, name: String, purpose: String) -> Result<OfferId, Failure> {
    ctx.act(Action::SkillPropose, move |work| {
        let (field, name, purpose) = (field.clone(), name.clone(), purpose.clone());
        async move {
            work.ctx.permit(work.action)?;
            let seen = look(&work, &work.ctx).await?;
            let (_, shown) = of_cluster(&seen, &field, unit).ok_or_else(|| not_found("cluster"))?;
            let people: Vec<EmployeeId> =
                shown.iter().filter(|one| one.willing == Some(true)).map(|one| one.employee).collect();
            fields(check_offer(&name, &purpose, people.len()))?;
            let offer = Offer {
                id: work.id(),
                field: field.clone(),
                unit,
                name: name.trim().to_owned(),
                purpose: purpose.trim().to_owned(),
                people,
                by: work.ctx.me(),
                at: work.ctx.at,
            };
            work.insert_skill_offer(&offer).await?;
            work.journal("skill_offer", offer.id, None, Some(&offer)).await?;
            let says = Text::new("notice-skill-offer").with("name", offer.name.as_str());
            for employee in &offer.people {
                work.tell(*employee, says.clone(), "/keterampilan-saya".to_owned()).await?;
            }
            Ok(offer.id)
        }
    })
    .await
}
