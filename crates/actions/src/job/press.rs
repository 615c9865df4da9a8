//! Printing, as jobs need it: documents stand beside this floor.

use crate::{Ctx, Failure};
use domain::{decision::Text, ids::EvaluationId};
use futures::future::BoxFuture;

/// Prints a frozen result, and puts sentences into words. Documents stand beside this floor, so whoever wires the floors hands this in.
pub trait Press: Send + Sync {
    /// The document as PDF, as far as the person asking may read it.
    fn print<'a>(&'a self, ctx: &'a Ctx, id: EvaluationId) -> BoxFuture<'a, Result<Vec<u8>, Failure>>;

    /// A sentence in Indonesian, for files that people take along.
    fn says(&self, text: &Text) -> String;
}
