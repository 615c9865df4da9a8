//! Servers as processes: started, asked for their memory and processor time, stopped.

use crate::{
    client::{Connection, get},
    table::{Times, headline, ms, target as kept},
};
use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// Targets of the project.
const START: Duration = Duration::from_millis(300);
const IDLE_MB: f64 = 80.0;

/// The folder of things that are built: this program stands in its `release`.
pub fn target() -> Result<PathBuf, String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    program.ancestors().nth(2).map(Path::to_owned).ok_or_else(|| "not in a target folder".to_owned())
}

fn laras() -> Result<PathBuf, String> {
    let beside = env::current_exe().map_err(|error| error.to_string())?.with_file_name("laras");
    if beside.exists() { Ok(beside) } else { Err(format!("{}: build it first (bench/run does)", beside.display())) }
}

/// A database with the invented agency.
pub struct Demo {
    /// Its folder.
    pub folder: PathBuf,
}

/// Builds the invented agency.
pub fn demo(folder: &Path) -> Result<Demo, String> {
    let folder = folder.join("demo");
    let began = Instant::now();
    let made = Command::new(laras()?)
        .args(["demo", "--build-only", "--data"])
        .arg(&folder)
        .stderr(Stdio::null())
        .status()
        .map_err(|error| error.to_string())?;
    if !made.success() {
        return Err("the demo cannot be built".to_owned());
    }
    println!(
        "the invented agency (62 people, two years, 5,800 actions) built in {:.1} s\n",
        began.elapsed().as_secs_f64()
    );
    Ok(Demo { folder })
}

/// A server; stopped when dropped.
pub struct Running {
    child: Child,
    /// Where it listens.
    pub port: u16,
}

impl Running {
    /// The program itself on the demo's database.
    pub fn laras(demo: &Demo) -> Result<Self, String> {
        Self::on(&demo.folder.join("demo.sqlite"), &demo.folder.join("files"))
    }

    /// The program itself on a database.
    pub fn on(database: &Path, files: &Path) -> Result<Self, String> {
        let database = format!("sqlite://{}?mode=rw", database.display());
        let mut command = Command::new(laras()?);
        command.args(["serve", "--listen", "127.0.0.1:0", "--database-url", &database, "--files"]).arg(files);
        Self::start(&mut command)
    }

    /// A bare handler that returns these files.
    pub fn bare(files: &[PathBuf]) -> Result<Self, String> {
        let program = env::current_exe().map_err(|error| error.to_string())?;
        Self::start(Command::new(program).arg("bare").args(files))
    }

    fn start(command: &mut Command) -> Result<Self, String> {
        let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| error.to_string())?;
        let output = child.stdout.take().ok_or("no output")?;
        for line in BufReader::new(output).lines() {
            let line = line.map_err(|error| error.to_string())?;
            let port = line.rsplit_once("127.0.0.1:").and_then(|(_, port)| port.trim_end_matches('/').parse().ok());
            if let Some(port) = port {
                return Ok(Self { child, port });
            }
        }
        Err("a server ended before it listened".to_owned())
    }

    /// Resident memory in megabytes.
    pub fn memory(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        kilobytes.unwrap_or(0.0) / 1024.0
    }

    /// Processor time used so far.
    pub fn processor(&self) -> Duration {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap_or_default();
        let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
        let fields: Vec<u64> = after_name.split_whitespace().map(|field| field.parse().unwrap_or(0)).collect();
        // Fields 14 and 15 of the whole line, in ticks of a hundredth of a second.
        let ticks = fields.get(11).unwrap_or(&0) + fields.get(12).unwrap_or(&0);
        Duration::from_millis(ticks * 10)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// How long until the first answer, and how much memory while nothing happens.
pub fn start_up(demo: &Demo) -> Result<(), String> {
    headline("Start-up and idle memory (existing database)");
    let mut times = Vec::new();
    let mut memory = 0.0;
    for turn in 0..7 {
        let began = Instant::now();
        let running = Running::laras(demo)?;
        let asked = tokio::task::block_in_place(|| {
            tokio::runtime::Handle::current().block_on(async {
                let mut connection = Connection::to(running.port).await?;
                connection.ask(&get("/sehat", "")).await
            })
        })?;
        if asked.status != 200 {
            return Err(format!("/sehat answers {}", asked.status));
        }
        times.push(began.elapsed());
        if turn == 6 {
            std::thread::sleep(Duration::from_secs(3));
            memory = running.memory();
        }
    }
    let times = Times::of(times);
    let median = times.percentile(50);
    kept("start to first answer under 300 ms", median < START, &format!("{} (median of {})", ms(median), times.len()));
    kept("idle memory under 80 MB", memory < IDLE_MB, &format!("{memory:.0} MB resident"));
    println!();
    Ok(())
}
