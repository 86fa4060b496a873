//! Several lines of text: the one component with a `<textarea>`.
//!
//! Leptos 0.8 writes the children of a `<textarea>` into the page unescaped, so that typed text could
//! close it and run. This component encodes the text itself; no other file may write `<textarea`.

use leptos::prelude::*;

use super::field::described_by;

/// `text` as the content of an element that holds text only.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 8);
    // The parser drops one line feed after the opening tag; a text that begins with one needs two.
    if text.starts_with(['\n', '\r']) {
        encoded.push('\n');
    }
    for char in text.chars() {
        match char {
            '&' => encoded.push_str("&amp;"),
            '<' => encoded.push_str("&lt;"),
            '>' => encoded.push_str("&gt;"),
            other => encoded.push(other),
        }
    }
    encoded
}

/// An uncontrolled input of several lines. Event listeners and `node_ref` land on the element itself.
#[component]
pub fn MultilineInput(
    #[prop(into)] id: String,
    #[prop(into)] name: String,
    #[prop(optional, into)] value: String,
    #[prop(default = 4)] rows: u32,
    /// The frame around shows a hint.
    #[prop(optional)]
    hint: bool,
    #[prop(optional, into)] invalid: Signal<bool>,
    #[prop(optional)] required: bool,
    #[prop(optional)] readonly: bool,
) -> AnyView {
    view! {
        <textarea
            class="input"
            id=id.clone()
            name=name
            rows=rows.to_string()
            readonly=readonly
            aria-required=required.then_some("true")
            aria-invalid=move || invalid.get().then_some("true")
            aria-describedby=described_by(&id, hint)
            inner_html=encode(&value)
        ></textarea>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    fn check(value: &str, expected: &str) {
        let owner = Owner::new();
        let value = value.to_owned();
        let html = owner.with(move || view! { <MultilineInput id="a" name="a" value=value /> }.to_html());
        let (_, content) = html.split_once('>').expect("an opening tag");
        assert_eq!(content.replace("<!>", ""), format!("{expected}</textarea>"));
    }

    #[test]
    fn text_that_closes_the_element_stays_text() {
        check(
            "</textarea><script>alert(1)</script>",
            "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
        );
    }

    #[test]
    fn entities_are_kept_as_typed() {
        check("A&lt;B & C", "A&amp;lt;B &amp; C");
    }

    #[test]
    fn a_first_empty_line_is_not_lost() {
        check("\nsecond", "\n\nsecond");
    }
}
