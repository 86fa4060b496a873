//! Questions answered with a table: one card for each row.

use super::field::question;
use super::single::Input;
use super::state::PageState;
use crate::text::{DraftTexts, FormTexts, fill};
use crate::ui::{Icon, IconName};
use domain::form::{Field, Kind};
use leptos::prelude::*;

/// A table; `None` for every other kind.
pub(super) fn table(state: PageState, field: &Field, path: &str) -> Option<AnyView> {
    let Kind::Rows { fields, max, row, .. } = &field.kind else {
        return None;
    };
    let lang = state.data.with_value(|data| data.lang);
    let (texts, form) = (DraftTexts::of(lang), FormTexts::of(lang));
    let input = Input::of(lang, field, path);
    let error = state.error_signal(path);
    let id = path.to_owned();
    let rows = Memo::new(move |_| {
        state.answers.with(|answers| {
            answers
                .rows(&id)
                .into_iter()
                .map(String::from)
                .collect::<Vec<_>>()
        })
    });
    let columns = StoredValue::new(fields.clone());
    let table = StoredValue::new(path.to_owned());
    let word = StoredValue::new(row.get(lang).to_owned());
    let max = *max as usize;
    let card = move |row: String| row_card(state, texts, table.get_value(), row, rows, columns, word);
    let mark = match input.required {
        true => view! { <span class="mark mark--required">{form.required}</span> },
        false => view! { <span class="mark">{form.optional}</span> },
    };
    let class = move || {
        if error.with(Option::is_some) {
            "field field--wrong"
        } else {
            "field"
        }
    };
    Some(view! {
        <div class=class role="group" data-field=path.to_owned() id=path.to_owned() tabindex="-1" aria-labelledby=format!("{path}-label")>
            <p class="field__label" id=format!("{path}-label")>{input.label}" "{mark}</p>
            {input.hint.map(|hint| view! { <p class="field__hint">{hint}</p> })}
            <p class="field__error" id=format!("{path}-error") hidden=move || error.with(Option::is_none)>
                <Icon name=IconName::Cross/>
                <span class="visually-hidden">{form.error_word}": "</span>
                <span class="field__error-text">{move || error.get()}</span>
            </p>
            <p class="muted" hidden=move || !rows.with(Vec::is_empty)>{texts.no_rows}</p>
            <div class="row-cards">
                <For each=move || rows.get() key=|row| row.clone() children=card/>
            </div>
            <button
                class="button button--secondary button--small"
                type="submit"
                name="_act"
                value=format!("add-row:{path}")
                hidden=move || rows.with(|rows| rows.len() >= max)
            >
                <Icon name=IconName::Plus/>
                {fill(texts.add_row, &[("row", row.get(lang))])}
            </button>
            <p class="muted" hidden=move || rows.with(|rows| rows.len() < max)>{fill(texts.rows_full, &[("max", &max.to_string())])}</p>
        </div>
    }
    .into_any())
}

fn row_card(
    state: PageState,
    texts: &'static DraftTexts,
    table: String,
    row: String,
    rows: Memo<Vec<String>>,
    columns: StoredValue<Vec<Field>>,
    word: StoredValue<String>,
) -> AnyView {
    let of = row.clone();
    let numbered = move |template: &'static str| {
        let at = rows.with(|rows| rows.iter().position(|one| *one == of));
        word.with_value(|word| {
            fill(
                template,
                &[("row", word), ("n", &at.map_or(0, |at| at + 1).to_string())],
            )
        })
    };
    let remove = numbered.clone();
    let base = format!("{table}.{row}");
    let cells = columns.with_value(|columns| {
        let cells = columns
            .iter()
            .map(|column| question(state, column, &format!("{base}.{}", column.id)));
        cells.collect::<Vec<_>>()
    });
    view! {
        <fieldset class="row-card" id=base.clone()>
            <legend class="visually-hidden">{let numbered = numbered.clone(); move || numbered(texts.row_number)}</legend>
            <div class="row-card__head">
                <span aria-hidden="true">{move || numbered(texts.row_number)}</span>
                <button class="button button--quiet button--small" type="submit" name="_act" value=format!("remove-row:{table}:{row}")>
                    <span aria-hidden="true">{texts.remove_row}</span>
                    <span class="visually-hidden">{move || remove(texts.remove_row_of)}</span>
                </button>
            </div>
            <div class="row-card__fields">{cells}</div>
        </fieldset>
    }
    .into_any()
}
