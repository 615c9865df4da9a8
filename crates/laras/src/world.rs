//! The real world: the clock, identifiers ordered by time, and randomness from the operating system.
#![allow(clippy::disallowed_methods)] // the one place they come from

use actions::World;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// The real world.
pub struct RealWorld;

impl World for RealWorld {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn id(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn secret(&self) -> [u8; 32] {
        rand::random()
    }
}
