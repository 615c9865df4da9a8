//! A world that tests hold in their hand: a clock that moves when told, ids that count, secrets that repeat.

use actions::World;
use chrono::{DateTime, TimeDelta, Utc};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering::SeqCst};
use uuid::{Builder, Uuid};

/// The world of a test.
pub struct TestWorld {
    millis: AtomicI64,
    count: AtomicU64,
}

impl TestWorld {
    /// A world at an instant.
    pub fn at(now: DateTime<Utc>) -> Self {
        Self { millis: AtomicI64::new(now.timestamp_millis()), count: AtomicU64::new(1) }
    }

    /// Moves the clock, in any direction.
    pub fn set(&self, now: DateTime<Utc>) {
        self.millis.store(now.timestamp_millis(), SeqCst);
    }

    /// Lets time pass.
    pub fn pass(&self, time: TimeDelta) {
        self.millis.fetch_add(time.num_milliseconds(), SeqCst);
    }
}

impl World for TestWorld {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.millis.load(SeqCst)).expect("an instant chrono can hold")
    }

    fn id(&self) -> Uuid {
        let count = self.count.fetch_add(1, SeqCst).to_be_bytes();
        let mut rest = [0_u8; 10];
        rest[3..9].copy_from_slice(&count[2..8]);
        Builder::from_unix_timestamp_millis(self.millis.load(SeqCst).unsigned_abs(), &rest).into_uuid()
    }

    fn secret(&self) -> [u8; 32] {
        // SplitMix64: different every time, the same in every run.
        let mut state = self.count.fetch_add(1, SeqCst).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut bytes = [0_u8; 32];
        for chunk in bytes.chunks_exact_mut(8) {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            chunk.copy_from_slice(&(z ^ (z >> 31)).to_le_bytes());
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_moves_when_told_and_ids_count() {
        let world = TestWorld::at(DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000));
        let (first, secret) = (world.id(), world.secret());
        world.pass(TimeDelta::minutes(5));
        assert_eq!(world.now(), DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::minutes(5));
        assert!(first < world.id());
        assert_ne!(secret, world.secret());
        let again = TestWorld::at(DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000));
        assert_eq!((first, secret), (again.id(), again.secret()), "every run is the same");
    }
}
