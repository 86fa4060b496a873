//! Questions and their answers, to look over.

use leptos::prelude::*;

use crate::text::{FormTexts, Lang};

/// One question with its answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SummaryRow {
    pub question: String,
    /// Several lines keep their breaks; empty shows "not answered".
    pub answer: String,
    /// Where the answer can be changed.
    pub change: Option<String>,
    /// What is wrong with the answer.
    pub error: Option<String>,
}

impl SummaryRow {
    pub fn new(question: impl Into<String>, answer: impl Into<String>) -> Self {
        SummaryRow {
            question: question.into(),
            answer: answer.into(),
            ..SummaryRow::default()
        }
    }

    pub fn change(mut self, href: impl Into<String>) -> Self {
        self.change = Some(href.into());
        self
    }
}

/// A list of questions, answers and links to change them.
#[component]
pub fn SummaryList(lang: Lang, rows: Vec<SummaryRow>) -> AnyView {
    let texts = FormTexts::of(lang);
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let answer = match row.answer.is_empty() {
                true => view! { <span class="muted">{texts.not_answered}</span> }.into_any(),
                false => row.answer.into_any(),
            };
            let change = row.change.map(|href| {
                view! {
                    <dd class="summary__change">
                        <a href=href>{texts.change}<span class="visually-hidden">" "{row.question.clone()}</span></a>
                    </dd>
                }
            });
            let class = if row.error.is_some() { "summary__row summary__row--wrong" } else { "summary__row" };
            view! {
                <div class=class>
                    <dt>{row.question}</dt>
                    <dd class="summary__answer">
                        {answer}
                        {row.error.map(|error| view! { <p class="field__error">{error}</p> })}
                    </dd>
                    {change}
                </div>
            }
        })
        .collect();
    view! { <dl class="summary">{rows}</dl> }.into_any()
}
