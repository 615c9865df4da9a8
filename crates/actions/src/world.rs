//! What the outside world gives: time, ids and randomness. Real in the binary, movable in tests.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Time, ids and randomness, handed in once (house rule 1).
pub trait World: Send + Sync {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;
    /// A fresh id, ordered by time (UUID v7).
    fn id(&self) -> Uuid;
    /// 32 unpredictable bytes.
    fn secret(&self) -> [u8; 32];
}
