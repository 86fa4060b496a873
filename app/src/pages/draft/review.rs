//! Looking everything over, declaring, handing in.

use super::{DraftFrame, DraftHead, Returned, ReturnedNotice};
use crate::pages::answered::{AnsweredPart, part_view};
use crate::pages::name::{VerdictLine, Verdicts};
use crate::text::{DraftTexts, Lang, fill, link};
use crate::ui::{
    Button, Cell, Column, DataTable, ErrorSummary, FieldFrame, FieldIssue, Notice, PageHead, TextInput, Tone,
};
use leptos::prelude::*;

/// One page of the form with its answers and the way back to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReviewPage {
    pub title: String,
    /// With its language.
    pub change: String,
    pub parts: Vec<AnsweredPart>,
}

/// What was typed into the declaration, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeclarationTyped {
    pub name: String,
    pub capacity: String,
    pub agreed: bool,
    pub capacity_error: Option<String>,
    pub agreed_error: Option<String>,
}

/// What the review page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReviewFacts {
    pub head: DraftHead,
    /// The office returned the filing.
    pub returned: Option<Returned>,
    pub pages: Vec<ReviewPage>,
    /// What stops the submission: where it can be corrected, with its language, and what it is.
    pub errors: Vec<(String, String)>,
    pub warnings: Vec<(String, String)>,
    /// Why it cannot be handed in at the moment, such as a closed window.
    pub refused: Option<String>,
    /// What stands against the name it asks for.
    pub verdicts: Vec<VerdictLine>,
    /// It is taken, though its window has closed.
    pub late: Option<String>,
    /// Answers whose value came from the register, which says something else now: question, before, now.
    pub moved: Vec<[String; 3]>,
    pub fee: Option<String>,
    pub declaration: String,
    /// The hall approves by itself: what is handed in takes effect at once.
    pub at_once: bool,
    pub typed: DeclarationTyped,
    /// Names of those who sign after the declaration, besides whoever declares.
    pub signers: Vec<String>,
}

#[component]
pub fn DraftReview(facts: ReviewFacts) -> AnyView {
    let lang = facts.head.lang;
    let texts = DraftTexts::of(lang);
    let above = facts.head.place_text();
    let action = link(lang, &format!("{}/review", facts.head.path));
    let ready = facts.errors.is_empty() && facts.refused.is_none();
    let state = match (facts.errors.is_empty(), ready) {
        (false, _) => errors_view(texts, facts.errors),
        (true, true) => {
            view! { <Notice lang tone=Tone::Success><p>{texts.review_ready}</p></Notice> }.into_any()
        }
        (true, false) => ().into_any(),
    };
    let warnings = (!facts.warnings.is_empty()).then(|| {
        view! {
            <Notice lang tone=Tone::Warning title=texts.review_warnings>
                <ul>{links(facts.warnings)}</ul>
                <p>{texts.warnings_fine}</p>
            </Notice>
        }
    });
    let refused = facts
        .refused
        .map(|why| view! { <Notice lang tone=Tone::Error><p>{why}</p></Notice> });
    let verdicts = (!facts.verdicts.is_empty()).then(|| view! { <Verdicts lang verdicts=facts.verdicts/> });
    let late = facts
        .late
        .map(|late| view! { <Notice lang tone=Tone::Warning><p>{late}</p></Notice> });
    let pages: Vec<_> = facts
        .pages
        .into_iter()
        .map(|page| page_view(lang, page))
        .collect();
    let returned = facts
        .returned
        .map(|returned| view! { <ReturnedNotice lang returned/> });
    let moved = (!facts.moved.is_empty()).then(|| moved_view(lang, action.clone(), facts.moved.clone()));
    let ready = ready && moved.is_none();
    let form = ready.then(|| {
        declare(
            lang,
            action,
            facts.declaration,
            facts.at_once,
            facts.typed,
            facts.signers,
        )
    });
    view! {
        <DraftFrame head=facts.head here=texts.review_title>
            <PageHead title=texts.review_title above lead=texts.review_lead/>
            {refused}
            {verdicts}
            {late}
            {returned}
            {moved}
            {state}
            {warnings}
            {pages}
            {facts.fee.map(|fee| view! { <p class="cluster"><strong>{texts.fee}</strong><span>{fee}</span></p> })}
            {form}
        </DraftFrame>
    }
    .into_any()
}

