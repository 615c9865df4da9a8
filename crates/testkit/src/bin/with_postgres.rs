//! Runs a command with a PostgreSQL server of its own, named in `LARAS_TEST_PG`, and stops the server afterwards:
//! `cargo run -q -p testkit --bin with_postgres -- cargo nextest run`. A server that is named already is left alone.

use std::process::{Command, ExitCode};

#[path = "../postgres.rs"]
mod postgres;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let Some(program) = arguments.next() else {
        eprintln!("usage: with_postgres COMMAND [ARGUMENT]…");
        return ExitCode::from(2);
    };
    let mut command = Command::new(&program);
    command.args(arguments);
    let cluster = if std::env::var_os(postgres::VARIABLE).is_some() {
        None
    } else {
        match postgres::Cluster::start() {
            Ok(cluster) => Some(cluster),
            Err(error) => {
                eprintln!("{error}");
                return ExitCode::FAILURE;
            }
        }
    };
    if let Some(cluster) = &cluster {
        command.env(postgres::VARIABLE, &cluster.url);
    }
    let status = command.status();
    drop(cluster);
    match status {
        Ok(status) => ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1)),
        Err(error) => {
            eprintln!("{}: {error}", program.display());
            ExitCode::from(127)
        }
    }
}
