//! Objecting to what an entity's record announces.

use super::record::{RecordView, Records};
use crate::text::{Lang, RecordTexts, RegisterTexts, fill, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, ButtonLink, Crumb, ErrorSummary, FieldFrame, FieldIssue, MultilineInput,
    PageHead, SummaryList, SummaryRow,
};
use leptos::prelude::*;

/// What the page of an objection shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectionView {
    /// Code and name of the entity.
    pub code: String,
    pub name: String,
    pub record: RecordView,
    /// Who objects: the account's name.
    pub by: String,
    /// As typed.
    pub text: String,
    pub error: Option<String>,
    /// Posted along: the same one objects once.
    pub key: String,
}

#[component]
pub fn ObjectionPage(lang: Lang, objection: ObjectionView) -> AnyView {
    let texts = RecordTexts::of(lang);
    let public = link(lang, &format!("/register/{}", objection.code));
    let number = objection.record.number.clone();
    let action = link(lang, &format!("/register/{}/objection/{number}", objection.code));
    let trail = vec![
        Crumb::new(RegisterTexts::of(lang).title, link(lang, "/register")),
        Crumb::new(objection.name.clone(), public.clone()),
    ];
    let title = fill(texts.object_title, &[("record", &objection.record.title)]);
    let issues: Vec<_> = objection
        .error
        .iter()
        .map(|error| FieldIssue::about(lang, "text", texts.object_text, error))
        .collect();
    let invalid = objection.error.is_some();
    view! {
        <Breadcrumb lang trail here=texts.object/>
        <ErrorSummary lang issues/>
        <PageHead above=objection.name title lead=texts.object_lead/>
        <div class="stack narrow">
            <Records lang records=vec![objection.record]/>
            <form class="form" method="post" action=action novalidate=true>
                <input type="hidden" name="key" value=objection.key/>
                <SummaryList lang rows=vec![SummaryRow::new(texts.object_name, objection.by)]/>
                <FieldFrame lang id="text" label=texts.object_text hint=texts.object_hint error=objection.error required=true>
                    <MultilineInput id="text" name="text" value=objection.text rows=6 hint=true invalid=invalid required=true/>
                </FieldFrame>
                <div class="cluster">
                    <Button>{texts.object_send}</Button>
                    <ButtonLink kind=ButtonKind::Quiet href=public>{texts.back}</ButtonLink>
                </div>
            </form>
        </div>
    }
    .into_any()
}
