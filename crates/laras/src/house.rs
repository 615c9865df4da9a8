//! How the floors are put together: database, rules, files and the world make one process.

use crate::{config::Place, failure::Stop, policies, world::RealWorld};
use actions::{App, feed::import::AT_ONCE};
use object_store::local::LocalFileSystem;
use std::{path::Path, sync::Arc};
use store::{Options, Store};

/// Opens the database, making the folder of an embedded one.
pub async fn open(place: &Place) -> Result<Store, Stop> {
    if let Some(file) = sqlite_file(&place.database_url)
        && let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty())
    {
        std::fs::create_dir_all(folder).map_err(|error| {
            Stop::file(folder, &error).advise("Make the folder yourself, or choose another with --database-url.")
        })?;
    }
    let options = Options { max_connections: place.connections, ..Options::new(&place.database_url) };
    Ok(Store::connect(&options).await?)
}

/// The file of an embedded database.
pub fn sqlite_file(url: &str) -> Option<&Path> {
    let path = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:"))?;
    Some(Path::new(path.split('?').next().unwrap_or(path)))
}

/// Refuses a database that is not up to date.
pub async fn up_to_date(store: &Store) -> Result<(), Stop> {
    let pending = store.pending_migrations().await?;
    if pending.is_empty() {
        return Ok(());
    }
    Err(Stop::new(format!(
        "the database is not up to date: {} migrations wait ({})",
        pending.len(),
        pending.join(", ")
    ))
    .advise("Make a copy of it, then run `laras migrate`; or start with --migrate."))
}

/// The process around an open database.
pub fn furnish(store: Store, files: &Path) -> Result<App, Stop> {
    std::fs::create_dir_all(files).map_err(|error| {
        Stop::file(files, &error).advise("Make the folder yourself, or choose another with --files.")
    })?;
    let files = LocalFileSystem::new_with_prefix(files)
        .map_err(|error| Stop::new(format!("{}: {error}", files.display())))?
        .with_fsync(true);
    Ok(App {
        store,
        policies: Arc::new(policies::built_in()?),
        files: Arc::new(files),
        world: Arc::new(RealWorld),
        rows_at_once: AT_ONCE,
        opened: Arc::default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_an_embedded_database() {
        assert_eq!(sqlite_file("sqlite://data/laras.sqlite?mode=rwc"), Some(Path::new("data/laras.sqlite")));
        assert_eq!(sqlite_file("sqlite:///srv/laras.sqlite"), Some(Path::new("/srv/laras.sqlite")));
        assert_eq!(sqlite_file("postgres://laras@localhost/laras"), None);
    }
}
