//! The officer, the plan and the people that the samples of this room show.

use crate::preview::Gallery;
use actions::{
    Person,
    plan::see::{Doable, PlanPage},
};
use chrono::{Days, TimeDelta};
use domain::{
    amount::Amount,
    decision::Text,
    ids::{IndicatorId, NoteId, PostId, RhkId, SkpId, UnitId},
    people::{Employee, Employment, Post, PostKind, Standing, Unit},
    plan::{
        Approach, Aspek, Content, Direction, Form as PlanForm, Indicator, Line, Milestones, Nilai, Note, Rhk, RhkKind,
        Skp, Tally, Target, Version, advice::Advice, content, workflow::State,
    },
    policy::{self, Behaviour},
    time::DateRange,
};
use uuid::Uuid;

/// A small id.
pub(super) fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

/// The employee.
pub(super) const ME: u128 = 200;
/// The rater.
pub(super) const RATER: u128 = 201;

/// An indicator.
pub(super) fn indicator(n: u128, aspek: Aspek, text: &str, target: Target) -> Indicator {
    Indicator { id: IndicatorId(Uuid::from_u128(n)), aspek: Some(aspek), perspektif: None, text: text.into(), target }
}

/// A target that adds up.
pub(super) fn amount(amount: i64, unit: &str) -> Target {
    Target { amount: Some(Amount::whole(amount)), unit: unit.into(), ..Target::default() }
}

/// A result; the first names who assigns it.
pub(super) fn rhk(n: u128, kind: RhkKind, text: &str, supports: &str, indicators: Vec<Indicator>) -> Rhk {
    Rhk {
        id: RhkId(Uuid::from_u128(n)),
        kind,
        text: text.into(),
        assigned_by: if n == 1 { "Kepala Bidang Layanan Informasi".into() } else { String::new() },
        supports: (!supports.is_empty()).then(|| id(900)),
        supports_text: supports.into(),
        indicators,
    }
}

/// Three results, one of them worded as an activity, one without a target.
pub(super) fn results() -> Vec<Rhk> {
    let days = Target { tally: Tally::Latest, direction: Direction::LowerIsBetter, ..amount(3, "hari kerja") };
    vec![
        rhk(
            1,
            RhkKind::Utama,
            "Permohonan informasi publik terjawab tepat waktu",
            "Layanan informasi publik semakin cepat dan memuaskan",
            vec![
                indicator(11, Aspek::Waktu, "Lama rata-rata menjawab permohonan", days),
                indicator(12, Aspek::Kuantitas, "Permohonan yang dijawab", amount(480, "permohonan")),
            ],
        ),
        rhk(
            2,
            RhkKind::Utama,
            "Melaksanakan digitalisasi arsip 2019 sampai 2024",
            "",
            vec![indicator(21, Aspek::Kuantitas, "Arsip yang terdigitalisasi", amount(1_200, "berkas"))],
        ),
        rhk(
            3,
            RhkKind::Tambahan,
            "Laporan kepuasan loket tersedia setiap triwulan",
            "",
            vec![indicator(31, Aspek::Kuantitas, "Laporan kepuasan", Target::default())],
        ),
    ]
}

/// The plan in a state.
pub(super) fn skp(state: State) -> Skp {
    let version = u32::from(matches!(state, State::Ditetapkan | State::Klarifikasi | State::Dievaluasi));
    let mut content = Content { results: results(), ..Content::default() };
    if state != State::Draf {
        content.results[2].indicators[0].target = amount(4, "laporan");
    }
    content.expectations.insert(Nilai::Akuntabel, vec!["Menyimpan bukti setiap permohonan pada hari yang sama".into()]);
    content.resources = vec!["Satu pemindai dokumen ukuran F4".into(), "Akses ke ruang arsip dua hari seminggu".into()];
    Skp {
        id: SkpId(Uuid::from_u128(100)),
        employee: id(ME),
        year: 2026,
        dates: DateRange::year(2026),
        form: PlanForm::JaJf,
        approach: Approach::Kuantitatif,
        post: PostId(Uuid::from_u128(300)),
        unit: UnitId(Uuid::from_u128(400)),
        rater: id(RATER),
        superior: Some(id(202)),
        version,
        revision: 7,
        milestones: Milestones::default(),
        content,
    }
}

