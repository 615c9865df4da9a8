//! Each view with an invented office that serves family cards.

use super::{
    file::FilePage,
    form::{FormPage, ThanksPage},
    list::ListPage,
    paper::PaperPage,
    publication::PublicationPage,
    result::ResultView,
    round::RoundPage,
    service::WritePage,
    ticket::TicketPage,
    words::WordsView,
};
use crate::{
    form::Form,
    layout::{Pages, nav::Standing},
    page::Page,
    preview::Gallery,
    words::Says,
};
use actions::{
    Page as ListOf,
    people::import::BadRow,
    survey::{
        import::Taken,
        publish::{Publication, Published},
        result::SurveyResult,
        see::{Beside, Group, ResultPage, ServiceRow, SurveyPage, WordsPage},
    },
};
use chrono::{Days, TimeDelta};
use domain::{
    amount::Amount,
    decision::{Refusal, Text},
    people::{Agency, Unit},
    survey::{
        Answers, Channel, Count, Outcome, Profile, Question, Round, Said, Service, Tally, Unsur, Weight, guard::Batch,
    },
    time::{DateRange, TimeZone},
};
use std::{collections::BTreeMap, sync::Arc};

struct Office {
    unit: Unit,
    service: Service,
    round: Round,
    result: SurveyResult,
    said: Said,
}

fn office(gallery: &Gallery) -> Office {
    let unit = Unit {
        id: gallery.id(),
        parent: None,
        code: "LOKET".into(),
        name: "Bidang Pelayanan Pendaftaran Penduduk".into(),
    };
    let service = Service {
        id: gallery.id(),
        unit: unit.id,
        code: "kartu-keluarga".into(),
        name: "Penerbitan kartu keluarga".into(),
        users: 420,
        tickets: true,
        pace: 30,
        kiosk_key: "a1b2c3d4e5".into(),
        questions: vec![
            Question { code: "antre".into(), text: "Apakah antrean tertib?".into(), scale: true },
            Question { code: "ruang".into(), text: "Apa yang kurang di ruang tunggu?".into(), scale: false },
        ],
        retired: false,
    };
    let today = gallery.today();
    let round = Round {
        id: gallery.id(),
        name: "Semester II 2026".into(),
        dates: DateRange { from: today - Days::new(6), until: today.checked_add_days(Days::new(80)) },
        weight: Weight::Ninth,
        smallest: 10,
        salt: String::new(),
        closed_at: None,
    };
    let said = |pattern: &str, words: &str| Said {
        id: gallery.id(),
        round: round.id,
        service: service.id,
        at: gallery.now() - TimeDelta::hours(3),
        channel: Channel::Link,
        answers: Answers::from_pattern(pattern).unwrap_or_else(|| unreachable!("nine digits")),
        profile: Profile::read(|family| match family {
            "umur" => "26-35",
            "kelamin" => "perempuan",
            _ => "",
        })
        .unwrap_or_default(),
        words: words.into(),
        extra: BTreeMap::from([("antre".into(), "3".into())]),
    };
    let all: Vec<Tally> = [("343434343", 40), ("333343333", 90), ("443434424", 61)]
        .iter()
        .flat_map(|(pattern, n)| std::iter::repeat_n(Tally::of(&said(pattern, "")), *n))
        .collect();
    let tally = Tally::sum(&all);
    let result = SurveyResult {
        outcome: Outcome::of(&tally, round.weight),
        interval: Some((Amount(822_900), Amount(831_400))),
        round: round.clone(),
        population: 420,
        needed: 201,
        tally,
    };
    let said = said("343434343", "Kursi di ruang tunggu kurang, ibu hamil berdiri.");
    Office { unit, service, round, result, said }
}

fn batch(gallery: &Gallery) -> Batch {
    let answers = Answers::from_pattern("444444444").unwrap_or_else(|| unreachable!("nine digits"));
    Batch { minute: gallery.now() - TimeDelta::hours(5), answers, n: 7 }
}

