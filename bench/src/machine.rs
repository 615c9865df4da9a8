//! The machine, said first: without it a figure means nothing.

use std::{
    fs::{self, File},
    io::Write,
    time::{Duration, Instant},
};

/// Says what the machine is.
pub fn state() {
    let cpu = field("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown processor".to_owned());
    let memory = field("/proc/meminfo", "MemTotal").unwrap_or_default();
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    println!("machine: {cores} cores, {cpu}, memory {memory}, Linux {}", kernel.trim());
    println!("load when begun: {}", fs::read_to_string("/proc/loadavg").unwrap_or_default().trim());
    println!("load generator and servers share these cores\n");
}

fn field(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

/// Median time of making 8 KiB durable on the disk of a folder: the floor under every commit.
pub fn sync_time(folder: &std::path::Path) -> Result<Duration, String> {
    let path = folder.join("sync");
    let mut file = File::create(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut times = Vec::new();
    for _ in 0..100 {
        let began = Instant::now();
        file.write_all(&[7; 8192]).and_then(|()| file.sync_data()).map_err(|error| error.to_string())?;
        times.push(began.elapsed());
    }
    times.sort_unstable();
    Ok(times[times.len() / 2])
}
