//! What a scenario's answers lead to: services in order, what to bring, what it costs, how long it takes.

use crate::text::{Lang, StartTexts, colon, fill, joint};
use crate::ui::{
    ButtonKind, ButtonLink, Cell, Column, DataTable, EmptyState, Notice, PageHead, SourceTag, StatusTag,
    SummaryList, SummaryRow, Tone,
};
use leptos::prelude::*;

/// Everything some answers lead to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScenarioResult {
    /// In the order in which they are begun.
    pub services: Vec<NeededService>,
    pub materials: Vec<MaterialLine>,
    pub fees: Vec<FeeLine>,
    /// All fees together, as a sentence.
    pub fee: String,
    /// How long it takes in all, as a sentence; empty where nothing is stated.
    pub time: String,
    /// What each service and each wait takes, in order.
    pub times: Vec<(String, String)>,
    /// The office in charge, when the region is known.
    pub office: Option<String>,
    /// The address that keeps all answers.
    pub address: String,
}

/// A service that is needed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NeededService {
    pub title: String,
    pub summary: String,
    pub reason: String,
    pub note: Option<String>,
    /// Question and answer, as sentences.
    pub because: Vec<(String, String)>,
    pub source: String,
    /// Numbers, counted from 1, and titles of what comes first.
    pub after: Vec<(usize, String)>,
    pub wait: Option<WaitLine>,
    pub conditions: Vec<ConditionLine>,
    /// How long it takes, as sentences.
    pub times: Vec<String>,
    /// Filed in the hall; otherwise at the counter.
    pub online: bool,
    /// Address at which the filing begins, answers carried along.
    pub begin: Option<String>,
    pub guide: Option<String>,
    /// The page of the hall that does it, where it is no service.
    pub page: Option<String>,
}

impl NeededService {
    /// The conditions that the answers do not meet.
    fn unmet(&self) -> impl Iterator<Item = &ConditionLine> {
        self.conditions.iter().filter(|one| one.met == Some(false))
    }
}

/// What goes by before a service can be filed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WaitLine {
    pub text: String,
    /// Such as `45 days`.
    pub days: String,
    pub source: String,
}

/// A condition of a service, as far as the answers tell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConditionLine {
    pub title: String,
    /// `None` where the answers do not tell.
    pub met: Option<bool>,
    pub because: Vec<(String, String)>,
    pub source: String,
}

/// Something to bring.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MaterialLine {
    pub title: String,
    pub note: Option<String>,
    /// Original or copy, and how many.
    pub form: String,
    /// Titles of the services that want it.
    pub services: Vec<String>,
    /// Empty: needed in any case.
    pub cases: Vec<String>,
}

/// A fee of one service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FeeLine {
    pub title: String,
    pub service: String,
    pub amount: String,
    pub source: String,
}

/// The last page of a scenario.
#[component]
pub fn PlanPart(lang: Lang, title: String, result: ScenarioResult, again: String) -> AnyView {
    let texts = StartTexts::of(lang);
    let services = match result.services.is_empty() {
        true => view! { <EmptyState title=texts.result_none text=texts.result_none_text/> }.into_any(),
        false => {
            let items: Vec<_> = result
                .services
                .iter()
                .cloned()
                .zip(1..)
                .map(|(one, number)| {
                    let wait = one
                        .wait
                        .clone()
                        .map(|wait| view! { <WaitItem lang=lang wait=wait/> });
                    view! { {wait} <ServiceItem lang=lang number=number one=one/> }
                })
                .collect();
            view! { <ol class="plan">{items}</ol> }.into_any()
        }
    };
    let unmet = unmet(lang, &result.services);
    let rest = (!result.services.is_empty()).then(|| {
        view! {
            <Materials lang=lang materials=result.materials/>
            <Fees lang=lang fees=result.fees/>
            <p class="plan__keep">{texts.keep}" "<a href=result.address>{texts.keep_link}</a></p>
            <p class="actions with-wasm">
                <button class="button button--secondary" type="button" data-print="">{texts.print}</button>
            </p>
        }
    });
    let row = |label: &str, value: String| SummaryRow::new(label, value);
    let mut rows = Vec::new();
    if !result.services.is_empty() {
        rows.extend(result.office.map(|office| row(texts.office, office)));
        if !result.time.is_empty() {
            let of =
                |(title, time): &(String, String)| fill(texts.time_of, &[("title", title), ("time", time)]);
            let each = result.times.iter().map(of);
            rows.push(row(texts.time_each, each.collect::<Vec<_>>().join(" + ")));
            rows.push(row(texts.time, result.time));
        }
        rows.push(row(texts.fee, result.fee));
    }
    let summary = (!rows.is_empty()).then(|| view! { <SummaryList lang=lang rows=rows/> });
    view! {
        <PageHead above=title title=texts.result_title lead=texts.result_lead/>
        {unmet}
        {summary}
        {services}
        {rest}
        <p class="actions"><ButtonLink kind=ButtonKind::Quiet href=again>{texts.again}</ButtonLink></p>
    }
    .into_any()
}

/// What stands in the way, before everything else.
fn unmet(lang: Lang, services: &[NeededService]) -> Option<AnyView> {
    let texts = StartTexts::of(lang);
    let mut items = Vec::new();
    for (service, number) in services.iter().zip(1..) {
        for condition in service.unmet() {
            let href = format!("#service-{number}");
            items.push(view! {
                <li><a href=href>{number}". "{service.title.clone()}</a>" — "{condition.title.clone()}</li>
            });
        }
    }
    (!items.is_empty()).then(|| {
        view! {
            <Notice lang=lang tone=Tone::Error title=texts.unmet>
                <p>{texts.unmet_text}</p>
                <ul>{items}</ul>
            </Notice>
        }
        .into_any()
    })
}

