//! A scheme, sheets and people for samples and tests.

mod rules;

use super::{
    raters::{self, RatersView},
    sheet::{self, SheetView},
};
use crate::{
    assessment::line::sample::{OWNER, OWNER_POST, RATER, period, sample},
    form::Form,
    preview::Gallery,
};
use actions::{
    Person,
    scheme::{
        mine::{Mine, Row, Standing},
        see::SheetPage,
        see_raters::RatersPage,
    },
};
use chrono::{DateTime, Days, Utc};
use domain::{
    decision::{Reason, Refusal, Text},
    evaluation::Rhythm,
    fairness::comment::Remark,
    ids::{EmployeeId, NominationId, PeriodId, PostId, SheetId, SkpId, UnitId},
    people::{Employee, Employment, Post, PostKind, Unit},
    permissions::Facts,
    scheme::{
        Role, Scheme, Sheet,
        disagreement::Difference,
        nomination::{Countersigned, Nomination, Saved, State},
        rater::Nominated,
        said::{Heard, Said},
        sheet::Mark,
    },
};
use rules::cite;
pub(crate) use rules::{result, scheme};
use uuid::Uuid;

fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

fn mark(code: &str, level: Option<u8>, reason: &str) -> Mark {
    Mark { criterion: code.into(), level, reason: reason.into(), evidence: Vec::new() }
}

/// What a peer saved.
pub(crate) fn saved() -> (Scheme, Saved) {
    let marks = vec![
        mark("ketepatan", Some(4), "Jawabannya selalu runtut dan tidak perlu ditanya ulang."),
        mark("tenggat", None, ""),
    ];
    let saved = Saved {
        id: SheetId(Uuid::from_u128(1)),
        period: id(300),
        skp: id(100),
        sheet: Sheet { rater: id(210), role: Role::Rekan, marks },
        sent_at: None,
        countersigned: None,
        revision: 2,
    };
    (scheme(), saved)
}

fn person(n: u128, name: &str, title: &str) -> Person {
    Person {
        employee: Employee {
            id: EmployeeId(Uuid::from_u128(n)),
            nip: None,
            name: name.into(),
            employment: Employment::Pns,
            rank: "Penata (III/c)".into(),
        },
        post: Some(Post {
            id: PostId(Uuid::from_u128(n)),
            unit: UnitId(Uuid::from_u128(1)),
            code: "P".into(),
            title: title.into(),
            kind: PostKind::Pelaksana,
            leads_unit: false,
            unit_mandiri: false,
        }),
        unit: Some(Unit { id: id(1), parent: None, code: "IKP".into(), name: "Bidang Informasi Publik".into() }),
        standing: None,
        line: None,
    }
}

fn found(gallery: &Gallery, role: Role, mine: Option<Saved>) -> SheetPage {
    let given = sample(gallery.today(), gallery.now());
    SheetPage {
        skp: given.skp,
        period: period(Rhythm::Tahunan, 1),
        scheme: scheme(),
        owner: person(200, OWNER, OWNER_POST),
        facts: match role {
            Role::Diri => Facts::own(),
            Role::Penilai => Facts::rater(),
            Role::Atasan => Facts::superior(),
            _ => Facts::nominated(),
        },
        role,
        fills: role != Role::Atasan,
        remarks: if mine.is_some() && role == Role::Rekan {
            vec![("ketepatan".into(), vec![Remark::Absolute("selalu".into())])]
        } else {
            Vec::new()
        },
        mine,
        said: Vec::new(),
        evidence: if role == Role::Rekan { Vec::new() } else { given.evidence },
        names: vec![(id(200), OWNER.into()), (id(201), RATER.into())],
        waits: None,
        untrained: None,
        differences: Vec::new(),
        raters: role != Role::Rekan,
        countersign: None,
        may_countersign: false,
        frozen: false,
    }
}

fn told(role: Role, by: Option<u128>, n: u32, levels: [Option<i64>; 2], reason: &str) -> Said {
    let of = ["ketepatan", "tenggat"].into_iter().zip(levels);
    let of = of.map(|(code, level)| Heard {
        criterion: code.into(),
        level,
        reasons: Some(reason.to_owned()).filter(|r| !r.is_empty()).into_iter().collect(),
        evidence: if by.is_some() && code == "ketepatan" { vec![id(501)] } else { Vec::new() },
    });
    Said { role, by: by.map(id), n, of: of.collect() }
}

