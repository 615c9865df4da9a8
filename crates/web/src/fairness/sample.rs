//! The views of this room with invented people.

use super::{
    mirror::MirrorView,
    public::PublicView,
    report::{GuideView, ListView, ReportView},
};
use crate::preview::Gallery;
use actions::fairness::{
    Snapshot,
    mirror::{Mirror, Reflected},
    report::{PublicPage, ReportPage},
};
use chrono::Days;
use domain::{
    amount::Amount,
    assessment::Rating,
    decision::Text,
    evaluation::{Capaian, Period, Rhythm},
    fairness::{
        Estimate, Flag, RaterFigures, WhyNot,
        backfill::{Absence, Sign},
        comment::Remark,
        ground::{Ground, Grounded},
        group::{By, GroupFigures, Impact},
        report::{Agreed, Between, Objections, Report, UnitSpread},
        rounded,
    },
    people::Agency,
    time::{DateRange, TimeZone},
};

/// A year that is closed.
pub(crate) fn period(gallery: &Gallery) -> Period {
    Period {
        id: gallery.id(),
        year: 2026,
        rhythm: Rhythm::Tahunan,
        number: 1,
        dates: DateRange::year(2026),
        policy: "bengkulu".into(),
        opened_at: Some(gallery.now()),
        closed_at: Some(gallery.now()),
    }
}

fn figures(gallery: &Gallery) -> RaterFigures {
    RaterFigures {
        rater: gallery.id(),
        ratings: 64,
        ratees: 6,
        classes: [1, 30, 23],
        milder: Some(Estimate::of(0.52, 0.21, 0.83)),
        why_not: None,
        beside: 14,
        through_cases: false,
        same_people: Some((Estimate::of(0.41, 0.05, 0.77), 4)),
        spread: Some(rounded(0.55)),
        halo: Some(rounded(0.2)),
        erratic: Some(rounded(0.9)),
    }
}

fn mirror(gallery: &Gallery, figures: Option<RaterFigures>, people: bool) -> Mirror {
    let one = Reflected {
        skp: gallery.id(),
        name: "Ahmad Fauzi, A.Md.".into(),
        sent: false,
        mean: Some(rounded(2.62)),
        grounds: vec![Grounded {
            text: "Permohonan informasi publik terjawab tepat waktu".into(),
            rating: Rating::Diatas,
            ground: Ground::Thin,
            reports: 2,
            pieces: 1,
        }],
        words: vec![(
            "Orangnya baik dan selalu membantu.".into(),
            vec![Remark::Person("orangnya baik".into()), Remark::Absolute("selalu".into()), Remark::Copied(84)],
        )],
        signs: vec![
            Sign::Burst { n: 9, days: 61 },
            Sign::Away {
                why: Absence::Leave,
                n: 2,
                first: gallery.today() - Days::new(40),
                second: Some(gallery.today() - Days::new(39)),
                more: 0,
            },
        ],
    };
    let others = if figures.is_some() { [12, 640, 210] } else { [0; 3] };
    Mirror {
        period: period(gallery),
        others_at: figures.is_some().then(|| gallery.now()),
        figures,
        others,
        people: if people { vec![one] } else { Vec::new() },
        from: None,
    }
}

fn group(by: By, code: &str, g: f64, adjusted: i64, ratio: (f64, f64, f64)) -> GroupFigures {
    GroupFigures {
        by,
        code: code.into(),
        people: (41, 88),
        means: (rounded(2.31), rounded(2.18)),
        raw: Estimate::of(g, g - 0.36, g + 0.36),
        fair: Some(Estimate::of(g / 4.0, g / 4.0 - 0.38, g / 4.0 + 0.38)),
        rates: (2_100, 1_700),
        impact: Some(Impact { ratio: Estimate::of(ratio.0, ratio.1, ratio.2), adjusted: Amount(adjusted) }),
        adjusted: Amount(adjusted),
    }
}

