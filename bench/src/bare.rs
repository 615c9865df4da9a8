//! The other side of the comparison: an axum handler that returns bytes it holds, and nothing else.

use axum::{Router, body::Bytes, http::header, routing::get};
use std::process::ExitCode;

/// Serves files at `/0`, `/1` …; prints its port.
pub fn serve(files: &[String]) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let outcome = runtime.map_err(|error| error.to_string()).and_then(|runtime| runtime.block_on(run(files)));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bare: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(files: &[String]) -> Result<(), String> {
    let mut router = Router::new();
    for (at, file) in files.iter().enumerate() {
        let bytes = Bytes::from(std::fs::read(file).map_err(|error| format!("{file}: {error}"))?);
        let answer = move || async move { ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], bytes) };
        router = router.route(&format!("/{at}"), get(answer));
    }
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.map_err(|error| error.to_string())?;
    println!("http://{}/", listener.local_addr().map_err(|error| error.to_string())?);
    axum::serve(listener, router).await.map_err(|error| error.to_string())
}
