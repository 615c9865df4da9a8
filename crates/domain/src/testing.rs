//! For tests of this crate only: the real policies, and plans in few words.

use crate::{
    amount::Amount,
    assessment::{Answer, Assessment, RaterRole, Rating, Subject},
    evaluation::{Capaian, Period, Rhythm, UnitAchievement, period::dates_of},
    ids::{AssessmentId, EmployeeId, EntryId, IndicatorId, PeriodId, PostId, SkpId, StepId, UnitId},
    plan::{
        Approach, Aspek, Content, Direction, Form, Indicator, Milestones, Nilai, Rhk, RhkKind, Skp, Tally, Target,
        Version,
    },
    policy::{Library, Policy},
    progress::{Entry, Step},
    time::DateRange,
};
use chrono::{DateTime, NaiveDate, Utc};
use std::path::Path;
use uuid::Uuid;

/// Every text file below `policies/`, by its path there.
pub fn policy_files() -> Vec<(String, String)> {
    fn walk(dir: &Path, root: &Path, all: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, root, all);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                all.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    let mut all = Vec::new();
    walk(&root, &root, &mut all);
    all.sort();
    all
}

pub fn library() -> Library {
    Library::load(policy_files()).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

pub fn policy() -> Policy {
    library().in_force("bengkulu", day(2026, 6, 30)).unwrap()
}

pub fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// Noon in western Indonesia.
pub fn noon(date: NaiveDate) -> DateTime<Utc> {
    date.and_hms_opt(5, 0, 0).unwrap().and_utc()
}

pub fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

pub fn target(amount: i64, unit: &str) -> Target {
    Target { amount: Some(Amount::whole(amount)), unit: unit.into(), ..Target::default() }
}

pub fn level(amount: i64, unit: &str, direction: Direction) -> Target {
    Target { tally: Tally::Latest, direction, ..target(amount, unit) }
}

pub fn indicator(n: u128, text: &str, target: Target) -> Indicator {
    Indicator { id: id(n), aspek: Some(Aspek::Kuantitas), perspektif: None, text: text.into(), target }
}

pub fn rhk(n: u128, kind: RhkKind, text: &str, indicators: Vec<Indicator>) -> Rhk {
    Rhk {
        id: id(n),
        kind,
        text: text.into(),
        assigned_by: String::new(),
        supports: None,
        supports_text: String::new(),
        indicators,
    }
}

/// An officer's plan of three results, complete, version 0.
pub fn plan() -> Skp {
    let results = vec![
        rhk(
            1,
            RhkKind::Utama,
            "Permohonan informasi terlayani tepat waktu",
            vec![indicator(11, "Lama menjawab permohonan", level(3, "hari", Direction::LowerIsBetter))],
        ),
        rhk(
            2,
            RhkKind::Utama,
            "Arsip 2019-2024 tersedia dalam bentuk digital",
            vec![indicator(21, "Jumlah arsip yang terdigitalisasi", target(1200, "berkas"))],
        ),
        rhk(
            3,
            RhkKind::Tambahan,
            "Laporan kepuasan loket tersedia setiap triwulan",
            vec![indicator(31, "Jumlah laporan", target(4, "laporan"))],
        ),
    ];
    Skp {
        id: id(100),
        employee: id(200),
        year: 2026,
        dates: DateRange::year(2026),
        form: Form::JaJf,
        approach: Approach::Kuantitatif,
        post: PostId(Uuid::nil()),
        unit: UnitId(Uuid::nil()),
        rater: id(201),
        superior: Some(id(202)),
        version: 0,
        revision: 1,
        milestones: Milestones::default(),
        content: Content { results, ..Content::default() },
    }
}

/// The same in force as version 1.
pub fn set_plan() -> (Skp, Version) {
    let signed = crate::plan::workflow::sign(plan(), noon(day(2026, 1, 20))).unwrap();
    crate::plan::workflow::set(signed, id::<EmployeeId>(201), noon(day(2026, 1, 22)), "").unwrap()
}

pub fn entry(n: u128, indicator: u128, on: NaiveDate, amount: Option<i64>) -> Entry {
    Entry {
        id: EntryId(Uuid::from_u128(n)),
        skp: SkpId(Uuid::from_u128(100)),
        indicator: IndicatorId(Uuid::from_u128(indicator)),
        step: None,
        on,
        amount: amount.map(Amount::whole),
        did: "dikerjakan".into(),
        obstacle: String::new(),
        help: String::new(),
        corrects: None,
        by: id(200),
        recorded_at: noon(on),
    }
}

pub fn step(n: u128, indicator: u128, due: NaiveDate, done_on: Option<NaiveDate>) -> Step {
    Step {
        id: StepId(Uuid::from_u128(n)),
        skp: id(100),
        indicator: id(indicator),
        text: "Memindai arsip 2019".into(),
        due,
        done_on,
    }
}

pub fn year_period() -> Period {
    period(Rhythm::Tahunan, 1)
}

pub fn period(rhythm: Rhythm, number: u32) -> Period {
    Period {
        id: PeriodId(Uuid::from_u128(300)),
        year: 2026,
        rhythm,
        number,
        dates: dates_of(2026, rhythm, number).unwrap(),
        policy: policy().id,
        opened_at: Some(noon(day(2026, 12, 1))),
        closed_at: None,
    }
}

pub fn achievement(capaian: Capaian) -> UnitAchievement {
    UnitAchievement {
        period: id(300),
        unit: UnitId(Uuid::nil()),
        capaian,
        basis: "Capaian IKU Dinas Kominfo 2026".into(),
        by: id(203),
        at: noon(day(2027, 1, 5)),
    }
}

/// An assessment in which every result and value has `each` and the whole has the given ratings.
pub fn assessment(role: RaterRole, skp: &Skp, each: Rating, hasil: Rating, perilaku: Rating) -> Assessment {
    let answer = |subject, rating, reason: &str| Answer {
        subject,
        rating: Some(rating),
        reason: reason.into(),
        evidence: vec![],
    };
    let mut answers: Vec<Answer> = skp
        .content
        .results
        .iter()
        .map(|r| answer(Subject::Rhk(r.id), each, "Sesuai laporan dan bukti dukung"))
        .collect();
    answers.extend(Nilai::ALL.map(|n| answer(Subject::Nilai(n), each, "Terlihat dalam pelayanan loket")));
    if role == RaterRole::Penilai {
        answers.push(answer(Subject::HasilKerja, hasil, "Target utama tercapai dengan bukti dukung lengkap"));
        answers.push(answer(Subject::PerilakuKerja, perilaku, "Umpan balik pemohon dan rekan kerja seluruhnya baik"));
    }
    Assessment {
        id: AssessmentId(Uuid::from_u128(if role == RaterRole::Diri { 400 } else { 401 })),
        period: id(300),
        skp: skp.id,
        role,
        rater: id(if role == RaterRole::Diri { 200 } else { 201 }),
        answers,
        sent_at: Some(noon(day(2027, 1, if role == RaterRole::Diri { 4 } else { 8 }))),
        revision: 1,
    }
}

/// A scheme of nine competences on five levels (T7), as a competence dictionary has.
pub fn nine_competences() -> crate::scheme::Scheme {
    use crate::scheme::{Criterion, Reads};
    let plaju = library().in_force("plaju", day(2026, 12, 31)).unwrap().appraisal;
    let first = plaju.criteria.clone().unwrap();
    let one = |n: usize| Criterion {
        code: format!("k{n}"),
        name: format!("Kompetensi {n}"),
        reads: Reads::Competence,
        ..first.value[0].clone()
    };
    let criteria = crate::policy::Cited { value: (1..=9).map(one).collect(), ..first };
    crate::scheme::Scheme { criteria: Some(criteria), ..plaju }
}