/// What the register says now, to be taken over before the filing can be handed in.
fn moved_view(lang: Lang, action: String, moved: Vec<[String; 3]>) -> AnyView {
    let texts = DraftTexts::of(lang);
    let columns = vec![
        Column::text(texts.moved_question),
        Column::text(texts.moved_before),
        Column::text(texts.moved_now),
    ];
    let rows = moved
        .into_iter()
        .map(|cells| cells.map(Cell::text).into_iter().collect())
        .collect();
    view! {
        <Notice lang tone=Tone::Warning title=texts.moved_title>
            <p>{texts.moved_text}</p>
            <DataTable lang caption=texts.moved_title hide_caption=true columns=columns rows=rows/>
            <form method="post" action=action>
                <input type="hidden" name="_act" value="take-register"/>
                <Button>{texts.moved_take}</Button>
            </form>
        </Notice>
    }
    .into_any()
}

fn links(issues: Vec<(String, String)>) -> Vec<AnyView> {
    issues
        .into_iter()
        .map(|(href, text)| view! { <li><a href=href>{text}</a></li> }.into_any())
        .collect()
}

/// Like the summary of a page, but its links lead to other pages.
fn errors_view(texts: &'static DraftTexts, errors: Vec<(String, String)>) -> AnyView {
    let title = fill(texts.review_errors, &[("n", &errors.len().to_string())]);
    view! {
        <div class="error-summary" id="error-summary" role="alert" aria-labelledby="error-summary-title" tabindex="-1">
            <h2 class="error-summary__title" id="error-summary-title">{title}</h2>
            <ul>{links(errors)}</ul>
        </div>
    }
    .into_any()
}

fn page_view(lang: Lang, page: ReviewPage) -> AnyView {
    let texts = crate::text::FormTexts::of(lang);
    let parts: Vec<_> = page.parts.into_iter().map(|part| part_view(lang, part)).collect();
    view! {
        <section class="section answered">
            <div class="section__head">
                <h2>{page.title.clone()}</h2>
                <a href=page.change>{texts.change}<span class="visually-hidden">" "{page.title}</span></a>
            </div>
            {parts}
        </section>
    }
    .into_any()
}

fn declare(
    lang: Lang,
    action: String,
    declaration: String,
    at_once: bool,
    typed: DeclarationTyped,
    signers: Vec<String>,
) -> AnyView {
    let consequence = if at_once {
        DraftTexts::of(lang).submit_at_once
    } else {
        DraftTexts::of(lang).submit_note
    };
    let texts = DraftTexts::of(lang);
    let labels = [("_capacity", texts.capacity), ("_agreed", texts.agree)];
    let errors = [&typed.capacity_error, &typed.agreed_error];
    let wrong = labels.iter().zip(errors).filter_map(|((id, label), error)| {
        error
            .as_ref()
            .map(|error| FieldIssue::about(lang, *id, label, error))
    });
    let issues: Vec<_> = wrong.collect();
    let invalid = |error: &Option<String>| Signal::stored(error.is_some());
    let capacity_wrong = invalid(&typed.capacity_error);
    let agreed_class = if typed.agreed_error.is_some() {
        "field field--wrong"
    } else {
        "field"
    };
    let (button, note) = match signers.is_empty() {
        true => (texts.submit, None),
        false => {
            let names: Vec<_> = signers
                .into_iter()
                .map(|name| view! { <li>{name}</li> })
                .collect();
            (
                texts.submit_sign,
                Some(view! { <p>{texts.signers}</p><ul class="signers">{names}</ul> }),
            )
        }
    };
    view! {
        <section class="section" id="declaration">
            <div class="section__head"><h2>{texts.declaration}</h2></div>
            <ErrorSummary lang issues/>
            <blockquote class="pre">{declaration}</blockquote>
            <form class="form declare" method="post" action=action novalidate=true>
                <p class="cluster"><span class="muted">{texts.declarer}</span><strong id="declarer">{typed.name}</strong></p>
                <FieldFrame lang id="_capacity" label=texts.capacity hint=texts.capacity_hint error=typed.capacity_error required=true>
                    <TextInput id="_capacity" name="_capacity" value=typed.capacity hint=true invalid=capacity_wrong required=true/>
                </FieldFrame>
                <div class=agreed_class>
                    {typed.agreed_error.map(|error| view! { <p class="field__error" id="_agreed-error">{error}</p> })}
                    <div class="choice">
                        <input class="choice__input" type="checkbox" id="_agreed" name="_agreed" value="yes" checked=typed.agreed aria-describedby="_agreed-error"/>
                        <label class="choice__label" for="_agreed">{texts.agree}</label>
                    </div>
                </div>
                {note}
                <div>
                    <Button>{button}</Button>
                    <p class="field__hint">{consequence}</p>
                </div>
            </form>
        </section>
    }
    .into_any()
}
