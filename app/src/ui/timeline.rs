//! What happened to a case, in order.

use leptos::prelude::*;

use super::notice::Tone;

/// One event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimelineItem {
    pub title: String,
    /// When, as people read it.
    pub time: String,
    /// When, for machines: ISO 8601.
    pub datetime: String,
    /// Who did it.
    pub by: Option<String>,
    pub text: Option<String>,
    pub tone: Tone,
}

/// Events in the order given; several lines of text keep their breaks.
#[component]
pub fn Timeline(items: Vec<TimelineItem>) -> AnyView {
    let items: Vec<_> = items
        .into_iter()
        .map(|item| {
            let class = match item.tone {
                Tone::Neutral => "timeline__item",
                Tone::Info => "timeline__item timeline__item--info",
                Tone::Success => "timeline__item timeline__item--success",
                Tone::Warning => "timeline__item timeline__item--warning",
                Tone::Error => "timeline__item timeline__item--error",
            };
            view! {
                <li class=class>
                    <p class="timeline__title">{item.title}</p>
                    <p class="timeline__meta">
                        <time datetime=item.datetime>{item.time}</time>
                        {item.by.map(|by| view! { <span>{by}</span> })}
                    </p>
                    {item.text.map(|text| view! { <p class="timeline__text">{text}</p> })}
                </li>
            }
        })
        .collect();
    view! { <ol class="timeline">{items}</ol> }.into_any()
}
