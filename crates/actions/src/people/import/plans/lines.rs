//! One row of a file of plans.

use super::super::{
    cells::{Cells, key},
    target,
};
use domain::{
    decision::Text,
    plan::{Approach, Aspek, Direction, Nilai, Perspektif, RhkKind, Tally, Target},
};

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// An intended result, with an indicator.
    Rhk,
    /// A special expectation under one of the seven values.
    Perilaku,
    /// Lampiran: dukungan sumber daya.
    Dukungan,
    /// Lampiran: skema pertanggungjawaban.
    Pertanggungjawaban,
    /// Lampiran: konsekuensi.
    Konsekuensi,
}

/// The leader's result that is supported, as far as the row says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Supports {
    /// The leader's NIP; empty for the rater.
    pub(super) nip: String,
    /// The number of the result in the leader's plan.
    pub(super) number: Option<u32>,
    /// In words.
    pub(super) text: String,
}

pub(super) fn part(cells: &mut Cells<'_>) -> Option<Part> {
    match key(cells.get("bagian")).as_str() {
        "" | "rhk" | "hasil kerja" => Some(Part::Rhk),
        "perilaku" | "perilaku kerja" => Some(Part::Perilaku),
        "dukungan" | "dukungan sumber daya" => Some(Part::Dukungan),
        "pertanggungjawaban" | "skema pertanggungjawaban" => Some(Part::Pertanggungjawaban),
        "konsekuensi" => Some(Part::Konsekuensi),
        _ => {
            cells.wrong("bagian", Text::new("people-part-unknown"));
            None
        }
    }
}

pub(super) fn kind(cells: &mut Cells<'_>) -> Option<RhkKind> {
    match key(cells.get("jenis")).as_str() {
        "" => None,
        "utama" => Some(RhkKind::Utama),
        "tambahan" => Some(RhkKind::Tambahan),
        _ => {
            cells.wrong("jenis", Text::new("people-rhk-kind-unknown"));
            None
        }
    }
}

pub(super) fn nilai(cells: &mut Cells<'_>) -> Option<Nilai> {
    let nilai = Nilai::from_code(&key(cells.get("nilai")).replace(' ', "_"));
    if nilai.is_none() {
        cells.wrong("nilai", Text::new("people-value-unknown"));
    }
    nilai
}

pub(super) fn aspek(cells: &mut Cells<'_>) -> Option<Aspek> {
    match key(cells.get("aspek")).as_str() {
        "" => None,
        "kuantitas" => Some(Aspek::Kuantitas),
        "kualitas" => Some(Aspek::Kualitas),
        "waktu" => Some(Aspek::Waktu),
        "biaya" => Some(Aspek::Biaya),
        _ => {
            cells.wrong("aspek", Text::new("people-aspek-unknown"));
            None
        }
    }
}

pub(super) fn perspektif(cells: &mut Cells<'_>) -> Option<Perspektif> {
    match key(cells.get("perspektif")).as_str() {
        "" => None,
        "penerima layanan" => Some(Perspektif::PenerimaLayanan),
        "proses bisnis" => Some(Perspektif::ProsesBisnis),
        "penguatan internal" => Some(Perspektif::PenguatanInternal),
        "anggaran" => Some(Perspektif::Anggaran),
        _ => {
            cells.wrong("perspektif", Text::new("people-perspektif-unknown"));
            None
        }
    }
}

pub(super) fn supports(cells: &mut Cells<'_>) -> Supports {
    Supports {
        nip: cells.get("mendukung_nip").chars().filter(|c| !c.is_whitespace()).collect(),
        number: cells.whole("mendukung_no"),
        text: cells.get("mendukung_teks").to_owned(),
    }
}

/// The target: in one cell as people write it, or the amount beside its unit.
pub(super) fn target(cells: &mut Cells<'_>, approach: Approach) -> Target {
    let (amount, unit, written) = (cells.get("target"), cells.may("satuan"), cells.may("target_tertulis"));
    let mut read = if amount.is_empty() || !unit.is_empty() || !written.is_empty() {
        beside(cells, amount, unit, written)
    } else {
        match target::read(amount, cells.get("indikator")) {
            Ok(read) => read,
            // A descriptive plan tells its target in words.
            Err(_) if approach == Approach::Kualitatif => {
                Target { written: Some(amount.to_owned()), ..Target::default() }
            }
            Err(says) => {
                cells.wrong("target", says);
                Target::default()
            }
        }
    };
    match key(cells.get("hitungan")).as_str() {
        "" => {}
        "jumlah" | "dijumlah" => read.tally = Tally::Sum,
        "terakhir" | "capaian terakhir" => read.tally = Tally::Latest,
        _ => cells.wrong("hitungan", Text::new("people-tally-unknown")),
    }
    match key(cells.get("arah")).as_str() {
        "" => {}
        "naik" | "makin tinggi makin baik" => read.direction = Direction::HigherIsBetter,
        "turun" | "makin rendah makin baik" => read.direction = Direction::LowerIsBetter,
        _ => cells.wrong("arah", Text::new("people-direction-unknown")),
    }
    read
}

fn beside(cells: &mut Cells<'_>, amount: &str, unit: &str, written: &str) -> Target {
    let range = target::bare(amount);
    if range.is_none() && !amount.is_empty() {
        cells.wrong("target", Text::new("import-target-not-bare"));
    }
    let unit = if unit == "%" { "persen" } else { unit };
    let (tally, direction) = target::usual(unit);
    Target {
        amount: range.map(|(low, _)| low),
        upper: range.and_then(|(_, high)| high),
        unit: unit.to_owned(),
        written: Some(written.to_owned()).filter(|written| !written.is_empty()),
        tally,
        direction,
    }
}
