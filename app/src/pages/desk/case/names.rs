//! The names a filing is about, taken apart and judged.

use crate::pages::name::{NameResult, Verdicts};
use crate::text::{DeskCaseTexts, Lang, NameTexts};
use crate::ui::{Notice, SummaryList, SummaryRow, Tone};
use leptos::prelude::*;

/// One name with what is to be said of it today.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NameView {
    pub name: String,
    pub result: NameResult,
}

#[component]
pub(super) fn Names(lang: Lang, names: Vec<NameView>) -> AnyView {
    if names.is_empty() {
        return ().into_any();
    }
    let names: Vec<_> = names.into_iter().map(|name| one(lang, name)).collect();
    view! {
        <section class="desk-names" id="names">
            <div class="section__head"><h2>{DeskCaseTexts::of(lang).names}</h2></div>
            {names}
        </section>
    }
    .into_any()
}

fn one(lang: Lang, name: NameView) -> AnyView {
    let (texts, desk) = (NameTexts::of(lang), DeskCaseTexts::of(lang));
    let result = name.result;
    let (tone, title) = match result.can_be_had {
        true => (Tone::Success, texts.can),
        false => (Tone::Warning, desk.name_refused),
    };
    let parts = result.parts;
    let rows = [
        (texts.region, parts.region),
        (texts.brand, parts.brand),
        (texts.industry, parts.industry),
        (texts.form, parts.form),
    ];
    let rows =
        rows.map(|(label, part)| SummaryRow::new(label, if part.is_empty() { "—".into() } else { part }));
    view! {
        <h3>{name.name}</h3>
        <Notice lang tone title><p>{result.compared}</p></Notice>
        <div class="desk-dense"><SummaryList lang rows=rows.to_vec()/></div>
        <Verdicts lang verdicts=result.verdicts/>
    }
    .into_any()
}
