//! Exact proofs about conditions: what can ever hold, what always holds, what an answer can still change.
//!
//! A [`Question`] is anything a condition names: a question of a scenario, a field, a fact. Its possible values
//! are cut into finitely many *cells* on which every condition is the same: the options of a choice, yes and
//! no, the intervals between the constants a number or a date is compared with, the codes a text is compared
//! with. What compares two questions with one another is taken as free: either side may come out, whatever
//! the two are. Every combination of cells that can happen is then held in one decision diagram, and
//! questions about it are answered from all of them, not from samples.
//!
//! Free comparisons only ever add combinations. So what is found impossible here is impossible, while a
//! way that needs a free comparison is shown possible by a worked example on each side.

mod cells;
mod diagram;
pub mod examples;
mod faults;
pub mod form;
mod model;
mod rewrite;
pub mod scenario;
#[cfg(test)]
mod tests;

pub use cells::Domain;
pub use diagram::{Diagram, Node};
pub use model::{Model, Question, Variable, VariableKind};
pub use rewrite::{expand, free_comparisons, rename, replaced};

/// The most nodes a proof may need. A house rule: more is refused as too entangled.
pub const MAX_NODES: usize = 100_000;

/// The most cells one question may be cut into. A house rule.
pub const MAX_CELLS: usize = 500;

/// A condition that does not hold, as a diagram's end.
pub const FALSE: u32 = 0;
/// A condition that holds.
pub const TRUE: u32 = 1;
/// A condition that cannot be told, because what it names is not asked.
pub const UNKNOWN: u32 = 2;

/// Why nothing could be proved: the conditions hang together too closely, or one question has too many cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooBig;
