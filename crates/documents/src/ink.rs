//! Text made fit for paper: only characters the fonts have, nothing that reorders or hides text, and words
//! that are wider than their column can be broken (Typst knows no Indonesian hyphenation).

use crate::{form::Cell, paper};
use std::ops::RangeInclusive;
use typst::{
    layout::{Abs, Em},
    text::{Font, FontInstance, FontVariant, FontVariations},
};

/// Stands for a character no font of ours has.
const UNKNOWN: char = '\u{25A1}';
/// Breaks a word with a hyphen, only where the line ends.
const SOFT_HYPHEN: char = '\u{AD}';
/// Breaks anything without a hyphen.
const BREAK: char = '\u{200B}';

/// Joiners, marks that turn the direction of writing, variation selectors: they show nothing and could hide something.
const HIDDEN: [RangeInclusive<char>; 9] = [
    SOFT_HYPHEN..=SOFT_HYPHEN,
    '\u{61C}'..='\u{61C}',
    '\u{200B}'..='\u{200F}',
    '\u{202A}'..='\u{202E}',
    '\u{2060}'..='\u{206F}',
    '\u{FE00}'..='\u{FE0F}',
    '\u{FEFF}'..='\u{FEFF}',
    '\u{FFF9}'..='\u{FFFB}',
    '\u{E0000}'..='\u{E01EF}',
];

/// What is needed to judge a text before it is printed.
pub(crate) struct Ink {
    fonts: Vec<Font>,
    face: FontInstance,
}

impl Ink {
    /// `fonts[0]` is the face widths are measured in.
    pub(crate) fn new(fonts: &[Font]) -> Self {
        let face =
            fonts[0].clone().instantiate(FontVariant::default(), Abs::pt(paper::SIZE), &FontVariations::default());
        Self { fonts: fonts.to_vec(), face }
    }

    /// A text that has the whole line to itself.
    pub(crate) fn text(&self, text: &str) -> Cell {
        Cell(self.clean(text))
    }

    /// A text for a column `width` points wide: words that would stick out are given places to break.
    pub(crate) fn cell(&self, text: &str, width: f64) -> Cell {
        let room = width - 2.0 * paper::INSET;
        let mut out = String::with_capacity(text.len());
        for word in self.clean(text).split_inclusive([' ', '\n']) {
            let bare = word.trim_end_matches([' ', '\n']);
            if self.width(bare.chars()) <= room {
                out.push_str(word);
            } else {
                out.push_str(&broken(bare, |piece| self.width(piece.iter().copied()) <= room));
                out.push_str(&word[bare.len()..]);
            }
        }
        Cell(out)
    }

    /// Texts that are drawn as a list, unless there is only one.
    pub(crate) fn list<T: AsRef<str>>(&self, texts: impl IntoIterator<Item = T>, width: f64) -> Vec<Cell> {
        let texts: Vec<T> = texts.into_iter().filter(|text| !text.as_ref().trim().is_empty()).collect();
        let width = if texts.len() > 1 { width - paper::MARKER } else { width };
        texts.iter().map(|text| self.cell(text.as_ref(), width)).collect()
    }

    /// About how high these paragraphs stand in a column, in points; rather too much than too little.
    pub(crate) fn height(&self, paragraphs: &[Cell], width: f64) -> f64 {
        let room = width - 2.0 * paper::INSET;
        let lines = |line: &str| (self.width(line.chars()) * 1.15 / room).ceil().max(1.0);
        paragraphs.iter().map(|cell| cell.0.split('\n').map(lines).sum::<f64>() * paper::LINE + paper::INSET).sum()
    }

    /// Width in points at the size of the forms.
    fn width(&self, word: impl Iterator<Item = char>) -> f64 {
        let advance = |c| self.face.ttf().glyph_index(c).and_then(|glyph| self.face.x_advance(glyph.0));
        let shown = word.filter(|c| !matches!(*c, SOFT_HYPHEN | BREAK));
        shown.map(|c| advance(c).map_or(0.7, Em::get) * paper::SIZE).sum()
    }

    fn clean(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.trim().replace("\r\n", "\n").chars() {
            match c {
                '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push('\n'),
                c if c.is_whitespace() => out.push(if c == '\u{A0}' { c } else { ' ' }),
                c if c.is_control() => {}
                c if HIDDEN.iter().any(|range| range.contains(&c)) => {}
                c if self.fonts.iter().any(|font| font.info().coverage.contains(c as u32)) => out.push(c),
                _ if out.ends_with(UNKNOWN) => {}
                _ => out.push(UNKNOWN),
            }
        }
        out
    }
}

