//! Law and schemes, built into the program so that it is one file to carry.

use crate::failure::Stop;
use actions::Policies;
use domain::policy::Problem;
use rust_embed::RustEmbed;
use std::path::Path;

#[derive(RustEmbed)]
#[folder = "../../policies"]
struct Files;

/// Every file by its path below `policies/`, as built in.
pub fn files() -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Files::iter()
        .filter_map(|path| {
            let file = Files::get(&path)?;
            Some((path.into_owned(), String::from_utf8_lossy(&file.data).into_owned()))
        })
        .collect();
    files.sort();
    files
}

/// The same from a folder.
pub fn files_in(folder: &Path) -> Result<Vec<(String, String)>, Stop> {
    let mut files = Vec::new();
    walk(folder, folder, &mut files)?;
    files.sort();
    Ok(files)
}

fn walk(top: &Path, folder: &Path, files: &mut Vec<(String, String)>) -> Result<(), Stop> {
    for entry in std::fs::read_dir(folder).map_err(|error| Stop::file(folder, &error))? {
        let path = entry.map_err(|error| Stop::file(folder, &error))?.path();
        if path.is_dir() {
            walk(top, &path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "toml" || ending == "md") {
            let text = std::fs::read_to_string(&path).map_err(|error| Stop::file(&path, &error))?;
            let name = path.strip_prefix(top).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push((name, text));
        }
    }
    Ok(())
}

/// The rules built in; they were checked before they were built in.
pub fn built_in() -> Result<Policies, Stop> {
    Policies::load(files()).map_err(|problems| {
        let first = problems.first().map(Problem::to_string).unwrap_or_default();
        Stop::new(format!("the rules built into this program have {} problems; the first: {first}", problems.len()))
            .advise("`laras policy check` shows all of them.")
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_built_in_is_in_order() {
        let policies = super::built_in().unwrap_or_else(|stop| panic!("{stop}"));
        assert!(policies.schemes().iter().any(|(code, _)| code == "bengkulu"));
    }
}
