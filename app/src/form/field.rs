//! One question of any kind, and all questions of a page.

use super::data::Conflict;
use super::state::PageState;
use super::{choice, files, parts, single, table};
use crate::text::{DraftTexts, Lang};
use domain::form::{Field, Kind};
use leptos::prelude::*;

/// All questions of the page, under their headings.
#[component]
pub fn Questions(state: PageState) -> AnyView {
    let sections = state.data.with_value(|data| {
        let page = data.form.pages.iter().find(|page| page.id == data.page);
        let mut sections: Vec<(Option<String>, Vec<Field>)> = Vec::new();
        for field in page.map(|page| page.fields.as_slice()).unwrap_or_default() {
            let title = field
                .section
                .as_ref()
                .map(|title| title.get(data.lang).to_owned());
            match sections.last_mut() {
                Some((_, fields)) if title.is_none() => fields.push(field.clone()),
                _ => sections.push((title, vec![field.clone()])),
            }
        }
        sections
    });
    let views: Vec<_> = sections
        .into_iter()
        .map(|(title, fields)| section(state, title, &fields))
        .collect();
    views.into_any()
}

fn section(state: PageState, title: Option<String>, fields: &[Field]) -> AnyView {
    let ids: Vec<String> = fields.iter().map(|field| field.id.clone()).collect();
    let empty = move || !ids.iter().any(|id| state.is_relevant(id));
    let questions: Vec<_> = fields
        .iter()
        .map(|field| question(state, field, &field.id))
        .collect();
    view! {
        <section class="form__part" hidden=empty>
            {title.map(|title| view! { <h2 class="form__section">{title}</h2> })}
            {questions}
        </section>
    }
    .into_any()
}

/// One question with what stands around it. It is always there, so that it can appear at once; while it
/// is not asked it is hidden.
pub(super) fn question(state: PageState, field: &Field, path: &str) -> AnyView {
    let of = path.to_owned();
    let hidden = move || !state.is_relevant(&of);
    let wide = matches!(
        field.kind,
        Kind::Rows { .. }
            | Kind::Attachment { .. }
            | Kind::Address
            | Kind::Person
            | Kind::Text { lines: true, .. }
    );
    let class = if wide {
        "question question--wide"
    } else {
        "question"
    };
    view! {
        <div class=class hidden=hidden>
            {answer(state, field, path)}
            {source(state, field, path)}
            {warning(state, path, matches!(field.kind, Kind::Rows { .. }))}
            {conflict(state, path)}
        </div>
    }
    .into_any()
}

fn answer(state: PageState, field: &Field, path: &str) -> AnyView {
    if let Some(fixed) = fixed(state, field) {
        return fixed;
    }
    match &field.kind {
        Kind::Signature => signature(state, field),
        Kind::Computed { unit, .. } => computed(state, field, path, unit.get(lang_of(state))),
        _ => single::single(state, field, path)
            .or_else(|| choice::ticked(state, field, path))
            .or_else(|| parts::in_parts(state, field, path))
            .or_else(|| files::files(state, field, path))
            .or_else(|| table::table(state, field, path))
            .unwrap_or_else(|| ().into_any()),
    }
}

fn lang_of(state: PageState) -> Lang {
    state.data.with_value(|data| data.lang)
}

/// A value of the register that cannot be typed over.
fn fixed(state: PageState, field: &Field) -> Option<AnyView> {
    let name = field.prefill.as_ref().filter(|_| field.locked)?;
    let value = state
        .data
        .with_value(|data| data.facts.get(name).and(data.registered.get(name)).cloned())?;
    let lang = lang_of(state);
    Some(
        view! {
            <div class="field" id=field.id.clone()>
                <p class="field__label">{field.label.get(lang).to_owned()}</p>
                <p class="fixed">{value}</p>
                <p class="field__source">{DraftTexts::of(lang).fixed_register}</p>
            </div>
        }
        .into_any(),
    )
}

