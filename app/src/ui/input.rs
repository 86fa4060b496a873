//! One line of text.

use leptos::prelude::*;

use super::field::described_by;

/// What kind of line it is: decides the keyboard of phones and the width, never the checking, which
/// is `domain`'s alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    #[default]
    Text,
    /// A short text, such as a postcode.
    Short,
    /// Digits, perhaps with a decimal point; stands to the right.
    Number,
    /// An identifier: fixed-width, no corrections by the keyboard.
    Code,
    /// A civil date, `2013-05-20`.
    Date,
    Email,
    Telephone,
    Url,
    Password,
    Search,
}

impl InputKind {
    fn html(self) -> &'static str {
        match self {
            InputKind::Text | InputKind::Short | InputKind::Number | InputKind::Code => "text",
            InputKind::Date => "date",
            // `text`, so that the browser keeps half-typed addresses as typed.
            InputKind::Email | InputKind::Url => "text",
            InputKind::Telephone => "tel",
            InputKind::Password => "password",
            InputKind::Search => "search",
        }
    }

    fn mode(self) -> Option<&'static str> {
        match self {
            InputKind::Number => Some("decimal"),
            InputKind::Email => Some("email"),
            InputKind::Telephone => Some("tel"),
            InputKind::Url => Some("url"),
            _ => None,
        }
    }

    fn class(self) -> &'static str {
        match self {
            InputKind::Short => "input input--short",
            InputKind::Number => "input input--number",
            InputKind::Code => "input input--code",
            InputKind::Date => "input input--short",
            _ => "input",
        }
    }
}

/// An uncontrolled one-line input: `value` is where it starts, typing is its own affair.
/// Event listeners and `node_ref` given to the component land on the `<input>`.
#[component]
pub fn TextInput(
    #[prop(into)] id: String,
    #[prop(into)] name: String,
    #[prop(optional, into)] value: String,
    #[prop(optional)] kind: InputKind,
    /// The frame around shows a hint.
    #[prop(optional)]
    hint: bool,
    #[prop(optional, into)] invalid: Signal<bool>,
    #[prop(optional)] required: bool,
    #[prop(optional)] readonly: bool,
    #[prop(optional, into)] autocomplete: Option<String>,
    #[prop(optional)] maxlength: Option<u32>,
) -> AnyView {
    let code = kind == InputKind::Code;
    view! {
        <input
            class=kind.class()
            type=kind.html()
            inputmode=kind.mode()
            id=id.clone()
            name=name
            value=value
            readonly=readonly
            autocomplete=autocomplete.or_else(|| code.then(|| "off".to_owned()))
            spellcheck=code.then_some("false")
            maxlength=maxlength.map(|max| max.to_string())
            aria-required=required.then_some("true")
            aria-invalid=move || invalid.get().then_some("true")
            aria-describedby=described_by(&id, hint)
        />
    }
    .into_any()
}
