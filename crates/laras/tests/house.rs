//! The rules of the house that a machine can keep (ARCHITECTURE.md, "Rules"). One test, one rule: when it fails it
//! says where and why. To change a rule, change the document first and then its test.

#[path = "house/catalogue.rs"]
mod catalogue;
#[path = "house/documents.rs"]
mod documents;
#[path = "house/source.rs"]
mod source;

use source::{File, Finding, file, files, folders, holds, sources, uses};

/// Which crates of the house a crate may be built on. `testkit` is for `[dev-dependencies]` only.
const FLOORS: [(&str, &[&str]); 8] = [
    ("domain", &[]),
    ("measure", &[]),
    ("store", &["domain"]),
    ("documents", &["domain"]),
    ("actions", &["domain", "measure", "store"]),
    ("web", &["domain", "documents", "actions"]),
    ("laras", &["domain", "measure", "store", "documents", "actions", "web"]),
    ("testkit", &["domain", "measure", "store", "documents", "actions", "web", "laras"]),
];

/// Crates from elsewhere that only some floors may know.
const KNOWN_TO: &[(&str, &[&str])] = &[
    ("sea-orm", &["store"]),
    ("sea-orm-migration", &["store"]),
    ("sqlx", &["store", "testkit"]),
    ("axum", &["web", "laras", "testkit"]),
    ("tower-http", &["web"]),
    ("askama", &["web"]),
    ("fluent-templates", &["web"]),
    ("typst", &["documents"]),
    ("typst-pdf", &["documents"]),
    ("object_store", &["actions", "laras", "testkit"]),
    ("argon2", &["actions", "laras", "testkit"]),
    ("clap", &["laras"]),
    ("rand", &["laras", "testkit"]),
    ("tokio", &["store", "actions", "web", "laras", "testkit"]),
];

/// All that the pure floors may be built on: rules need no more than types, dates and written policies.
const PURE: [(&str, &[&str]); 2] =
    [("domain", &["chrono", "serde", "serde_json", "thiserror", "toml", "uuid"]), ("measure", &["rayon"])];

/// Words that do not belong on a floor, in code that ships.
#[rustfmt::skip]
const WORDS: &[(&[&str], &[&str], &str)] = &[
    (
        &["domain", "measure"],
        &[
            "tokio", "axum", "sea_orm", "sqlx", "tracing", "std::fs", "std::env", "std::net", "std::process",
            "std::thread", "SystemTime", "Instant::now", "Utc::now", "Local::now", "async", ".await", "println!",
            "eprintln!",
        ],
        "floor 1 is pure: whatever a rule needs is an argument",
    ),
    (
        &["documents"],
        &["tokio", "axum", "sea_orm", "sqlx", "store::", "std::fs", "std::env", "SystemTime", "Utc::now"],
        "documents turns values into bytes and reads nothing itself",
    ),
    (&["store"], &["axum", "askama", "actions::", "web::"], "the store knows rows and domain types"),
    (
        &["actions"],
        &["axum", "askama", "StatusCode", "sea_orm", "sqlx", "std::env"],
        "an action knows no HTML, status code or SQL",
    ),
    (&["web"], &["sea_orm", "sqlx", "store::", "std::env"], "pages reach data through actions only"),
    (&["laras"], &["sea_orm", "sqlx", "askama"], "the binary wires; it holds no queries and no pages"),
    (
        &["domain", "measure", "store", "documents", "actions", "web"],
        &["Utc::now", "Local::now", "SystemTime::now", "Uuid::now_v7", "Uuid::new_v4", "rand::"],
        "time, ids and randomness are arguments (rule 1)",
    ),
];

/// Where SQL text may stand: reports that both engines answer, migrations; opening connections, the door that every
/// statement goes through, and the making of test databases.
const SQL_STANDS_IN: [&str; 6] = [
    "crates/store/src/conn.rs", // hands every statement on, texts of SeaORM's own included
    "crates/store/src/reports/",
    "crates/store/src/migrations",
    "crates/store/src/connect.rs",
    "crates/store/src/scope.rs",
    "crates/testkit/",
];

