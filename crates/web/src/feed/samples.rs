//! Each view with an invented office that answers requests for information.

use super::{
    counter::CounterView, file::FilePage, link::LinkView, list::ListPage, overview::OverviewPage, person::PersonView,
    row::RowView, rows::RowsView, source::WritePage, token::TokenPage,
};
use crate::{
    form::Form,
    layout::{Pages, nav::Standing},
    page::Page,
    preview::Gallery,
    words::Says,
};
use actions::{
    Fed, Page as ListOf,
    feed::{
        counter::CounterPage,
        import::{AT_ONCE, Taken},
        link::LinkPage,
        see::{FedRow, FeedPage, FeedsPage, Line},
        see_rows::{Names, PersonPage, RowPage, RowsPage},
    },
    people::import::BadRow,
};
use chrono::{Datelike, Days, Months, TimeDelta};
use domain::{
    amount::Amount,
    decision::{Decision, Reason, Text},
    discipline::Indication,
    feed::{Channel, Draft, Fact, Kind, Link, Measure, Row, Slice, Source, Token, Why},
    people::{Employee, Employment, Unit},
    plan::{Approach, Content, Form as PlanForm, Milestones, Skp},
    time::DateRange,
};

struct Office {
    fed: Fed,
    unit: Unit,
    employee: Employee,
    rows: Vec<Row>,
}

fn office(gallery: &Gallery) -> Office {
    let unit = Unit { id: gallery.id(), parent: None, code: "IKP".into(), name: "Bidang Informasi Publik".into() };
    let employee = Employee {
        id: gallery.id(),
        employment: Employment::Pns,
        nip: None,
        name: "Ratna Dewi Lestari, S.Kom.".into(),
        rank: "Penata (III/c)".into(),
    };
    let source = Source {
        id: gallery.id(),
        kind: Kind::Service,
        unit: unit.id,
        code: "ppid".into(),
        name: "Log permohonan informasi publik".into(),
        rhythm: 7,
        answer_days: 10,
        retired: false,
    };
    let now = gallery.now();
    let row = |n: i64, answered: Option<i64>, why: Why| {
        let received = now - TimeDelta::days(n);
        Row {
            id: gallery.id(),
            source: source.id,
            revision: u32::from(why == Why::Corrected),
            draft: Draft {
                code: format!("PPID-2026-{:04}", 412 - n),
                on: gallery.today() - Days::new(n as u64),
                employee: Some(employee.id),
                unit: Some(unit.id),
                item: "Informasi berkala".into(),
                fact: Fact::Request {
                    received,
                    due: gallery.today() - Days::new(n as u64) + Days::new(14),
                    answered: answered.map(|days| received + TimeDelta::days(days)),
                    correct: answered.map(|_| true),
                    complaint: false,
                },
            },
            why,
            reason: if why == Why::Corrected { "Tanggal jawaban salah ketik.".into() } else { String::new() },
            channel: Channel::Counter,
            by: Some(employee.id),
            at: now - TimeDelta::hours(n),
            replaced_at: None,
            took: None,
        }
    };
    let rows = vec![row(1, None, Why::New), row(4, Some(2), Why::Answered), row(9, Some(3), Why::Corrected)];
    Office { fed: Fed { source, made_at: now, last_at: Some(now - TimeDelta::days(9)) }, unit, employee, rows }
}

fn staff_page(gallery: &Gallery, title: impl Says) -> Page {
    let standing = Standing { plans: true, leads: true, oversees: true, feeds: true, ..Standing::default() };
    let shell = gallery.shell_of("Wiryo Sastrowibowo, S.Sos.", standing);
    crate::session::Shell { path: "/sumber-data".into(), ..shell }.page(title)
}

/// Its views.
pub fn samples(gallery: &mut Gallery) {
    kept(gallery);
    read(gallery);
    taken_in(gallery);
    linked(gallery);
}

