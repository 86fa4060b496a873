//! Waking the page up: everything typed so far is taken over, then every event is listened to in one place.

use super::autosave::Keeper;
use super::{control, post, upload};
use crate::form::state::{PageState, SaveState};
use crate::text::DraftTexts;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::web_sys::{self, Element, Event, HtmlElement, HtmlFormElement, HtmlInputElement, SubmitEvent};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen::prelude::JsCast;

/// Listens to the form for as long as its page is open.
pub fn wake(state: PageState, form: HtmlFormElement) {
    let keeper = Keeper::new(state, form.clone());
    // What was typed before this arrived, or brought back by the browser.
    let empty = |path: &str| control::read(&form, path).is_none_or(|raw| raw.is_empty());
    let mut paths = control::paths(&form);
    paths.retain(|path| !(empty(path) && control::may_hide(&form, path)));
    let early = paths.into_iter().filter(|path| keeper.take(path)).count();
    if early > 0 {
        keeper.soon();
    }
    let typed = Rc::new(RefCell::new(BTreeSet::<String>::new()));

    let (on_input, seen) = (keeper.clone(), typed.clone());
    listen(&form, "input", move |event| {
        let Some(path) = target(event).and_then(|element| control::path_of(&element)) else {
            return;
        };
        if on_input.take(&path) {
            seen.borrow_mut().insert(path);
            on_input.soon();
        }
    });
    let on_change = keeper.clone();
    let left = move |event: &Event| {
        let Some(element) = target(event) else { return };
        if let Some(input) = element.dyn_ref::<HtmlInputElement>()
            && let Some(path) = input.name().strip_prefix("_file:")
        {
            if event.type_() == "change" {
                upload::send(&on_change, input, path);
            }
            return;
        }
        let Some(path) = control::path_of(&element) else {
            return;
        };
        if on_change.take(&path) {
            typed.borrow_mut().insert(path.clone());
        }
        // A field that was only passed through is left in peace.
        if typed.borrow().contains(&path) {
            on_change.state.shown.update(|shown| {
                shown.insert(path);
            });
        }
        on_change.now();
    };
    let left = Rc::new(left);
    let change = left.clone();
    listen(&form, "change", move |event| change(event));
    listen(&form, "focusout", move |event| left(event));

    let on_submit = keeper.clone();
    listen(&form, "submit", move |event| submit(&on_submit, event));

    let Some(window) = web_sys::window() else { return };
    let back = keeper.clone();
    listen(&window, "online", move |_| back.now());
    let again = keeper.clone();
    listen(&window, "focus", move |_| {
        if again.state.saving.get_untracked() == SaveState::SignedOut {
            again.now();
        }
    });
    listen(&window, "beforeunload", move |event| {
        if !keeper.is_leaving() && !keeper.is_settled() {
            event.prevent_default();
        }
    });
}

fn listen(target: &web_sys::EventTarget, name: &'static str, act: impl Fn(&Event) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, name, options, act).forget();
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// A button was pressed, or Enter.
fn submit(keeper: &Keeper, event: &Event) {
    let submitter = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
    let act = submitter
        .as_ref()
        .and_then(|button| button.get_attribute("value"))
        .unwrap_or_default();
    let (verb, object) = act.split_once(':').unwrap_or((&act, ""));
    match verb {
        "continue" | "" => return go_on(keeper, event, submitter, true),
        "leave" | "change" => return go_on(keeper, event, submitter, false),
        "add-row" => add_row(keeper, object),
        "remove-row" => remove_row(keeper, object),
        "detach" => upload::remove(keeper, object),
        "mine" => keeper.keep_mine(object),
        "theirs" => keeper.take_theirs(object),
        _ => return,
    }
    event.prevent_default();
}

/// Lets the form go once everything is saved and, when going on, nothing on the page is wrong.
fn go_on(keeper: &Keeper, event: &Event, button: Option<HtmlElement>, check: bool) {
    let state = keeper.state;
    if check && state.live.with_untracked(|live| !live.errors.is_empty()) {
        event.prevent_default();
        state.show_all.set(true);
        keeper.now();
        return soon(|| focus("error-summary"));
    }
    if !state.conflicts.with_untracked(Vec::is_empty) {
        event.prevent_default();
        return;
    }
    if !keeper.is_settled() {
        event.prevent_default();
        return keeper.then_press(button);
    }
    if let Ok(Some(saved)) = keeper.form.query_selector("input[name=_saved]")
        && let Some(saved) = saved.dyn_ref::<HtmlInputElement>()
    {
        saved.set_value("1");
    }
    keeper.leave();
}

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct RowReply {
    row: Option<String>,
}

fn add_row(keeper: &Keeper, table: &str) {
    let here = keeper.state.data.with_value(|data| data.places.here.clone());
    let (keeper, table) = (keeper.clone(), table.to_owned());
    let act = format!("add-row:{table}");
    post::fields(&here, &[("_act", &act)], move |answer| {
        let reply: RowReply = serde_json::from_str(&answer.body).unwrap_or_default();
        match (answer.status, reply.row) {
            (200, Some(row)) => {
                let before = keeper.state.raw(&table);
                let rows = if before.is_empty() {
                    row.clone()
                } else {
                    format!("{before},{row}")
                };
                keeper.note(&table, &rows);
                soon(move || focus_inside(&format!("{table}.{row}")));
            }
            (401, _) => keeper.state.saving.set(SaveState::SignedOut),
            (200, None) => {}
            _ => keeper.state.saving.set(SaveState::Waiting),
        }
    });
}

fn remove_row(keeper: &Keeper, object: &str) {
    let Some((table, row)) = object.split_once(':') else {
        return;
    };
    let start = format!("{table}.{row}.");
    let state = keeper.state;
    let filled = state.answers.with_untracked(|answers| {
        answers
            .0
            .iter()
            .any(|(path, raw)| path.starts_with(&start) && !raw.is_empty())
    });
    let sure = DraftTexts::of(state.data.with_value(|data| data.lang)).remove_row_sure;
    let agreed = || web_sys::window().and_then(|window| window.confirm_with_message(sure).ok());
    if filled && agreed() != Some(true) {
        return;
    }
    let here = state.data.with_value(|data| data.places.here.clone());
    let (keeper, table, row) = (keeper.clone(), table.to_owned(), row.to_owned());
    let act = format!("remove-row:{object}");
    // Nothing of the row may be saved after it is gone.
    keeper.forget(&start);
    post::fields(&here, &[("_act", &act)], move |answer| match answer.status {
        200 => {
            state.answers.update(|answers| answers.remove_row(&table, &row));
            keeper.note(&table, &state.raw(&table));
            soon(move || focus(&table));
        }
        401 => state.saving.set(SaveState::SignedOut),
        _ => state.saving.set(SaveState::Waiting),
    });
}

/// After the page has been drawn again.
pub(super) fn soon(act: impl FnOnce() + 'static) {
    Timeout::new(0, act).forget();
}

pub(super) fn focus(id: &str) {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element
        .as_ref()
        .and_then(|element| element.dyn_ref::<HtmlElement>())
    {
        let _ = element.focus();
    }
}

fn focus_inside(id: &str) {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    let inside = element.and_then(|element| {
        element
            .query_selector("input:not([type=hidden]),select,textarea")
            .ok()
            .flatten()
    });
    if let Some(inside) = inside.as_ref().and_then(|inside| inside.dyn_ref::<HtmlElement>()) {
        let _ = inside.focus();
    }
}
