//! One entity as those who act for it see it, asking for its extension, and claiming one.

use crate::pages::due::{CaseLine, Cases, DraftLine, Drafts, DueAct, DueActs, DueLine, DueStanding};
use crate::pages::record::AbnormalTag;
use crate::pages::typed::{Typed, TypedErrors, TypedInput};
use crate::text::{EntityHomeTexts, Lang, MyTexts, colon, fill, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, ButtonLink, Card, Crumb, FieldFrame, InputKind, MultilineInput, Notice,
    PageHead, SourceTag, SummaryList, SummaryRow, Tone,
};
use leptos::prelude::*;

/// The entity's page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntityHomeView {
    pub name: String,
    pub code: String,
    pub kind: String,
    pub office: String,
    pub status: String,
    /// It is listed as abnormal.
    pub abnormal: bool,
    pub representative: String,
    /// The reader may grant and revoke mandates.
    pub administers: bool,
    pub due: Vec<DueLine>,
    /// Services the entity may need at any time.
    pub others: Vec<OtherLine>,
    pub drafts: Vec<DraftLine>,
    pub cases: Vec<CaseLine>,
}

/// A service that is none of every year's.
#[derive(Clone, Debug, PartialEq)]
pub enum OtherLine {
    Open {
        title: String,
        act: DueAct,
    },
    /// Something in the entity's records keeps it from being begun for now.
    Refused {
        title: String,
        reason: String,
    },
}

