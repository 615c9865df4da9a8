//! What the samples of this floor are rated on: a plan of two results with reports, evidence and one obstacle.
#![allow(clippy::wildcard_imports)] // the types of the lines shown

use super::*;
use actions::progress::see::standings;
use chrono::{DateTime, Days, Utc};
use domain::{
    assessment::RaterRole,
    evaluation::{Period, Rhythm, period::dates_of},
    ids::{AssessmentId, EmployeeId, EntryId, PeriodId, PostId, ReplyId, SkpId, UnitId},
    plan::{Approach, Aspek, Content, Direction, Form, Indicator, Milestones, Rhk, Tally},
    time::DateRange,
};
use uuid::Uuid;

/// Everything together, owned.
pub(crate) struct Sample {
    pub(crate) skp: Skp,
    pub(crate) behaviour: Vec<Behaviour>,
    pub(crate) standings: Vec<Standing>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) replies: Vec<Reply>,
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) own: Assessment,
    pub(crate) theirs: Assessment,
    pub(crate) remarks: Vec<Said>,
}

impl Sample {
    pub(crate) fn material(&self, own: bool, theirs: bool) -> Material<'_> {
        Material {
            skp: &self.skp,
            standings: &self.standings,
            entries: &self.entries,
            replies: &self.replies,
            evidence: &self.evidence,
            own: own.then_some(&self.own),
            theirs: theirs.then_some(&self.theirs),
            behaviour: &self.behaviour,
            remarks: &self.remarks,
        }
    }
}

pub(crate) const OWNER: &str = "Ahmad Fauzi, A.Md.";
pub(crate) const OWNER_POST: &str = "Arsiparis Terampil · Bidang Informasi dan Komunikasi Publik";
pub(crate) const RATER: &str = "Ratna Dewi Lestari, S.Kom.";

fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

/// Guidance on behaviour, as a policy words it.
pub(crate) fn behaviour() -> Vec<Behaviour> {
    let guide = |nilai, meaning: &str, panduan: [&str; 3]| Behaviour {
        nilai,
        name: String::new(),
        meaning: meaning.into(),
        panduan: panduan.map(str::to_owned).to_vec(),
    };
    vec![
        guide(
            Nilai::BerorientasiPelayanan,
            "",
            [
                "Memahami dan memenuhi kebutuhan masyarakat",
                "Ramah, cekatan, solutif, dan dapat diandalkan",
                "Melakukan perbaikan tiada henti",
            ],
        ),
        guide(
            Nilai::Kolaboratif,
            "",
            [
                "Memberi kesempatan kepada berbagai pihak untuk berkontribusi",
                "Terbuka dalam bekerja sama untuk menghasilkan nilai tambah",
                "Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama",
            ],
        ),
    ]
}

pub(crate) fn period(rhythm: Rhythm, number: u32) -> Period {
    Period {
        id: PeriodId(Uuid::from_u128(300)),
        year: 2026,
        rhythm,
        number,
        dates: dates_of(2026, rhythm, number).unwrap_or(DateRange::year(2026)),
        policy: "permenpanrb-6-2022@1+se-menpanrb-3-2023@1+bengkulu@1".into(),
        opened_at: Some(DateTime::<Utc>::UNIX_EPOCH),
        closed_at: None,
    }
}

fn indicator(n: u128, aspek: Aspek, text: &str, amount: i64, unit: &str, falls: bool) -> Indicator {
    let target = Target {
        amount: Some(Amount::whole(amount)),
        unit: unit.into(),
        tally: if falls { Tally::Latest } else { Tally::Sum },
        direction: if falls { Direction::LowerIsBetter } else { Direction::HigherIsBetter },
        ..Target::default()
    };
    Indicator { id: id(n), aspek: Some(aspek), perspektif: None, text: text.into(), target }
}

fn plan() -> Skp {
    let rhk = |n, kind, text: &str, indicators| Rhk {
        id: id(n),
        kind,
        text: text.into(),
        assigned_by: String::new(),
        supports: None,
        supports_text: String::new(),
        indicators,
    };
    let results = vec![
        rhk(
            1,
            RhkKind::Utama,
            "Arsip 2019-2024 tersedia dalam bentuk digital dan dapat ditemukan dalam satu menit",
            vec![
                indicator(11, Aspek::Kuantitas, "Jumlah berkas yang terdigitalisasi", 1_200, "berkas", false),
                indicator(12, Aspek::Waktu, "Lama menemukan satu berkas", 1, "menit", true),
            ],
        ),
        rhk(
            2,
            RhkKind::Tambahan,
            "Permohonan salinan arsip terjawab tepat waktu",
            vec![indicator(
                21,
                Aspek::Kuantitas,
                "Permohonan yang dijawab paling lama 3 hari kerja",
                60,
                "permohonan",
                false,
            )],
        ),
    ];
    let expectations = [(Nilai::Kolaboratif, vec!["Berbagi cara memindai dengan petugas arsip kecamatan".to_owned()])];
    Skp {
        id: SkpId(Uuid::from_u128(100)),
        employee: EmployeeId(Uuid::from_u128(200)),
        year: 2026,
        dates: DateRange::year(2026),
        form: Form::JaJf,
        approach: Approach::Kuantitatif,
        post: PostId(Uuid::nil()),
        unit: UnitId(Uuid::nil()),
        rater: EmployeeId(Uuid::from_u128(201)),
        superior: Some(EmployeeId(Uuid::from_u128(202))),
        version: 1,
        revision: 3,
        milestones: Milestones::default(),
        content: Content { results, expectations: expectations.into(), ..Content::default() },
    }
}

