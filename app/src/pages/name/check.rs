//! Checking a name.

use crate::text::{Lang, NameTexts, link};
use crate::ui::{
    Breadcrumb, Button, ButtonKind, Cell, ChoiceOption, Column, DataTable, FieldFrame, Notice, PageHead,
    Select, SourceTag, TextInput, Tone,
};
use domain::name::Parts;
use leptos::prelude::*;

/// What was asked, and what can be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NameForm {
    pub name: String,
    pub kind: String,
    pub kinds: Vec<ChoiceOption>,
    /// Something was asked without a name, or without a kind of entity.
    pub name_missing: bool,
    pub kind_missing: bool,
    pub office: String,
    pub offices: Vec<ChoiceOption>,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NameResult {
    pub can_be_had: bool,
    /// By which rules, beside which names.
    pub compared: String,
    pub parts: Parts,
    pub verdicts: Vec<VerdictLine>,
}

/// One verdict in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VerdictLine {
    pub code: String,
    pub refused: bool,
    pub text: String,
    pub source: String,
}

#[component]
pub fn NamePage(lang: Lang, form: NameForm, result: Option<NameResult>) -> AnyView {
    let texts = NameTexts::of(lang);
    view! {
        <Breadcrumb lang here=texts.title/>
        <PageHead title=texts.title lead=texts.lead/>
        <form method="get" action=format!("{}#result", link(lang, "/name")) class="stack">
            <Question lang form=form.clone()/>
            <p class="actions"><Button>{texts.check}</Button></p>
        </form>
        {result.map(|result| view! { <Result lang form result/> })}
    }
    .into_any()
}

#[component]
fn Question(lang: Lang, form: NameForm) -> AnyView {
    let texts = NameTexts::of(lang);
    let nameless = form.name_missing.then(|| texts.name_missing.to_string());
    let missing = form.kind_missing.then(|| texts.kind_missing.to_string());
    view! {
        <FieldFrame lang id="name" label=texts.name hint=texts.name_hint error=nameless required=true>
            <TextInput id="name" name="name" value=form.name hint=true invalid=form.name_missing required=true
                autocomplete="off"/>
        </FieldFrame>
        <FieldFrame lang id="kind" label=texts.kind error=missing required=true>
            <Select lang id="kind" name="kind" options=form.kinds value=form.kind invalid=form.kind_missing/>
        </FieldFrame>
        <FieldFrame lang id="office" label=texts.office hint=texts.office_hint>
            <Select lang id="office" name="office" options=form.offices value=form.office hint=true/>
        </FieldFrame>
    }
    .into_any()
}

#[component]
fn Result(lang: Lang, form: NameForm, result: NameResult) -> AnyView {
    let texts = NameTexts::of(lang);
    let (tone, title) = match result.can_be_had {
        true => (Tone::Success, texts.can),
        false => (Tone::Warning, texts.cannot),
    };
    view! {
        <section class="section" id="result">
            <div class="section__head"><h2>{texts.result}</h2></div>
            <Notice lang tone title><p>{result.compared}</p></Notice>
            <Verdicts lang verdicts=result.verdicts/>
        </section>
        <section class="section">
            <div class="section__head"><h2>{texts.split}</h2></div>
            <p>{texts.split_text}</p>
            <Corrected lang form parts=result.parts/>
        </section>
    }
    .into_any()
}

/// Each verdict with its rule.
#[component]
pub(crate) fn Verdicts(lang: Lang, verdicts: Vec<VerdictLine>) -> AnyView {
    let texts = NameTexts::of(lang);
    let columns = vec![
        Column::text(texts.verdict),
        Column::text(texts.why),
        Column::text(texts.rule),
    ];
    let row = |line: VerdictLine| {
        let (tone, word) = match line.refused {
            true => (Tone::Error, texts.refused),
            false => (Tone::Info, texts.hint),
        };
        vec![
            // The code is for programs and tests; people read the rule itself.
            Cell::View(
                view! { <span data-rule=line.code><crate::ui::StatusTag tone text=word/></span> }.into_any(),
            ),
            Cell::text(line.text),
            Cell::View(view! { <SourceTag lang source=line.source/> }.into_any()),
        ]
    };
    let rows: Vec<_> = verdicts.into_iter().map(row).collect();
    match rows.is_empty() {
        true => view! { <p>{texts.no_verdicts}</p> }.into_any(),
        false => view! { <DataTable lang caption=texts.result hide_caption=true columns rows/> }.into_any(),
    }
}

/// The parts as inputs. They count for the name they were read from only: whoever types another name above
/// has it taken apart anew.
#[component]
fn Corrected(lang: Lang, form: NameForm, parts: Parts) -> AnyView {
    let texts = NameTexts::of(lang);
    let fields = [
        ("region", texts.region, parts.region),
        ("brand", texts.brand, parts.brand),
        ("industry", texts.industry, parts.industry),
        ("form", texts.form, parts.form),
    ];
    let fields: Vec<_> = fields
        .into_iter()
        .map(|(name, label, value)| {
            let id = format!("part-{name}");
            view! {
                <FieldFrame lang id=id.clone() label=label>
                    <TextInput id=id name=name value=value autocomplete="off"/>
                </FieldFrame>
            }
        })
        .collect();
    view! {
        <form method="get" action=format!("{}#result", link(lang, "/name")) class="stack">
            <input type="hidden" name="name" value=form.name/>
            <input type="hidden" name="kind" value=form.kind/>
            <input type="hidden" name="office" value=form.office/>
            {fields}
            <p class="actions"><Button kind=ButtonKind::Secondary>{texts.check_again}</Button></p>
        </form>
    }
    .into_any()
}
