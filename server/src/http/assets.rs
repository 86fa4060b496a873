//! The files browsers load: hashed ones under `/pkg/`, and those of `public/` at the root.
//!
//! All of them are read into memory once, when the server starts; a request touches no disk, and no
//! path a client writes ever reaches the file system.

use super::unchanged::{names, weak_tag};
use app::document::Links;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The name of the list the build leaves beside the files.
const MANIFEST: &str = "manifest.json";

/// Every file browsers may load, by path, and the paths a document links.
#[derive(Debug, Default)]
pub struct Assets {
    /// What goes into the head of every document.
    pub links: Links,
    files: HashMap<String, File>,
}

#[derive(Debug)]
struct File {
    media_type: &'static str,
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    tag: HeaderValue,
    immutable: bool,
}

#[derive(Deserialize)]
struct Manifest {
    style: String,
    start: String,
}

/// Why the files could not be read.
#[derive(Debug, thiserror::Error)]
pub enum AssetsError {
    #[error("no built files found; looked in {0}. Run `cargo xtask build`, or name the folder with --assets")]
    Missing(String),
    #[error("{0}: {1}")]
    Unreadable(PathBuf, io::Error),
    #[error("{0}: {1}")]
    Manifest(PathBuf, serde_json::Error),
}

impl Assets {
    /// Reads the files from `folder`; without one, from `site` beside the program or one level up,
    /// which is where the build leaves them (`target/site`).
    pub fn load(folder: Option<&Path>) -> Result<Self, AssetsError> {
        let places = match folder {
            Some(folder) => vec![folder.to_owned()],
            None => usual_places(),
        };
        let Some(folder) = places.iter().find(|place| place.join(MANIFEST).is_file()) else {
            let places: Vec<_> = places.iter().map(|place| place.display().to_string()).collect();
            return Err(AssetsError::Missing(places.join(", ")));
        };
        let path = folder.join(MANIFEST);
        let manifest = read(&path)?;
        let manifest: Manifest =
            serde_json::from_slice(&manifest).map_err(|error| AssetsError::Manifest(path, error))?;
        let mut files = HashMap::new();
        collect(&folder.join("pkg"), "/pkg/", true, &mut files)?;
        collect(&folder.join("public"), "/", false, &mut files)?;
        Ok(Assets {
            links: Links {
                style: manifest.style,
                start: manifest.start,
            },
            files,
        })
    }
}

fn usual_places() -> Vec<PathBuf> {
    let Ok(program) = std::env::current_exe() else {
        return Vec::new();
    };
    program
        .ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join("site"))
        .collect()
}

fn read(path: &Path) -> Result<Bytes, AssetsError> {
    fs::read(path)
        .map(Bytes::from)
        .map_err(|error| AssetsError::Unreadable(path.to_owned(), error))
}

/// Takes up every file below `folder` under the URL `prefix`, with its compressed copies beside it.
fn collect(
    folder: &Path,
    prefix: &str,
    immutable: bool,
    files: &mut HashMap<String, File>,
) -> Result<(), AssetsError> {
    let unreadable = |error| AssetsError::Unreadable(folder.to_owned(), error);
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), immutable, files)?;
            continue;
        }
        if name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let plain = read(&path)?;
        let beside = |ending: &str| {
            let copy = PathBuf::from(format!("{}.{ending}", path.display()));
            copy.is_file().then(|| read(&copy)).transpose()
        };
        let file = File {
            media_type: media_type(name),
            tag: weak_tag(&Sha256::digest(&plain)),
            brotli: beside("br")?,
            gzip: beside("gz")?,
            plain,
            immutable,
        };
        files.insert(format!("{prefix}{name}"), file);
    }
    Ok(())
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        Some("webmanifest" | "json") => "application/json",
        _ => "application/octet-stream",
    }
}

