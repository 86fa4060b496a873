//! What the office remarked on a filing it returned.

use crate::text::{DraftTexts, Lang};
use crate::ui::{Notice, Tone};
use leptos::prelude::*;

/// A filing that was returned to be corrected.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Returned {
    /// Which filing, and when it was returned.
    pub title: String,
    pub remarks: Vec<RemarkLine>,
    /// Everything still reads as it was handed in.
    pub unchanged: bool,
}

/// One remark.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemarkLine {
    /// The way to the question it stands at, with its language, and the question; `None` for the whole.
    pub place: Option<(String, String)>,
    pub text: String,
}

/// The remarks, each with the way to its question, and whether anything was corrected yet.
#[component]
pub fn ReturnedNotice(lang: Lang, returned: Returned) -> AnyView {
    let texts = DraftTexts::of(lang);
    let remarks: Vec<_> = returned
        .remarks
        .into_iter()
        .map(|remark| {
            let place = remark
                .place
                .map(|(href, question)| view! { <a href=href>{question}</a> });
            view! { <li>{place}<p class="pre">{remark.text}</p></li> }
        })
        .collect();
    let next = match returned.unchanged {
        true => texts.returned_unchanged,
        false => texts.returned_text,
    };
    view! {
        <Notice lang tone=Tone::Warning title=returned.title>
            <ul>{remarks}</ul>
            <p>{next}</p>
        </Notice>
    }
    .into_any()
}
