//! When a use case did not do what was asked: one status, one page, one JSON answer for each reason.

use super::Visit;
use crate::hall::HallError;
use app::pages::problem::{Problem, ProblemPage};
use axum::Json;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, HeaderValue, RETRY_AFTER};
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;

impl Visit {
    /// Answers with what went wrong. Forms that can show field errors in place do so themselves with
    /// [`HallError::Invalid`]; here it becomes a page that says so in general.
    pub fn problem(&self, error: HallError) -> Response {
        let (status, problem) = match &error {
            HallError::NotFound => (StatusCode::NOT_FOUND, Problem::NotFound),
            HallError::SignInFirst if !self.wants_json => {
                let back = form_urlencoded::byte_serialize(self.path.as_bytes()).collect::<String>();
                return self.go(&format!("/sign-in?next={back}"));
            }
            HallError::SignInFirst => (StatusCode::UNAUTHORIZED, Problem::SignInFirst),
            HallError::NotAllowed => (StatusCode::FORBIDDEN, Problem::NotAllowed),
            HallError::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, Problem::Invalid),
            HallError::Refused(code) => (StatusCode::CONFLICT, Problem::Refused(code.to_string())),
            HallError::TooManyTries { seconds } => {
                (StatusCode::TOO_MANY_REQUESTS, Problem::TooManyTries(*seconds))
            }
            HallError::Full => (StatusCode::INSUFFICIENT_STORAGE, Problem::Full),
            HallError::Store(inner) => {
                tracing::error!(error = ?inner, path = self.bare_path, "the store failed");
                (StatusCode::SERVICE_UNAVAILABLE, Problem::Unavailable)
            }
            HallError::Inconsistent(what) => {
                tracing::error!(what, path = self.bare_path, "inconsistent");
                (StatusCode::INTERNAL_SERVER_ERROR, Problem::Broken)
            }
        };
        let mut response = if self.wants_json {
            let fields = match &error {
                HallError::Invalid(fields) => serde_json::json!(fields),
                _ => serde_json::json!([]),
            };
            let text = problem.text(self.lang);
            (
                status,
                Json(serde_json::json!({ "problem": problem.code(), "text": text, "fields": fields })),
            )
                .into_response()
        } else {
            let lang = self.lang;
            let title = problem.title(lang);
            self.page(
                status,
                &title,
                None,
                move || view! { <ProblemPage lang problem/> },
            )
        };
        if let HallError::TooManyTries { seconds } = error
            && let Ok(value) = HeaderValue::from_str(&seconds.to_string())
        {
            response.headers_mut().insert(RETRY_AFTER, value);
        }
        response
            .headers_mut()
            .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}
