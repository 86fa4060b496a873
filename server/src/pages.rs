//! The pages of the hall: each file loads what one noun's pages need and paints them, and lists its
//! routes. What is not in these tables cannot be reached.

pub mod about;
pub mod account;
pub mod annual;
pub mod answered;
pub mod carry;
pub mod case;
pub mod desk;
pub mod draft;
mod due;
pub mod entity;
pub mod entity_home;
pub mod home;
pub mod inbox;
pub mod mandates;
pub mod my;
pub mod name;
mod names;
pub mod notices;
mod number_and_code;
pub mod objection;
pub mod published;
mod qr;
mod records;
pub mod register;
pub mod service;
pub mod sign_in;
pub mod sign_up;
pub mod start;
pub mod track;
mod typed;
pub mod verify;

use crate::web::Route;

/// Every route of the hall.
pub const TABLES: &[&[Route]] = &[
    about::ROUTES,
    account::ROUTES,
    annual::ROUTES,
    case::ROUTES,
    desk::ROUTES,
    draft::ROUTES,
    entity::ROUTES,
    entity_home::ROUTES,
    home::ROUTES,
    inbox::ROUTES,
    mandates::ROUTES,
    my::ROUTES,
    name::ROUTES,
    notices::ROUTES,
    objection::ROUTES,
    published::ROUTES,
    register::ROUTES,
    service::ROUTES,
    sign_in::ROUTES,
    sign_up::ROUTES,
    start::ROUTES,
    track::ROUTES,
    verify::ROUTES,
];
