//! Public pages that did not change are not sent again.

use crate::http::csp::Nonce;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue, IF_NONE_MATCH};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

/// Longer pages are sent as they are. No page comes near it.
const LONGEST: usize = 8 << 20;

/// Gives every HTML page that says `no-cache` a tag, and answers `304` to who has it already.
///
/// The tag is made of the page without its nonce, which is new each time. Pages that say `no-store`
/// pass untouched.
pub async fn spare(request: Request, next: Next) -> Response {
    let readable = matches!(*request.method(), Method::GET | Method::HEAD);
    let nonce = request.extensions().get::<Nonce>().cloned();
    let known: Vec<_> = request.headers().get_all(IF_NONE_MATCH).iter().cloned().collect();
    let response = next.run(request).await;
    if !readable || response.status() != StatusCode::OK || !may_be_kept(response.headers()) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(page) = to_bytes(body, LONGEST).await else {
        tracing::error!("a page was longer than {LONGEST} bytes");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let tag = tag(&page, nonce.as_ref());
    parts.headers.insert(ETAG, tag.clone());
    if known.iter().any(|known| names(known, &tag)) {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(CONTENT_TYPE);
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(page))
}

fn may_be_kept(headers: &HeaderMap) -> bool {
    let html = headers
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    html && headers.get(CACHE_CONTROL).is_some_and(|keep| keep == "no-cache")
}

/// Weak, because the same tag stands for the plain and the compressed page.
pub(super) fn weak_tag(digest: &[u8]) -> HeaderValue {
    let hex: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    HeaderValue::from_str(&format!("W/\"{hex}\"")).unwrap_or_else(|_| HeaderValue::from_static("W/\"\""))
}

fn tag(page: &[u8], nonce: Option<&Nonce>) -> HeaderValue {
    let mut digest = Sha256::new();
    let nonce = nonce.map_or(&b""[..], |nonce| nonce.0.as_bytes());
    let mut rest = page;
    while !nonce.is_empty()
        && let Some(at) = rest.windows(nonce.len()).position(|part| part == nonce)
    {
        digest.update(&rest[..at]);
        rest = &rest[at + nonce.len()..];
    }
    digest.update(rest);
    weak_tag(&digest.finalize())
}

/// Whether this `If-None-Match` names the tag.
pub(super) fn names(known: &HeaderValue, tag: &HeaderValue) -> bool {
    let known = known.to_str().unwrap_or_default();
    known
        .split(',')
        .map(str::trim)
        .any(|known| known == tag || known == "*")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::csp;
    use axum::Router;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use tower::ServiceExt;

    fn router(keep: &'static str) -> Router {
        let page = get(async move |request: Request| {
            let nonce = request.extensions().get::<Nonce>().cloned().unwrap();
            (
                [(CONTENT_TYPE, "text/html"), (CACHE_CONTROL, keep)],
                format!("<script nonce={}>", nonce.0),
            )
        });
        Router::new()
            .route("/", page)
            .layer(from_fn(spare))
            .layer(from_fn(csp::guard))
    }

    async fn ask(keep: &'static str, known: Option<HeaderValue>) -> Response {
        let mut request = Request::new(Body::empty());
        if let Some(known) = known {
            request.headers_mut().insert(IF_NONE_MATCH, known);
        }
        router(keep).oneshot(request).await.unwrap()
    }

    #[tokio::test]
    async fn a_public_page_someone_has_is_not_sent_again_and_keeps_its_old_policy() {
        let first = ask("no-cache", None).await;
        assert_eq!(first.status(), StatusCode::OK);
        let again = ask("no-cache", first.headers().get(ETAG).cloned()).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        assert!(!again.headers().contains_key("content-security-policy"));
    }

    #[tokio::test]
    async fn a_page_with_another_tag_is_sent() {
        let other = HeaderValue::from_static("W/\"other\"");
        assert_eq!(ask("no-cache", Some(other)).await.status(), StatusCode::OK);
    }

    #[tokio::test]
    async fn a_personal_page_has_no_tag() {
        assert!(!ask("no-store", None).await.headers().contains_key(ETAG));
    }
}
