//! The papers of an objection (keberatan) as one list: the result it is against with its reasons, what everybody said,
//! evidence, days, the decision. For the superior who decides and for whoever asks later.
//!
//! Not here: form D.1.3, which is a dokumen evaluasi ([`crate::evaluation`]). The regulation has no form for this list;
//! it is drawn like the others. Read first: [`Dossier`].

use crate::{
    evaluation::document::{self, Part},
    form::Head,
    ink::Ink,
    paper::PORTRAIT,
};

/// The papers, ready to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dossier {
    /// Name of the agency.
    pub agency: String,
    /// The period, in words.
    pub about: String,
    /// The employee's name.
    pub owner: String,
    /// The sections.
    pub parts: Vec<DossierPart>,
}

/// One section: names and values, then lines, each as deep as it stands in its tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DossierPart {
    /// Its title.
    pub title: String,
    /// Names and values.
    pub rows: Vec<(String, String)>,
    /// Depth from 0, and what it says.
    pub lines: Vec<(usize, String)>,
}

pub(crate) fn view(dossier: &Dossier, ink: &Ink) -> document::View {
    let columns = document::columns();
    let part = |(at, part): (usize, &DossierPart)| {
        let line = |(depth, says): &(usize, String)| match depth {
            0 => says.clone(),
            deep => format!("{} {says}", "–".repeat(*deep)),
        };
        let lines: Vec<String> = part.lines.iter().map(line).collect();
        Part {
            number: at as u32 + 1,
            title: ink.text(&part.title),
            rows: part
                .rows
                .iter()
                .map(|(name, value)| (ink.cell(name, columns[1]), ink.cell(value, columns[3])))
                .collect(),
            text: (!lines.is_empty()).then(|| ink.cell(&lines.join("\n"), PORTRAIT.text_width() - columns[0])),
        }
    };
    let foot = ink.text(&format!("Berkas keberatan · {} · {}", dossier.about, dossier.owner));
    document::View {
        head: Head::new(PORTRAIT, &["BERKAS KEBERATAN"], ink.text(&dossier.agency), dossier.about.clone(), foot),
        sections: dossier.parts.iter().enumerate().map(part).collect(),
        signers: Vec::new(),
        footnotes: Vec::new(),
        columns,
    }
}
