//! Small helpers: ids, days, people, a change with its journal row.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::{
    amount::Amount,
    ids::{AgencyId, EmployeeId, PostId, RhkId, UnitId},
    journal::Entry,
    people::{Agency, Assignment, Employee, Employment, Jenjang, Nip, Post, PostKind, ReportingLine, Standing, Unit},
    plan::{Aspek, Direction, Indicator, Perspektif, Rhk, RhkKind, Tally, Target},
    time::{DateRange, TimeZone},
};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering::Relaxed},
};
use store::{Store, StoreError, Tx};
use uuid::Uuid;

/// A fresh id; later ones are larger.
pub fn id<T: From<Uuid>>() -> T {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    Uuid::from_u128((u128::from(std::process::id()) << 64) | u128::from(NEXT.fetch_add(1, Relaxed))).into()
}

/// An instant in 2026, `n` minutes and some microseconds after its beginning.
pub fn at(n: i64) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-01-01T00:00:00.123456Z").unwrap().to_utc() + Duration::minutes(n)
}

/// A day of 2026.
pub fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// From a day of 2026 on.
pub fn since(month: u32, d: u32) -> DateRange {
    DateRange { from: day(month, d), until: None }
}

/// A journal row about nothing in particular.
pub fn noted(subject: &str) -> Entry {
    Entry {
        id: id(),
        at: at(0),
        by: None,
        action: "people.write".to_owned(),
        subject: subject.to_owned(),
        subject_id: "-".to_owned(),
        before: None,
        after: Some("{\"name\":\"Ny. Contoh\"}".to_owned()),
    }
}

pub fn agency(name: &str) -> Agency {
    Agency {
        id: id(),
        name: name.to_owned(),
        time_zone: TimeZone::Wit,
        scheme: "bengkulu".to_owned(),
        seat: "Contoh".to_owned(),
    }
}

pub fn unit(code: &str, parent: Option<UnitId>) -> Unit {
    Unit { id: id(), parent, code: code.to_owned(), name: format!("Bidang {code}") }
}

pub fn post(unit: UnitId, code: &str, leads_unit: bool) -> Post {
    let kind = if leads_unit { PostKind::Administrator } else { PostKind::Fungsional(Jenjang::AhliMuda) };
    Post {
        id: id(),
        unit,
        code: code.to_owned(),
        title: format!("Jabatan {code}"),
        kind,
        leads_unit,
        unit_mandiri: leads_unit,
    }
}

pub fn employee(name: &str, nip: Option<&str>) -> Employee {
    let employment = if nip.is_some() { Employment::Pns } else { Employment::NonAsn };
    Employee {
        id: id(),
        nip: nip.map(|nip| Nip::trusted(nip.to_owned())),
        name: name.to_owned(),
        employment,
        rank: "Penata (III/c)".to_owned(),
    }
}

pub fn assignment(employee: EmployeeId, post: PostId, standing: Standing, dates: DateRange) -> Assignment {
    Assignment { id: id(), employee, post, standing, dates }
}

pub fn line(employee: EmployeeId, rater: EmployeeId, superior: Option<EmployeeId>, dates: DateRange) -> ReportingLine {
    ReportingLine { id: id(), employee, rater, superior, dates }
}

pub fn indicator(text: &str) -> Indicator {
    Indicator {
        id: id(),
        aspek: Some(Aspek::Kuantitas),
        perspektif: Some(Perspektif::Anggaran),
        text: text.to_owned(),
        target: Target {
            amount: Some(Amount(35_000)),
            upper: Some(Amount::whole(5)),
            unit: "dokumen".to_owned(),
            written: Some("3,5 dari skala 5".to_owned()),
            tally: Tally::Latest,
            direction: Direction::LowerIsBetter,
        },
    }
}

pub fn rhk(text: &str, supports: Option<RhkId>) -> Rhk {
    Rhk {
        id: id(),
        kind: RhkKind::Tambahan,
        text: text.to_owned(),
        assigned_by: "Kepala Biro".to_owned(),
        supports,
        supports_text: "Terwujudnya layanan".to_owned(),
        indicators: vec![
            indicator("Jumlah laporan"),
            Indicator { aspek: None, perspektif: None, target: Target::default(), ..indicator("Mutu") },
        ],
    }
}

/// One change with its journal row, in an agency that is there already.
pub async fn change<F, Fut>(store: &Store, agency: AgencyId, job: F) -> Result<(), StoreError>
where
    F: Fn(Arc<Tx>) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<(), StoreError>> + Send + 'static,
{
    let job = Arc::new(job);
    store
        .act(agency, None, move |tx| {
            let job = Arc::clone(&job);
            async move {
                let tx = Arc::new(tx);
                job(Arc::clone(&tx)).await?;
                tx.journal(&noted("change")).await
            }
        })
        .await
}

/// An agency with nothing but its name.
pub async fn bare(store: &Store) -> AgencyId {
    let agency = agency("Instansi Contoh");
    let id = agency.id;
    store.directory().create_agency(agency).await.unwrap();
    id
}

/// Adds a unit with its journal row; the smallest change there is.
pub async fn add_unit(tx: &Tx, code: &str) -> Result<Unit, StoreError> {
    let unit = unit(code, None);
    tx.save_unit(&unit).await?;
    tx.journal(&noted("unit")).await?;
    Ok(unit)
}
