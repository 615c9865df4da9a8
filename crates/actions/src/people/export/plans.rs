//! Plans of a year as rows: one for each indicator, then behaviour and annexes.

use crate::{Ctx, Failure, people::import::Kind, plan::see_matrix::day_in};
use domain::{
    amount::Amount,
    ids::{EmployeeId, RhkId},
    plan::{Approach, Aspek, Direction, Indicator, Nilai, Perspektif, Rhk, RhkKind, Skp, Tally, workflow},
};
use std::collections::HashMap;

/// Cells of one row by column.
type Cells = Vec<(&'static str, String)>;

pub(super) async fn rows(ctx: &Ctx, year: i32) -> Result<Vec<Vec<String>>, Failure> {
    let scope = ctx.read();
    let people = scope.everyone(day_in(ctx, year)).await?;
    let ids: Vec<EmployeeId> = people.iter().map(|person| person.employee.id).collect();
    let nips: HashMap<EmployeeId, String> = people
        .iter()
        .filter_map(|person| Some((person.employee.id, person.employee.nip.as_ref()?.as_str().to_owned())))
        .collect();
    let mut plans = running(scope.skps_of_year_for(&ids, year).await?);
    plans.sort_by(|a, b| nips.get(&a.employee).cmp(&nips.get(&b.employee)));
    // Whose result it is, and its number there.
    let numbers: HashMap<RhkId, (EmployeeId, usize)> = plans
        .iter()
        .flat_map(|skp| skp.content.results.iter().zip(1..).map(|(rhk, n)| (rhk.id, (skp.employee, n))))
        .collect();
    let mut rows = Vec::new();
    for skp in &plans {
        let Some(nip) = nips.get(&skp.employee) else { continue };
        let mut add = |cells: Cells| {
            let cell = |column: &str| match column {
                "nip" => nip.clone(),
                "tahun" => year.to_string(),
                "pendekatan" => approach(skp.approach).to_owned(),
                _ => cells.iter().find(|(name, _)| *name == column).map(|(_, cell)| cell.clone()).unwrap_or_default(),
            };
            rows.push(Kind::Skp.columns().iter().map(|column| cell(column.name)).collect());
        };
        for (rhk, number) in skp.content.results.iter().zip(1..) {
            let first = result(rhk, number, &numbers, &nips);
            if rhk.indicators.is_empty() {
                add(first);
                continue;
            }
            for one in &rhk.indicators {
                add(first.iter().cloned().chain(indicator(one)).collect());
            }
        }
        for (nilai, lines) in &skp.content.expectations {
            for line in lines {
                add(part("perilaku", line, Some(*nilai)));
            }
        }
        for (name, lines) in [
            ("dukungan", &skp.content.resources),
            ("pertanggungjawaban", &skp.content.accountability),
            ("konsekuensi", &skp.content.consequences),
        ] {
            for line in lines {
                add(part(name, line, None));
            }
        }
    }
    Ok(rows)
}

/// The one plan of each person that runs, or ran last.
fn running(plans: Vec<Skp>) -> Vec<Skp> {
    let mut latest: HashMap<EmployeeId, Skp> = HashMap::new();
    for skp in plans {
        let later = latest.get(&skp.employee).is_none_or(|present| present.dates.from < skp.dates.from);
        if later && workflow::state(&skp.milestones) != workflow::State::Digantikan {
            latest.insert(skp.employee, skp);
        }
    }
    latest.into_values().collect()
}

fn result(
    rhk: &Rhk,
    number: usize,
    numbers: &HashMap<RhkId, (EmployeeId, usize)>,
    nips: &HashMap<EmployeeId, String>,
) -> Cells {
    let kind = match rhk.kind {
        RhkKind::Utama => "utama",
        RhkKind::Tambahan => "tambahan",
    };
    let mut cells = vec![
        ("bagian", "rhk".to_owned()),
        ("jenis", kind.to_owned()),
        ("no", number.to_string()),
        ("rencana_hasil_kerja", rhk.text.clone()),
        ("penugasan_dari", rhk.assigned_by.clone()),
        ("mendukung_teks", rhk.supports_text.clone()),
    ];
    if let Some((leader, n)) = rhk.supports.and_then(|id| numbers.get(&id))
        && let Some(nip) = nips.get(leader)
    {
        cells.push(("mendukung_nip", nip.clone()));
        cells.push(("mendukung_no", n.to_string()));
    }
    cells
}

fn indicator(one: &Indicator) -> Cells {
    let aspek = one.aspek.map_or("", |aspek| match aspek {
        Aspek::Kuantitas => "kuantitas",
        Aspek::Kualitas => "kualitas",
        Aspek::Waktu => "waktu",
        Aspek::Biaya => "biaya",
    });
    let perspektif = one.perspektif.map_or("", |perspektif| match perspektif {
        Perspektif::PenerimaLayanan => "penerima_layanan",
        Perspektif::ProsesBisnis => "proses_bisnis",
        Perspektif::PenguatanInternal => "penguatan_internal",
        Perspektif::Anggaran => "anggaran",
    });
    let target = &one.target;
    let written = |amount: Option<Amount>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    let amount = match target.upper {
        Some(_) => format!("{} - {}", written(target.amount), written(target.upper)),
        None => written(target.amount),
    };
    let tally = match target.tally {
        Tally::Sum => "jumlah",
        Tally::Latest => "terakhir",
    };
    let direction = match target.direction {
        Direction::HigherIsBetter => "naik",
        Direction::LowerIsBetter => "turun",
    };
    vec![
        ("aspek", aspek.to_owned()),
        ("indikator", one.text.clone()),
        ("target", amount),
        ("satuan", target.unit.clone()),
        ("target_tertulis", target.written.clone().unwrap_or_default()),
        ("perspektif", perspektif.to_owned()),
        ("hitungan", tally.to_owned()),
        ("arah", direction.to_owned()),
    ]
}

fn part(name: &str, line: &str, nilai: Option<Nilai>) -> Cells {
    vec![("bagian", name.to_owned()), ("nilai", nilai.map_or("", Nilai::code).to_owned()), ("uraian", line.to_owned())]
}

fn approach(approach: Approach) -> &'static str {
    match approach {
        Approach::Kuantitatif => "kuantitatif",
        Approach::Kualitatif => "kualitatif",
    }
}