fn staff_page(gallery: &Gallery, title: impl Says) -> Page {
    let standing = Standing { plans: true, leads: true, oversees: true, ..Standing::default() };
    let shell = gallery.shell_of("Wiryo Sastrowibowo, S.Sos.", standing);
    crate::session::Shell { path: "/survei".into(), ..shell }.page(title)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    public(gallery);
    kept(gallery);
    results(gallery);
    taken_in(gallery);
}

fn public(gallery: &mut Gallery) {
    let Office { service, round, result, unit, .. } = office(gallery);
    let agency = "Pemerintah Kabupaten Nusa Raya".to_owned();
    let title = || Text::new("survey-form-title").with("service", "Penerbitan kartu keluarga");
    let mut wrong = Form::of([("u1", "3"), ("u2", "4"), ("saran", "Kursinya kurang.")]);
    wrong.fail("u3", Text::new("survey-answer-missing").with("unsur", Unsur::Waktu.label()));
    wrong.fail("ticket", Text::new("survey-ticket-unknown"));
    let closed = Refusal::rule(Text::new("survey-not-now")).next(Text::new("survey-not-now-next"));
    for (variant, form, closed) in
        [("", Form::new(), None), ("salah", wrong, None), ("tutup", Form::new(), Some(closed))]
    {
        let page = gallery.guest_page(title()).with(&form);
        let (agency, service) = (agency.clone(), service.clone());
        let action = "/skm/nusa-raya/kartu-keluarga".into();
        gallery.add("survey/form", variant, &FormPage { page, form, agency, service, action, closed });
    }
    for (variant, again) in [("", None), ("kios", Some("/skm/nusa-raya/kartu-keluarga/kios/a1b2".to_owned()))] {
        let page = gallery.guest_page("survey-thanks-title");
        let results = "/skm/nusa-raya".into();
        gallery.add("survey/thanks", variant, &ThanksPage { page, agency: agency.clone(), again, results });
    }
    let named = Agency {
        id: gallery.id(),
        name: agency.clone(),
        time_zone: TimeZone::Wit,
        scheme: "bengkulu".into(),
        seat: "Nusa Raya".into(),
    };
    let other = Service { name: "Akta kematian".into(), code: "akta-kematian".into(), ..service.clone() };
    let groups = vec![
        (Group { band: ("umur", "26-35"), count: Count { n: 130, points: 3_900 } }, true),
        (Group { band: ("umur", "56"), count: Count { n: 4, points: 110 } }, false),
    ];
    let full = Publication {
        agency: Arc::new(named.clone()),
        rounds: vec![round.clone()],
        whole: Some(result.clone()),
        round: Some(round),
        services: vec![
            Published { service, unit: unit.name.clone(), result: Some(result) },
            Published { service: other, unit: unit.name, result: None },
        ],
        groups,
    };
    let none = Publication {
        agency: Arc::new(named),
        rounds: Vec::new(),
        whole: None,
        round: None,
        services: Vec::new(),
        groups: Vec::new(),
    };
    for (variant, found) in [("", full), ("kosong", none)] {
        let page = gallery.guest_page(Text::new("survey-publication-title").with("agency", agency.as_str()));
        gallery.add("survey/publication", variant, &PublicationPage { page, found, path: "/skm/nusa-raya".into() });
    }
}

fn kept(gallery: &mut Gallery) {
    let Office { unit, service, round, result, .. } = office(gallery);
    let row = ServiceRow { service: service.clone(), unit: unit.clone(), result: Some(result) };
    let full = SurveyPage {
        rounds: vec![round.clone(), Round { name: "Semester I 2026".into(), id: gallery.id(), ..round.clone() }],
        round: Some(round),
        rows: vec![row.clone(), ServiceRow { result: None, ..row }],
        may_rounds: true,
        may_services: true,
        may_read: true,
    };
    let none = SurveyPage {
        rounds: Vec::new(),
        round: None,
        rows: Vec::new(),
        may_rounds: false,
        may_services: false,
        may_read: false,
    };
    for (variant, found) in [("", full), ("kosong", none)] {
        let page = staff_page(gallery, "survey-title");
        gallery.add("survey/list", variant, &ListPage { page, found, public: "/skm/nusa-raya".into() });
    }
    let mut form = Form::of([("name", "Kartu keluarga"), ("code", "Kartu Keluarga"), ("pace", "30")]);
    form.fail("code", Text::new("survey-service-code-form"));
    let page = staff_page(gallery, "survey-service-new").with(&form);
    gallery.add("survey/service", "", &WritePage { page, form, id: None, units: vec![unit] });
    let mut form = Form::of([("name", "Semester I 2027"), ("from", "2027-02-01"), ("weight", "1/9")]);
    form.fail("until", Text::new("survey-round-until"));
    let page = staff_page(gallery, "survey-round-new").with(&form);
    gallery.add("survey/round", "", &RoundPage { page, form });
    let codes = ["7KQ2MB4X", "P9D3WT6H"].map(str::to_owned).to_vec();
    let (page, form) = (staff_page(gallery, "survey-tickets-title"), Form::of([("n", "40")]));
    gallery.add("survey/ticket", "", &TicketPage { page, form, service, codes });
}

