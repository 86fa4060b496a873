//! Buttons, and links that look like them.

use leptos::prelude::*;

/// How much a button asks for attention. One `Primary` per page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    #[default]
    Primary,
    Secondary,
    /// For acts that cannot be undone.
    Danger,
    /// Looks like text until touched.
    Quiet,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            ButtonKind::Primary => "button button--primary",
            ButtonKind::Secondary => "button button--secondary",
            ButtonKind::Danger => "button button--danger",
            ButtonKind::Quiet => "button button--quiet",
        }
    }
}

/// A button that submits its form; with `name` and `value` it also says which button was pressed.
#[component]
pub fn Button(
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional, into)] value: Option<String>,
    /// Address to post to instead of the form's own.
    #[prop(optional, into)]
    formaction: Option<String>,
    /// Leaves the browser's own checks of required fields aside.
    #[prop(optional)]
    novalidate: bool,
    children: Children,
) -> AnyView {
    view! {
        <button type="submit" class=kind.class() name=name value=value formaction=formaction formnovalidate=novalidate>
            {children()}
        </button>
    }
    .into_any()
}

/// A link that looks like a button: goes somewhere, changes nothing.
#[component]
pub fn ButtonLink(
    #[prop(optional)] kind: ButtonKind,
    #[prop(into)] href: String,
    children: Children,
) -> AnyView {
    view! { <a class=kind.class() href=href>{children()}</a> }.into_any()
}
