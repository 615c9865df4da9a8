//! What the samples of this room are made of.

use crate::preview::Gallery;
use actions::{
    Person, TalentMap, TalentPlace,
    talent::career::{Career, Indicator, Training, Words},
};
use domain::{
    decision::{Certainty, Citation, Reason, Text},
    ids::{EmployeeId, PotentialId, SkillId, TalentMapId, UnitId},
    people::{Employee, Employment, Unit},
    talent::{
        Met,
        boxes::{BoxRule, Part, Performance, Placement, Potential, PotentialRating},
        eligibility::{Check, Eligibility, Track},
        jpm::{Jpm, Level, jpm},
        skill::{Field, Skill},
    },
};
use uuid::Uuid;

pub(super) const NAME: &str = "Tono Wibisana, S.Kom.";
pub(super) const OFFICE: &str = "Wiryo Sastrowibowo, S.Sos.";

pub(super) fn employee(n: u128) -> EmployeeId {
    EmployeeId(Uuid::from_u128(600 + n))
}

pub(super) fn unit() -> Unit {
    Unit { id: UnitId(Uuid::from_u128(60)), parent: None, code: "DISDIK".into(), name: "Dinas Pendidikan".into() }
}

pub(super) fn person(n: u128, name: &str) -> Person {
    Person {
        employee: Employee {
            id: employee(n),
            nip: None,
            name: name.into(),
            employment: Employment::Pns,
            rank: String::new(),
        },
        post: None,
        unit: Some(unit()),
        standing: None,
        line: None,
    }
}

pub(super) fn cite() -> Citation {
    Citation {
        policy: "permenpanrb-3-2020".into(),
        article: "Kotak manajemen talenta".into(),
        certainty: Certainty::Secondary,
    }
}

pub(super) fn boxes() -> Vec<BoxRule> {
    let numbers = [[1, 3, 6], [2, 5, 8], [4, 7, 9]];
    let rows = Performance::ALL.iter().enumerate();
    rows.flat_map(|(row, performance)| {
        Potential::ALL.iter().enumerate().map(move |(column, potential)| {
            let number = numbers[row][column];
            let advice = vec!["Pengembangan kompetensi".to_owned(), "Penempatan yang sesuai".to_owned()];
            BoxRule { number, performance: *performance, potential: *potential, advice, pool: number >= 7 }
        })
    })
    .collect()
}

pub(super) fn map(gallery: &Gallery) -> TalentMap {
    TalentMap {
        id: TalentMapId(Uuid::from_u128(650)),
        on: gallery.today(),
        policy: "permenpanrb-3-2020@1".into(),
        by: employee(9),
        at: gallery.now(),
    }
}

pub(super) fn place(gallery: &Gallery) -> TalentPlace {
    let potential = Text::new("talent-potential-is")
        .with("class", Potential::Tinggi.label())
        .with("score", domain::amount::Amount::whole(87))
        .with("known", 100_i64);
    let part = Text::new("talent-part-unknown").with("part", Part::RekamJejak.label()).with("weight", 20_u32);
    let because = Reason {
        says: Text::new("talent-box-is").with("box", 9_u32),
        cite: Some(cite()),
        from: vec![Reason { says: potential, cite: Some(cite()), from: vec![Reason::new(part)] }],
    };
    TalentPlace {
        map: map(gallery).id,
        employee: employee(1),
        unit: Some(unit().id),
        placement: Placement {
            performance: Some(Performance::Diatas),
            score: Some(8_700),
            potential: Some(Potential::Tinggi),
            number: Some(9),
        },
        because,
    }
}

pub(super) fn rating(gallery: &Gallery) -> PotentialRating {
    PotentialRating {
        id: PotentialId(Uuid::from_u128(660)),
        employee: employee(1),
        assessment: Some(9_000),
        track_record: None,
        on: gallery.today(),
        source: "Pusat asesmen provinsi, simulasi".into(),
        reason: "Menyusun rencana dan membagi tugas dengan jelas.".into(),
        by: employee(9),
        at: gallery.now(),
    }
}

pub(super) fn levels() -> Vec<Level> {
    let level = |name: &str, have| Level { code: name.to_lowercase(), name: name.into(), have, need: 3 };
    vec![level("Komunikasi", Some(200)), level("Kerja sama", Some(350)), level("Pelayanan publik", None)]
}

pub(super) fn matched() -> Jpm {
    jpm(&levels())
}

/// Conditions that are met, not met and unknown.
pub(super) fn eligibility(track: Track) -> Eligibility {
    let check = |code: &str, says: &str, met, found, from| Check {
        code: code.into(),
        says: says.into(),
        met,
        found,
        cite: Citation {
            policy: "pp-11-2017".into(),
            article: "Kenaikan pangkat reguler".into(),
            certainty: Certainty::Secondary,
        },
        from,
    };
    let year = Text::new("talent-found-year-unknown").with("year", "2024");
    let label = domain::evaluation::Predikat::Baik.label();
    let years = Text::new("talent-found-years").with("least", label).with("years", 2_u32);
    let kind = Text::new("talent-employment-pns");
    let employment = Text::new("talent-found-employment").with("kind", kind);
    let rank = chrono::NaiveDate::from_ymd_opt(2024, 4, 1).unwrap_or_default();
    Eligibility {
        track,
        checks: vec![
            check("pns", "Berstatus PNS", Met::Yes, employment, Vec::new()),
            check(
                "empat-tahun",
                "Sekurang-kurangnya empat tahun dalam pangkat terakhir",
                Met::No,
                Text::new("talent-found-rank").with("since", rank),
                Vec::new(),
            ),
            check(
                "predikat",
                "Predikat kinerja paling rendah Baik dalam dua tahun terakhir",
                Met::Unknown,
                years,
                vec![Reason::new(year)],
            ),
        ],
    }
}

pub(super) fn fields() -> Vec<Field> {
    let field = |code: &str, name: &str| Field {
        code: code.into(),
        name: name.into(),
        words: Vec::new(),
        criteria: Vec::new(),
    };
    vec![field("tik", "Teknologi informasi dan komunikasi"), field("data", "Pengolahan data dan statistik")]
}

/// What stands beside the results of somebody's years: everything, or nothing.
pub(crate) fn career(gallery: &Gallery, full: bool) -> Career {
    let indicator = Indicator {
        year: 2025,
        text: "Persentase permohonan yang dijawab tepat waktu".into(),
        target: "95 persen".into(),
        realised: Some(domain::amount::Amount::whole(92)),
        share: Some(9_684),
    };
    let words = Words {
        year: 2025,
        good: "Arsipnya selalu siap sebelum rapat.".into(),
        improve: "Kabari tim bila loket terlambat mengirim.".into(),
        advice: "Sepakati jam kirim bersama loket.".into(),
    };
    let skill = Skill {
        id: SkillId(Uuid::from_u128(695)),
        employee: employee(1),
        field: "tik".into(),
        level: 4,
        proof: "Membuat dasbor data sekolah.".into(),
        shared: true,
        at: gallery.now(),
        ended_on: None,
    };
    let training = Training { name: "Analisis data dasar".into(), year: 2025, hours: 24 };
    let some = |there: bool| usize::from(there);
    Career {
        indicators: vec![indicator; some(full)],
        feedback: vec![words; some(full)],
        skills: vec![(fields()[0].name.clone(), skill); some(full)],
        trainings: vec![training; some(full)],
        jpm: if full { matched() } else { jpm(&[]) },
        levels: if full { levels() } else { Vec::new() },
        tracks: if full { Track::ALL.map(eligibility).to_vec() } else { Vec::new() },
        own: full,
    }
}
