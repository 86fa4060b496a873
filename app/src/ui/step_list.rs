//! How far along a filing is, page by page.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::text::{Lang, PartTexts, fill};

/// How one step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    NotStarted,
    Unfinished,
    /// Finished with errors to correct.
    Wrong,
    Done,
    /// The page being read, whatever its answers.
    Current,
}

/// One step, with its address where it can be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub title: String,
    pub href: Option<String>,
    pub state: StepState,
}

/// The steps in order, each with icon, title and state in words. On narrow screens they stand behind
/// one line that says how far along one is.
#[component]
pub fn StepList(
    lang: Lang,
    /// What the steps are of, for screen readers.
    #[prop(into)]
    label: String,
    steps: Vec<Step>,
) -> AnyView {
    let texts = PartTexts::of(lang);
    let count = steps.len().to_string();
    let summary = match steps.iter().position(|step| step.state == StepState::Current) {
        Some(at) => {
            let n = (at + 1).to_string();
            fill(
                texts.step_of,
                &[("n", &n), ("count", &count), ("title", &steps[at].title)],
            )
        }
        None => {
            let done = steps
                .iter()
                .filter(|step| step.state == StepState::Done)
                .count()
                .to_string();
            fill(texts.steps_done, &[("done", &done), ("count", &count)])
        }
    };
    let items: Vec<_> = steps
        .into_iter()
        .map(|step| {
            let (class, icon, word) = match step.state {
                StepState::NotStarted => ("step", IconName::CircleEmpty, texts.step_not_started),
                StepState::Unfinished => ("step step--unfinished", IconName::Clock, texts.step_unfinished),
                StepState::Wrong => ("step step--wrong", IconName::Cross, texts.step_wrong),
                StepState::Done => ("step step--done", IconName::CircleCheck, texts.step_done),
                StepState::Current => ("step step--current", IconName::CircleDot, texts.step_current),
            };
            let current = (step.state == StepState::Current).then_some("step");
            let words = view! {
                <span class="step__title">{step.title}</span>
                <span class="step__state">{word}</span>
            };
            let words = match step.href {
                Some(href) => view! { <a class="step__words" href=href>{words}</a> }.into_any(),
                None => view! { <span class="step__words">{words}</span> }.into_any(),
            };
            view! { <li class=class aria-current=current><Icon name=icon />{words}</li> }
        })
        .collect();
    view! {
        <nav class="steps" aria-label=label>
            <details>
                <summary class="steps__summary">{summary}</summary>
                <ol>{items}</ol>
            </details>
        </nav>
    }
    .into_any()
}
