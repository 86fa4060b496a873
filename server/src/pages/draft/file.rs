//! Files of a draft: taking one, and giving one back to whoever may see it.

use super::data::{page_file, problem_text};
use super::frame::path;
use super::sent::Sent;
use crate::hall::HallError;
use crate::store::Attachment;
use crate::web::Visit;
use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse, Response};

/// Takes one file for the field `path`, as the browser's wasm sends it.
pub async fn attach(visit: Visit, Path(id): Path<String>, sent: Sent) -> Response {
    let field = sent.posted.get("path").to_string();
    let Some(file) = sent.files.into_iter().next() else {
        return visit.go(&path(&id));
    };
    match visit
        .hall
        .attach(&visit.visitor, &id, &field, &file.name, &file.body)
        .await
    {
        Ok(attachment) if visit.wants_json => {
            Json(serde_json::json!({ "file": page_file(&attachment) })).into_response()
        }
        Ok(_) => visit.go(&path(&id)),
        Err(HallError::Invalid(problems)) if visit.wants_json => {
            let text = problems
                .first()
                .map(|problem| problem_text(visit.lang, problem))
                .unwrap_or_default();
            let body = serde_json::json!({ "problem": "invalid", "text": text });
            (StatusCode::UNPROCESSABLE_ENTITY, Json(body)).into_response()
        }
        Err(error) => visit.problem(error),
    }
}

/// Gives a file of this draft back.
pub async fn show(visit: Visit, Path((id, file)): Path<(String, String)>) -> Response {
    match visit.hall.attachment_body(&visit.visitor, &file).await {
        Ok((attachment, body)) if attachment.draft == id => give(&attachment, body),
        Ok(_) => visit.problem(HallError::NotFound),
        Err(error) => visit.problem(error),
    }
}

/// A file as it may be opened in a browser: with the type its content has, never guessed, in a sandbox
/// without scripts, under its own name.
pub fn give(attachment: &Attachment, body: Vec<u8>) -> Response {
    let text = |text: &str| HeaderValue::from_str(text).unwrap_or(HeaderValue::from_static("attachment"));
    let headers: [(HeaderName, HeaderValue); 5] = [
        (CONTENT_TYPE, text(&attachment.media_type)),
        (CONTENT_DISPOSITION, text(&disposition(&attachment.name))),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (
            CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("sandbox; default-src 'none'; style-src 'unsafe-inline'"),
        ),
        (CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    (headers, body).into_response()
}

/// RFC 6266: the name in ASCII for old programs, in UTF-8 for all others.
fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|char| {
            if char.is_ascii_alphanumeric() || matches!(char, '.' | '-' | '_') {
                char
            } else {
                '_'
            }
        })
        .collect();
    let mut encoded = String::with_capacity(name.len() * 3);
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            encoded.push(byte as char);
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("inline; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_given_for_old_and_new_programs() {
        let check = |name: &str, expected: &str| assert_eq!(disposition(name), expected);
        check(
            "scan.pdf",
            "inline; filename=\"scan.pdf\"; filename*=UTF-8''scan.pdf",
        );
        check(
            "执照 1.pdf",
            "inline; filename=\"___1.pdf\"; filename*=UTF-8''%E6%89%A7%E7%85%A7%201.pdf",
        );
        check(
            "a\"b.pdf",
            "inline; filename=\"a_b.pdf\"; filename*=UTF-8''a%22b.pdf",
        );
    }
}
