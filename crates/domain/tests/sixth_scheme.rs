//! The example of `docs/adding-a-scheme.md` is a whole scheme, made of data alone: its blocks are taken out of the page,
//! loaded beside the real ones, and worked.

use domain::{
    policy::{Library, cases},
    scheme::explain::explain,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// What stands between ```` ```language ```` and ```` ``` ````.
fn fenced<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let opening = format!("```{language}\n");
    page.split(&opening).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

/// The law, as it stands in `policies/`.
fn law() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for folder in fs::read_dir(root().join("policies/law")).unwrap() {
        for file in fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let name = path.strip_prefix(root().join("policies")).unwrap().to_string_lossy().replace('\\', "/");
            all.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    all
}

#[test]
fn the_scheme_of_the_page_is_a_scheme() {
    let page = fs::read_to_string(root().join("docs/adding-a-scheme.md")).unwrap();
    let mut files = law();
    files.push(("schemes/contoh/notes.md".to_owned(), fenced(&page, "markdown").concat()));
    for block in fenced(&page, "toml") {
        let path = block.lines().next().unwrap().strip_prefix("# ").expect("a block names its file first");
        files.push((path.to_owned(), block.to_owned()));
    }
    let (path, worked) = files.last().cloned().unwrap();
    let library = Library::load(files).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    });
    assert_eq!(path, "schemes/contoh/cases.toml");
    let results = cases::run(&library, &path, &worked);
    assert_eq!(results.len(), 4);
    for case in results {
        assert_eq!(case.got, case.expected, "{}", case.name);
    }
    let on = chrono::NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
    let policy = library.in_force("contoh", on).unwrap();
    assert_eq!(policy.appraisal.criteria().len(), 3);
    assert_eq!(explain(&policy).len(), 8, "every part of the page of rules has something to say");
}
