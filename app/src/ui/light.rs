//! The light of a time limit.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::text::{Lang, PartTexts};

/// How a time limit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LightColour {
    Green,
    Yellow,
    Red,
    /// The clock does not run.
    Paused,
}

/// A time limit's light: colour, shape and word, so that none is needed alone. `text` stands behind
/// the word, such as "3 working days left".
#[component]
pub fn Light(lang: Lang, colour: LightColour, #[prop(optional, into)] text: String) -> AnyView {
    let texts = PartTexts::of(lang);
    let (class, icon, word) = match colour {
        LightColour::Green => ("light light--green", IconName::CircleCheck, texts.light_green),
        LightColour::Yellow => ("light light--yellow", IconName::Triangle, texts.light_yellow),
        LightColour::Red => ("light light--red", IconName::Octagon, texts.light_red),
        LightColour::Paused => ("light light--paused", IconName::Pause, texts.light_paused),
    };
    view! {
        <span class=class>
            <Icon name=icon />
            <span class="light__word">{word}</span>
            {(!text.is_empty()).then(|| view! { <span class="light__text">{text}</span> })}
        </span>
    }
    .into_any()
}
