//! Rows to domain types and back.

use crate::{
    StoreError,
    entity::{indicator, rhk, skp, skp_note, skp_version, takeover},
    map::{code, from_code, from_json, instant, json, known, maybe_instant, number, range},
};
use domain::{
    amount::Amount,
    ids::{AgencyId, EmployeeId, IndicatorId, NoteId, PostId, RhkId, SkpId, UnitId},
    plan::{Content, Indicator, Line, Milestones, Nilai, Note, Rhk, Skp, Target, Version, takeover::Takeover},
};

pub(super) fn skp(row: skp::Model, results: Vec<Rhk>) -> Result<Skp, StoreError> {
    let annex: Content = from_json("skp.annex", &row.annex)?;
    Ok(Skp {
        id: SkpId(row.id),
        employee: EmployeeId(row.employee_id),
        year: row.year,
        dates: range("skp", row.from_day, row.until_day)?,
        form: from_code("skp.form", row.form)?,
        approach: from_code("skp.approach", row.approach)?,
        post: PostId(row.post_id),
        unit: UnitId(row.unit_id),
        rater: EmployeeId(row.rater_id),
        superior: row.superior_id.map(EmployeeId),
        version: number("skp.version", row.version)?,
        revision: row.revision,
        milestones: Milestones {
            signed_at: row.signed_at,
            returned_at: row.returned_at,
            set_at: row.set_at,
            reopened_at: row.reopened_at,
            replaced_at: row.replaced_at,
            evaluated_at: row.evaluated_at,
        },
        content: Content { results, ..annex },
    })
}

/// The plan's own row. Expectations and annexes are one document, without the results, which have rows of their own.
pub(super) fn of_skp(agency: AgencyId, skp: &Skp, revision: i64) -> Result<skp::Model, StoreError> {
    let annex = Content {
        results: Vec::new(),
        expectations: skp.content.expectations.clone(),
        resources: skp.content.resources.clone(),
        accountability: skp.content.accountability.clone(),
        consequences: skp.content.consequences.clone(),
    };
    Ok(skp::Model {
        agency_id: agency.0,
        id: skp.id.0,
        employee_id: skp.employee.0,
        year: skp.year,
        from_day: skp.dates.from,
        until_day: skp.dates.until,
        form: code(skp.form)?,
        approach: code(skp.approach)?,
        post_id: skp.post.0,
        unit_id: skp.unit.0,
        rater_id: skp.rater.0,
        superior_id: skp.superior.map(|id| id.0),
        version: number("skp.version", skp.version)?,
        revision,
        signed_at: maybe_instant(skp.milestones.signed_at),
        returned_at: maybe_instant(skp.milestones.returned_at),
        set_at: maybe_instant(skp.milestones.set_at),
        reopened_at: maybe_instant(skp.milestones.reopened_at),
        replaced_at: maybe_instant(skp.milestones.replaced_at),
        evaluated_at: maybe_instant(skp.milestones.evaluated_at),
        annex: json(&annex)?,
    })
}

pub(super) fn rhk(row: rhk::Model, indicators: Vec<Indicator>) -> Result<Rhk, StoreError> {
    Ok(Rhk {
        id: RhkId(row.id),
        kind: from_code("rhk.kind", row.kind)?,
        text: row.text,
        assigned_by: row.assigned_by,
        supports: row.supports_id.map(RhkId),
        supports_text: row.supports_text,
        indicators,
    })
}

pub(super) fn of_rhk(agency: AgencyId, skp: SkpId, seq: i32, rhk: &Rhk) -> Result<rhk::Model, StoreError> {
    Ok(rhk::Model {
        agency_id: agency.0,
        id: rhk.id.0,
        skp_id: skp.0,
        seq,
        kind: code(rhk.kind)?,
        text: rhk.text.clone(),
        assigned_by: rhk.assigned_by.clone(),
        supports_id: rhk.supports.map(|id| id.0),
        supports_text: rhk.supports_text.clone(),
        removed_revision: None,
    })
}

pub(super) fn indicator(row: indicator::Model) -> Result<Indicator, StoreError> {
    Ok(Indicator {
        id: IndicatorId(row.id),
        aspek: row.aspek.map(|code| from_code("indicator.aspek", code)).transpose()?,
        perspektif: row.perspektif.map(|code| from_code("indicator.perspektif", code)).transpose()?,
        text: row.text,
        target: Target {
            amount: row.amount.map(Amount),
            upper: row.upper.map(Amount),
            unit: row.unit,
            written: row.written,
            tally: from_code("indicator.tally", row.tally)?,
            direction: from_code("indicator.direction", row.direction)?,
        },
    })
}

