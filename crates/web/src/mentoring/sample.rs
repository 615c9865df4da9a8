//! A case as the samples of this floor show it.

use crate::preview::Gallery;
use actions::{
    Person,
    mentoring::{
        open::{Opening, Weak},
        pair::{Matching, Suggestion},
        see::CasePage,
    },
};
use chrono::{Days, Months};
use domain::{
    decision::{Citation, Reason, Text},
    ids::{EmployeeId, MentoringId, MentoringMeetingId, MentoringStepId},
    mentoring::{
        Case, Exit, Heard, Kind, Limits, Meeting, Outcome, Step, Weakness,
        course::{chances, fair_until},
        pairing::{self, Candidate, strong},
    },
    people::{Employee, Employment},
    policy::{Clause, permenpanrb},
    scheme::{
        follow::{Act, Programme},
        outlook::Proposal,
    },
};
use uuid::Uuid;

pub(super) const EMPLOYEE: &str = "Budi Santosajaya";
pub(super) const MENTOR: &str = "Tono Wibisana, S.Kom.";
const LIMITS: Limits = Limits { load: 3, gap: 100, months: 6, meetings: 2 };

fn employee(n: u128) -> EmployeeId {
    EmployeeId(Uuid::from_u128(700 + n))
}

fn person(n: u128, name: &str) -> Person {
    Person {
        employee: Employee {
            id: employee(n),
            nip: None,
            name: name.into(),
            employment: Employment::Pns,
            rank: String::new(),
        },
        post: None,
        unit: None,
        standing: None,
        line: None,
    }
}

fn cite() -> Citation {
    permenpanrb("Ps 21; Bab III.D")
}

pub(super) fn case(gallery: &Gallery) -> Case {
    let from = gallery.today() - Days::new(60);
    Case {
        id: MentoringId(Uuid::from_u128(790)),
        kind: Kind::Mentoring,
        employee: employee(1),
        rater: Some(employee(2)),
        superior: Some(employee(3)),
        proposal: None,
        because: Some(because()),
        reason: "Dua tahun berturut-turut di bawah rata-rata, terutama dalam ketepatan informasi.".into(),
        weaknesses: vec![
            Weakness { criterion: Some("ketepatan".into()), says: "Ketepatan informasi yang diberikan".into() },
            Weakness { criterion: None, says: "Menyusun jawaban tertulis".into() },
        ],
        heard: None,
        mentor: None,
        matched: None,
        from,
        review_on: from + Months::new(6),
        exit: None,
        by: employee(2),
        at: gallery.now(),
        revision: 1,
    }
}

fn because() -> Reason {
    let says = Text::new("scheme-follows")
        .with("programme", Programme::Mentoring.label())
        .with("text", "Program mentoring untuk menemukan kelemahan bersama pegawai.");
    Reason::new(says).cited(cite())
}

fn weak() -> Vec<pairing::Weak> {
    vec![pairing::Weak { code: "ketepatan".into(), name: "Ketepatan informasi".into(), level: Some(200) }]
}

fn candidate() -> Candidate {
    Candidate { levels: [("ketepatan".to_owned(), 400)].into(), load: 1 }
}

fn matched() -> Reason {
    let says = Text::new("mentoring-match-strong").with("load", 1_u32).with("limit", 3_u32);
    Reason { says, cite: Some(cite()), from: strong(&weak(), &candidate(), &LIMITS).1 }
}

fn warnings() -> Vec<Clause> {
    let says = "Sanksi dapat diberikan berdasarkan hasil evaluasi, menurut peraturan lain; tidak pernah otomatis";
    vec![Clause { code: "aturan-lain".into(), says: says.into(), cite: permenpanrb("Ps 33") }]
}

pub(super) fn opening(gallery: &Gallery) -> Opening {
    let proposal = |act| Proposal {
        rule: "mentoring".into(),
        criterion: None,
        act,
        programme: Programme::Mentoring,
        text: "Program mentoring untuk menemukan kelemahan bersama pegawai dan menyusun langkah perbaikan.".into(),
        because: because(),
    };
    let weak = |code: &str, name: &str, level, low| Weak { code: code.into(), name: name.into(), level, low };
    Opening {
        person: person(1, EMPLOYEE),
        proposals: vec![proposal(Act::Propose)],
        unknown: vec![proposal(Act::Require)],
        weak: vec![
            weak("ketepatan", "Ketepatan informasi yang diberikan", 200, true),
            weak("tenggat", "Menepati tenggat", 300, false),
        ],
        warnings: warnings(),
        running: Some(gallery.id()),
    }
}

