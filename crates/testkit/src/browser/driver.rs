//! The processes behind a browser: started on a free port with a folder of their own, ended by their ids.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};
use tempfile::TempDir;

/// How often a chromedriver that finds no port is started anew.
const ATTEMPTS: u8 = 5;

/// A running chromedriver.
pub struct Driver {
    /// Its address.
    pub url: String,
    process: Child,
    profile: TempDir,
}

impl Driver {
    /// Starts one. Chromedriver takes a free port of IPv4 and gives up if the same one is taken on IPv6, which happens
    /// now and then while many tests run: then it is asked again.
    pub fn start() -> Self {
        let ports = (0..ATTEMPTS).find_map(|_| listening());
        let (process, port) =
            ports.unwrap_or_else(|| panic!("chromedriver ended {ATTEMPTS} times without naming its port"));
        let profile = tempfile::Builder::new().prefix("laras-browser-").tempdir().expect("a folder for the browser");
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

/// A chromedriver and its port; none if it ended before it had one.
fn listening() -> Option<(Child, u16)> {
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
    let Some(port) = port else {
        // It has closed its output, so it is ending.
        process.wait().expect("its end");
        return None;
    };
    // What it says later must go somewhere, or it waits for a reader.
    std::thread::spawn(move || lines.for_each(drop));
    Some((process, port))
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
