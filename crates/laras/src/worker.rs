//! The worker of a process: takes up background work while the pages are served, and stops with them.
//!
//! It does one part after another as long as there is something to do, then looks again every other second. What was
//! begun when the process ends stays at the end of its last part, for this or another process to go on with.

use crate::world::RealWorld;
use actions::{App, World, access::flush, job::work};
use std::{sync::Arc, time::Duration};
use tokio::{
    sync::Notify,
    task::JoinHandle,
    time::{Instant, sleep},
};
use web::Site;

/// Between two looks when there was nothing to do.
const IDLE: Duration = Duration::from_secs(2);
/// Between two looks at what happens by itself: the reminders of a day, files that have served their time.
const BY_ITSELF: Duration = Duration::from_mins(5);

/// A running worker.
pub struct Worker {
    stop: Arc<Notify>,
    task: JoinHandle<()>,
}

impl Worker {
    /// Starts it; it prints with the printer of the site.
    pub fn start(app: &App, site: &Site) -> Self {
        let stop = Arc::new(Notify::new());
        let task = tokio::spawn(run(app.clone(), site.clone(), Arc::clone(&stop)));
        Self { stop, task }
    }

    /// Lets it finish the part it is at.
    pub async fn stop(self) {
        self.stop.notify_one();
        if let Err(error) = self.task.await {
            tracing::error!(%error, "the worker ended badly");
        }
    }
}

async fn run(app: App, site: Site, stop: Arc<Notify>) {
    let name = RealWorld.id().to_string();
    let mut looked: Option<Instant> = None;
    loop {
        if looked.is_none_or(|at| at.elapsed() >= BY_ITSELF) {
            looked = Some(Instant::now());
            if let Err(failure) = work::by_itself(&app).await {
                tracing::warn!(%failure, "what happens by itself did not");
            }
        }
        let did = work::turn(&app, &name, &site).await.unwrap_or_else(|failure| {
            tracing::warn!(%failure, "background work");
            false
        });
        tokio::select! {
            biased;
            () = stop.notified() => break,
            () = sleep(if did { Duration::ZERO } else { IDLE }) => {}
        }
    }
    if let Err(failure) = flush(&app).await {
        tracing::warn!(%failure, "who opened files lately is not written down");
    }
}
