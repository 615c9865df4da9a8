//! A few sections of the rules, as the domain words them.

use chrono::NaiveDate;
use domain::{
    decision::{Citation, Text},
    scheme::{
        Role,
        explain::{Line, Section},
        rater::Nominated,
    },
};

pub(super) fn sections(cite: Citation, from: NaiveDate) -> Vec<Section> {
    let rule = |says: Text| Line { depth: 0, says, cite: Some((cite.clone(), from)) };
    let below = |depth, says: Text| Line { depth, says, cite: None };
    let said = |text: &str| Text::new("scheme-page-said").with("text", text);
    let level = |n: u32, text: &str| below(2, Text::new("scheme-page-level").with("level", n).with("text", text));
    vec![
        Section {
            heading: Text::new("scheme-page-purpose"),
            lines: vec![
                rule(said("Penilaian ini dibuat agar Anda tahu apa yang sudah baik dan apa yang dapat dibantu.")),
                rule(said("Anda melihat seluruh hasil Anda beserta alasannya.")),
            ],
        },
        Section {
            heading: Text::new("scheme-page-criteria"),
            lines: vec![
                rule(
                    Text::new("scheme-page-dimension-weighted")
                        .with("dimension", "Kualitas pelayanan")
                        .with("weight", 60_u32),
                ),
                below(1, Text::new("scheme-page-criterion-rating").with("criterion", "Ketepatan informasi")),
                level(1, "Informasi sering keliru dan pemohon harus kembali."),
                level(2, "Informasi benar dan lengkap sesuai permintaan."),
            ],
        },
        Section {
            heading: Text::new("scheme-page-raters"),
            lines: vec![
                rule(
                    Text::new("scheme-page-rater")
                        .with("turn", 1_u32)
                        .with("role", Role::Rekan.label())
                        .with("weight", 30_u32),
                ),
                below(1, Nominated::Employee.label()),
                below(1, Text::new("scheme-page-rater-anonymous").with("min", 3_u32)),
            ],
        },
    ]
}
