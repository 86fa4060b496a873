//! One's own account: what the hall knows, password, telephone, sessions.

use crate::pages::sign_up::NewPassword;
use crate::pages::typed::{Typed, TypedErrors, TypedInput};
use crate::text::{AccountTexts, Lang, ShellTexts, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, Cell, Column, Crumb, DataTable, InputKind, Notice, PageHead, SummaryList,
    SummaryRow, Tone,
};
use leptos::prelude::*;

/// One's own account as its page shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountView {
    pub name: String,
    /// With the birth date hidden.
    pub login: String,
    pub phone: String,
    pub created: String,
    /// What is said of the identity.
    pub identity: String,
    pub officer: bool,
    /// The password was set by somebody else: only changing it is offered.
    pub must_change: bool,
    pub sessions: Vec<SessionLine>,
    /// What was done just now.
    pub done: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionLine {
    pub id: String,
    pub began: String,
    pub seen: String,
    pub current: bool,
}

/// The page. `typed` is what was typed into the form that did not work.
#[component]
pub fn AccountPage(
    lang: Lang,
    account: AccountView,
    typed: Typed,
    /// Shortest password allowed, in characters.
    shortest: usize,
) -> AnyView {
    let texts = AccountTexts::of(lang);
    let labels = vec![
        ("phone", texts.phone),
        ("current", texts.current),
        ("password", texts.new_password),
        ("password_again", texts.new_password),
    ];
    let must_change = account.must_change;
    let trail = match account.officer || must_change {
        true => Vec::new(),
        false => vec![Crumb::new(ShellTexts::of(lang).mine, link(lang, "/my"))],
    };
    let rest = (!must_change).then(|| {
        view! { <Phone lang typed=typed.clone()/> <Sessions lang sessions=account.sessions.clone()/> }
    });
    let rows = vec![
        SummaryRow::new(texts.name, account.name),
        SummaryRow::new(texts.login, account.login),
        SummaryRow::new(texts.phone, account.phone),
        SummaryRow::new(texts.created, account.created),
        SummaryRow::new(texts.confirmed, account.identity),
    ];
    view! {
        <Breadcrumb lang trail here=texts.title/>
        <div class="narrow">
            <PageHead title=texts.title/>
            <TypedErrors lang typed=typed.clone() labels/>
            {must_change.then(|| view! { <Notice lang tone=Tone::Warning><p>{texts.must_change}</p></Notice> })}
            {account.done.map(|done| view! { <Notice lang tone=Tone::Success><p>{done}</p></Notice> })}
            {(!must_change).then(|| view! {
                <section class="section">
                    <div class="section__head"><h2>{texts.own_data}</h2></div>
                    <SummaryList lang rows/>
                </section>
            })}
            <section class="section" id="change-password">
                <div class="section__head"><h2>{texts.change_password}</h2></div>
                <form class="stack" method="post" action=link(lang, "/account") novalidate=true>
                    <TypedInput lang typed=typed.clone() name="current" label=texts.current kind=InputKind::Password
                        autocomplete="current-password"/>
                    <NewPassword lang typed shortest label=texts.new_password/>
                    <p class="muted">{texts.password_note}</p>
                    <div class="actions">
                        <Button name="act" value="password">{texts.save_password}</Button>
                    </div>
                </form>
            </section>
            {rest}
        </div>
    }
    .into_any()
}

#[component]
fn Phone(lang: Lang, typed: Typed) -> AnyView {
    let texts = AccountTexts::of(lang);
    view! {
        <section class="section">
            <div class="section__head"><h2>{texts.change_phone}</h2></div>
            <form class="stack" method="post" action=link(lang, "/account") novalidate=true>
                <TypedInput lang typed name="phone" label=texts.phone kind=InputKind::Telephone autocomplete="tel"/>
                <div class="actions">
                    <Button kind=ButtonKind::Secondary name="act" value="phone">{texts.save_phone}</Button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

#[component]
fn Sessions(lang: Lang, sessions: Vec<SessionLine>) -> AnyView {
    let texts = AccountTexts::of(lang);
    let several = sessions.len() > 1;
    let columns = vec![
        Column::text(texts.session),
        Column::text(texts.seen),
        Column::text(texts.act),
    ];
    let rows: Vec<_> = sessions
        .into_iter()
        .map(|session| {
            let act = match session.current {
                true => Cell::Tag(Tone::Info, texts.this_one.to_string()),
                false => Cell::View(
                    view! {
                        <form method="post" action=link(lang, "/account")>
                            <input type="hidden" name="session" value=session.id/>
                            <Button kind=ButtonKind::Quiet name="act" value="end">{texts.end}</Button>
                        </form>
                    }
                    .into_any(),
                ),
            };
            vec![Cell::text(session.began), Cell::text(session.seen), act]
        })
        .collect();
    view! {
        <section class="section" id="sessions">
            <div class="section__head"><h2>{texts.sessions}</h2></div>
            <DataTable lang caption=texts.sessions hide_caption=true columns rows/>
            {several.then(|| view! {
                <form class="actions" method="post" action=link(lang, "/account")>
                    <Button kind=ButtonKind::Secondary name="act" value="end-others">{texts.end_others}</Button>
                </form>
            })}
        </section>
    }
    .into_any()
}
