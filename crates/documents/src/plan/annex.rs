//! Lampiran SKP, form A.1.8: what the employee needs, how they answer for it, what follows.

use super::skp::PlanSheet;
use crate::{
    form::{Cell, Head},
    ink::Ink,
    paper::{MARKER, PORTRAIT},
    party::Signature,
    words,
};
use serde::Serialize;

/// What `annex.typ` draws.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    head: Head,
    sections: Vec<(&'static str, Vec<Cell>)>,
    signatures: [Signature; 2],
}

pub(crate) fn view(sheet: &PlanSheet, ink: &Ink) -> View {
    let content = &sheet.skp.content;
    let items = |texts: &[String]| ink.list(texts, PORTRAIT.text_width() - MARKER);
    let period = format!("PERIODE PENILAIAN:\n{}", words::dates(sheet.skp.dates));
    let post = ink.text(&sheet.employee.post.to_uppercase()).0;
    View {
        head: Head::new(
            PORTRAIT,
            &["LAMPIRAN SASARAN KINERJA PEGAWAI", &post],
            ink.text(&sheet.agency),
            period,
            sheet.foot(ink, "A.1.8"),
        ),
        sections: vec![
            ("DUKUNGAN SUMBER DAYA", items(&content.resources)),
            ("SKEMA PERTANGGUNGJAWABAN", items(&content.accountability)),
            ("KONSEKUENSI", items(&content.consequences)),
        ],
        signatures: sheet.signatures(ink),
    }
}
