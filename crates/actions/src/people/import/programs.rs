//! Checking a file of the catalogue of training. Key: the programme's code. What it builds is written `komunikasi:3; teknologi:2`,
//! each criterion of the agency's scheme by code or name with the level the programme leads to.

use super::{
    cells::{Cells, key},
    change::Changes,
    report::Report,
    table::Table,
};
use crate::{Ctx, Failure};
use domain::{
    decision::{Refusal, Text},
    scheme::Scheme,
    training::{Build, Kind, MOST_COST, Program, check as check_program},
};
use std::collections::HashMap;

/// What the file changes, and what is wrong with it. Programmes that the file does not name stay as they are.
pub(super) async fn check(ctx: &Ctx, table: &Table) -> Result<(Changes, Report), Failure> {
    let present: HashMap<String, Program> =
        ctx.read().training_programs().await?.into_iter().map(|one| (one.code.to_lowercase(), one)).collect();
    let policy = ctx.policy(ctx.today())?;
    let scheme = &policy.appraisal;
    let known: Vec<&str> =
        scheme.criteria().iter().filter(|one| one.reads.by_people()).map(|one| one.code.as_str()).collect();
    let (mut changes, mut report) = (Changes::default(), Report::default());
    let mut seen: HashMap<String, u64> = HashMap::new();
    for row in &table.rows {
        let mut cells = Cells::of(table, row);
        let code = cells.must("kode").to_owned();
        if let Some(earlier) = seen.insert(code.to_lowercase(), cells.number()).filter(|_| !code.is_empty()) {
            cells.wrong("kode", Text::new("people-code-twice").with("row", earlier as i64));
        }
        let (name, provider) = (cells.must("nama").to_owned(), cells.must("penyelenggara").to_owned());
        let kind = kind_of(cells.must("jenis"));
        if kind.is_none() && !cells.get("jenis").is_empty() {
            cells.wrong("jenis", Text::new("import-training-kind"));
        }
        cells.must("jam");
        cells.must("kapasitas");
        let (hours, capacity) = (cells.whole("jam"), cells.whole("kapasitas"));
        let cost = rupiah(cells.get("biaya"));
        if cost.is_none() {
            cells.wrong("biaya", Text::new("training-cost-range"));
        }
        let builds = builds(&mut cells, scheme);
        let about = cells.may("uraian").to_owned();
        let before = present.get(&code.to_lowercase());
        let good = cells.is_good();
        let (true, Some(kind), Some(hours), Some(capacity), Some(cost)) = (good, kind, hours, capacity, cost) else {
            cells.finish(&mut report);
            continue;
        };
        let after = Program {
            id: before.map_or_else(|| ctx.app.world.id().into(), |before| before.id),
            code: before.map_or(code, |before| before.code.clone()),
            name,
            kind,
            provider,
            hours,
            cost,
            capacity,
            builds,
            about,
            retired: before.is_some_and(|before| before.retired),
            revision: before.map_or(1, |before| before.revision),
        };
        if let Err(Refusal::Fields(errors)) = check_program(&after, &known, scheme.levels()) {
            for error in errors {
                cells.wrong(column(&error.field), error.text);
            }
        }
        if !cells.finish(&mut report) {
            continue;
        }
        match before {
            None => changes.new_programs.push(after),
            Some(before) if *before == after => {}
            Some(before) => {
                let after = Program { revision: before.revision + 1, ..after };
                changes.programs.push((before.clone(), after));
            }
        }
    }
    Ok((changes, report))
}

/// The column in which a field of a programme stands.
fn column(field: &str) -> &'static str {
    match field {
        "code" => "kode",
        "name" => "nama",
        "provider" => "penyelenggara",
        "hours" => "jam",
        "capacity" => "kapasitas",
        "cost" => "biaya",
        _ => "kompetensi",
    }
}

/// A kind by its code or as people write it.
fn kind_of(text: &str) -> Option<Kind> {
    let plain = key(text).replace(' ', "_");
    let plain = plain.trim_start_matches("pelatihan_").trim_start_matches("diklat_");
    Kind::from_code(match plain {
        "struktural" | "kepemimpinan" => "manajerial",
        "sosiokultural" => "sosial_kultural",
        "e_learning" | "jarak_jauh" => "elearning",
        "workshop" | "lokakarya" | "sosialisasi" => "seminar",
        other => other,
    })
}

/// Rupiah as people write them: `2.500.000`, `Rp2500000`, nothing for what is free.
fn rupiah(text: &str) -> Option<i64> {
    let plain: String = text.trim_start_matches("Rp").chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    let plain = plain.strip_suffix(",00").unwrap_or(&plain);
    if plain.is_empty() {
        return Some(0);
    }
    plain.parse().ok().filter(|cost| (0..=MOST_COST).contains(cost))
}

fn builds(cells: &mut Cells<'_>, scheme: &Scheme) -> Vec<Build> {
    let mut all = Vec::new();
    for part in cells.get("kompetensi").split([';', '|']).map(str::trim).filter(|part| !part.is_empty()) {
        let read = part.rsplit_once([':', '=']).and_then(|(name, level)| {
            let level = level.trim().parse::<u8>().ok()?;
            Some((key(name), level))
        });
        let Some((name, level)) = read else {
            cells.wrong("kompetensi", Text::new("import-training-builds"));
            continue;
        };
        let found = scheme.criteria().iter().find(|one| key(&one.code) == name || key(&one.name) == name);
        match found {
            Some(criterion) => all.push(Build { criterion: criterion.code.clone(), level }),
            None => {
                let says = Text::new("training-criterion-unknown").with("criterion", part);
                cells.wrong("kompetensi", says);
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_prices_are_read_as_people_write_them() {
        for (text, kind) in [
            ("Teknis", Some(Kind::Teknis)),
            ("Pelatihan Fungsional", Some(Kind::Fungsional)),
            ("Diklat Kepemimpinan", Some(Kind::Manajerial)),
            ("E-Learning", Some(Kind::Elearning)),
            ("menari", None),
        ] {
            assert_eq!(kind_of(text), kind, "{text}");
        }
        for (text, cost) in
            [("", Some(0)), ("2.500.000", Some(2_500_000)), ("Rp 1.000.000,00", Some(1_000_000)), ("mahal", None)]
        {
            assert_eq!(rupiah(text), cost, "{text}");
        }
    }
}
