//! Training as the samples of this floor show it.

use crate::{
    development::sample::{found, hours, line, person},
    form::Form,
    preview::Gallery,
};
use actions::training::{
    catalogue::{ProgramPage, Row, SessionRow},
    effect::Effect,
    mine::{Mine, NameRow as OwnName, Waiting, WaitingRow},
    need::{Asked, NeedPage},
    recommend::{Advice, AdvicePage},
    session::{NameRow, SessionPage},
};
use chrono::Days;
use domain::{
    decision::Text,
    development::profile::Standing as Level,
    evaluation::Rhythm,
    ids::EmployeeId,
    time::DateRange,
    training::{
        Build, Kind, Nomination, Program, Record, Session,
        need::{Analysis, Line, Need},
        nominate::{Standing, Word},
        recommend::{Offer, recommend},
        record::Certificate,
    },
};
use std::collections::BTreeMap;

pub(super) const NAME: &str = "Komunikasi publik";
pub(super) use crate::development::sample::MEMBER;

pub(super) fn program(gallery: &Gallery) -> Program {
    Program {
        id: gallery.id(),
        code: "KOM-1".into(),
        name: NAME.into(),
        kind: Kind::Teknis,
        provider: "Balai Pelatihan Provinsi".into(),
        hours: 16,
        cost: 1_500_000,
        capacity: 20,
        builds: vec![Build { criterion: "keterampilan-komunikasi".into(), level: 3 }],
        about: "Berbicara di depan warga, mendengarkan, dan menjawab keluhan.".into(),
        retired: false,
        revision: 1,
    }
}

fn session(gallery: &Gallery, program: &Program, capacity: u32) -> Session {
    let from = gallery.today() + Days::new(30);
    let dates = DateRange { from, until: Some(from + Days::new(1)) };
    Session { id: gallery.id(), program: program.id, dates, place: "Aula BKPSDM".into(), capacity, cancelled_on: None }
}

fn builds() -> Vec<(String, u8)> {
    vec![("Keterampilan komunikasi".into(), 3)]
}

pub(super) fn rows(gallery: &Gallery) -> Vec<Row> {
    let (one, free) = (program(gallery), program(gallery));
    let free = Program {
        name: "Belajar mandiri pengelolaan data".into(),
        cost: 0,
        retired: true,
        kind: Kind::Mandiri,
        ..free
    };
    vec![
        Row { next: Some(session(gallery, &one, 20)), builds: builds(), program: one },
        Row { next: None, builds: Vec::new(), program: free },
    ]
}

fn nomination(gallery: &Gallery, session: &Session, standing: Standing) -> Nomination {
    let word = |yes| Word {
        by: gallery.id(),
        at: gallery.now(),
        yes,
        reason: if yes { String::new() } else { "Kuota tahun ini untuk petugas loket.".into() },
    };
    let admitted =
        matches!(standing, Standing::Diterima | Standing::DaftarTunggu | Standing::Hadir | Standing::TidakHadir);
    Nomination {
        id: gallery.id(),
        session: session.id,
        employee: gallery.id(),
        by: gallery.id(),
        at: gallery.now(),
        why: "Komunikasi 2 dari 3, dan tiga umpan balik menyebutnya.".into(),
        proposal: None,
        support: (standing != Standing::Diajukan).then(|| word(true)),
        admission: if admitted { Some(word(true)) } else { (standing == Standing::Ditolak).then(|| word(false)) },
        queued_at: (standing == Standing::DaftarTunggu).then(|| gallery.now()),
        withdrawn_at: None,
        attended: None,
    }
}

pub(super) fn programs(gallery: &Gallery) -> Vec<(&'static str, ProgramPage)> {
    let program = program(gallery);
    let session = session(gallery, &program, 20);
    let effect = |name: &str, beside| Effect {
        criterion: "komunikasi".into(),
        name: name.into(),
        took_part: 18,
        compared: 40,
        own: Some((210, 280)),
        beside,
    };
    let own = nomination(gallery, &session, Standing::Diterima);
    let full = ProgramPage {
        builds: builds(),
        sessions: vec![SessionRow { session, placed: 20, queued: 3, own: Some(own) }],
        effect: Some(vec![
            effect("Keterampilan komunikasi", Some((42, Some((18, 66))))),
            effect("Sikap kolaboratif", Some((10, Some((-12, 30))))),
            Effect { own: None, took_part: 3, ..effect("Etika kerja", None) },
        ]),
        manages: true,
        program: program.clone(),
    };
    let bare = ProgramPage { builds: Vec::new(), sessions: Vec::new(), effect: None, manages: false, program };
    vec![("", full), ("kosong", bare)]
}

pub(super) fn sessions(gallery: &Gallery) -> Vec<(&'static str, SessionPage, Form)> {
    let program = program(gallery);
    let session = session(gallery, &program, 2);
    let row = |standing| NameRow {
        nomination: nomination(gallery, &session, standing),
        name: MEMBER.into(),
        by: "Sri Wahyuni, S.E.".into(),
        standing,
        supports: standing == Standing::Diajukan,
        admits: standing == Standing::Didukung,
        withdraws: standing == Standing::Diterima,
        attends: standing == Standing::Diterima,
    };
    let people: Vec<(EmployeeId, String)> = vec![(gallery.id(), MEMBER.into())];
    let full = SessionPage {
        builds: builds(),
        placed: 2,
        names: [Standing::Diajukan, Standing::Didukung, Standing::Diterima, Standing::DaftarTunggu, Standing::Ditolak]
            .map(row)
            .into(),
        people: people.clone(),
        anybody: true,
        takes: true,
        manages: true,
        program: program.clone(),
        session: session.clone(),
    };
    let mut wrong = Form::of([("why", "ingin")]);
    wrong.fail("why", Text::new("training-why-short").with("min", 15_i64));
    let off = Session { cancelled_on: Some(gallery.today()), ..session };
    let called_off = SessionPage {
        builds: Vec::new(),
        placed: 0,
        names: Vec::new(),
        people,
        anybody: false,
        takes: false,
        manages: false,
        program,
        session: off,
    };
    vec![("", full, wrong), ("batal", called_off, Form::new())]
}

