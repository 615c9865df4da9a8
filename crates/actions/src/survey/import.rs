//! *Somebody of the unit brings in answers from a file*: CSV with `u1` to `u9` and, where they are, the bands and words.
//!
//! Good rows are taken in parts; each is known by the file and its row, so that the same file brought in again adds
//! nothing. Bad rows are told with their reasons and can be taken out as a file of their own.

use super::{
    answer::Sent,
    enter::take,
    load::{place, service},
};
use crate::{
    Ctx, Failure,
    account::log_in::hex,
    people::{
        export::{Format, table},
        import::{BadRow, decode},
    },
};
use csv::{ReaderBuilder, StringRecord};
use domain::{
    decision::{FieldError, Refusal, Text},
    ids::{RoundId, ServiceId},
    permissions::Action,
    survey::{
        Answers, Channel, Profile, Service, Unsur,
        answer::{MOST_WORDS, read_extra},
    },
};
use sha2::{Digest, Sha256};

/// Rows of one transaction: short enough that others save in between.
const PART: usize = 2_000;
/// Most rows of one file.
pub const MOST_ROWS: usize = 200_000;
/// Column of complaints and suggestions.
pub const WORDS: &str = "saran";

/// What a file came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Rows under the header.
    pub total: usize,
    /// Answers added.
    pub added: usize,
    /// Rows of this file that were there already.
    pub known: usize,
    /// What is wrong, in the order of the file.
    pub bad: Vec<BadRow>,
}

struct Read {
    good: Vec<(usize, Sent)>,
    bad: Vec<BadRow>,
    header: StringRecord,
    rows: Vec<StringRecord>,
}

/// Brings a file in.
#[crate::boxed]
pub async fn import(ctx: &Ctx, id: ServiceId, round: RoundId, bytes: Vec<u8>) -> Result<Taken, Failure> {
    let Read { good, bad, rows, .. } = checked(ctx, id, round, &bytes).await?;
    let file = hex(&Sha256::digest(&bytes));
    let mut taken = Taken { total: rows.len(), bad, ..Taken::default() };
    for part in good.chunks(PART) {
        let part: Vec<(String, Sent)> =
            part.iter().map(|(row, sent)| (format!("{file}:{row}"), sent.clone())).collect();
        let total = part.len();
        let added = Ctx { once: None, ..ctx.clone() }
            .act(Action::SurveyEnter, move |work| {
                let part = part.clone();
                async move {
                    // The same file twice at once: the second finds what the first has taken.
                    work.lock("survey-import").await?;
                    let digests: Vec<String> = part.iter().map(|(digest, _)| digest.clone()).collect();
                    let known = work.survey_digest_used(round, id, &digests).await?;
                    let known: std::collections::HashSet<String> = known.into_iter().collect();
                    let new: Vec<(Sent, Option<String>)> = part
                        .into_iter()
                        .filter(|(digest, _)| !known.contains(digest))
                        .map(|(digest, sent)| (sent, Some(digest)))
                        .collect();
                    let added = new.len();
                    take(&work, id, round, Channel::File, new).await?;
                    Ok(added)
                }
            })
            .await?;
        taken.added += added;
        taken.known += total - added;
    }
    Ok(taken)
}

/// The rows that would not be taken, as a file with the reasons in a last column. Changes nothing.
pub async fn rejected(
    ctx: &Ctx,
    id: ServiceId,
    round: RoundId,
    bytes: &[u8],
    say: &(dyn Fn(&Text) -> String + Sync),
) -> Result<Vec<u8>, Failure> {
    let read = checked(ctx, id, round, bytes).await?;
    let mut rows = Vec::new();
    for (at, row) in read.rows.iter().enumerate() {
        let said: Vec<String> = read
            .bad
            .iter()
            .filter(|bad| bad.row == at as u64 + 2)
            .map(|bad| format!("{}: {}", bad.column, say(&bad.says)))
            .collect();
        if !said.is_empty() {
            rows.push([row.iter().map(str::to_owned).collect::<Vec<_>>(), vec![said.join("; ")]].concat());
        }
    }
    let columns: Vec<String> = read.header.iter().map(str::to_owned).chain(["alasan".to_owned()]).collect();
    table("ditolak", columns, Format::Csv, rows).await
}

async fn checked(ctx: &Ctx, id: ServiceId, round: RoundId, bytes: &[u8]) -> Result<Read, Failure> {
    let scope = ctx.read();
    let service = service(&scope, ctx, Action::SurveyEnter, id).await?;
    place(&scope, round, id).await?.0.takes(ctx.today(), true)?;
    read(&service, bytes).map_err(|says| Refusal::field("file", says).into())
}

/// Reads a file: commas or semicolons, the header first.
fn read(service: &Service, bytes: &[u8]) -> Result<Read, Text> {
    let (text, _) = decode(bytes)?;
    let first = text.lines().next().unwrap_or_default();
    let separator = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut rows: Vec<StringRecord> = Vec::new();
    for row in reader.records() {
        rows.push(row.map_err(|_| Text::new("import-file-not-text"))?);
        if rows.len() > MOST_ROWS + 1 {
            return Err(Text::new("import-too-many-rows").with("max", MOST_ROWS as i64));
        }
    }
    if rows.is_empty() {
        return Err(Text::new("import-file-empty"));
    }
    let header = rows.remove(0);
    let names: Vec<String> = header.iter().map(|name| name.trim().to_lowercase()).collect();
    let place = |column: &str| names.iter().position(|name| name == column);
    let missing: Vec<&str> = Unsur::ALL.into_iter().map(Unsur::code).filter(|column| place(column).is_none()).collect();
    if !missing.is_empty() {
        return Err(Text::new("import-columns-missing").with("columns", missing.join(", ")));
    }
    if rows.is_empty() {
        return Err(Text::new("import-no-rows"));
    }
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for (at, row) in rows.iter().enumerate() {
        let cell = |column: &str| place(column).and_then(|place| row.get(place)).unwrap_or_default().trim();
        match sheet(service, cell) {
            Ok(sent) => good.push((at, sent)),
            Err(errors) => bad.extend(errors.into_iter().map(|error| BadRow {
                row: at as u64 + 2,
                value: cell(&error.field).chars().take(80).collect(),
                column: error.field,
                says: error.text,
            })),
        }
    }
    Ok(Read { good, bad, header, rows })
}

/// One sheet, whatever it was typed into: a row of a file, a line of the page for paper, the public form.
pub fn sheet<'t>(service: &Service, cell: impl Fn(&str) -> &'t str) -> Result<Sent, Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut keep = |wrong: Vec<FieldError>| errors.extend(wrong);
    let answers = Answers::read(|unsur| cell(unsur.code())).map_err(&mut keep).ok();
    let profile = Profile::read(&cell).map_err(&mut keep).ok();
    let extra = read_extra(&service.questions, &cell).map_err(&mut keep).ok();
    let words = cell(WORDS).replace("\r\n", "\n").trim().to_owned();
    if words.chars().count() > MOST_WORDS {
        keep(vec![FieldError::new(WORDS, Text::new("survey-words-long").with("max", MOST_WORDS as i64))]);
    }
    match (answers, profile, extra) {
        (Some(answers), Some(profile), Some(extra)) if errors.is_empty() => Ok(Sent { answers, profile, words, extra }),
        _ => Err(errors),
    }
}
