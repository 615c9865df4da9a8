//! A small agency of our own. The results and indicators cite the regulation's example
//! (PermenPANRB 6/2022, Anak Lampiran 2: Direktur II, JF Teknik Tata Bangunan dan Perumahan Muda); people are invented.

use chrono::{DateTime, NaiveDate};
use documents::{
    Behaviour, Decided, EvaluationDocument, EvaluationSheet, Made, MatrixRow, MatrixSheet, MatrixTable, Party,
    PlanSheet, Realisation, Remark, Route, Signing, Standard, Standing,
};
use domain::{
    amount::Amount,
    assessment::Rating,
    decision::{Reason, Text},
    evaluation::{Capaian, Evaluation, Period, Predikat, Rhythm},
    ids::{EmployeeId, EvaluationId, IndicatorId, PeriodId, PostId, RhkId, SkpId, UnitId},
    plan::{Approach, Aspek, Content, Form, Indicator, Line, Milestones, Nilai, Perspektif, Rhk, RhkKind, Skp, Target},
    time::DateRange,
};
use std::collections::BTreeMap;
use uuid::Uuid;

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub fn made() -> Made {
    Made { on: day(2026, 7, 7), standard: Standard::Plain }
}

pub fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

fn party(name: &str, nip: Option<&str>, rank: &str, post: &str, unit: &str) -> Party {
    Party {
        name: name.into(),
        nip: nip.map(Into::into),
        rank: rank.into(),
        post: post.into(),
        unit: unit.into(),
        agency_name: AGENCY.into(),
    }
}

pub const AGENCY: &str = "KEMENTERIAN CONTOH";

pub fn director() -> Party {
    let rank = "Pembina Utama Muda (IV/c)";
    party("Ratna Wulandari, S.T., M.T.", Some("19750412 200003 2 004"), rank, "Direktur II", "Direktorat Jenderal III")
}

pub fn director_general() -> Party {
    party("Bagas Pranoto", None, "", "Direktur Jenderal III", "Direktorat Jenderal III")
}

pub fn officer() -> Party {
    let post = "Teknik Tata Bangunan dan Perumahan Muda";
    party("Made Suryadi, S.T.", Some("19880917 201402 1 003"), "Penata (III/c)", post, "Direktorat II")
}

pub fn head_of_subdirectorate() -> Party {
    let rank = "Pembina (IV/a)";
    party("Yohana Tabuni, S.T.", Some("19801105 200604 2 007"), rank, "Kepala Subdirektorat II", "Direktorat II")
}

pub fn behaviours() -> Vec<Behaviour> {
    let texts: [(&str, [&str; 3]); 7] = [
        (
            "Berorientasi pelayanan",
            [
                "Memahami dan memenuhi kebutuhan masyarakat",
                "Ramah, cekatan, solutif, dan dapat diandalkan",
                "Melakukan perbaikan tiada henti",
            ],
        ),
        (
            "Akuntabel",
            [
                "Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi",
                "Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien.",
                "Tidak menyalahgunakan kewenangan jabatan",
            ],
        ),
        (
            "Kompeten",
            [
                "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
                "Membantu orang lain belajar",
                "Melaksanakan tugas dengan kualitas terbaik",
            ],
        ),
        (
            "Harmonis",
            [
                "Menghargai setiap orang apapun latar belakangnya",
                "Suka menolong orang lain",
                "Membangun lingkungan kerja yang kondusif",
            ],
        ),
        (
            "Loyal",
            [
                "Memegang teguh ideologi Pancasila, Undang-Undang Dasar Negara Republik Indonesia Tahun 1945, setia pada \
                 Negara Kesatuan Republik Indonesia serta pemerintahan yang sah",
                "Menjaga nama baik sesama ASN, Pimpinan, Instansi, dan Negara",
                "Menjaga rahasia jabatan dan negara",
            ],
        ),
        (
            "Adaptif",
            [
                "Cepat menyesuaikan diri menghadapi perubahan",
                "Terus berinovasi dan mengembangkan kreativitas",
                "Bertindak proaktif",
            ],
        ),
        (
            "Kolaboratif",
            [
                "Memberi kesempatan kepada berbagai pihak untuk berkontribusi",
                "Terbuka dalam bekerja sama untuk menghasilkan nilai tambah",
                "Menggerakkan pemanfaatan berbagai sumberdaya untuk tujuan bersama",
            ],
        ),
    ];
    let behaviour = |(nilai, (name, guidance)): (Nilai, (&str, [&str; 3]))| Behaviour {
        nilai,
        name: name.into(),
        guidance: guidance.map(Into::into).into(),
    };
    Nilai::ALL.into_iter().zip(texts).map(behaviour).collect()
}