/// Answers for the files and passes everything else on, with the [`Assets`] in the request's
/// extensions for the pages that link them.
pub async fn serve(State(assets): State<Arc<Assets>>, mut request: Request, next: Next) -> Response {
    let readable = matches!(*request.method(), Method::GET | Method::HEAD);
    if readable && let Some(file) = assets.files.get(request.uri().path()) {
        return answer(file, request.headers(), request.method() == Method::HEAD);
    }
    if request.uri().path().starts_with("/pkg/") {
        return (StatusCode::NOT_FOUND, [(CACHE_CONTROL, "no-store")]).into_response();
    }
    request.extensions_mut().insert(assets);
    next.run(request).await
}

fn answer(file: &File, asked: &HeaderMap, head_only: bool) -> Response {
    let mut headers = HeaderMap::new();
    let keep = if file.immutable {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(ETAG, file.tag.clone());
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if same_tag(asked, &file.tag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(file.media_type));
    let (body, encoding) = match (&file.brotli, &file.gzip) {
        (Some(brotli), _) if accepts(asked, "br") => (brotli, Some("br")),
        (_, Some(gzip)) if accepts(asked, "gzip") => (gzip, Some("gzip")),
        _ => (&file.plain, None),
    };
    if let Some(encoding) = encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    if head_only {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
        return (headers, Body::empty()).into_response();
    }
    (headers, Body::from(body.clone())).into_response()
}

fn same_tag(asked: &HeaderMap, tag: &HeaderValue) -> bool {
    asked.get_all(IF_NONE_MATCH).iter().any(|known| names(known, tag))
}

/// Whether the client takes `coding`; a weight of zero says it does not.
fn accepts(asked: &HeaderMap, coding: &str) -> bool {
    let offers = asked
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok());
    offers.flat_map(|value| value.split(',')).any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(coding));
        let refused = parts.any(|weight| weight.strip_prefix("q=").is_some_and(is_zero));
        named && !refused
    })
}

fn is_zero(weight: &str) -> bool {
    weight.bytes().all(|byte| matches!(byte, b'0' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_accepts(offered: &'static str, coding: &str, expected: bool) {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(offered));
        assert_eq!(accepts(&headers, coding), expected, "{offered}");
    }

    #[test]
    fn a_coding_with_weight_zero_is_refused() {
        check_accepts("gzip, deflate, br", "br", true);
        check_accepts("br;q=1.0, gzip;q=0.8", "gzip", true);
        check_accepts("br;q=0, gzip", "br", false);
        check_accepts("br; q=0.000", "br", false);
        check_accepts("gzip", "br", false);
    }

    fn file(immutable: bool) -> File {
        let plain = Bytes::from_static(b"body {}");
        File {
            media_type: "text/css; charset=utf-8",
            tag: weak_tag(&Sha256::digest(&plain)),
            brotli: Some(Bytes::from_static(b"br")),
            gzip: None,
            plain,
            immutable,
        }
    }

    #[test]
    fn a_hashed_file_may_be_kept_for_ever_and_another_must_be_asked_for_again() {
        let keep =
            |immutable| answer(&file(immutable), &HeaderMap::new(), false).headers()[CACHE_CONTROL].clone();
        assert_eq!(keep(true), "public, max-age=31536000, immutable");
        assert_eq!(keep(false), "no-cache");
    }

    #[test]
    fn a_known_tag_is_answered_without_a_body() {
        let mut headers = HeaderMap::new();
        headers.insert(IF_NONE_MATCH, file(false).tag);
        assert_eq!(
            answer(&file(false), &headers, false).status(),
            StatusCode::NOT_MODIFIED
        );
    }

    #[test]
    fn the_compressed_copy_is_sent_to_those_who_take_it() {
        let mut headers = HeaderMap::new();
        assert!(
            !answer(&file(true), &headers, false)
                .headers()
                .contains_key(CONTENT_ENCODING)
        );
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("br"));
        assert_eq!(
            answer(&file(true), &headers, false).headers()[CONTENT_ENCODING],
            "br"
        );
    }

    #[test]
    fn a_missing_folder_is_named_in_the_error() {
        let error = Assets::load(Some(Path::new("/nowhere/site"))).unwrap_err();
        assert!(error.to_string().contains("/nowhere/site"));
    }
}
