//! The officers' desk: every page below `/desk`.

mod abnormal;
mod case;
mod claims;
mod entity;
mod identities;
mod objection;
mod packs;
mod queue;
mod upload;
mod windows;

use super::draft::sent;
use crate::hall::{FieldProblem, HallError};
use crate::web::{Route, Visit};
use app::pages::desk::Limit;
use app::pages::problem::Problem;
use app::text::{MandateTexts, day::day, fill, form::field_error};
use app::ui::LightColour;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use domain::date::Date;
use domain::pack::time_limit::Light;
use domain::permission::Permission;

pub const ROUTES: &[Route] = &[
    Route {
        methods: &["GET"],
        path: "/desk",
        permission: Permission::UseDesk,
        handler: || get(queue::page),
    },
    Route {
        methods: &["GET", "POST"],
        path: "/desk/case/{number}",
        permission: Permission::DecideCase,
        handler: || get(case::page).post(case::act),
    },
    Route {
        methods: &["GET"],
        path: "/desk/case/{number}/filing",
        permission: Permission::DecideCase,
        handler: || get(super::case::filing::at_desk),
    },
    Route {
        methods: &["GET"],
        path: "/desk/case/{number}/file/{id}",
        permission: Permission::DecideCase,
        handler: || get(case::file),
    },
    Route {
        methods: &["GET"],
        path: "/desk/document/{number}",
        permission: Permission::DecideCase,
        handler: || get(super::case::paper::page),
    },
    Route {
        methods: &["GET", "POST"],
        path: "/desk/identities",
        permission: Permission::ConfirmIdentity,
        handler: || get(identities::page).post(identities::find),
    },
    Route {
        methods: &["GET", "POST"],
        path: "/desk/identities/{account}",
        permission: Permission::ConfirmIdentity,
        handler: || get(identities::person).post(identities::act),
    },
    Route {
        methods: &["GET", "POST"],
        path: "/desk/claims",
        permission: Permission::ServeEntity,
        handler: || get(claims::page).post(claims::act),
    },
    Route {
        methods: &["GET", "POST"],
        path: "/desk/windows",
        permission: Permission::ServeEntity,
        handler: || get(windows::page).post(windows::act),
    },
    Route {
        methods: &["GET"],
        path: "/desk/register",
        permission: Permission::UseDesk,
        handler: || get(entity::search),
    },
    Route {
        methods: &["GET"],
        path: "/desk/register/{code}",
        permission: Permission::UseDesk,
        handler: || get(entity::page),
    },
    Route {
        methods: &["GET", "POST"],
        path: "/desk/register/{code}/abnormal",
        permission: Permission::ListAbnormal,
        handler: || get(abnormal::page).post(abnormal::act),
    },
    Route {
        methods: &["GET"],
        path: "/desk/objections",
        permission: Permission::UseDesk,
        handler: || get(objection::list),
    },
    Route {
        methods: &["GET", "POST"],
        path: "/desk/register/{code}/objection/{number}",
        permission: Permission::AnswerObjection,
        handler: || get(objection::page).post(objection::answer),
    },
    Route {
        methods: &["GET"],
        path: "/desk/packs",
        permission: Permission::UseDesk,
        handler: || get(packs::list),
    },
    Route {
        methods: &["GET"],
        path: "/desk/packs/{service}",
        permission: Permission::UseDesk,
        handler: || get(packs::page),
    },
    Route {
        methods: &["GET"],
        path: "/desk/packs/{service}/source",
        permission: Permission::UseDesk,
        handler: || get(packs::source),
    },
    Route {
        methods: &["GET", "POST"],
        path: "/desk/upload",
        permission: Permission::PublishPack,
        handler: || {
            get(upload::page)
                .post(upload::upload)
                .layer(DefaultBodyLimit::max(sent::MOST_BYTES))
        },
    },
    Route {
        methods: &["GET", "POST"],
        path: "/desk/upload/{service}",
        permission: Permission::PublishPack,
        handler: || get(upload::waiting).post(upload::act),
    },
];

/// A time limit as the desk shows it.
fn limit(visit: &Visit, on: Date, light: Light) -> Limit {
    let today = visit.hall.clock.today();
    let light = match light {
        Light::Green => LightColour::Green,
        Light::Yellow => LightColour::Yellow,
        Light::Red => LightColour::Red,
    };
    Limit {
        on: day(visit.lang, on),
        light,
        days: visit.hall.reference.calendar.working_days_between(today, on),
    }
}

/// What a rule refuses with, in words.
fn refusal(visit: &Visit, code: &str) -> String {
    Problem::Refused(code.to_string()).text(visit.lang)
}

/// What is wrong with a field, in words.
pub(super) fn field_problem(visit: &Visit, problem: &FieldProblem) -> String {
    let values: Vec<_> = problem
        .params
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fill(field_error(visit.lang, &problem.code), &values)
}

/// Wrong fields with their messages, or a refusal that stands at the top; other errors are not the form's.
fn form_errors(visit: &Visit, error: HallError) -> Result<Vec<(String, String)>, HallError> {
    match error {
        HallError::Invalid(problems) => Ok(problems
            .iter()
            .map(|problem| (problem.path.clone(), field_problem(visit, problem)))
            .collect()),
        HallError::Refused(code) => {
            let mandates = MandateTexts::of(visit.lang);
            let text = match code {
                "no-such-person" => mandates.no_such_person.to_string(),
                "mandate-past" => mandates.ended_before.to_string(),
                code => refusal(visit, code),
            };
            Ok(vec![(String::new(), text)])
        }
        other => Err(other),
    }
}

/// At most this many characters of a search or number are looked at.
const TYPED_MAX: usize = 100;

fn short(text: &str) -> String {
    text.trim().chars().take(TYPED_MAX).collect()
}