/// Ways to hand the database a text.
const SQL_CALLS: [&str; 7] = [
    "Statement::from_string",
    "Statement::from_sql_and_values",
    "execute_unprepared",
    "query_raw",
    "sqlx::query",
    "sqlx::raw_sql",
    "Expr::cust",
];

/// Rooms: the nouns. A folder or file of this name means the same thing on every floor that has it.
#[rustfmt::skip]
const ROOMS: [&str; 38] = [
    "access", "account", "achievement", "angka_kredit", "assessment", "calibration", "certification", "development",
    "dialogue", "discipline", "draft", "evaluation", "evidence", "fairness", "feed", "feedback", "followup", "home", "import",
    "indicator", "job", "journal", "mentoring", "notice", "objection", "orientation", "people", "plan", "policy",
    "progress", "reminder", "scheme", "survey", "talent", "team", "training", "unit",
    "workteam",
];

/// What is on a floor beside its rooms: the floor's own tools.
#[rustfmt::skip]
const PLUMBING: [(&str, &[&str]); 4] = [
    ("domain", &["amount", "decision", "ids", "permissions", "time"]),
    ("store", &["act", "conn", "connect", "directory", "entity", "error", "map", "migrations", "name_key", "page", "reports", "scope", "writer"]),
    ("actions", &["ctx", "failure", "world"]),
    ("web", &["assets", "error", "form", "health", "layout", "page", "preview", "rooms", "routes", "security", "session", "site", "words"]),
];

/// Files above the limit, each with why it is one subject all the same. Short, or the limit means nothing.
const LONG_FILES: [(&str, &str); 2] = [
    ("crates/documents/tests/forms/fixtures.rs", "one invented agency, told once for every form"),
    ("crates/domain/src/permissions.rs", "the one list of who may do what, two lines an action"),
];
const LONG: usize = 400;

#[test]
fn floors_import_only_what_stands_below() {
    let mut found = Vec::new();
    for name in folders("crates") {
        let manifest = file(&format!("crates/{name}/Cargo.toml")).expect("a crate has a Cargo.toml");
        let table: toml::Table = manifest.text.parse().expect("Cargo.toml is TOML");
        let Some((_, below)) = FLOORS.iter().find(|(floor, _)| *floor == name) else {
            found.push(manifest.finding(0, "a crate that ARCHITECTURE.md does not know"));
            continue;
        };
        for section in ["dependencies", "build-dependencies"] {
            for used in table.get(section).and_then(toml::Value::as_table).into_iter().flat_map(toml::Table::keys) {
                let of_the_house = FLOORS.iter().any(|(floor, _)| floor == used);
                if of_the_house && !below.contains(&used.as_str()) {
                    found.push(manifest.finding(0, format!("`{name}` may not be built on `{used}`")));
                }
                if let Some((_, knowing)) = KNOWN_TO.iter().find(|(outside, _)| outside == used)
                    && !knowing.contains(&name.as_str())
                {
                    found.push(manifest.finding(0, format!("`{used}` is for {} only", knowing.join(", "))));
                }
                if let Some((_, allowed)) = PURE.iter().find(|(floor, _)| *floor == name)
                    && !allowed.contains(&used.as_str())
                {
                    found.push(manifest.finding(0, format!("`{name}` is pure and needs no `{used}`")));
                }
            }
        }
        let lints = table.get("lints").and_then(|lints| lints.get("workspace")).and_then(toml::Value::as_bool);
        if lints != Some(true) {
            found.push(manifest.finding(0, "takes its lints from the workspace: [lints] workspace = true"));
        }
    }
    holds("A floor is built only on the floors below it (ARCHITECTURE.md, table of imports).", found);
}

#[test]
fn floors_speak_only_their_own_words() {
    let found = sources().into_iter().flat_map(|source| {
        WORDS
            .iter()
            .filter(|(floors, ..)| floors.contains(&source.floor()))
            .flat_map(|(_, words, why)| lines_using(&source, words, why))
            .collect::<Vec<_>>()
    });
    holds("A word of another floor (ARCHITECTURE.md, table of imports).", found);
}

#[test]
fn sql_text_stands_in_few_places() {
    let found = sources()
        .into_iter()
        .filter(|source| !SQL_STANDS_IN.iter().any(|place| source.path.starts_with(place)))
        .flat_map(|source| lines_using(&source, &SQL_CALLS, "SQL text; use the query builder"));
    holds("SQL as text stands in store/reports and migrations only, one text for both engines (rule 7).", found);
}

