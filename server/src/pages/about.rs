//! About the hall, help, privacy, accessibility, and the size of text.

use super::service::stated;
use crate::hall::Result;
use crate::web::{Posted, Route, Visit, cookie};
use app::pages::about::{AboutPage, AccessibilityPage, HelpPage, PrivacyPage, PublishedService};
use app::text::day::day;
use app::text::{AboutTexts, fill};
use app::ui::TextSize;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use axum::routing::{get, post};
use domain::permission::Permission;
use leptos::prelude::*;

pub const ROUTES: &[Route] = &[
    Route {
        methods: &["GET"],
        path: "/about",
        permission: Permission::ReadPublic,
        handler: || get(about),
    },
    Route {
        methods: &["GET"],
        path: "/help",
        permission: Permission::ReadPublic,
        handler: || get(help),
    },
    Route {
        methods: &["GET"],
        path: "/privacy",
        permission: Permission::ReadPublic,
        handler: || get(privacy),
    },
    Route {
        methods: &["GET"],
        path: "/accessibility",
        permission: Permission::ReadPublic,
        handler: || get(accessibility),
    },
    Route {
        methods: &["POST"],
        path: "/text-size",
        permission: Permission::ReadPublic,
        handler: || post(text_size),
    },
];

async fn about(visit: Visit) -> Response {
    match published(&visit).await {
        Ok((services, stated)) => {
            let (lang, title) = (visit.lang, AboutTexts::of(visit.lang).about);
            visit.page(
                StatusCode::OK,
                title,
                None,
                move || view! { <AboutPage lang services stated/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

/// Every published service, and how complete their guides are.
async fn published(visit: &Visit) -> Result<(Vec<PublishedService>, String)> {
    let (lang, texts) = (visit.lang, AboutTexts::of(visit.lang));
    let packs: Vec<_> = visit.hall.packs().await?.into_values().collect();
    let stated = stated(lang, &packs);
    let services = packs.iter().map(|version| {
        let on = day(lang, version.published_at.civil_date());
        let number = version.version.to_string();
        PublishedService {
            id: version.service.clone(),
            title: version.pack.title.get(lang).to_string(),
            version: fill(texts.about_version, &[("version", &number), ("day", &on)]),
        }
    });
    Ok((services.collect(), stated))
}

async fn help(visit: Visit) -> Response {
    let (lang, title, offices) = (visit.lang, AboutTexts::of(visit.lang).help, visit.offices());
    visit.page(
        StatusCode::OK,
        title,
        None,
        move || view! { <HelpPage lang offices/> },
    )
}

async fn privacy(visit: Visit) -> Response {
    let (lang, title) = (visit.lang, AboutTexts::of(visit.lang).privacy);
    visit.page(StatusCode::OK, title, None, move || view! { <PrivacyPage lang/> })
}

async fn accessibility(visit: Visit) -> Response {
    let (lang, title) = (visit.lang, AboutTexts::of(visit.lang).accessibility);
    visit.page(
        StatusCode::OK,
        title,
        None,
        move || view! { <AccessibilityPage lang/> },
    )
}

/// Keeps the size of text in a cookie and goes back to the page it was chosen on.
async fn text_size(visit: Visit, posted: Posted) -> Response {
    let size = TextSize::from_id(posted.get("size"));
    let mut response = visit.go(inside(posted.get("back")));
    response
        .headers_mut()
        .append(SET_COOKIE, cookie::text_size(size.id(), visit.secure));
    response
}

/// A path of this hall without its language, or the first page.
fn inside(back: &str) -> &str {
    let bare = match back.strip_prefix("/en") {
        Some("") => "/",
        Some(rest) if rest.starts_with(['/', '?']) => rest,
        _ => back,
    };
    let safe = bare.starts_with('/')
        && !bare.starts_with("//")
        && !bare.contains('\\')
        && bare.bytes().all(|byte| byte >= 0x20 && byte != 0x7f);
    if safe { bare } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(back: &str, expected: &str) {
        assert_eq!(inside(back), expected, "{back:?}");
    }

    #[test]
    fn choosing_a_size_goes_back_to_the_page_and_nowhere_else() {
        check("/en/track?n=1", "/track?n=1");
        check("/en", "/");
        check("/start/a?b=1", "/start/a?b=1");
        check("//evil.test", "/");
        check("/en//evil.test", "/");
        check("https://evil.test", "/");
        check("", "/");
    }
}
