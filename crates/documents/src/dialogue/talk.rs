//! A talk on paper. The headings are those of the forms; where there is no form they follow the parts of the record.

use crate::{
    form::{Cell, Head, Identity, IdentityWords},
    ink::Ink,
    paper::PORTRAIT,
    party::{Party, Signature, Signing, or_nothing},
    words,
};
use chrono::NaiveDate;
use domain::{
    dialogue::{Kind, Part},
    plan::Indicator,
    time::DateRange,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// Which paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TalkForm {
    /// B.1.6.
    Coaching,
    /// B.1.10.
    Problem,
    /// A record without an official form.
    Record,
}

/// Something agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// What.
    pub what: String,
    /// Who.
    pub owner: String,
    /// By when.
    pub due: NaiveDate,
    /// Done on.
    pub done_on: Option<NaiveDate>,
}

/// A talk to be printed, with nothing in it that its reader may not read.
#[derive(Clone, Debug)]
pub struct TalkSheet {
    /// Which paper.
    pub form: TalkForm,
    /// What kind of talk.
    pub kind: Kind,
    /// Name of the agency.
    pub agency: String,
    /// The days of the plan, or of the year where there is none.
    pub dates: DateRange,
    /// Pegawai yang dinilai.
    pub employee: Party,
    /// Pejabat Penilai Kinerja.
    pub rater: Party,
    /// Pimpinan, coach or counsellor.
    pub partner: Party,
    /// The words, part by part.
    pub words: BTreeMap<Part, String>,
    /// What was talked about.
    pub agenda: Vec<String>,
    /// Indicators on the agenda (B.1.6).
    pub indicators: Vec<Indicator>,
    /// What was agreed.
    pub agreed: Vec<Agreed>,
    /// Indicators or targets are to be adjusted (B.1.6).
    pub adjust: bool,
    /// Where and when it is signed.
    pub signing: Signing,
}

impl TalkSheet {
    /// Its title, line by line.
    pub(crate) const fn titles(&self) -> &'static str {
        match (self.form, self.kind) {
            (TalkForm::Coaching, _) => "PELAKSANAAN COACHING",
            (TalkForm::Problem, _) => "LAPORAN PERMASALAHAN PERILAKU KERJA",
            (TalkForm::Record, Kind::Dialog) => "REKAMAN DIALOG KINERJA",
            (TalkForm::Record, Kind::Bimbingan) => "REKAMAN BIMBINGAN KINERJA",
            (TalkForm::Record, Kind::Konseling) => "REKAMAN INFORMASI HASIL KONSELING KINERJA",
        }
    }

    fn said(&self, part: Part) -> &str {
        or_nothing(self.words.get(&part).map_or("", String::as_str))
    }
}

/// What `talk.typ` draws.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    pub(crate) head: Head,
    pub(crate) identity: Identity,
    pub(crate) sections: Vec<Section>,
    pub(crate) signatures: Vec<Signature>,
    pub(crate) footnotes: Vec<&'static str>,
}

/// A blue row with its table; without column titles one broad cell.
#[derive(Debug, Serialize)]
pub(crate) struct Section {
    title: &'static str,
    columns: Vec<f64>,
    heads: Vec<&'static str>,
    rows: Vec<Vec<Cell>>,
}

const ADJUST: &str = "* Jika diperlukan penyesuaian indikator/ target kinerja maka dilakukan perubahan SKP";
const PARTNER: &str = "Pimpinan/ Pihak Lain yang Diberikan Penugasan Khusus";

