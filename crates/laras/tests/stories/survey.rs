//! Stories of the public satisfaction survey (PermenPANRB 14/2017): anybody answers, staff type in paper, results are read and
//! published. On SQLite and on PostgreSQL.

mod answering;
mod reading;
mod typing;

use actions::survey::{
    answer::Sent,
    enter::enter,
    import::sheet,
    manage_round::{self, RoundDraft},
    see::see_service,
    write_service::{ServiceDraft, write},
};
use domain::{
    ids::{RoundId, ServiceId},
    survey::{Service, Weight},
    time::DateRange,
};
use testkit::{Site, Stage};

const AGENCY: &str = "/skm/pemerintah-kabupaten-uji-laras";
const SERVICE: &str = "/skm/pemerintah-kabupaten-uji-laras/kartu-keluarga";

/// A service of the unit IKP.
fn draft(stage: &Stage, unit: &str, code: &str) -> ServiceDraft {
    ServiceDraft {
        unit: stage.unit(unit),
        code: code.to_owned(),
        name: format!("Layanan {code}"),
        users: 30,
        tickets: false,
        pace: 30,
        questions: Vec::new(),
        retired: false,
    }
}

/// The family cards of IKP and a half-year in which the public is asked.
async fn set(stage: &Stage) -> (ServiceId, RoundId) {
    set_with(stage, draft(stage, "IKP", "kartu-keluarga")).await
}

async fn set_with(stage: &Stage, draft: ServiceDraft) -> (ServiceId, RoundId) {
    let service = write(&stage.as_("wiryo"), None, draft).await.expect("a service");
    (service, open(stage, "Semester I 2026", "2026-01-05", "2026-06-30").await)
}

async fn open(stage: &Stage, name: &str, from: &str, until: &str) -> RoundId {
    let day = |text: &str| text.parse().expect("a day");
    let dates = DateRange { from: day(from), until: Some(day(until)) };
    let draft = RoundDraft { name: name.to_owned(), dates, weight: Weight::Ninth, smallest: 10 };
    manage_round::open(&stage.as_("wiryo"), draft).await.expect("a period")
}

/// Nine digits as a sheet.
fn sent(service: &Service, pattern: &str) -> Sent {
    let cell =
        |field: &str| field.strip_prefix('u').and_then(|n| n.parse::<usize>().ok()).map_or("", |n| &pattern[n - 1..n]);
    sheet(service, cell).expect("a sheet")
}

/// Types in sheets from paper, as somebody of the office.
async fn typed(stage: &Stage, service: ServiceId, round: RoundId, patterns: &[&str]) {
    let office = stage.as_("wiryo");
    let kept = see_service(&office, service).await.expect("the service");
    let sheets = patterns.iter().map(|pattern| sent(&kept, pattern)).collect();
    enter(&office, service, round, sheets).await.expect("sheets");
}

/// The fields of the public form, all with the same value.
fn all(value: &'static str) -> Vec<(&'static str, &'static str)> {
    ["u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9"].map(|field| (field, value)).to_vec()
}

async fn somebody(stage: &Stage) -> Site {
    let mut site = Site::of(stage);
    site.visit(SERVICE).await;
    site
}