fn answers(skp: &Skp, role: RaterRole) -> Vec<Answer> {
    let own = role == RaterRole::Diri;
    let say = |subject| -> (Rating, &str) {
        match subject {
            Subject::Rhk(rhk) if rhk == skp.content.results[0].id => (
                if own { Rating::Diatas } else { Rating::Sesuai },
                if own {
                    "Sampai Juni sudah 640 berkas dipindai, lebih cepat dari rencana."
                } else {
                    "640 berkas selesai dan rapi; lama pencarian belum turun sampai satu menit."
                },
            ),
            Subject::Rhk(_) => (Rating::Sesuai, "31 permohonan dijawab, semuanya dalam tiga hari kerja."),
            Subject::Nilai(Nilai::Kolaboratif) => {
                (Rating::Diatas, "Melatih petugas arsip tiga kecamatan atas kemauan sendiri.")
            }
            Subject::Nilai(_) => (Rating::Sesuai, ""),
            Subject::HasilKerja => {
                (Rating::Sesuai, "Hasil utama berjalan sesuai rencana dengan bukti pindaian yang lengkap.")
            }
            Subject::PerilakuKerja => (Rating::Sesuai, "Konsisten melayani dan mau berbagi; umpan balik rekan baik."),
        }
    };
    domain::assessment::rate::subjects(skp, role)
        .into_iter()
        .map(|subject| {
            let (rating, reason) = say(subject);
            let evidence = if matches!(subject, Subject::Rhk(_)) { vec![id(501)] } else { Vec::new() };
            Answer { subject, rating: Some(rating), reason: reason.into(), evidence }
        })
        .collect()
}

/// What a colleague and the head of a team said.
fn remarks(skp: &Skp, now: DateTime<Utc>) -> Vec<Said> {
    use crate::feedback::during::sample::said;
    use domain::feedback::during::Source;
    vec![
        said(now, 1, Source::PimpinanLain, Line::Rhk(skp.content.results[0].id)),
        said(now, 2, Source::Setingkat, Line::Nilai(Nilai::Kolaboratif)),
        said(now, 3, Source::Setingkat, Line::Whole),
    ]
}

pub(crate) fn sample(today: NaiveDate, now: DateTime<Utc>) -> Sample {
    let skp = plan();
    let entry = |n, indicator, days, amount: i64, did: &str, obstacle: &str| Entry {
        id: EntryId(Uuid::from_u128(n)),
        skp: skp.id,
        indicator: id(indicator),
        step: None,
        on: today - Days::new(days),
        amount: Some(Amount::whole(amount)),
        did: did.into(),
        obstacle: obstacle.into(),
        help: String::new(),
        corrects: None,
        by: skp.employee,
        recorded_at: now - chrono::Duration::days(days.cast_signed() - 2),
    };
    let entries = vec![
        entry(401, 11, 12, 180, "Memindai berkas kepegawaian 2022 dan menamai ulang sesuai klasifikasi.", ""),
        entry(402, 11, 40, 460, "Memindai berkas keuangan 2019-2021.", "Pemindai rusak empat hari, sudah diganti."),
        entry(403, 12, 20, 2, "Uji pencarian sepuluh berkas acak.", ""),
        entry(404, 21, 15, 31, "Menjawab permohonan salinan dari masyarakat dan perangkat daerah.", ""),
    ];
    let replies = vec![Reply {
        id: ReplyId(Uuid::from_u128(450)),
        entry: EntryId(Uuid::from_u128(402)),
        by: skp.rater,
        text: "Pemindai pengganti sudah dikirim dari bidang umum.".into(),
        settles: true,
        at: now,
    }];
    let piece = |n, entry, item| Evidence {
        id: id(n),
        skp: skp.id,
        entry: id(entry),
        item,
        by: skp.employee,
        recorded_at: now,
    };
    let file = |name: &str| Item::File {
        name: name.into(),
        media_type: "application/pdf".into(),
        size: 340_000,
        sha256: "0".repeat(64),
    };
    let evidence = vec![
        piece(501, 401, file("daftar-berkas-2022.pdf")),
        piece(502, 402, file("berita-acara-pemindai.pdf")),
        piece(503, 404, Item::Link { url: "https://arsip.nusaraya.example/permohonan".into() }),
    ];
    let assessment = |n, role, rater| Assessment {
        id: AssessmentId(Uuid::from_u128(n)),
        period: PeriodId(Uuid::from_u128(300)),
        skp: skp.id,
        role,
        rater,
        answers: answers(&skp, role),
        sent_at: Some(now - chrono::Duration::days(1)),
        revision: 2,
    };
    let standings = standings(&skp, &entries, &[], &replies, today);
    Sample {
        own: assessment(601, RaterRole::Diri, skp.employee),
        theirs: assessment(602, RaterRole::Penilai, skp.rater),
        behaviour: behaviour(),
        remarks: remarks(&skp, now),
        standings,
        entries,
        replies,
        evidence,
        skp,
    }
}
