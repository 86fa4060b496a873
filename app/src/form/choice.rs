//! Questions answered by ticking: yes or no, one of a few, several of a few.

use super::single::Input;
use super::state::PageState;
use crate::text::{DraftTexts, FormTexts};
use crate::ui::GroupFrame;
use domain::form::{Choice, Field, Kind};
use leptos::prelude::*;

/// The most options that stand side by side as buttons; more become a list to open.
const FEW: usize = 8;

/// A question of a kind that is ticked; `None` for every other kind.
pub(super) fn ticked(state: PageState, field: &Field, path: &str) -> Option<AnyView> {
    let lang = state.data.with_value(|data| data.lang);
    let form = FormTexts::of(lang);
    let draft = DraftTexts::of(lang);
    let pair = |yes: &str, no: &str| {
        vec![
            ("yes".to_owned(), yes.to_owned()),
            ("no".to_owned(), no.to_owned()),
        ]
    };
    let named = |options: &[Choice]| -> Vec<(String, String)> {
        options
            .iter()
            .map(|option| (option.id.clone(), option.label.get(lang).to_owned()))
            .collect()
    };
    let input = Input::of(lang, field, path);
    let (options, several, inline) = match &field.kind {
        Kind::YesNo => (pair(form.yes, form.no), false, true),
        Kind::Confirm => (pair(draft.as_registered, draft.not_as_registered), false, true),
        Kind::Choice { options }
            if options.len() > FEW && options.iter().all(|option| option.when.is_none()) =>
        {
            let options = named(options);
            return Some(input.select(
                state,
                vec![super::data::OptionGroup {
                    title: String::new(),
                    options,
                }],
            ));
        }
        Kind::Choice { options } => (named(options), false, options.len() <= 3),
        Kind::MultiChoice { options } => (named(options), true, false),
        _ => return None,
    };
    let chosen = state.raw(path);
    let above = (field.kind == Kind::Confirm).then(|| registered(state, field));
    let below = (field.kind == Kind::Confirm).then(|| change_needed(state, path));
    let boxes: Vec<_> = options
        .into_iter()
        .enumerate()
        .map(|(at, (id, label))| {
            let box_id = if at == 0 { path.to_owned() } else { format!("{path}-{at}") };
            let checked = chosen.split(',').any(|one| one == id);
            let (of, option) = (path.to_owned(), id.clone());
            let withheld = move || {
                state.live.with(|live| live.withheld.get(&of).is_some_and(|ids| ids.contains(&option)))
            };
            let kind = if several { "checkbox" } else { "radio" };
            view! {
                <div class="choice" hidden=withheld>
                    <input class="choice__input" type=kind id=box_id.clone() name=path.to_owned() value=id checked=checked/>
                    <label class="choice__label" for=box_id>{label}</label>
                </div>
            }
        })
        .collect();
    let class = if inline {
        "choices choices--inline"
    } else {
        "choices"
    };
    // Boxes with nothing ticked post nothing; this says they were there.
    let empty = several.then(|| view! { <input type="hidden" name=path.to_owned() value=""/> });
    let error = state.error_signal(path);
    let Input {
        path,
        label,
        hint,
        required,
    } = input;
    let inside = view! { {above}{empty}<div class=class>{boxes}</div>{below} };
    Some(match hint {
        Some(hint) => {
            view! { <GroupFrame lang id=path label hint error required>{inside}</GroupFrame> }.into_any()
        }
        None => view! { <GroupFrame lang id=path label error required>{inside}</GroupFrame> }.into_any(),
    })
}

fn registered(state: PageState, field: &Field) -> AnyView {
    let (lang, value) = state.data.with_value(|data| {
        let value = field.prefill.as_ref().and_then(|name| data.registered.get(name));
        (data.lang, value.cloned())
    });
    let texts = DraftTexts::of(lang);
    let (class, value) = match value {
        Some(value) => ("registered__value", value),
        None => ("registered__value muted", texts.not_registered.to_owned()),
    };
    view! {
        <div class="registered">
            <p class="registered__label">{texts.registered}</p>
            <p class=class>{value}</p>
        </div>
    }
    .into_any()
}

fn change_needed(state: PageState, path: &str) -> AnyView {
    let path = path.to_owned();
    let lang = state.data.with_value(|data| data.lang);
    let changed = move || state.answers.with(|answers| answers.get(&path) == Some("no"));
    view! { <p class="field__note" hidden=move || !changed()>{DraftTexts::of(lang).change_needed}</p> }
        .into_any()
}
