//! What can be set: flags, and environment variables for servers. Read once, here and nowhere else.

use actions::people::import::Kind;
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};
use std::{net::SocketAddr, path::PathBuf};
use tracing_subscriber::{EnvFilter, fmt};
use web::words::Lang;

/// Performance appraisal for Indonesia's civil service.
#[derive(Parser)]
#[command(name = "laras", version, about, max_term_width = 100)]
pub struct Cli {
    /// What goes to the log (standard error): `info`, `debug`, `web=debug,store=info` …
    #[arg(long, env = "LARAS_LOG", default_value = "warn,laras=info", global = true)]
    pub log: String,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Serve the pages.
    Serve(Serve),
    /// Serve an invented agency, with log-ins for every role. Builds it first if it is not there.
    Demo(Demo),
    /// Bring the database up to date.
    Migrate(Place),
    /// Make an agency with its first log-in, or list those there are.
    Agency {
        /// What to do.
        #[command(subcommand)]
        command: AgencyCommand,
    },
    /// Import units, posts, tasks, employees or plans from CSV or XLSX, as somebody of the personnel office.
    Import(Import),
    /// Export what can be imported, in the same shape.
    Export(Export),
    /// Look at the rules.
    Policy {
        /// What to look at.
        #[command(subcommand)]
        command: PolicyCommand,
    },
    /// Write every page with sample data into a folder, or serve them.
    Preview(Preview),
    /// See whether everything Laras needs is there, and say what to do where it is not.
    Doctor(Place),
}

/// Where the data is.
#[derive(Args, Clone, Debug)]
pub struct Place {
    /// `sqlite://path?mode=rwc` or `postgres://user:password@host/database`.
    #[arg(
        long,
        env = "LARAS_DATABASE_URL",
        default_value = "sqlite://data/laras.sqlite?mode=rwc",
        hide_env_values = true
    )]
    pub database_url: String,
    /// Folder in which evidence is kept.
    #[arg(long, env = "LARAS_FILES", default_value = "data/files")]
    pub files: PathBuf,
    /// Connections to the database; 0 leaves the choice to us.
    #[arg(long, env = "LARAS_CONNECTIONS", default_value_t = 0)]
    pub connections: u32,
}

/// `laras serve`.
#[derive(Args)]
pub struct Serve {
    /// Where the data is.
    #[command(flatten)]
    pub place: Place,
    /// Address to listen on. Only this machine, unless you say otherwise.
    #[arg(long, env = "LARAS_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Pages are reached over HTTPS (a proxy in front): cookies and headers say so.
    #[arg(long, env = "LARAS_SECURE_COOKIE", default_value_t = false, action = clap::ArgAction::Set, num_args = 0..=1, default_missing_value = "true")]
    pub secure_cookie: bool,
    /// Rows of a source's file that are taken while somebody waits; larger files are taken in the background.
    #[arg(long, env = "LARAS_ROWS_AT_ONCE", default_value_t = actions::feed::import::AT_ONCE)]
    pub rows_at_once: usize,
    /// Run pending migrations first, instead of refusing to start.
    #[arg(long, env = "LARAS_MIGRATE", default_value_t = false, action = clap::ArgAction::Set, num_args = 0..=1, default_missing_value = "true")]
    pub migrate: bool,
}

/// `laras demo`.
#[derive(Args)]
pub struct Demo {
    /// Folder of the demo's database and files.
    #[arg(long, env = "LARAS_DEMO", default_value = "data/demo")]
    pub data: PathBuf,
    /// Port on this machine; 0 takes a free one.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Throw away what is there and build it anew, up to today.
    #[arg(long)]
    pub fresh: bool,
    /// Build only, do not serve.
    #[arg(long)]
    pub build_only: bool,
}

/// `laras agency`.
#[derive(Subcommand)]
pub enum AgencyCommand {
    /// Make an agency. Prints a log-in that may import people, manage accounts, and must change its password first.
    Add(AgencyAdd),
    /// List the agencies.
    List(Place),
}

/// `laras agency add`.
#[derive(Args)]
pub struct AgencyAdd {
    /// Full name, as printed on forms.
    pub name: String,
    /// Its clock: WIB, WITA or WIT.
    #[arg(long, value_parser = ["WIB", "WITA", "WIT"])]
    pub zone: String,
    /// Its scheme, a folder of `policies/schemes`.
    #[arg(long, default_value = "nasional")]
    pub scheme: String,
    /// The town printed above signatures.
    #[arg(long, default_value = "")]
    pub seat: String,
    /// The first log-in.
    #[arg(long)]
    pub login: String,
    /// Whose it is, by name.
    #[arg(long, default_value = "Pengelola Laras")]
    pub person: String,
    /// Where the data is.
    #[command(flatten)]
    pub place: Place,
}

