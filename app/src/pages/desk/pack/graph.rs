//! The question graph of a pack as a picture, and the same as a list.

use super::labels::thing_label;
use crate::text::{Lang, PackTexts, fill, wide_joint};
use crate::ui::{Cell, Column, DataTable, Details};
use domain::pack::Pack;
use domain::pack::graph::{Arrow, Block, Picture, Rule, Thing, picture, rules};
use leptos::prelude::*;

/// What fits into a row of a block, and along the end of an arrow: Latin letters, of which a Chinese
/// character takes the room of two.
const ROW_LETTERS: usize = 40;
const LABEL_LETTERS: usize = 41;

#[component]
pub(super) fn GraphPart(lang: Lang, pack: Pack) -> AnyView {
    let texts = PackTexts::of(lang);
    let rules = rules(&pack);
    let body = match rules.is_empty() {
        true => view! { <p>{texts.graph_none}</p> }.into_any(),
        false => {
            let drawn = drawing(lang, &pack, &rules, picture(&pack));
            let list = list(lang, &pack, &rules);
            view! {
                <p>{texts.graph_lead}</p>
                <div class="graph-box" role="region" aria-label=texts.graph tabindex="0">{drawn}</div>
                {list}
            }
            .into_any()
        }
    };
    view! {
        <section class="section">
            <div class="section__head"><h2>{texts.graph}</h2></div>
            {body}
        </section>
    }
    .into_any()
}

fn drawing(lang: Lang, pack: &Pack, rules: &[Rule], picture: Picture) -> AnyView {
    let texts = PackTexts::of(lang);
    let arrows: Vec<_> = picture
        .arrows
        .iter()
        .map(|arrow| {
            let rule = &rules[arrow.rule];
            let from: Vec<_> = arrow
                .from
                .iter()
                .map(|thing| thing_label(lang, pack, thing))
                .collect();
            let said = format!(
                "{} → {}: {}",
                from.join(", "),
                rule_label(lang, pack, rule),
                rule.when
            );
            view! {
                <path class="graph__arrow" d=arrow.path.clone() marker-end="url(#graph-head)">
                    <title>{said}</title>
                </path>
            }
        })
        .collect();
    let labels: Vec<_> = label_places(rules, &picture.arrows)
        .into_iter()
        .map(|((x, y), text)| {
            let (above, below) = two_lines(&text, LABEL_LETTERS);
            let x = x.to_string();
            view! {
                <g>
                    <title>{text}</title>
                    <text class="graph__label" x=x.clone() y=(y - 5).to_string() text-anchor="end">{above}</text>
                    <text class="graph__label" x=x y=(y + 13).to_string() text-anchor="end">{below}</text>
                </g>
            }
        })
        .collect();
    let blocks: Vec<_> = picture
        .blocks
        .iter()
        .map(|block| one_block(lang, pack, block))
        .collect();
    let (width, height) = (picture.width.to_string(), picture.height.to_string());
    let area = format!("0 0 {width} {height}");
    view! {
        <svg class="graph" viewBox=area width=width height=height role="img" aria-label=texts.graph>
            <defs>
                <marker id="graph-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                    <path class="graph__head" d="M0 0L8 4L0 8z"/>
                </marker>
            </defs>
            {arrows}
            {blocks}
            {labels}
        </svg>
    }
    .into_any()
}

/// Each end of arrows with every condition that leads there.
fn label_places(rules: &[Rule], arrows: &[Arrow]) -> Vec<((u32, u32), String)> {
    let mut found: Vec<((u32, u32), String)> = Vec::new();
    let mut written: Vec<usize> = Vec::new();
    for arrow in arrows {
        if written.contains(&arrow.rule) {
            continue;
        }
        written.push(arrow.rule);
        let rule = &rules[arrow.rule];
        let text = match &rule.option {
            Some(option) => format!("{option}: {}", rule.when),
            None => rule.when.to_string(),
        };
        match found.iter_mut().find(|(place, _)| *place == arrow.label) {
            Some((_, before)) => *before = format!("{before}; {text}"),
            None => found.push((arrow.label, text)),
        }
    }
    found
}

