//! `laras preview`: every page with sample data, to look at without a database.

use crate::{commands::serve, config::Preview, failure::Stop};
use axum::{
    Router,
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use std::{collections::BTreeMap, net::SocketAddr, process::ExitCode, sync::Arc};

type Files = Arc<BTreeMap<String, Vec<u8>>>;

/// Writes them, or serves them.
pub async fn run(preview: &Preview) -> Result<ExitCode, Stop> {
    let files = web::preview::files();
    let Some(folder) = &preview.folder else {
        let files: Files = Arc::new(files.into_iter().collect());
        let listener = serve::listen(SocketAddr::from(([127, 0, 0, 1], preview.port))).await?;
        println!("{} files: {}", files.len(), serve::url(&listener)?);
        serve::until_stopped(listener, router(files)).await?;
        return Ok(ExitCode::SUCCESS);
    };
    for (name, bytes) in &files {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        std::fs::create_dir_all(parent).map_err(|error| Stop::file(parent, &error))?;
        std::fs::write(&path, bytes).map_err(|error| Stop::file(&path, &error))?;
    }
    println!("{} files; open {}", files.len(), folder.join("index.html").display());
    Ok(ExitCode::SUCCESS)
}

fn router(files: Files) -> Router {
    let index = Arc::clone(&files);
    Router::new()
        .route("/", get(move || async move { answer(&index, "index.html") }))
        .route("/{*path}", get(move |Path(path): Path<String>| async move { answer(&files, &path) }))
}

fn answer(files: &Files, path: &str) -> Response {
    let Some(bytes) = files.get(path) else { return StatusCode::NOT_FOUND.into_response() };
    let media = match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    ([(header::CONTENT_TYPE, media)], bytes.clone()).into_response()
}
