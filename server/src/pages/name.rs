//! Names: checking one, and one's own reservations.

mod check;
mod own;

use crate::web::Route;
use axum::routing::get;
use domain::permission::Permission;

pub use check::shown as checked_name;
pub use own::own_name_line;

pub const ROUTES: &[Route] = &[
    Route {
        methods: &["GET"],
        path: "/name",
        permission: Permission::ReadPublic,
        handler: || get(check::page),
    },
    Route {
        methods: &["GET", "POST"],
        path: "/my/name/{number}",
        permission: Permission::HoldName,
        handler: || get(own::page).post(own::give_up),
    },
];