fn one_block(lang: Lang, pack: &Pack, block: &Block) -> AnyView {
    let texts = PackTexts::of(lang);
    let (title, class) = match &block.page {
        Some(page) => (
            thing_label(lang, pack, &Thing::Page(page.clone())),
            "graph__block",
        ),
        None => (texts.materials.to_string(), "graph__block graph__block--material"),
    };
    let middle = |y: u32| (y + 5).to_string();
    let left = (block.x + 12).to_string();
    let rows: Vec<_> = block
        .rows
        .iter()
        .map(|row| {
            let text = thing_label(lang, pack, &row.thing);
            // A column stands below its table, which need not be named again.
            let own = text.split_once(" › ").map_or(text.as_str(), |(_, column)| column);
            let own = match own == text {
                true => text.clone(),
                false => format!("› {own}"),
            };
            view! {
                <text class="graph__row" x=left.clone() y=middle(row.y)>
                    {cut(&own, ROW_LETTERS)}
                    <title>{text}</title>
                </text>
            }
        })
        .collect();
    let others = block.others.map(|(count, y)| {
        let text = fill(texts.graph_others, &[("n", &count.to_string())]);
        view! {
            <text class="graph__row graph__row--others" x=left.clone() y=middle(y)>
                {cut(&text, ROW_LETTERS + 4)}
                <title>{text}</title>
            </text>
        }
    });
    let (x, y, width) = (block.x.to_string(), block.y.to_string(), block.width.to_string());
    let shown = cut(&title, ROW_LETTERS - 2);
    view! {
        <g class=class>
            <rect class="graph__body" x=x.clone() y=y.clone() width=width.clone() height=block.height.to_string() rx="6"/>
            <rect class="graph__top" x=x y=y width=width height=block.head.to_string() rx="6"/>
            <text class="graph__title" x=left.clone() y=middle(block.y + block.head / 2)>
                {shown}
                <title>{title}</title>
            </text>
            {rows}
            {others}
        </g>
    }
    .into_any()
}

/// As much of a text as fits, in Latin letters.
fn cut(text: &str, letters: usize) -> String {
    let width = |letter: char| if letter.is_ascii() { 1 } else { 2 };
    if text.chars().map(width).sum::<usize>() <= letters {
        return text.to_string();
    }
    let mut room = letters.saturating_sub(2);
    let mut short: String = text
        .chars()
        .take_while(|letter| {
            let fits = width(*letter) <= room;
            room = room.saturating_sub(width(*letter));
            fits
        })
        .collect();
    short.push('…');
    short
}

/// A text on two lines of so many letters, broken between words where that is possible; what does not fit is cut.
fn two_lines(text: &str, letters: usize) -> (String, String) {
    if cut(text, letters) == text {
        return (text.to_string(), String::new());
    }
    let fits = |at: &usize| cut(&text[..*at], letters) == text[..*at];
    let mut spaces = text.match_indices(' ').map(|(at, _)| at);
    let Some(at) = spaces.rfind(fits) else {
        return (cut(text, letters), String::new());
    };
    (text[..at].to_string(), cut(text[at..].trim_start(), letters))
}

fn rule_label(lang: Lang, pack: &Pack, rule: &Rule) -> String {
    let texts = PackTexts::of(lang);
    let own = thing_label(lang, pack, &rule.of);
    match (&rule.of, &rule.option) {
        (Thing::Page(_), _) => fill(texts.graph_page, &[("title", &own)]),
        (Thing::Material(_), _) => fill(texts.graph_material, &[("title", &own)]),
        (_, Some(option)) => fill(texts.graph_option, &[("question", &own), ("option", option)]),
        (_, None) => own,
    }
}

fn list(lang: Lang, pack: &Pack, rules: &[Rule]) -> AnyView {
    let texts = PackTexts::of(lang);
    let rows = rules
        .iter()
        .map(|rule| {
            let reads: Vec<_> = rule
                .needs
                .iter()
                .map(|thing| thing_label(lang, pack, thing))
                .collect();
            vec![
                Cell::text(rule_label(lang, pack, rule)),
                super::condition(Some(&rule.when)),
                Cell::text(reads.join(wide_joint(lang))),
            ]
        })
        .collect();
    let columns = [texts.graph_what, texts.when, texts.graph_reads];
    let columns = columns.map(Column::text).to_vec();
    let summary = fill(texts.graph_list, &[("n", &rules.len().to_string())]);
    view! {
        <Details summary=summary>
            <DataTable lang caption=texts.graph hide_caption=true columns rows/>
        </Details>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, letters: usize, expected: &str) {
        assert_eq!(cut(text, letters), expected);
    }

    #[test]
    fn a_condition_takes_two_lines_where_one_is_too_short() {
        let lines = |text| two_lines(text, 12);
        let check = |text, above: &str, below: &str| assert_eq!(lines(text), (above.into(), below.into()));
        check("a == b", "a == b", "");
        check("kind == large", "kind ==", "large");
        check("kind == large and not small", "kind ==", "large and …");
        check("without_any_space", "without_an…", "");
    }

    #[test]
    fn a_text_is_cut_to_what_fits_and_a_chinese_character_takes_two() {
        check("abcdef", 6, "abcdef");
        check("abcdefg", 6, "abcd…");
        check("经营场所", 8, "经营场所");
        check("经营场所的", 8, "经营场…");
        check("a经营场所", 8, "a经营…");
    }
}
