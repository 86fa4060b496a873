//! The headers every response carries: a content security policy with a nonce, and its companions.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");

/// The nonce of one response: 128 fresh random bits in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nonce(pub String);

impl Nonce {
    fn fresh() -> Result<Self, getrandom::Error> {
        let mut bits = [0; 16];
        getrandom::fill(&mut bits)?;
        Ok(Nonce(bits.iter().map(|byte| format!("{byte:02x}")).collect()))
    }
}

/// The policy of a response whose one script tag carries `nonce`.
///
/// Scripts run by nonce only, not by origin, so that a file someone uploaded can never be one; a
/// trusted module hands its nonce on to what it imports. There are no inline styles to allow.
///
/// Only the hall's own pages may frame it: where a paper stands in a frame of the desk and the session has
/// ended, what the frame shows instead is a page.
fn policy(nonce: &Nonce) -> String {
    format!(
        "default-src 'none'; script-src 'nonce-{}' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'self'; \
         frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'",
        nonce.0
    )
}

/// Mints the nonce before the handler runs and sets the headers on whatever comes back.
///
/// A `304` gets no policy: the browser goes on with the one it stored beside the body, whose script tag
/// carries that older nonce.
pub async fn guard(mut request: Request, next: Next) -> Response {
    let Ok(nonce) = Nonce::fresh() else {
        tracing::error!("the system gave no random bytes");
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    request.extensions_mut().insert(nonce.clone());
    let mut response = next.run(request).await;
    let unchanged = response.status() == StatusCode::NOT_MODIFIED;
    let headers = response.headers_mut();
    // A handler that sends what somebody uploaded brings a policy of its own that allows less.
    let has_own = headers.contains_key(CONTENT_SECURITY_POLICY);
    if !unchanged
        && !has_own
        && let Ok(policy) = HeaderValue::from_str(&policy(&nonce))
    {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(OPENER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(
        PERMISSIONS_POLICY,
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    );
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_nonces_are_never_the_same() {
        let nonces = (Nonce::fresh().unwrap(), Nonce::fresh().unwrap());
        assert_ne!(nonces.0, nonces.1);
        assert_eq!(nonces.0.0.len(), 32);
    }

    #[test]
    fn the_policy_allows_no_inline_code() {
        let policy = policy(&Nonce("ab".into()));
        assert!(policy.contains("script-src 'nonce-ab' 'wasm-unsafe-eval';"));
        assert!(!policy.contains("unsafe-inline"));
        assert!(!policy.contains("'unsafe-eval'"));
    }

    #[test]
    fn only_the_halls_own_pages_may_frame_it() {
        assert!(policy(&Nonce("ab".into())).contains("frame-ancestors 'self';"));
    }
}
