//! What surrounds every page: header, navigation, tools, footer. For the hall and for the desk.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::text::{AboutTexts, Lang, ShellTexts, fill, link};

/// The size of text someone chose; kept in a cookie, set as `data-size` on `<html>`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    #[default]
    Normal,
    Large,
    Largest,
}

impl TextSize {
    pub const ALL: [TextSize; 3] = [TextSize::Normal, TextSize::Large, TextSize::Largest];

    /// The value of the cookie and of `data-size`.
    pub fn id(self) -> &'static str {
        match self {
            TextSize::Normal => "normal",
            TextSize::Large => "large",
            TextSize::Largest => "largest",
        }
    }

    /// The size of that id; anything unknown is `Normal`.
    pub fn from_id(id: &str) -> Self {
        TextSize::ALL
            .into_iter()
            .find(|size| size.id() == id)
            .unwrap_or_default()
    }
}

/// Who is signed in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountName {
    pub name: String,
    /// Works at the desk, so a link leads there.
    pub officer: bool,
}

/// What the frame of a page needs to know of the request and the hall.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShellFacts {
    pub lang: Lang,
    /// Path and query of this page without its language, such as `/track?n=1`.
    pub path: String,
    /// Full name of the office that runs the hall, in this language.
    pub office: String,
    pub telephone: String,
    pub hours: String,
    pub address: String,
    pub account: Option<AccountName>,
    pub size: TextSize,
    /// The hall's date, where it runs on a demonstration's date.
    pub demo_date: Option<String>,
    /// Officers' desk instead of everyone's hall.
    pub desk: bool,
}

/// The entry of the navigation a page stands under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nav {
    Home,
    Start,
    Annual,
    Track,
    Register,
    Verify,
    Mine,
    Queue,
    Identities,
    ClaimCodes,
    Windows,
    DeskRegister,
    Packs,
}

impl Nav {
    pub const HALL: [Nav; 7] = [
        Nav::Home,
        Nav::Start,
        Nav::Annual,
        Nav::Track,
        Nav::Register,
        Nav::Verify,
        Nav::Mine,
    ];
    pub const DESK: [Nav; 6] = [
        Nav::Queue,
        Nav::Identities,
        Nav::ClaimCodes,
        Nav::Windows,
        Nav::DeskRegister,
        Nav::Packs,
    ];

    /// The path of the entry, without a language.
    pub fn path(self) -> &'static str {
        match self {
            Nav::Home => "/",
            Nav::Start => "/start",
            Nav::Annual => "/annual",
            Nav::Track => "/track",
            Nav::Register => "/register",
            Nav::Verify => "/verify",
            Nav::Mine => "/my",
            Nav::Queue => "/desk",
            Nav::Identities => "/desk/identities",
            Nav::ClaimCodes => "/desk/claims",
            Nav::Windows => "/desk/windows",
            Nav::DeskRegister => "/desk/register",
            Nav::Packs => "/desk/packs",
        }
    }

    fn title(self, texts: &ShellTexts) -> &'static str {
        match self {
            Nav::Home => texts.home,
            Nav::Start => texts.start,
            Nav::Annual => texts.annual,
            Nav::Track => texts.track,
            Nav::Register => texts.register,
            Nav::Verify => texts.verify,
            Nav::Mine => texts.mine,
            Nav::Queue => texts.queue,
            Nav::Identities => texts.identities,
            Nav::ClaimCodes => texts.claim_codes,
            Nav::Windows => texts.windows,
            Nav::DeskRegister => texts.desk_register,
            Nav::Packs => texts.packs,
        }
    }
}

/// The frame of every page; children are the content of `<main>`.
#[component]
pub fn Shell(
    facts: ShellFacts,
    #[prop(optional_no_strip)] current: Option<Nav>,
    children: Children,
) -> AnyView {
    let texts = ShellTexts::of(facts.lang);
    let class = if facts.desk { "shell shell--desk" } else { "shell" };
    let demo = facts
        .demo_date
        .as_ref()
        .map(|date| fill(texts.demo, &[("date", date)]));
    let footer = facts.clone();
    view! {
        <a class="skip-link" href="#content">{texts.skip}</a>
        <div class=class>
            {demo.map(|demo| view! {
                <aside class="demo-bar"><div class="wide"><Icon name=IconName::Clock />{demo}</div></aside>
            })}
            <Header facts=facts.clone() />
            <Navigation lang=facts.lang desk=facts.desk current=current />
            <main class="main" id="content" tabindex="-1"><div class="wide">{children()}</div></main>
            <Footer facts=footer />
        </div>
    }
    .into_any()
}

