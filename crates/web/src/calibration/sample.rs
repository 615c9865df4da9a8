//! The views of this room with invented people.

use super::{call, list::ListView, look::LookView, see::view as see_view};
use crate::{fairness, form::Form, preview::Gallery};
use actions::calibration::{
    lead::Calling,
    list::Listed,
    see::{Box5, Line, Looked, Proposed, Session},
};
use domain::{
    assessment::{Rating, Subject},
    calibration::{Answer, Calibration, Proposal},
    decision::Text,
    evaluation::Period,
    fairness::{Estimate, rounded},
    ids::{CalibrationId, CalibrationProposalId, UnitId},
    people::Unit,
    plan::Nilai,
};
use uuid::Uuid;

fn unit() -> Unit {
    Unit { id: UnitId(Uuid::from_u128(51)), parent: None, code: "IKP".into(), name: "Bidang Informasi Publik".into() }
}

fn period(gallery: &Gallery) -> Period {
    Period { closed_at: None, ..fairness::sample_period(gallery) }
}

fn session(gallery: &Gallery, ended: bool) -> Calibration {
    Calibration {
        id: CalibrationId(Uuid::from_u128(61)),
        period: gallery.id(),
        unit: unit().id,
        held_on: gallery.today(),
        place: "Ruang rapat lantai 2".into(),
        agenda: "Apa arti di atas ekspektasi untuk layanan informasi; tiga contoh untuk tiap kelas.".into(),
        minutes: if ended {
            "Disepakati: di atas ekspektasi berarti melampaui target dengan bukti.".into()
        } else {
            String::new()
        },
        attended: Vec::new(),
        by: gallery.id(),
        at: gallery.now(),
        closed_at: ended.then(|| gallery.now()),
        revision: 2,
    }
}

fn line(gallery: &Gallery, name: &str, rater: &str, raw: f64, fair: Option<(f64, f64, f64)>) -> Line {
    let fair = fair.map(|(value, low, high)| Estimate::of(value, low, high));
    Line {
        skp: gallery.id(),
        name: name.into(),
        rater: gallery.id(),
        rater_name: rater.into(),
        whole: (Some(Rating::Diatas), Some(Rating::Sesuai)),
        raw: Some(rounded(raw)),
        fair,
        fair_shown: fair.is_some(),
        ratings: 10,
        evaluation: None,
    }
}

fn proposed(gallery: &Gallery, answer: Option<Answer>, decides: bool) -> Proposed {
    Proposed {
        proposal: Proposal {
            id: CalibrationProposalId(gallery.id::<Uuid>()),
            calibration: CalibrationId(Uuid::from_u128(61)),
            skp: gallery.id(),
            subject: Subject::Nilai(Nilai::Kolaboratif),
            before: Rating::Diatas,
            after: Rating::Sesuai,
            reason: "Contoh yang ditulis sama dengan contoh kelas sesuai di bidang lain.".into(),
            by: gallery.id(),
            at: gallery.now(),
            answer,
        },
        about: "Ahmad Fauzi, A.Md.".into(),
        line: None,
        by: "Wahyu Prabowo, S.Sos.".into(),
        decides,
        changeable: true,
    }
}

fn found(gallery: &Gallery, ended: bool, empty: bool) -> Session {
    let answer = Answer {
        changes: true,
        reason: "Saya setuju: buktinya memang setara dengan kelas sesuai.".into(),
        by: gallery.id(),
        at: gallery.now(),
    };
    let lines = vec![
        line(gallery, "Ahmad Fauzi, A.Md.", "Wahyu Prabowo, S.Sos.", 2.8, Some((2.4, 2.1, 2.7))),
        line(gallery, "Lestari Handayani", "Wahyu Prabowo, S.Sos.", 2.5, Some((2.3, 2.0, 2.6))),
        line(gallery, "Yohanes Kristanto", "Dewi Anggraini, S.Sos.", 2.0, None),
    ];
    Session {
        session: session(gallery, ended),
        period: period(gallery),
        unit: unit(),
        lines: if empty { Vec::new() } else { lines },
        boxes: if empty {
            Vec::new()
        } else {
            vec![(String::new(), Box5 { at: [2.0, 2.1, 2.5, 2.6, 2.8].map(rounded) })]
        },
        proposals: if empty {
            Vec::new()
        } else {
            vec![proposed(gallery, Some(answer), false), proposed(gallery, None, !ended)]
        },
        people: vec![
            (gallery.id(), "Wahyu Prabowo, S.Sos.".into(), true),
            (gallery.id(), "Dewi Anggraini, S.Sos.".into(), false),
        ],
        figures_at: (!empty).then(|| gallery.now()),
        leads: !ended,
        proposes: !ended,
    }
}

/// Shows every view of this room.
pub(super) fn samples(gallery: &mut Gallery) {
    let row = |gallery: &Gallery, ended| Listed {
        session: session(gallery, ended),
        unit: unit().name,
        period: Some(period(gallery)),
    };
    let rows = vec![row(gallery, false), row(gallery, true)];
    for (variant, rows) in [("", rows), ("kosong", Vec::new())] {
        let page = gallery.page_at("/kalibrasi", "calibration-title");
        gallery.add("calibration/list", variant, &ListView { page, rows, leads: true });
    }
    let calling = Calling { periods: vec![period(gallery)], units: vec![unit()] };
    let nothing = Calling { periods: Vec::new(), units: vec![unit()] };
    let mut wrong = Form::new();
    wrong.fail("unit", Text::new("calibration-nobody-rates"));
    for (variant, calling, form) in
        [("", &calling, Form::new()), ("salah", &calling, wrong), ("kosong", &nothing, Form::new())]
    {
        let page = gallery.page_at("/kalibrasi/baru", "calibration-call").under("/kalibrasi", "calibration-title");
        gallery.add("calibration/call", variant, &call::view(page, calling, form));
    }
    for (variant, ended, empty) in [("", false, false), ("berakhir", true, false), ("kosong", false, true)] {
        let title = Text::new("calibration-of").with("unit", unit().name);
        let page = gallery.page_at("/kalibrasi/1", title).under("/kalibrasi", "calibration-title");
        let view = see_view(page, found(gallery, ended, empty), Form::new(), (None, Form::new()));
        gallery.add("calibration/see", variant, &view);
    }
    let look = Looked {
        session: session(gallery, false),
        unit: unit().name,
        period: gallery.id(),
        line: line(gallery, "Ahmad Fauzi, A.Md.", "Wahyu Prabowo, S.Sos.", 2.8, Some((2.4, 2.1, 2.7))),
        answers: vec![(
            Subject::Nilai(Nilai::Kolaboratif),
            None,
            Rating::Diatas,
            "Memimpin dua rapat lintas bidang, notulennya terlampir.".into(),
            1,
        )],
        proposes: true,
        opens: true,
    };
    let page = gallery.page_at("/kalibrasi/1/2", "calibration-person").under("/kalibrasi", "calibration-title");
    gallery.add("calibration/look", "", &LookView { page, found: look, form: Form::new() });
}