pub(crate) fn view(sheet: &TalkSheet, ink: &Ink) -> View {
    let code = match sheet.form {
        TalkForm::Coaching => "Format B.1.6 · ",
        TalkForm::Problem => "Format B.1.10 · ",
        TalkForm::Record => "",
    };
    let foot = ink.text(&format!("{code}{}", sheet.employee.name));
    let period = match sheet.form {
        TalkForm::Problem => String::new(),
        TalkForm::Coaching | TalkForm::Record => format!("PERIODE PENILAIAN:\n{}", words::dates(sheet.dates)),
    };
    let agency = if sheet.form == TalkForm::Problem { Cell::default() } else { ink.text(&sheet.agency) };
    let identity = IdentityWords { rater_nip_optional: false, rank: "PANGKAT/ GOL. RUANG", rater_agency: false };
    let party = |role, party, signing| Signature::new(ink, role, party, signing);
    View {
        head: Head::new(PORTRAIT, &[sheet.titles()], agency, period, foot),
        identity: Identity::new(ink, PORTRAIT, &sheet.employee, &sheet.rater, identity),
        sections: match sheet.form {
            TalkForm::Coaching => coaching(sheet, ink),
            TalkForm::Problem => problem(sheet, ink),
            TalkForm::Record => record(sheet, ink),
        },
        signatures: match sheet.form {
            TalkForm::Problem => vec![party("Pejabat Penilai Kinerja", &sheet.rater, Some(&sheet.signing))],
            TalkForm::Coaching => {
                vec![
                    party("Pegawai yang Dinilai", &sheet.employee, None),
                    party(PARTNER, &sheet.partner, Some(&sheet.signing)),
                ]
            }
            TalkForm::Record => {
                let role = match sheet.kind {
                    Kind::Konseling => "Konselor",
                    Kind::Dialog | Kind::Bimbingan => PARTNER,
                };
                vec![
                    party("Pegawai yang Dinilai", &sheet.employee, None),
                    party(role, &sheet.partner, Some(&sheet.signing)),
                ]
            }
        },
        footnotes: if sheet.form == TalkForm::Coaching { vec![ADJUST] } else { Vec::new() },
    }
}

/// One cell under a blue row.
fn broad(ink: &Ink, title: &'static str, text: &str) -> Section {
    let columns = PORTRAIT.columns(&[100.0]);
    let rows = vec![vec![ink.cell(or_nothing(text), columns[0])]];
    Section { title, columns, heads: Vec::new(), rows }
}