#[component]
fn Header(facts: ShellFacts) -> AnyView {
    let texts = ShellTexts::of(facts.lang);
    let home = link(facts.lang, if facts.desk { "/desk" } else { "/" });
    let title = if facts.desk { texts.desk } else { texts.hall };
    view! {
        <header class="header">
            <div class="wide header__row">
                <a class="brand" href=home>
                    <img class="brand__emblem" src="/emblem.svg" alt="" width="56" height="56" />
                    <span class="brand__words">
                        <span class="brand__office">{facts.office.clone()}</span>
                        <span class="brand__hall">{title}</span>
                    </span>
                </a>
                <Tools facts=facts />
            </div>
        </header>
    }
    .into_any()
}

#[component]
fn Tools(facts: ShellFacts) -> AnyView {
    let texts = ShellTexts::of(facts.lang);
    let lang = facts.lang;
    let other = match lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    let back = link(lang, &facts.path);
    let sizes: Vec<_> = TextSize::ALL
        .into_iter()
        .map(|size| {
            let (title, class) = match size {
                TextSize::Normal => (texts.size_normal, "size size--normal"),
                TextSize::Large => (texts.size_large, "size size--large"),
                TextSize::Largest => (texts.size_largest, "size size--largest"),
            };
            let pressed = if size == facts.size { "true" } else { "false" };
            view! {
                <button class=class type="submit" name="size" value=size.id() aria-pressed=pressed title=title>
                    <span aria-hidden="true">{if lang == Lang::Zh { "文" } else { "A" }}</span>
                    <span class="visually-hidden">{texts.text_size}" "{title}</span>
                </button>
            }
        })
        .collect();
    let account = match facts.account {
        Some(account) => {
            let to_desk = (account.officer && !facts.desk)
                .then(|| view! { <a class="tools__link" href=link(lang, "/desk")>{texts.to_desk}</a> });
            view! {
                {to_desk}
                <span class="tools__name"><Icon name=IconName::Person /><span>{account.name}</span></span>
                <form method="post" action=link(lang, "/sign-out")>
                    <button class="tools__link" type="submit">{texts.sign_out}</button>
                </form>
            }
            .into_any()
        }
        None => view! {
            <a class="tools__link" href=link(lang, "/sign-in")><Icon name=IconName::Person />{texts.sign_in}</a>
            <a class="tools__link" href=link(lang, "/sign-up")>{texts.sign_up}</a>
        }
        .into_any(),
    };
    view! {
        <div class="tools">
            <form class="sizes" method="post" action=link(lang, "/text-size") aria-label=texts.text_size>
                <input type="hidden" name="back" value=back />
                {sizes}
            </form>
            <a class="tools__link" href=link(other, &facts.path) hreflang=other.tag() lang=other.tag()>
                {texts.other_language}
            </a>
            {account}
        </div>
    }
    .into_any()
}

#[component]
fn Navigation(lang: Lang, desk: bool, current: Option<Nav>) -> AnyView {
    let texts = ShellTexts::of(lang);
    let entries: &[Nav] = if desk { &Nav::DESK } else { &Nav::HALL };
    let items: Vec<_> = entries
        .iter()
        .map(|entry| {
            let here = (current == Some(*entry)).then_some("page");
            view! { <li><a href=link(lang, entry.path()) aria-current=here>{entry.title(texts)}</a></li> }
        })
        .collect();
    let leave = desk.then(|| view! { <li><a href=link(lang, "/")>{texts.to_hall}</a></li> });
    view! { <nav class="nav" aria-label=texts.main_nav><ul class="wide">{items}{leave}</ul></nav> }.into_any()
}

#[component]
fn Footer(facts: ShellFacts) -> AnyView {
    let texts = ShellTexts::of(facts.lang);
    let contacts: Vec<_> = [
        (texts.footer_telephone, facts.telephone),
        (texts.footer_hours, facts.hours),
        (texts.footer_address, facts.address),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(label, text)| view! { <div><dt>{label}</dt><dd>{text}</dd></div> })
    .collect();
    let entries: &[Nav] = if facts.desk { &Nav::DESK } else { &Nav::HALL };
    let links: Vec<_> = entries
        .iter()
        .map(|entry| view! { <li><a href=link(facts.lang, entry.path())>{entry.title(texts)}</a></li> })
        .collect();
    let about = AboutTexts::of(facts.lang);
    let more: Vec<_> = [
        (about.about, "/about"),
        (about.help, "/help"),
        (about.privacy, "/privacy"),
        (about.accessibility, "/accessibility"),
    ]
    .into_iter()
    .map(|(title, path)| view! { <li><a href=link(facts.lang, path)>{title}</a></li> })
    .collect();
    view! {
        <footer class="footer">
            <div class="wide footer__row">
                <div>
                    <p class="footer__host">{facts.office}</p>
                    <p>{texts.hall}</p>
                </div>
                <nav class="footer__nav" aria-label=texts.footer_nav><ul>{links}{more}</ul></nav>
                <dl class="footer__contact">{contacts}</dl>
            </div>
        </footer>
    }
    .into_any()
}
