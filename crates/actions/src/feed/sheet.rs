//! A file, or what another system sends, as drafts of rows: CSV, XLSX or JSON through the door every import takes.

use super::take::Put;
use crate::{
    Ctx, Failure,
    people::import::{BadRow, Numbered, clean, grid},
};
use csv::StringRecord;
use domain::{
    decision::{Refusal, Text},
    feed::{
        Kind, Source,
        read::{Against, read as read_row},
    },
    ids::{EmployeeId, UnitId},
};
use std::collections::{BTreeSet, HashMap};
use store::Scope;

/// Most rows of a file, however it is taken: what the reader of files takes.
pub(crate) const MOST_ROWS: usize = 500_000;
/// Rows looked through for the header.
const HEADER_WITHIN: usize = 15;

/// What was read.
pub(super) struct Sheet {
    /// The header, as written.
    pub(super) header: StringRecord,
    /// Every row with its number.
    pub(super) rows: Vec<Numbered>,
    /// Those that can be read.
    pub(super) good: Vec<Put>,
    /// What is wrong with the others.
    pub(super) bad: Vec<BadRow>,
}

fn known(kind: Kind) -> impl Iterator<Item = &'static str> {
    let (must, may) = kind.columns();
    must.iter().chain(may).copied()
}

fn plain(name: &str) -> String {
    clean(name).to_lowercase().replace(' ', "_")
}

fn score(kind: Kind, row: &StringRecord) -> usize {
    row.iter().filter(|cell| known(kind).any(|name| name == plain(cell))).count()
}

/// Reads what came for a source.
pub(super) async fn sheet(scope: &Scope, ctx: &Ctx, source: &Source, bytes: Vec<u8>) -> Result<Sheet, Failure> {
    let (header, rows) = open(source.kind, bytes).await?;
    let (good, bad) = read(scope, ctx, source, &header, &rows).await?;
    Ok(Sheet { header, rows, good, bad })
}

/// The header of what came, and its rows with their numbers.
pub(crate) async fn open(kind: Kind, bytes: Vec<u8>) -> Result<(StringRecord, Vec<Numbered>), Failure> {
    let opened = tokio::task::spawn_blocking(move || rows(kind, &bytes));
    let opened = opened.await.map_err(|error| Failure::Internal(error.to_string()))?;
    Ok(opened.map_err(|says| Refusal::field("file", says))?)
}

/// Reads rows: those that say something, and what is wrong with the others.
pub(crate) async fn read(
    scope: &Scope,
    ctx: &Ctx,
    source: &Source,
    header: &StringRecord,
    rows: &[Numbered],
) -> Result<(Vec<Put>, Vec<BadRow>), Failure> {
    let kind = source.kind;
    let mut names: HashMap<String, usize> = HashMap::new();
    for (at, name) in header.iter().enumerate() {
        names.entry(plain(name)).or_insert(at);
    }
    let place = |column: &str| names.get(column).copied();
    let nip = |row: &StringRecord| digits(place("nip").and_then(|at| row.get(at)).map(clean).unwrap_or_default());
    let nips: BTreeSet<String> = rows.iter().map(|(_, row)| nip(row)).filter(|nip| !nip.is_empty()).collect();
    let people = people(scope, ctx, nips.into_iter().collect()).await?;
    let units = units(scope).await?;
    let against = against(ctx, source, &people, &units);
    let (mut good, mut bad) = (Vec::with_capacity(rows.len()), Vec::new());
    for (number, row) in rows {
        let get = |column: &str| place(column).and_then(|at| row.get(at)).map(clean).unwrap_or_default();
        match read_row(kind, get, &against) {
            Ok(draft) => good.push(Put { number: *number, draft }),
            Err(errors) => bad.extend(errors.into_iter().map(|error| BadRow {
                row: *number,
                value: get(&error.field).chars().take(80).collect(),
                column: error.field,
                says: error.text,
            })),
        }
    }
    Ok((good, bad))
}

/// What cells are read against.
pub(super) fn against<'a>(
    ctx: &'a Ctx,
    source: &Source,
    people: &'a HashMap<String, (EmployeeId, Option<UnitId>)>,
    units: &'a HashMap<String, UnitId>,
) -> Against<'a> {
    Against {
        people,
        units,
        zone: ctx.agency.time_zone,
        holidays: ctx.app.policies.holidays(),
        now: ctx.at,
        answer_days: source.answer_days,
    }
}

