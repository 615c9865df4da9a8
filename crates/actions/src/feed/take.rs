//! What happens to rows that come in, from wherever: those that are new are added, those that were there already are passed over,
//! an answer follows its request, and what contradicts a row that is there is told and not taken.

use crate::{Failure, Work, people::import::BadRow};
use chrono::{Datelike, NaiveDate};
use domain::{
    decision::Text,
    evaluation::{Period, Rhythm},
    feed::{
        Channel, Draft, Fact, Row, Slice, Source, Why,
        tally::{changes, month_of},
    },
    ids::FeedRowId,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::Scope;

/// A draft with the number of its row, as its sender counts.
#[derive(Clone, Debug)]
pub(crate) struct Put {
    pub(crate) number: u64,
    pub(crate) draft: Draft,
}

/// What became of some drafts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sorted {
    /// New ones, and those that follow a row that is there.
    pub(crate) new: Vec<(Draft, Option<Row>)>,
    /// Those that were there already.
    pub(crate) known: usize,
    /// Those that cannot be taken.
    pub(crate) bad: Vec<BadRow>,
}

/// What a journal row says of rows that came in: how many, how, from where; never each of them.
#[derive(Clone, Debug, Serialize)]
struct Came<'a> {
    channel: Channel,
    added: usize,
    first: &'a str,
    last: &'a str,
    what: &'a str,
}

/// Sorts drafts by what is there already. Changes nothing. `seen`: rows that would have been taken before these, by code; a trial of
/// a file in parts hands it on, as nothing of the earlier parts is in the tables.
pub(crate) async fn sort<'p>(
    scope: &Scope,
    source: &Source,
    puts: &'p [Put],
    seen: &mut HashMap<&'p str, &'p Draft>,
) -> Result<Sorted, Failure> {
    let codes: BTreeSet<String> = puts.iter().map(|put| put.draft.code.clone()).collect();
    let codes: Vec<String> = codes.into_iter().collect();
    let held: HashMap<String, Row> =
        scope.feed_rows_coded(source.id, &codes).await?.into_iter().map(|row| (row.draft.code.clone(), row)).collect();
    let closed = closed(scope, puts.iter().map(|put| put.draft.on)).await?;
    let twice = twice(scope, source, puts).await?;
    let mut sorted = Sorted::default();
    for put in puts {
        let draft = &put.draft;
        let mut refuse = |column: &str, says: Text| {
            sorted.bad.push(BadRow { row: put.number, column: column.to_owned(), value: draft.code.clone(), says });
        };
        if let Some(first) = seen.get(draft.code.as_str()) {
            // The same row twice in what came.
            if *first == draft {
                sorted.known += 1;
            } else {
                refuse("", Text::new("feed-row-twice"));
            }
            continue;
        }
        let before = held.get(&draft.code);
        if before.is_some_and(|row| row.draft == *draft) {
            sorted.known += 1;
            continue;
        }
        if let Some(period) = closed.iter().find(|period| period.dates.contains(draft.on)) {
            refuse("", Text::new("feed-period-closed").with("year", period.year));
            continue;
        }
        match before {
            Some(row) if row.draft.fact.waits().is_some() && follows(draft, row) => {}
            Some(_) => {
                refuse("", Text::new("feed-row-differs"));
                continue;
            }
            None if twice.contains(&draft.code) => {
                refuse("", Text::new("feed-month-twice"));
                continue;
            }
            None => {}
        }
        seen.insert(&draft.code, draft);
        sorted.new.push((draft.clone(), before.cloned()));
    }
    Ok(sorted)
}

/// Is it the same request, now answered?
fn follows(draft: &Draft, row: &Row) -> bool {
    let same = (&draft.on, &draft.employee, &draft.item) == (&row.draft.on, &row.draft.employee, &row.draft.item);
    row.counts() && same && draft.fact.answers(&row.draft.fact)
}

