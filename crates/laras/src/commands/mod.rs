//! What an operator can do, one file per command.
//!
//! Not here: what can be set (`crate::config`), how floors are put together (`crate::house`). Read first: `serve`.

mod agency;
mod demo;
mod doctor;
mod export;
mod import;
mod migrate;
mod policy;
mod preview;
mod serve;

use crate::{
    config::{Cli, Command, PolicyCommand},
    failure::Stop,
};
use std::process::ExitCode;

/// Does what was asked.
pub async fn run(cli: Cli) -> Result<ExitCode, Stop> {
    match cli.command {
        Command::Serve(serve) => serve::run(&serve).await,
        Command::Demo(demo) => demo::run(&demo).await,
        Command::Migrate(place) => migrate::run(&place).await,
        Command::Agency { command } => agency::run(&command).await,
        Command::Import(import) => import::run(&import).await,
        Command::Export(export) => export::run(&export).await,
        Command::Policy { command: PolicyCommand::Check { folder } } => policy::check(folder.as_deref()),
        Command::Policy { command: PolicyCommand::Explain(explain) } => policy::explain(&explain),
        Command::Policy { command: PolicyCommand::Simulate(simulate) } => policy::simulate(&simulate).await,
        Command::Preview(preview) => preview::run(&preview).await,
        Command::Doctor(place) => doctor::run(&place).await,
    }
}
