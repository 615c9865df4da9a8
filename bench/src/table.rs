//! How results are written.

use std::time::Duration;

/// How long things took, sorted.
pub struct Times(Vec<Duration>);

impl Times {
    /// From times in any order.
    pub fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The time within which so many per cent were done.
    pub fn percentile(&self, percent: usize) -> Duration {
        let at = (self.0.len() * percent / 100).min(self.0.len().saturating_sub(1));
        self.0.get(at).copied().unwrap_or_default()
    }
}

/// Milliseconds with as many decimals as mean something.
pub fn ms(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1e3;
    if ms < 10.0 { format!("{ms:.2} ms") } else { format!("{ms:.0} ms") }
}

/// A headline.
pub fn headline(text: &str) {
    println!("{text}\n{}", "-".repeat(text.chars().count()));
}

/// Whether a target of the project is kept.
pub fn target(what: &str, kept: bool, measured: &str) {
    println!("{} {what}: {measured}", if kept { "kept  " } else { "MISSED" });
}