fn skp(form: Form, approach: Approach, results: Vec<Rhk>) -> Skp {
    let expectations = BTreeMap::from([
        (
            Nilai::Akuntabel,
            vec!["Menjadi role model/ panutan dalam menjunjung antikorupsi bagi pegawai di lingkungan kerjanya.".into()],
        ),
        (
            Nilai::Kolaboratif,
            vec![
                "Mampu mengelola dan melibatkan seluruh pihak sesuai dengan peran dan fungsinya untuk mencapai tujuan bersama"
                    .into(),
                "Memberikan kesempatan kepada setiap anggota untuk menyampaikan ide atau gagasan yang produktif".into(),
            ],
        ),
    ]);
    Skp {
        id: id::<SkpId>(1),
        employee: id::<EmployeeId>(2),
        year: 2026,
        dates: DateRange::year(2026),
        form,
        approach,
        post: id::<PostId>(3),
        unit: id::<UnitId>(4),
        rater: id::<EmployeeId>(5),
        superior: None,
        version: 2,
        revision: 7,
        milestones: Milestones::default(),
        content: Content {
            results,
            expectations,
            resources: vec![
                "Dukungan pegawai yang memiliki keahlian programming atau memahami pengembangan aplikasi".into(),
                "Dukungan sarana prasarana IT yang memadai".into(),
            ],
            accountability: vec!["Progres pengembangan aplikasi dilaporkan berkala setiap dua minggu".into()],
            consequences: vec![
                "Direkomendasikan sebagai ASN inspiratif pada kompetisi Anugerah ASN yang diselenggarakan KemenPANRB"
                    .into(),
            ],
        },
    }
}

pub fn rhk(n: u128, kind: RhkKind, text: &str, indicators: Vec<Indicator>) -> Rhk {
    Rhk {
        id: id::<RhkId>(n),
        kind,
        text: text.into(),
        assigned_by: String::new(),
        supports: None,
        supports_text: String::new(),
        indicators,
    }
}

fn from_above(mut rhk: Rhk) -> Rhk {
    rhk.assigned_by = "Direktur Jenderal III".into();
    rhk
}

pub fn indicator(n: u128, text: &str, target: Target) -> Indicator {
    Indicator { id: id::<IndicatorId>(n), aspek: None, perspektif: None, text: text.into(), target }
}

pub fn amount(n: i64, unit: &str) -> Target {
    Target { amount: Some(Amount::whole(n)), unit: unit.into(), ..Target::default() }
}

fn written(text: &str) -> Target {
    Target { written: Some(text.into()), ..Target::default() }
}

fn seen(mut indicator: Indicator, perspektif: Perspektif) -> Indicator {
    indicator.perspektif = Some(perspektif);
    indicator
}

fn aspect(mut indicator: Indicator, aspek: Aspek) -> Indicator {
    indicator.aspek = Some(aspek);
    indicator
}

fn director_results(approach: Approach) -> Vec<Rhk> {
    use Perspektif::{Anggaran, PenerimaLayanan, ProsesBisnis};
    let told = |n: u128, text: &str| indicator(n, text, Target::default());
    let quantitative = approach == Approach::Kuantitatif;
    let borders =
        "Percepatan pembangunan Pos Lintas Batas Negara terpadu dan sarana prasarana penunjang kawasan perbatasan.";
    let built = "Jumlah Pos Lintas Batas Negara Terpadu dan sarana prasarana penunjang kawasan perbatasan yang terbangun, laik \
                 fungsi, dan telah diserahterimakan.";
    let content = "Tingkat kepuasan pengguna dan operator Pos Lintas Batas Negara terhadap fasilitas Pos Lintas Batas";
    let budget = "Presentase pengelolaan keuangan (anggaran) yang bebas dari temuan material";
    vec![
        from_above(rhk(
            11,
            RhkKind::Utama,
            borders,
            if quantitative {
                vec![
                    seen(indicator(111, built, amount(3, "unit")), PenerimaLayanan),
                    seen(indicator(112, content, written("3,5 dari skala 5")), PenerimaLayanan),
                ]
            } else {
                vec![
                    seen(
                        told(
                            111,
                            "Tiga Pos Lintas Batas Negara Terpadu terbangun, laik fungsi, dan telah diserahterimakan",
                        ),
                        PenerimaLayanan,
                    ),
                    seen(told(112, "Pengguna dan operator puas terhadap fasilitas Pos Lintas Batas"), PenerimaLayanan),
                ]
            },
        )),
        from_above(rhk(
            12,
            RhkKind::Utama,
            "Pengelolaan anggaran Program Pembinaan dan Pengembangan Infrastruktur Permukiman yang optimal",
            if quantitative {
                vec![seen(indicator(121, budget, amount(100, "%")), Anggaran)]
            } else {
                vec![seen(told(113, "Pengelolaan keuangan (anggaran) bebas dari temuan material"), Anggaran)]
            },
        )),
        from_above(rhk(
            13,
            RhkKind::Tambahan,
            "Terlaksananya rencana aksi/inisiatif strategis dalam rangka pencapaian sasaran dan indikator Kinerja utama \
             organisasi dalam perjanjian Kinerja",
            if quantitative {
                let steps =
                    "Persentase penyelesaian rencana aksi/ inisiatif strategis sesuai target waktu yang ditetapkan";
                vec![seen(indicator(131, steps, amount(80, "%")), ProsesBisnis)]
            } else {
                vec![seen(told(114, "Rencana aksi selesai sesuai target waktu yang ditetapkan"), ProsesBisnis)]
            },
        )),
    ]
}