/// Somebody of the division.
pub(super) fn person(n: u128, name: &str, title: &str, leads_unit: bool) -> Person {
    let unit = Unit {
        id: UnitId(Uuid::from_u128(400)),
        parent: None,
        code: "LI".into(),
        name: "Bidang Layanan Informasi".into(),
    };
    let post = Post {
        id: PostId(Uuid::from_u128(300 + n)),
        unit: unit.id,
        code: n.to_string(),
        title: title.into(),
        kind: if leads_unit { PostKind::Administrator } else { PostKind::Pelaksana },
        leads_unit,
        unit_mandiri: false,
    };
    Person {
        employee: Employee {
            id: id(n),
            nip: None,
            name: name.into(),
            employment: Employment::Pns,
            rank: "Penata Muda (III/a)".into(),
        },
        post: Some(post),
        unit: Some(unit),
        standing: Some(Standing::Definitif),
        line: None,
    }
}

/// Whose plan it is.
pub(super) fn owner() -> Person {
    person(ME, "Yohanis Kambu, A.Md.", "Pengelola Layanan Informasi", false)
}

/// Who sets it.
pub(super) fn rater() -> Person {
    person(RATER, "Ratna Dewi Lestari, S.Kom.", "Kepala Bidang Layanan Informasi", true)
}

/// Who sets it after the deadline.
pub(super) fn superior() -> Person {
    person(202, "Drs. Petrus Wanggai, M.Si.", "Kepala Dinas Komunikasi dan Informatika", true)
}

/// Two notes that wait and one that is done.
pub(super) fn notes(gallery: &Gallery) -> Vec<Note> {
    let note = |n: u128, line, hours, resolved: bool, text: &str| Note {
        id: NoteId(Uuid::from_u128(n)),
        skp: id(100),
        line,
        by: id(RATER),
        at: gallery.now() - TimeDelta::hours(hours),
        text: text.into(),
        resolved_at: resolved.then(|| gallery.now()),
    };
    vec![
        note(
            501,
            Line::Rhk(id(2)),
            18,
            false,
            "Tulis hasilnya, bukan kegiatannya. Misalnya: arsip tersedia dan mudah dicari.",
        ),
        note(502, Line::Indicator(id(12)), 18, false, "480 itu angka tahun lalu. Apakah sanggup 520?"),
        note(503, Line::Rhk(id(1)), 60, true, "Sebutkan siapa yang menugaskan."),
    ]
}

/// The page of the plan in a state, for a reader who may do this.
pub(super) fn plan(gallery: &Gallery, state: State, may: Doable) -> PlanPage {
    let skp = skp(state);
    let advice = if may.write {
        vec![
            Advice {
                line: Line::Rhk(id(2)),
                says: Text::new("plan-advice-activity").with("word", "Melaksanakan"),
                cite: policy::permenpanrb("Ps 9(1)"),
            },
            Advice {
                line: Line::Consequences,
                says: Text::new("plan-advice-no-consequences"),
                cite: policy::permenpanrb("Ps 13"),
            },
        ]
    } else {
        Vec::new()
    };
    let people = [owner(), rater(), superior()];
    let version = Version {
        number: 1,
        content: skp.content.clone(),
        set_at: gallery.now() - TimeDelta::days(160),
        set_by: id(RATER),
        reason: String::new(),
    };
    PlanPage {
        notes: if state == State::Dikembalikan { notes(gallery) } else { Vec::new() },
        missing: content::complete(&skp),
        in_force: (skp.version > 0).then_some(version),
        due: gallery.today() + Days::new(6),
        names: people.iter().map(|p| (p.employee.id, p.employee.name.clone())).collect(),
        owner: owner(),
        rater: rater(),
        superior: Some(superior()),
        advice,
        state,
        may,
        skp,
    }
}

/// Three of the seven values.
pub(super) fn behaviours() -> Vec<Behaviour> {
    let value = |nilai, name: &str, panduan: [&str; 3]| Behaviour {
        nilai,
        name: name.into(),
        meaning: String::new(),
        panduan: panduan.map(str::to_owned).to_vec(),
    };
    vec![
        value(
            Nilai::BerorientasiPelayanan,
            "Berorientasi pelayanan",
            [
                "Memahami dan memenuhi kebutuhan masyarakat",
                "Ramah, cekatan, solutif, dan dapat diandalkan",
                "Melakukan perbaikan tiada henti",
            ],
        ),
        value(
            Nilai::Akuntabel,
            "Akuntabel",
            [
                "Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi",
                "Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien",
                "Tidak menyalahgunakan kewenangan jabatan",
            ],
        ),
        value(
            Nilai::Kompeten,
            "Kompeten",
            [
                "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
                "Membantu orang lain belajar",
                "Melaksanakan tugas dengan kualitas terbaik",
            ],
        ),
    ]
}