/// Days that go by between two services; it has no number of its own.
#[component]
fn WaitItem(lang: Lang, wait: WaitLine) -> AnyView {
    let text = fill(StartTexts::of(lang).wait, &[("text", &wait.text)]);
    view! {
        <li class="plan__wait">
            <strong>{wait.days}</strong>" "{text}" "<SourceTag lang=lang source=wait.source/>
        </li>
    }
    .into_any()
}

#[component]
fn ServiceItem(lang: Lang, number: usize, one: NeededService) -> AnyView {
    let texts = StartTexts::of(lang);
    let tag = match one.online || one.page.is_some() {
        false => view! { <StatusTag text=texts.counter/> },
        true => view! { <StatusTag tone=Tone::Success text=texts.online/> },
    };
    let unmet = one
        .unmet()
        .next()
        .map(|_| view! { " "<StatusTag tone=Tone::Error text=texts.unmet/> });
    let after = one
        .after
        .into_iter()
        .map(|(number, title)| fill(texts.after, &[("n", &number.to_string()), ("title", &title)]));
    let after: Vec<_> = after
        .map(|text| view! { <p class="plan__after">{text}</p> })
        .collect();
    let conditions: Vec<_> = one
        .conditions
        .into_iter()
        .map(|condition| view! { <ConditionItem lang=lang condition=condition/> })
        .collect();
    let conditions = (!conditions.is_empty()).then(|| {
        view! { <h3 class="plan__part">{texts.conditions}</h3><ul class="plan__conditions">{conditions}</ul> }
    });
    let times: Vec<_> = one
        .times
        .into_iter()
        .map(|time| view! { <li>{time}</li> })
        .collect();
    let times = (!times.is_empty()).then(|| view! { <ul class="plan__times">{times}</ul> });
    view! {
        <li id=format!("service-{number}")>
            <h2 class="plan__title">{one.title}" "{tag}{unmet}</h2>
            <p>{one.summary}</p>
            {after}
            <p>{one.reason}</p>
            {one.note.map(|note| view! { <p class="plan__note">{note}</p> })}
            <Because lang=lang because=one.because/>
            <p><SourceTag lang=lang source=one.source/></p>
            {conditions}
            {times}
            <p class="cluster plan__go">
                {one.begin.map(|href| view! { <ButtonLink href=href>{texts.begin}</ButtonLink> })}
                {one.page.map(|href| view! { <ButtonLink href=href>{texts.go_to}</ButtonLink> })}
                {one.guide.map(|href| view! {
                    <ButtonLink kind=ButtonKind::Secondary href=href>{texts.guide}</ButtonLink>
                })}
            </p>
        </li>
    }
    .into_any()
}

#[component]
fn Because(lang: Lang, because: Vec<(String, String)>) -> AnyView {
    if because.is_empty() {
        return ().into_any();
    }
    let because: Vec<_> = because
        .into_iter()
        .map(|(question, answer)| {
            view! { <li><span class="muted">{question}</span>" "<strong>{answer}</strong></li> }
        })
        .collect();
    view! {
        <div class="plan__because">
            <p class="muted">{StartTexts::of(lang).because}</p>
            <ul>{because}</ul>
        </div>
    }
    .into_any()
}

#[component]
fn ConditionItem(lang: Lang, condition: ConditionLine) -> AnyView {
    let texts = StartTexts::of(lang);
    let (tone, word) = match condition.met {
        Some(true) => (Tone::Success, texts.met),
        Some(false) => (Tone::Error, texts.not_met),
        None => (Tone::Neutral, texts.to_judge),
    };
    view! {
        <li>
            <StatusTag tone=tone text=word/>" "{condition.title}" "
            <SourceTag lang=lang source=condition.source/>
            <Because lang=lang because=condition.because/>
        </li>
    }
    .into_any()
}

#[component]
fn Materials(lang: Lang, materials: Vec<MaterialLine>) -> AnyView {
    let texts = StartTexts::of(lang);
    if materials.is_empty() {
        return ().into_any();
    }
    let cell = |one: &MaterialLine| {
        let needed = match one.cases.is_empty() {
            true => texts.needed.to_string(),
            false => fill(texts.needed_if, &[("case", &one.cases.join(joint(lang)))]),
        };
        let title = match &one.note {
            Some(note) => format!("{} ({note})", one.title),
            None => one.title.clone(),
        };
        [title, one.form.clone(), needed, one.services.join(joint(lang))]
            .map(Cell::Text)
            .into()
    };
    let rows: Vec<Vec<Cell>> = materials.iter().map(cell).collect();
    let columns = [texts.material, texts.material_form, texts.when, texts.for_service].map(Column::text);
    view! {
        <section class="section">
            <div class="section__head"><h2>{texts.materials}</h2></div>
            <DataTable lang=lang caption=texts.materials hide_caption=true columns=columns.into() rows=rows/>
        </section>
    }
    .into_any()
}

#[component]
fn Fees(lang: Lang, fees: Vec<FeeLine>) -> AnyView {
    let texts = StartTexts::of(lang);
    if fees.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = fees
        .into_iter()
        .map(|fee| {
            view! {
                <li>
                    {fee.title}" · "{fee.service}{colon(lang)}<strong>{fee.amount}</strong>" "
                    <SourceTag lang=lang source=fee.source/>
                </li>
            }
        })
        .collect();
    view! {
        <section class="section">
            <div class="section__head"><h2>{texts.fees}</h2></div>
            <ul>{items}</ul>
        </section>
    }
    .into_any()
}