fn officer_results(approach: Approach) -> Vec<Rhk> {
    let quantitative = approach == Approach::Kuantitatif;
    let mut architecture = rhk(
        21,
        RhkKind::Utama,
        "Proses bisnis aplikasi SIMBG dalam bentuk arsitektur aplikasi yang lengkap dan sesuai NSPK",
        if quantitative {
            let upper = Some(Amount::whole(90));
            let fits = Target { amount: Some(Amount::whole(80)), upper, unit: "%".into(), ..Target::default() };
            let fit = "Tingkat kesesuaian proses bisnis aplikasi SIMBG dengan NSPK";
            let soon = "Tingkat ketepatan waktu penyelesaian dokumen arsitektur aplikasi untuk diserahkan ke tim IT";
            vec![
                aspect(indicator(211, fit, fits), Aspek::Kualitas),
                aspect(indicator(212, soon, written("4-5 bulan setelah NSPK terbit")), Aspek::Waktu),
            ]
        } else {
            vec![indicator(
                211,
                "Arsitektur aplikasi lengkap, sesuai NSPK, dan selesai lima bulan setelah NSPK terbit",
                Target::default(),
            )]
        },
    );
    architecture.supports_text = "Aplikasi SIMBG menjalankan bisnis proses dan SLA (service level agreement) sesuai NSPK yang \
                                  reliable dan user-friendly\nIndikator Kinerja Individu: Tingkat kesesuaian fitur aplikasi dengan NSPK"
        .into();
    let mut complaints = rhk(
        22,
        RhkKind::Utama,
        "Telaahan jawaban atas pengaduan pengguna dan pengelola aplikasi tersusun secara cepat dan akurat",
        if quantitative {
            let share = "Persentase penyelesaian telaahan jawaban atas pengaduan";
            vec![aspect(indicator(221, share, amount(1500, "telaahan")), Aspek::Kuantitas)]
        } else {
            vec![indicator(221, "Telaahan selesai paling lama dua minggu setelah pengaduan masuk", Target::default())]
        },
    );
    complaints.supports_text =
        "Respons yang cepat dan akurat atas pengaduan masyarakat terkait layanan penerbitan PBG/IMB dan SLF".into();
    vec![architecture, complaints]
}

pub fn plan(form: Form, approach: Approach) -> PlanSheet {
    let (results, employee, rater) = match form {
        Form::Jpt => (director_results(approach), director(), director_general()),
        Form::JaJf => (officer_results(approach), officer(), head_of_subdirectorate()),
    };
    PlanSheet {
        skp: skp(form, approach, results),
        standing: Standing::Set { version: 2, on: day(2026, 1, 30) },
        agency: AGENCY.into(),
        employee,
        rater,
        behaviours: behaviours(),
        signing: Signing { place: "Jakarta".into(), date: Some(day(2026, 1, 30)) },
    }
}

pub fn period() -> Period {
    Period {
        id: id::<PeriodId>(31),
        year: 2026,
        rhythm: Rhythm::Triwulanan,
        number: 2,
        dates: DateRange { from: day(2026, 4, 1), until: Some(day(2026, 6, 30)) },
        policy: "permenpanrb-6-2022@1".into(),
        opened_at: None,
        closed_at: None,
    }
}

pub fn evaluation() -> Evaluation {
    let at = DateTime::parse_from_rfc3339("2026-07-07T02:00:00Z").unwrap().to_utc();
    Evaluation {
        id: id::<EvaluationId>(32),
        period: id::<PeriodId>(31),
        skp: id::<SkpId>(1),
        skp_version: 2,
        employee: id::<EmployeeId>(2),
        evaluator: id::<EmployeeId>(5),
        hasil: Rating::Sesuai,
        perilaku: Rating::Diatas,
        predikat: Some(Predikat::Baik),
        scheme: None,
        capaian: Some(Capaian::Baik),
        because: Reason::new(Text::new("evaluation-predikat")),
        policy: "permenpanrb-6-2022@1".into(),
        notes: "Pertahankan mutu telaahan.\nIkuti bimbingan teknis NSPK pada semester II.".into(),
        signed_at: at,
        delivered_at: None,
        acknowledged_at: None,
    }
}

