//! Floor 5: the binary. Configuration, commands, wiring; the only floor that reads clock, randomness and environment.
//!
//! Not here: rules, queries, pages. Read first: `config` (what can be set), `house` (how the floors are put together),
//! then the command in `commands`.

mod commands;
mod config;
mod demo;
mod failure;
mod house;
mod policies;
mod worker;
mod world;

use clap::Parser;
use config::Cli;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::parse();
    config::start_log(&cli.log);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("laras: cannot start its threads: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(commands::run(cli)) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("laras: {failure}");
            if let Some(advice) = failure.advice() {
                eprintln!("       {advice}");
            }
            ExitCode::FAILURE
        }
    }
}
