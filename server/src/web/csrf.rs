//! No other site may post here in a visitor's name.
//!
//! Browsers say where a request comes from: `Sec-Fetch-Site` first, else `Origin` held against `Host`.
//! Neither header together with a cookie is refused: an old browser could be anyone's.

use axum::extract::Request;
use axum::http::header::{COOKIE, HOST, HeaderMap, ORIGIN};
use axum::http::{Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

pub async fn guard(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || comes_from_here(request.headers()) {
        return next.run(request).await;
    }
    tracing::warn!(
        path = request.uri().path(),
        "a request from another site was refused"
    );
    (
        StatusCode::FORBIDDEN,
        "This form was sent from another site. 此表单来自其他网站，已拒绝。\n",
    )
        .into_response()
}

fn comes_from_here(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    if let Some(origin) = text(ORIGIN.as_str()) {
        let authority = origin
            .parse::<Uri>()
            .ok()
            .and_then(|uri| uri.authority().map(|host| host.to_string()));
        return authority.is_some() && authority.as_deref() == text(HOST.as_str());
    }
    !headers.contains_key(COOKIE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderName;

    fn check(headers: &[(&'static str, &str)], expected: bool) {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(HeaderName::from_static(name), value.parse().expect("a header"));
        }
        assert_eq!(comes_from_here(&map), expected, "{headers:?}");
    }

    #[test]
    fn the_halls_own_forms_are_let_in() {
        check(&[("sec-fetch-site", "same-origin"), ("cookie", "hall=1")], true);
        check(&[("sec-fetch-site", "none")], true);
        check(
            &[
                ("origin", "http://127.0.0.1:8080"),
                ("host", "127.0.0.1:8080"),
                ("cookie", "hall=1"),
            ],
            true,
        );
        check(&[("host", "127.0.0.1:8080")], true);
    }

    #[test]
    fn other_sites_are_refused_whatever_else_they_say() {
        check(&[("sec-fetch-site", "cross-site")], false);
        check(&[("sec-fetch-site", "same-site")], false);
        check(
            &[
                ("sec-fetch-site", "cross-site"),
                ("origin", "http://a"),
                ("host", "a"),
            ],
            false,
        );
        check(
            &[("origin", "http://evil.test"), ("host", "127.0.0.1:8080")],
            false,
        );
        check(&[("origin", "null"), ("host", "127.0.0.1:8080")], false);
        check(&[("host", "127.0.0.1:8080"), ("cookie", "hall=1")], false);
    }
}