pub fn result(form: Form, approach: Approach) -> EvaluationSheet {
    let plan = plan(form, approach);
    let said = |on, source: &str, text: &str| Remark { on, source: source.into(), text: text.into() };
    let first = plan.skp.content.results[0].clone();
    let mut remarks = vec![
        said(Line::Rhk(first.id), "Pimpinan", "bagus! Pertahankan"),
        said(Line::Nilai(Nilai::Harmonis), "Rekan kerja setingkat", "selalu siap membantu"),
        said(Line::Nilai(Nilai::Harmonis), "Pimpinan", "menjaga suasana kerja tetap tenang"),
    ];
    if form == Form::JaJf && approach == Approach::Kuantitatif {
        remarks.push(said(Line::Indicator(first.indicators[1].id), "Pimpinan", "lebih cepat dari jadwal"));
    }
    let mut realisations = BTreeMap::new();
    let basis = "berita acara serah terima";
    realisations.insert(first.indicators[0].id, Realisation { amount: Some(Amount(25_000)), basis: basis.into() });
    if approach == Approach::Kualitatif {
        realisations
            .insert(first.indicators[0].id, Realisation { amount: None, basis: "Selesai pada bulan Mei".into() });
    }
    EvaluationSheet {
        skp: plan.skp,
        period: period(),
        short_cycle: Rhythm::Triwulanan,
        evaluation: evaluation(),
        agency: AGENCY.into(),
        employee: plan.employee,
        evaluator: plan.rater,
        behaviours: behaviours(),
        realisations,
        remarks,
        signing: Signing { place: "Jakarta".into(), date: Some(day(2026, 7, 7)) },
    }
}

pub fn document(route: Route) -> EvaluationDocument {
    EvaluationDocument {
        route,
        evaluation: evaluation(),
        period: period(),
        short_cycle: Rhythm::Triwulanan,
        dates: period().dates,
        agency: AGENCY.into(),
        employee: officer(),
        rater: head_of_subdirectorate(),
        superior: Some(director()),
        signing: Signing { place: "Jakarta".into(), date: Some(day(2026, 7, 7)) },
        received: Signing { place: "Jakarta".into(), date: None },
        decided: (route == Route::Objection).then(|| Decided {
            objection: "Realisasi triwulan II belum dihitung.".into(),
            explanation: "Bukti diterima setelah batas waktu.".into(),
            decision: "Hasil diubah. Predikat menjadi BAIK.".into(),
            signing: Signing { place: "Jakarta".into(), date: Some(day(2026, 8, 3)) },
        }),
    }
}

pub fn matrix() -> MatrixSheet {
    let text = |t: &str| t.to_owned();
    let above = MatrixTable {
        name: director().name,
        post: "Direktur II".into(),
        columns: vec![text(
            "Persentase Kabupaten/Kota memiliki Nilai Indeks Penyelenggaraan Bangunan Gedung minimal Baik",
        )],
        rows: vec![MatrixRow {
            name: head_of_subdirectorate().name,
            post: "Kepala Subdirektorat II".into(),
            roles: vec![vec![
                text("Aplikasi SIMBG menjalankan bisnis proses dan SLA (service level agreement) sesuai NSPK"),
                text("Respons yang cepat dan akurat atas pengaduan masyarakat"),
            ]],
        }],
    };
    let team = MatrixTable {
        name: head_of_subdirectorate().name,
        post: "Kepala Subdirektorat II".into(),
        columns: vec![
            text("Aplikasi SIMBG menjalankan bisnis proses dan SLA sesuai NSPK"),
            text("Respons yang cepat dan akurat atas pengaduan masyarakat"),
            text("Semakin banyak pegawai Dinas PU dan PTSP yang bisa melayani penerbitan PBG/ IMB dan SLF"),
        ],
        rows: vec![
            MatrixRow {
                name: officer().name,
                post: officer().post,
                roles: vec![
                    vec![text("Proses bisnis aplikasi SIMBG dalam bentuk arsitektur aplikasi yang lengkap")],
                    vec![
                        text("Progres tindak lanjut pengaduan up-to-date"),
                        text("Telaahan jawaban tersusun cepat dan akurat"),
                    ],
                    vec![text("Peserta peningkatan kapasitas puas")],
                ],
            },
            MatrixRow {
                name: "Siti Rahmawati".into(),
                post: "Pengelola Data".into(),
                roles: vec![
                    vec![text("Data pengguna aplikasi SIMBG terdokumentasi")],
                    vec![text("Data pengaduan mutakhir")],
                    vec![],
                ],
            },
        ],
    };
    MatrixSheet {
        agency: AGENCY.into(),
        unit: "Direktorat II".into(),
        dates: DateRange::year(2026),
        tables: vec![above, team],
    }
}
