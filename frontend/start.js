// Wakes the islands of a page, after everything a reader needs has loaded. The build puts the two
// hashed names in. A page without islands fetches no wasm at all; one whose wasm does not arrive
// stays what it was: a page that works.
const js = "__JS__";
const wasm = "__WASM__";

// The reactive system looks these up; nothing here streams, so they stay empty.
window.__RESOLVED_RESOURCES = [];
window.__SERIALIZED_ERRORS = [];
window.__INCOMPLETE_CHUNKS = [];

async function wake() {
  // In document order, so that an outer island wakes before those inside it.
  const islands = document.querySelectorAll("leptos-island");
  if (islands.length > 0) {
    const [hall, response] = await Promise.all([import(js), fetch(wasm)]);
    await hall.default({ module_or_path: response });
    hall.hydrate();
    for (const island of islands) {
      const enter = hall[island.dataset.component];
      if (!enter) {
        console.error(`no island named ${island.dataset.component}`);
        continue;
      }
      // What an island wraps belongs to that island: enter its scope first.
      island.parentElement.closest("leptos-children")?.$$on_hydrate?.();
      enter(island);
    }
  }
  document.documentElement.dataset.hydrated = "";
}

// A button that prints its page; it is hidden where this does not run.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});

function whenIdle() {
  if ("requestIdleCallback" in window) {
    requestIdleCallback(wake, { timeout: 2000 });
  } else {
    setTimeout(wake, 200);
  }
}

if (document.readyState === "complete") {
  whenIdle();
} else {
  addEventListener("load", whenIdle, { once: true });
}
