//! Identities: a person's account at the counter, confirming who they are, mending a lost password.

use super::desk_crumb;
use crate::text::{CounterTexts, Lang, fill, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, Cell, Checkboxes, ChoiceOption, Column, DataTable, ErrorSummary,
    FieldFrame, FieldIssue, GroupFrame, InputKind, Notice, PageHead, SummaryList, SummaryRow, TextInput,
    Tone,
};
use leptos::prelude::*;

/// What was typed to find somebody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finding {
    pub id_no: String,
    /// What is wrong with the number.
    pub error: Option<String>,
    /// The number is in order and nobody has an account with it.
    pub nobody: bool,
}

/// Where officers look for a person by the number on the identity card.
#[component]
pub fn FindPersonPage(lang: Lang, finding: Finding) -> AnyView {
    let texts = CounterTexts::of(lang);
    let issues: Vec<_> = finding
        .error
        .clone()
        .map(|error| FieldIssue::about(lang, "id_no", texts.id_no, &error))
        .into_iter()
        .collect();
    let nobody = finding.nobody.then(|| {
        view! {
            <Notice lang=lang tone=Tone::Warning title=texts.nobody><p>{texts.nobody_text}</p></Notice>
        }
    });
    let invalid = finding.error.is_some();
    view! {
        <PageHead title=texts.identities_title lead=texts.identities_lead/>
        <ErrorSummary lang=lang issues=issues/>
        {nobody}
        <form class="panel" method="post" action=link(lang, "/desk/identities")>
            <FieldFrame lang=lang id="id_no" label=texts.id_no hint=texts.id_no_hint error=finding.error>
                <TextInput id="id_no" name="id_no" kind=InputKind::Code value=finding.id_no hint=true invalid=invalid autocomplete="off"/>
            </FieldFrame>
            <div><Button>{texts.find}</Button></div>
        </form>
    }
    .into_any()
}

/// A person's account as the counter sees it, and what was typed or done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PersonData {
    pub account: String,
    pub name: String,
    /// With the birth date hidden.
    pub id_no: String,
    pub phone: String,
    pub created: String,
    pub confirmed: Option<String>,
    /// When, what, who: newest first.
    pub trace: Vec<[String; 3]>,
    /// What was just done.
    pub done: Option<String>,
    /// The one-time password that was just made.
    pub password: Option<String>,
    pub typed_name: Option<String>,
    pub name_error: Option<String>,
    pub agree_error: Option<String>,
}

#[component]
pub fn PersonPage(lang: Lang, person: PersonData) -> AnyView {
    let texts = CounterTexts::of(lang);
    let trail = vec![
        desk_crumb(lang),
        crate::ui::Crumb::new(texts.identities_title, link(lang, "/desk/identities")),
    ];
    let issues: Vec<_> = [("name", &person.name_error), ("agree", &person.agree_error)]
        .into_iter()
        .filter_map(|(id, error)| Some(FieldIssue::new(id, error.clone()?)))
        .collect();
    let done = person
        .done
        .clone()
        .map(|text| view! { <Notice lang=lang tone=Tone::Success><p>{text}</p></Notice> });
    let slip = person.password.clone().map(|password| {
        view! { <Slip lang=lang title=texts.one_time value=password name=person.name.clone() text=texts.one_time_text.to_string()/> }
    });
    let state = person
        .confirmed
        .clone()
        .unwrap_or_else(|| texts.not_confirmed.to_string());
    let rows = vec![
        SummaryRow::new(texts.name, person.name.clone()),
        SummaryRow::new(texts.id_no, person.id_no.clone()),
        SummaryRow::new(texts.phone, person.phone.clone()),
        SummaryRow::new(texts.created, person.created.clone()),
        SummaryRow::new(texts.state, state),
    ];
    view! {
        <Breadcrumb lang=lang trail=trail here=person.name.clone()/>
        <PageHead above=texts.person title=person.name.clone()/>
        <ErrorSummary lang=lang issues=issues/>
        {done}
        {slip}
        <SummaryList lang=lang rows=rows/>
        <div class="columns section no-print">
            {person.confirmed.is_none().then(|| view! { <Confirm lang=lang person=person.clone()/> })}
            <Reset lang=lang account=person.account.clone()/>
        </div>
        <Trace lang=lang lines=person.trace/>
    }
    .into_any()
}

