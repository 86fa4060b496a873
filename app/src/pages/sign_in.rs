//! Signing in.

use crate::pages::typed::{Typed, TypedErrors, TypedInput};
use crate::text::{Lang, SignInTexts, link};
use crate::ui::{Button, ButtonKind, Card, InputKind, Notice, PageHead, Tone};
use leptos::prelude::*;

/// An account of the demonstration, whose password is public.
#[derive(Clone, Debug, PartialEq)]
pub struct DemoLine {
    pub name: String,
    pub what: String,
    pub login: String,
    pub password: String,
}

/// The page of the form. `problem` says that signing in did not work.
#[component]
pub fn SignInPage(
    lang: Lang,
    /// Path to go to afterwards, without its language; empty for one's own hall.
    next: String,
    /// What was typed on a page before the session turned out to be over; empty where there is nothing.
    carry: String,
    typed: Typed,
    #[prop(optional_no_strip)] problem: Option<String>,
    demo: Vec<DemoLine>,
) -> AnyView {
    let texts = SignInTexts::of(lang);
    let up = match next.is_empty() {
        true => link(lang, "/sign-up"),
        false => link(lang, &format!("/sign-up?next={}", percent(&next))),
    };
    let labels = vec![("login", texts.login), ("password", texts.password)];
    view! {
        <div class="with-side with-side--right">
            <div>
                <PageHead title=texts.title lead=texts.lead/>
                <TypedErrors lang typed=typed.clone() labels/>
                {problem.map(|problem| view! { <Notice lang tone=Tone::Error><p>{problem}</p></Notice> })}
                {(!carry.is_empty()).then(|| view! { <Notice lang tone=Tone::Info><p>{texts.carried}</p></Notice> })}
                <form class="stack section" method="post" action=link(lang, "/sign-in") novalidate=true>
                    <input type="hidden" name="next" value=next.clone()/>
                    {hidden_carry(&carry)}
                    <TypedInput lang typed=typed.clone() name="login" label=texts.login kind=InputKind::Code autocomplete="username"/>
                    <TypedInput lang typed name="password" label=texts.password kind=InputKind::Password
                        autocomplete="current-password"/>
                    <div class="actions"><Button>{texts.submit}</Button></div>
                </form>
            </div>
            <div class="with-side__side">
                <Card title=texts.no_account>
                    <p><a class="button button--secondary" href=up>{texts.sign_up}</a></p>
                </Card>
                <Card title=texts.lost><p>{texts.lost_text}</p></Card>
                <Card title=texts.without>
                    <p>{texts.without_text}</p>
                    <p><a href=link(lang, "/track")>{texts.track}</a></p>
                </Card>
            </div>
        </div>
        {(!demo.is_empty()).then(|| view! { <DemoAccounts lang next carry demo/> })}
    }
    .into_any()
}

fn hidden_carry(carry: &str) -> Option<AnyView> {
    let carry = (!carry.is_empty()).then(|| carry.to_owned())?;
    Some(view! { <input type="hidden" name="carry" value=carry/> }.into_any())
}

/// A path as the value of a query.
pub(crate) fn percent(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                encoded.push(char::from(byte))
            }
            other => encoded.push_str(&format!("%{other:02X}")),
        }
    }
    encoded
}

#[component]
fn DemoAccounts(lang: Lang, next: String, carry: String, demo: Vec<DemoLine>) -> AnyView {
    let texts = SignInTexts::of(lang);
    let lines: Vec<_> = demo
        .into_iter()
        .map(|line| {
            let next = next.clone();
            view! {
                <li class="demo-account">
                    <div>
                        <p class="demo-account__name">{line.name.clone()}" "<span class="muted">{line.what}</span></p>
                        <p class="mono">{line.login.clone()}" / "{line.password.clone()}</p>
                    </div>
                    <form method="post" action=link(lang, "/sign-in")>
                        <input type="hidden" name="next" value=next/>
                        {hidden_carry(&carry)}
                        <input type="hidden" name="login" value=line.login/>
                        <input type="hidden" name="password" value=line.password/>
                        <Button kind=ButtonKind::Secondary>
                            {texts.demo_use}<span class="visually-hidden">" "{line.name}</span>
                        </Button>
                    </form>
                </li>
            }
        })
        .collect();
    view! {
        <section class="section">
            <div class="section__head"><h2>{texts.demo}</h2></div>
            <p>{texts.demo_text}</p>
            <ul class="link-list">{lines}</ul>
        </section>
    }
    .into_any()
}
