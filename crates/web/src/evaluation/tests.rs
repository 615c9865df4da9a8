//! House rule 11: the *why* of ten cases as people read it. Reviewers read `why.txt`; `GOLDEN=1` writes it anew.

use super::why::{Step, certainty_key};
use crate::words::{Lang, Words};
use Rating::{Diatas, Dibawah, Sesuai};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    assessment::{Answer, Assessment, RaterRole, Rating, Subject, rate::subjects},
    decision::Reason,
    evaluation::{
        Capaian, Period, Rhythm, UnitAchievement,
        close::{Inputs, evaluate},
        period::dates_of,
    },
    ids::{AssessmentId, EmployeeId, EvidenceId, PeriodId, PostId, RhkId, SkpId, UnitId},
    plan::{Approach, Content, Form, Milestones, Nilai, Rhk, RhkKind, Skp, Version},
    policy::{Library, Policy},
    time::{DateRange, TimeZone},
};
use std::{fmt::Write as _, fs, path::Path};
use uuid::Uuid;

fn policy(scheme: &str, on: NaiveDate) -> Policy {
    fn walk(dir: &Path, root: &Path, all: &mut Vec<(String, String)>) {
        for path in fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                walk(&path, root, all);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                all.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    let mut all = Vec::new();
    walk(&root, &root, &mut all);
    all.sort();
    Library::load(all).unwrap().in_force(scheme, on).unwrap()
}

fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

fn noon(year: i32, month: u32, day: u32) -> DateTime<Utc> {
    NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(5, 0, 0).unwrap().and_utc()
}

/// One case: what everybody said, and what was known of the organisation.
struct Case {
    title: &'static str,
    scheme: &'static str,
    rhythm: Rhythm,
    achievement: Option<Capaian>,
    own: bool,
    /// Each result's rating, by the supervisor.
    results: [Rating; 3],
    hasil: Rating,
    /// What the values got.
    values: Rating,
    perilaku: Rating,
    evidence: u128,
}

impl Case {
    const fn new(title: &'static str) -> Self {
        Self {
            title,
            scheme: "bengkulu",
            rhythm: Rhythm::Triwulanan,
            achievement: Some(Capaian::Baik),
            own: true,
            results: [Sesuai; 3],
            hasil: Sesuai,
            values: Sesuai,
            perilaku: Sesuai,
            evidence: 2,
        }
    }
}

fn cases() -> Vec<Case> {
    vec![
        Case::new("Semua sesuai ekspektasi, capaian organisasi baik"),
        Case {
            results: [Diatas; 3],
            hasil: Diatas,
            values: Diatas,
            perilaku: Diatas,
            achievement: Some(Capaian::Istimewa),
            ..Case::new("Semua diatas ekspektasi, capaian organisasi istimewa")
        },
        Case {
            results: [Dibawah, Sesuai, Dibawah],
            hasil: Dibawah,
            ..Case::new("Hasil kerja dibawah, perilaku sesuai")
        },
        Case {
            results: [Diatas, Diatas, Sesuai],
            hasil: Diatas,
            values: Dibawah,
            perilaku: Dibawah,
            ..Case::new("Hasil baik tidak menutupi perilaku dibawah ekspektasi")
        },
        Case {
            results: [Dibawah; 3],
            hasil: Dibawah,
            values: Dibawah,
            perilaku: Dibawah,
            achievement: Some(Capaian::Kurang),
            ..Case::new("Keduanya dibawah ekspektasi")
        },
        Case { achievement: None, ..Case::new("Capaian organisasi belum ditetapkan") },
        Case { own: false, ..Case::new("Penilaian diri tidak ada setelah masa tunggu") },
        Case { hasil: Diatas, evidence: 0, ..Case::new("Rating keseluruhan berbeda dari panduan, tanpa bukti dukung") },
        Case { scheme: "nasional", rhythm: Rhythm::Tahunan, ..Case::new("Tahunan, hanya peraturan nasional") },
        Case { rhythm: Rhythm::Semesteran, ..Case::new("Tinjauan semesteran skema: rating tanpa predikat") },
    ]
}

fn plan() -> (Skp, Version) {
    let rhk = |n, kind, text: &str| Rhk {
        id: RhkId(Uuid::from_u128(n)),
        kind,
        text: text.into(),
        assigned_by: String::new(),
        supports: None,
        supports_text: String::new(),
        indicators: Vec::new(),
    };
    let results = vec![
        rhk(1, RhkKind::Utama, "Permohonan informasi terlayani tepat waktu"),
        rhk(2, RhkKind::Utama, "Arsip 2019-2024 tersedia dalam bentuk digital"),
        rhk(3, RhkKind::Tambahan, "Laporan kepuasan loket tersedia setiap triwulan"),
    ];
    let content = Content { results, ..Content::default() };
    let skp = Skp {
        id: SkpId(Uuid::from_u128(100)),
        employee: EmployeeId(Uuid::from_u128(200)),
        year: 2026,
        dates: DateRange::year(2026),
        form: Form::JaJf,
        approach: Approach::Kualitatif,
        post: PostId(Uuid::nil()),
        unit: UnitId(Uuid::nil()),
        rater: EmployeeId(Uuid::from_u128(201)),
        superior: None,
        version: 1,
        revision: 1,
        milestones: Milestones::default(),
        content: content.clone(),
    };
    let version = Version { number: 1, content, set_at: noon(2026, 1, 22), set_by: id(201), reason: String::new() };
    (skp, version)
}

fn answers(case: &Case, skp: &Skp, role: RaterRole) -> Vec<Answer> {
    subjects(skp, role)
        .into_iter()
        .map(|subject| {
            let (rating, reason) = match subject {
                Subject::Rhk(rhk) => {
                    let at = skp.content.results.iter().position(|r| r.id == rhk).unwrap();
                    (case.results[at], "Sesuai laporan dan bukti dukung.")
                }
                Subject::Nilai(Nilai::Loyal) => (case.values, ""),
                Subject::Nilai(_) => (case.values, "Terlihat dalam pelayanan loket."),
                Subject::HasilKerja => (case.hasil, "Dilihat dari target utama dan bukti dukungnya."),
                Subject::PerilakuKerja => (case.perilaku, "Dilihat dari umpan balik pemohon dan rekan kerja."),
            };
            let evidence = match subject {
                Subject::Rhk(_) => (0..case.evidence).map(|n| EvidenceId(Uuid::from_u128(500 + n))).collect(),
                _ => Vec::new(),
            };
            Answer { subject, rating: Some(rating), reason: reason.into(), evidence }
        })
        .collect()
}

fn because(case: &Case) -> Reason {
    let (skp, version) = plan();
    let policy = policy(case.scheme, NaiveDate::from_ymd_opt(2026, 6, 30).unwrap());
    let number = if case.rhythm == Rhythm::Tahunan { 1 } else { 2 };
    let period = Period {
        id: PeriodId(Uuid::from_u128(300)),
        year: 2026,
        rhythm: case.rhythm,
        number,
        dates: dates_of(2026, case.rhythm, number).unwrap(),
        policy: policy.id.clone(),
        opened_at: Some(noon(2026, 6, 1)),
        closed_at: None,
    };
    let assessment = |role, day| Assessment {
        id: AssessmentId(Uuid::from_u128(400)),
        period: period.id,
        skp: skp.id,
        role,
        rater: if role == RaterRole::Diri { skp.employee } else { skp.rater },
        answers: answers(case, &skp, role),
        sent_at: Some(noon(2026, 7, day)),
        revision: 1,
    };
    let (own, supervisor) = (assessment(RaterRole::Diri, 2), assessment(RaterRole::Penilai, 6));
    let achievement = case.achievement.map(|capaian| UnitAchievement {
        period: period.id,
        unit: UnitId(Uuid::nil()),
        capaian,
        basis: "laporan kinerja triwulan II".into(),
        by: id(203),
        at: noon(2026, 7, 3),
    });
    let inputs = Inputs {
        skp: &skp,
        version: &version,
        period: &period,
        achievement: achievement.as_ref(),
        self_assessment: case.own.then_some(&own),
        supervisor: Some(&supervisor),
        policy: &policy,
        takeovers: &[],
        circumstances: &[],
        earlier: &[],
        employee_name: "Ratna",
        scheme: Default::default(),
    };
    let outcome = evaluate(inputs).unwrap();
    assert_eq!(outcome.predikat.is_none(), case.rhythm == Rhythm::Semesteran, "a review yields no predicate");
    outcome.because
}

fn write_out(words: &Words, step: &Step, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    writeln!(out, "{indent}- {}", step.says).unwrap();
    if let (Some(cite), Some(certainty)) = (&step.cite, step.certainty) {
        writeln!(out, "{indent}  [{cite}; {}]", words.t(certainty_key(&certainty))).unwrap();
    }
    for below in &step.steps {
        write_out(words, below, depth + 1, out);
    }
}

#[test]
fn golden_why_of_ten_cases() {
    let words = Words { lang: Lang::Id, zone: TimeZone::Wit, now: noon(2026, 7, 7) };
    let mut text = String::new();
    for (n, case) in cases().iter().enumerate() {
        writeln!(text, "## {}. {}\n", n + 1, case.title).unwrap();
        write_out(&words, &Step::of(&words, &because(case)), 0, &mut text);
        text.push('\n');
    }
    assert!(!text.contains("[evaluation-") && !text.contains("[assessment-"), "a sentence is missing:\n{text}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/evaluation/why.txt");
    if std::env::var_os("GOLDEN").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    assert!(golden == text, "the why text changed; read it, then GOLDEN=1 cargo nextest run -p web golden_why");
}

#[test]
fn why_reads_in_english_as_well() {
    let words = Words { lang: Lang::En, zone: TimeZone::Wit, now: noon(2026, 7, 7) };
    for case in cases() {
        let mut text = String::new();
        write_out(&words, &Step::of(&words, &because(&case)), 0, &mut text);
        assert!(!text.contains("[evaluation-") && !text.contains("[assessment-"), "{text}");
    }
}
