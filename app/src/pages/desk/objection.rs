//! Objections that wait for an answer, and answering one.

use super::desk_crumb;
use crate::pages::record::{RecordView, Records};
use crate::text::{DeskEntityTexts, DeskObjectionTexts, Lang, fill, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, ButtonLink, Cell, Column, Crumb, DataTable, EmptyState, ErrorSummary,
    FieldFrame, FieldIssue, MultilineInput, PageHead,
};
use leptos::prelude::*;

/// An objection that waits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectionRow {
    pub number: String,
    /// Code and name of the entity.
    pub code: String,
    pub name: String,
    /// Title and number of the record it is against.
    pub against: String,
    pub objector: String,
    pub on: String,
}

#[component]
pub fn ObjectionsPage(lang: Lang, office: String, rows: Vec<ObjectionRow>) -> AnyView {
    let texts = DeskObjectionTexts::of(lang);
    let lead = fill(texts.lead, &[("office", &office)]);
    let list = match rows.is_empty() {
        true => view! { <EmptyState title=texts.none/> }.into_any(),
        false => table(lang, rows),
    };
    view! {
        <Breadcrumb lang trail=vec![desk_crumb(lang)] here=texts.title/>
        <PageHead title=texts.title lead=lead/>
        {list}
    }
    .into_any()
}

fn table(lang: Lang, rows: Vec<ObjectionRow>) -> AnyView {
    let texts = DeskObjectionTexts::of(lang);
    let columns = [
        texts.number,
        texts.entity,
        texts.against,
        texts.objector,
        texts.on,
    ]
    .map(Column::text)
    .to_vec();
    let rows = rows
        .into_iter()
        .map(|row| {
            let href = link(lang, &format!("/desk/register/{}#records", row.code));
            vec![
                Cell::code(row.number, None),
                Cell::link(row.name, href),
                Cell::text(row.against),
                Cell::text(row.objector),
                Cell::day(row.on),
            ]
        })
        .collect();
    view! { <DataTable lang caption=texts.title hide_caption=true columns=columns rows=rows/> }.into_any()
}

/// What the page of an answer shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnswerView {
    /// Code and name of the entity.
    pub code: String,
    pub name: String,
    /// Number of the objection.
    pub number: String,
    /// The objection, and the record it is against.
    pub records: Vec<RecordView>,
    /// As typed.
    pub text: String,
    pub error: Option<String>,
    /// Posted along: the same one answers once.
    pub key: String,
}

#[component]
pub fn AnswerPage(lang: Lang, answer: AnswerView) -> AnyView {
    let texts = DeskObjectionTexts::of(lang);
    let entity = link(lang, &format!("/desk/register/{}", answer.code));
    let action = link(
        lang,
        &format!("/desk/register/{}/objection/{}", answer.code, answer.number),
    );
    let trail = vec![
        desk_crumb(lang),
        Crumb::new(DeskEntityTexts::of(lang).title, link(lang, "/desk/register")),
        Crumb::new(answer.name.clone(), entity.clone()),
    ];
    let issues: Vec<_> = answer
        .error
        .iter()
        .map(|error| FieldIssue::about(lang, "text", texts.text, error))
        .collect();
    let invalid = answer.error.is_some();
    view! {
        <Breadcrumb lang trail here=texts.answer_title/>
        <ErrorSummary lang issues/>
        <PageHead above=answer.name title=texts.answer_title lead=texts.answer_lead/>
        <div class="stack narrow">
            <Records lang records=answer.records/>
            <form class="form" method="post" action=action novalidate=true>
                <input type="hidden" name="key" value=answer.key/>
                <FieldFrame lang id="text" label=texts.text hint=texts.text_hint error=answer.error required=true>
                    <MultilineInput id="text" name="text" value=answer.text rows=6 hint=true invalid=invalid required=true/>
                </FieldFrame>
                <div class="cluster">
                    <Button>{texts.send}</Button>
                    <ButtonLink kind=ButtonKind::Quiet href=entity>{texts.back}</ButtonLink>
                </div>
            </form>
        </div>
    }
    .into_any()
}