#[component]
fn Confirm(lang: Lang, person: PersonData) -> AnyView {
    let texts = CounterTexts::of(lang);
    let name = person.typed_name.unwrap_or(person.name);
    let invalid = person.name_error.is_some();
    view! {
        <form class="card stack stack--tight" method="post" action=link(lang, &format!("/desk/identities/{}", person.account))>
            <h2 class="card__title">{texts.confirm_title}</h2>
            <FieldFrame lang=lang id="name" label=texts.confirm_name hint=texts.confirm_name_hint error=person.name_error required=true>
                <TextInput id="name" name="name" value=name hint=true invalid=invalid required=true autocomplete="off"/>
            </FieldFrame>
            <GroupFrame lang=lang id="agree" label=texts.confirm_title error=person.agree_error required=true>
                <Checkboxes id="agree" name="agree" options=vec![ChoiceOption::new("yes", texts.confirm_text)]/>
            </GroupFrame>
            <div><Button name="act" value="confirm">{texts.confirm}</Button></div>
        </form>
    }
    .into_any()
}

#[component]
fn Reset(lang: Lang, account: String) -> AnyView {
    let texts = CounterTexts::of(lang);
    view! {
        <form class="card stack stack--tight" method="post" action=link(lang, &format!("/desk/identities/{account}"))>
            <h2 class="card__title">{texts.reset_title}</h2>
            <p>{texts.reset_text}</p>
            <div><Button kind=ButtonKind::Danger name="act" value="reset">{texts.reset}</Button></div>
        </form>
    }
    .into_any()
}

#[component]
fn Trace(lang: Lang, lines: Vec<[String; 3]>) -> AnyView {
    let texts = CounterTexts::of(lang);
    let content = match lines.is_empty() {
        true => view! { <p class="muted">{texts.trace_none}</p> }.into_any(),
        false => {
            let columns = [texts.at, texts.act, texts.by].map(Column::text).to_vec();
            let rows = lines
                .into_iter()
                .map(|line| line.map(Cell::Text).into_iter().collect())
                .collect();
            view! { <DataTable lang=lang caption=texts.trace hide_caption=true columns=columns rows=rows/> }
                .into_any()
        }
    };
    view! {
        <section class="section no-print">
            <div class="section__head"><h2>{texts.trace}</h2></div>
            {content}
        </section>
    }
    .into_any()
}

/// Something shown once, to be printed and handed over.
#[component]
pub(super) fn Slip(
    lang: Lang,
    #[prop(into)] title: String,
    value: String,
    /// Whom it is for.
    name: String,
    text: String,
) -> AnyView {
    let texts = CounterTexts::of(lang);
    view! {
        <section class="slip" role="status">
            <h2 class="slip__title">{title}</h2>
            <p>{name}</p>
            <p class="slip__value">{value}</p>
            <p>{text}</p>
            <p class="desk-small no-print">{texts.print_hint}</p>
        </section>
    }
    .into_any()
}

/// What an audit record says was done, in words; an unknown one keeps its id.
pub fn trace_act(lang: Lang, act: &str) -> String {
    let texts = CounterTexts::of(lang);
    match act {
        "sign-up" => texts.trace_sign_up,
        "sign-in" => texts.trace_sign_in,
        "look-up-person" => texts.trace_look_up,
        "confirm-identity" => texts.trace_confirm,
        "reset-password" => texts.trace_reset,
        other => return other.to_string(),
    }
    .to_string()
}

/// Who confirmed when, in one line; the name is empty where the trail does not say.
pub fn confirmed_line(lang: Lang, day: &str, name: &str) -> String {
    let texts = CounterTexts::of(lang);
    let template = match name.is_empty() {
        true => texts.confirmed_on_day,
        false => texts.confirmed_on,
    };
    fill(template, &[("day", day), ("name", name)])
}