fn kept(gallery: &mut Gallery) {
    let Office { fed, unit, employee, .. } = office(gallery);
    let row = |silent, reads| FedRow { fed: fed.clone(), unit: unit.name.clone(), silent, reads, enters: true };
    let full = vec![row(Some((gallery.today() - Days::new(9), 2)), true), row(None, false)];
    for (variant, rows) in [("", full), ("kosong", Vec::new())] {
        let found = FeedsPage { may_add: true, rows };
        gallery.add("feed/list", variant, &ListPage { page: staff_page(gallery, "feed-title"), found });
    }
    let mut wrong = Form::of([("kind", "layanan"), ("name", "Log"), ("code", "Log PPID"), ("rhythm", "7")]);
    wrong.fail("code", Text::new("feed-code-form"));
    wrong.fail("answer_days", Text::new("feed-answer-days"));
    for (variant, form, id) in [("", Form::new(), None), ("salah", wrong, Some(fed.source.id))] {
        let page = staff_page(gallery, "feed-new").with(&form);
        gallery.add("feed/source", variant, &WritePage { page, form, id, units: vec![unit.clone()] });
    }
    let token = |name: &str, revoked_at| Token {
        id: gallery.id(),
        source: fed.source.id,
        name: name.into(),
        made_by: employee.id,
        made_at: gallery.now() - TimeDelta::days(30),
        revoked_at,
    };
    let tokens = vec![token("Aplikasi PPID", None), token("Percobaan", Some(gallery.now()))];
    for (variant, fresh) in
        [("", None), ("baru", Some(format!("{}.{}", gallery.id::<uuid::Uuid>(), "5e1f".repeat(16))))]
    {
        let page = staff_page(gallery, "feed-tokens");
        let (source, tokens) = (fed.source.clone(), tokens.clone());
        gallery.add("feed/token", variant, &TokenPage { page, form: Form::new(), source, tokens, fresh });
    }
}

fn read(gallery: &mut Gallery) {
    let Office { fed, unit, employee, rows } = office(gallery);
    let month = |n: u32| gallery.today().with_day(1).unwrap_or_default() - Months::new(n);
    let line =
        |name: &str, n, amount| Line { name: name.into(), slice: Slice::default(), n, amount: Some(Amount(amount)) };
    let found = FeedPage {
        fed: fed.clone(),
        unit: unit.name.clone(),
        year: gallery.today().year(),
        n: 412,
        waiting: 7,
        figures: Kind::Service
            .measures()
            .zip([31_000, 24_000, 72_000, 934_000, 981_000, 4_050_000])
            .map(|(m, a)| (m, Some(Amount(a))))
            .collect(),
        shown: Measure::ResponseMean,
        trend: (0..6).rev().map(|n| (month(n), (n != 3).then_some(Amount(26_000 + i64::from(n) * 2_100)))).collect(),
        lines: [
            vec![line(&employee.name, 260, 28_000), line("Budi Santosa", 152, 36_000)],
            vec![line(&unit.name, 412, 31_000)],
            vec![line("Informasi berkala", 300, 25_000)],
        ],
        silent: Some((gallery.today() - Days::new(9), 2)),
        enters: true,
        manages: true,
    };
    let mut page = staff_page(gallery, "feed-title").under("/sumber-data", "feed-title");
    page.title.clone_from(&fed.source.name);
    gallery.add("feed/overview", "", &OverviewPage { page, found });

    let listed = |rows: &[Row]| RowsPage {
        fed: fed.clone(),
        rows: ListOf {
            rows: rows.iter().map(|row| (row.clone(), Some(1_300))).collect(),
            page: 1,
            per_page: 50,
            total: 412,
        },
        names: Names::none(),
        manages: true,
    };
    for (variant, rows) in [("", &rows[..]), ("kosong", &[])] {
        let (page, form) = (staff_page(gallery, "feed-rows"), Form::new());
        let pages = Pages::new("/sumber-data/1/baris?halaman=", 1, 412, 50);
        gallery.add("feed/rows", variant, &RowsView { page, found: listed(rows), form, pages });
    }
    let mut before = rows[2].clone();
    before.replaced_at = Some(gallery.now());
    before.why = Why::New;
    before.reason.clear();
    let cells = vec![
        ("nomor", "PPID-2026-0403".to_owned()),
        ("diterima", "2026-06-28 09:03".into()),
        ("dijawab", String::new()),
    ];
    let history = vec![before, rows[2].clone()];
    let mut wrong = Form::of([("nomor", "PPID-2026-0403"), ("dijawab", "2027-01-01")]);
    wrong.fail("dijawab", Text::new("feed-cell-future").with("typed", "2027-01-01"));
    wrong.fail("reason", Text::new("feed-correct-reason").with("min", 10_i64));
    for (variant, form) in [("", Form::of(cells.clone())), ("salah", wrong)] {
        let page = staff_page(gallery, "feed-row").with(&form);
        let found = RowPage {
            fed: fed.clone(),
            history: history.clone(),
            names: Names::none(),
            cells: cells.clone(),
            manages: true,
        };
        let id = history[1].id;
        gallery.add("feed/row", variant, &RowView { page, found, form, id });
    }
    let ladder = Decision {
        value: Indication { days: 4, rung: None, next_in: Some(3) },
        because: Reason::new(Text::new("discipline-below").with("days", 2))
            .resting_on([Reason::new(Text::new("discipline-decides-nothing"))]),
    };
    let found = PersonPage {
        fed: fed.clone(),
        employee,
        year: gallery.today().year(),
        figures: Kind::Attendance.measures().map(|measure| (measure, Some(Amount::whole(2)))).collect(),
        ladder: Some(ladder),
        rows: listed(&rows),
    };
    let page = gallery.page_at("/", "feed-person");
    let pages = Pages::new("/sumber-data/1/pegawai/1?halaman=", 1, 3, 50);
    gallery.add("feed/person", "", &PersonView { page, found, pages });
}

