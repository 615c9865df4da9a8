//! Reading the house: its files, and Rust text without comments, strings and test modules.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

/// A file of the repository.
pub struct File {
    /// Path from the root, with `/`.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// Something that should not be there.
pub struct Finding {
    /// Path from the root.
    pub path: String,
    /// From 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong.
    pub says: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.says),
            line => write!(f, "{}:{line}: {}", self.path, self.says),
        }
    }
}

impl File {
    /// A finding on a line of this file (from 1; 0 for the whole).
    pub fn finding(&self, line: usize, says: impl Into<String>) -> Finding {
        Finding { path: self.path.clone(), line, says: says.into() }
    }

    /// The floor it belongs to: `crates/store/src/…` is `store`.
    pub fn floor(&self) -> &str {
        self.path.strip_prefix("crates/").and_then(|rest| rest.split('/').next()).unwrap_or_default()
    }

    /// Rust code that ships: no comments, emptied strings, nothing from the module of tests on. Lines keep their numbers.
    pub fn shipped(&self) -> String {
        let code = code(&self.text);
        let tests = code.match_indices("#[cfg(test)]").find(|(at, mark)| {
            let item = code[at + mark.len()..].split_inclusive(['{', ';']).next().unwrap_or_default();
            item.trim_start().starts_with("mod ") && item.ends_with('{')
        });
        match tests {
            Some((at, _)) => code[..at].to_owned(),
            None => code,
        }
    }

    /// Like [`File::shipped`], but with its comments and strings.
    pub fn shipped_text(&self) -> &str {
        let lines = self.shipped().lines().count();
        let end: usize = self.text.split_inclusive('\n').take(lines).map(str::len).sum();
        &self.text[..end]
    }
}

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("crates/laras stands in the root").to_owned()
}

/// One file; `None` where it does not exist (yet).
pub fn file(path: &str) -> Option<File> {
    let text = fs::read_to_string(root().join(path)).ok()?;
    Some(File { path: path.to_owned(), text })
}

/// Files under a folder whose names end so, sorted; what is built or hidden is left out.
pub fn files(under: &str, ends: &[&str]) -> Vec<File> {
    let mut found = Vec::new();
    walk(&root().join(under), &mut |path| {
        let name = path.to_string_lossy();
        if ends.iter().any(|end| name.ends_with(end)) {
            let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{name}: {e}"));
            let path = path.strip_prefix(root()).expect("under the root").to_string_lossy().replace('\\', "/");
            found.push(File { path, text });
        }
    });
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The Rust files that ship: every floor's `src`, without files and folders named `tests` or `testing`.
pub fn sources() -> Vec<File> {
    let for_tests = |path: &str| ["/tests.rs", "/testing.rs", "/tests/", "/testing/"].iter().any(|t| path.contains(t));
    let mut all = files("crates", &[".rs"]);
    all.retain(|file| file.path.contains("/src/") && !for_tests(&file.path));
    all
}

/// The names of the folders in a folder.
pub fn folders(under: &str) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(root().join(under))
        .unwrap_or_else(|e| panic!("{under}: {e}"))
        .map(|entry| entry.expect("a folder entry"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn walk(folder: &Path, each: &mut impl FnMut(&Path)) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("a folder entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') || name == "target" || name == "data" || name == "node_modules" {
            continue;
        }
        if path.is_dir() { walk(&path, each) } else { each(&path) }
    }
}

/// Rust text with comments and the insides of strings and characters blanked out; lines keep their numbers.
pub fn code(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (kept, taken) = if rest.starts_with("//") {
            ("", rest.find('\n').unwrap_or(rest.len()))
        } else if rest.starts_with("/*") {
            ("", rest.find("*/").map_or(rest.len(), |end| end + 2))
        } else if let Some(len) = raw_string(rest).filter(|_| !out.ends_with(is_word)) {
            ("\"\"", len)
        } else if first == '"' {
            ("\"\"", quoted(rest, '"'))
        } else if first == '\'' && is_character(rest) {
            ("' '", quoted(rest, '\''))
        } else {
            (&rest[..first.len_utf8()], first.len_utf8())
        };
        out.push_str(kept);
        if kept.is_empty() || kept.len() > 1 {
            out.extend(rest[..taken].chars().filter(|c| *c == '\n'));
        }
        rest = &rest[taken..];
    }
    out
}

/// Is `word` used in this line of code, not merely as part of a longer name?
pub fn uses(line: &str, word: &str) -> bool {
    let starts_as_name = word.starts_with(is_word);
    let ends_as_name = word.ends_with(is_word);
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].ends_with(is_word);
        let after = line[at + word.len()..].starts_with(is_word);
        !(starts_as_name && before || ends_as_name && after)
    })
}

/// Shows everything that was found; a rule holds when there is nothing.
#[track_caller]
pub fn holds(rule: &str, findings: impl IntoIterator<Item = Finding>) {
    let found: Vec<String> = findings.into_iter().map(|f| format!("  {f}")).collect();
    assert!(found.is_empty(), "\n{rule}\n{}\n", found.join("\n"));
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Length of `r"…"`, `r#"…"#`, `br"…"` at the start.
fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let body = after[hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    Some(body.find(&close).map_or(rest.len(), |end| rest.len() - body.len() + end + close.len()))
}

/// Length of a quoted thing at the start, its escapes minded.
fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Does a character start here, and not a lifetime?
fn is_character(rest: &str) -> bool {
    let mut chars = rest.chars().skip(1);
    match chars.next() {
        Some('\\') => true,
        Some(_) => chars.next() == Some('\''),
        None => false,
    }
}

#[test]
fn code_is_what_the_compiler_reads() {
    let text =
        "let a = \"store::x // not a comment\"; // tokio\nlet b = 'x'; fn f<'a>() {} /* axum\n */ r#\"sea_orm \"#;\n";
    assert_eq!(code(text), "let a = \"\"; \nlet b = ' '; fn f<'a>() {} \n \"\";\n");
    assert!(uses("store::Store", "store::") && !uses("object_store::X", "store::") && !uses("axum_extra", "axum"));
}
