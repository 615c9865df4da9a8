//! The report of a period in the usual order: introduction, how answers were gathered, results, analysis, conclusion, the
//! questionnaire (PermenPANRB 14/2017, Lampiran; certainty: secondary, the chapters follow reports in use).

use crate::{
    form::{Cell, Head},
    ink::Ink,
    paper::PORTRAIT,
    words,
};
use domain::{
    amount::Amount,
    survey::{Mutu, Outcome, Unsur},
    time::DateRange,
};
use serde::Serialize;

/// Respondents of one band.
#[derive(Clone, Debug)]
pub struct SurveyGroup {
    /// `Umur`.
    pub family: String,
    /// `26 sampai 35 tahun`.
    pub name: String,
    /// How many.
    pub n: u64,
}

/// A report to be printed.
#[derive(Clone, Debug)]
pub struct SurveyReport {
    /// Name of the agency.
    pub agency: String,
    /// Name of the unit.
    pub unit: String,
    /// Name of the service; the whole unit without one.
    pub service: Option<String>,
    /// `Semester I 2026`.
    pub round: String,
    /// Its days.
    pub dates: DateRange,
    /// Users in the period.
    pub population: u64,
    /// Answers that are enough.
    pub needed: u64,
    /// The result.
    pub outcome: Outcome,
    /// Where the IKM lies with 95 % confidence.
    pub interval: Option<(Amount, Amount)>,
    /// Respondents by band.
    pub groups: Vec<SurveyGroup>,
    /// Periods with their IKM, the oldest first.
    pub trend: Vec<(String, Option<Amount>)>,
    /// Complaints and suggestions, word for word.
    pub words: Vec<String>,
}

/// What `report.typ` draws.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    pub(crate) head: Head,
    pub(crate) blocks: Vec<Block>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Block {
    Chapter { text: Cell },
    Text { text: Cell },
    List { items: Vec<Cell> },
    Table { columns: Vec<f64>, heads: Vec<&'static str>, rows: Vec<Vec<Cell>> },
}

pub(crate) fn title(report: &SurveyReport) -> String {
    format!("Laporan Survei Kepuasan Masyarakat {} – {}", report.round, subject(report))
}

fn subject(report: &SurveyReport) -> &str {
    report.service.as_deref().unwrap_or(&report.unit)
}

const fn unsur(unsur: Unsur) -> &'static str {
    match unsur {
        Unsur::Persyaratan => "Persyaratan",
        Unsur::Prosedur => "Sistem, mekanisme, dan prosedur",
        Unsur::Waktu => "Waktu penyelesaian",
        Unsur::Biaya => "Biaya/tarif",
        Unsur::Produk => "Produk spesifikasi jenis pelayanan",
        Unsur::Kompetensi => "Kompetensi pelaksana",
        Unsur::Perilaku => "Perilaku pelaksana",
        Unsur::Pengaduan => "Penanganan pengaduan, saran, dan masukan",
        Unsur::Sarana => "Sarana dan prasarana",
    }
}

const fn mutu(mutu: Mutu) -> &'static str {
    match mutu {
        Mutu::A => "A (Sangat baik)",
        Mutu::B => "B (Baik)",
        Mutu::C => "C (Kurang baik)",
        Mutu::D => "D (Tidak baik)",
    }
}

/// `1 Februari 2026 sampai 31 Mei 2026`.
fn days(range: DateRange) -> String {
    let until = range.until.map_or(String::new(), |until| format!(" sampai {}", words::date(until)));
    format!("{}{until}", words::date(range.from))
}

/// Two decimals, always.
fn points(amount: Amount) -> String {
    let hundredths = amount.0 / 100;
    format!("{},{:02}", hundredths / 100, hundredths % 100)
}

