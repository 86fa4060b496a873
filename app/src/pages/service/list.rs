//! All services, by whom they are for.

use crate::text::{Lang, ServiceTexts, link};
use crate::ui::{Breadcrumb, EmptyState, PageHead};
use leptos::prelude::*;

/// One published service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServiceEntry {
    pub id: String,
    pub title: String,
    pub summary: String,
    /// For somebody not registered yet; otherwise for an entity of the register.
    pub for_new: bool,
}

/// Every published service, with its guide one click away.
#[component]
pub fn ServicesPage(lang: Lang, services: Vec<ServiceEntry>) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let (new, entity): (Vec<_>, Vec<_>) = services.into_iter().partition(|service| service.for_new);
    let groups = if new.is_empty() && entity.is_empty() {
        view! { <EmptyState title=texts.list_empty text=texts.list_empty_text/> }.into_any()
    } else {
        view! {
            <div class="columns">
                <Group lang=lang id="new" title=texts.for_new text=texts.for_new_text services=new/>
                <Group lang=lang id="entity" title=texts.for_entity text=texts.for_entity_text services=entity/>
            </div>
        }
        .into_any()
    };
    view! {
        <Breadcrumb lang=lang here=texts.list_title/>
        <PageHead title=texts.list_title lead=texts.list_lead/>
        {groups}
    }
    .into_any()
}

#[component]
fn Group(
    lang: Lang,
    id: &'static str,
    title: &'static str,
    text: &'static str,
    services: Vec<ServiceEntry>,
) -> AnyView {
    if services.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = services
        .into_iter()
        .map(|service| {
            view! {
                <li>
                    <a class="link-list__title" href=link(lang, &format!("/service/{}", service.id))>{service.title}</a>
                    <p class="link-list__note">{service.summary}</p>
                </li>
            }
        })
        .collect();
    view! {
        <section id=id>
            <div class="section__head"><h2>{title}</h2></div>
            <p class="muted">{text}</p>
            <ul class="link-list link-list--spaced">{items}</ul>
        </section>
    }
    .into_any()
}