fn sheet_sent(at: DateTime<Utc>, role: Role) -> Saved {
    let (_, saved) = saved();
    let late = mark("tenggat", Some(4), "Laporan selalu sebelum tanggal lima.");
    let marks = vec![
        mark("ketepatan", Some(2), "Dua jawaban bulan Mei harus diralat."),
        Mark { evidence: vec![id(501)], ..late },
    ];
    Saved { sent_at: Some(at), sheet: Sheet { role, marks, ..saved.sheet }, ..saved }
}

/// Sheets as their writers and readers see them.
pub(super) fn sheets(gallery: &Gallery) -> Vec<(&'static str, SheetView)> {
    let view = |found: SheetPage, form: Form, decline: Form| {
        let title = if found.facts.is_self {
            Text::new("scheme-sheet-own")
        } else {
            Text::new("scheme-sheet-of").with("name", OWNER)
        };
        let page = gallery.page_at("/kriteria/1/2", title).under("/kriteria", "nav-criteria").with(&form);
        sheet::view(page, found, form, decline, false)
    };
    let (_, peer) = saved();
    let kept = Form::of(super::marks::fields(&peer));
    let mut wrong = kept.clone();
    wrong.fail(
        "ketepatan.level",
        Text::new("assessment-error-in")
            .with("what", "Ketepatan jawaban")
            .with("error", Text::new("scheme-level-missing")),
    );
    let mut no = Form::of([("note", "")]);
    no.fail("note", Text::new("scheme-note-missing"));
    let own = told(Role::Diri, Some(200), 1, [Some(400), Some(300)], "Tidak ada jawaban yang dikembalikan pemohon.");
    let theirs = told(Role::Penilai, Some(201), 1, [Some(200), Some(400)], "Dua jawaban bulan Mei harus diralat.");
    let peers = told(Role::Rekan, None, 4, [Some(325), None], "");
    let waits = Refusal::rule(
        Text::new("scheme-waits").with("role", Role::Diri.label()).with("until", gallery.today() + Days::new(9)),
    )
    .cited(cite())
    .next(Text::new("scheme-waits-next"));
    let differs = Difference {
        criterion: "ketepatan".into(),
        own: 4,
        theirs: 2,
        because: Reason::new(
            Text::new("scheme-differs")
                .with("criterion", "Ketepatan jawaban")
                .with("own", 4_u32)
                .with("theirs", 2_u32)
                .with("days", 5_u32),
        )
        .cited(cite()),
    };
    let signed = Countersigned { by: id(202), at: gallery.now() };
    vec![
        ("", view(found(gallery, Role::Diri, None), Form::new(), Form::new())),
        ("rekan", view(found(gallery, Role::Rekan, Some(peer.clone())), kept.clone(), no)),
        ("salah", view(found(gallery, Role::Rekan, Some(peer)), wrong, Form::new())),
        (
            "penilai",
            view(
                SheetPage { said: vec![own.clone()], ..found(gallery, Role::Penilai, None) },
                Form::new(),
                Form::new(),
            ),
        ),
        (
            "menunggu",
            view(SheetPage { waits: Some(waits), ..found(gallery, Role::Penilai, None) }, Form::new(), Form::new()),
        ),
        (
            "beda",
            view(
                SheetPage {
                    said: vec![own.clone()],
                    differences: vec![differs],
                    countersign: Some(None),
                    ..found(gallery, Role::Penilai, Some(sheet_sent(gallery.now(), Role::Penilai)))
                },
                Form::new(),
                Form::new(),
            ),
        ),
        (
            "atasan",
            view(
                SheetPage {
                    said: vec![own.clone(), theirs.clone()],
                    countersign: Some(None),
                    may_countersign: true,
                    ..found(gallery, Role::Atasan, None)
                },
                Form::new(),
                Form::new(),
            ),
        ),
        (
            "selesai",
            view(
                SheetPage {
                    said: vec![peers, theirs],
                    countersign: Some(Some(signed)),
                    frozen: true,
                    ..found(gallery, Role::Diri, Some(sheet_sent(gallery.now(), Role::Diri)))
                },
                Form::new(),
                Form::new(),
            ),
        ),
    ]
}

