//! Saving each answer as it is given: one request at a time, tried again until the hall has it.

use super::control;
use super::post::{self, Answer};
use crate::form::data::{Conflict, FieldText};
use crate::form::state::{PageState, SaveState};
use crate::text::DraftTexts;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::web_sys::{HtmlElement, HtmlFormElement};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// How long after the last key an answer is saved.
const PAUSE: u32 = 1_000;
/// How long to wait for a sign-in in another tab before trying again.
const SIGN_IN: u32 = 10_000;

/// Keeps what the hall has and what it does not have yet.
#[derive(Clone)]
pub struct Keeper {
    pub state: PageState,
    pub form: HtmlFormElement,
    here: String,
    inner: Rc<RefCell<Inner>>,
}

#[derive(Default)]
struct Inner {
    /// What the hall holds, as far as this page knows.
    held: BTreeMap<String, String>,
    /// Paths typed in since.
    unsaved: BTreeSet<String>,
    busy: bool,
    stopped: bool,
    tries: u32,
    timer: Option<Timeout>,
    /// The button to press again once everything is saved.
    then: Option<HtmlElement>,
    leaving: bool,
}

/// What the hall answers to the save of one field.
#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct Reply {
    at: String,
    conflict: Option<String>,
    text: String,
}

impl Keeper {
    pub fn new(state: PageState, form: HtmlFormElement) -> Keeper {
        let (here, held) = state.data.with_value(|data| {
            let mut held = data.answers.0.clone();
            // What was posted and not taken is not held.
            data.conflicts
                .iter()
                .for_each(|one| drop(held.insert(one.path.clone(), one.theirs.clone())));
            (data.places.here.clone(), held)
        });
        let inner = Inner {
            held,
            ..Inner::default()
        };
        Keeper {
            state,
            form,
            here,
            inner: Rc::new(RefCell::new(inner)),
        }
    }

    /// Takes what stands in an input now. Gives whether it is new.
    pub fn take(&self, path: &str) -> bool {
        let Some(raw) = control::read(&self.form, path) else {
            return false;
        };
        let known = self
            .state
            .answers
            .with_untracked(|answers| answers.get(path).map(str::to_owned));
        if known.as_deref().unwrap_or_default() == raw {
            return false;
        }
        self.state
            .answers
            .update(|answers| answers.set(path, raw.as_str()));
        self.state
            .problems
            .update(|problems| problems.retain(|one| one.path != path));
        let in_conflict = self
            .state
            .conflicts
            .with_untracked(|all| all.iter().any(|one| one.path == path));
        let mut inner = self.inner.borrow_mut();
        match inner.held.get(path).map(String::as_str).unwrap_or_default() == raw {
            true => drop(inner.unsaved.remove(path)),
            false if in_conflict => {}
            false => drop(inner.unsaved.insert(path.to_owned())),
        }
        true
    }

    /// Takes an answer that no input holds, such as the rows of a table, as saved.
    pub fn note(&self, path: &str, raw: &str) {
        self.state.answers.update(|answers| answers.set(path, raw));
        self.inner
            .borrow_mut()
            .held
            .insert(path.to_owned(), raw.to_owned());
    }

    pub fn forget(&self, start: &str) {
        let mut inner = self.inner.borrow_mut();
        inner.unsaved.retain(|path| !path.starts_with(start));
        inner.held.retain(|path, _| !path.starts_with(start));
    }

    pub fn is_settled(&self) -> bool {
        let inner = self.inner.borrow();
        !inner.busy && inner.unsaved.is_empty()
    }

    pub fn leave(&self) {
        self.inner.borrow_mut().leaving = true;
    }

    pub fn is_leaving(&self) -> bool {
        self.inner.borrow().leaving
    }

    /// Saves in a moment, unless more is typed.
    pub fn soon(&self) {
        self.later(PAUSE);
    }

    fn later(&self, wait: u32) {
        let keeper = self.clone();
        let timer = Timeout::new(wait, move || keeper.now());
        self.inner.borrow_mut().timer = Some(timer);
    }

    /// Saves everything, then presses the button.
    pub fn then_press(&self, button: Option<HtmlElement>) {
        self.inner.borrow_mut().then = button;
        self.now();
    }