/// `seq` counts through the whole plan, so that one ordered query reads the indicators of many plans.
pub(super) fn of_indicator(
    agency: AgencyId,
    skp: SkpId,
    rhk: RhkId,
    seq: i32,
    indicator: &Indicator,
) -> Result<indicator::Model, StoreError> {
    let target = &indicator.target;
    Ok(indicator::Model {
        agency_id: agency.0,
        id: indicator.id.0,
        skp_id: skp.0,
        rhk_id: rhk.0,
        seq,
        aspek: indicator.aspek.map(code).transpose()?,
        perspektif: indicator.perspektif.map(code).transpose()?,
        text: indicator.text.clone(),
        amount: target.amount.map(|amount| amount.0),
        upper: target.upper.map(|amount| amount.0),
        unit: target.unit.clone(),
        written: target.written.clone(),
        tally: code(target.tally)?,
        direction: code(target.direction)?,
        removed_revision: None,
    })
}

pub(super) fn version(row: skp_version::Model) -> Result<Version, StoreError> {
    Ok(Version {
        number: number("skp_version.number", row.number)?,
        content: from_json("skp_version.content", &row.content)?,
        set_at: row.set_at,
        set_by: EmployeeId(row.set_by_id),
        reason: row.reason,
    })
}

pub(super) fn of_version(agency: AgencyId, skp: SkpId, version: &Version) -> Result<skp_version::Model, StoreError> {
    Ok(skp_version::Model {
        agency_id: agency.0,
        skp_id: skp.0,
        number: number("skp_version.number", version.number)?,
        content: json(&version.content)?,
        set_at: instant(version.set_at),
        set_by_id: version.set_by.0,
        reason: version.reason.clone(),
    })
}

pub(super) fn note(row: skp_note::Model) -> Result<Note, StoreError> {
    Ok(Note {
        id: NoteId(row.id),
        skp: SkpId(row.skp_id),
        line: known("skp_note.line", &row.line, line)?,
        by: EmployeeId(row.by_id),
        at: row.at,
        text: row.text,
        resolved_at: row.resolved_at,
    })
}

pub(super) fn of_note(agency: AgencyId, note: &Note) -> skp_note::Model {
    skp_note::Model {
        agency_id: agency.0,
        id: note.id.0,
        skp_id: note.skp.0,
        line: of_line(note.line),
        by_id: note.by.0,
        at: instant(note.at),
        text: note.text.clone(),
        resolved_at: maybe_instant(note.resolved_at),
    }
}

/// A line as text: `whole`, `rhk:<id>`, `nilai:akuntabel`.
fn of_line(line: Line) -> String {
    match line {
        Line::Whole => "whole".to_owned(),
        Line::Rhk(id) => format!("rhk:{id}"),
        Line::Indicator(id) => format!("indicator:{id}"),
        Line::Nilai(nilai) => format!("nilai:{}", nilai.code()),
        Line::Resources => "resources".to_owned(),
        Line::Accountability => "accountability".to_owned(),
        Line::Consequences => "consequences".to_owned(),
    }
}

fn line(text: &str) -> Option<Line> {
    Some(match text.split_once(':') {
        Some(("rhk", id)) => Line::Rhk(id.parse().ok()?),
        Some(("indicator", id)) => Line::Indicator(id.parse().ok()?),
        Some(("nilai", code)) => Line::Nilai(Nilai::from_code(code)?),
        Some(_) => return None,
        None => match text {
            "whole" => Line::Whole,
            "resources" => Line::Resources,
            "accountability" => Line::Accountability,
            "consequences" => Line::Consequences,
            _ => return None,
        },
    })
}

pub(super) fn takeover(row: takeover::Model) -> Takeover {
    Takeover { skp: SkpId(row.skp_id), rhk: RhkId(row.rhk_id), by: EmployeeId(row.by_id), note: row.note, at: row.at }
}

pub(super) fn of_takeover(agency: AgencyId, taken: &Takeover) -> takeover::Model {
    takeover::Model {
        agency_id: agency.0,
        skp_id: taken.skp.0,
        rhk_id: taken.rhk.0,
        by_id: taken.by.0,
        note: taken.note.clone(),
        at: instant(taken.at),
    }
}
