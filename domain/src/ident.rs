//! Identifiers: what a code must be, and why one is not.
