//! Targets as people write them in one cell: `61,95%`, `3 unit`, `3,5 dari skala 5`, `7-8 bulan`, `maksimal 3 hari`.

use domain::{
    amount::Amount,
    decision::Text,
    plan::{Direction, Tally, Target},
};

/// Longest unit, in characters; what follows it is told by the text as written.
const LONGEST_UNIT: usize = 40;
const TIMES: [&str; 10] = ["jam", "menit", "detik", "hari", "minggu", "bulan", "triwulan", "semester", "tahun", "hk"];
/// Units that are a level rather than a count.
const LEVELS: [&str; 5] = ["persen", "indeks", "nilai", "skala", "skor"];
const AT_LEAST: [&str; 6] = ["minimal", "minimum", "min", "paling sedikit", "sekurang-kurangnya", "sedikitnya"];
const AT_MOST: [&str; 7] = ["maksimal", "maksimum", "maks", "paling lama", "paling lambat", "paling banyak", "dalam"];

/// Reads a target. `indicator` lends its first word to a number that stands alone (`Indeks …`, `Nilai …`).
pub(super) fn read(written: &str, indicator: &str) -> Result<Target, Text> {
    let written = written.trim();
    let (rest, direction) = bound(written);
    let (rest, rupiah) = match rest.strip_prefix("Rp").or_else(|| rest.strip_prefix("rp")) {
        Some(rest) => (rest.trim_start_matches('.').trim_start(), true),
        None => (rest, false),
    };
    let unreadable = || Text::new("import-target-not-read").with("target", written);
    let (low, rest) = leading_number(rest).ok_or_else(unreadable)?;
    let (percent_low, rest) = percent(rest);
    let (high, rest) = match dash(rest).map(|after| (leading_number(after), after)) {
        Some((Some((high, rest)), _)) => (Some(high), rest),
        Some((None, _)) => return Err(unreadable()),
        None => (None, rest),
    };
    let (percent_high, rest) = percent(rest);
    let unit = if percent_low || percent_high {
        "persen".to_owned()
    } else if rupiah {
        "rupiah".to_owned()
    } else {
        unit(rest)
    };
    let amount = |text: &str| Amount::parse(text).map_err(|_| unreadable());
    let (low, high) = (amount(low)?, high.map(amount).transpose()?);
    let alone = unit.is_empty();
    let unit = if alone {
        unit_of(indicator).ok_or_else(|| Text::new("import-target-needs-unit").with("target", written))?
    } else {
        unit
    };
    let (tally, usual) = usual(&unit);
    Ok(Target {
        amount: Some(low),
        upper: high,
        unit,
        written: Some(written.to_owned()),
        tally,
        direction: direction.unwrap_or(usual),
    })
}

/// How entries of such a unit usually add up, and which way is usually better.
pub(super) fn usual(unit: &str) -> (Tally, Direction) {
    let first = unit.split_whitespace().next().unwrap_or_default().to_lowercase();
    if TIMES.contains(&first.as_str()) {
        (Tally::Latest, Direction::LowerIsBetter)
    } else if LEVELS.contains(&first.as_str()) || first == "%" {
        (Tally::Latest, Direction::HigherIsBetter)
    } else {
        (Tally::Sum, Direction::HigherIsBetter)
    }
}

/// A bare amount or range, for a cell beside which the unit stands in one of its own.
pub(super) fn bare(text: &str) -> Option<(Amount, Option<Amount>)> {
    let (low, rest) = leading_number(text.trim())?;
    let (high, rest) = match dash(rest) {
        Some(after) => leading_number(after).map(|(high, rest)| (Some(high), rest))?,
        None => (None, rest),
    };
    if !rest.trim().is_empty() {
        return None;
    }
    Some((Amount::parse(low).ok()?, high.map(Amount::parse).transpose().ok()?))
}

/// `maksimal`, `≥`, … in front of the number.
fn bound(text: &str) -> (&str, Option<Direction>) {
    let signs = [
        ("≥", Direction::HigherIsBetter),
        (">=", Direction::HigherIsBetter),
        (">", Direction::HigherIsBetter),
        ("≤", Direction::LowerIsBetter),
        ("<=", Direction::LowerIsBetter),
        ("<", Direction::LowerIsBetter),
    ];
    let words = AT_LEAST
        .map(|word| (word, Direction::HigherIsBetter))
        .into_iter()
        .chain(AT_MOST.map(|word| (word, Direction::LowerIsBetter)));
    let lower = text.to_lowercase();
    for (mark, direction) in signs.into_iter().chain(words) {
        // Lower-casing keeps the length of these marks, so the place in one text is the place in the other.
        if lower.starts_with(mark) && text.is_char_boundary(mark.len()) {
            let rest = &text[mark.len()..];
            let word = mark.ends_with(char::is_alphabetic);
            if !word || rest.starts_with(|c: char| c.is_whitespace() || c == '.') {
                return (rest.trim_start_matches('.').trim_start(), Some(direction));
            }
        }
    }
    (text, None)
}

