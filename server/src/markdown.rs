//! Markdown of packs, as HTML for guides.
//!
//! HTML inside it is shown as the text it is, never as markup, and links lead to this hall, to the web
//! or to a mailbox, nowhere else.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// The HTML of `markdown`. Headings begin at the third level, below the page's own.
pub fn to_html(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).map(harmless);
    let mut written = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut written, events);
    written
}

/// The first paragraph of `markdown` as plain text.
pub fn first_words(markdown: &str) -> String {
    let mut words = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) if !words.is_empty() => break,
            _ => {}
        }
    }
    words.trim().to_string()
}

fn harmless(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::Heading {
            id, classes, attrs, ..
        }) => Event::Start(Tag::Heading {
            level: HeadingLevel::H3,
            id,
            classes,
            attrs,
        }),
        Event::End(TagEnd::Heading(_)) => Event::End(TagEnd::Heading(HeadingLevel::H3)),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url: target(dest_url),
            title,
            id,
        }),
        // A guide has no pictures of its own: the words that stand for one are shown instead.
        Event::Start(Tag::Image { .. }) => Event::Start(Tag::Emphasis),
        Event::End(TagEnd::Image) => Event::End(TagEnd::Emphasis),
        other => other,
    }
}

fn target(url: CowStr<'_>) -> CowStr<'_> {
    let lower = url.to_ascii_lowercase();
    let known = ["https://", "http://", "mailto:", "/", "#"]
        .iter()
        .any(|start| lower.starts_with(start));
    if known && !lower.starts_with("//") {
        url
    } else {
        CowStr::Borrowed("#")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markdown: &str, expected: &str) {
        assert_eq!(to_html(markdown).trim(), expected, "{markdown}");
    }

    #[test]
    fn html_in_a_guide_stays_text() {
        check(
            "a <script>alert(1)</script>",
            "<p>a &lt;script&gt;alert(1)&lt;/script&gt;</p>",
        );
        assert!(!to_html("<img src=x onerror=alert(1)>\n\n<div>\n").contains("<img"));
        assert!(!to_html("<iframe src=x>\n").contains("<iframe"));
    }

    #[test]
    fn links_run_no_script() {
        check("[a](javascript:alert(1))", "<p><a href=\"#\">a</a></p>");
        check("[a](//evil.test)", "<p><a href=\"#\">a</a></p>");
        check("[a](/services)", "<p><a href=\"/services\">a</a></p>");
    }

    #[test]
    fn the_first_paragraph_is_told_without_marks() {
        assert_eq!(
            first_words("The **office**\nof `410105`.\n\nMore."),
            "The office of 410105."
        );
        assert_eq!(first_words("- one\n- two"), "one");
    }

    #[test]
    fn headings_stand_below_those_of_the_page() {
        check("# A", "<h3>A</h3>");
    }
}
