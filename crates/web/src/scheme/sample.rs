//! A scheme, sheets and people for samples and tests.

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
use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{
    decision::{Certainty, Citation, Reason, Refusal, Text},
    evaluation::{Predikat, Rhythm},
    ids::{EmployeeId, NominationId, PeriodId, PostId, SheetId, SkpId, UnitId},
    people::{Employee, Employment, Post, PostKind, Unit},
    permissions::Facts,
    policy::Cited,
    scheme::{
        Combine, Criterion, Role, Scheme, SchemeResult, Sheet,
        combine::{Band, Form as Way, Measure, Rounding, WhenUnknown},
        criterion::{Dimension, Measured, Reads},
        disagreement::{self, Difference},
        follow::{Act, Programme},
        nomination::{Countersigned, Nomination, Saved, State},
        outlook::Proposal,
        rater::{Nominated, RaterRule, WhenFew},
        said::{Heard, Said},
        score::{CriterionScore, RoleMean},
        sheet::Mark,
    },
};
use uuid::Uuid;

fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

fn cited<T>(value: T) -> Cited<T> {
    Cited { value, cite: cite(), from: NaiveDate::default(), source: String::new() }
}

fn cite() -> Citation {
    Citation { policy: "plaju".into(), article: "Metode Penilaian (R8)".into(), certainty: Certainty::Assumption }
}

/// A small scheme with everything in it: peers without names, a countersignature, a measured criterion.
pub(crate) fn scheme() -> Scheme {
    let criterion = |code: &str, dimension: &str, name: &str, reads: Reads| Criterion {
        code: code.into(),
        dimension: dimension.into(),
        name: name.into(),
        reads,
        anchors: [
            "Sering keliru dan pemohon harus kembali.",
            "Kadang keliru atau kurang lengkap.",
            "Benar dan lengkap sesuai permintaan.",
            "Benar, lengkap, dan mudah dipahami tanpa penjelasan tambahan.",
            "Selain itu menyiapkan jawaban yang membantu rekan lain.",
        ]
        .map(str::to_owned)
        .to_vec(),
    };
    let speed = Measured {
        unit: "hari kerja".into(),
        direction: domain::plan::Direction::LowerIsBetter,
        cuts: [17, 10, 5, 2].map(domain::amount::Amount::whole).to_vec(),
    };
    let rater = |role, turn, weight, sees: &[Role]| RaterRule {
        role,
        dimensions: None,
        turn,
        weight,
        min: 1,
        max: Some(1),
        anonymous: false,
        sees: sees.to_vec(),
        nominated: Nominated::Line,
        countersigned: (role == Role::Penilai).then_some(Role::Atasan),
        trained: false,
        months: 0,
        few: WhenFew::ToPenilai,
    };
    let peers = RaterRule {
        min: 3,
        max: Some(5),
        anonymous: true,
        nominated: Nominated::Employee,
        months: 3,
        ..rater(Role::Rekan, 1, 30, &[])
    };
    let band = |code: &str, name: &str, from| Band { code: code.into(), name: name.into(), from };
    Scheme {
        code: "contoh".into(),
        scale: Some(cited(
            ["Jauh di bawah harapan", "Di bawah harapan", "Sesuai harapan", "Di atas harapan", "Jauh di atas harapan"]
                .map(str::to_owned)
                .to_vec(),
        )),
        dimensions: Some(cited(
            [("pelayanan", "Kualitas pelayanan", 60), ("disiplin", "Kedisiplinan", 40)]
                .map(|(code, name, weight)| Dimension { code: code.into(), name: name.into(), weight: Some(weight) })
                .to_vec(),
        )),
        criteria: Some(cited(vec![
            criterion("respons", "pelayanan", "Kecepatan menjawab", Reads::Indicator(speed)),
            criterion("ketepatan", "pelayanan", "Ketepatan jawaban", Reads::Rating),
            criterion("tenggat", "disiplin", "Menepati tenggat", Reads::Rating),
        ])),
        raters: Some(cited(vec![rater(Role::Diri, 1, 0, &[]), peers, rater(Role::Penilai, 2, 70, &[Role::Diri])])),
        combine: Some(cited(Combine {
            form: Way::Weighted,
            measure: Measure::Level,
            rounding: Rounding::HalfUp,
            unknown: WhenUnknown::LeaveOut,
            bands: vec![band("bawah", "Di bawah harapan", 0), band("sesuai", "Sesuai harapan", 250)],
        })),
        disagreement: Some(cited(disagreement::Rule {
            gap: 2,
            days: 5,
            seen_by: Role::Atasan,
            text: "Berbeda pandangan itu wajar. Bicarakan dengan membawa contoh.".into(),
        })),
        ..Scheme::default()
    }
}

fn mark(code: &str, level: Option<u8>, reason: &str) -> Mark {
    Mark { criterion: code.into(), level, reason: reason.into() }
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
        mine,
        said: Vec::new(),
        names: vec![(id(200), OWNER.into()), (id(201), RATER.into())],
        waits: None,
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
    });
    Said { role, by: by.map(id), n, of: of.collect() }
}

fn sheet_sent(at: DateTime<Utc>, role: Role) -> Saved {
    let (_, saved) = saved();
    let marks = vec![
        mark("ketepatan", Some(2), "Dua jawaban bulan Mei harus diralat."),
        mark("tenggat", Some(4), "Laporan selalu sebelum tanggal lima."),
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

/// A scheme's result with what follows, for the page of a result.
pub(crate) fn result() -> (Scheme, SchemeResult, Vec<Proposal>) {
    let mean = |role, n, level| RoleMean { role, n, level };
    let scored = |code: &str, level: Option<i64>, roles: Vec<RoleMean>| CriterionScore {
        code: code.into(),
        level,
        score: level,
        required: None,
        roles,
    };
    let result = SchemeResult {
        form: Way::Weighted,
        predikat: Some(Predikat::Baik),
        score: Some(268),
        band: Some("sesuai".into()),
        dimensions: vec![("pelayanan".into(), Some(238)), ("disiplin".into(), Some(313))],
        criteria: vec![
            scored("respons", None, Vec::new()),
            scored(
                "ketepatan",
                Some(238),
                vec![mean(Role::Diri, 1, 400), mean(Role::Rekan, 4, 325), mean(Role::Penilai, 1, 200)],
            ),
            scored("tenggat", Some(313), vec![mean(Role::Diri, 1, 300), mean(Role::Penilai, 1, 400)]),
        ],
    };
    let says = Text::new("scheme-follows")
        .with("programme", Programme::Training.label())
        .with("text", "Pelatihan untuk keterampilan yang masih lemah.");
    let when = Text::new("scheme-when")
        .with("year", 2026)
        .with("what", Text::new("scheme-what-level").with("criterion", "Ketepatan jawaban"))
        .with("have", domain::amount::Amount(23_800))
        .with("test", Text::new("scheme-test-at-most"))
        .with("limit", domain::amount::Amount(25_000));
    let proposal = Proposal {
        rule: "pelatihan".into(),
        criterion: Some("ketepatan".into()),
        act: Act::Propose,
        programme: Programme::Training,
        text: "Pelatihan untuk keterampilan yang masih lemah.".into(),
        because: Reason::new(says).cited(cite()).resting_on([Reason::new(when)]),
    };
    (scheme(), result, vec![proposal])
}
