//! Addresses and persons: several inputs that are one question.

use super::data::{ListName, OptionGroup};
use super::single::Input;
use super::state::PageState;
use crate::text::{DraftTexts, Lang, paper};
use crate::ui::{GroupFrame, InputKind};
use domain::form::{Field, Kind, PAPERS};
use leptos::prelude::*;

/// A question with parts; `None` for every other kind.
pub(super) fn in_parts(state: PageState, field: &Field, path: &str) -> Option<AnyView> {
    if field.kind.parts().is_empty() {
        return None;
    }
    let (lang, regions, settled) = state.data.with_value(|data| {
        let regions = data
            .lists
            .get(&ListName::Region)
            .filter(|_| field.kind == Kind::Address);
        (
            data.lang,
            regions.cloned().unwrap_or_default(),
            data.settled.clone(),
        )
    });
    let texts = DraftTexts::of(lang);
    let mut regions = Some(regions);
    let inputs: Vec<_> = field
        .kind
        .parts()
        .iter()
        .map(|part| (part, format!("{path}.{part}")))
        .filter(|(_, path)| !settled.contains(path))
        .map(|(part, path)| {
            let input = Input {
                path,
                label: part_label(texts, part).to_owned(),
                hint: None,
                required: field.required && is_needed(part),
            };
            match *part {
                "region" => input.select(state, regions.take().unwrap_or_default()),
                "id_type" => input.select(state, papers(lang)),
                "id_no" => input.line(state, InputKind::Code, ""),
                "tel" => input.line(state, InputKind::Telephone, ""),
                "house" => input.line(state, InputKind::Short, ""),
                _ => input.line(state, InputKind::Text, ""),
            }
        })
        .collect();
    let error = state.error_signal(path);
    let Input {
        path,
        label,
        hint,
        required,
    } = Input::of(lang, field, path);
    let inside = view! { <div class="fields-2" id=path.clone()>{inputs}</div> };
    Some(match hint {
        Some(hint) => {
            view! { <GroupFrame lang id=path label hint error required>{inside}</GroupFrame> }.into_any()
        }
        None => view! { <GroupFrame lang id=path label error required>{inside}</GroupFrame> }.into_any(),
    })
}

/// The parts without which an address or a person says nothing; `domain::form` asks for the same.
fn is_needed(part: &str) -> bool {
    matches!(part, "region" | "name" | "id_type" | "id_no")
}

/// What a part is called.
pub(crate) fn part_label(texts: &'static DraftTexts, part: &str) -> &'static str {
    match part {
        "region" => texts.region,
        "town" => texts.town,
        "village" => texts.village,
        "house" => texts.house,
        "name" => texts.name,
        "id_type" => texts.id_type,
        "id_no" => texts.id_no,
        _ => texts.tel,
    }
}

fn papers(lang: Lang) -> Vec<OptionGroup> {
    let options = PAPERS
        .iter()
        .map(|code| ((*code).to_owned(), paper(lang, code).to_owned()));
    vec![OptionGroup {
        title: String::new(),
        options: options.collect(),
    }]
}
