//! The processes behind a browser: started on a free port with a folder of their own, ended by their ids.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};
use tempfile::TempDir;

/// A running chromedriver.
pub struct Driver {
    /// Its address.
    pub url: String,
    process: Child,
    profile: TempDir,
}

impl Driver {
    /// Starts one.
    pub fn start() -> Self {
        let profile = tempfile::Builder::new().prefix("laras-browser-").tempdir().expect("a folder for the browser");
        let started = Command::new(program("LARAS_CHROMEDRIVER", "chromedriver"))
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut process = started.unwrap_or_else(|error| panic!("chromedriver: {error} (Debian: chromium-driver)"));
        let mut lines = BufReader::new(process.stdout.take().expect("its output")).lines();
        // "ChromeDriver was started successfully on port 41234."
        let port = lines.find_map(|line| {
            let line = line.expect("its output");
            let (_, port) = line.split_once("successfully on port ")?;
            port.trim_end_matches('.').parse::<u16>().ok()
        });
        let port = port.unwrap_or_else(|| panic!("chromedriver ended without naming its port"));
        // What it says later must go somewhere, or it waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        Self { url: format!("http://127.0.0.1:{port}"), process, profile }
    }

    /// The folder of the browser's profile; also how its processes are known.
    pub fn profile(&self) -> &Path {
        self.profile.path()
    }

    /// Processes that were started with this profile.
    fn browsers(&self) -> Vec<String> {
        let name = self.profile.path().to_string_lossy().into_owned();
        let Ok(all) = fs::read_dir("/proc") else { return Vec::new() };
        all.filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|pid| pid.bytes().all(|digit| digit.is_ascii_digit()))
            .filter(|pid| {
                fs::read(format!("/proc/{pid}/cmdline"))
                    .is_ok_and(|line| String::from_utf8_lossy(&line).contains(&name))
            })
            .collect()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for pid in self.browsers() {
            // It may have ended by itself meanwhile.
            let _ = Command::new("kill").args(["-9", &pid]).stderr(Stdio::null()).status();
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn program(variable: &str, name: &str) -> String {
    env::var(variable).unwrap_or_else(|_| name.to_owned())
}

/// Where chromium is.
pub fn chromium() -> String {
    env::var("LARAS_CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned())
}

/// The folder of things that are built.
pub fn target() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target")
}
