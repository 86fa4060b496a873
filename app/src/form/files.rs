//! Questions answered with files.

use super::single::Input;
use super::state::PageState;
use crate::text::{DraftTexts, fill};
use crate::ui::{Icon, IconName, described_by};
use domain::form::{Field, Kind};
use leptos::prelude::*;

/// What the file chooser of a browser offers.
pub const ACCEPT: &str = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";

/// A question answered with files; `None` for every other kind.
pub(super) fn files(state: PageState, field: &Field, path: &str) -> Option<AnyView> {
    let Kind::Attachment { max } = field.kind else {
        return None;
    };
    let lang = state.data.with_value(|data| data.lang);
    let texts = DraftTexts::of(lang);
    let mut input = Input::of(lang, field, path);
    let kinds = fill(texts.file_kinds, &[("max", &max.to_string())]);
    input.hint = Some(match input.hint {
        Some(hint) => format!("{hint} {kinds}"),
        None => kinds,
    });
    let path = path.to_owned();
    let here = path.clone();
    let held = move || {
        state.files.with(|files| {
            files
                .iter()
                .filter(|file| file.path == here)
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let full = {
        let held = held.clone();
        Memo::new(move |_| held().len() >= max as usize)
    };
    let way = path.clone();
    let percent = move || state.uploads.with(|uploads| uploads.get(&way).copied());
    let said = percent.clone();
    Some(input.framed(state, move |input, invalid| {
        let described = described_by(&input.path, true);
        view! {
            <ul class="files">
                <For each=held key=|file| file.id.clone() let:file>
                    <li>
                        <Icon name=IconName::Document/>
                        <a class="files__name" href=state.data.with_value(|data| format!("{}{}", data.places.file, file.id)) target="_blank">{file.name.clone()}</a>
                        <span class="files__note">{file.size.clone()}</span>
                        <button class="button button--quiet button--small" type="submit" name="_act" value=format!("detach:{}", file.id)>
                            {texts.remove_file}
                            <span class="visually-hidden">" "{file.name.clone()}</span>
                        </button>
                    </li>
                </For>
            </ul>
            <div class="upload" hidden=move || full.get()>
                <input
                    class="file"
                    type="file"
                    id=input.path.clone()
                    name=format!("_file:{}", input.path)
                    accept=ACCEPT
                    multiple={max > 1}
                    aria-invalid=move || invalid.get().then_some("true")
                    aria-describedby=described
                />
                <button class="button button--secondary without-wasm" type="submit" name="_act" value=format!("upload:{}", input.path)>
                    <Icon name=IconName::Upload/>
                    {texts.upload}
                </button>
                <p class="upload__progress" role="status" hidden=move || percent().is_none()>
                    {move || fill(texts.uploading, &[("percent", &said().unwrap_or(0).to_string())])}
                </p>
            </div>
        }
        .into_any()
    }))
}
