//! What a page does not ask because it was answered before: question, answer, and a way to change it.

use crate::islands::form_page::QUESTIONS;
use crate::text::{DraftTexts, FormTexts, Lang};
use leptos::prelude::*;

/// A question that was answered before the form was begun.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SettledRow {
    pub path: String,
    pub question: String,
    /// In words.
    pub answer: String,
    /// As it is kept.
    pub raw: String,
}

/// The settled questions of a page. Their buttons send the page along, so that nothing typed on it is lost.
#[component]
pub fn SettledList(lang: Lang, rows: Vec<SettledRow>) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let texts = DraftTexts::of(lang);
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            view! {
                <div class="summary__row">
                    <dt>{row.question.clone()}</dt>
                    <dd class="summary__answer"><data value=row.raw>{row.answer}</data></dd>
                    <dd class="summary__change">
                        <button class="button button--quiet" form=QUESTIONS name="_act" value=format!("change:{}", row.path)>
                            {FormTexts::of(lang).change}<span class="visually-hidden">" "{row.question}</span>
                        </button>
                    </dd>
                </div>
            }
        })
        .collect();
    view! {
        <section class="settled" aria-labelledby="settled">
            // The first button of a form is what the Enter key presses, wherever it stands.
            <button class="visually-hidden" form=QUESTIONS name="_act" value="continue" tabindex="-1" aria-hidden="true">{texts.previous_hidden}</button>
            <h2 class="settled__title" id="settled">{texts.settled}</h2>
            <dl class="summary">{rows}</dl>
        </section>
    }
    .into_any()
}
