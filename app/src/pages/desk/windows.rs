//! Filing windows: requests for an extension, and services kept open for late filers.

use crate::text::{CounterTexts, Lang, link};
use crate::ui::{
    Button, ButtonKind, Cell, ChoiceOption, Column, DataTable, EmptyState, ErrorSummary, FieldFrame,
    FieldIssue, InputKind, MultilineInput, Notice, PageHead, Select, TextInput, Tone,
};
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WindowsData {
    pub requests: Vec<Request>,
    pub kept: Vec<Kept>,
    pub services: Vec<ChoiceOption>,
    pub done: Option<String>,
    /// What stopped a decision, with the request's id and the note as typed.
    pub refused: Option<(String, String, String)>,
    pub keep: TypedKeep,
}

/// A request for an extension that waits.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    pub id: String,
    pub entity: String,
    pub service: String,
    pub year: i64,
    pub asked: String,
    pub until: String,
    pub reason: String,
}

/// A service kept open.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    pub id: String,
    pub service: String,
    pub year: i64,
    pub until: String,
    pub reason: String,
    pub office: String,
    /// The officer may end it.
    pub may_end: bool,
}

/// A service to keep open, as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypedKeep {
    pub service: String,
    pub year: String,
    pub until: String,
    pub reason: String,
    pub errors: Vec<(String, String)>,
}

#[component]
pub fn WindowsPage(lang: Lang, data: WindowsData) -> AnyView {
    let texts = CounterTexts::of(lang);
    let of_keep = data
        .keep
        .errors
        .iter()
        .map(|(path, message)| FieldIssue::new(path.clone(), message.clone()));
    let of_request = data
        .refused
        .iter()
        .map(|(id, message, _)| FieldIssue::new(format!("note-{id}"), message.clone()));
    let issues: Vec<_> = of_request.chain(of_keep).collect();
    let done = data
        .done
        .clone()
        .map(|text| view! { <Notice lang=lang tone=Tone::Success><p>{text}</p></Notice> });
    let requests = match data.requests.is_empty() {
        true => view! { <EmptyState title=texts.requests_none/> }.into_any(),
        false => data
            .requests
            .into_iter()
            .map(|request| {
                let refused = data.refused.clone().filter(|(id, ..)| *id == request.id);
                view! { <OneRequest lang=lang request=request refused=refused/> }
            })
            .collect_view()
            .into_any(),
    };
    view! {
        <PageHead title=texts.windows_title lead=texts.windows_lead/>
        <ErrorSummary lang=lang issues=issues/>
        {done}
        <section>
            <div class="section__head"><h2>{texts.requests}</h2></div>
            <div class="stack">{requests}</div>
        </section>
        <section class="section">
            <div class="section__head"><h2>{texts.kept}</h2></div>
            <p>{texts.kept_lead}</p>
            <KeptList lang=lang kept=data.kept/>
            <KeepForm lang=lang services=data.services keep=data.keep/>
        </section>
    }
    .into_any()
}

#[component]
fn OneRequest(lang: Lang, request: Request, refused: Option<(String, String, String)>) -> AnyView {
    let texts = CounterTexts::of(lang);
    let id = format!("note-{}", request.id);
    let (error, typed) = match refused {
        Some((_, message, typed)) => (Some(message), typed),
        None => (None, String::new()),
    };
    let invalid = error.is_some();
    let fact = |label: &'static str, text: String| view! { <div><dt>{label}</dt><dd>{text}</dd></div> };
    view! {
        <article class="card desk-request">
            <div>
                <h3 class="card__title">{request.entity}</h3>
                <dl class="desk-inline-facts">
                    {fact(texts.service, request.service)}
                    {fact(texts.year, request.year.to_string())}
                    {fact(texts.asked, request.asked)}
                    {fact(texts.until_if, request.until)}
                </dl>
                <blockquote class="pre">{request.reason}</blockquote>
            </div>
            <form class="stack stack--tight" method="post" action=link(lang, "/desk/windows")>
                <input type="hidden" name="id" value=request.id/>
                <FieldFrame lang=lang id=id.clone() label=texts.decide_note hint=texts.decide_note_hint error=error>
                    <MultilineInput id=id name="note" value=typed rows=2 hint=true invalid=invalid/>
                </FieldFrame>
                <div class="cluster">
                    <Button name="act" value="grant">{texts.grant}</Button>
                    <Button kind=ButtonKind::Danger name="act" value="refuse">{texts.refuse}</Button>
                </div>
            </form>
        </article>
    }
    .into_any()
}

#[component]
fn KeptList(lang: Lang, kept: Vec<Kept>) -> AnyView {
    let texts = CounterTexts::of(lang);
    if kept.is_empty() {
        return view! { <p class="muted">{texts.kept_none}</p> }.into_any();
    }
    let columns = [
        texts.service,
        texts.year,
        texts.kept_until,
        texts.reason,
        texts.kept_by,
        texts.act,
    ]
    .map(Column::text)
    .to_vec();
    let rows = kept
        .into_iter()
        .map(|kept| {
            let end = kept.may_end.then(|| {
                view! {
                    <form method="post" action=link(lang, "/desk/windows")>
                        <input type="hidden" name="id" value=kept.id/>
                        <Button kind=ButtonKind::Quiet name="act" value="end">{texts.kept_end}</Button>
                    </form>
                }
            });
            vec![
                Cell::text(kept.service),
                Cell::text(kept.year.to_string()),
                Cell::code(kept.until, None),
                Cell::text(kept.reason),
                Cell::text(kept.office),
                Cell::View(end.into_any()),
            ]
        })
        .collect();
    view! { <DataTable lang=lang caption=texts.kept hide_caption=true columns=columns rows=rows/> }.into_any()
}

#[component]
fn KeepForm(lang: Lang, services: Vec<ChoiceOption>, keep: TypedKeep) -> AnyView {
    let texts = CounterTexts::of(lang);
    let error = |field: &str| {
        keep.errors
            .iter()
            .find(|(path, _)| path == field)
            .map(|(_, message)| message.clone())
    };
    let [service, year, until, reason] = ["service", "year", "until", "reason"].map(error);
    let wrong = [&service, &year, &until, &reason].map(Option::is_some);
    view! {
        <form class="card narrow section stack stack--tight" method="post" action=link(lang, "/desk/windows")>
            <h3 class="card__title">{texts.kept_add}</h3>
            <FieldFrame lang=lang id="service" label=texts.service error=service required=true>
                <Select lang=lang id="service" name="service" options=services value=keep.service.clone() invalid=wrong[0]/>
            </FieldFrame>
            <div class="fields-2">
                <FieldFrame lang=lang id="year" label=texts.year error=year required=true>
                    <TextInput id="year" name="year" kind=InputKind::Short value=keep.year.clone() invalid=wrong[1] required=true/>
                </FieldFrame>
                <FieldFrame lang=lang id="until" label=texts.kept_until error=until required=true>
                    <TextInput id="until" name="until" kind=InputKind::Date value=keep.until.clone() invalid=wrong[2] required=true/>
                </FieldFrame>
            </div>
            <FieldFrame lang=lang id="reason" label=texts.reason error=reason required=true>
                <MultilineInput id="reason" name="reason" value=keep.reason.clone() rows=2 invalid=wrong[3] required=true/>
            </FieldFrame>
            <div><Button name="act" value="keep">{texts.kept_save}</Button></div>
        </form>
    }
    .into_any()
}
