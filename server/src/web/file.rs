//! Sending a file somebody uploaded, so that a browser shows or keeps it and does nothing else with it.

use axum::http::header::X_CONTENT_TYPE_OPTIONS;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue,
};
use axum::response::{IntoResponse, Response};

/// A file of one of the three kinds the hall takes is shown in the page; anything else is only offered for
/// download. The type is the one its content was recognised as, never the uploader's word.
pub fn shown(media_type: &str, name: &str, body: Vec<u8>) -> Response {
    let (media, policy, disposition) = match media_type {
        // Chromium shows no PDF in a sandbox, and its viewer is an object of the response's own origin.
        "application/pdf" => (
            "application/pdf",
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
            "inline",
        ),
        "image/jpeg" => ("image/jpeg", IMAGE_POLICY, "inline"),
        "image/png" => ("image/png", IMAGE_POLICY, "inline"),
        _ => ("application/octet-stream", IMAGE_POLICY, "attachment"),
    };
    let mut response = sent(HeaderValue::from_static(media), disposition, name, body);
    let policy = HeaderValue::from_static(policy);
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    response
}

/// A file as a download under its own name. Whatever it holds, a browser keeps it and does not run it.
pub fn download(media_type: &str, name: &str, body: Vec<u8>) -> Response {
    let unknown = HeaderValue::from_static("application/octet-stream");
    let media = HeaderValue::from_str(media_type).unwrap_or(unknown);
    sent(media, "attachment", name, body)
}

fn sent(media: HeaderValue, disposition: &str, name: &str, body: Vec<u8>) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, media);
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    let disposition = format!("{disposition}; filename*=UTF-8''{}", encoded(name));
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    response
}

const IMAGE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

/// As RFC 8187 writes a name: letters, digits and a few marks, everything else in percent.
fn encoded(name: &str) -> String {
    let mut encoded = String::with_capacity(name.len() * 3);
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => encoded.push(char::from(byte)),
            other => encoded.push_str(&format!("%{other:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(media_type: &str, name: &str, expected: &str) {
        let response = shown(media_type, name, Vec::new());
        assert_eq!(response.headers()[CONTENT_DISPOSITION], expected);
        assert_eq!(response.headers()[X_CONTENT_TYPE_OPTIONS], "nosniff");
    }

    #[test]
    fn only_the_three_kinds_are_shown_in_the_page() {
        check("image/png", "a.png", "inline; filename*=UTF-8''a.png");
        check(
            "application/pdf",
            "报告.pdf",
            "inline; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf",
        );
        check("text/html", "a\".html", "attachment; filename*=UTF-8''a%22.html");
    }

    #[test]
    fn a_download_is_kept_under_its_own_name_whatever_marks_are_in_it() {
        let response = download("image/png", "照片\"\r\n.png", Vec::new());
        assert_eq!(
            response.headers()[CONTENT_DISPOSITION],
            "attachment; filename*=UTF-8''%E7%85%A7%E7%89%87%22%0D%0A.png"
        );
    }
}
