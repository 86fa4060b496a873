//! A form as a readable list: pages, questions, what kind of answer, and when each is asked.

use super::condition;
use crate::text::desk_packs::{identifier, table};
use crate::text::{Lang, PackTexts, fill, wide_joint};
use crate::ui::{Cell, Column, DataTable, Details};
use domain::form::{Choice, Field, Form, Kind};
use leptos::prelude::*;

#[component]
pub(super) fn FormPart(lang: Lang, form: Form) -> AnyView {
    let texts = PackTexts::of(lang);
    let pages: Vec<_> = form
        .pages
        .iter()
        .enumerate()
        .map(|(at, page)| {
            let number = fill(texts.form_page, &[("n", &(at + 1).to_string())]);
            let caption = page.title.get(lang).to_string();
            let summary = format!("{number} · {caption}");
            let when = page.when.as_ref().map(|when| {
                view! { <p>{texts.when}" "<code class="desk-condition">{when.to_string()}</code></p> }
            });
            let fields: Vec<_> = page
                .fields
                .iter()
                .flat_map(|field| rows(lang, field, false))
                .collect();
            let columns = [texts.field, texts.kind, texts.when, texts.prefill]
                .map(Column::text)
                .to_vec();
            view! {
                <Details summary=summary open=at == 0>
                    {when}
                    <DataTable lang=lang caption=caption hide_caption=true columns=columns rows=fields/>
                </Details>
            }
        })
        .collect();
    view! {
        <section class="section">
            <div class="section__head"><h2>{texts.form}</h2></div>
            {pages}
        </section>
    }
    .into_any()
}

/// A question, followed by the columns of its table.
fn rows(lang: Lang, field: &Field, inside: bool) -> Vec<Vec<Cell>> {
    let texts = PackTexts::of(lang);
    let class = if inside {
        "desk-field desk-field--inside"
    } else {
        "desk-field"
    };
    let required = field
        .required
        .then(|| view! { " "<span class="mark mark--required">{texts.required}</span> });
    let name = view! {
        <span class=class>
            <span>{field.label.get(lang).to_string()}{required}</span>
            <code class="muted">{field.id.clone()}</code>
        </span>
    };
    let mut prefill = field.prefill.clone().unwrap_or_default();
    if field.locked {
        prefill = format!("{prefill} · {}", texts.locked);
    }
    let mut kind = kind(lang, &field.kind);
    if field.unique {
        kind = fill(texts.kind_unique, &[("kind", &kind)]);
    }
    let mut found = vec![vec![
        Cell::View(name.into_any()),
        Cell::text(kind),
        condition(field.when.as_ref()),
        Cell::text(prefill),
    ]];
    if let Kind::Rows { fields, .. } = &field.kind {
        found.extend(fields.iter().flat_map(|column| rows(lang, column, true)));
    }
    found
}

/// What kind of answer is asked for, in words.
fn kind(lang: Lang, kind: &Kind) -> String {
    let texts = PackTexts::of(lang);
    let labels = |options: &[Choice]| {
        options
            .iter()
            .map(|option| option.label.get(lang))
            .collect::<Vec<_>>()
            .join(wide_joint(lang))
    };
    match kind {
        Kind::Text { max, lines: false } => fill(texts.kind_text, &[("max", &max.to_string())]),
        Kind::Text { max, lines: true } => fill(texts.kind_lines, &[("max", &max.to_string())]),
        Kind::Integer { .. } => texts.kind_integer.to_string(),
        Kind::Decimal { scale, .. } => fill(texts.kind_decimal, &[("scale", &scale.to_string())]),
        Kind::Money { scale, unit, .. } => {
            format!(
                "{} {}",
                fill(texts.kind_money, &[("scale", &scale.to_string())]),
                unit.get(lang)
            )
        }
        Kind::Date { .. } => texts.kind_date.to_string(),
        Kind::Year { .. } => texts.kind_year.to_string(),
        Kind::YesNo => texts.kind_yes_no.to_string(),
        Kind::Choice { options } => fill(texts.kind_choice, &[("options", &labels(options))]),
        Kind::MultiChoice { options } => fill(texts.kind_multi, &[("options", &labels(options))]),
        Kind::Code { table: of, .. } => fill(texts.kind_code, &[("table", table(lang, *of))]),
        Kind::Identifier { of } => fill(texts.kind_identifier, &[("of", identifier(lang, *of))]),
        Kind::Address => texts.kind_address.to_string(),
        Kind::Person => texts.kind_person.to_string(),
        Kind::Attachment { max } => fill(texts.kind_attachment, &[("max", &max.to_string())]),
        Kind::Signature => texts.kind_signature.to_string(),
        Kind::Rows { min, max, .. } => fill(
            texts.kind_rows,
            &[("min", &min.to_string()), ("max", &max.to_string())],
        ),
        Kind::Computed { value, .. } => format!("{} = {value}", texts.kind_computed),
        Kind::Confirm => texts.kind_confirm.to_string(),
    }
}
