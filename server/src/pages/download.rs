//! Files people uploaded, given back: never shown as a page of this hall.

use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};

/// A file as a download under its own name. Whatever it holds, a browser keeps it and does not run it.
pub fn download(name: &str, media_type: &str, body: Vec<u8>) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    let media = HeaderValue::from_str(media_type);
    headers.insert(
        CONTENT_TYPE,
        media.unwrap_or(HeaderValue::from_static("application/octet-stream")),
    );
    let disposition = format!("attachment; filename*=UTF-8''{}", encoded(name));
    let disposition = HeaderValue::from_str(&disposition);
    headers.insert(
        CONTENT_DISPOSITION,
        disposition.unwrap_or(HeaderValue::from_static("attachment")),
    );
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A name as RFC 8187 writes it in a header.
fn encoded(name: &str) -> String {
    let mut text = String::with_capacity(name.len() * 3);
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => text.push(char::from(byte)),
            other => text.push_str(&format!("%{other:02X}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_quotes_and_line_ends_stays_in_its_header() {
        assert_eq!(encoded("照片\"\r\n.png"), "%E7%85%A7%E7%89%87%22%0D%0A.png");
    }
}
