//! The offices of the province and how they stand above one another.
