//! What the browser loads: every island of `app`, and the function that makes them ready to wake.

// The islands are exported by `app`; naming the crate is what links them in.
use app as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Sets up the reactive system. `start.js` calls it once, before it wakes the islands of a page.
#[wasm_bindgen]
pub fn hydrate() {
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    leptos::mount::hydrate_islands();
}
