//! The rules as they stand in the repository.

use actions::Policies;
use domain::policy::Library;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

/// Everything below `policies/`, read once for a whole test program.
pub fn library() -> Arc<Policies> {
    static LIBRARY: OnceLock<Arc<Policies>> = OnceLock::new();
    let read = || {
        let library = Library::load(files());
        let library = library.unwrap_or_else(|problems| panic!("policies: {}", problems.first().expect("a problem")));
        Arc::new(Policies::new(library))
    };
    Arc::clone(LIBRARY.get_or_init(read))
}

/// Every file by its path below `policies/`.
pub fn files() -> Vec<(String, String)> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    let mut files = Vec::new();
    walk(&top, &top, &mut files);
    files.sort();
    files
}

fn walk(top: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    for path in paths {
        if path.is_dir() {
            walk(top, &path, files);
        } else {
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            files.push((path.strip_prefix(top).expect("below policies").to_string_lossy().into_owned(), text));
        }
    }
}
