//! Says so when the browser has lost the network.

use leptos::prelude::*;

/// A line that appears while the browser is offline and goes away when it is back.
///
/// Without JavaScript it stays hidden: the browser's own error page then says the same.
#[island]
pub fn OfflineNotice(
    /// What to say, in the language of the page.
    text: String,
) -> impl IntoView {
    let offline = RwSignal::new(false);
    #[cfg(feature = "hydrate")]
    {
        let lost = window_event_listener(leptos::ev::offline, move |_| offline.set(true));
        let back = window_event_listener(leptos::ev::online, move |_| offline.set(false));
        on_cleanup(move || {
            lost.remove();
            back.remove();
        });
    }
    view! {
        <p class="offline" role="status" hidden=move || !offline.get()>
            {text}
        </p>
    }
}
