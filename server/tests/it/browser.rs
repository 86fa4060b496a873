//! A browser without JavaScript, as far as tests need one: requests to the router, one session cookie.

use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, HeaderMap, LOCATION};
use axum::http::{Request, StatusCode};
use axum::response::Response;
use http_body_util::BodyExt;
use server::hall::Hall;
use server::pages::TABLES;
use server::web::{WebState, routes};
use std::sync::Arc;
use tower::ServiceExt;

pub struct Browser {
    router: Router,
    pub hall: Arc<Hall>,
    /// The token of a session, sent as its cookie.
    pub token: Option<String>,
}

/// An answer.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub html: String,
}

impl Answer {
    /// Where a redirect leads; empty for any other answer.
    pub fn location(&self) -> &str {
        self.headers
            .get(LOCATION)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }
}

/// An answer of this status that holds these texts.
#[track_caller]
pub fn check(answer: &Answer, status: StatusCode, expected: &[&str]) {
    assert_eq!(answer.status, status, "{}", answer.html);
    for text in expected {
        assert!(answer.html.contains(text), "no {text:?} in {}", answer.html);
    }
}

impl Browser {
    pub fn new(hall: Hall) -> Browser {
        let hall = Arc::new(hall);
        let state = WebState {
            hall: hall.clone(),
            secure: false,
            address: "http://127.0.0.1".into(),
        };
        Browser {
            router: routes::router(TABLES, state),
            hall,
            token: None,
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Posts a form, as one of the hall's own pages does.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::post(path)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send(request, Body::from(body)).await
    }

    /// Posts a form with one file, as a browser without JavaScript does.
    pub async fn upload(&self, path: &str, input: &str, name: &str, file: &[u8]) -> Answer {
        let head = format!(
            "--edge\r\ncontent-disposition: form-data; name=\"{input}\"; filename=\"{name}\"\r\n\r\n"
        );
        let body = [head.as_bytes(), file, b"\r\n--edge--\r\n"].concat();
        let request = Request::post(path)
            .header(CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .header("sec-fetch-site", "same-origin");
        self.send(request, Body::from(body)).await
    }

    /// What is downloaded from a page.
    pub async fn bytes(&self, path: &str) -> (HeaderMap, Vec<u8>) {
        let response = self.answer(Request::get(path), Body::empty()).await;
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        (parts.headers, bytes.to_vec())
    }

    async fn send(&self, request: axum::http::request::Builder, body: Body) -> Answer {
        let response = self.answer(request, body).await;
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            html: String::from_utf8(bytes.to_vec()).expect("UTF-8"),
        }
    }

    async fn answer(&self, mut request: axum::http::request::Builder, body: Body) -> Response {
        if let Some(token) = &self.token {
            request = request.header(COOKIE, format!("hall={token}"));
        }
        let request = request.body(body).expect("a request");
        self.router.clone().oneshot(request).await.expect("an answer")
    }
}
