//! A small HTTP/1.1 client that keeps its connections: enough for measuring, and small enough not to be measured.

use std::time::{Duration, Instant};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// One kept connection.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer.
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its head.
    pub head: String,
    /// Its body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The cookies it sets, as a browser sends them back.
    pub fn cookies(&self) -> Vec<String> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie"))
            .filter_map(|(_, value)| value.split(';').next().map(str::to_owned))
            .collect()
    }
}

impl Connection {
    /// Connects to a port of this machine.
    pub async fn to(port: u16) -> Result<Self, String> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await.map_err(|error| format!("port {port}: {error}"))?;
        stream.set_nodelay(true).map_err(|error| error.to_string())?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    /// Sends a request as it is written and reads the whole answer.
    pub async fn ask(&mut self, request: &[u8]) -> Result<Answer, String> {
        self.stream.write_all(request).await.map_err(|error| error.to_string())?;
        self.buffer.clear();
        let end = loop {
            if let Some(at) = find(&self.buffer, b"\r\n\r\n") {
                break at + 4;
            }
            self.more().await?;
        };
        let head = String::from_utf8_lossy(&self.buffer[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or("no status")?;
        let length = head.lines().filter_map(|line| line.split_once(": ")).find_map(|(name, value)| {
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok()).flatten()
        });
        let length = length.ok_or_else(|| format!("an answer without a length: {head}"))?;
        while self.buffer.len() < end + length {
            self.more().await?;
        }
        Ok(Answer { status, head, body: self.buffer[end..end + length].to_vec() })
    }

    async fn more(&mut self) -> Result<(), String> {
        match self.stream.read_buf(&mut self.buffer).await {
            Ok(0) => Err("the connection was closed".to_owned()),
            Ok(_) => Ok(()),
            Err(error) => Err(error.to_string()),
        }
    }
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

/// A request for a page.
pub fn get(path: &str, cookie: &str) -> Vec<u8> {
    let cookie = if cookie.is_empty() { String::new() } else { format!("cookie: {cookie}\r\n") };
    format!("GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n{cookie}\r\n").into_bytes()
}

/// A form being sent.
pub fn post(path: &str, cookie: &str, body: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: {cookie}\r\nsec-fetch-site: same-origin\r\n\
        content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// As many requests as so many connections can make in a time; each waits for its answer.
pub async fn closed(port: u16, request: Vec<u8>, connections: usize, time: Duration) -> Result<Vec<Duration>, String> {
    let end = Instant::now() + time;
    let workers = (0..connections).map(|_| {
        let request = request.clone();
        tokio::spawn(async move {
            let mut connection = Connection::to(port).await?;
            let mut times = Vec::new();
            while Instant::now() < end {
                let began = Instant::now();
                let answer = connection.ask(&request).await?;
                if answer.status != 200 {
                    return Err(format!("status {}", answer.status));
                }
                times.push(began.elapsed());
            }
            Ok::<_, String>(times)
        })
    });
    let mut all = Vec::new();
    for worker in futures::future::join_all(workers).await {
        all.extend(worker.map_err(|error| error.to_string())??);
    }
    Ok(all)
}

/// A fixed number of requests a second, whether or not earlier ones are answered; times count from when each was due.
pub async fn open(port: u16, request: Vec<u8>, per_second: u32, time: Duration) -> Result<Vec<Duration>, String> {
    const CONNECTIONS: u32 = 64;
    let all = per_second * time.as_secs() as u32;
    let began = Instant::now() + Duration::from_millis(50);
    let workers = (0..CONNECTIONS).map(|worker| {
        let request = request.clone();
        tokio::spawn(async move {
            let mut connection = Connection::to(port).await?;
            let mut times = Vec::new();
            for turn in (worker..all).step_by(CONNECTIONS as usize) {
                let due = began + Duration::from_secs_f64(f64::from(turn) / f64::from(per_second));
                tokio::time::sleep_until(due.into()).await;
                let answer = connection.ask(&request).await?;
                if answer.status != 200 {
                    return Err(format!("status {}", answer.status));
                }
                times.push(due.elapsed());
            }
            Ok::<_, String>(times)
        })
    });
    let mut times = Vec::new();
    for worker in futures::future::join_all(workers).await {
        times.extend(worker.map_err(|error| error.to_string())??);
    }
    Ok(times)
}
