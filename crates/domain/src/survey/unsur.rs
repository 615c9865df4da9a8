//! The nine elements, each with its question and its own words for 1 to 4 (PermenPANRB 14/2017, Lampiran).

use crate::decision::Text;
use serde::{Deserialize, Serialize};

/// One element (unsur), in the order of the regulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unsur {
    /// U1 persyaratan.
    Persyaratan,
    /// U2 sistem, mekanisme, dan prosedur.
    Prosedur,
    /// U3 waktu penyelesaian.
    Waktu,
    /// U4 biaya/tarif.
    Biaya,
    /// U5 produk spesifikasi jenis pelayanan.
    Produk,
    /// U6 kompetensi pelaksana.
    Kompetensi,
    /// U7 perilaku pelaksana.
    Perilaku,
    /// U8 penanganan pengaduan, saran, dan masukan.
    Pengaduan,
    /// U9 sarana dan prasarana.
    Sarana,
}

/// Code, name, question, and the words for 1, 2, 3, 4.
type Row = (&'static str, &'static str, &'static str, [&'static str; 4]);

#[rustfmt::skip]
const ROWS: [Row; 9] = [
    ("u1", "survey-u1", "survey-u1-ask", ["survey-u1-1", "survey-u1-2", "survey-u1-3", "survey-u1-4"]),
    ("u2", "survey-u2", "survey-u2-ask", ["survey-u2-1", "survey-u2-2", "survey-u2-3", "survey-u2-4"]),
    ("u3", "survey-u3", "survey-u3-ask", ["survey-u3-1", "survey-u3-2", "survey-u3-3", "survey-u3-4"]),
    ("u4", "survey-u4", "survey-u4-ask", ["survey-u4-1", "survey-u4-2", "survey-u4-3", "survey-u4-4"]),
    ("u5", "survey-u5", "survey-u5-ask", ["survey-u5-1", "survey-u5-2", "survey-u5-3", "survey-u5-4"]),
    ("u6", "survey-u6", "survey-u6-ask", ["survey-u6-1", "survey-u6-2", "survey-u6-3", "survey-u6-4"]),
    ("u7", "survey-u7", "survey-u7-ask", ["survey-u7-1", "survey-u7-2", "survey-u7-3", "survey-u7-4"]),
    ("u8", "survey-u8", "survey-u8-ask", ["survey-u8-1", "survey-u8-2", "survey-u8-3", "survey-u8-4"]),
    ("u9", "survey-u9", "survey-u9-ask", ["survey-u9-1", "survey-u9-2", "survey-u9-3", "survey-u9-4"]),
];

impl Unsur {
    /// U1 to U9.
    pub const ALL: [Self; 9] = [
        Self::Persyaratan,
        Self::Prosedur,
        Self::Waktu,
        Self::Biaya,
        Self::Produk,
        Self::Kompetensi,
        Self::Perilaku,
        Self::Pengaduan,
        Self::Sarana,
    ];

    /// `u1` to `u9`: name of the form field, the column of a file, the part of a tally.
    pub const fn code(self) -> &'static str {
        ROWS[self as usize].0
    }

    /// Its name.
    pub const fn label(self) -> Text {
        Text::new(ROWS[self as usize].1)
    }

    /// What is asked.
    pub const fn question(self) -> Text {
        Text::new(ROWS[self as usize].2)
    }

    /// What 1, 2, 3, 4 mean here.
    pub fn choices(self) -> [(u8, Text); 4] {
        let words = ROWS[self as usize].3;
        [1, 2, 3, 4].map(|value: u8| (value, Text::new(words[usize::from(value) - 1])))
    }
}
