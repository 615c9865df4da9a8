//! From `examples.txt` to plans, matrices and statements.

use crate::{
    amount::Amount,
    ids::{EmployeeId, RhkId},
    plan::{Approach, Aspek, Form, Indicator, Nilai, Perspektif, Rhk, RhkKind, Skp, Target},
    testing::{id, plan},
};

const EXAMPLES: &str = include_str!("examples.txt");

/// The lines of one table with the words behind its name.
fn table(name: &str) -> (&'static str, Vec<&'static str>) {
    let start = EXAMPLES.split("\n= ").skip(1).find_map(|part| part.strip_prefix(name)?.strip_prefix(' '));
    let (head, lines) = start.unwrap_or_else(|| panic!("{name}")).split_once('\n').unwrap();
    (head, lines.lines().filter(|line| !line.is_empty()).collect())
}

/// `61,95%`, `80 – 90% sesuai`, `7-8 bulan`: as written, with its bounds and unit.
fn target(written: &str) -> Target {
    if written.is_empty() {
        return Target::default();
    }
    let plain = written.replace(" – ", "-").replace(" - ", "-").replace("- ", "-").replace("%-", "-");
    let end = plain.find(|c: char| !c.is_ascii_digit() && !"-,".contains(c)).unwrap_or(plain.len());
    let (numbers, unit) = plain.split_at(end);
    let mut bounds = numbers.split('-').map(|text| Amount::parse(text).unwrap());
    let unit = if unit.trim().is_empty() { "nilai" } else { unit.trim() };
    Target {
        amount: bounds.next(),
        upper: bounds.next(),
        unit: if unit == "%" { "persen" } else { unit }.to_owned(),
        written: Some(written.to_owned()),
        ..Target::default()
    }
}

fn aspek(code: &str) -> Option<Aspek> {
    match code {
        "kuantitas" => Some(Aspek::Kuantitas),
        "kualitas" => Some(Aspek::Kualitas),
        "waktu" => Some(Aspek::Waktu),
        "biaya" => Some(Aspek::Biaya),
        _ => None,
    }
}

/// A plan of the regulation, with something in each of its annexes as Anak Lampiran 2 Tabel 16 shows.
pub fn skp(name: &str) -> Skp {
    let (head, lines) = table(name);
    let mut words = head.split(' ');
    let mut skp = plan();
    skp.form = if words.next() == Some("jpt") { Form::Jpt } else { Form::JaJf };
    skp.approach = if words.next() == Some("kualitatif") { Approach::Kualitatif } else { Approach::Kuantitatif };
    let mut results: Vec<Rhk> = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let n = 1_000 + n as u128;
        let (mark, rest) = line.split_once(' ').unwrap();
        match mark {
            "<" => rest.clone_into(&mut results.last_mut().unwrap().supports_text),
            "-" => {
                let mut parts = rest.split('|').map(str::trim);
                let (code, goal, text) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
                results.last_mut().unwrap().indicators.push(Indicator {
                    id: id(n),
                    aspek: aspek(code),
                    perspektif: Perspektif::from_code(code),
                    text: text.to_owned(),
                    target: target(goal),
                });
            }
            kind => results.push(Rhk {
                id: id(n),
                kind: if kind == "utama" { RhkKind::Utama } else { RhkKind::Tambahan },
                text: rest.to_owned(),
                assigned_by: String::new(),
                supports: None,
                supports_text: String::new(),
                indicators: Vec::new(),
            }),
        }
    }
    skp.content.results = results;
    for list in [&mut skp.content.resources, &mut skp.content.accountability, &mut skp.content.consequences] {
        list.push("disepakati dalam dialog".to_owned());
    }
    skp.content.expectations.insert(Nilai::Akuntabel, vec!["Menjadi panutan".to_owned()]);
    skp
}

/// The plans behind a printed matrix: the leader with one result for each column, the people with their roles.
pub fn matrix(name: &str) -> (Skp, Vec<(EmployeeId, Skp)>) {
    let (head, lines) = table(name);
    let columns: u128 = head.strip_prefix("matrix ").unwrap().parse().unwrap();
    let result = |n: u128, text: &str, supports: Option<RhkId>| Rhk {
        id: id(n),
        kind: RhkKind::Utama,
        text: text.to_owned(),
        assigned_by: String::new(),
        supports,
        supports_text: String::new(),
        indicators: Vec::new(),
    };
    let mut leader = plan();
    leader.content.results = (1..=columns).map(|n| result(n, "Kolom", None)).collect();
    let mut people: Vec<(EmployeeId, Skp)> = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let n = 1_000 + n as u128;
        let (mark, rest) = line.split_once(' ').unwrap();
        if mark == "*" {
            let mut skp = plan();
            (skp.id, skp.employee) = (id(n), id(n));
            skp.content.results.clear();
            people.push((skp.employee, skp));
        } else {
            let column = id(mark.parse().unwrap());
            people.last_mut().unwrap().1.content.results.push(result(n, rest, Some(column)));
        }
    }
    (leader, people)
}

/// Statements with their kind: `pencapaian`, `aktivitas`, `kategori`.
pub fn statements() -> Vec<(&'static str, &'static str)> {
    let all = EXAMPLES.split("\n= AL1-T1 statements\n").nth(1).unwrap();
    all.lines().map(|line| line.strip_prefix("? ").unwrap().split_once(' ').unwrap()).collect()
}