pub(super) fn matching(gallery: &Gallery) -> Matching {
    let suggestion = Suggestion {
        person: person(4, MENTOR),
        load: 1,
        steps: strong(&weak(), &candidate(), &LIMITS).1,
        strength: 200,
    };
    Matching {
        case: case(gallery),
        name: EMPLOYEE.into(),
        weak: weak(),
        suggestions: vec![suggestion],
        limits: LIMITS,
        cite: cite(),
    }
}

fn steps(gallery: &Gallery) -> Vec<Step> {
    let step = |n: u128, what: &str, done: bool| Step {
        id: MentoringStepId(Uuid::from_u128(800 + n)),
        case: case(gallery).id,
        what: what.into(),
        due: gallery.today() + Days::new(7),
        done_on: done.then(|| gallery.today()),
        note: if done { "Sudah dibaca bersama; tiga contoh dibahas.".into() } else { String::new() },
        by: employee(4),
        at: gallery.now(),
    };
    vec![step(1, "Membaca pedoman jawaban bersama pendamping", true), step(2, "Menyusun lima jawaban sendiri", false)]
}

fn meeting(gallery: &Gallery) -> Meeting {
    Meeting {
        id: MentoringMeetingId(Uuid::from_u128(810)),
        case: case(gallery).id,
        on: gallery.today() - Days::new(20),
        place: "Ruang layanan".into(),
        talked: "Membahas dua jawaban yang keliru dan sebabnya.".into(),
        next: "Menyusun jawaban contoh.".into(),
        by: employee(4),
        at: gallery.now(),
    }
}

/// The page while it runs, as its rater; as the employee before being heard; once it is over; an improvement plan.
pub(super) fn pages(gallery: &Gallery) -> Vec<(&'static str, CasePage)> {
    let heard = Heard {
        says: "Saya belum paham bagian mana yang boleh dibuka kepada pemohon.".into(),
        help: "Contoh jawaban yang benar.".into(),
        at: gallery.now(),
    };
    let running = Case { heard: Some(heard), mentor: Some(employee(4)), matched: Some(matched()), ..case(gallery) };
    let page = |case: Case, steps: Vec<Step>, meetings: Vec<Meeting>, (speaks, writes, manages)| {
        let people = [(1, EMPLOYEE), (2, "Sari Puspaningrum, M.I.Kom."), (4, MENTOR)];
        CasePage {
            state: case.state(gallery.today()),
            person: Some(person(1, EMPLOYEE)),
            people: people.iter().map(|(n, name)| (employee(*n), person(*n, name))).collect(),
            names: people.iter().map(|(n, name)| (employee(*n), (*name).to_owned())).collect(),
            chances: chances(&case, &steps, &meetings, &LIMITS, gallery.today()),
            fair_until: fair_until(&case, &LIMITS),
            cite: cite(),
            warnings: if case.kind == Kind::Perbaikan { warnings() } else { Vec::new() },
            speaks,
            writes,
            manages,
            steps,
            meetings,
            case,
        }
    };
    let exit = Exit {
        outcome: Outcome::Membaik,
        says: "Jawaban tiga bulan terakhir lengkap dan tepat.".into(),
        by: employee(2),
        at: gallery.now(),
    };
    let over = Case { exit: Some(exit), ..running.clone() };
    let plan = Case { kind: Kind::Perbaikan, because: None, ..case(gallery) };
    vec![
        ("", page(running, steps(gallery), vec![meeting(gallery)], (false, true, true))),
        ("pegawai", page(case(gallery), Vec::new(), Vec::new(), (true, false, false))),
        ("selesai", page(over, steps(gallery), vec![meeting(gallery)], (false, false, false))),
        ("perbaikan", page(plan, Vec::new(), Vec::new(), (false, false, true))),
    ]
}
