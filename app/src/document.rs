//! The document around every page: its head, and where its style sheet and scripts are.

use crate::text::Lang;
use crate::ui::TextSize;
use leptos::prelude::*;

/// What a page says about itself in the head of its document.
#[derive(Clone, Debug, Default)]
pub struct Head {
    pub lang: Lang,
    /// The whole title as browsers show it.
    pub title: String,
    /// One sentence for search engines; empty leaves it out.
    pub description: String,
    /// The size of text the reader chose.
    pub size: TextSize,
}

/// The paths of the hashed files every document links, read once when the server starts.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// The style sheet, for example `/pkg/hall.0a1b2c3d4e.css`.
    pub style: String,
    /// The small script that wakes the islands up once the page is usable.
    pub start: String,
}

/// The whole document around `children`, complete without JavaScript.
///
/// The script is a deferred module at low priority; it fetches the wasm after the page has loaded,
/// and only where there are islands. `nonce` must be the one in the response's policy.
#[component]
pub fn Document(head: Head, links: Links, nonce: String, children: Children) -> impl IntoView {
    let description =
        (!head.description.is_empty()).then(|| view! { <meta name="description" content=head.description/> });
    view! {
        <!DOCTYPE html>
        <html lang=head.lang.tag() data-size=head.size.id()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{head.title}</title>
                {description}
                <link rel="stylesheet" href=links.style/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <script type="module" src=links.start nonce=nonce fetchpriority="low"></script>
            </head>
            <body>{children()}</body>
        </html>
    }
}