#[component]
pub fn EntityHomePage(lang: Lang, entity: EntityHomeView) -> AnyView {
    let (texts, my) = (EntityHomeTexts::of(lang), MyTexts::of(lang));
    let trail = vec![Crumb::new(my.title, link(lang, "/my"))];
    let facts = [
        (texts.code, entity.code.clone()),
        (texts.kind, entity.kind),
        (texts.status, entity.status),
        (texts.representative, entity.representative),
        (texts.office, entity.office),
    ];
    let facts: Vec<_> = facts
        .into_iter()
        .map(|(label, value)| view! { <div><dt>{label}</dt><dd>{value}</dd></div> })
        .collect();
    let others: Vec<_> = entity
        .others
        .into_iter()
        .map(|one| match one {
            OtherLine::Open { title, act } => view! {
                <li class="own-line"><p class="link-list__title">{title}</p><DueActs lang acts=vec![act]/></li>
            }
            .into_any(),
            OtherLine::Refused { title, reason } => view! {
                <li class="own-line">
                    <p class="link-list__title">{title}</p>
                    <p class="muted">{fill(texts.not_for_now, &[("reason", &reason)])}</p>
                </li>
            }
            .into_any(),
        })
        .collect();
    let cases = match entity.cases.is_empty() {
        true => view! { <p>{texts.no_cases}</p> }.into_any(),
        false => view! { <Cases lang caption=texts.cases cases=entity.cases/> }.into_any(),
    };
    let abnormal = entity
        .abnormal
        .then(|| view! { <p><AbnormalTag lang abnormal=true/></p> });
    let drafts = entity.drafts;
    let code = entity.code;
    view! {
        <Breadcrumb lang trail here=entity.name.clone()/>
        <PageHead title=entity.name above=my.entities/>
        <div class="with-side with-side--right">
            <aside class="with-side__side">
                <Card>
                    {abnormal}
                    <dl class="answers">{facts}</dl>
                    <ul class="link-list">
                        <li><a href=link(lang, &format!("/register/{code}"))>{texts.public_page}</a></li>
                        {entity.administers.then(|| view! {
                            <li><a href=link(lang, &format!("/my/entity/{code}/mandates"))>{texts.mandates}</a></li>
                        })}
                    </ul>
                </Card>
            </aside>
            <div>
                <section class="section own-section">
                    <div class="section__head"><h2>{texts.due}</h2></div>
                    <DueCards lang due=entity.due/>
                </section>
                {(!others.is_empty()).then(|| view! {
                    <section class="section">
                        <div class="section__head"><h2>{texts.others}</h2></div>
                        <ul class="link-list">{others}</ul>
                    </section>
                })}
                {(!drafts.is_empty()).then(|| view! {
                    <section class="section">
                        <div class="section__head"><h2>{texts.drafts}</h2></div>
                        <Drafts lang drafts/>
                    </section>
                })}
                <section class="section">
                    <div class="section__head"><h2>{texts.cases}</h2></div>
                    {cases}
                </section>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn DueCards(lang: Lang, due: Vec<DueLine>) -> AnyView {
    let texts = EntityHomeTexts::of(lang);
    if due.is_empty() {
        return view! { <p>{texts.due_none}</p> }.into_any();
    }
    let lines: Vec<_> = due
        .into_iter()
        .map(|line| {
            let source = line.source.clone();
            let source = (!source.is_empty())
                .then(|| view! { <p class="link-list__note">{texts.source}{colon(lang)}<SourceTag lang source/></p> });
            let acts = line.acts.clone();
            view! {
                <li class="own-line">
                    <div>
                        <p class="link-list__title">{line.title.clone()}</p>
                        {line.kind.clone().map(|kind| view! { <p>{kind}</p> })}
                        <DueStanding line/>
                        {source}
                    </div>
                    <DueActs lang acts/>
                </li>
            }
        })
        .collect();
    view! { <ul class="link-list">{lines}</ul> }.into_any()
}

/// Asking for an extension, and how a request stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExtensionView {
    pub name: String,
    pub code: String,
    pub service: String,
    /// With its year.
    pub title: String,
    pub year: i32,
    pub due_now: String,
    pub due_if_granted: String,
    /// How a request that was made stands; none can be made then.
    pub state: Option<(Tone, String)>,
}

#[component]
pub fn ExtensionPage(lang: Lang, extension: ExtensionView, typed: Typed) -> AnyView {
    let (texts, my) = (EntityHomeTexts::of(lang), MyTexts::of(lang));
    let home = link(lang, &format!("/my/entity/{}", extension.code));
    let trail = vec![
        Crumb::new(my.title, link(lang, "/my")),
        Crumb::new(extension.name.clone(), home.clone()),
    ];
    let mut rows = vec![
        SummaryRow::new(my.due, extension.title),
        SummaryRow::new(texts.extension_now, extension.due_now),
    ];
    if !extension.due_if_granted.is_empty() {
        rows.push(SummaryRow::new(texts.extension_until, extension.due_if_granted));
    }
    let error = typed.error("reason");
    let (invalid, value) = (error.is_some(), typed.value("reason"));
    let content = match extension.state {
        Some((tone, state)) => view! {
            <Notice lang tone=tone><p>{state}</p></Notice>
            <p class="actions"><ButtonLink kind=ButtonKind::Secondary href=home>{texts.back}</ButtonLink></p>
        }
        .into_any(),
        None => view! {
            <form class="stack section" method="post"
                action=link(lang, &format!("/my/entity/{}/extension", extension.code)) novalidate=true>
                <input type="hidden" name="service" value=extension.service/>
                <input type="hidden" name="year" value=extension.year.to_string()/>
                <FieldFrame lang id="reason" label=texts.reason hint=texts.reason_hint error=error required=true>
                    <MultilineInput id="reason" name="reason" value=value rows=5 hint=true invalid=invalid required=true/>
                </FieldFrame>
                <div class="actions">
                    <Button>{texts.ask}</Button>
                    <ButtonLink kind=ButtonKind::Secondary href=home>{texts.back}</ButtonLink>
                </div>
            </form>
        }
        .into_any(),
    };
    view! {
        <Breadcrumb lang trail here=texts.extension_title/>
        <div class="narrow">
            <PageHead title=texts.extension_title above=extension.name lead=texts.extension_lead/>
            <TypedErrors lang typed labels=vec![("reason", texts.reason)]/>
            <SummaryList lang rows/>
            {content}
        </div>
    }
    .into_any()
}

/// Claiming an entity, with a code or as its legal representative. `problem` says why it did not work.
#[component]
pub fn ClaimPage(lang: Lang, typed: Typed, #[prop(optional_no_strip)] problem: Option<String>) -> AnyView {
    let (texts, my) = (EntityHomeTexts::of(lang), MyTexts::of(lang));
    let trail = vec![Crumb::new(my.title, link(lang, "/my"))];
    let labels = vec![("entity", texts.entity_code), ("code", texts.claim_code)];
    view! {
        <Breadcrumb lang trail here=texts.claim_title/>
        <div class="narrow">
            <PageHead title=texts.claim_title lead=texts.claim_lead/>
            <TypedErrors lang typed=typed.clone() labels/>
            {problem.map(|problem| view! { <Notice lang tone=Tone::Error><p>{problem}</p></Notice> })}
            <form class="stack section" method="post" action=link(lang, "/my/claim") novalidate=true>
                <TypedInput lang typed=typed.clone() name="entity" label=texts.entity_code hint=texts.entity_code_hint
                    kind=InputKind::Code/>
                <Card title=texts.with_code>
                    <p>{texts.with_code_text}</p>
                    <TypedInput lang typed name="code" label=texts.claim_code hint=texts.claim_code_hint
                        kind=InputKind::Code required=false/>
                    <p class="actions"><Button name="as" value="code">{texts.claim_with_code}</Button></p>
                </Card>
                <Card title=texts.as_representative>
                    <p>{texts.as_representative_text}</p>
                    <p class="actions">
                        <Button kind=ButtonKind::Secondary name="as" value="representative">
                            {texts.claim_as_representative}
                        </Button>
                    </p>
                </Card>
            </form>
            <p class="muted section">{texts.tries}</p>
            <p><strong>{texts.no_code}</strong>" "{texts.no_code_text}</p>
        </div>
    }
    .into_any()
}
