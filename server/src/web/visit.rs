//! A visit: one request with who makes it, in which language, and how to answer it.

use super::cookie;
use crate::hall::{Hall, Visitor};
use crate::render::Painter;
use app::document::Head;
use app::text::{ShellTexts, link};
use app::ui::{AccountName, Nav, Shell, ShellFacts, TextSize};
use axum::Json;
use axum::extract::{FromRef, FromRequestParts, OriginalUri};
use axum::http::header::{ACCEPT, CACHE_CONTROL, HeaderValue, LOCATION, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::text::Lang;
use leptos::prelude::*;
use std::sync::Arc;

/// What every handler shares.
#[derive(Clone)]
pub struct WebState {
    pub hall: Arc<Hall>,
    /// The hall is reached over TLS: cookies are `Secure`.
    pub secure: bool,
    /// The address people reach the hall at, for what is printed on documents, such as `https://hall.example`.
    pub address: Arc<str>,
}

impl FromRef<WebState> for Arc<Hall> {
    fn from_ref(state: &WebState) -> Arc<Hall> {
        state.hall.clone()
    }
}

/// One request, as pages need it.
#[derive(Clone)]
pub struct Visit {
    pub hall: Arc<Hall>,
    pub lang: Lang,
    pub visitor: Visitor,
    /// Path and query without the language: `/track?n=1`.
    pub path: String,
    /// Path alone, without the language.
    pub bare_path: String,
    pub query: super::Posted,
    pub secure: bool,
    pub address: Arc<str>,
    /// The browser's wasm asks: answer JSON.
    pub wants_json: bool,
    /// The cookie's token, to end or renew the session.
    pub token: Option<String>,
    size: TextSize,
    painter: Painter,
}

impl FromRequestParts<WebState> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &WebState) -> Result<Visit, Response> {
        if let Some(visit) = parts.extensions.get::<Visit>() {
            return Ok(visit.clone());
        }
        let uri = parts
            .extensions
            .get::<OriginalUri>()
            .map_or_else(|| parts.uri.clone(), |uri| uri.0.clone());
        let (lang, bare_path) = split_language(uri.path());
        let path = uri
            .query()
            .map_or_else(|| bare_path.clone(), |query| format!("{bare_path}?{query}"));
        let token = cookie::read(&parts.headers, cookie::session_name(state.secure)).map(String::from);
        let size =
            cookie::read(&parts.headers, cookie::TEXT_SIZE).map_or(TextSize::Normal, TextSize::from_id);
        let wants_json = wants_json(&parts.headers);
        let Ok(painter) = Painter::from_request_parts(parts, state).await;
        let mut visit = Visit {
            hall: state.hall.clone(),
            lang,
            visitor: Visitor::Anyone,
            path,
            bare_path,
            query: super::Posted::parse(uri.query().unwrap_or_default().as_bytes()),
            secure: state.secure,
            address: state.address.clone(),
            wants_json,
            token,
            size,
            painter,
        };
        match state.hall.visitor(visit.token.as_deref()).await {
            Ok(visitor) => visit.visitor = visitor,
            Err(error) => return Err(visit.problem(error)),
        }
        parts.extensions.insert(visit.clone());
        Ok(visit)
    }
}

impl Visit {
    /// `path` in this visit's language.
    pub fn link(&self, path: &str) -> String {
        link(self.lang, path)
    }