#[test]
fn entities_stay_inside_the_store() {
    let found = file("crates/store/src/lib.rs").into_iter().flat_map(|lib| {
        lines_using(&lib, &["pub mod entity", "pub mod entities", "pub use entity", "pub use entities"], "an entity")
    });
    holds("The store returns domain types; its rows are nobody else's business (rule 2).", found);
}

#[test]
fn clock_and_chance_are_lint_errors_outside_laras_and_testkit() {
    let lints: toml::Table = file("clippy.toml").expect("clippy.toml").text.parse().expect("clippy.toml is TOML");
    let listed: Vec<&str> = lints["disallowed-methods"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|entry| entry.get("path").and_then(toml::Value::as_str))
        .collect();
    for path in [
        "chrono::Utc::now",
        "chrono::Local::now",
        "std::time::SystemTime::now",
        "uuid::Uuid::now_v7",
        "uuid::Uuid::new_v4",
        "rand::rng",
        "rand::random",
        "getrandom::fill",
    ] {
        assert!(listed.contains(&path), "clippy.toml no longer disallows {path}");
    }
    let found = files("crates", &[".rs"])
        .into_iter()
        .filter(|source| !["laras", "testkit"].contains(&source.floor()))
        .flat_map(|source| lines_using(&source, &["disallowed_methods"], "only laras and testkit may allow this"));
    holds("Time, ids and randomness are arguments (rule 1).", found);
}

#[test]
fn every_room_says_what_it_is_for() {
    let found = files("crates", &["/mod.rs", "/lib.rs", "/main.rs"])
        .into_iter()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| source.finding(1, "opens without `//!`: what it is for, what not, what to read first"));
    holds("A room tells at its door what it is for (rule 13).", found);
}

#[test]
fn a_room_has_one_name_on_every_floor() {
    let mut found = Vec::new();
    for (floor, tools) in PLUMBING {
        let under = format!("crates/{floor}/src/");
        for source in sources().iter().filter(|source| source.path.starts_with(&under)) {
            let inside = &source.path[under.len()..];
            let name = inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs");
            if !["lib", "main"].contains(&name) && !ROOMS.contains(&name) && !tools.contains(&name) {
                let says = format!("`{name}` is neither a room (ROOMS) nor a tool of this floor (PLUMBING)");
                found.push(source.finding(0, says));
            }
        }
    }
    holds("Rooms have the same name on every floor (ARCHITECTURE.md, floors and rooms).", found);
}

#[test]
fn a_file_has_one_subject() {
    let long = |source: &File| Some(source.shipped().lines().count()).filter(|lines| *lines > LONG);
    let mut found = Vec::new();
    for source in files("crates", &[".rs"]) {
        let excused = LONG_FILES.iter().any(|(path, _)| *path == source.path);
        if let Some(lines) = long(&source).filter(|_| !excused) {
            found.push(source.finding(0, format!("{lines} lines before its tests: is it two subjects?")));
        }
    }
    for (path, _) in LONG_FILES {
        if file(path).as_ref().and_then(long).is_none() {
            found.push(Finding { path: path.into(), line: 0, says: "no longer long: take it off LONG_FILES".into() });
        }
    }
    holds("A file has one subject; beyond 300 lines ask, beyond 400 answer in LONG_FILES (rule 13).", found);
}

#[test]
fn nothing_is_left_for_later_in_code() {
    // Put together here, so that this file does not find itself.
    let marks = ["TO-DO", "FIX-ME", "XX-X"].map(|mark| mark.replace('-', ""));
    let calls = ["to-do!(", "unimplemen-ted!(", "db-g!(", "#[ign-ore"].map(|call| call.replace('-', ""));
    let mut found = Vec::new();
    for source in files("crates", &[".rs", ".html", ".css", ".js", ".ftl", ".toml", ".typ", ".sql"]) {
        for (at, line) in source.text.lines().enumerate() {
            for word in marks.iter().chain(&calls).filter(|word| uses(line, word)) {
                found.push(source.finding(at + 1, format!("`{word}`: do it, or write it in docs/roadmap.md")));
            }
        }
    }
    holds("Unfinished work stands in docs/roadmap.md, not in code; no test is skipped.", found);
}