/// Years that are closed: their results stand.
pub(super) async fn closed(scope: &Scope, days: impl Iterator<Item = NaiveDate>) -> Result<Vec<Period>, Failure> {
    let years: BTreeSet<i32> = days.map(|day| day.year()).collect();
    let mut closed = Vec::new();
    for year in years {
        let periods = scope.periods(year).await?;
        closed.extend(periods.into_iter().filter(|one| one.rhythm == Rhythm::Tahunan && one.closed_at.is_some()));
    }
    Ok(closed)
}

/// Codes of attendance that would be counted twice: a day of a month that is there as a recap, a recap of a month whose days are.
async fn twice(scope: &Scope, source: &Source, puts: &[Put]) -> Result<BTreeSet<String>, Failure> {
    let mut slices: BTreeMap<Slice, Vec<&Draft>> = BTreeMap::new();
    let mut recaps: BTreeMap<String, Vec<&Draft>> = BTreeMap::new();
    for draft in puts.iter().map(|put| &put.draft) {
        match (&draft.fact, draft.code.rsplit_once('/')) {
            (Fact::Presence { daily: true, .. }, Some((nip, _))) => {
                recaps.entry(format!("{nip}/{}", draft.on.format("%Y-%m"))).or_default().push(draft);
            }
            (Fact::Presence { daily: false, .. }, _) => {
                let slice = Slice { employee: draft.employee, ..Slice::default() };
                slices.entry(slice).or_default().push(draft);
            }
            _ => {}
        }
    }
    let mut twice = BTreeSet::new();
    let months = puts.iter().map(|put| month_of(put.draft.on));
    if let (Some(first), Some(last), false) = (months.clone().min(), months.max(), slices.is_empty()) {
        let wanted: Vec<Slice> = slices.keys().cloned().collect();
        for cell in scope.feed_cells(&[source.id], &wanted, (first, last)).await? {
            let drafts = slices.get(&cell.slice).into_iter().flatten().filter(|draft| draft.on == cell.month);
            twice.extend(drafts.filter(|_| cell.tally.n > 0).map(|draft| draft.code.clone()));
        }
    }
    if !recaps.is_empty() {
        let codes: Vec<String> = recaps.keys().cloned().collect();
        for row in scope.feed_rows_coded(source.id, &codes).await?.iter().filter(|row| row.counts()) {
            twice.extend(recaps.get(&row.draft.code).into_iter().flatten().map(|draft| draft.code.clone()));
        }
    }
    Ok(twice)
}

/// Takes drafts in, all that can be: within a change. `what`: the file, the system, the page. Returns how many were added.
pub(crate) async fn take(
    work: &Work,
    source: &Source,
    puts: &[Put],
    channel: Channel,
    what: &str,
) -> Result<Sorted, Failure> {
    // Two at once could each find the code free.
    work.lock(&format!("feed-{}", source.id)).await?;
    let sorted = sort(work, source, puts, &mut HashMap::new()).await?;
    let (mut rows, mut replaced) = (Vec::with_capacity(sorted.new.len()), Vec::new());
    for (draft, before) in &sorted.new {
        rows.push(Row {
            id: work.id::<FeedRowId>(),
            source: source.id,
            revision: before.as_ref().map_or(0, |before| before.revision + 1),
            draft: draft.clone(),
            why: if before.is_some() { Why::Answered } else { Why::New },
            reason: String::new(),
            channel,
            by: Some(work.ctx.me()).filter(|me| !me.0.is_nil()),
            at: work.ctx.at,
            replaced_at: None,
            took: None,
        });
        replaced.extend(before.clone());
    }
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(sorted) };
    let came = Came { channel, added: rows.len(), first: &first.draft.code, last: &last.draft.code, what };
    work.journal("feed_source", source.id, None, Some(&came)).await?;
    write(work, source, &rows, &replaced).await?;
    Ok(sorted)
}

/// Writes rows and the cells they count in.
pub(super) async fn write(work: &Work, source: &Source, rows: &[Row], replaced: &[Row]) -> Result<(), Failure> {
    let time = work.ctx.work_time();
    let rows: Vec<Row> = rows.iter().map(|row| Row { took: row.draft.fact.took(time), ..row.clone() }).collect();
    let changes = changes(&rows, replaced, time);
    Ok(work.take_feed_rows(source.id, &rows, replaced, changes, work.ctx.at).await?)
}