/// Adds the breaks a word needs to get into its column, and no more: between syllables with a hyphen, else after a
/// sign, else anywhere. Every break is used, so nobody who searches or copies the text meets one inside a line.
fn broken(word: &str, fits: impl Fn(&[char]) -> bool) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut out = String::with_capacity(word.len() + 8);
    let mut start = 0;
    while !fits(&letters[start..]) {
        let longest =
            (start + 1..letters.len()).take_while(|end| fits(&letters[start..*end])).last().unwrap_or(start + 1);
        let hyphenated = |end: usize| fits(&[&letters[start..end], &['-']].concat());
        let syllable = (start + 1..=longest).rev().find(|end| syllable_starts(&letters, *end) && hyphenated(*end));
        let sign = (start + 1..=longest).rev().find(|end| letters[end - 1].is_ascii_punctuation());
        let (end, with) = match (syllable, sign) {
            (Some(end), sign) if sign.is_none_or(|sign| end > sign) => (end, SOFT_HYPHEN),
            (_, Some(end)) => (end, BREAK),
            _ => (longest, BREAK),
        };
        out.extend(&letters[start..end]);
        out.push(with);
        start = end;
    }
    out.extend(&letters[start..]);
    out
}

/// May a new syllable begin at `i`? Ejaan Yang Disempurnakan V, pemenggalan kata: between vowels, before a
/// consonant and its vowel, never inside `ng`, `ny`, `sy`, `kh`; two letters stay on either side.
fn syllable_starts(letters: &[char], i: usize) -> bool {
    let at = |i: usize| letters.get(i).filter(|c| c.is_alphabetic()).map(|c| c.to_lowercase().next().unwrap_or(*c));
    let vowel = |c: Option<char>| c.is_some_and(|c| "aiueoé".contains(c));
    let pair = |a: Option<char>, b: Option<char>| {
        matches!((a, b), (Some('n'), Some('g' | 'y')) | (Some('s'), Some('y')) | (Some('k'), Some('h')))
    };
    let start = letters[..i].iter().rposition(|c| !c.is_alphabetic()).map_or(0, |p| p + 1);
    let end = letters[i..].iter().position(|c| !c.is_alphabetic()).map_or(letters.len(), |p| i + p);
    if i < start + 2 || end < i + 2 || !letters[start..i].iter().any(|&c| vowel(at_of(c))) {
        return false;
    }
    let here = at(i);
    let opens = if pair(here, at(i + 1)) { vowel(at(i + 2)) } else { !vowel(here) && vowel(at(i + 1)) };
    let before_pair = i > 0 && pair(at(i - 1), here);
    let diphthong = matches!((at(i - 1), here), (Some('a'), Some('i' | 'u')) | (Some('o' | 'e'), Some('i')));
    (opens && !before_pair) || (vowel(here) && vowel(at(i - 1)) && !diphthong)
}

fn at_of(c: char) -> Option<char> {
    c.to_lowercase().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::printer::fonts;

    fn shown(text: &str) -> String {
        text.replace(SOFT_HYPHEN, "-").replace(BREAK, "|")
    }

    #[test]
    fn words_break_between_syllables() {
        for (word, want) in [
            ("pertanggungjawaban", "per-tang-gung-ja-wa-ban"),
            ("Penyelenggaraan", "Pe-nye-leng-ga-ra-an"),
            ("BERKELANJUTAN", "BER-KE-LAN-JU-TAN"),
            ("menyiapkan", "me-nyi-ap-kan"),
            ("syarat", "sya-rat"),
            ("laporan_akhir", "la-po-ran_akhir"),
        ] {
            let letters: Vec<char> = word.chars().collect();
            let mut parts = String::new();
            for (i, c) in letters.iter().enumerate() {
                if i > 0 && syllable_starts(&letters, i) {
                    parts.push('-');
                }
                parts.push(*c);
            }
            assert_eq!(parts, want);
        }
    }

    #[test]
    fn words_get_no_more_breaks_than_they_need() {
        for (word, letters, want) in [
            ("pertanggungjawaban", 30, "pertanggungjawaban"),
            ("pertanggungjawaban", 14, "pertanggungja-waban"),
            ("pertanggungjawaban", 8, "pertang-gungja-waban"),
            ("https://contoh.go.id/arsip", 22, "https://contoh.go.id/|arsip"),
            ("200000000000", 5, "20000|00000|00"),
            ("日本日本", 1, "日|本|日|本"),
        ] {
            assert_eq!(shown(&broken(word, |piece| piece.len() <= letters)), want);
        }
    }

    #[test]
    fn only_words_wider_than_the_column_are_touched() {
        let ink = Ink::new(&fonts());
        assert_eq!(ink.cell("Laporan pertanggungjawaban", 300.0).0, "Laporan pertanggungjawaban");
        assert_eq!(shown(&ink.cell("Laporan pertanggungjawaban", 80.0).0), "Laporan pertang-gungjawaban");
    }

    #[test]
    fn what_the_fonts_lack_is_shown_as_a_box_and_what_hides_text_is_dropped() {
        let ink = Ink::new(&fonts());
        for (typed, want) in [
            ("≥ 90 % — “baik” é → ✓ Ω", "≥ 90 % — “baik” é → ✓ Ω"),
            ("bagus 👍🏽 sekali", "bagus □ sekali"),
            ("a\u{202E}b\u{0}c\u{200B}d\u{7}", "abcd"),
            ("satu\r\ndua\ttiga\u{2029}", "satu\ndua tiga"),
        ] {
            assert_eq!(ink.text(typed).0, want);
        }
    }
}
