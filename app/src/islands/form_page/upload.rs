//! Files on their way: sent as soon as they are chosen, one after the other, with their progress.

use super::autosave::Keeper;
use super::{browser, post};
use crate::form::data::{FieldText, PageFile};
use crate::form::state::SaveState;
use crate::text::{DraftTexts, fill};
use leptos::prelude::*;
use leptos::web_sys::{File, FormData, HtmlInputElement};

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct Reply {
    file: Option<PageFile>,
    text: String,
}

/// Sends what was chosen in a file input, then empties it, so that it is not posted again.
pub fn send(keeper: &Keeper, input: &HtmlInputElement, path: &str) {
    let Some(chosen) = input.files() else { return };
    let files: Vec<File> = (0..chosen.length()).filter_map(|at| chosen.item(at)).collect();
    input.set_value("");
    next(keeper.clone(), path.to_owned(), files);
}

fn next(keeper: Keeper, path: String, mut files: Vec<File>) {
    let state = keeper.state;
    if files.is_empty() {
        state.uploads.update(|uploads| {
            uploads.remove(&path);
        });
        return;
    }
    let file = files.remove(0);
    let Ok(form) = FormData::new() else { return };
    let _ = form.append_with_str("path", &path);
    let _ = form.append_with_blob_and_filename("file", &file, &file.name());
    state.uploads.update(|uploads| {
        uploads.insert(path.clone(), 0);
    });
    state
        .problems
        .update(|problems| problems.retain(|one| one.path != path));
    let address = state.data.with_value(|data| data.places.attach.clone());
    let way = path.clone();
    let progress = move |percent| {
        state.uploads.update(|uploads| {
            uploads.insert(way.clone(), percent);
        })
    };
    // Larger than the hall takes: said at once, without sending it.
    if file.size() > 10.0 * 1024.0 * 1024.0 {
        let text = state.data.with_value(|data| {
            let template = data.errors.get("file-too-large").cloned().unwrap_or_default();
            fill(&template, &[("max", "10")])
        });
        refused(&keeper, &path, text);
        return next(keeper, path, files);
    }
    post::files(&address, &form, progress, move |answer| {
        let reply: Reply = serde_json::from_str(&answer.body).unwrap_or_default();
        match (answer.status, reply.file) {
            (200, Some(file)) => {
                let mut ids = state.raw(&path);
                if !ids.is_empty() {
                    ids.push(',');
                }
                ids.push_str(&file.id);
                keeper.note(&path, &ids);
                state.files.update(|files| files.push(file));
            }
            (401, _) => state.saving.set(SaveState::SignedOut),
            (0, _) => {
                let lang = state.data.with_value(|data| data.lang);
                refused(&keeper, &path, DraftTexts::of(lang).upload_failed.to_owned());
            }
            _ => refused(&keeper, &path, reply.text),
        }
        next(keeper, path, files);
    });
}

fn refused(keeper: &Keeper, path: &str, text: String) {
    keeper.state.problems.update(|problems| {
        problems.retain(|one| one.path != path);
        problems.push(FieldText {
            path: path.to_owned(),
            text,
        });
    });
}

/// Takes a file out of the draft.
pub fn remove(keeper: &Keeper, id: &str) {
    let state = keeper.state;
    let here = state.data.with_value(|data| data.places.here.clone());
    let (keeper, id) = (keeper.clone(), id.to_owned());
    let act = format!("detach:{id}");
    post::fields(&here, &[("_act", &act)], move |answer| match answer.status {
        200 => {
            let file = state
                .files
                .with_untracked(|files| files.iter().find(|file| file.id == id).cloned());
            let Some(file) = file else { return };
            let raw = state.raw(&file.path);
            let rest: Vec<&str> = raw.split(',').filter(|one| *one != id).collect();
            keeper.note(&file.path, &rest.join(","));
            state.files.update(|files| files.retain(|one| one.id != id));
            state
                .problems
                .update(|problems| problems.retain(|one| one.path != file.path));
            // The button that was pressed is gone.
            browser::soon(move || browser::focus(&file.path));
        }
        401 => state.saving.set(SaveState::SignedOut),
        _ => state.saving.set(SaveState::Waiting),
    });
}
