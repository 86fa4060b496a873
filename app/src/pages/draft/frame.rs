//! What stands around every page of a draft: where one is, whose filing it is, and the list of steps.

use crate::text::{DraftTexts, Lang, ShellTexts, fill, link};
use crate::ui::{Breadcrumb, Crumb, Notice, Step, StepList, StepState, Tone};
use leptos::prelude::*;

/// Which filing a page belongs to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftHead {
    pub lang: Lang,
    /// The draft's own address, without a language.
    pub path: String,
    /// What is filed: the kind of report, or the service.
    pub title: String,
    /// For whom, and for which year; empty where neither is known.
    pub subject: String,
    pub steps: Vec<Step>,
    /// What is being corrected, where the page does not say so itself.
    pub correcting: Option<Correcting>,
}

/// A filing that was returned, or a report that was published, and is being corrected.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Correcting {
    pub title: String,
    pub lines: Vec<String>,
    /// Where the rest of the remarks is, with its language, and what the link says.
    pub more: Option<(String, String)>,
}

impl DraftHead {
    /// Where the page being read stands among the steps, counted from one, and how many there are.
    pub fn place(&self) -> Option<(usize, usize)> {
        let at = self
            .steps
            .iter()
            .position(|step| step.state == StepState::Current)?;
        Some((at + 1, self.steps.len()))
    }

    /// "Page 3 of 8", or nothing on the overview.
    pub fn place_text(&self) -> String {
        let texts = DraftTexts::of(self.lang);
        let text = |(page, pages): (usize, usize)| {
            fill(
                texts.page_of,
                &[("page", &page.to_string()), ("pages", &pages.to_string())],
            )
        };
        self.place().map(text).unwrap_or_default()
    }
}

#[component]
fn CorrectingNotice(lang: Lang, correcting: Correcting) -> AnyView {
    let lines: Vec<_> = correcting
        .lines
        .into_iter()
        .map(|line| view! { <p class="pre">{line}</p> })
        .collect();
    let more = correcting
        .more
        .map(|(href, text)| view! { <p><a href=href>{text}</a></p> });
    view! { <Notice lang tone=Tone::Warning title=correcting.title>{lines}{more}</Notice> }.into_any()
}

/// The content of a page beside the steps: below a line to open on narrow screens.
#[component]
pub fn DraftFrame(head: DraftHead, #[prop(into)] here: String, children: Children) -> AnyView {
    let lang = head.lang;
    let texts = DraftTexts::of(lang);
    let overview = link(lang, &head.path);
    let is_overview = head.place().is_none();
    let mut trail = vec![Crumb::new(ShellTexts::of(lang).mine, link(lang, "/my"))];
    if !is_overview {
        trail.push(Crumb::new(head.title.clone(), overview.clone()));
    }
    let place = head.place_text();
    let steps = head.steps.clone();
    let side = move || view! { <StepList lang label=texts.steps steps=steps.clone()/> };
    let narrow = side.clone();
    view! {
        <Breadcrumb lang trail here/>
        <div class="draft-head">
            <p class="draft-head__title">{head.title}</p>
            {(!head.subject.is_empty()).then_some(view! { <p class="draft-head__subject">{head.subject}</p> })}
        </div>
        {head.correcting.map(|correcting| view! { <CorrectingNotice lang correcting/> })}
        <div class="with-side">
            <aside class="with-side__side draft-steps">
                <details class="draft-steps__narrow">
                    <summary>{place}<span class="muted">{texts.steps}</span></summary>
                    {narrow()}
                    <p><a href=overview.clone()>{texts.overview}</a></p>
                </details>
                <div class="draft-steps__wide">
                    {side()}
                    {(!is_overview).then_some(view! { <p><a href=overview>{texts.overview}</a></p> })}
                </div>
            </aside>
            <div class="with-side__main">{children()}</div>
        </div>
    }
    .into_any()
}