fn leading_number(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(text.len());
    // `3.` at the end of a sentence is three.
    let number = text[..end].trim_end_matches(['.', ',']);
    (!number.is_empty() && number.starts_with(|c: char| c.is_ascii_digit()))
        .then(|| (number, text[number.len()..].trim_start()))
}

fn percent(text: &str) -> (bool, &str) {
    match text.strip_prefix('%') {
        Some(rest) => (true, rest.trim_start()),
        None => match text.strip_prefix("persen").filter(|rest| !rest.starts_with(char::is_alphabetic)) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, text),
        },
    }
}

/// What follows `-`, `–`, `s.d.` between two numbers.
fn dash(text: &str) -> Option<&str> {
    ["-", "–", "—", "s.d.", "s/d", "sd ", "sampai "]
        .iter()
        .find_map(|mark| text.strip_prefix(mark))
        .map(str::trim_start)
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// The unit in what follows the number.
fn unit(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || ".,;()".contains(c));
    let plain = text.strip_prefix("dari ").filter(|rest| rest.starts_with("skala")).unwrap_or(text);
    let first = plain.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if TIMES.contains(&first.to_lowercase().as_str()) {
        // `hari setelah permohonan masuk`: counted in days; the rest is told as written.
        return match plain.split_whitespace().nth(1) {
            Some("kerja") => format!("{first} kerja"),
            _ => first.to_owned(),
        };
    }
    if plain.chars().count() <= LONGEST_UNIT { plain.to_owned() } else { first.to_owned() }
}

/// The unit an indicator names by its first word.
fn unit_of(indicator: &str) -> Option<String> {
    match indicator.split_whitespace().next()?.to_lowercase().as_str() {
        word @ ("indeks" | "nilai" | "skor") => Some(word.to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{HigherIsBetter as Up, LowerIsBetter as Down};
    use Tally::{Latest, Sum};

    #[test]
    fn targets_are_read_as_people_write_them() {
        for (written, indicator, low, high, unit, tally, direction) in [
            ("61,95%", "Persentase layanan", 619_500, None, "persen", Latest, Up),
            ("3 unit", "Jumlah pos", 30_000, None, "unit", Sum, Up),
            ("3,5 dari skala 5", "Indeks layanan", 35_000, None, "skala 5", Latest, Up),
            ("3,5 skala 5", "Tingkat kepuasan", 35_000, None, "skala 5", Latest, Up),
            ("7-8 bulan", "Ketepatan waktu", 70_000, Some(80_000), "bulan", Latest, Down),
            ("90", "Indeks penyelesaian", 900_000, None, "indeks", Latest, Up),
            ("85", "Nilai akuntabilitas", 850_000, None, "nilai", Latest, Up),
            ("80 – 90%", "Tingkat", 800_000, Some(900_000), "persen", Latest, Up),
            ("80 – 90% sistem siap digunakan", "Persentase", 800_000, Some(900_000), "persen", Latest, Up),
            ("80%-90% peserta", "Persentase", 800_000, Some(900_000), "persen", Latest, Up),
            ("80% - 90% kegiatan", "Persentase", 800_000, Some(900_000), "persen", Latest, Up),
            ("2-3 hari setelah permohonan", "Rata-rata waktu", 20_000, Some(30_000), "hari", Latest, Down),
            ("5 hari kerja", "Waktu", 50_000, None, "hari kerja", Latest, Down),
            ("maksimal 3 hari", "Waktu", 30_000, None, "hari", Latest, Down),
            ("≥ 82", "Indeks kepuasan", 820_000, None, "indeks", Latest, Up),
            ("Maks. 5 aduan", "Jumlah aduan", 50_000, None, "aduan", Sum, Down),
            ("Rp 1.500.000", "Biaya", 15_000_000_000, None, "rupiah", Sum, Up),
            ("1.234,5 ton", "Produksi", 12_345_000, None, "ton", Sum, Up),
            ("12 dokumen.", "Jumlah", 120_000, None, "dokumen", Sum, Up),
            ("95 persen berkas", "Persentase", 950_000, None, "persen", Latest, Up),
        ] {
            let want = Target {
                amount: Some(Amount(low)),
                upper: high.map(Amount),
                unit: unit.to_owned(),
                written: Some(written.to_owned()),
                tally,
                direction,
            };
            assert_eq!(read(written, indicator), Ok(want), "{written}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_what_to_do() {
        for (written, indicator, key) in [
            ("90", "Persentase layanan", "import-target-needs-unit"),
            ("seluruh berkas", "Jumlah", "import-target-not-read"),
            ("", "Jumlah", "import-target-not-read"),
            ("1.23.4 ton", "Jumlah", "import-target-not-read"),
        ] {
            assert_eq!(read(written, indicator).unwrap_err().key, key, "{written}");
        }
    }

    #[test]
    fn amounts_and_ranges_stand_alone_beside_a_unit() {
        assert_eq!(bare("80 - 90"), Some((Amount::whole(80), Some(Amount::whole(90)))));
        assert_eq!(bare("61,95"), Some((Amount(619_500), None)));
        assert_eq!(bare("80%"), None);
        assert_eq!(bare("tiga"), None);
    }
}
