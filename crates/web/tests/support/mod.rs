//! A site over an empty SQLite database with one person, and a browser that keeps cookies and fills in form tokens.

use actions::{App, World, account::password};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    ids::{AccountId, AgencyId, EmployeeId, JournalId},
    journal,
    people::{Agency, Employee, Employment, Nip},
    time::TimeZone,
};
use object_store::memory::InMemory;
use scraper::{Html, Selector};
use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
};
use store::{Account, Options, Store, StoreError};
use tower::ServiceExt;
use uuid::Uuid;
use web::Site;

pub const LOGIN: &str = "199001012015011001";
pub const PASSWORD: &str = "burung camar pulang sore";

/// Time moves when told; ids and secrets count.
pub struct TestWorld {
    seconds: AtomicI64,
    count: AtomicU64,
}

impl TestWorld {
    pub fn later(&self, by: TimeDelta) {
        self.seconds.fetch_add(by.num_seconds(), Ordering::Relaxed);
    }
}

impl World for TestWorld {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(1_783_382_580 + self.seconds.load(Ordering::Relaxed), 0).unwrap()
    }
    fn id(&self) -> Uuid {
        Uuid::from_u64_pair(7, self.count.fetch_add(1, Ordering::Relaxed))
    }
    fn secret(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for (at, chunk) in bytes.chunks_mut(8).enumerate() {
            let n =
                self.count.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(at as u32);
            chunk.copy_from_slice(&n.to_be_bytes());
        }
        bytes
    }
}

pub struct TestSite {
    pub router: Router,
    pub store: Store,
    pub world: Arc<TestWorld>,
    pub account: AccountId,
    pub agency: AgencyId,
    _folder: tempfile::TempDir,
}

/// A site with one person, whose password must be changed first if `must_change`.
pub async fn site(must_change: bool) -> TestSite {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}?mode=rwc", folder.path().join("laras.db").display());
    let store = Store::connect(&Options::new(url)).await.unwrap();
    store.migrate().await.unwrap();
    let world = Arc::new(TestWorld { seconds: AtomicI64::new(0), count: AtomicU64::new(1) });
    let id = |n: u64| Uuid::from_u64_pair(1, n);
    let agency = Agency {
        id: AgencyId(id(1)),
        name: "Dinas Contoh".into(),
        time_zone: TimeZone::Wit,
        scheme: "bengkulu".into(),
        seat: "Wamena".into(),
    };
    store.directory().create_agency(agency.clone()).await.unwrap();
    let employee = Employee {
        id: EmployeeId(id(2)),
        nip: Nip::parse(LOGIN, Employment::Pns).ok(),
        name: "Ratna Dewi Lestari, S.Kom.".into(),
        employment: Employment::Pns,
        rank: "Penata (III/c)".into(),
    };
    let account = Account {
        id: AccountId(id(3)),
        employee: employee.id,
        login: LOGIN.into(),
        roles: Vec::new(),
        disabled: false,
        must_change,
        failed: 0,
        failed_at: None,
    };
    let hash = password::hash(world.as_ref(), PASSWORD).await.unwrap();
    let made = (employee, account.clone(), hash, world.now());
    store
        .act(agency.id, None, move |tx| {
            let (employee, account, hash, at) = made.clone();
            async move {
                tx.save_employee(&employee).await?;
                tx.save_account(&account, Some(&hash)).await?;
                let entry = journal::Entry {
                    id: JournalId(Uuid::from_u64_pair(1, 4)),
                    at,
                    by: None,
                    action: "people.import".into(),
                    subject: "employee".into(),
                    subject_id: employee.id.to_string(),
                    before: None,
                    after: None,
                };
                tx.journal(&entry).await?;
                Ok::<_, StoreError>(())
            }
        })
        .await
        .unwrap();
    let app = App {
        store: store.clone(),
        policies: Arc::default(),
        files: Arc::new(InMemory::new()),
        world: world.clone(),
        rows_at_once: 1_000,
        opened: Arc::default(),
    };
    let router = Site::new(app, web::Options::default()).router();
    TestSite { router, store, world, account: account.id, agency: agency.id, _folder: folder }
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// The text of the elements.
    pub fn text(&self, selector: &str) -> String {
        let selector = Selector::parse(selector).unwrap();
        self.html().select(&selector).flat_map(|e| e.text().map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    /// The value of a field.
    pub fn value(&self, name: &str) -> Option<String> {
        let selector = Selector::parse(&format!("[name='{name}']")).unwrap();
        self.html().select(&selector).find_map(|e| e.attr("value").map(str::to_owned))
    }

    pub fn to(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |v| v.to_str().unwrap())
    }
}

/// A browser: keeps cookies, says where requests come from when told to.
pub struct Browser {
    router: Router,
    pub cookies: BTreeMap<String, String>,
    pub origin: Option<&'static str>,
}

impl Browser {
    pub fn new(site: &TestSite) -> Self {
        Self { router: site.router.clone(), cookies: BTreeMap::new(), origin: None }
    }

    pub async fn send(&mut self, mut request: Request<Body>) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
        let headers = request.headers_mut();
        headers.insert(header::HOST, "laras.test".parse().unwrap());
        headers.insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        if let Some(site) = self.origin {
            headers.insert("sec-fetch-site", site.parse().unwrap());
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for line in parts.headers.get_all(header::SET_COOKIE) {
            let (pair, rest) = line.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.into(), value.into());
            }
        }
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form exactly as given.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let kind = "application/x-www-form-urlencoded";
        self.send(Request::post(path).header(header::CONTENT_TYPE, kind).body(Body::from(body)).unwrap()).await
    }

    /// Opens a page, fills in its form and sends it.
    pub async fn fill(&mut self, page: &str, to: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.get(page).await.value("_csrf").expect("a form with a token");
        let mut fields = fields.to_vec();
        fields.push(("_csrf", &token));
        self.post(to, &fields).await
    }

    pub async fn log_in(&mut self) -> Answer {
        self.fill("/masuk", "/masuk", &[("login", LOGIN), ("password", PASSWORD), ("_ke", "/akun")]).await
    }
}
