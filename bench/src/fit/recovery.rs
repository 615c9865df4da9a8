//! How much of a known truth is found again.
pub fn study() -> Result<(), String> { Ok(()) }
