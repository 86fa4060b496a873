//! The inputs of the page, by the path they post: what is in them, and putting something in.

use leptos::web_sys::{Element, HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use wasm_bindgen::prelude::JsCast;

/// The path an element answers; `None` for buttons, files and the page's own fields.
pub fn path_of(element: &Element) -> Option<String> {
    let name = element.get_attribute("name")?;
    let own = name.is_empty() || name.starts_with('_') || element.tag_name() == "BUTTON";
    (!own).then_some(name)
}

fn named(form: &HtmlFormElement, path: &str) -> Vec<Element> {
    let all = form.elements();
    let elements = (0..all.length()).filter_map(|at| all.item(at));
    elements
        .filter(|element| element.get_attribute("name").as_deref() == Some(path))
        .collect()
}

/// What is answered at a path now; `None` without an input for it, and for radios of which none is chosen.
pub fn read(form: &HtmlFormElement, path: &str) -> Option<String> {
    let mut ticked: Option<Vec<String>> = None;
    for element in named(form, path) {
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            match input.type_().as_str() {
                "hidden" => {}
                "radio" if input.checked() => return Some(input.value()),
                "radio" => {}
                "checkbox" => {
                    let ids = ticked.get_or_insert_default();
                    if input.checked() {
                        ids.push(input.value());
                    }
                }
                _ => return Some(input.value()),
            }
        } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
            return Some(area.value());
        } else if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
            return Some(select.value());
        }
    }
    ticked.map(|ids| ids.join(","))
}

/// Whether an empty control may hide a text it cannot show: a list without the chosen code, a date field
/// with what is no date.
pub fn may_hide(form: &HtmlFormElement, path: &str) -> bool {
    named(form, path).iter().any(|element| {
        let date = |input: &HtmlInputElement| input.type_() == "date";
        element.tag_name() == "SELECT" || element.dyn_ref::<HtmlInputElement>().is_some_and(date)
    })
}

/// Puts an answer into the inputs of a path.
pub fn write(form: &HtmlFormElement, path: &str, raw: &str) {
    for element in named(form, path) {
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            match input.type_().as_str() {
                "hidden" => {}
                "radio" | "checkbox" => input.set_checked(raw.split(',').any(|id| id == input.value())),
                _ => input.set_value(raw),
            }
        } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
            area.set_value(raw);
        } else if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
            select.set_value(raw);
        }
    }
}

/// Every path the form has an input for, each once.
pub fn paths(form: &HtmlFormElement) -> Vec<String> {
    let all = form.elements();
    let mut paths: Vec<String> = (0..all.length())
        .filter_map(|at| path_of(&all.item(at)?))
        .collect();
    paths.dedup();
    paths
}
