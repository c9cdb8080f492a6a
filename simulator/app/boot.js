// Starts the simulator on a page that holds one: an external module, so that a strict Content-Security-Policy
// without inline scripts will do. The page's root element carries what the app needs:
//
//   <div data-simulator data-rulebook="…json" data-names="…json" data-state="waiting">…server-rendered form…</div>
//
// `data-state` becomes "ready" when the form can be used (announced by the app) or "failed", for which the page
// has a text of its own. The app, its glue and its data load side by side.

import init, { hydrate } from "./simulator.js";

async function text(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.text();
}

async function start(root) {
  try {
    const wasm = fetch(new URL("simulator.wasm", import.meta.url));
    const [book, names] = await Promise.all([
      text(root.dataset.rulebook),
      text(root.dataset.names),
      init({ module_or_path: wasm }),
    ]);
    hydrate(root, book, names);
  } catch (error) {
    root.dataset.state = "failed";
    console.error(error);
  }
}

const root = document.querySelector("[data-simulator]");
if (root) start(root);
