//! From a view to a whole HTML document.

use crate::http::assets::Assets;
use crate::http::csp::Nonce;
use app::document::{Document, Head, Links};
use axum::extract::FromRequestParts;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use std::convert::Infallible;
use std::sync::Arc;

/// What a handler asks for to answer with a page: `async fn home(painter: Painter) -> Response`.
///
/// It carries what the document around the page needs: where the style sheet and the script are, and
/// the nonce of this response's content security policy.
#[derive(Clone, Debug, Default)]
pub struct Painter {
    links: Links,
    nonce: String,
}

impl Painter {
    /// Renders `view` inside the document, with this status. The document is whole: it reads and works
    /// without JavaScript, and the islands in it carry their props along.
    ///
    /// Rendering is synchronous on purpose: a handler loads everything first.
    pub fn page<V: IntoView + 'static>(
        &self,
        status: StatusCode,
        head: Head,
        view: impl FnOnce() -> V + Send + 'static,
    ) -> Response {
        let Painter { links, nonce } = self.clone();
        let html = render(move || {
            let children: Children = Box::new(move || view().into_any());
            view! { <Document head links nonce children/> }
        });
        let html_type = HeaderValue::from_static("text/html; charset=utf-8");
        (status, [(CONTENT_TYPE, html_type)], html).into_response()
    }
}

impl<S: Sync> FromRequestParts<S> for Painter {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let links = parts
            .extensions
            .get::<Arc<Assets>>()
            .map(|assets| assets.links.clone());
        let nonce = parts.extensions.get::<Nonce>().map(|nonce| nonce.0.clone());
        Ok(Painter {
            links: links.unwrap_or_default(),
            nonce: nonce.unwrap_or_default(),
        })
    }
}

/// The HTML of a view, with its islands marked for the browser, in a reactive scope of its own that is
/// gone when this returns.
pub fn render<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| view().into_view().to_html());
    owner.unset_with_forced_cleanup();
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[island]
    fn Greeting(name: String) -> impl IntoView {
        view! { <p>{name}</p> }
    }

    fn check<V: IntoView>(view: impl FnOnce() -> V, expected: &str) {
        let html = render(view);
        assert!(html.contains(expected), "no {expected:?} in {html}");
    }

    #[test]
    fn text_is_escaped() {
        check(|| view! { <p>{"<script>".to_owned()}</p> }, "&lt;script&gt;");
    }

    #[test]
    fn an_island_is_marked_and_carries_its_props() {
        check(
            || view! { <Greeting name="甲".into()/> },
            "<leptos-island data-component=\"Greeting_",
        );
        check(|| view! { <Greeting name="甲".into()/> }, "甲&quot;");
    }

    #[test]
    fn what_is_no_island_is_not_marked_for_hydration() {
        assert_eq!(render(|| view! { <p>{"甲".to_owned()}</p> }), "<p>甲</p>");
    }
}