fn record(gallery: &Gallery) -> Record {
    let from = gallery.today() - Days::new(40);
    Record {
        id: gallery.id(),
        employee: gallery.id(),
        nomination: None,
        program: None,
        name: NAME.into(),
        kind: Kind::Teknis,
        provider: "Balai Pelatihan Provinsi".into(),
        hours: 8,
        dates: DateRange { from, until: Some(from) },
        passed: None,
        certificate: Some(Certificate {
            number: "12/BP/2026".into(),
            valid_until: Some(gallery.today() - Days::new(1)),
            file: None,
        }),
        by: gallery.id(),
        at: gallery.now(),
        verified: Some((gallery.id(), gallery.now())),
        refused: None,
    }
}

pub(super) fn mine(gallery: &Gallery, own: bool) -> Mine {
    let program = program(gallery);
    let session = session(gallery, &program, 20);
    let name =
        OwnName { nomination: nomination(gallery, &session, Standing::DaftarTunggu), session, program: program.name };
    let waits = Record { verified: None, certificate: None, ..record(gallery) };
    let why = Some("Sertifikatnya belum dilampirkan.".to_owned());
    let refused = Record { refused: why, ..waits.clone() };
    Mine {
        person: person(gallery),
        year: 2026,
        hours: hours(own),
        verified: 8,
        names: if own { vec![name] } else { Vec::new() },
        records: if own { vec![record(gallery), waits, refused] } else { Vec::new() },
        own,
    }
}

pub(super) fn waiting(gallery: &Gallery) -> Waiting {
    let program = program(gallery);
    let waits = Record { verified: None, ..record(gallery) };
    Waiting {
        records: vec![WaitingRow { record: waits, name: MEMBER.into() }],
        sessions: vec![(session(gallery, &program, 20), program.name, 3)],
    }
}

pub(super) fn advice(gallery: &Gallery) -> Vec<(&'static str, AdvicePage)> {
    let program = program(gallery);
    let session = session(gallery, &program, 20);
    let weak = line("Keterampilan komunikasi", Some(200), Some(3), Level::Short(100));
    let (programs, sessions) = ([program.clone()], [(session.clone(), 4)]);
    let offer = Offer { programs: &programs, sessions: &sessions, followed: &[], today: gallery.today() };
    let none = Offer { programs: &[], sessions: &[], followed: &[], today: gallery.today() };
    let lines = vec![
        recommend(&weak, Some(3), offer),
        recommend(&line("Etika kerja", Some(150), Some(3), Level::Short(150)), None, none),
    ];
    let full = Advice {
        lines,
        programs: BTreeMap::from([(program.id, program)]),
        sessions: BTreeMap::from([(session.id, session)]),
    };
    let page =
        |advice, own| AdvicePage { person: person(gallery), found: found(gallery, true), advice, own, nominates: true };
    vec![("", page(full, false)), ("kosong", page(Advice::default(), true))]
}

pub(super) fn needs(gallery: &Gallery) -> Vec<(&'static str, NeedPage)> {
    let program = program(gallery);
    let employee: EmployeeId = gallery.id();
    let need = Need { employee, unit: gallery.id(), criterion: "komunikasi".into(), level: 150, target: 3, short: 150 };
    let line = |criterion: &str, program, first| Line {
        criterion: criterion.into(),
        people: 31,
        short: 3_400,
        worst: 150,
        program,
        funded: 20,
        cost: 30_000_000,
        first,
    };
    let analysis = Analysis {
        lines: vec![line("komunikasi", Some(program.id), vec![need]), line("etika", None, Vec::new())],
        people: 44,
        whole: 46_500_000,
        spent: 30_000_000,
        without: 31,
    };
    let empty = NeedPage {
        asked: Asked::default(),
        period: None,
        analysis: Analysis::default(),
        criteria: BTreeMap::new(),
        programs: BTreeMap::new(),
        people: BTreeMap::new(),
        known: 0,
        without: 0,
        unrated: 0,
        no_standard: 0,
        performance: 0,
        units: Vec::new(),
    };
    let full = NeedPage {
        asked: Asked { year: Some(2025), budget: Some(30_000_000), unit: None },
        period: Some(crate::assessment::line::sample::period(Rhythm::Tahunan, 1)),
        analysis,
        criteria: BTreeMap::from([("komunikasi".to_owned(), "Keterampilan komunikasi".to_owned())]),
        programs: BTreeMap::from([(program.id, program)]),
        people: BTreeMap::from([(employee, (MEMBER.to_owned(), "Bidang IKP".to_owned()))]),
        known: 212,
        without: 6,
        unrated: 14,
        no_standard: 9,
        performance: 5,
        units: Vec::new(),
    };
    vec![("", full), ("kosong", empty)]
}