#[test]
fn failures_are_answered_not_unwrapped() {
    let found = sources().into_iter().filter(|source| source.floor() != "testkit").flat_map(|source| {
        lines_using(&source, &[".unwrap()"], "say why it cannot fail (`expect`), or return the error")
    });
    holds("No unwrap in code that ships (rule 8).", found);
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    let homes = ["/ro-ot/", "/ho-me/", "/Us-ers/"].map(|home| home.replace('-', ""));
    let mut found = Vec::new();
    let tops =
        ["test", ".ci/run", "justfile", "Cargo.toml", "README.md", "README.id.md", "ARCHITECTURE.md", "STYLE.md"];
    let rest = ["crates", "docs", "policies", "bench"]
        .into_iter()
        .flat_map(|under| files(under, &[".rs", ".toml", ".md", ".html", ".js", ".css", ".sh", "/run"]));
    for source in tops.into_iter().filter_map(file).chain(rest) {
        for (at, line) in source.text.lines().enumerate() {
            for home in homes.iter().filter(|home| line.contains(home.as_str())) {
                found.push(source.finding(at + 1, format!("`{home}`: a path of one machine")));
            }
        }
    }
    holds("Files work in any checkout.", found);
}

#[test]
fn pages_need_no_inline_script_or_style() {
    let mut found = Vec::new();
    for page in files("crates/web", &[".html"]) {
        for (at, line) in page.text.lines().enumerate() {
            let lower = line.to_lowercase();
            let handler = lower.split_whitespace().any(|word| {
                word.strip_prefix("on").is_some_and(|rest| {
                    rest.split_once("=\"").is_some_and(|(event, _)| event.chars().all(|c| c.is_ascii_lowercase()))
                })
            });
            if handler || lower.contains(" style=\"") || lower.contains("<style") || lower.contains("javascript:") {
                found.push(page.finding(at + 1, "inline style or handler: the content security policy blocks it"));
            }
            if lower.contains("<script") && !lower.contains("src=") {
                found.push(page.finding(at + 1, "inline script: the content security policy blocks it"));
            }
            if lower.contains("hx-on") {
                found.push(page.finding(at + 1, "hx-on is an inline script: put it into a file"));
            }
        }
    }
    holds("Pages obey the strict content security policy; shared look stands in web/layout (rule 10).", found);
}

#[test]
fn every_route_names_its_permission() {
    for golden in files("crates/web", &["routes.txt", "routes.snap"]) {
        let routes: Vec<&str> = golden.text.lines().filter(|line| is_route(line)).collect();
        assert!(!routes.is_empty(), "{}: no route in it", golden.path);
        for route in routes {
            let named = route.split_whitespace().skip(2).any(|word| word == "public" || word.contains('.'));
            assert!(named, "{}: names no permission (or `public`): {route}", golden.path);
        }
    }
}

#[test]
fn browser_journeys_are_known_by_their_names() {
    let mut found = Vec::new();
    for source in files("crates/laras/tests", &[".rs"]).iter().filter(|source| source.path.contains("/journeys/")) {
        let lines: Vec<&str> = source.text.lines().collect();
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.trim_end().ends_with("test]")) {
            let named = lines[at..].iter().find_map(|line| line.split_once("fn ").map(|(_, name)| name));
            if named.is_some_and(|name| !name.starts_with("journey_")) {
                found.push(source.finding(at + 1, format!("`{}` is not named journey_…", line.trim())));
            }
        }
    }
    holds("`./test fast` leaves out tests named journey_…, and they take turns (.config/nextest.toml).", found);
}

fn is_route(line: &str) -> bool {
    ["GET", "POST", "PUT", "PATCH", "DELETE"].iter().any(|method| line.trim_start().starts_with(method))
}

fn lines_using(source: &File, words: &[&str], why: &str) -> Vec<Finding> {
    let code = source.shipped();
    let mut found = Vec::new();
    for (at, line) in code.lines().enumerate() {
        for word in words.iter().filter(|word| uses(line, word)) {
            found.push(source.finding(at + 1, format!("`{word}`: {why}")));
        }
    }
    found
}
