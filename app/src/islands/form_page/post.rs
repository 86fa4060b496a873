//! Posting to the hall from the page: one small request, its answer to a callback.

use leptos::web_sys::{FormData, UrlSearchParams, XmlHttpRequest};
use wasm_bindgen::prelude::{Closure, JsCast};

/// What came back. Status 0: nothing did.
pub struct Answer {
    pub status: u16,
    pub body: String,
}

/// Fields of a short form, url-encoded.
pub fn fields(address: &str, fields: &[(&str, &str)], done: impl FnOnce(Answer) + 'static) {
    let Ok(params) = UrlSearchParams::new() else {
        return;
    };
    for (name, value) in fields {
        params.append(name, value);
    }
    let Some(request) = open(address, done) else {
        return;
    };
    let kind = "application/x-www-form-urlencoded;charset=UTF-8";
    let _ = request.set_request_header("Content-Type", kind);
    let _ = request.send_with_opt_str(Some(&params.to_string().as_string().unwrap_or_default()));
}

/// A form with files; `progress` is told percents.
pub fn files(
    address: &str,
    form: &FormData,
    progress: impl Fn(u8) + 'static,
    done: impl FnOnce(Answer) + 'static,
) {
    let Some(request) = open(address, done) else {
        return;
    };
    if let Ok(upload) = request.upload() {
        let tell = Closure::<dyn Fn(leptos::web_sys::ProgressEvent)>::new(
            move |event: leptos::web_sys::ProgressEvent| {
                if event.total() > 0.0 {
                    progress((event.loaded() * 100.0 / event.total()) as u8);
                }
            },
        );
        upload.set_onprogress(Some(tell.as_ref().unchecked_ref()));
        tell.forget();
    }
    let _ = request.send_with_opt_form_data(Some(form));
}

fn open(address: &str, done: impl FnOnce(Answer) + 'static) -> Option<XmlHttpRequest> {
    let request = XmlHttpRequest::new().ok()?;
    request.open("POST", address).ok()?;
    let _ = request.set_request_header("Accept", "application/json");
    let ended = request.clone();
    let end = Closure::once_into_js(move || {
        let body = ended.response_text().ok().flatten().unwrap_or_default();
        done(Answer {
            status: ended.status().unwrap_or(0),
            body,
        });
    });
    // Fires once, after success, error and time-out alike.
    request.set_onloadend(Some(end.unchecked_ref()));
    Some(request)
}
