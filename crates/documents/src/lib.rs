//! Floor 3, pure: domain values to PDF and XLSX bytes, in the shape of the official forms
//! (PermenPANRB 6/2022, Lampiran Bab II-V). The forms are Indonesian and stay Indonesian.
//!
//! Not here: reading the database, deciding anything, or choosing who may print what.
//! Read first: [`printer`] (one [`Printer`] for the whole program), then the room of the form you came for:
//! `plan` (SKP, its lampiran, matriks), `evaluation` (hasil evaluasi, dokumen evaluasi), `objection` (the papers of an
//! objection), `dialogue` (coaching, problems of behaviour, talks), `angka_kredit` (conversion of a predikat), `team`
//! (recap of a unit), `survey` (poster and report), `calibration` (minutes), `certification` (certificate of a rater), `mentoring`
//! (B.1.7), `talent` (a person's years).
//! Each form is a `.rs` file that says what goes into which cell and a `.typ` file beside it that draws it.
//!
//! What people typed reaches Typst as strings of a JSON file and is never read as markup.

pub mod angka_kredit;
pub mod calibration;
pub mod certification;
pub mod dialogue;
pub mod evaluation;
mod form;
mod ink;
pub mod mentoring;
pub mod objection;
mod paper;
mod party;
pub mod plan;
pub mod printer;
pub mod survey;
pub mod talent;
pub mod team;
mod words;

pub use angka_kredit::AngkaKreditSheet;
pub use calibration::{CalibrationMinutes, MinutesProposal};
pub use certification::Certificate;
pub use dialogue::{Agreed, TalkForm, TalkSheet};
pub use evaluation::{Decided, EvaluationDocument, EvaluationSheet, Realisation, Remark, Route};
pub use mentoring::{Journalled, MentoringSheet};
pub use objection::{Dossier, DossierPart};
pub use party::{Behaviour, Party, Signing};
pub use plan::{MatrixRow, MatrixSheet, MatrixTable, PlanSheet, Standing};
pub use printer::{DocumentError, Made, Printer, Sheet, Standard};
pub use survey::{Poster, SurveyGroup, SurveyReport};
pub use talent::{CareerSheet, CareerTrack, CareerYear};
pub use team::recap::{FeedbackStatus, RecapRow, UnitRecap, recap};
pub use words::{date, period_name};