fn report(gallery: &Gallery) -> Report {
    Report {
        people: 129,
        raters: 31,
        ratings: 2_480,
        by_law: 26,
        estimated: 24,
        subsets: 2,
        classes: [61, 1_002, 344],
        severity: Some(rounded(0.24)),
        bands: [1, 4, 12, 5, 2],
        agreement: vec![
            Agreed { between: Between::Raters, alpha: Estimate::of(0.58, 0.49, 0.66), units: 640 },
            Agreed { between: Between::SelfAndSupervisor, alpha: Estimate::of(0.71, 0.66, 0.76), units: 980 },
        ],
        flags: vec![(Flag::Mild, 3), (Flag::Strict, 2), (Flag::Narrow, 6), (Flag::Halo, 4), (Flag::Erratic, 1)],
        grounds: vec![(Ground::None, 12), (Ground::Thin, 41), (Ground::Enough, 83)],
        groups: vec![
            group(By::Sex, "woman", 0.08, 6_200, (1.24, 0.58, 2.63)),
            group(By::Age, "50_up", -0.52, 210, (0.48, 0.25, 0.91)),
            group(By::Employment, "pppk", 0.21, 3_900, (0.72, 0.51, 1.02)),
        ],
        small: 3,
        spread: [0, 2, 11, 92, 24],
        units: vec![UnitSpread {
            unit: gallery.id(),
            name: "Bidang Layanan Informasi Publik".into(),
            counts: [0, 0, 1, 9, 3],
            capaian: Some(Capaian::Baik),
            warnings: Vec::new(),
        }],
        objections: Objections { filed: 12, upheld: 8, changed: 3 },
    }
}

fn snapshot(gallery: &Gallery, period: &Period) -> Snapshot {
    Snapshot {
        period: period.id,
        version: 3,
        digest: String::new(),
        report: report(gallery),
        at: gallery.now(),
        by: None,
        published_at: Some(gallery.now()),
    }
}

/// Shows every view of this room.
pub(super) fn samples(gallery: &mut Gallery) {
    let alone = RaterFigures { milder: None, why_not: Some(WhyNot::Alone), same_people: None, ..figures(gallery) };
    let by_cases = RaterFigures { through_cases: true, same_people: None, ..figures(gallery) };
    let views = [
        ("kasus", mirror(gallery, Some(by_cases), true)),
        ("", mirror(gallery, Some(figures(gallery)), true)),
        ("sendirian", mirror(gallery, Some(alone), true)),
        ("kosong", mirror(gallery, None, false)),
    ];
    for (variant, found) in views {
        let page = gallery.page_at("/cermin/1", "fairness-mirror-title").under("/tim", "nav-team");
        gallery.add("fairness/mirror", variant, &MirrorView { page, found });
    }
    let closed = period(gallery);
    let kept = snapshot(gallery, &closed);
    let rows = vec![(closed.clone(), Some(kept.clone())), (Period { closed_at: None, ..period(gallery) }, None)];
    for (variant, rows) in [("", rows), ("kosong", Vec::new())] {
        let page = gallery.page_at("/keadilan", "fairness-title");
        gallery.add(
            "fairness/list",
            variant,
            &ListView { page, year: 2026, rows, public: "/keadilan-publik/uji".into() },
        );
    }
    for (variant, snapshot) in [("", Some(kept)), ("belum", None)] {
        let page = gallery.page_at("/keadilan/1", "fairness-report-title").under("/keadilan", "fairness-title");
        let found = ReportPage { period: closed.clone(), published: snapshot.is_some(), snapshot, counts: true };
        gallery.add("fairness/report", variant, &ReportView { page, found });
    }
    gallery.add(
        "fairness/guide",
        "",
        &GuideView { page: gallery.page_at("/keadilan/cara-membaca", "fairness-how-to-read") },
    );
    let agency = Agency {
        id: gallery.id(),
        name: "Kabupaten Nusa Raya".into(),
        time_zone: TimeZone::Wit,
        scheme: "bengkulu".into(),
        seat: "Nusa".into(),
    };
    for (variant, reports) in [("", vec![(closed, report(gallery).public())]), ("kosong", Vec::new())] {
        let title = Text::new("fairness-public-title").with("agency", agency.name.as_str());
        let page = gallery.page_at("/keadilan-publik/uji", title);
        let found = PublicPage { agency: agency.clone(), reports };
        gallery.add("fairness/public", variant, &PublicView { page, found });
    }
}
