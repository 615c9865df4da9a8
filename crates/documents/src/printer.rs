//! From sheets to PDF bytes: fonts, templates and the Typst library are made once and shared by all documents.
//!
//! Typst keeps what it computed; after each document everything not used by the last one is let go
//! (`comemo::evict(1)`), so memory stays bounded. File names are interned for ever, so there are only a few fixed ones.

use crate::{
    angka_kredit, calibration, certification, dialogue, evaluation, form::Cell, ink::Ink, mentoring, objection, plan,
    survey, talent, words,
};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::{collections::HashMap, path::PathBuf, sync::Arc};
use typst::{
    Library, LibraryExt, World, WorldExt,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// No sheet was given.
    #[error("there is nothing to print")]
    Empty,
    /// A template could not be laid out; a fault of this program, not of what was typed.
    #[error("the form could not be laid out: {0}")]
    Layout(String),
    /// The workbook could not be written.
    #[error("the workbook could not be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

/// What a reader of the file may rely on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standard {
    /// PDF 1.7, tagged.
    #[default]
    Plain,
    /// PDF/A-2a for archives.
    Archive,
}

/// When and how a document is made. The day is the agency's, handed in by the caller.
#[derive(Clone, Copy, Debug)]
pub struct Made {
    /// Date of the document.
    pub on: NaiveDate,
    /// Standard it keeps.
    pub standard: Standard,
}