    /// Saves the next unsaved answer.
    pub fn now(&self) {
        let next = {
            let mut inner = self.inner.borrow_mut();
            inner.timer = None;
            if inner.busy || inner.stopped {
                return;
            }
            let next = inner.unsaved.first().cloned();
            inner.busy = next.is_some();
            next
        };
        let Some(path) = next else { return self.settled() };
        let raw = self.state.raw(&path);
        let seen = self.inner.borrow().held.get(&path).cloned();
        if self.state.saving.get_untracked() != SaveState::Waiting {
            self.state.saving.set(SaveState::Saving);
        }
        let mut fields = vec![
            ("_act", "save-field"),
            ("path", path.as_str()),
            ("raw", raw.as_str()),
        ];
        fields.extend(seen.as_deref().map(|seen| ("seen", seen)));
        let keeper = self.clone();
        let (of, sent) = (path.clone(), raw.clone());
        post::fields(&self.here, &fields, move |answer| {
            keeper.answered(of, sent, answer)
        });
    }

    fn answered(&self, path: String, raw: String, answer: Answer) {
        let reply: Reply = serde_json::from_str(&answer.body).unwrap_or_default();
        self.inner.borrow_mut().busy = false;
        match answer.status {
            200 if reply.conflict.is_some() => self.conflict(path, raw, reply.conflict.unwrap_or_default()),
            200 => {
                let mut inner = self.inner.borrow_mut();
                inner.tries = 0;
                if self.state.raw(&path) == raw {
                    inner.unsaved.remove(&path);
                }
                inner.held.insert(path, raw);
                drop(inner);
                self.state.saving.set(SaveState::Saved(reply.at));
                self.now();
            }
            401 => {
                self.state.saving.set(SaveState::SignedOut);
                self.later(SIGN_IN);
            }
            422 => {
                self.inner.borrow_mut().unsaved.remove(&path);
                let text = reply.text.clone();
                self.state
                    .problems
                    .update(|problems| problems.push(FieldText { path, text }));
                self.state.saving.set(SaveState::Refused(reply.text));
                self.now();
            }
            403 | 404 | 409 => {
                self.inner.borrow_mut().stopped = true;
                self.state.saving.set(SaveState::Refused(reply.text));
            }
            // Nothing came back, or the hall cannot at the moment.
            _ => {
                let tries = {
                    let mut inner = self.inner.borrow_mut();
                    inner.tries += 1;
                    inner.then = None;
                    inner.tries
                };
                self.state.saving.set(SaveState::Waiting);
                self.later(1_000 << tries.min(5));
            }
        }
    }

    fn settled(&self) {
        let then = self.inner.borrow_mut().then.take();
        if let Some(button) = then {
            button.click();
        }
    }

    fn conflict(&self, path: String, yours: String, theirs: String) {
        {
            let mut inner = self.inner.borrow_mut();
            inner.unsaved.remove(&path);
            inner.held.insert(path.clone(), theirs.clone());
            inner.then = None;
        }
        self.state.conflicts.update(|all| {
            all.retain(|one| one.path != path);
            all.push(Conflict { path, theirs, yours });
        });
        let texts = DraftTexts::of(self.state.data.with_value(|data| data.lang));
        self.state
            .saving
            .set(SaveState::Refused(texts.conflict_choose.to_owned()));
        self.now();
    }

    /// Ends a conflict with one's own text.
    pub fn keep_mine(&self, path: &str) {
        self.state
            .conflicts
            .update(|all| all.retain(|one| one.path != path));
        self.inner.borrow_mut().unsaved.insert(path.to_owned());
        self.state.saving.set(SaveState::Still);
        self.now();
    }

    /// Ends a conflict with the text that is saved.
    pub fn take_theirs(&self, path: &str) {
        self.state
            .conflicts
            .update(|all| all.retain(|one| one.path != path));
        let theirs = self.inner.borrow().held.get(path).cloned().unwrap_or_default();
        self.state.saving.set(SaveState::Still);
        control::write(&self.form, path, &theirs);
        self.take(path);
    }
}