pub(crate) fn table(
    ink: &Ink,
    title: &'static str,
    shares: &[f64],
    heads: &[&'static str],
    rows: Vec<Vec<String>>,
) -> Section {
    let columns = PORTRAIT.columns(shares);
    let cell = |(text, width): (String, &f64)| ink.cell(or_nothing(&text), *width);
    let rows = rows.into_iter().map(|row| row.into_iter().zip(&columns).map(cell).collect()).collect();
    Section { title, heads: heads.to_vec(), rows, columns }
}

fn lines(texts: impl Iterator<Item = String>) -> String {
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The four sections of B.1.6.
fn coaching(sheet: &TalkSheet, ink: &Ink) -> Vec<Section> {
    let names = lines(sheet.indicators.iter().map(|indicator| indicator.text.clone()));
    let targets = lines(sheet.indicators.iter().map(|indicator| words::target(&indicator.target)));
    let said = |part| sheet.said(part).to_owned();
    let adjust = if sheet.adjust { "YA" } else { "TIDAK" };
    let mut steps: Vec<Vec<String>> =
        sheet.agreed.iter().map(|agreed| vec![names.clone(), promise(agreed), adjust.to_owned()]).collect();
    if steps.is_empty() {
        steps.push(vec![names.clone(), said(Part::Result), adjust.to_owned()]);
    }
    vec![
        table(
            ink,
            "TUJUAN: APA YANG INGIN SAYA CAPAI? (diisi oleh Pegawai)",
            &[30.0, 20.0, 20.0, 30.0],
            &["INDIKATOR KINERJA INDIVIDU", "BASELINE TARGET (JIKA ADA)", "TARGET", "STRATEGI PENCAPAIAN TARGET"],
            vec![vec![names, String::new(), targets.clone(), said(Part::Goal)]],
        ),
        table(
            ink,
            "FAKTA: DIMANA SAYA SEKARANG? (diisi oleh Pegawai)",
            &[22.0, 26.0, 26.0, 26.0],
            &["TARGET SKP", "PROGRES PENCAPAIAN TARGET", "MASALAH / HAMBATAN", "PENYEBAB"],
            vec![vec![targets, said(Part::Progress), said(Part::Problem), said(Part::Cause)]],
        ),
        broad(ink, "PELUANG: APA YANG DAPAT SAYA LAKUKAN? (diisi oleh Pegawai)", sheet.said(Part::Options)),
        table(
            ink,
            "LANGKAH KEDEPAN: APA YANG AKAN SAYA LAKUKAN KE DEPAN? (rekomendasi pimpinan atau pihak lain yang diberikan \
             penugasan khusus yang disepakati dengan pegawai)",
            &[32.0, 40.0, 28.0],
            &[
                "INDIKATOR KINERJA INDIVIDU",
                "STRATEGI UNTUK MENGATASI MASALAH/HAMBATAN",
                "PENYESUAIAN UKURAN KEBERHASILAN DAN TARGET (YA/ TIDAK)*",
            ],
            steps,
        ),
    ]
}

/// The two sections of B.1.10.
fn problem(sheet: &TalkSheet, ink: &Ink) -> Vec<Section> {
    let rows = [
        (
            "APAKAH ANDA MEMILIKI EKSPEKTASI KHUSUS TERHADAP YANG BERSANGKUTAN? JIKA YA, APA EKSPEKTASI KHUSUS TERSEBUT?",
            Part::Expectation,
        ),
        (
            "JELASKAN SECARA DETIL PERMASALAHAN TERKAIT PERILAKU KERJA PEGAWAI YANG DIANGGAP MENGHAMBAT KINERJA INDIVIDU, \
             UNIT KERJA, DAN/ATAU TIM KERJA!",
            Part::Reason,
        ),
        ("APAKAH PERMASALAHAN PERILAKU KERJA SERUPA JUGA TERJADI PADA PEGAWAI LAINNYA?", Part::Elsewhere),
    ];
    let rows = rows.map(|(asks, part)| vec![asks.to_owned(), sheet.said(part).to_owned()]).to_vec();
    let tried = "YANG SUDAH SAYA LAKUKAN UNTUK MEMPERBAIKI PERILAKU KERJA PEGAWAI ADALAH:".to_owned();
    let halves = [45.0, 55.0];
    vec![
        table(
            ink,
            "MASALAH: APA PERMASALAHAN PERILAKU KERJA PEGAWAI DIDASARKAN PADA NILAI DASAR ASN? (diisi oleh pejabat penilai \
             kinerja)",
            &halves,
            &[],
            rows,
        ),
        table(
            ink,
            "RETROSPEKTIF: APA YANG SUDAH ANDA LAKUKAN UNTUK PERBAIKAN PERILAKU KERJA PEGAWAI? (diisi oleh pejabat penilai \
             kinerja)",
            &halves,
            &[],
            vec![vec![tried, sheet.said(Part::Tried).to_owned()]],
        ),
    ]
}

/// The parts as they were written.
fn record(sheet: &TalkSheet, ink: &Ink) -> Vec<Section> {
    let partner = if sheet.kind == Kind::Konseling { "CATATAN KONSELOR" } else { "CATATAN PIMPINAN" };
    let parts = [
        ("ALASAN", Part::Reason),
        ("CATATAN PEGAWAI", Part::Employee),
        (partner, Part::Partner),
        ("HASIL", Part::Result),
        ("SIMPULAN UNTUK PEJABAT PENILAI KINERJA DAN ATASANNYA", Part::Conclusion),
    ];
    let mut sections = Vec::new();
    if !sheet.agenda.is_empty() {
        sections.push(broad(ink, "AGENDA", &lines(sheet.agenda.iter().map(|topic| format!("- {topic}")))));
    }
    let written = |part: &Part| sheet.words.contains_key(part);
    sections.extend(
        parts.iter().filter(|(_, part)| written(part)).map(|(title, part)| broad(ink, title, sheet.said(*part))),
    );
    if !sheet.agreed.is_empty() {
        let rows = sheet
            .agreed
            .iter()
            .map(|agreed| {
                let done = agreed.done_on.map(words::date).unwrap_or_default();
                vec![agreed.what.clone(), agreed.owner.clone(), words::date(agreed.due), done]
            })
            .collect();
        let heads = ["YANG DISEPAKATI", "OLEH", "PALING LAMBAT", "SELESAI"];
        sections.push(table(ink, "TINDAK LANJUT", &[40.0, 26.0, 17.0, 17.0], &heads, rows));
    }
    sections
}

fn promise(agreed: &Agreed) -> String {
    format!("{} ({}, {})", agreed.what, agreed.owner, words::date(agreed.due))
}
