//! What is filled in so far, to print and look over.

use super::DraftHead;
use crate::pages::answered::{Answered, AnsweredPage};
use crate::text::{DraftTexts, fill, link};
use leptos::prelude::*;

#[component]
pub fn DraftPrint(head: DraftHead, pages: Vec<AnsweredPage>) -> AnyView {
    let lang = head.lang;
    let texts = DraftTexts::of(lang);
    view! {
        <p class="back"><a href=link(lang, &head.path)>{texts.go_back}</a></p>
        <article class="paper">
            <h1 class="paper__title">{fill(texts.print_title, &[("title", &head.title)])}</h1>
            <p class="paper__to">{head.subject}</p>
            <p class="muted">{texts.print_note}</p>
            <Answered lang pages/>
        </article>
    }
    .into_any()
}