fn results(gallery: &mut Gallery) {
    let Office { unit, service, round, result, said } = office(gallery);
    let outcome = result.outcome.clone();
    let full = ResultPage {
        service: Some(service.clone()),
        unit: unit.clone(),
        rounds: vec![round.clone()],
        trend: vec![
            (Round { name: "Sem. I 2026".into(), ..round.clone() }, outcome.clone()),
            (Round { name: "Sem. II 2026".into(), ..round.clone() }, outcome.clone()),
        ],
        beside: vec![
            Beside { name: unit.name.clone(), unit: unit.id, outcome: outcome.clone() },
            Beside { name: "Bidang Pencatatan Sipil".into(), unit: gallery.id(), outcome },
        ],
        groups: vec![Group { band: ("umur", "26-35"), count: Count { n: 191, points: 5_700 } }],
        batches: vec![batch(gallery)],
        may_manage: true,
        result: Some(result.clone()),
    };
    let none = ResultPage {
        service: None,
        rounds: Vec::new(),
        result: None,
        trend: Vec::new(),
        beside: Vec::new(),
        groups: Vec::new(),
        batches: Vec::new(),
        may_manage: false,
        ..full.clone()
    };
    let public = Some("/skm/nusa-raya/kartu-keluarga".to_owned());
    for (variant, found, public) in [("", full, public), ("unit-kosong", none, None)] {
        let page = staff_page(gallery, "survey-result");
        gallery.add("survey/result", variant, &ResultView { page, found, path: "/survei/layanan/1".into(), public });
    }
    let rows = ListOf { rows: vec![said], total: 1, page: 1, per_page: 50 };
    let found = WordsPage { service, round, said: rows, batches: vec![batch(gallery)] };
    let pages = Pages::new("/survei/layanan/1/suara?halaman=", 1, 1, 50);
    let page = staff_page(gallery, "survey-words-title");
    gallery.add("survey/words", "", &WordsView { page, found, pages });
}

fn taken_in(gallery: &mut Gallery) {
    let Office { service, round, .. } = office(gallery);
    let mut wrong = Form::of([("lembar.0.nilai", "34343434"), ("lembar.1.nilai", "444433344")]);
    wrong.fail("lembar.0.nilai", Text::new("survey-sheet-nine").with("n", 8_i64));
    for (variant, form, rounds) in [("", wrong, vec![round.clone()]), ("tutup", Form::new(), Vec::new())] {
        let page = staff_page(gallery, "survey-paper-title").with(&form);
        gallery.add("survey/paper", variant, &PaperPage { page, form, service: service.clone(), rounds });
    }
    let bad = BadRow {
        row: 17,
        column: "u4".into(),
        value: "5".into(),
        says: Text::new("survey-answer-outside").with("unsur", Unsur::Biaya.label()).with("typed", "5"),
    };
    let taken = Taken { total: 120, added: 118, known: 1, bad: vec![bad] };
    for (variant, taken) in [("", None), ("hasil", Some(taken))] {
        let page = staff_page(gallery, "survey-file-title");
        let (form, service, rounds) = (Form::new(), service.clone(), vec![round.clone()]);
        gallery.add("survey/file", variant, &FilePage { page, form, service, rounds, taken });
    }
}
