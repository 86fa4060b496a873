//! The pages of the hall: each file loads what one noun's pages need and paints them, and lists its
//! routes. What is not in these tables cannot be reached.

pub mod answered;
pub mod home;

use crate::web::Route;

/// Every route of the hall.
pub const TABLES: &[&[Route]] = &[home::ROUTES];
