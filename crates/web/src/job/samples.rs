//! The views of this room with invented work.

use super::see::{ListPage, SeePage};
use crate::{form::Form, layout::Pages, preview::Gallery};
use actions::{
    fairness::count::Counted,
    followup::run::Followed,
    job::{
        Job, JobPage, JobState, Task,
        result::{Brought, Closed, Difference, Printed, Recomputed, Told, UnitClosed},
    },
    people::import::BadRow,
};
use domain::{
    decision::Text,
    evaluation::{Period, Rhythm},
    time::DateRange,
};

fn found(gallery: &Gallery, task: Task, state: JobState, done: u32, result_json: String) -> JobPage {
    let id = task.period().unwrap_or_else(|| gallery.id());
    JobPage {
        job: Job {
            id: gallery.id(),
            by: Some(gallery.id()),
            account: Some(gallery.id()),
            task_json: String::new(),
            state,
            total: 1_240,
            done,
            place: String::new(),
            result_json,
            error: (state == JobState::Failed).then(|| Text::new("job-stopped")),
            tries: 0,
            word: None,
            asked_at: gallery.now(),
            at: gallery.now(),
            file: matches!(task, Task::Print { .. } | Task::Feed { .. }).then(|| "x".to_owned()),
            expires_at: Some(gallery.now()),
        },
        period: (!matches!(task, Task::Feed { .. })).then(|| Period {
            id,
            year: 2026,
            rhythm: Rhythm::Tahunan,
            number: 1,
            dates: DateRange::year(2026),
            policy: "permenpanrb-6-2022@1+bengkulu@1".into(),
            opened_at: Some(gallery.now()),
            closed_at: None,
        }),
        source: matches!(task, Task::Feed { .. }).then(|| "Permohonan informasi publik".to_owned()),
        unit: task.unit().map(|_| "Bidang Layanan Informasi Publik".to_owned()),
        by: Some("Wiryo Sastro, S.Sos.".into()),
        may_cancel: state.is_busy(),
        may_fetch: state == JobState::Done && matches!(task, Task::Print { .. } | Task::Feed { .. }),
        task,
    }
}

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Adds them.
pub(super) fn add(gallery: &mut Gallery) {
    let (period, unit) = (gallery.id(), gallery.id());
    let closed = Closed {
        concluded: 812,
        units: vec![UnitClosed {
            unit,
            name: "Bidang Layanan Informasi Publik".into(),
            missing: 2,
            counts: [0, 0, 1, 9, 3],
            capaian: None,
            warnings: Vec::new(),
        }],
    };
    let recomputed = Recomputed {
        same: 1_239,
        differ: 1,
        different: vec![Difference {
            evaluation: gallery.id(),
            name: "Ratna Dewi Lestari, S.Kom.".into(),
            frozen: String::new(),
            now: String::new(),
        }],
    };
    let followed = Followed { proposals: 214, people: 180, unknown: 12 };
    let counted = Counted { ratings: 1_240, version: 3, new: true };
    let printed = Printed { documents: 12, without: 2, bytes: 2_400_000 };
    let listed = vec![BadRow {
        row: 18,
        column: "tanggal".into(),
        value: "31/02/2026".into(),
        says: Text::new("feed-period-closed").with("year", 2025_i32),
    }];
    let brought = Brought { dry: false, added: 311_206, known: 40, bad: 1, listed, bytes: 4_096 };
    let feed = Task::Feed { source: gallery.id(), file: String::new(), dry: false };
    let all = [
        ("berkas", feed, JobState::Done, 1_240, json(&brought)),
        ("", Task::Open { period }, JobState::Running, 310, json(&Told { people: 310 })),
        ("ditutup", Task::Close { period }, JobState::Done, 1_240, json(&closed)),
        ("dihitung", Task::Recompute { period }, JobState::Done, 1_240, json(&recomputed)),
        ("tindak-lanjut", Task::Follow { period }, JobState::Done, 1_240, json(&followed)),
        ("keadilan", Task::Fairness { period }, JobState::Done, 1, json(&counted)),
        ("dicetak", Task::Print { period, unit }, JobState::Done, 12, json(&printed)),
        ("gagal", Task::Open { period }, JobState::Failed, 500, String::new()),
    ];
    let mut rows = Vec::new();
    for (variant, task, state, done, result) in all {
        let mut page = gallery.page_at("/pekerjaan", "job-title").under("/pekerjaan", "job-title");
        page.title = page.label("job-kind", task.code());
        let view =
            SeePage { page, form: Form::new(), found: found(gallery, task.clone(), state, done, result.clone()) };
        gallery.add("job/see", variant, &view);
        rows.push(found(gallery, task, state, done, result));
    }
    for (variant, rows) in [("", rows), ("kosong", Vec::new())] {
        let page = gallery.page_at("/pekerjaan", "job-title");
        gallery.add("job/list", variant, &ListPage { page, rows, pages: Pages::new("/pekerjaan?halaman=", 1, 5, 50) });
    }
}
