//! `laras serve`: the pages, until somebody says stop.

use crate::{config::Serve, failure::Stop, house, worker::Worker};
use actions::App;
use axum::Router;
use std::{net::SocketAddr, process::ExitCode};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};
use web::Site;

/// Serves.
pub async fn run(serve: &Serve) -> Result<ExitCode, Stop> {
    let store = house::open(&serve.place).await?;
    if serve.migrate {
        store.migrate().await?;
    }
    house::up_to_date(&store).await?;
    let app = App { rows_at_once: serve.rows_at_once, ..house::furnish(store, &serve.place.files)? };
    if !serve.listen.ip().is_loopback() && !serve.secure_cookie {
        tracing::warn!("listening beyond this machine without HTTPS; put a proxy in front and set --secure-cookie");
    }
    let listener = listen(serve.listen).await?;
    let site = site(&app, serve.secure_cookie);
    println!("Laras: {}", url(&listener)?);
    let worker = Worker::start(&app, &site);
    until_stopped(listener, site.router()).await?;
    worker.stop().await;
    app.store.close().await?;
    Ok(ExitCode::SUCCESS)
}

/// The site of a process.
pub fn site(app: &App, https: bool) -> Site {
    Site::new(app.clone(), web::Options { https, version: env!("CARGO_PKG_VERSION"), ..web::Options::default() })
}

/// Takes the address.
pub async fn listen(address: SocketAddr) -> Result<TcpListener, Stop> {
    TcpListener::bind(address).await.map_err(|error| {
        Stop::new(format!("{address}: {error}"))
            .advise("Is something else using it? Choose another with --listen or --port.")
    })
}

/// The address as a browser wants it.
pub fn url(listener: &TcpListener) -> Result<String, Stop> {
    let address = listener.local_addr().map_err(|error| Stop::new(format!("the address taken: {error}")))?;
    Ok(format!("http://{address}/"))
}

/// Serves until Ctrl-C or SIGTERM; requests under way are finished first.
pub async fn until_stopped(listener: TcpListener, router: Router) -> Result<(), Stop> {
    let mut terminate = signal(SignalKind::terminate()).map_err(|error| Stop::new(format!("SIGTERM: {error}")))?;
    let stopped = async move {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
        tracing::info!("stopping: finishing what is under way");
    };
    axum::serve(listener, router)
        .with_graceful_shutdown(stopped)
        .await
        .map_err(|error| Stop::new(format!("serving: {error}")))
}