/// Raters as the employee and the supervisor see them.
pub(super) fn raters(gallery: &Gallery) -> Vec<(&'static str, RatersView)> {
    let given = sample(gallery.today(), gallery.now());
    let named = |n: u128, name: &str, state, note: &str| {
        let nomination = Nomination {
            id: NominationId(Uuid::from_u128(n)),
            period: PeriodId(Uuid::from_u128(300)),
            skp: SkpId(Uuid::from_u128(100)),
            rater: id(n),
            role: Role::Rekan,
            state,
            by: id(200),
            at: gallery.now(),
            note: note.into(),
        };
        (nomination, name.to_owned())
    };
    let base = |own: bool, still: Option<Refusal>, scheme: Scheme| RatersPage {
        skp: given.skp.clone(),
        period: period(Rhythm::Tahunan, 1),
        scheme,
        owner: person(200, OWNER, OWNER_POST),
        facts: if own { Facts::own() } else { Facts::rater() },
        named: vec![
            named(210, "Wahyu Prabowo, S.Sos.", State::Proposed, ""),
            named(211, "Sari Wulandari, S.I.Kom.", State::Agreed, ""),
            named(212, "Yohanis Kambu", State::Refused, "Baru sebulan bekerja bersama."),
        ],
        decides: !own,
        near: vec![person(213, "Melati Rumbiak, S.E.", "Analis Anggaran")],
        still,
    };
    let view = |found: RatersPage, form: Form| {
        let title = Text::new("scheme-raters-of").with("name", OWNER);
        let page = gallery.page_at("/kriteria/1/2/penilai", title).under("/kriteria", "nav-criteria").with(&form);
        raters::view(page, found, form)
    };
    let mut drawn = scheme();
    if let Some(rules) = &mut drawn.raters {
        rules
            .value
            .iter_mut()
            .filter(|rule| rule.role == Role::Rekan)
            .for_each(|rule| rule.nominated = Nominated::Drawn);
    }
    let mut wrong = Form::of([("role", "rekan"), ("nama.rekan", "Ratna")]);
    wrong.refusal =
        Some(Refusal::rule(Text::new("scheme-rater-not-a-peer")).cited(cite()).next(Text::new("scheme-rater-next")));
    let closed = Refusal::rule(Text::new("scheme-frozen")).next(Text::new("scheme-frozen-next"));
    vec![
        ("", view(base(true, None, scheme()), Form::new())),
        ("penilai", view(base(false, None, scheme()), Form::new())),
        ("undian", view(base(false, None, drawn), Form::new())),
        ("salah", view(base(true, None, scheme()), wrong)),
        ("selesai", view(base(true, Some(closed), scheme()), Form::new())),
    ]
}

/// What waits for a supervisor with a plan of her own.
pub(super) fn mine(gallery: &Gallery) -> Mine {
    let row = |name: &str, role: Role, standing: Option<Standing>| Row {
        period: period(Rhythm::Tahunan, 1),
        skp: id(100),
        owner: name.into(),
        role: Some(role),
        standing,
        due: Some(gallery.today() + Days::new(4)),
        to_decide: 0,
        to_name: Vec::new(),
        looks_after: role != Role::Rekan,
        to_countersign: false,
    };
    let waits = Refusal::rule(
        Text::new("scheme-waits").with("role", Role::Diri.label()).with("until", gallery.today() + Days::new(9)),
    );
    Mine {
        own: vec![Row { to_name: vec![(Role::Rekan, 2)], ..row(RATER, Role::Diri, Some(Standing::Begun)) }],
        team: vec![
            row("Ahmad Fauzi, A.Md.", Role::Penilai, Some(Standing::ToFill)),
            Row { to_decide: 2, ..row("Sari Wulandari, S.I.Kom.", Role::Penilai, Some(Standing::Waits(waits))) },
            row("Wahyu Prabowo, S.Sos.", Role::Penilai, Some(Standing::Sent)),
            Row { role: None, standing: None, to_countersign: true, ..row("Yohanis Kambu", Role::Penilai, None) },
        ],
        asked: vec![row("Melati Rumbiak, S.E.", Role::Rekan, Some(Standing::ToFill))],
    }
}
