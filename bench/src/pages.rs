//! The three busiest pages beside a bare handler that returns the same bytes; the home page at a steady pace; documents.

use crate::{
    client::{Answer, Connection, closed, get, open, post},
    process::{Demo, Running},
    table::{Times, headline, ms, target},
};
use scraper::{Html, Selector};
use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

const CONNECTIONS: usize = 16;
const WARM_UP: Duration = Duration::from_secs(1);
const TIME: Duration = Duration::from_secs(5);
/// Ratna of the demo.
const LOGIN: &str = "199403122019032008";
const PASSWORD: &str = "wayang-kulit-lakon";

/// Measures.
pub async fn measure(demo: &Demo, folder: &Path) -> Result<(), String> {
    let laras = Running::laras(demo)?;
    let cookie = log_in(laras.port).await?;
    let mut visitor = Connection::to(laras.port).await?;
    let plans = page(&mut visitor, "/skp", &cookie).await?;
    let plan = link(&plans, |href| href.starts_with("/skp/") && href.len() == 41).ok_or("no plan on /skp")?;
    let reports = page(&mut visitor, &format!("{plan}/laporan"), &cookie).await?;
    let indicator =
        link(&reports, |href| href.starts_with(&plan) && href.contains("/indikator/")).ok_or("no indicator")?;
    let form = format!("{}/lapor", indicator.split(['#', '?']).next().unwrap_or(&indicator));
    let paths = [("home", "/".to_owned()), ("plan", plan.clone()), ("report form", form)];
    let mut files = Vec::new();
    for (at, (_, path)) in paths.iter().enumerate() {
        let file = folder.join(format!("page{at}.html"));
        fs::write(&file, page(&mut visitor, path, &cookie).await?).map_err(|error| error.to_string())?;
        files.push(file);
    }
    let bare = Running::bare(&files)?;
    headline(&format!("Pages ({CONNECTIONS} connections, {} s each)", TIME.as_secs()));
    println!(
        "{:<12} {:>8} {:>10} {:>10} {:>10} {:>12} {:>12} {:>7}",
        "page", "bytes", "req/s", "p50", "p99", "cpu/request", "bare req/s", "ratio"
    );
    for (at, (name, path)) in paths.iter().enumerate() {
        let bytes = fs::metadata(&files[at]).map_err(|error| error.to_string())?.len();
        let ours = throughput(&laras, get(path, &cookie)).await?;
        let theirs = throughput(&bare, get(&format!("/{at}"), "")).await?;
        println!(
            "{name:<12} {bytes:>8} {:>10.0} {:>10} {:>10} {:>9.0} us {:>12.0} {:>7.3}",
            ours.rate,
            ms(ours.times.percentile(50)),
            ms(ours.times.percentile(99)),
            ours.processor.as_secs_f64() * 1e6 / ours.times.len() as f64,
            theirs.rate,
            ours.rate / theirs.rate
        );
    }
    let times = Times::of(open(laras.port, get("/", &cookie), 200, Duration::from_secs(20)).await?);
    let p99 = times.percentile(99);
    let measured = format!("p50 {}, p99 {}, of {} requests", ms(times.percentile(50)), ms(p99), times.len());
    target("home p99 under 50 ms at 200 requests/s (open loop)", p99 < Duration::from_millis(50), &measured);
    println!("memory after that: {:.0} MB", laras.memory());
    println!();
    documents(&laras, &plan, &cookie).await
}

struct Throughput {
    rate: f64,
    times: Times,
    processor: Duration,
}

async fn throughput(server: &Running, request: Vec<u8>) -> Result<Throughput, String> {
    closed(server.port, request.clone(), CONNECTIONS, WARM_UP).await?;
    let (began, used) = (Instant::now(), server.processor());
    let times = closed(server.port, request, CONNECTIONS, TIME).await?;
    let rate = times.len() as f64 / began.elapsed().as_secs_f64();
    Ok(Throughput { rate, times: Times::of(times), processor: server.processor().saturating_sub(used) })
}

/// PDFs through the web: permission, database, Typst and all.
async fn documents(laras: &Running, plan: &str, cookie: &str) -> Result<(), String> {
    headline("Documents (SKP with its lampiran as PDF, through the web)");
    let request = get(&format!("{plan}/cetak"), cookie);
    let mut visitor = Connection::to(laras.port).await?;
    let began = Instant::now();
    let first = visitor.ask(&request).await?;
    if first.status != 200 || !first.body.starts_with(b"%PDF-") {
        return Err(format!("{plan}/cetak answers {} and no PDF", first.status));
    }
    println!("first, cold: {}, {} kB", ms(began.elapsed()), first.body.len() / 1000);
    let one = Times::of(closed(laras.port, request.clone(), 1, TIME).await?);
    let began = Instant::now();
    let two = closed(laras.port, request, 2, TIME).await?.len() as f64 / began.elapsed().as_secs_f64();
    let p50 = one.percentile(50);
    target(
        "PDF under 100 ms warm",
        p50 < Duration::from_millis(100),
        &format!("p50 {}, p99 {}", ms(p50), ms(one.percentile(99))),
    );
    println!("PDFs per second: {:.0} one at a time, {two:.0} two at a time", one.len() as f64 / TIME.as_secs_f64());
    println!("memory after that: {:.0} MB\n", laras.memory());
    Ok(())
}

async fn log_in(port: u16) -> Result<String, String> {
    let mut visitor = Connection::to(port).await?;
    let form = visitor.ask(&get("/masuk", "")).await?;
    let guest = form.cookies().join("; ");
    let html = String::from_utf8_lossy(&form.body).into_owned();
    let csrf = attribute(&html, "main input[name=_csrf]", "value").ok_or("no token on /masuk")?;
    let once = attribute(&html, "main input[name=_once]", "value").unwrap_or_default();
    let body = format!("_csrf={csrf}&_once={once}&login={LOGIN}&password={PASSWORD}");
    let answer: Answer = visitor.ask(&post("/masuk", &guest, &body)).await?;
    let cookies = answer.cookies();
    cookies
        .iter()
        .find(|cookie| cookie.starts_with("laras="))
        .cloned()
        .ok_or_else(|| format!("log-in answers {}", answer.status))
}

async fn page(visitor: &mut Connection, path: &str, cookie: &str) -> Result<String, String> {
    let answer = visitor.ask(&get(path, cookie)).await?;
    if answer.status != 200 {
        return Err(format!("{path} answers {}", answer.status));
    }
    Ok(String::from_utf8_lossy(&answer.body).into_owned())
}

fn attribute(html: &str, css: &str, name: &str) -> Option<String> {
    let selector = Selector::parse(css).ok()?;
    Html::parse_document(html).select(&selector).next()?.value().attr(name).map(str::to_owned)
}

fn link(html: &str, fits: impl Fn(&str) -> bool) -> Option<String> {
    let selector = Selector::parse("a[href]").ok()?;
    let page = Html::parse_document(html);
    page.select(&selector).filter_map(|link| link.value().attr("href")).find(|href| fits(href)).map(str::to_owned)
}
