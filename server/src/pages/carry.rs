//! What somebody typed whose session had ended: it is taken along while they sign in, so that nothing typed
//! is lost where the browser does not save it by itself.

use super::draft;
use crate::hall::SignedIn;
use crate::web::{Posted, Visit};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;

/// Draft and page in an address without its language.
fn place(path: &str) -> Option<(&str, &str)> {
    let path = path.split('?').next().unwrap_or_default();
    path.strip_prefix("/draft/")?.split_once("/page/")
}

/// Whether this is a page of questions that a form posts.
pub fn is_typed(visit: &Visit, request: &Request) -> bool {
    request.method() == Method::POST && !visit.wants_json && place(&visit.path).is_some()
}

/// The fields of a posted page as one text. Files stay behind and are chosen again.
pub async fn read(request: Request) -> String {
    let header = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let fields = match header.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
        true => parts(request).await,
        false => Posted::from_request(request, &()).await.unwrap_or_default().0,
    };
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish()
}

async fn parts(request: Request) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let Ok(mut parts) = Multipart::from_request(request, &()).await else {
        return fields;
    };
    while let Ok(Some(part)) = parts.next_field().await {
        let name = part.name().unwrap_or_default().to_string();
        if part.file_name().is_some() {
            continue;
        }
        let Ok(text) = part.text().await else { break };
        fields.push((name, text));
    }
    fields
}

/// Saves what was taken along as whoever has just signed in, and shows its page; `None` where there is no
/// such page.
pub async fn take_up(visit: &Visit, signed_in: &SignedIn, next: &str, carried: &str) -> Option<Response> {
    let (id, page) = place(next)?;
    let mut visit = visit.clone();
    visit.visitor = visit.hall.visitor(Some(&signed_in.token)).await.ok()?;
    visit.query = Posted::parse(next.split_once('?').map_or("", |(_, query)| query).as_bytes());
    let response = draft::take_up(visit.clone(), id, page, Posted::parse(carried.as_bytes())).await;
    Some(visit.with_session(response, Some(&signed_in.token)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_of_questions_is_taken_along() {
        let check = |path: &str, expected: Option<(&str, &str)>| assert_eq!(place(path), expected, "{path}");
        check("/draft/d1/page/name", Some(("d1", "name")));
        check("/draft/d1/page/name?back=review", Some(("d1", "name")));
        check("/draft/d1/review", None);
        check("/track", None);
    }
}
