//! The head of a page.

use leptos::prelude::*;

/// The page's one `<h1>`, with a line above it (what kind of page, which case) and a lead below.
#[component]
pub fn PageHead(
    #[prop(into)] title: String,
    #[prop(optional, into)] above: Option<String>,
    #[prop(optional, into)] lead: Option<String>,
) -> AnyView {
    view! {
        <div class="page-head">
            {above.map(|above| view! { <p class="page-head__above">{above}</p> })}
            <h1>{title}</h1>
            {lead.filter(|lead| !lead.is_empty()).map(|lead| view! { <p class="page-head__lead">{lead}</p> })}
        </div>
    }
    .into_any()
}
