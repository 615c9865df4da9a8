//! What can be set: flags, and environment variables for servers. Read once, here and nowhere else.

use clap::{Args, Parser, Subcommand};
use std::{net::SocketAddr, path::PathBuf};
use tracing_subscriber::{EnvFilter, fmt};

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

/// `laras policy`.
#[derive(Subcommand)]
pub enum PolicyCommand {
    /// Report gaps, overlaps and missing sources with file and line, and run the worked cases.
    Check {
        /// The folder; what was built into the program, if not given.
        folder: Option<PathBuf>,
    },
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
