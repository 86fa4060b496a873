//! The page of questions. Drawn on the server as a form that works by itself; woken up in the browser it
//! checks while one types, shows and hides questions at once, and saves every answer as it is given.

#[cfg(feature = "hydrate")]
mod autosave;
#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "hydrate")]
mod control;
#[cfg(feature = "hydrate")]
mod post;
#[cfg(feature = "hydrate")]
mod upload;

use crate::form::Questions;
use crate::form::data::PageData;
use crate::form::state::{PageState, SaveState};
use crate::text::{DraftTexts, fill};
use crate::ui::{ErrorSummary, Icon, IconName, Notice, Tone};
use domain::form::Kind;
use leptos::html;
use leptos::prelude::*;

/// Id of the form, for buttons that stand outside it.
pub const QUESTIONS: &str = "questions";

/// The questions of one page with their buttons. `data` is [`PageData::packed`]: what wraps an island can
/// write its properties as well as read them, and the browser should not carry the code to write these.
#[island]
pub fn FormPage(data: String) -> impl IntoView {
    let data = PageData::unpacked(&data);
    let texts = DraftTexts::of(data.lang);
    let lang = data.lang;
    let here = data.places.here.clone();
    let sign_in = data.places.sign_in.clone();
    let loaded = data.loaded.to_string();
    let has_files = data
        .form
        .pages
        .iter()
        .flat_map(|page| &page.fields)
        .any(|field| matches!(field.kind, Kind::Attachment { .. }));
    let encoding = if has_files {
        "multipart/form-data"
    } else {
        "application/x-www-form-urlencoded"
    };
    let fresh = fresh(&data, texts);
    let state = PageState::new(data);
    let form = NodeRef::<html::Form>::new();
    #[cfg(feature = "hydrate")]
    form.on_load(move |form| browser::wake(state, form));
    let summary = move || {
        let all = state.show_all.get() || state.problems.with(|problems| !problems.is_empty());
        let issues = if all { state.issues() } else { Vec::new() };
        view! { <ErrorSummary lang issues/> }
    };
    view! {
        <form class="form" id=QUESTIONS method="post" action=here enctype=encoding novalidate=true node_ref=form>
            // The first button of a form is what the Enter key presses.
            <button class="visually-hidden" type="submit" name="_act" value="continue" tabindex="-1" aria-hidden="true">{texts.previous_hidden}</button>
            <input type="hidden" name="_loaded" value=loaded autocomplete="off"/>
            <input type="hidden" name="_saved" value="" autocomplete="off"/>
            <div class="form__summary">{summary}</div>
            {fresh}
            <Questions state/>
            <div class="form-bar">
                <div class="form-bar__actions">
                    <button class="button button--primary" type="submit" name="_act" value="continue">{texts.continue_}</button>
                    <button class="button button--secondary" type="submit" name="_act" value="leave">{texts.leave}</button>
                </div>
                <p class=move || save_class(&state.saving.get()) role="status">
                    <Icon name=IconName::CircleCheck/>
                    <span>{move || save_text(&state.saving.get(), texts)}</span>
                    " "
                    <a href=sign_in target="_blank" hidden=move || state.saving.get() != SaveState::SignedOut>{texts.save_sign_in}</a>
                </p>
            </div>
        </form>
    }
}

fn fresh(data: &PageData, texts: &'static DraftTexts) -> Option<AnyView> {
    if data.fresh.is_empty() {
        return None;
    }
    let lang = data.lang;
    let title = fill(texts.fresh_title, &[("n", &data.fresh.len().to_string())]);
    let label = |path: &String| {
        let field = domain::form::field_at(&data.form, path)?;
        Some(view! { <li><a href=format!("#{path}")>{field.label.get(lang).to_owned()}</a></li> })
    };
    let items: Vec<_> = data.fresh.iter().filter_map(label).collect();
    Some(view! { <Notice lang tone=Tone::Info title><ul>{items}</ul></Notice> }.into_any())
}

fn save_class(state: &SaveState) -> &'static str {
    match state {
        SaveState::Saved(_) => "save-state save-state--saved with-wasm",
        SaveState::Waiting | SaveState::SignedOut | SaveState::Refused(_) => {
            "save-state save-state--failed with-wasm"
        }
        SaveState::Still | SaveState::Saving => "save-state with-wasm",
    }
}

fn save_text(state: &SaveState, texts: &'static DraftTexts) -> String {
    match state {
        SaveState::Still => texts.save_still.to_owned(),
        SaveState::Saving => texts.save_saving.to_owned(),
        SaveState::Saved(time) => fill(texts.save_saved, &[("time", time)]),
        SaveState::Waiting => texts.save_waiting.to_owned(),
        SaveState::SignedOut => texts.save_signed_out.to_owned(),
        SaveState::Refused(why) => fill(texts.save_refused, &[("why", why)]),
    }
}