fn taken_in(gallery: &mut Gallery) {
    let Office { fed, rows, .. } = office(gallery);
    let bad = |row, column: &str, says| BadRow { row, column: column.into(), value: "2027-01-01".into(), says };
    let taken = Taken {
        dry: true,
        total: 120,
        added: 117,
        known: 1,
        bad: vec![
            bad(14, "dijawab", Text::new("feed-cell-future").with("typed", "2027-01-01")),
            bad(60, "", Text::new("feed-row-differs")),
        ],
    };
    for (variant, taken) in [("", None), ("dicoba", Some(taken))] {
        let (page, source) = (staff_page(gallery, "feed-file-title"), fed.source.clone());
        gallery.add("feed/file", variant, &FilePage { page, form: Form::new(), source, taken, at_once: AT_ONCE });
    }
    let mut wrong = Form::of([("item", "Informasi berkala"), ("code", "PPID-2026-0403")]);
    wrong.fail("code", Text::new("feed-row-differs"));
    for (variant, form, waiting) in [("", Form::new(), rows[..1].to_vec()), ("salah", wrong, Vec::new())] {
        let page = staff_page(gallery, "feed-counter").with(&form);
        let found = CounterPage { fed: fed.clone(), waiting, people: Vec::new() };
        gallery.add("feed/counter", variant, &CounterView { page, form, found });
    }
}

fn linked(gallery: &mut Gallery) {
    let Office { fed, unit, employee, .. } = office(gallery);
    let standing = crate::progress::line::sample(gallery).remove(2);
    let skp = Skp {
        id: gallery.id(),
        employee: employee.id,
        year: 2026,
        dates: DateRange::year(2026),
        form: PlanForm::JaJf,
        approach: Approach::Kuantitatif,
        post: gallery.id(),
        unit: unit.id,
        rater: gallery.id(),
        superior: None,
        version: 1,
        revision: 1,
        milestones: Milestones::default(),
        content: Content::default(),
    };
    let link = Link {
        skp: skp.id,
        indicator: standing.indicator.id,
        source: fed.source.id,
        measure: Measure::ResponseMean,
        slice: Slice::default(),
        by: employee.id,
        at: gallery.now(),
    };
    for (variant, link, sources) in [("", Some(link), vec![fed]), ("kosong", None, Vec::new())] {
        let found = LinkPage { skp: skp.clone(), indicator: standing.indicator.clone(), link, sources };
        let page = gallery.page_at("/laporan", "feed-link");
        gallery.add("feed/link", variant, &LinkView { page, form: Form::of([("of", "pegawai")]), found });
    }
}
