//! The program as an operator meets it: commands, what they print, and the code they end with.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;

fn laras(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_laras"));
    command
        .args(arguments)
        .current_dir(folder)
        .env("LARAS_DATABASE_URL", "sqlite://data/laras.sqlite?mode=rwc")
        .env("LARAS_FILES", "data/files")
        .env_remove("LARAS_LISTEN");
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    laras(folder, arguments).output().expect("the program runs")
}

#[track_caller]
fn ok(output: &Output) -> String {
    let (said, complained) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}\n{complained}");
    said.into_owned()
}

#[track_caller]
fn refused(output: &Output) -> String {
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(1), "{said}");
    said
}

/// A running server, killed if a test fails half way.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts a server and waits for the port it prints.
fn serve(folder: &Path, arguments: &[&str]) -> (Running, String) {
    let child = laras(folder, arguments).stdout(Stdio::piped()).spawn().expect("the program starts");
    let mut running = Running(child);
    let mut lines = BufReader::new(running.0.stdout.take().expect("its output")).lines();
    let port = lines.find_map(|line| {
        let line = line.expect("its output");
        line.rsplit_once("127.0.0.1:").map(|(_, port)| port.trim_end_matches('/').to_owned())
    });
    let port = port.expect("it prints where it listens");
    std::thread::spawn(move || lines.for_each(drop));
    (running, port)
}

fn get(port: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).expect("it listens");
    stream
        .write_all(format!("GET {path} HTTP/1.1\r\nhost: laras\r\nconnection: close\r\n\r\n").as_bytes())
        .expect("asked");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("answered");
    answer
}

#[test]
fn an_agency_is_made_people_are_imported_and_exported() {
    let folder = TempDir::new().expect("a folder");
    let at = folder.path();
    let made =
        ok(&run(at, &["agency", "add", "Dinas Uji", "--zone", "WIT", "--scheme", "bengkulu", "--login", "pengelola"]));
    let password =
        made.lines().find_map(|line| line.strip_prefix("Password")).expect("a first password is printed once");
    assert!(password.len() > 20, "{made}");
    let again = run(at, &["agency", "add", "Dinas Uji", "--zone", "WIT", "--login", "lain"]);
    assert!(refused(&again).contains("Dinas Uji already"));
    let unknown = run(at, &["agency", "add", "Dinas Lain", "--zone", "WIT", "--scheme", "mars", "--login", "lain"]);
    assert!(refused(&unknown).contains("bengkulu, cipocokjaya, nasional"), "it says which schemes there are");
    assert!(ok(&run(at, &["agency", "list"])).contains("WIT  bengkulu  Dinas Uji"));

    fs::write(at.join("unit.csv"), "kode;nama;induk\nA;Dinas Uji;\nB;Bidang Satu;A\n").expect("a file");
    let dry = ok(&run(at, &["import", "unit", "unit.csv", "--dry-run"]));
    assert!(dry.contains("would make 2") && dry.contains("Nothing was written"), "{dry}");
    assert!(!ok(&run(at, &["export", "unit"])).contains("Bidang Satu"));
    let done = ok(&run(at, &["import", "unit", "unit.csv"]));
    assert!(done.contains("made 2"), "{done}");
    let exported = ok(&run(at, &["export", "unit"]));
    assert!(exported.contains("B,Bidang Satu,A"), "{exported}");
    fs::write(at.join("lagi.csv"), exported).expect("a file");
    assert!(
        ok(&run(at, &["import", "unit", "lagi.csv"])).contains("made 0, changed 0"),
        "what was exported changes nothing"
    );

    fs::write(at.join("rusak.csv"), "kode,nama,induk\nC,Bidang Dua,A\nD,,A\n").expect("a file");
    let bad = refused(&run(at, &["import", "unit", "rusak.csv"]));
    assert!(bad.contains("row 3, nama") && bad.contains("--skip-bad"), "{bad}");
    assert!(!ok(&run(at, &["export", "unit"])).contains("Bidang Dua"), "all or nothing");
    assert!(ok(&run(at, &["import", "unit", "rusak.csv", "--skip-bad"])).contains("made 1"));
    assert!(refused(&run(at, &["import", "unit", "tiada.csv"])).contains("tiada.csv"));
}

