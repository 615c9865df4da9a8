//! Words of the forms: labels, dates, periods and targets, as they are printed.

use chrono::{Datelike, NaiveDate};
use domain::{
    assessment::Rating,
    evaluation::{Capaian, Period, Predikat, Rhythm},
    plan::{Aspek, Perspektif, Target},
    time::DateRange,
};

const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// What stands in a cell nothing was said about.
pub(crate) const NOTHING: &str = "-";

fn month(day: NaiveDate) -> &'static str {
    MONTHS[day.month0() as usize]
}

/// A date as Indonesians write it: `7 Juli 2026`.
pub fn date(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

/// `1 JANUARI SD 31 DESEMBER TAHUN 2026`.
pub(crate) fn dates(range: DateRange) -> String {
    let until = range.until.or_else(|| NaiveDate::from_ymd_opt(range.from.year(), 12, 31)).unwrap_or(range.from);
    let from_year = if range.from.year() == until.year() { String::new() } else { format!(" {}", range.from.year()) };
    format!(
        "{} {}{from_year} SD {} {} TAHUN {}",
        range.from.day(),
        month(range.from),
        until.day(),
        month(until),
        until.year()
    )
    .to_uppercase()
}

/// A period in running text: `Triwulan II 2026`, `Maret 2026`, `Semester I 2026`, `Tahun 2026`.
pub fn period_name(period: &Period) -> String {
    let Period { year, number, .. } = *period;
    match period.rhythm {
        Rhythm::Bulanan => {
            format!("{} {year}", MONTHS.get(number.saturating_sub(1) as usize).copied().unwrap_or("Bulan"))
        }
        Rhythm::Triwulanan => format!("Triwulan {} {year}", roman(number)),
        Rhythm::Semesteran => format!("Semester {} {year}", roman(number)),
        Rhythm::Tahunan => format!("Tahun {year}"),
    }
}

/// 1 to 4 as Roman numerals; nothing in these forms counts further.
pub(crate) fn roman(n: u32) -> String {
    ["I", "II", "III", "IV"].get(n.saturating_sub(1) as usize).map_or_else(|| n.to_string(), |r| (*r).to_owned())
}

pub(crate) const fn rating(rating: Rating) -> &'static str {
    match rating {
        Rating::Dibawah => "Dibawah Ekspektasi",
        Rating::Sesuai => "Sesuai Ekspektasi",
        Rating::Diatas => "Diatas Ekspektasi",
    }
}

pub(crate) const fn predikat(predikat: Predikat) -> &'static str {
    match predikat {
        Predikat::SangatKurang => "Sangat Kurang",
        Predikat::Kurang => "Kurang (Misconduct)",
        Predikat::ButuhPerbaikan => "Butuh Perbaikan",
        Predikat::Baik => "Baik",
        Predikat::SangatBaik => "Sangat Baik",
    }
}

pub(crate) const fn capaian(capaian: Capaian) -> &'static str {
    match capaian {
        Capaian::SangatKurang => "Sangat Kurang",
        Capaian::Kurang => "Kurang",
        Capaian::ButuhPerbaikan => "Butuh Perbaikan",
        Capaian::Baik => "Baik",
        Capaian::Istimewa => "Istimewa",
    }
}

pub(crate) const fn aspek(aspek: Aspek) -> &'static str {
    match aspek {
        Aspek::Kuantitas => "Kuantitas",
        Aspek::Kualitas => "Kualitas",
        Aspek::Waktu => "Waktu",
        Aspek::Biaya => "Biaya",
    }
}

pub(crate) const fn perspektif(perspektif: Perspektif) -> &'static str {
    match perspektif {
        Perspektif::PenerimaLayanan => "Penerima Layanan",
        Perspektif::ProsesBisnis => "Proses Bisnis",
        Perspektif::PenguatanInternal => "Penguatan Internal",
        Perspektif::Anggaran => "Anggaran",
    }
}

/// A target as printed: the words of the source, or amount (or range) and unit. Empty if there is none.
pub(crate) fn target(target: &Target) -> String {
    if let Some(written) = target.written.as_deref().map(str::trim).filter(|w| !w.is_empty()) {
        return written.to_owned();
    }
    let Some(amount) = target.amount else { return String::new() };
    let number = match target.upper {
        Some(upper) => format!("{amount} – {upper}"),
        None => amount.to_string(),
    };
    with_unit(&number, &target.unit)
}

/// `82 dokumen`, but `30%`.
pub(crate) fn with_unit(number: &str, unit: &str) -> String {
    match unit.trim() {
        "" => number.to_owned(),
        "%" => format!("{number}%"),
        unit => format!("{number} {unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{amount::Amount, ids::PeriodId};

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn dates_are_indonesian() {
        assert_eq!(date(day(2026, 7, 7)), "7 Juli 2026");
        assert_eq!(dates(DateRange::year(2026)), "1 JANUARI SD 31 DESEMBER TAHUN 2026");
        assert_eq!(dates(DateRange { from: day(2026, 4, 15), until: None }), "15 APRIL SD 31 DESEMBER TAHUN 2026");
        let across = DateRange { from: day(2025, 12, 1), until: Some(day(2026, 5, 31)) };
        assert_eq!(dates(across), "1 DESEMBER 2025 SD 31 MEI TAHUN 2026");
    }

    #[test]
    fn periods_have_names() {
        let period = |rhythm, number| {
            period_name(&Period {
                id: PeriodId(uuid::Uuid::nil()),
                year: 2026,
                rhythm,
                number,
                dates: DateRange::year(2026),
                policy: String::new(),
                opened_at: None,
                closed_at: None,
            })
        };
        assert_eq!(period(Rhythm::Bulanan, 3), "Maret 2026");
        assert_eq!(period(Rhythm::Triwulanan, 4), "Triwulan IV 2026");
        assert_eq!(period(Rhythm::Semesteran, 1), "Semester I 2026");
        assert_eq!(period(Rhythm::Tahunan, 1), "Tahun 2026");
    }

    #[test]
    fn targets_are_printed_as_written_or_as_amounts() {
        let whole = |n| Some(Amount::whole(n));
        let of = |amount, upper, unit: &str, written: Option<&str>| {
            target(&Target { amount, upper, unit: unit.into(), written: written.map(Into::into), ..Target::default() })
        };
        assert_eq!(of(whole(1500), None, "dokumen", None), "1.500 dokumen");
        assert_eq!(of(whole(30), None, "%", None), "30%");
        assert_eq!(of(whole(80), whole(90), "%", None), "80 – 90%");
        assert_eq!(of(Some(Amount(35_000)), None, "", None), "3,5");
        assert_eq!(of(whole(3), None, "unit", Some("3,5 dari skala 5")), "3,5 dari skala 5");
        assert_eq!(of(None, None, "dokumen", Some("  ")), "");
    }
}
