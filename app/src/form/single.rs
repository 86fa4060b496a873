//! Questions answered with one line, several lines or one of a long list.

use super::data::{ListName, OptionGroup};
use super::state::PageState;
use crate::text::{DraftTexts, FormTexts, Lang};
use crate::ui::{FieldFrame, InputKind, MultilineInput, TextInput, described_by};
use domain::date::Date;
use domain::form::{CodeTable, Field, Identifier, Kind};
use leptos::prelude::*;

/// One input in its frame: where it stands and what is said around it.
pub(super) struct Input {
    pub path: String,
    pub label: String,
    pub hint: Option<String>,
    pub required: bool,
}

impl Input {
    pub fn of(lang: Lang, field: &Field, path: &str) -> Input {
        Input {
            path: path.to_owned(),
            label: field.label.get(lang).to_owned(),
            hint: field.hint.as_ref().map(|hint| hint.get(lang).to_owned()),
            required: field.required,
        }
    }

    /// The input inside its label, hint and error.
    pub fn framed(self, state: PageState, inside: impl FnOnce(&Input, Signal<bool>) -> AnyView) -> AnyView {
        let lang = state.data.with_value(|data| data.lang);
        let error = state.error_signal(&self.path);
        let invalid = Signal::derive(move || error.with(Option::is_some));
        let view = inside(&self, invalid);
        let Input {
            path,
            label,
            hint,
            required,
        } = self;
        match hint {
            Some(hint) => {
                view! { <FieldFrame lang id=path label hint error required>{view}</FieldFrame> }.into_any()
            }
            None => view! { <FieldFrame lang id=path label error required>{view}</FieldFrame> }.into_any(),
        }
    }

    pub fn line(self, state: PageState, kind: InputKind, unit: &str) -> AnyView {
        let value = state.raw(&self.path);
        let unit = unit.to_owned();
        self.framed(state, |input, invalid| {
            let id = input.path.clone();
            let (hint, required) = (input.hint.is_some(), input.required);
            let line =
                view! { <TextInput id=id.clone() name=id value kind hint invalid required/> }.into_any();
            if unit.is_empty() {
                return line;
            }
            view! { <div class="with-unit">{line}<span class="with-unit__unit">{unit}</span></div> }
                .into_any()
        })
    }

    pub fn select(self, state: PageState, groups: Vec<OptionGroup>) -> AnyView {
        let chosen = state.raw(&self.path);
        let lang = state.data.with_value(|data| data.lang);
        self.framed(state, |input, invalid| {
            let option = |(code, name): (String, String)| {
                let selected = code == chosen;
                view! { <option value=code selected=selected>{name}</option> }
            };
            let groups: Vec<_> = groups
                .into_iter()
                .map(|group| {
                    let options: Vec<_> = group.options.into_iter().map(option).collect();
                    match group.title.is_empty() {
                        true => options.into_any(),
                        false => view! { <optgroup label=group.title>{options}</optgroup> }.into_any(),
                    }
                })
                .collect();
            let id = input.path.clone();
            view! {
                <select
                    class="input select"
                    id=id.clone()
                    name=id
                    aria-required=input.required.then_some("true")
                    aria-invalid=move || invalid.get().then_some("true")
                    aria-describedby=described_by(&input.path, input.hint.is_some())
                >
                    <option value="">{FormTexts::of(lang).choose}</option>
                    {groups}
                </select>
            }
            .into_any()
        })
    }
}

/// A question of a kind that takes one input; `None` for every other kind.
pub(super) fn single(state: PageState, field: &Field, path: &str) -> Option<AnyView> {
    let lang = state.data.with_value(|data| data.lang);
    let mut input = Input::of(lang, field, path);
    Some(match &field.kind {
        Kind::Text { lines: true, max } => {
            let value = state.raw(path);
            let rows = if *max > 300 { 6 } else { 3 };
            input.framed(state, |input, invalid| {
                let id = input.path.clone();
                let (hint, required) = (input.hint.is_some(), input.required);
                view! { <MultilineInput id=id.clone() name=id value rows hint invalid required/> }.into_any()
            })
        }
        Kind::Text { max, .. } => {
            let kind = if *max <= 20 {
                InputKind::Short
            } else {
                InputKind::Text
            };
            input.line(state, kind, "")
        }
        Kind::Integer { .. } => input.line(state, InputKind::Number, ""),
        Kind::Decimal { unit, .. } | Kind::Money { unit, .. } => {
            input.line(state, InputKind::Number, unit.get(lang))
        }
        Kind::Year { .. } => input.line(state, InputKind::Short, ""),
        Kind::Date { .. } => {
            // A date field of the browser shows whole dates only; what is half typed stays visible as text.
            let raw = state.raw(path);
            let kind = match raw.is_empty() || Date::parse(&raw).is_some() {
                true => InputKind::Date,
                false => InputKind::Short,
            };
            if kind == InputKind::Short {
                input.hint = input.hint.or(Some(DraftTexts::of(lang).date_hint.to_owned()));
            }
            input.line(state, kind, "")
        }
        Kind::Identifier { of } => input.line(state, identifier(*of), ""),
        Kind::Code { table, within } => match list(*table) {
            Some(name) => {
                let groups = state
                    .data
                    .with_value(|data| data.lists.get(&name).cloned().unwrap_or_default());
                input.select(state, inside(groups, within.as_deref()))
            }
            None => input.line(state, InputKind::Code, ""),
        },
        _ => return None,
    })
}

/// The table a browser gets to choose from; industries are typed as codes.
pub(super) fn list(table: CodeTable) -> Option<ListName> {
    match table {
        CodeTable::Region => Some(ListName::Region),
        CodeTable::EntityType => Some(ListName::EntityType),
        CodeTable::Office => Some(ListName::Office),
        CodeTable::Industry => None,
    }
}

fn inside(groups: Vec<OptionGroup>, within: Option<&str>) -> Vec<OptionGroup> {
    let Some(start) = within else { return groups };
    let kept = groups.into_iter().map(|mut group| {
        group.options.retain(|(code, _)| code.starts_with(start));
        group
    });
    kept.filter(|group| !group.options.is_empty()).collect()
}

fn identifier(of: Identifier) -> InputKind {
    match of {
        Identifier::Mobile | Identifier::Phone => InputKind::Telephone,
        Identifier::Postcode => InputKind::Short,
        Identifier::Email => InputKind::Email,
        Identifier::Url => InputKind::Url,
        _ => InputKind::Code,
    }
}