/// A form to be printed. Several become one file, in the order given.
#[derive(Clone, Copy, Debug)]
pub enum Sheet<'a> {
    /// SKP: A.1.1, A.1.2, A.1.6 or A.1.7.
    Plan(&'a plan::PlanSheet),
    /// Lampiran SKP: A.1.8.
    Annex(&'a plan::PlanSheet),
    /// Matriks pembagian peran dan hasil: A.1.5.
    Matrix(&'a plan::MatrixSheet),
    /// Hasil evaluasi: C.1.1, C.1.2 or C.1.3.
    Result(&'a evaluation::EvaluationSheet),
    /// Dokumen evaluasi: D.1.1, D.1.2 or D.1.3.
    Document(&'a evaluation::EvaluationDocument),
    /// The papers of an objection.
    Dossier(&'a objection::Dossier),
    /// A talk: B.1.6, B.1.10, or a plain record.
    Talk(&'a dialogue::TalkSheet),
    /// The conversion of a predikat.
    AngkaKredit(&'a angka_kredit::AngkaKreditSheet),
    /// The certificate of a rater.
    Certificate(&'a certification::Certificate),
    /// The poster of a survey.
    Poster(&'a survey::Poster),
    /// The report of a survey.
    Survey(&'a survey::SurveyReport),
    /// A case of mentoring: B.1.7.
    Mentoring(&'a mentoring::MentoringSheet),
    /// A person's years.
    Career(&'a talent::CareerSheet),
    /// The minutes of a calibration session.
    Calibration(&'a calibration::CalibrationMinutes),
}

/// One form as its template gets it.
#[derive(Serialize)]
#[serde(tag = "form", rename_all = "snake_case")]
enum Part {
    Skp(Box<plan::skp::View>),
    Annex(plan::annex::View),
    Matrix(plan::matrix::View),
    Result(Box<evaluation::result::View>),
    Talk(Box<dialogue::talk::View>),
    Certificate(certification::certificate::View),
    Poster(survey::poster::View),
    Survey(survey::report::View),
    Document {
        emblem: bool,
        #[serde(flatten)]
        view: evaluation::document::View,
    },
}

/// Everything `main.typ` reads.
#[derive(Serialize)]
struct Data {
    title: Cell,
    date: (i32, u32, u32),
    parts: Vec<Part>,
}

/// The shop: cheap to clone, used by any number of threads at once.
#[derive(Clone)]
pub struct Printer(Arc<Shop>);

struct Shop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: HashMap<FileId, Source>,
    main: FileId,
    data: FileId,
    emblem_id: FileId,
    emblem: Option<Bytes>,
    ink: Ink,
}

const TEMPLATES: [(&str, &str); 11] = [
    ("/main.typ", include_str!("main.typ")),
    ("/form.typ", include_str!("form.typ")),
    ("/plan/skp.typ", include_str!("plan/skp.typ")),
    ("/plan/annex.typ", include_str!("plan/annex.typ")),
    ("/plan/matrix.typ", include_str!("plan/matrix.typ")),
    ("/evaluation/result.typ", include_str!("evaluation/result.typ")),
    ("/evaluation/document.typ", include_str!("evaluation/document.typ")),
    ("/dialogue/talk.typ", include_str!("dialogue/talk.typ")),
    ("/certification/certificate.typ", include_str!("certification/certificate.typ")),
    ("/survey/poster.typ", include_str!("survey/poster.typ")),
    ("/survey/report.typ", include_str!("survey/report.typ")),
];

/// The fonts in the program; the first is the one forms are set in.
pub(crate) fn fonts() -> Vec<Font> {
    let files: [&'static [u8]; 4] = [
        include_bytes!("../fonts/texgyrebonum-regular.otf"),
        include_bytes!("../fonts/texgyrebonum-bold.otf"),
        include_bytes!("../fonts/texgyrebonum-italic.otf"),
        include_bytes!("../fonts/DejaVuSans.ttf"),
    ];
    files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect()
}

fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("a fixed path without dots");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl Default for Printer {
    fn default() -> Self {
        Self::new()
    }
}

impl Printer {
    /// Reads fonts and templates; takes some milliseconds, so make one and keep it.
    pub fn new() -> Self {
        Self::build(None)
    }

    /// The same, with the state emblem (SVG or PNG) for the head of evaluation documents.
    pub fn with_emblem(image: Vec<u8>) -> Self {
        Self::build(Some(Bytes::new(image)))
    }

    fn build(emblem: Option<Bytes>) -> Self {
        let fonts = fonts();
        let sources: HashMap<FileId, Source> = TEMPLATES
            .iter()
            .map(|(path, text)| (file_id(path), Source::new(file_id(path), (*text).to_owned())))
            .collect();
        Self(Arc::new(Shop {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            ink: Ink::new(&fonts),
            fonts,
            sources,
            main: file_id("/main.typ"),
            data: file_id("/data.json"),
            emblem_id: file_id("/emblem"),
            emblem,
        }))
    }

    /// The SKP with its lampiran.
    pub fn plan(&self, plan: &plan::PlanSheet, made: Made) -> Result<Vec<u8>, DocumentError> {
        self.print(&[Sheet::Plan(plan), Sheet::Annex(plan)], made)
    }

    /// The evaluation document with its attachments in the order of the regulation: SKP, then hasil evaluasi.
    pub fn evaluation(
        &self,
        document: &evaluation::EvaluationDocument,
        plan: &plan::PlanSheet,
        result: &evaluation::EvaluationSheet,
        made: Made,
    ) -> Result<Vec<u8>, DocumentError> {
        self.print(&[Sheet::Document(document), Sheet::Plan(plan), Sheet::Annex(plan), Sheet::Result(result)], made)
    }

    /// Prints sheets into one PDF file.
    pub fn print(&self, sheets: &[Sheet<'_>], made: Made) -> Result<Vec<u8>, DocumentError> {
        let Some(first) = sheets.first() else { return Err(DocumentError::Empty) };
        let shop = &*self.0;
        let data = Data {
            title: shop.ink.text(&title(*first)),
            date: (made.on.year(), made.on.month(), made.on.day()),
            parts: sheets.iter().map(|sheet| shop.part(*sheet)).collect::<Result<_, _>>()?,
        };
        let json = serde_json::to_vec(&data).map_err(|e| DocumentError::Layout(e.to_string()))?;
        let desk = Desk { shop, data: Bytes::new(json) };
        let pdf = desk.print(made.standard);
        typst::comemo::evict(1);
        pdf
    }
}

/// Title of the file, shown by readers in place of its name.
fn title(sheet: Sheet<'_>) -> String {
    match sheet {
        Sheet::Plan(plan) => format!("Sasaran Kinerja Pegawai {} – {}", plan.skp.year, plan.employee.name),
        Sheet::Annex(plan) => format!("Lampiran Sasaran Kinerja Pegawai {} – {}", plan.skp.year, plan.employee.name),
        Sheet::Matrix(matrix) => format!("Matriks Pembagian Peran dan Hasil – {}", matrix.unit),
        Sheet::Result(result) => {
            format!("Hasil Evaluasi Kinerja {} – {}", words::period_name(&result.period), result.employee.name)
        }
        Sheet::Document(document) => {
            format!("Dokumen Evaluasi Kinerja {} – {}", words::period_name(&document.period), document.employee.name)
        }
        Sheet::Dossier(dossier) => format!("Berkas Keberatan {} – {}", dossier.about, dossier.owner),
        Sheet::Talk(talk) => format!("{} – {}", talk.titles(), talk.employee.name),
        Sheet::AngkaKredit(sheet) => angka_kredit::title(sheet),
        Sheet::Certificate(certificate) => certification::certificate::title(certificate),
        Sheet::Poster(poster) => survey::poster::title(poster),
        Sheet::Survey(report) => survey::report::title(report),
        Sheet::Mentoring(sheet) => mentoring::title(sheet),
        Sheet::Career(sheet) => talent::title(sheet),
        Sheet::Calibration(minutes) => calibration::title(minutes),
    }
}

impl Shop {
    fn part(&self, sheet: Sheet<'_>) -> Result<Part, DocumentError> {
        let ink = &self.ink;
        Ok(match sheet {
            Sheet::Plan(plan) => Part::Skp(Box::new(plan::skp::view(plan, ink))),
            Sheet::Annex(plan) => Part::Annex(plan::annex::view(plan, ink)),
            Sheet::Matrix(matrix) => Part::Matrix(plan::matrix::view(matrix, ink)),
            Sheet::Result(result) => Part::Result(Box::new(evaluation::result::view(result, ink))),
            Sheet::Talk(talk) => Part::Talk(Box::new(dialogue::talk::view(talk, ink))),
            Sheet::AngkaKredit(sheet) => Part::Talk(Box::new(angka_kredit::view(sheet, ink))),
            Sheet::Document(document) => {
                Part::Document { emblem: self.emblem.is_some(), view: evaluation::document::view(document, ink) }
            }
            Sheet::Dossier(dossier) => Part::Document { emblem: false, view: objection::view(dossier, ink) },
            Sheet::Certificate(certificate) => Part::Certificate(certification::certificate::view(certificate, ink)),
            Sheet::Poster(poster) => Part::Poster(survey::poster::view(poster, &survey::poster::check(poster)?, ink)),
            Sheet::Survey(report) => Part::Survey(survey::report::view(report, ink)),
            Sheet::Mentoring(sheet) => Part::Talk(Box::new(mentoring::view(sheet, ink))),
            Sheet::Career(sheet) => Part::Talk(Box::new(talent::view(sheet, ink))),
            Sheet::Calibration(minutes) => Part::Survey(calibration::view(minutes, ink)),
        })
    }
}

/// One document being made. It sees its own data, the templates and the fonts, and nothing else: no disk, net or clock.
struct Desk<'a> {
    shop: &'a Shop,
    data: Bytes,
}

impl Desk<'_> {
    fn print(&self, standard: Standard) -> Result<Vec<u8>, DocumentError> {
        let document: PagedDocument = typst::compile(self).output.map_err(|errors| self.told(&errors))?;
        let standards = match standard {
            Standard::Plain => PdfStandards::default(),
            Standard::Archive => {
                PdfStandards::new(&[PdfStandard::A_2a]).map_err(|e| DocumentError::Layout(e.message().to_string()))?
            }
        };
        typst_pdf::pdf(&document, &PdfOptions { standards, ..PdfOptions::default() })
            .map_err(|errors| self.told(&errors))
    }

    /// What went wrong, with template and line for whoever mends it.
    fn told(&self, errors: &[SourceDiagnostic]) -> DocumentError {
        let tell = |error: &SourceDiagnostic| {
            let place = error.span.id().and_then(|id| {
                let line = self.source(id).ok()?.lines().byte_to_line(self.range(error.span)?.start)? + 1;
                Some(format!("{}:{line}: ", id.get().vpath().get_without_slash()))
            });
            format!("{}{}", place.unwrap_or_default(), error.message)
        };
        DocumentError::Layout(errors.iter().map(tell).collect::<Vec<_>>().join("; "))
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shop.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shop.book
    }

    fn main(&self) -> FileId {
        self.shop.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shop.sources.get(&id).cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match &self.shop.emblem {
            _ if id == self.shop.data => Ok(self.data.clone()),
            Some(emblem) if id == self.shop.emblem_id => Ok(emblem.clone()),
            _ => Err(missing(id)),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shop.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.get().vpath().get_without_slash()))
}