pub(crate) fn view(report: &SurveyReport, ink: &Ink) -> View {
    let outcome = &report.outcome;
    let mut blocks = Vec::new();
    let mut put = |block| blocks.push(block);
    let chapter = |text: &str| Block::Chapter { text: ink.text(text) };
    let say = |text: String| Block::Text { text: ink.text(&text) };
    let table = |shares: &[f64], heads: &[&'static str], rows: Vec<Vec<String>>| {
        let columns = PORTRAIT.columns(shares);
        let rows = rows
            .into_iter()
            .map(|row| row.iter().zip(&columns).map(|(cell, width)| ink.cell(cell, *width)).collect())
            .collect();
        Block::Table { columns, heads: heads.to_vec(), rows }
    };
    put(chapter("BAB I PENDAHULUAN"));
    put(say(format!(
        "Laporan ini memuat hasil Survei Kepuasan Masyarakat (SKM) atas {} pada {}, periode {}. Survei dilaksanakan menurut \
         Peraturan Menteri PANRB Nomor 14 Tahun 2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit \
         Penyelenggara Pelayanan Publik, untuk mengetahui mutu pelayanan dan apa yang perlu diperbaiki lebih dahulu.",
        subject(report),
        report.agency,
        report.round
    )));
    put(chapter("BAB II PENGUMPULAN DATA"));
    put(say(format!(
        "Jawaban dikumpulkan pada {} melalui halaman survei, perangkat di loket, dan lembar kertas, tanpa nama. \
         Sembilan unsur dinilai 1 sampai 4. Pengguna layanan dalam periode ini diperkirakan {} orang; sampel terkecil \
         menurut Krejcie dan Morgan {} jawaban. Jawaban yang masuk {}, {}.",
        days(report.dates),
        report.population,
        report.needed,
        outcome.n,
        if outcome.n >= report.needed { "sehingga sampel terpenuhi" } else { "sehingga sampel belum terpenuhi" },
    )));
    put(chapter("BAB III HASIL PENGOLAHAN DATA"));
    let bands = |group: &SurveyGroup| vec![group.family.clone(), group.name.clone(), group.n.to_string()];
    if !report.groups.is_empty() {
        put(table(
            &[30.0, 50.0, 20.0],
            &["RESPONDEN", "KELOMPOK", "JUMLAH"],
            report.groups.iter().map(bands).collect(),
        ));
    }
    put(table(
        &[7.0, 32.0, 12.0, 20.0, 17.0, 24.0],
        &["NO", "UNSUR", "NRR", "NRR TERTIMBANG", "NILAI KONVERSI", "MUTU"],
        outcome
            .elements
            .iter()
            .zip(1..)
            .map(|(element, n)| {
                vec![
                    format!("U{n}"),
                    unsur(element.unsur).to_owned(),
                    element.nrr.to_string(),
                    element.weighted.to_string(),
                    points(element.converted),
                    mutu(element.mutu).to_owned(),
                ]
            })
            .collect(),
    ));
    let range = report.interval.map_or(String::new(), |(low, high)| {
        format!(" Dengan kepercayaan 95 % nilainya terletak antara {} dan {}.", points(low), points(high))
    });
    put(say(format!(
        "Indeks Kepuasan Masyarakat (IKM) setelah konversi: {}, mutu pelayanan {}.{range}",
        points(outcome.ikm),
        mutu(outcome.mutu)
    )));
    put(chapter("BAB IV ANALISIS"));
    if outcome.priorities.is_empty() {
        put(say("Nilai kesembilan unsur sama; tidak ada unsur yang menonjol rendah.".to_owned()));
    } else {
        put(say(
            "Unsur yang nilainya di bawah rata-rata, terendah lebih dahulu, dan rencana tindak lanjutnya:".to_owned()
        ));
        let plan = |one: &Unsur| vec![unsur(*one).to_owned(), String::new(), String::new(), String::new()];
        put(table(
            &[32.0, 36.0, 14.0, 18.0],
            &["UNSUR", "RENCANA TINDAK LANJUT", "WAKTU", "PENANGGUNG JAWAB"],
            outcome.priorities.iter().map(plan).collect(),
        ));
    }
    if report.trend.len() > 1 {
        put(say("Perkembangan dari periode ke periode:".to_owned()));
        let one = |(name, ikm): &(String, Option<Amount>)| vec![name.clone(), ikm.map_or("-".to_owned(), points)];
        put(table(&[70.0, 30.0], &["PERIODE", "IKM"], report.trend.iter().map(one).collect()));
    }
    if !report.words.is_empty() {
        put(say("Pengaduan dan saran yang ditulis responden:".to_owned()));
        put(Block::List { items: report.words.iter().map(|text| ink.cell(text, PORTRAIT.text_width())).collect() });
    }
    put(chapter("BAB V KESIMPULAN"));
    put(say(format!(
        "Pelayanan {} pada {} bermutu {} dengan IKM {}.{}",
        subject(report),
        report.round,
        mutu(outcome.mutu),
        points(outcome.ikm),
        match outcome.priorities.first() {
            Some(first) => format!(" Yang perlu diperbaiki lebih dahulu: {}.", unsur(*first).to_lowercase()),
            None => String::new(),
        }
    )));
    put(chapter("LAMPIRAN SEBARAN JAWABAN"));
    put(table(
        &[8.0, 52.0, 10.0, 10.0, 10.0, 10.0],
        &["NO", "UNSUR", "NILAI 1", "NILAI 2", "NILAI 3", "NILAI 4"],
        outcome
            .elements
            .iter()
            .zip(1..)
            .map(|(element, n)| {
                let mut row = vec![format!("U{n}"), unsur(element.unsur).to_owned()];
                row.extend(element.spread.map(|n| n.to_string()));
                row
            })
            .collect(),
    ));
    let head = Head::new(
        PORTRAIT,
        &["LAPORAN SURVEI KEPUASAN MASYARAKAT"],
        ink.text(&report.agency),
        format!("PERIODE:\n{}", words::dates(report.dates)),
        ink.text(subject(report)),
    );
    View { head, blocks }
}