fn computed(state: PageState, field: &Field, path: &str, unit: &str) -> AnyView {
    let lang = lang_of(state);
    let texts = DraftTexts::of(lang);
    let path = path.to_owned();
    let id = path.clone();
    let value = Memo::new(move |_| state.live.with(|live| live.computed.get(&path).cloned()));
    let unit = unit.to_owned();
    let hint = field
        .hint
        .as_ref()
        .map(|hint| view! { <p class="field__hint">{hint.get(lang).to_owned()}</p> });
    view! {
        <div class="field" id=id>
            <p class="field__label">{field.label.get(lang).to_owned()}" "<span class="mark">{texts.computed}</span></p>
            {hint}
            <p class="fixed fixed--number" aria-live="polite">
                <output>{move || value.get().unwrap_or_else(|| texts.not_computed.to_owned())}</output>
                <span class="with-unit__unit" hidden=move || value.with(Option::is_none)>" "{unit}</span>
            </p>
        </div>
    }
    .into_any()
}

fn signature(state: PageState, field: &Field) -> AnyView {
    let lang = lang_of(state);
    let texts = DraftTexts::of(lang);
    let signers = state.data.with_value(|data| data.signers.clone());
    let list = match signers.is_empty() {
        true => view! { <p class="muted">{texts.signers_later}</p> }.into_any(),
        false => {
            let names: Vec<_> = signers
                .into_iter()
                .map(|name| view! { <li>{name}</li> })
                .collect();
            view! { <p>{texts.signers}</p><ul class="signers">{names}</ul> }.into_any()
        }
    };
    let hint = field
        .hint
        .as_ref()
        .map(|hint| view! { <p class="field__hint">{hint.get(lang).to_owned()}</p> });
    view! {
        <div class="field" id=field.id.clone()>
            <p class="field__label">{field.label.get(lang).to_owned()}</p>
            {hint}
            {list}
        </div>
    }
    .into_any()
}

/// Where an answer that nobody typed comes from, for as long as nobody did.
fn source(state: PageState, field: &Field, path: &str) -> Option<AnyView> {
    let name = field
        .prefill
        .as_ref()
        .filter(|_| !field.locked && field.kind != Kind::Confirm)?;
    let texts = DraftTexts::of(lang_of(state));
    let text = match name.split('.').next() {
        Some("entity") => texts.from_register,
        Some("account") => texts.from_account,
        _ => return None,
    };
    let fact = state
        .data
        .with_value(|data| data.facts.get(name).map(|fact| fact.to_text()))?;
    let path = path.to_owned();
    let same = move || {
        state
            .answers
            .with(|answers| answers.get(&path) == Some(fact.as_str()))
    };
    Some(view! { <p class="field__source" hidden=move || !same()>{text}</p> }.into_any())
}

/// A check that fails without stopping anything. A table without rows is not yet worth a warning.
fn warning(state: PageState, path: &str, table: bool) -> AnyView {
    let path = path.to_owned();
    let text = Memo::new(move |_| {
        let begun = !table || state.answers.with(|answers| !answers.rows(&path).is_empty());
        let found = state.live.with(|live| {
            let found = live.warnings.iter().find(|found| found.path == path);
            found.map(|found| found.text.clone())
        });
        found.filter(|_| begun)
    });
    view! {
        <p class="field__note" role="status" hidden=move || text.with(Option::is_none)>{move || text.get()}</p>
    }
    .into_any()
}

/// Both texts of a conflict at this field or one of its parts.
fn conflict(state: PageState, path: &str) -> AnyView {
    let texts = DraftTexts::of(lang_of(state));
    let path = path.to_owned();
    let here = move || {
        let part = format!("{path}.");
        let of = |one: &&Conflict| one.path == path || one.path.starts_with(&part);
        state
            .conflicts
            .with(|all| all.iter().filter(of).cloned().collect::<Vec<_>>())
    };
    let shown = move |text: &str| {
        if text.is_empty() {
            texts.nothing.to_owned()
        } else {
            text.to_owned()
        }
    };
    view! {
        <For each=here key=|one| (one.path.clone(), one.theirs.clone()) let:one>
            <div class="conflict" role="alert">
                <p class="notice__title">{texts.conflict_title}</p>
                <dl class="conflict__texts">
                    <div><dt>{texts.conflict_theirs}</dt><dd>{shown(&one.theirs)}</dd></div>
                    <div><dt>{texts.conflict_yours}</dt><dd>{shown(&one.yours)}</dd></div>
                </dl>
                <p class="cluster">
                    <button class="button button--secondary button--small" type="submit" name="_act" value=format!("mine:{}", one.path)>{texts.conflict_keep}</button>
                    <button class="button button--secondary button--small" type="submit" name="_act" value=format!("theirs:{}", one.path)>{texts.conflict_take}</button>
                </p>
            </div>
        </For>
    }
    .into_any()
}
