//! A real browser: Debian's chromium, driven by chromedriver on a free loopback port, with a profile of its own.
//!
//! Read first: this file (opening, looking, ending), then `keys` (working without a mouse), `axe` (accessibility).
//! End it with [`Browser::close`]; a test that fails half way has its processes ended by their ids when it is dropped.

mod axe;
mod driver;
mod keys;

pub use axe::Violation;
use driver::Driver;
use fantoccini::{Client, ClientBuilder, Locator, elements::Element, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{fs, path::PathBuf, time::Duration};

/// How long a page may take to show something.
const PATIENCE: Duration = Duration::from_secs(10);

/// Size of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A cheap phone, held upright: 360 × 740.
    Phone,
    /// A desk: 1280 × 900.
    Desk,
}

/// What kind of browser.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its window.
    pub size: Size,
    /// May pages run scripts?
    pub scripts: bool,
    /// Does the person prefer dark colours?
    pub dark: bool,
}

impl Default for Setting {
    fn default() -> Self {
        Self { size: Size::Desk, scripts: true, dark: false }
    }
}

/// A browser with one window.
pub struct Browser {
    /// The session, for what has no verb here.
    pub client: Client,
    setting: Setting,
    _driver: Driver,
}

impl Browser {
    /// A desktop browser.
    pub async fn start() -> Self {
        Self::with(Setting::default()).await
    }

    /// A phone.
    pub async fn phone() -> Self {
        Self::with(Setting { size: Size::Phone, ..Setting::default() }).await
    }

    /// A browser of some kind.
    pub async fn with(setting: Setting) -> Self {
        let driver = Driver::start();
        let mut capabilities = Capabilities::new();
        capabilities.insert("browserName".to_owned(), json!("chrome"));
        capabilities.insert("goog:chromeOptions".to_owned(), options(setting, &driver));
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = builder.capabilities(capabilities).connect(&driver.url).await;
        let client = client.unwrap_or_else(|error| panic!("chromium does not start: {error}"));
        Self { client, setting, _driver: driver }
    }

    /// Opens a page.
    pub async fn open(&self, url: &str) {
        self.client.goto(url).await.unwrap_or_else(|error| panic!("{url}: {error}"));
    }

    /// Where it is.
    pub async fn url(&self) -> String {
        self.client.current_url().await.expect("an address").to_string()
    }

    /// Waits for an element and returns it.
    pub async fn find(&self, css: &str) -> Element {
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(css)).await;
        match found {
            Ok(element) => element,
            Err(error) => panic!("no `{css}` on {}: {error}\n{}", self.url().await, self.text("body").await),
        }
    }

    /// Is there such an element now?
    pub async fn has(&self, css: &str) -> bool {
        !self.client.find_all(Locator::Css(css)).await.expect("a page").is_empty()
    }

    /// The words of an element.
    pub async fn text(&self, css: &str) -> String {
        let element = self.client.find(Locator::Css(css)).await.unwrap_or_else(|error| panic!("{css}: {error}"));
        element.text().await.expect("its words")
    }

    /// Waits until the page says something.
    pub async fn wait_for(&self, words: &str) {
        let until = tokio::time::Instant::now() + PATIENCE;
        loop {
            let said = match self.client.find(Locator::Css("body")).await {
                Ok(body) => body.text().await.unwrap_or_default(),
                Err(_) => String::new(),
            };
            if said.contains(words) {
                return;
            }
            assert!(tokio::time::Instant::now() < until, "`{words}` does not appear on {}:\n{said}", self.url().await);
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }

    /// Runs a script in the page and returns what it returns.
    pub async fn script(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Is the page wider than the window? On a phone it must not be.
    pub async fn overflows(&self) -> bool {
        let script = "return document.documentElement.scrollWidth > document.documentElement.clientWidth + 1";
        self.script(script).await == json!(true)
    }

    /// Keeps a picture in `target/screenshots/`; returns where.
    pub async fn picture(&self, name: &str) -> PathBuf {
        let folder = driver::target().join("screenshots");
        fs::create_dir_all(&folder).expect("a folder for pictures");
        let path = folder.join(format!("{name}.png"));
        fs::write(&path, self.client.screenshot().await.expect("a picture")).expect("the picture is kept");
        path
    }

    /// Ends the session; then nothing of the browser is left.
    pub async fn close(self) {
        self.client.clone().close().await.unwrap_or_else(|error| panic!("closing the browser: {error}"));
    }
}

fn options(setting: Setting, driver: &Driver) -> Value {
    let size = match setting.size {
        Size::Phone => "--window-size=500,900",
        Size::Desk => "--window-size=1280,900",
    };
    let mut arguments = vec![
        "--headless".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--lang=id".to_owned(),
        size.to_owned(),
        format!("--user-data-dir={}", driver.profile().display()),
    ];
    if setting.dark {
        arguments.push("--force-dark-mode".to_owned());
        arguments.push("--blink-settings=preferredColorScheme=0".to_owned());
    }
    let scripts = if setting.scripts { 1 } else { 2 };
    let mut options = json!({
        "binary": driver::chromium(),
        "args": arguments,
        "prefs": {"profile.managed_default_content_settings.javascript": scripts, "credentials_enable_service": false},
    });
    if setting.size == Size::Phone {
        // A window cannot be that narrow: the phone is emulated.
        let metrics = json!({"width": 360, "height": 740, "pixelRatio": 2.0, "touch": true, "mobile": true});
        options["mobileEmulation"] = json!({"deviceMetrics": metrics});
    }
    options
}
