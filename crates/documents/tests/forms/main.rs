//! The printed forms, read back: text in the order of the regulation, paper, fonts, and what people may type.
//! Needs poppler-utils (`pdftotext`, `pdfinfo`, `pdffonts`).

mod angka_kredit;
mod certificate;
mod evaluation;
mod fixtures;
mod paper;
mod plan;
mod read;
mod recap;
mod survey;
mod talk;
mod typed;
