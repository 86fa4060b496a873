//! Making an account.

use crate::pages::sign_in::percent;
use crate::pages::typed::{Typed, TypedErrors, TypedInput};
use crate::text::{Lang, SignInTexts, fill, link};
use crate::ui::{Button, FieldFrame, InputKind, PageHead, TextInput};
use leptos::prelude::*;

/// The page of the form.
#[component]
pub fn SignUpPage(
    lang: Lang,
    /// Path to go to afterwards, without its language; empty for one's own hall.
    next: String,
    typed: Typed,
    /// Shortest password allowed, in characters.
    shortest: usize,
) -> AnyView {
    let texts = SignInTexts::of(lang);
    let labels = vec![
        ("name", texts.name),
        ("id_no", texts.id_no),
        ("phone", texts.phone),
        ("password", texts.new_password),
        ("password_again", texts.password_again),
    ];
    let sign_in = match next.is_empty() {
        true => link(lang, "/sign-in"),
        false => link(lang, &format!("/sign-in?next={}", percent(&next))),
    };
    view! {
        <div class="narrow">
            <PageHead title=texts.up_title lead=texts.up_lead/>
            <TypedErrors lang typed=typed.clone() labels/>
            <form class="stack section" method="post" action=link(lang, "/sign-up") novalidate=true>
                <input type="hidden" name="next" value=next/>
                <TypedInput lang typed=typed.clone() name="name" label=texts.name hint=texts.name_hint autocomplete="name"/>
                <TypedInput lang typed=typed.clone() name="id_no" label=texts.id_no hint=texts.id_no_hint
                    kind=InputKind::Code autocomplete="username"/>
                <TypedInput lang typed=typed.clone() name="phone" label=texts.phone hint=texts.phone_hint
                    kind=InputKind::Telephone autocomplete="tel"/>
                <NewPassword lang typed shortest label=texts.new_password/>
                <p class="muted">{texts.privacy}</p>
                <div class="actions">
                    <Button>{texts.up_submit}</Button>
                    <span>{texts.have_account}" "<a href=sign_in>{texts.title}</a></span>
                </div>
            </form>
        </div>
    }
    .into_any()
}

/// A new password with its rules, and the same again; posts `password` and `password_again`.
#[component]
pub fn NewPassword(lang: Lang, typed: Typed, shortest: usize, label: &'static str) -> AnyView {
    let texts = SignInTexts::of(lang);
    let hint = fill(texts.password_hint, &[("min", &shortest.to_string())]);
    let error = typed.error("password");
    let invalid = error.is_some();
    view! {
        <FieldFrame lang id="password" label=label hint=hint error=error required=true>
            <TextInput id="password" name="password" kind=InputKind::Password hint=true invalid=invalid required=true
                autocomplete="new-password"/>
        </FieldFrame>
        <TypedInput lang typed name="password_again" label=texts.password_again kind=InputKind::Password
            autocomplete="new-password"/>
    }
    .into_any()
}
