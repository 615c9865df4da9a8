//! Writes every view with its samples into a folder, to be opened in a browser: `cargo run -p web --example preview -- folder`.

use std::{env, fs, path::PathBuf};

fn main() -> Result<(), std::io::Error> {
    let folder = PathBuf::from(env::args().nth(1).unwrap_or_else(|| "preview".to_owned()));
    for (path, content) in web::preview::files() {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, content)?;
    }
    println!("{}", folder.join("index.html").display());
    Ok(())
}