#[test]
fn serving_waits_for_migrations_and_ends_when_told() {
    let folder = TempDir::new().expect("a folder");
    let at = folder.path();
    let early = refused(&run(at, &["serve", "--listen", "127.0.0.1:0"]));
    assert!(early.contains("not up to date") && early.contains("laras migrate"), "{early}");
    assert!(ok(&run(at, &["migrate"])).contains("Done"));
    assert!(ok(&run(at, &["migrate"])).contains("Nothing to do"));

    let (mut running, port) = serve(at, &["serve", "--listen", "127.0.0.1:0"]);
    assert!(get(&port, "/sehat").starts_with("HTTP/1.1 200"));
    let door = get(&port, "/");
    assert!(door.starts_with("HTTP/1.1 303") && door.contains("/masuk"), "{door}");
    let taken = refused(&run(at, &["serve", "--listen", &format!("127.0.0.1:{port}")]));
    assert!(taken.contains("--listen"), "{taken}");

    let told = Command::new("kill").arg(running.0.id().to_string()).status().expect("kill runs");
    assert!(told.success());
    let until = Instant::now() + Duration::from_secs(20);
    let ended = loop {
        if let Some(status) = running.0.try_wait().expect("its end") {
            break status;
        }
        assert!(Instant::now() < until, "it does not end");
        std::thread::sleep(Duration::from_millis(20));
    };
    assert!(ended.success(), "SIGTERM is a good end: {ended}");
}

#[test]
fn the_doctor_says_what_is_wrong_and_what_to_do() {
    let folder = TempDir::new().expect("a folder");
    let at = folder.path();
    let empty = ok(&run(at, &["doctor"]));
    assert!(empty.contains("database: none yet") && empty.contains("laras migrate"), "{empty}");
    assert!(!at.join("data/laras.sqlite").exists(), "looking changes nothing");
    ok(&run(at, &["migrate"]));
    let well = ok(&run(at, &["doctor"]));
    assert!(well.contains("write-ahead log") && well.contains("agencies: none"), "{well}");
    let mut nowhere = laras(at, &["doctor"]);
    nowhere.env("LARAS_DATABASE_URL", "postgres://laras@127.0.0.1:1/laras");
    let ill = refused(&nowhere.output().expect("the program runs"));
    assert!(ill.contains("BAD") && ill.contains("Is it running?"), "{ill}");
}

#[test]
fn the_rules_are_checked_with_file_and_line() {
    let folder = TempDir::new().expect("a folder");
    let at = folder.path();
    assert!(ok(&run(at, &["policy", "check"])).contains("In order"));
    let law = at.join("rules/law/uji");
    fs::create_dir_all(&law).expect("a folder");
    fs::write(law.join("plan.toml"), "[[plan-due]]\nshape = \"day\"\nfrom = 2022-02-07\nmonth = 1\nday = 31\n")
        .expect("a file");
    let wrong = refused(&run(at, &["policy", "check", "rules"]));
    assert!(wrong.contains("rules/law/uji/plan.toml:1:"), "{wrong}");
}

#[test]
fn every_page_is_previewed() {
    let folder = TempDir::new().expect("a folder");
    let said = ok(&run(folder.path(), &["preview", "pages"]));
    assert!(said.contains("index.html"), "{said}");
    let index = fs::read_to_string(folder.path().join("pages/index.html")).expect("the list");
    let entries = index.matches("<li>").count();
    assert!(entries > 20, "{entries} samples");
}

#[test]
fn the_demo_is_built_once_and_served() {
    let folder = TempDir::new().expect("a folder");
    let at = folder.path();
    ok(&run(at, &["demo", "--data", "demo", "--build-only"]));
    let built = fs::metadata(at.join("demo/demo.sqlite")).expect("the database").modified().expect("its age");
    let (_running, port) = serve(at, &["demo", "--data", "demo", "--port", "0"]);
    assert!(get(&port, "/masuk").contains("Laras"));
    let kept = fs::metadata(at.join("demo/demo.sqlite")).expect("the database").modified().expect("its age");
    assert_eq!(built, kept, "what is there is not built again");
}
