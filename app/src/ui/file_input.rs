//! Files people send with a filing.

use leptos::prelude::*;

use super::field::described_by;
use super::icon::{Icon, IconName};
use crate::text::{Lang, PartTexts};

/// A file the hall already keeps for this question.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptFile {
    pub name: String,
    /// Size in words, such as `1.2 MB`.
    pub size: String,
    pub href: Option<String>,
}

/// A file chooser with the files already kept above it. `hint` must equal that of the frame.
#[component]
pub fn FileInput(
    lang: Lang,
    #[prop(into)] id: String,
    #[prop(into)] name: String,
    /// Kinds of file, as in the `accept` attribute.
    #[prop(into)]
    accept: String,
    #[prop(optional)] multiple: bool,
    #[prop(optional)] hint: bool,
    #[prop(optional)] kept: Vec<KeptFile>,
) -> AnyView {
    let texts = PartTexts::of(lang);
    let kept_list = (!kept.is_empty()).then(|| {
        let files: Vec<_> = kept
            .into_iter()
            .map(|file| {
                let name = match file.href {
                    Some(href) => view! { <a href=href>{file.name}</a> }.into_any(),
                    None => view! { <span>{file.name}</span> }.into_any(),
                };
                view! {
                    <li>
                        <Icon name=IconName::Document />
                        {name}
                        <span class="files__note">{file.size}" · "{texts.file_kept}</span>
                    </li>
                }
            })
            .collect();
        view! { <ul class="files">{files}</ul> }
    });
    view! {
        {kept_list}
        <input
            class="file"
            type="file"
            id=id.clone()
            name=name
            accept=accept
            multiple=multiple
            aria-describedby=described_by(&id, hint)
        />
    }
    .into_any()
}