/// As whom, in which agency, a command acts.
#[derive(Args)]
pub struct Acting {
    /// The agency, by name or id; needed only where there are several.
    #[arg(long, env = "LARAS_AGENCY")]
    pub agency: Option<String>,
    /// Log-in of somebody of the personnel office; the journal names them. Needed only where there are several.
    #[arg(long = "as", env = "LARAS_AS", value_name = "LOGIN")]
    pub login: Option<String>,
}

/// `laras import`.
#[derive(Args)]
pub struct Import {
    /// What is in the file: `unit`, `jabatan`, `tugas`, `pegawai` or `skp`.
    #[arg(value_parser = kind)]
    pub kind: Kind,
    /// The file: CSV (any usual separator and encoding) or XLSX; plans also JSON.
    pub file: PathBuf,
    /// Check only, and say what the file would change.
    #[arg(long)]
    pub dry_run: bool,
    /// Take the good rows and leave out the bad ones, instead of all or nothing.
    #[arg(long)]
    pub skip_bad: bool,
    /// Year of plans whose file names none.
    #[arg(long)]
    pub year: Option<i32>,
    /// As whom.
    #[command(flatten)]
    pub acting: Acting,
    /// Where the data is.
    #[command(flatten)]
    pub place: Place,
}

/// `laras export`.
#[derive(Args)]
pub struct Export {
    /// What to export: `unit`, `jabatan`, `tugas`, `pegawai` or `skp`.
    #[arg(value_parser = kind)]
    pub kind: Kind,
    /// A file ending in `.csv` or `.xlsx`; `-` writes CSV to standard output.
    #[arg(default_value = "-")]
    pub file: PathBuf,
    /// Year of plans.
    #[arg(long)]
    pub year: Option<i32>,
    /// As whom.
    #[command(flatten)]
    pub acting: Acting,
    /// Where the data is.
    #[command(flatten)]
    pub place: Place,
}

fn kind(code: &str) -> Result<Kind, String> {
    Kind::from_code(code).ok_or_else(|| format!("one of {}", Kind::ALL.map(Kind::code).join(", ")))
}

/// `laras policy`.
#[derive(Subcommand)]
pub enum PolicyCommand {
    /// Report gaps, overlaps and missing sources with file and line, and run the worked cases.
    Check {
        /// The folder; what was built into the program, if not given.
        folder: Option<PathBuf>,
    },
    /// Print the rules of the game of a scheme, each with its article, as Markdown.
    Explain(Explain),
    /// What the results of a period would be under a draft of the rules: who would move, and why. Nothing is saved.
    Simulate(Simulate),
}

/// `laras policy explain`.
#[derive(Args)]
pub struct Explain {
    /// The scheme, by its folder (`plaju`).
    pub scheme: String,
    /// Language: `id` or `en`. What an agency wrote itself stays as it wrote it.
    #[arg(long, default_value = "id", value_parser = lang)]
    pub lang: Lang,
    /// The day whose rules are shown (2026-12-31); today, if not given.
    #[arg(long)]
    pub on: Option<NaiveDate>,
    /// The folder of the rules; what was built into the program, if not given.
    #[arg(long)]
    pub folder: Option<PathBuf>,
}

/// `laras policy simulate`.
#[derive(Args)]
pub struct Simulate {
    /// The folder of the draft: everything below `policies/`, with the changes.
    pub folder: PathBuf,
    /// The year whose result is tried.
    #[arg(long)]
    pub year: i32,
    /// The half of the year (1, 2) whose review is tried; the year itself, if not given.
    #[arg(long)]
    pub half: Option<u32>,
    /// Language: `id` or `en`.
    #[arg(long, default_value = "id", value_parser = lang)]
    pub lang: Lang,
    /// As whom: somebody of the personnel office.
    #[command(flatten)]
    pub acting: Acting,
    /// Where the data is.
    #[command(flatten)]
    pub place: Place,
}

fn lang(code: &str) -> Result<Lang, String> {
    Lang::from_code(code).ok_or_else(|| "one of id, en".to_owned())
}

/// `laras preview`.
#[derive(Args)]
pub struct Preview {
    /// Folder to write into. Served instead where none is given.
    pub folder: Option<PathBuf>,
    /// Port on this machine; 0 takes a free one.
    #[arg(long, default_value_t = 8081)]
    pub port: u16,
}

/// Starts the log.
pub fn start_log(filter: &str) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|error| {
        eprintln!("laras: --log: {error}; using `warn`");
        EnvFilter::new("warn")
    });
    fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn flags_are_in_order() {
        Cli::command().debug_assert();
    }

    #[test]
    fn only_this_machine_unless_told_otherwise() {
        let cli = Cli::try_parse_from(["laras", "serve"]).expect("serve needs no flags");
        let Command::Serve(serve) = cli.command else { panic!("serve is serve") };
        assert!(serve.listen.ip().is_loopback());
        assert!(!serve.migrate);
    }
}
