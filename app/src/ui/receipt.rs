//! What an applicant holds after filing.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::text::{Lang, PartTexts};

/// A receipt: big number, query code, and as children what happens next.
#[component]
pub fn Receipt(
    lang: Lang,
    #[prop(into)] title: String,
    #[prop(into)] number: String,
    /// Shown once, to the one who filed.
    #[prop(optional, into)]
    query_code: Option<String>,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    let texts = PartTexts::of(lang);
    view! {
        <section class="receipt" aria-labelledby="receipt-title">
            <p class="receipt__mark"><Icon name=IconName::CircleCheck /></p>
            <h1 class="receipt__title" id="receipt-title">{title}</h1>
            <dl class="receipt__codes">
                <div>
                    <dt>{texts.receipt_number}</dt>
                    <dd>{number}</dd>
                </div>
                {query_code.is_some().then(|| view! {
                    <div>
                        <dt>{texts.query_code}</dt>
                        <dd>{query_code}</dd>
                    </div>
                })}
            </dl>
            <p class="receipt__keep">{texts.receipt_keep}</p>
            {children.map(|children| view! { <div class="receipt__body">{children()}</div> })}
        </section>
    }
    .into_any()
}
