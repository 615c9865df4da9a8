//! Small bridges between columns and domain values, shared by the rooms.

use crate::StoreError;
use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use domain::time::DateRange;
use serde::{Serialize, de::DeserializeOwned};
use std::fmt::Display;

/// Instants are kept to the microsecond on both engines (PostgreSQL knows no finer).
pub(crate) fn instant(at: DateTime<Utc>) -> DateTime<Utc> {
    at.trunc_subsecs(6)
}

/// The same for an instant that may not have come.
pub(crate) fn maybe_instant(at: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    at.map(instant)
}

/// A document-like value as JSON text.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|e| StoreError::Other(format!("not JSON: {e}")))
}

/// Reads JSON text.
pub(crate) fn from_json<T: DeserializeOwned>(column: &str, text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|e| StoreError::Corrupt(format!("{column}: {e}")))
}

/// The code of an enum without data, as serde writes it.
pub(crate) fn code<T: Serialize>(value: T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => Ok(code),
        other => Err(StoreError::Other(format!("not a code: {other:?}"))),
    }
}

/// Reads a code written by [`code`].
pub(crate) fn from_code<T: DeserializeOwned>(column: &str, code: String) -> Result<T, StoreError> {
    serde_json::from_value(serde_json::Value::String(code)).map_err(|e| StoreError::Corrupt(format!("{column}: {e}")))
}

/// A code the domain reads itself.
pub(crate) fn known<T>(column: &str, code: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<T, StoreError> {
    read(code).ok_or_else(|| StoreError::Corrupt(format!("{column}: unknown code {code}")))
}

/// A whole number into the size the other side uses.
pub(crate) fn number<A, B>(column: &str, value: A) -> Result<B, StoreError>
where
    A: TryInto<B> + Copy + Display,
{
    value.try_into().map_err(|_| StoreError::Corrupt(format!("{column}: {value} out of range")))
}

/// Days of a row.
pub(crate) fn range(column: &str, from: NaiveDate, until: Option<NaiveDate>) -> Result<DateRange, StoreError> {
    DateRange::new(from, until).ok_or_else(|| StoreError::Corrupt(format!("{column}: ends before it begins")))
}
