//! Reads a PDF the way its readers do.

use std::{
    io::Write,
    process::{Command, Stdio},
};

/// Runs one of the poppler tools on the document.
pub fn poppler(tool: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let file = std::env::temp_dir().join(format!("laras-{}-{tool}-{}.pdf", std::process::id(), pdf.len()));
    std::fs::File::create(&file).unwrap().write_all(pdf).unwrap();
    let mut command = Command::new(tool);
    command.args(arguments).arg(&file).stderr(Stdio::inherit());
    if tool == "pdftotext" {
        command.arg("-");
    }
    let output = command.output().unwrap_or_else(|e| panic!("{tool} of poppler-utils is needed: {e}"));
    std::fs::remove_file(&file).unwrap();
    assert!(output.status.success(), "{tool}: {}", output.status);
    String::from_utf8(output.stdout).unwrap()
}

/// Keeps the document for the eye, if a folder was named: `DOCUMENTS_KEEP=/tmp/forms cargo nextest run -p documents`.
pub fn keep(name: &str, pdf: &[u8]) {
    if let Some(folder) = std::env::var_os("DOCUMENTS_KEEP") {
        std::fs::write(std::path::Path::new(&folder).join(name).with_extension("pdf"), pdf).unwrap();
    }
}

/// The document as a screen reader goes through it (its tags): a line per row of a table (`!` before a row of headers,
/// `|` between cells), `#` before a title, `~` around what is struck through.
pub fn outline(pdf: &[u8]) -> String {
    walk(pdf, true)
}

/// The same as one long line without marks, for looking things up.
pub fn flow(pdf: &[u8]) -> String {
    squeeze(&walk(pdf, false))
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn walk(pdf: &[u8], marked: bool) -> String {
    let mut lines: Vec<String> = Vec::new();
    let (mut row, mut struck): (Option<usize>, Option<usize>) = (None, None);
    let mut after_struck = false;
    let mut last_element = 0;
    for line in poppler("pdfinfo", &["-struct-text"], pdf).lines() {
        let body = line.trim_start();
        let depth = line.len() - body.len();
        if let Some(text) = body.strip_prefix('"').and_then(|t| t.strip_suffix('"')) {
            if struck.is_some_and(|at| depth <= at) {
                struck = None;
            }
            let mark = if marked && struck.is_some() { "~" } else { "" };
            let line = lines.last_mut().expect("an element before its text");
            let near = after_struck || (struck.is_some() && !line.ends_with('*'));
            after_struck = struck.is_some();
            *line = format!("{line}{}{mark}{text}{mark}", if near { "" } else { " " });
        } else if body == "/TextDecorationType /LineThrough" {
            struck = Some(last_element);
        } else if !body.starts_with('/') {
            last_element = depth;
            after_struck &= body.starts_with("Span");
            if struck.is_some_and(|at| depth <= at) {
                struck = None;
            }
            if row.is_some_and(|at| depth <= at) {
                row = None;
            }
            let tag = body.split([' ', ':']).next().unwrap_or_default();
            match (tag, row) {
                ("TR", _) => {
                    row = Some(depth);
                    lines.push(String::new());
                }
                ("TD" | "TH", Some(_)) => {
                    let line = lines.last_mut().expect("a row");
                    let mark = if line.is_empty() && tag == "TH" {
                        "! "
                    } else if line.is_empty() {
                        ""
                    } else {
                        " |"
                    };
                    line.push_str(if marked { mark } else { " " });
                }
                ("H1", _) => lines.push(if marked { "#".into() } else { String::new() }),
                ("Span" | "Lbl" | "LBody" | "THead" | "TBody", _) | (_, Some(_)) => {}
                _ => lines.push(String::new()),
            }
        }
    }
    let lines: Vec<String> = lines.iter().map(|line| squeeze(line)).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Text in the order it was drawn, pages parted by form feeds.
fn drawn(pdf: &[u8]) -> String {
    poppler("pdftotext", &["-raw", "-enc", "UTF-8"], pdf).trim_end_matches('\u{C}').to_owned()
}

/// Text as drawn, as one long line.
pub fn raw(pdf: &[u8]) -> String {
    squeeze(&drawn(pdf))
}

/// Text as drawn, page by page, each as one long line.
pub fn pages(pdf: &[u8]) -> Vec<String> {
    drawn(pdf).split('\u{C}').map(squeeze).collect()
}

/// Every piece is there, each after the one before.
#[track_caller]
pub fn assert_in_order(text: &str, pieces: &[&str]) {
    let mut rest = text;
    for piece in pieces {
        let Some(at) = rest.find(piece) else { panic!("{piece:?} is missing or out of order in: {rest}") };
        rest = &rest[at + piece.len()..];
    }
}
