//! The first page.

use crate::islands::offline::OfflineNotice;
use crate::text::{Lang, ShellTexts};
use leptos::prelude::*;

/// The first page.
#[component]
pub fn Home(lang: Lang) -> impl IntoView {
    let texts = ShellTexts::of(lang);
    view! {
        <h1>{texts.hall}</h1>
        <OfflineNotice text=texts.offline.to_owned()/>
    }
}
