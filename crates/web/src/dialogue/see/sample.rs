//! A talk as the samples of this floor show it, and its page in its states.

use super::view;
use crate::{form::Form, preview::Gallery};
use actions::dialogue::see::TalkPage;
use chrono::{Days, NaiveDate};
use domain::{
    decision::Text,
    dialogue::{Dialogue, Followup, Kind, Part, Side, State, Topic},
    ids::{DialogueId, EmployeeId},
};
use uuid::Uuid;

pub(in crate::dialogue) const EMPLOYEE: &str = "Ahmad Fauzi, A.Md.";
pub(in crate::dialogue) const PARTNER: &str = "Ratna Dewi Lestari, S.Kom.";

/// What there is to talk about.
pub(in crate::dialogue) fn agenda(today: NaiveDate) -> Vec<Topic> {
    let topic = |says: Text| Topic { says, link: "/skp".into() };
    vec![
        topic(
            Text::new("dialogue-topic-followup")
                .with("what", "Samakan penamaan berkas 2023-2024")
                .with("due", today + Days::new(3)),
        ),
        topic(Text::new("dialogue-topic-late").with("what", "Jumlah berkas yang terdigitalisasi")),
        topic(Text::new("dialogue-topic-obstacle").with("what", "Pemindai rusak sejak Senin")),
    ]
}

pub(in crate::dialogue) fn talk(gallery: &Gallery, kind: Kind, state: State) -> Dialogue {
    let (employee, rater) = (EmployeeId(Uuid::from_u128(200)), EmployeeId(Uuid::from_u128(201)));
    let counsellor = EmployeeId(Uuid::from_u128(205));
    let partner = if kind == Kind::Konseling { counsellor } else { rater };
    let mut talk = Dialogue {
        id: DialogueId(Uuid::from_u128(970)),
        kind,
        employee,
        partner: (state != State::Menunggu).then_some(partner),
        rater,
        superior: None,
        skp: None,
        evaluation: None,
        opened_by: rater,
        opened_at: gallery.now(),
        on: Some(gallery.today() + Days::new(2)),
        held_on: (state == State::Selesai).then(|| gallery.today()),
        cancelled_at: (state == State::Dibatalkan).then(|| gallery.now()),
        agenda: if kind.confidential() { Vec::new() } else { agenda(gallery.today()) },
        words: [(Part::Reason, "Pemindaian tertinggal dari rencana sejak Mei.".to_owned())].into(),
        adjust: kind == Kind::Bimbingan && state == State::Selesai,
        revisions: [1, 1],
    };
    if kind == Kind::Konseling {
        talk.words.insert(Part::Tried, "Sudah dibicarakan dua kali, 4 dan 18 Juni.".into());
    }
    let reported = talk.reported();
    if state != State::Menunggu {
        for part in [Part::Employee, Part::Problem, Part::Partner, Part::Result] {
            if Part::of_side(&talk, Side::Employee).chain(Part::of_side(&talk, Side::Partner)).any(|p| p == part) {
                talk.words.insert(part, "Kita pindahkan satu hari pemindaian ke loket kecamatan.".into());
            }
        }
    }
    if reported && state == State::Selesai {
        talk.words.insert(Part::Conclusion, "Pegawai memahami masalahnya; ditinjau lagi akhir Agustus.".into());
    }
    talk
}

pub(in crate::dialogue) fn samples(gallery: &mut Gallery) {
    use domain::{
        dialogue::parts::shown_to,
        ids::{AccountId, AgencyId, FollowupId},
        people::{Employee, Employment},
        permissions::Facts,
    };
    let person = |n: u128, name: &str| actions::Person {
        employee: Employee {
            id: EmployeeId(Uuid::from_u128(n)),
            nip: None,
            name: name.into(),
            employment: Employment::Pns,
            rank: String::new(),
        },
        post: None,
        unit: None,
        standing: None,
        line: None,
    };
    let found = |gallery: &Gallery, kind, state, side: Option<Side>| {
        let talk = talk(gallery, kind, state);
        let agreed = |what: &str, done| Followup {
            id: gallery.id::<FollowupId>(),
            dialogue: talk.id,
            what: what.into(),
            owner: talk.employee,
            due: gallery.today(),
            done_on: done,
        };
        let followups = vec![
            agreed("Samakan penamaan berkas 2023-2024 bersama Wahyu.", None),
            agreed("Pinjam pemindai dari bidang umum.", Some(gallery.today())),
        ];
        TalkPage {
            state,
            followups: if side.is_some() { followups } else { Vec::new() },
            employee: person(200, EMPLOYEE),
            partner: talk.partner.map(|_| person(201, PARTNER)),
            rater: person(201, PARTNER),
            side,
            whole: side.is_some(),
            may_appoint: state == State::Menunggu,
            indicators: Vec::new(),
            plan: None,
            talk,
        }
    };
    let page = |gallery: &Gallery, key| {
        let title = Text::new(key).with("name", EMPLOYEE);
        gallery.page_at("/dialog/1", title).under("/dialog", "nav-dialogue")
    };
    let shown = |gallery: &Gallery, key, found| view(page(gallery, key), found, Form::new(), Form::new(), Form::new());
    let planned = found(gallery, Kind::Dialog, State::Direncanakan, Some(Side::Partner));
    let own = found(gallery, Kind::Bimbingan, State::Direncanakan, Some(Side::Employee));
    let over = found(gallery, Kind::Bimbingan, State::Selesai, Some(Side::Employee));
    let both = found(gallery, Kind::Konseling, State::Selesai, Some(Side::Employee));
    let mut office = found(gallery, Kind::Konseling, State::Menunggu, None);
    let clerk = domain::account::Actor {
        agency: AgencyId(Uuid::nil()),
        account: AccountId(Uuid::nil()),
        employee: EmployeeId(Uuid::nil()),
        name: String::new(),
        roles: vec![domain::account::Role::PersonnelOffice],
    };
    office.talk = shown_to(office.talk, &clerk, &Facts::none());
    let mut wrong = Form::of([("what", "")]);
    wrong.fail("what", Text::new("dialogue-followup-empty"));
    wrong.fail("due", Text::new("form-required"));
    let again = found(gallery, Kind::Dialog, State::Direncanakan, Some(Side::Employee));
    let mended = view(page(gallery, "dialogue-title-dialog").with(&wrong), again, Form::new(), wrong, Form::new());
    let views = [
        ("", shown(gallery, "dialogue-title-dialog", planned)),
        ("salah", mended),
        ("bimbingan", shown(gallery, "dialogue-title-bimbingan", own)),
        ("bimbingan-selesai", shown(gallery, "dialogue-title-bimbingan", over)),
        ("konseling", shown(gallery, "dialogue-title-konseling", both)),
        ("konseling-kepegawaian", shown(gallery, "dialogue-title-konseling", office)),
    ];
    for (variant, view) in views {
        gallery.add("dialogue/see", variant, &view);
    }
}
