//! What a browser posted: fields in order, names possibly repeated.

use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// The fields of an url-encoded form, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Posted(pub Vec<(String, String)>);

impl Posted {
    /// The first value of `name`, empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    /// The first value of `name`.
    pub fn find(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Every value of `name`, as checkboxes post them.
    pub fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p str> {
        self.0
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Reads `a=1&b=2`; what is not UTF-8 is kept with replacement characters.
    pub fn parse(text: &[u8]) -> Posted {
        Posted(form_urlencoded::parse(text).into_owned().collect())
    }
}

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let bytes = axum::body::Bytes::from_request(request, state).await;
        match bytes {
            Ok(bytes) => Ok(Posted::parse(&bytes)),
            Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => Err((
                StatusCode::PAYLOAD_TOO_LARGE,
                "表单内容过大。The form is too large.\n",
            )
                .into_response()),
            Err(rejection) => Err(rejection.into_response()),
        }
    }
}