/// People by NIP, each with the unit they work in today.
pub(super) async fn people(
    scope: &Scope,
    ctx: &Ctx,
    nips: Vec<String>,
) -> Result<HashMap<String, (EmployeeId, Option<UnitId>)>, Failure> {
    let found = scope.employees_by_nip(&nips).await?;
    let ids: Vec<EmployeeId> = found.iter().map(|one| one.id).collect();
    let units: HashMap<EmployeeId, Option<UnitId>> = scope
        .people_on(&ids, ctx.today())
        .await?
        .into_iter()
        .map(|person| (person.employee.id, person.unit.map(|unit| unit.id)))
        .collect();
    let entry = |one: domain::people::Employee| {
        Some((one.nip.as_ref()?.as_str().to_owned(), (one.id, units.get(&one.id).copied().flatten())))
    };
    Ok(found.into_iter().filter_map(entry).collect())
}

/// Units by code.
pub(super) async fn units(scope: &Scope) -> Result<HashMap<String, UnitId>, Failure> {
    Ok(scope.units().await?.into_iter().map(|unit| (unit.code, unit.id)).collect())
}

pub(super) fn digits(nip: &str) -> String {
    nip.chars().filter(|c| !c.is_whitespace()).collect()
}

fn rows(kind: Kind, bytes: &[u8]) -> Result<(StringRecord, Vec<Numbered>), Text> {
    let best =
        move |rows: &[Numbered]| rows.iter().take(HEADER_WITHIN).map(|(_, row)| score(kind, row)).max().unwrap_or(0);
    let (mut rows, _) = grid(bytes, &best, Some(flat))?;
    let scored =
        rows.iter().take(HEADER_WITHIN).enumerate().map(|(at, (_, row))| (score(kind, row), std::cmp::Reverse(at)));
    let Some((_, std::cmp::Reverse(at))) = scored.max() else { return Err(Text::new("import-file-empty")) };
    let header = rows[at].1.clone();
    rows.drain(..=at);
    rows.retain(|(_, row)| row.iter().any(|cell| !clean(cell).is_empty()));
    let names: Vec<String> = header.iter().map(plain).collect();
    let missing: Vec<&str> =
        kind.columns().0.iter().copied().filter(|column| !names.iter().any(|name| name == column)).collect();
    if !missing.is_empty() {
        return Err(Text::new("import-columns-missing").with("columns", missing.join(", ")));
    }
    if rows.is_empty() {
        return Err(Text::new("import-no-rows"));
    }
    if rows.len() > MOST_ROWS {
        return Err(Text::new("import-too-many-rows").with("max", MOST_ROWS as i64));
    }
    Ok((header, rows))
}

/// A list of flat objects: names of all as the header, then one row each.
fn flat(text: &str) -> Result<Vec<Numbered>, Text> {
    let broken = |detail: String| Text::new("import-file-broken").with("detail", detail);
    let list: Vec<serde_json::Map<String, serde_json::Value>> =
        serde_json::from_str(text).map_err(|error| broken(error.to_string()))?;
    let names: BTreeSet<&String> = list.iter().flat_map(serde_json::Map::keys).collect();
    let header: StringRecord = names.iter().map(|name| name.as_str()).collect();
    let mut rows = vec![(1, header)];
    for (row, number) in list.iter().zip(2..) {
        let cell = |name: &&String| match row.get(*name) {
            None | Some(serde_json::Value::Null) => Ok(String::new()),
            Some(serde_json::Value::String(text)) => Ok(text.clone()),
            Some(serde_json::Value::Bool(yes)) => Ok(if *yes { "ya" } else { "tidak" }.to_owned()),
            // As Indonesians write it, which is how cells are read.
            Some(serde_json::Value::Number(n)) => Ok(n.to_string().replace('.', ",")),
            Some(other) => Err(broken(format!("{name}: {other}"))),
        };
        rows.push((number, names.iter().map(cell).collect::<Result<StringRecord, Text>>()?));
    }
    Ok(rows)
}
