//! What a browser sent: fields, and files where the form has any.

use crate::web::{Posted, Visit, WebState};
use app::text::{DraftTexts, fill};
use app::ui::{ButtonLink, PageHead};
use axum::Json;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;

/// The most a page takes at once: one file of 10 MB with everything around it.
pub const MOST_BYTES: usize = 12 * 1024 * 1024;

/// Fields in order, and files.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    pub posted: Posted,
    pub files: Vec<SentFile>,
}

/// A file somebody chose.
#[derive(Clone, Debug)]
pub struct SentFile {
    /// Name of the input it came from.
    pub input: String,
    pub name: String,
    pub body: Vec<u8>,
}

impl FromRequest<WebState> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, state: &WebState) -> Result<Sent, Response> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, state).await?;
        let header = |name| {
            parts
                .headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
        };
        // Refused before any of it is read.
        if header(CONTENT_LENGTH)
            .parse::<usize>()
            .is_ok_and(|length| length > MOST_BYTES)
        {
            return Err(too_large(&visit));
        }
        let with_files = header(CONTENT_TYPE).starts_with("multipart/form-data");
        let request = Request::from_parts(parts, body);
        if with_files {
            return read(request, state, &visit).await;
        }
        let posted = Posted::from_request(request, state).await?;
        Ok(Sent {
            posted,
            files: Vec::new(),
        })
    }
}

async fn read(request: Request, state: &WebState, visit: &Visit) -> Result<Sent, Response> {
    let broken = |error: axum::extract::multipart::MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => too_large(visit),
        _ => StatusCode::BAD_REQUEST.into_response(),
    };
    let mut parts = Multipart::from_request(request, state)
        .await
        .map_err(IntoResponse::into_response)?;
    let mut sent = Sent::default();
    while let Some(part) = parts.next_field().await.map_err(broken)? {
        let input = part.name().unwrap_or_default().to_string();
        let file = part.file_name().map(String::from);
        let body = part.bytes().await.map_err(broken)?;
        match file {
            // An input with nothing chosen sends an empty file without a name.
            Some(name) if name.is_empty() && body.is_empty() => {}
            Some(name) => sent.files.push(SentFile {
                input,
                name,
                body: body.to_vec(),
            }),
            None => sent
                .posted
                .0
                .push((input, String::from_utf8_lossy(&body).into_owned())),
        }
    }
    Ok(sent)
}

fn too_large(visit: &Visit) -> Response {
    let texts = DraftTexts::of(visit.lang);
    let text = fill(
        texts.too_large,
        &[("max", &(MOST_BYTES / 1024 / 1024).to_string())],
    );
    let status = StatusCode::PAYLOAD_TOO_LARGE;
    if visit.wants_json {
        return (
            status,
            Json(serde_json::json!({ "problem": "too-large", "text": text })),
        )
            .into_response();
    }
    let back = visit.link(visit.bare_path.trim_end_matches("/attach"));
    visit.page(status, texts.too_large_title, None, move || {
        view! {
            <PageHead title=texts.too_large_title/>
            <p class="lead">{text}</p>
            <p class="actions"><ButtonLink href=back>{texts.go_back}</ButtonLink></p>
        }
    })
}
