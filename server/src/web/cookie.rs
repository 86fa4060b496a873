//! Cookies: the session's and the size of text.

use axum::http::header::{COOKIE, HeaderMap, HeaderValue};

/// Name of the session's cookie. Over TLS it carries the `__Host-` prefix, which pins it to this host,
/// to TLS and to the path `/`.
pub fn session_name(secure: bool) -> &'static str {
    if secure { "__Host-hall" } else { "hall" }
}

pub const TEXT_SIZE: &str = "hall-size";

/// The value of the cookie `name`, if the request has one.
pub fn read<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let cookies = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok());
    cookies
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// The session's cookie: for this host, unreadable to scripts, not sent along from other sites' forms.
pub fn session(token: &str, secure: bool) -> HeaderValue {
    header(format!(
        "{}={token}; Path=/; HttpOnly; SameSite=Lax{}",
        session_name(secure),
        secure_part(secure)
    ))
}

/// Ends the session's cookie.
pub fn no_session(secure: bool) -> HeaderValue {
    let name = session_name(secure);
    header(format!(
        "{name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{}",
        secure_part(secure)
    ))
}

/// Keeps the size of text for a year. `size` must be an id of the known sizes.
pub fn text_size(size: &str, secure: bool) -> HeaderValue {
    header(format!(
        "{TEXT_SIZE}={size}; Path=/; SameSite=Lax; Max-Age=31536000{}",
        secure_part(secure)
    ))
}

fn secure_part(secure: bool) -> &'static str {
    if secure { "; Secure" } else { "" }
}

fn header(text: String) -> HeaderValue {
    // Tokens and ids are letters and digits; anything else would be a mistake of ours, and is not sent.
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}
