//! Who may act for an entity: list, grant, revoke.

use crate::pages::typed::{Typed, TypedErrors, TypedInput};
use crate::text::{Lang, MandateTexts, MyTexts, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, Cell, ChoiceOption, Column, Crumb, DataTable, GroupFrame, InputKind,
    Notice, PageHead, Radios, Tone,
};
use leptos::prelude::*;

/// An entity's mandates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MandatesView {
    pub name: String,
    pub code: String,
    pub holders: Vec<MandateRow>,
    /// What was done just now.
    pub done: Option<String>,
    /// Why granting did not work.
    pub problem: Option<String>,
}

/// One mandate, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MandateRow {
    pub id: String,
    pub name: String,
    /// With the birth date hidden.
    pub id_no: String,
    pub scope: String,
    pub how: String,
    pub since: String,
    pub until: String,
    /// The reader's own.
    pub own: bool,
}

#[component]
pub fn MandatesPage(lang: Lang, mandates: MandatesView, typed: Typed) -> AnyView {
    let (texts, my) = (MandateTexts::of(lang), MyTexts::of(lang));
    let address = link(lang, &format!("/my/entity/{}/mandates", mandates.code));
    let home = link(lang, &format!("/my/entity/{}", mandates.code));
    let trail = vec![
        Crumb::new(my.title, link(lang, "/my")),
        Crumb::new(mandates.name.clone(), home),
    ];
    let labels = vec![
        ("name", texts.name_field),
        ("id_no", texts.id_field),
        ("scope", texts.scope),
        ("until", texts.until_field),
    ];
    view! {
        <Breadcrumb lang trail here=texts.title/>
        <PageHead title=texts.title above=mandates.name lead=texts.lead/>
        <TypedErrors lang typed=typed.clone() labels/>
        {mandates.done.map(|done| view! { <Notice lang tone=Tone::Success><p>{done}</p></Notice> })}
        {mandates.problem.map(|problem| view! { <Notice lang tone=Tone::Error><p>{problem}</p></Notice> })}
        <Holders lang holders=mandates.holders address=address.clone()/>
        <section class="section narrow">
            <div class="section__head"><h2>{texts.grant_title}</h2></div>
            <p>{texts.grant_text}</p>
            <GrantForm lang typed address/>
        </section>
    }
    .into_any()
}

#[component]
fn Holders(lang: Lang, holders: Vec<MandateRow>, address: String) -> AnyView {
    let texts = MandateTexts::of(lang);
    let columns = vec![
        Column::text(texts.person),
        Column::text(texts.id_no),
        Column::text(texts.scope),
        Column::text(texts.how),
        Column::text(texts.since),
        Column::text(texts.until),
        Column::text(texts.act),
    ];
    let rows: Vec<_> = holders
        .into_iter()
        .map(|holder| {
            let who = match holder.own {
                true => format!("{} ({})", holder.name, texts.you),
                false => holder.name.clone(),
            };
            let text = if holder.own { texts.give_up } else { texts.revoke };
            let act = view! {
                <form method="post" action=address.clone()>
                    <input type="hidden" name="mandate" value=holder.id/>
                    <Button kind=ButtonKind::Quiet name="act" value="revoke">
                        {text}<span class="visually-hidden">" "{holder.name}</span>
                    </Button>
                </form>
            };
            vec![
                Cell::text(who),
                Cell::code(holder.id_no, None),
                Cell::text(holder.scope),
                Cell::text(holder.how),
                Cell::text(holder.since),
                Cell::text(holder.until),
                Cell::View(act.into_any()),
            ]
        })
        .collect();
    view! { <DataTable lang caption=texts.title hide_caption=true columns rows/> }.into_any()
}

#[component]
fn GrantForm(lang: Lang, typed: Typed, address: String) -> AnyView {
    let texts = MandateTexts::of(lang);
    let options = vec![
        ChoiceOption::new("file", texts.file),
        ChoiceOption::new("all", texts.all),
    ];
    let chosen = Some(typed.value("scope"))
        .filter(|scope| !scope.is_empty())
        .unwrap_or_else(|| "file".to_string());
    let error = typed.error("scope");
    view! {
        <form class="stack" method="post" action=address novalidate=true>
            <TypedInput lang typed=typed.clone() name="name" label=texts.name_field/>
            <TypedInput lang typed=typed.clone() name="id_no" label=texts.id_field kind=InputKind::Code/>
            <GroupFrame lang id="scope" label=texts.scope error=error required=true>
                <Radios id="scope" name="scope" options=options value=chosen/>
            </GroupFrame>
            <TypedInput lang typed name="until" label=texts.until_field hint=texts.until_hint kind=InputKind::Date
                required=false/>
            <div class="actions"><Button name="act" value="grant">{texts.grant}</Button></div>
        </form>
    }
    .into_any()
}
