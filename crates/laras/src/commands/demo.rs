//! `laras demo`: an invented agency to look at, with log-ins for every role.

use crate::{
    commands::serve,
    config::{Demo, Place},
    demo::{self, Cast, PASSWORD},
    failure::Stop,
    house,
    worker::Worker,
    world::RealWorld,
};
use actions::{World, job::work};
use std::{
    fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

/// Builds the agency if it is not there, prints the log-ins and serves.
pub async fn run(demo: &Demo) -> Result<ExitCode, Stop> {
    let cast = Cast::read()?;
    let log_ins = cast.log_ins();
    let (database, files) = (demo.data.join("demo.sqlite"), demo.data.join("files"));
    if demo.fresh {
        remove(&database)?;
        match fs::remove_dir_all(&files) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(Stop::file(&files, &error)),
            _ => {}
        }
    }
    if !database.exists() {
        build(cast, &database, &files).await?;
    }
    if demo.build_only {
        return Ok(ExitCode::SUCCESS);
    }
    let store = house::open(&place(&database, &files)).await?;
    // The demo is ours to change: no need to ask before migrating it.
    store.migrate().await?;
    let app = house::furnish(store, &files)?;
    let listener = serve::listen(SocketAddr::from(([127, 0, 0, 1], demo.port))).await?;
    let site = serve::site(&app, false);
    println!("\nLaras demo: {}\n", serve::url(&listener)?);
    println!("{:<42} {:<20} name", "log in as", "NIP");
    for log_in in &log_ins {
        println!("{:<42} {:<20} {}", log_in.role, log_in.login, log_in.name);
    }
    println!("\nPassword of all of them: {PASSWORD}\nEverybody and everything in it is invented. Stop with Ctrl-C.");
    let worker = Worker::start(&app, &site);
    serve::until_stopped(listener, site.router()).await?;
    worker.stop().await;
    app.store.close().await?;
    Ok(ExitCode::SUCCESS)
}

fn place(database: &Path, files: &Path) -> Place {
    let database_url = format!("sqlite://{}?mode=rwc", database.display());
    Place { database_url, files: files.to_owned(), connections: 0 }
}

/// Builds beside the place and moves it there when it is whole, so that an interrupted build is not taken for one.
async fn build(cast: Cast, database: &Path, files: &Path) -> Result<(), Stop> {
    let unfinished = database.with_extension("unfinished");
    remove(&unfinished)?;
    eprintln!("Building the invented agency in {} …", database.display());
    let began = Instant::now();
    let store = house::open(&place(&unfinished, files)).await?;
    store.migrate().await?;
    let app = house::furnish(store, files)?;
    demo::build(app.clone(), cast, RealWorld.now()).await?;
    // What the office asked to be worked out is there when somebody first looks.
    let site = serve::site(&app, false);
    while work::turn(&app, "demo", &site).await? {}
    app.store.close().await?;
    fs::rename(&unfinished, database).map_err(|error| Stop::file(database, &error))?;
    eprintln!("Built in {:.1} s.", began.elapsed().as_secs_f64());
    Ok(())
}

/// A database with what SQLite keeps beside it.
fn remove(database: &Path) -> Result<(), Stop> {
    for ending in ["", "-wal", "-shm"] {
        let path = PathBuf::from(format!("{}{ending}", database.display()));
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(Stop::file(&path, &error)),
            _ => {}
        }
    }
    Ok(())
}
