//! What an import found, row by row. Kept as JSON beside the file, so that a page can show it again.

use domain::decision::Text;
use serde::{Deserialize, Serialize};

/// Bad rows kept with their reasons; beyond that they are only counted.
const KEPT: usize = 2_000;

/// Something in the file that cannot be taken as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadRow {
    /// The row as a spreadsheet numbers it, the header included.
    pub row: u64,
    /// The column, as its header is written in the file; empty for the row as a whole.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// What is wrong and what to do.
    pub says: Text,
}

/// What a file holds and what taking it in changes (or changed).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Rows under the header.
    pub total: u64,
    /// Rows without a mistake.
    pub good: u64,
    /// Things made new.
    pub made: u64,
    /// Things that were there and are changed.
    pub changed: u64,
    /// Mistakes, in the order of the file; a row may have several.
    pub bad: Vec<BadRow>,
    /// Mistakes that are not listed because there are so many.
    #[serde(default)]
    pub unlisted: u64,
    /// What was read into the file rather than out of it, and should be looked at: units made, kinds guessed.
    #[serde(default)]
    pub remarks: Vec<Text>,
}

impl Report {
    /// Rows with at least one mistake.
    pub fn bad_rows(&self) -> u64 {
        self.total - self.good
    }

    /// Nothing would be, or was, changed.
    pub fn changes_nothing(&self) -> bool {
        self.made == 0 && self.changed == 0
    }

    /// Puts mistakes into the order of the file.
    pub(super) fn sort(&mut self) {
        self.bad.sort_by_key(|bad| bad.row);
    }

    /// Notes a mistake.
    pub(super) fn note(&mut self, bad: BadRow) {
        if self.bad.len() < KEPT { self.bad.push(bad) } else { self.unlisted += 1 }
    }
}