    /// A whole page of the hall (of the desk for paths below `/desk`) with this title and content.
    pub fn page<V: IntoView + 'static>(
        &self,
        status: StatusCode,
        title: &str,
        nav: Option<Nav>,
        view: impl FnOnce() -> V + Send + 'static,
    ) -> Response {
        let texts = ShellTexts::of(self.lang);
        let facts = self.shell_facts();
        let place = if facts.desk { texts.desk } else { texts.hall };
        let head = Head {
            lang: self.lang,
            title: if title.is_empty() {
                place.to_string()
            } else {
                format!("{title} · {place}")
            },
            description: String::new(),
            size: self.size,
        };
        let mut response = self.painter.page(status, head, move || {
            let children: Children = Box::new(move || view().into_any());
            view! { <Shell facts current=nav children/> }
        });
        // What a signed-in person sees is nobody else's; public pages may be kept but are asked for again.
        let keep = if self.visitor == Visitor::Anyone && status.is_success() {
            "no-cache"
        } else {
            "no-store"
        };
        response
            .headers_mut()
            .insert(CACHE_CONTROL, HeaderValue::from_static(keep));
        response
    }

    /// Success: go to `path` (without language). `303` for a form, `{"go": …}` for the browser's wasm.
    pub fn go(&self, path: &str) -> Response {
        let target = self.link(path);
        let mut response = if self.wants_json {
            Json(serde_json::json!({ "go": target })).into_response()
        } else {
            StatusCode::SEE_OTHER.into_response()
        };
        if !self.wants_json
            && let Ok(value) = HeaderValue::from_str(&encode_location(&target))
        {
            response.headers_mut().insert(LOCATION, value);
        }
        response
            .headers_mut()
            .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }

    /// The same, with the session's cookie set or ended.
    pub fn go_with_session(&self, path: &str, token: Option<&str>) -> Response {
        self.with_session(self.go(path), token)
    }

    /// An answer with the session's cookie set or ended.
    pub fn with_session(&self, mut response: Response, token: Option<&str>) -> Response {
        let cookie = match token {
            Some(token) => cookie::session(token, self.secure),
            None => cookie::no_session(self.secure),
        };
        response.headers_mut().append(SET_COOKIE, cookie);
        response
    }

    fn shell_facts(&self) -> ShellFacts {
        let office = self.hall.reference.offices.root();
        let account = match &self.visitor {
            Visitor::Anyone => None,
            Visitor::Person(person) => Some(AccountName {
                name: person.name.clone(),
                officer: false,
            }),
            Visitor::Officer(officer) => Some(AccountName {
                name: officer.name.clone(),
                officer: true,
            }),
        };
        ShellFacts {
            lang: self.lang,
            path: self.path.clone(),
            office: office.map_or_else(String::new, |office| office.name.get(self.lang).to_string()),
            telephone: office.map_or_else(String::new, |office| office.phone.clone()),
            hours: app::text::ShellTexts::of(self.lang).hours_of_offices.to_string(),
            address: office.map_or_else(String::new, |office| office.address.get(self.lang).to_string()),
            account,
            size: self.size,
            demo_date: self.hall.demo.then(|| self.hall.clock.today().to_string()),
            desk: self.bare_path == "/desk" || self.bare_path.starts_with("/desk/"),
        }
    }
}

/// The language and the rest of a path: `/en/track` is English and `/track`.
fn split_language(path: &str) -> (Lang, String) {
    match path.strip_prefix("/en") {
        Some("") => (Lang::En, "/".to_string()),
        Some(rest) if rest.starts_with('/') => (Lang::En, rest.to_string()),
        _ => (Lang::Zh, path.to_string()),
    }
}

fn wants_json(headers: &HeaderMap) -> bool {
    headers
        .get(ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accept| accept.starts_with("application/json"))
}

/// A header holds ASCII: everything else of a path is percent-encoded.
fn encode_location(target: &str) -> String {
    let mut encoded = String::with_capacity(target.len());
    for byte in target.bytes() {
        if byte.is_ascii_graphic() {
            encoded.push(byte as char);
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// A path of this hall to go back to after signing in, or `/my`: never another site, never a scheme.
pub fn safe_next(next: &str) -> &str {
    let inside = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains('\\')
        && next.bytes().all(|byte| byte >= 0x20 && byte != 0x7f);
    if inside { next } else { "/my" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_the_first_part_of_the_path() {
        assert_eq!(split_language("/en/track"), (Lang::En, "/track".into()));
        assert_eq!(split_language("/en"), (Lang::En, "/".into()));
        assert_eq!(split_language("/entity"), (Lang::Zh, "/entity".into()));
    }

    #[test]
    fn after_signing_in_nobody_is_sent_to_another_site() {
        for evil in [
            "https://evil.test",
            "//evil",
            "/\\evil",
            "\\\\evil",
            "javascript:1",
            "",
            "/a\n",
        ] {
            assert_eq!(safe_next(evil), "/my", "{evil:?}");
        }
        assert_eq!(safe_next("/draft/1/review"), "/draft/1/review");
    }
}
