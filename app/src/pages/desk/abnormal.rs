//! Listing an entity as abnormal at the desk: choose and state, look over the decision, confirm.

use super::desk_crumb;
use crate::text::{AbnormalTexts, DeskEntityTexts, Lang, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, ChoiceOption, Crumb, ErrorSummary, FieldFrame, FieldIssue, GroupFrame,
    InputKind, MultilineInput, PageHead, Radios, TextInput,
};
use leptos::prelude::*;

/// What the pages show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AbnormalView {
    /// Code and name of the entity.
    pub code: String,
    pub name: String,
    pub reasons: Vec<ChoiceOption>,
    /// As chosen and typed.
    pub reason: String,
    pub year: String,
    pub facts: String,
    pub errors: Vec<(String, String)>,
    /// The decision to confirm: its title and paragraphs.
    pub decision: Option<(String, Vec<String>)>,
    /// Posted along: the same one lists once.
    pub key: String,
}

#[component]
pub fn AbnormalPage(lang: Lang, listing: AbnormalView) -> AnyView {
    let texts = AbnormalTexts::of(lang);
    let entity = link(lang, &format!("/desk/register/{}", listing.code));
    let trail = vec![
        desk_crumb(lang),
        Crumb::new(DeskEntityTexts::of(lang).title, link(lang, "/desk/register")),
        Crumb::new(listing.name.clone(), entity),
    ];
    let (title, lead) = match listing.decision {
        Some(_) => (texts.check_title, texts.check_lead),
        None => (texts.title, texts.lead),
    };
    let label = |field: &str| match field {
        "reason" => texts.reason,
        "year" => texts.year,
        "facts" => texts.facts,
        _ => "",
    };
    let issues: Vec<_> = listing
        .errors
        .iter()
        .map(|(field, error)| match label(field) {
            "" => FieldIssue::new(field.clone(), error.clone()),
            label => FieldIssue::about(lang, field.clone(), label, error),
        })
        .collect();
    let above = listing.name.clone();
    let body = match listing.decision.clone() {
        Some((title, paragraphs)) => confirm(lang, listing, title, paragraphs),
        None => form(lang, listing),
    };
    view! {
        <Breadcrumb lang trail here=texts.title/>
        <ErrorSummary lang issues/>
        <PageHead above title lead/>
        {body}
    }
    .into_any()
}

fn address(lang: Lang, code: &str) -> String {
    link(lang, &format!("/desk/register/{code}/abnormal"))
}

fn form(lang: Lang, listing: AbnormalView) -> AnyView {
    let texts = AbnormalTexts::of(lang);
    let error = |field: &str| {
        let found = listing.errors.iter().find(|(path, _)| path == field);
        found.map(|(_, message)| message.clone())
    };
    let (reason, year, facts) = (error("reason"), error("year"), error("facts"));
    let year_invalid = year.is_some();
    let invalid = facts.is_some();
    view! {
        <form class="form narrow" method="post" action=address(lang, &listing.code) novalidate=true>
            <input type="hidden" name="key" value=listing.key.clone()/>
            <GroupFrame lang id="reason" label=texts.reason error=reason required=true>
                <Radios id="reason" name="reason" options=listing.reasons.clone() value=listing.reason.clone()/>
            </GroupFrame>
            <FieldFrame lang id="year" label=texts.year hint=texts.year_hint error=year>
                <TextInput id="year" name="year" kind=InputKind::Short value=listing.year.clone() hint=true invalid=year_invalid/>
            </FieldFrame>
            <FieldFrame lang id="facts" label=texts.facts hint=texts.facts_hint error=facts required=true>
                <MultilineInput id="facts" name="facts" value=listing.facts.clone() rows=6 hint=true invalid=invalid required=true/>
            </FieldFrame>
            <div><Button name="act" value="check">{texts.next}</Button></div>
        </form>
    }
    .into_any()
}

fn confirm(lang: Lang, listing: AbnormalView, title: String, paragraphs: Vec<String>) -> AnyView {
    let texts = AbnormalTexts::of(lang);
    let paragraphs: Vec<_> = paragraphs
        .into_iter()
        .map(|paragraph| view! { <p class="pre">{paragraph}</p> })
        .collect();
    view! {
        <article class="card narrow stack">
            <h2 class="card__title">{title}</h2>
            {paragraphs}
        </article>
        <form class="section" method="post" action=address(lang, &listing.code)>
            <input type="hidden" name="key" value=listing.key/>
            <input type="hidden" name="reason" value=listing.reason/>
            <input type="hidden" name="year" value=listing.year/>
            <input type="hidden" name="facts" value=listing.facts/>
            <div class="cluster">
                <Button kind=ButtonKind::Danger name="act" value="list">{texts.confirm}</Button>
                <Button kind=ButtonKind::Secondary name="act" value="change">{texts.change}</Button>
            </div>
        </form>
    }
    .into_any()
}
