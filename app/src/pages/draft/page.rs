//! One page of questions.

use super::settled::{SettledList, SettledRow};
use super::{DraftFrame, DraftHead};
use crate::form::data::PageData;
use crate::islands::form_page::FormPage;
use crate::text::DraftTexts;
use crate::ui::{Icon, IconName, PageHead};
use leptos::prelude::*;

/// One page of questions as it is shown.
#[derive(Clone, Debug)]
pub struct PageFacts {
    pub head: DraftHead,
    pub title: String,
    pub intro: Option<String>,
    /// The page before, with its language.
    pub back: Option<String>,
    /// What it does not ask because it was answered before.
    pub settled: Vec<SettledRow>,
    pub data: PageData,
}

#[component]
pub fn DraftPage(facts: PageFacts) -> AnyView {
    let lang = facts.head.lang;
    let texts = DraftTexts::of(lang);
    let above = facts.head.place_text();
    let head = match facts.intro {
        Some(lead) => view! { <PageHead title=facts.title.clone() above lead/> }.into_any(),
        None => view! { <PageHead title=facts.title.clone() above/> }.into_any(),
    };
    view! {
        <DraftFrame head=facts.head here=facts.title>
            {facts.back.map(|href| view! { <p class="back"><a href=href><Icon name=IconName::Back/>{texts.back}</a></p> })}
            {head}
            <SettledList lang rows=facts.settled/>
            <FormPage data=facts.data.packed()/>
        </DraftFrame>
    }
    .into_any()
}
