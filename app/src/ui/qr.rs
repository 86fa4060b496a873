//! QR codes on paper.

use leptos::prelude::*;

/// A QR code: how many modules on a side, margin included, and the dark ones as the path of a drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QrView {
    pub side: usize,
    pub path: String,
}

/// The drawing; `label` says what it leads to.
#[component]
pub fn Qr(label: &'static str, qr: QrView) -> AnyView {
    view! {
        <svg class="paper__qr" viewBox=format!("0 0 {0} {0}", qr.side) role="img" aria-label=label shape-rendering="crispEdges">
            <path fill="#fff" d=format!("M0 0h{0}v{0}H0z", qr.side)></path>
            <path fill="#000" d=qr.path></path>
        </svg>
    }
    .into_any()
}
