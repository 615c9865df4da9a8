//! The public survey over HTTP, against the program itself: devices of their own, each with the cookie and the form it was given,
//! send what they filled in over kept connections.
//!
//! A device answers once a day, so there are as many as answers. Their forms are fetched beforehand; then the same again with the
//! fetching in it, as a visitor's phone does.

use crate::{
    client::{Connection, get, post},
    process::Running,
    survey::{set, value},
    table::{Times, headline, ms, target},
    writes::stage,
};
use std::{
    fmt::Write as _,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};

const CONNECTIONS: usize = 64;
/// Answers that are sent before it counts, and while it does.
const WARM_UP: usize = 1_000;
const ANSWERS: usize = 8_000;
const VISITS: usize = 4_000;
const FORM: &str = "/skm/pemerintah-kabupaten-uji-laras/kartu-keluarga";

/// Measures.
pub async fn measure(folder: &Path) -> Result<(), String> {
    headline(&format!(
        "Survey over HTTP (SQLite, synchronous=FULL; {CONNECTIONS} connections, a device for each answer)"
    ));
    let (stage, file) = stage(folder, "survey-http").await?;
    set(&stage).await?;
    stage.app.store.close().await.map_err(|error| error.to_string())?;
    let laras = Running::on(&file, &folder.join("survey-http-files"))?;

    let requests = each(laras.port, WARM_UP + ANSWERS, |mut line, n| async move {
        let request = filled(&mut line, n).await?;
        Ok((line, request))
    });
    let (requests, _) = requests.await?;
    let requests = Arc::new(requests);
    let send = |from: usize, n: usize| {
        let requests = Arc::clone(&requests);
        each(laras.port, n, move |mut line, at| {
            let requests = Arc::clone(&requests);
            async move {
                let began = Instant::now();
                sent(&mut line, &requests[from + at]).await?;
                Ok((line, began.elapsed()))
            }
        })
    };
    send(0, WARM_UP).await?;
    let used = laras.processor();
    let (times, took) = send(WARM_UP, ANSWERS).await?;
    let cpu = laras.processor().saturating_sub(used).as_secs_f64() * 1e6 / ANSWERS as f64;
    let (rate, times) = (ANSWERS as f64 / took.as_secs_f64(), Times::of(times));
    println!(
        "sending the form: {rate:.0} answers/s, p50 {}, p99 {}, {cpu:.0} us of processor time each",
        ms(times.percentile(50)),
        ms(times.percentile(99))
    );
    target("1,000 submissions a second over HTTP", rate >= 1_000.0, &format!("{rate:.0}"));

    let visit = |mut line: Connection, n: usize| async move {
        let began = Instant::now();
        let request = filled(&mut line, WARM_UP + ANSWERS + n).await?;
        sent(&mut line, &request).await?;
        Ok((line, began.elapsed()))
    };
    let (times, took) = each(laras.port, VISITS, visit).await?;
    let times = Times::of(times);
    println!(
        "a whole visit, form fetched and sent: {:.0} visits/s, p50 {}, p99 {}",
        VISITS as f64 / took.as_secs_f64(),
        ms(times.percentile(50)),
        ms(times.percentile(99))
    );
    println!("memory after that: {:.0} MB\n", laras.memory());
    Ok(())
}

/// Does something so many times over kept connections, each as soon as it is free; with what came of it and how long all took.
async fn each<T, F, Fut>(port: u16, all: usize, work: F) -> Result<(Vec<T>, Duration), String>
where
    T: Send + 'static,
    F: Fn(Connection, usize) -> Fut + Clone + Send + Sync + 'static,
    Fut: Future<Output = Result<(Connection, T), String>> + Send,
{
    let next = Arc::new(AtomicUsize::new(0));
    let began = Instant::now();
    let workers = (0..CONNECTIONS).map(|_| {
        let (work, next) = (work.clone(), Arc::clone(&next));
        tokio::spawn(async move {
            let mut line = Connection::to(port).await?;
            let mut done = Vec::new();
            loop {
                let n = next.fetch_add(1, Relaxed);
                if n >= all {
                    return Ok::<_, String>(done);
                }
                let (kept, came) = work(line, n).await?;
                line = kept;
                done.push(came);
            }
        })
    });
    let mut came = Vec::with_capacity(all);
    for worker in futures::future::join_all(workers).await {
        came.extend(worker.map_err(|error| error.to_string())??);
    }
    Ok((came, began.elapsed()))
}

/// A device comes for the first time: what it sends back, filled in.
async fn filled(line: &mut Connection, n: usize) -> Result<Vec<u8>, String> {
    let form = line.ask(&get(FORM, "")).await?;
    if form.status != 200 {
        return Err(format!("{FORM} answers {}", form.status));
    }
    let html = String::from_utf8_lossy(&form.body).into_owned();
    let hidden = |name: &str| -> Result<String, String> {
        let after = html.split_once(&format!("name=\"{name}\" value=\"")).ok_or(format!("no {name} in the form"))?.1;
        Ok(after.split('"').next().unwrap_or_default().to_owned())
    };
    let mut body = format!("_csrf={}&_once={}&umur=26-35", hidden("_csrf")?, hidden("_once")?);
    for at in 1..=9 {
        let _ = write!(body, "&u{at}={}", value(n, at));
    }
    Ok(post(FORM, &form.cookies().join("; "), &body))
}

/// Sends it; thanked is taken.
async fn sent(line: &mut Connection, request: &[u8]) -> Result<(), String> {
    let answer = line.ask(request).await?;
    let thanked = answer.status == 303 && answer.head.contains("terima-kasih");
    if thanked { Ok(()) } else { Err(format!("status {}: {}", answer.status, String::from_utf8_lossy(&answer.body))) }
}
