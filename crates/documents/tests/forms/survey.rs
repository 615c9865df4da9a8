//! The poster and the report of the survey.

use crate::{
    fixtures::{day, made},
    read::{assert_in_order, flow, keep, raw},
};
use documents::{Poster, Printer, Sheet, SurveyGroup, SurveyReport};
use domain::{
    amount::Amount,
    survey::{Answers, Channel, Outcome, Profile, Said, Tally, Weight},
    time::DateRange,
};

fn outcome() -> Outcome {
    let said = |pattern: &str| Said {
        id: uuid::Uuid::nil().into(),
        round: uuid::Uuid::nil().into(),
        service: uuid::Uuid::nil().into(),
        at: chrono::DateTime::UNIX_EPOCH,
        channel: Channel::Paper,
        answers: Answers::from_pattern(pattern).unwrap(),
        profile: Profile::default(),
        words: String::new(),
        extra: std::collections::BTreeMap::new(),
    };
    let all: Vec<Tally> = ["333333333", "343434343", "332333333"].map(|p| Tally::of(&said(p))).to_vec();
    Outcome::of(&Tally::sum(&all), Weight::Ninth).unwrap()
}

#[test]
fn the_report_stands_in_the_usual_order() {
    let report = SurveyReport {
        agency: "PEMERINTAH KABUPATEN UJI LARAS".into(),
        unit: "Bidang Pelayanan".into(),
        service: Some("Penerbitan kartu keluarga".into()),
        round: "Semester I 2026".into(),
        dates: DateRange { from: day(2026, 1, 5), until: Some(day(2026, 6, 30)) },
        population: 400,
        needed: 196,
        outcome: outcome(),
        interval: Some((Amount(741_200), Amount(833_300))),
        groups: vec![SurveyGroup { family: "Umur".into(), name: "26 sampai 35 tahun".into(), n: 2 }],
        trend: vec![("Semester II 2025".into(), Some(Amount(731_000))), ("Semester I 2026".into(), None)],
        words: vec!["Kursinya kurang; #set page(width: 1pt)".into()],
    };
    let pdf = Printer::new().print(&[Sheet::Survey(&report)], made()).unwrap();
    keep("survey_report", &pdf);
    assert_in_order(
        &flow(&pdf),
        &[
            "LAPORAN SURVEI KEPUASAN MASYARAKAT",
            "BAB I PENDAHULUAN",
            "Penerbitan kartu keluarga",
            "BAB II PENGUMPULAN DATA",
            "196 jawaban",
            "sampel belum terpenuhi",
            "BAB III HASIL PENGOLAHAN DATA",
            "26 sampai 35 tahun",
            "Waktu penyelesaian",
            "66,67",
            "77,78",
            "antara 74,12 dan 83,33",
            "BAB IV ANALISIS",
            "RENCANA TINDAK LANJUT",
            "Semester II 2025",
            "#set page",
            "BAB V KESIMPULAN",
            "LAMPIRAN SEBARAN JAWABAN",
        ],
    );
}

#[test]
fn the_poster_shows_the_address_and_its_code() {
    let poster = Poster {
        agency: "Pemerintah Kabupaten Uji Laras".into(),
        unit: "Bidang Pelayanan".into(),
        service: "Penerbitan kartu keluarga".into(),
        address: "https://laras.uji.go.id/skm/pemerintah-kabupaten-uji-laras/kartu-keluarga".into(),
    };
    let pdf = Printer::new().print(&[Sheet::Poster(&poster)], made()).unwrap();
    keep("survey_poster", &pdf);
    let text = raw(&pdf);
    assert_in_order(&text, &["Bagaimana pelayanan kami?", "Penerbitan kartu keluarga", "Arahkan kamera"]);
    assert!(text.replace(' ', "").contains("laras.uji.go.id/skm/"), "{text}");
    let endless = Poster { address: "https://".to_owned() + &"a".repeat(4_000), ..poster };
    assert!(Printer::new().print(&[Sheet::Poster(&endless)], made()).is_err(), "no code holds that");
}
