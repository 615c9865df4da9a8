//! Rows into what the domain knows, and back.

use super::Fed;
use crate::{
    StoreError,
    entity::{feed_link, feed_row, feed_source, feed_tally, feed_token},
    map::{from_json, instant, json, known, maybe_instant, number},
};
use domain::{
    feed::{Cell, Channel, Draft, Kind, Link, Measure, Row, Slice, Source, Tally, Token, Why},
    ids::{AgencyId, EmployeeId, FeedId, FeedRowId, FeedTokenId, IndicatorId, SkpId, UnitId},
};

pub(super) fn source_row(agency: AgencyId, fed: &Fed) -> Result<feed_source::Model, StoreError> {
    let source = &fed.source;
    Ok(feed_source::Model {
        agency_id: agency.0,
        id: source.id.0,
        unit_id: source.unit.0,
        kind: source.kind.code().to_owned(),
        code: source.code.clone(),
        name: source.name.clone(),
        rhythm: number("feed_source.rhythm", source.rhythm)?,
        answer_days: number("feed_source.answer_days", source.answer_days)?,
        retired: source.retired,
        made_at: instant(fed.made_at),
        last_at: maybe_instant(fed.last_at),
    })
}

pub(super) fn read_source(row: feed_source::Model) -> Result<Fed, StoreError> {
    let source = Source {
        id: FeedId(row.id),
        kind: known("feed_source.kind", &row.kind, Kind::from_code)?,
        unit: UnitId(row.unit_id),
        code: row.code,
        name: row.name,
        rhythm: number("feed_source.rhythm", row.rhythm)?,
        answer_days: number("feed_source.answer_days", row.answer_days)?,
        retired: row.retired,
    };
    Ok(Fed { source, made_at: row.made_at, last_at: row.last_at })
}

pub(super) fn row_row(agency: AgencyId, row: &Row) -> Result<feed_row::Model, StoreError> {
    let draft = &row.draft;
    Ok(feed_row::Model {
        agency_id: agency.0,
        id: row.id.0,
        source_id: row.source.0,
        code: draft.code.clone(),
        revision: number("feed_row.revision", row.revision)?,
        on_day: draft.on,
        employee_id: draft.employee.map(|id| id.0),
        unit_id: draft.unit.map(|id| id.0),
        item: draft.item.clone(),
        fact: json(&draft.fact)?,
        why: row.why.code().to_owned(),
        reason: row.reason.clone(),
        channel: row.channel.code().to_owned(),
        by_id: row.by.map(|id| id.0),
        at: instant(row.at),
        replaced_at: maybe_instant(row.replaced_at),
        took: row.took,
        waits_until: draft.fact.waits().filter(|_| row.counts() && row.replaced_at.is_none()),
    })
}

pub(super) fn read_row(row: feed_row::Model) -> Result<Row, StoreError> {
    let draft = Draft {
        code: row.code,
        on: row.on_day,
        employee: row.employee_id.map(EmployeeId),
        unit: row.unit_id.map(UnitId),
        item: row.item,
        fact: from_json("feed_row.fact", &row.fact)?,
    };
    Ok(Row {
        id: FeedRowId(row.id),
        source: FeedId(row.source_id),
        revision: number("feed_row.revision", row.revision)?,
        draft,
        why: known("feed_row.why", &row.why, Why::from_code)?,
        reason: row.reason,
        channel: known("feed_row.channel", &row.channel, Channel::from_code)?,
        by: row.by_id.map(EmployeeId),
        at: row.at,
        replaced_at: row.replaced_at,
        took: row.took,
    })
}

pub(super) fn cell_row(agency: AgencyId, cell: &Cell) -> Result<feed_tally::Model, StoreError> {
    Ok(feed_tally::Model {
        agency_id: agency.0,
        source_id: cell.source.0,
        part: cell.slice.part().to_owned(),
        who: cell.slice.who(),
        item: cell.slice.item.clone(),
        month: cell.month,
        tally: json(&cell.tally)?,
    })
}

pub(super) fn read_cell(row: feed_tally::Model) -> Result<Cell, StoreError> {
    let id = || row.who.parse().map_err(|_| StoreError::Corrupt(format!("feed_tally.who: {}", row.who)));
    let slice = Slice {
        employee: row.part.starts_with('p').then(id).transpose()?.map(EmployeeId),
        unit: row.part.starts_with('u').then(id).transpose()?.map(UnitId),
        item: row.item,
    };
    let tally: Tally = from_json("feed_tally.tally", &row.tally)?;
    Ok(Cell { source: FeedId(row.source_id), slice, month: row.month, tally })
}

pub(super) fn token_row(agency: AgencyId, token: &Token, hash: String) -> feed_token::Model {
    feed_token::Model {
        agency_id: agency.0,
        id: token.id.0,
        source_id: token.source.0,
        name: token.name.clone(),
        hash,
        made_by: token.made_by.0,
        made_at: instant(token.made_at),
        revoked_at: maybe_instant(token.revoked_at),
    }
}

pub(super) fn read_token(row: feed_token::Model) -> Token {
    Token {
        id: FeedTokenId(row.id),
        source: FeedId(row.source_id),
        name: row.name,
        made_by: EmployeeId(row.made_by),
        made_at: row.made_at,
        revoked_at: row.revoked_at,
    }
}

pub(super) fn link_row(agency: AgencyId, link: &Link) -> Result<feed_link::Model, StoreError> {
    Ok(feed_link::Model {
        agency_id: agency.0,
        skp_id: link.skp.0,
        indicator_id: link.indicator.0,
        source_id: link.source.0,
        measure: link.measure.code().to_owned(),
        slice: json(&link.slice)?,
        by_id: link.by.0,
        at: instant(link.at),
    })
}

pub(super) fn read_link(row: feed_link::Model) -> Result<Link, StoreError> {
    Ok(Link {
        skp: SkpId(row.skp_id),
        indicator: IndicatorId(row.indicator_id),
        source: FeedId(row.source_id),
        measure: known("feed_link.measure", &row.measure, Measure::from_code)?,
        slice: from_json("feed_link.slice", &row.slice)?,
        by: EmployeeId(row.by_id),
        at: row.at,
    })
}
