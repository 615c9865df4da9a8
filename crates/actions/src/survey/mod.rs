//! The public satisfaction survey: services and periods are kept, the public answers, staff type in paper, results are read.
//!
//! Answering needs no log-in and leaves no trace of who it was: it is journalled without a person, with the answer's id and
//! nothing of its content. Read first: [`answer`] (the public), then [`write_service`], [`manage_round`], [`enter`],
//! [`see`], [`publish`]; [`result`] is what other rooms read.

pub mod answer;
pub mod enter;
pub mod export;
pub mod import;
mod load;
pub mod manage_round;
pub mod publish;
pub mod result;
pub mod see;
#[cfg(test)]
mod tests;
pub mod ticket;
pub mod write_service;

/// What a journal row says of answers: how many came in how, never what they say.
#[derive(serde::Serialize)]
struct Came {
    round: domain::ids::RoundId,
    service: domain::ids::ServiceId,
    channel: domain::survey::Channel,
    n: usize,
}
