//! Messages.

use crate::text::{InboxTexts, Lang, MyTexts, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, ButtonLink, Crumb, EmptyState, PageHead, Pagination, StatusTag, Tone,
};
use leptos::prelude::*;

/// One message in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MessageLine {
    pub id: String,
    pub text: String,
    pub time: String,
    pub read: bool,
    /// There is something to open.
    pub leads: bool,
}

#[component]
pub fn InboxPage(lang: Lang, messages: Vec<MessageLine>, unread: i64, page: u32, pages: u32) -> AnyView {
    let texts = InboxTexts::of(lang);
    let trail = vec![Crumb::new(MyTexts::of(lang).title, link(lang, "/my"))];
    let content = match messages.is_empty() {
        true => view! {
            <EmptyState title=texts.empty text=texts.empty_text>
                <ButtonLink kind=ButtonKind::Secondary href=link(lang, "/my")>{MyTexts::of(lang).title}</ButtonLink>
            </EmptyState>
        }
        .into_any(),
        false => {
            let lines: Vec<_> = messages.into_iter().map(|message| line(lang, message)).collect();
            view! { <ul class="link-list">{lines}</ul> }.into_any()
        }
    };
    view! {
        <Breadcrumb lang trail here=texts.title/>
        <PageHead title=texts.title lead=texts.lead/>
        {(unread > 0).then(|| view! {
            <form method="post" action=link(lang, "/inbox")>
                <Button kind=ButtonKind::Secondary>{texts.mark_all}</Button>
            </form>
        })}
        <section class="section">{content}</section>
        <Pagination lang page pages base=link(lang, "/inbox?page=")/>
    }
    .into_any()
}

fn line(lang: Lang, message: MessageLine) -> AnyView {
    let texts = InboxTexts::of(lang);
    let act = match (message.leads, message.read) {
        (true, _) => Some(texts.open),
        (false, false) => Some(texts.mark),
        (false, true) => None,
    };
    let unread = !message.read;
    view! {
        <li class="own-line">
            <div>
                <p class=unread.then_some("link-list__title")>{message.text}</p>
                <p class="link-list__note">
                    {unread.then(|| view! { <StatusTag tone=Tone::Info text=texts.unread/> })}" "{message.time}
                </p>
            </div>
            {act.map(|act| view! {
                <form method="post" action=link(lang, &format!("/inbox/{}", message.id))>
                    <Button kind=ButtonKind::Secondary>{act}</Button>
                </form>
            })}
        </li>
    }
    .into_any()
}
