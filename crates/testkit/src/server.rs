//! The site on a free port of the loopback address, for a browser.

use crate::stage::Stage;
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};

/// A running server; ends when dropped.
pub struct Server {
    /// `http://127.0.0.1:12345`, without a slash at the end.
    pub url: String,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves a stage.
    pub async fn of(stage: &Stage) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("its address"));
        let router = web::Site::new(stage.app.clone(), web::Options::default()).router();
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tokio::spawn(async move {
            let served = axum::serve(listener, router).with_graceful_shutdown(async {
                // An error means that the server was dropped: the same.
                let _ = stopped.await;
            });
            served.await.expect("serving");
        });
        Self { url, stop: Some(stop), task }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        self.task.abort();
    }
}
