//! The pages of the hall: each file loads what one noun's pages need and paints them, and lists its
//! routes. What is not in these tables cannot be reached.

pub mod about;
pub mod annual;
pub mod answered;
pub mod draft;
pub mod entity;
pub mod home;
mod names;
pub mod notices;
pub mod register;
pub mod service;
pub mod start;
pub mod track;
pub mod verify;

use crate::web::Route;

/// Every route of the hall.
pub const TABLES: &[&[Route]] = &[
    about::ROUTES,
    annual::ROUTES,
    draft::ROUTES,
    entity::ROUTES,
    home::ROUTES,
    notices::ROUTES,
    register::ROUTES,
    service::ROUTES,
    start::ROUTES,
    track::ROUTES,
    verify::ROUTES,
];
