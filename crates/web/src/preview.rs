//! Every view with sample data, in both languages: for `laras preview`, for tests, for people who look.
//!
//! A room adds its views in `samples(&mut Gallery)`; a template without a sample fails a test.

use crate::{
    assets,
    layout::nav::Standing,
    page::Page,
    rooms::ROOMS,
    session::{Shell, Who, csrf::Secret},
    words::{Lang, Says, Words},
};
use actions::World;
use chrono::{DateTime, NaiveDate, Utc};
use domain::time::TimeZone;
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use uuid::Uuid;

/// One view, rendered.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Language.
    pub lang: Lang,
    /// Template without its ending: `account/log_in`.
    pub template: &'static str,
    /// Which of its samples; empty for the usual one.
    pub variant: &'static str,
    /// The page.
    pub html: String,
}

impl Sample {
    /// `id/account-log_in-galat`: a name for a file or an address.
    pub fn name(&self) -> String {
        let variant = if self.variant.is_empty() { String::new() } else { format!("-{}", self.variant) };
        format!("{}/{}{variant}", self.lang.code(), self.template.replace('/', "-"))
    }
}

/// Where rooms put their samples.
pub struct Gallery {
    words: Words,
    world: Arc<dyn World>,
    shown: Vec<Sample>,
}

/// Time stands still and ids count up, so that a sample is the same every time.
struct StillWorld(AtomicU64);

/// Tuesday 7 July 2026, 09.03 in Jayapura.
const NOW: DateTime<Utc> = DateTime::from_timestamp(1_783_382_580, 0).expect("a day in 2026");

impl World for StillWorld {
    fn now(&self) -> DateTime<Utc> {
        NOW
    }
    fn id(&self) -> Uuid {
        Uuid::from_u64_pair(0, self.0.fetch_add(1, Ordering::Relaxed))
    }
    fn secret(&self) -> [u8; 32] {
        [7; 32]
    }
}

impl Gallery {
    fn new(lang: Lang) -> Self {
        let words = Words { lang, zone: TimeZone::Wit, now: NOW };
        Self { words, world: Arc::new(StillWorld(AtomicU64::new(1))), shown: Vec::new() }
    }

    /// The instant of every sample.
    pub fn now(&self) -> DateTime<Utc> {
        NOW
    }

    /// The day of every sample.
    pub fn today(&self) -> NaiveDate {
        self.words.today()
    }

    /// A fresh id.
    pub fn id<T: From<Uuid>>(&self) -> T {
        self.world.id().into()
    }

    /// The shell of a supervisor with a plan of her own.
    pub fn shell(&self) -> Shell {
        let standing = Standing { plans: true, rates: true, criteria: true, ..Standing::default() };
        self.shell_of("Ratna Dewi Lestari, S.Kom.", standing)
    }

    /// The shell of somebody standing elsewhere.
    pub fn shell_of(&self, name: &str, standing: Standing) -> Shell {
        let who = Who {
            name: name.into(),
            agency: "Dinas Komunikasi dan Informatika Kabupaten Nusa Raya".into(),
            standing,
            unread: 3,
        };
        Shell { who: Some(Arc::new(who)), ..self.shell_of_guest() }
    }

    /// The shell of somebody not logged in.
    pub fn shell_of_guest(&self) -> Shell {
        Shell {
            words: self.words,
            path: "/".into(),
            htmx: false,
            json: false,
            who: None,
            flash: None,
            request_id: "018f3a52-1c0d-7e41".into(),
            https: false,
            secret: Secret::of("contoh"),
            world: self.world.clone(),
        }
    }

    /// A page of that supervisor.
    pub fn page(&self, title: impl Says) -> Page {
        self.shell().page(title)
    }

    /// The same at an address, so that the navigation shows where it belongs.
    pub fn page_at(&self, path: &str, title: impl Says) -> Page {
        Shell { path: path.into(), ..self.shell() }.page(title)
    }

    /// A page of somebody not logged in.
    pub fn guest_page(&self, title: impl Says) -> Page {
        self.shell_of_guest().page(title)
    }

    /// Shows a view: its template without the ending, and which of its samples (empty for the usual one).
    pub fn add<T: askama::Template>(&mut self, template: &'static str, variant: &'static str, view: &T) {
        let html = view.render().unwrap_or_else(|error| format!("<pre>{template}: {error}</pre>"));
        self.shown.push(Sample { lang: self.words.lang, template, variant, html });
    }
}

/// Every view in both languages.
pub fn all() -> Vec<Sample> {
    Lang::ALL
        .into_iter()
        .flat_map(|lang| {
            let mut gallery = Gallery::new(lang);
            for room in ROOMS {
                (room.samples)(&mut gallery);
            }
            gallery.shown
        })
        .collect()
}

/// Everything a browser needs to look at the samples without a server: path and content. Links lead to files beside.
pub fn files() -> Vec<(String, Vec<u8>)> {
    let samples = all();
    let mut files: Vec<(String, Vec<u8>)> = assets::ASSETS
        .iter()
        .map(|asset| (asset.url.trim_start_matches('/').to_owned(), asset.bytes.to_vec()))
        .collect();
    for sample in &samples {
        files.push((format!("{}.html", sample.name()), sample.html.replace("\"/aset/", "\"../aset/").into_bytes()));
    }
    let entry = |s: &Sample| format!("<li><a href=\"{0}.html\">{0}</a></li>", s.name());
    let list: String = samples.iter().map(entry).collect();
    let css = assets::url("laras.css").trim_start_matches('/');
    let index = format!(
        "<!doctype html><meta charset=utf-8><title>Laras</title><link rel=stylesheet href=\"{css}\"><main class=\"page\"><h1>Laras</h1><ul>{list}</ul></main>"
    );
    files.push(("index.html".into(), index.into_bytes()));
    files
}
