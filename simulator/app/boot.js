// Starts the simulator on a page that holds one: an external module, so that a strict Content-Security-Policy
// without inline scripts will do. The page's root element carries what the app needs:
//
//   <div data-simulator data-rulebook="….bin" data-names="….json" data-fingerprint="…" data-today="2026-03-01"
//     data-root="../">…the form as the server rendered it…</div>
//
// `data-app` becomes "ready" when the form can be used (the app announces it) or "failed"; then an element
// `[data-simulator-unsupported]` is shown. The app, its glue and its data load side by side.

/** A file as it is published now: what a cache holds is asked after, or the app could contradict the page. */
async function file(address) {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

const bytes = async (address) => new Uint8Array(await (await file(address)).arrayBuffer());
const text = async (address) => (await file(address)).text();

/** The day it is in the programme's time zone: `2026-03-01`. */
function today() {
  const form = { timeZone: document.documentElement.dataset.zone, year: "numeric", month: "2-digit", day: "2-digit" };
  const parts = new Intl.DateTimeFormat("en", form).formatToParts(new Date());
  const { year, month, day } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${year}-${month}-${day}`;
}

/** The app's functions, once its wasm is there too. The glue is not imported above, or all else would wait for it. */
async function app() {
  const wasm = fetch(new URL("simulator.wasm", import.meta.url));
  const glue = await import("./simulator.js");
  await glue.default({ module_or_path: wasm });
  return glue;
}

async function start(root) {
  try {
    const [{ hydrate }, book, names] = await Promise.all([
      app(),
      bytes(root.dataset.rulebook),
      text(root.dataset.names),
    ]);
    hydrate(root, book, names, today());
  } catch (error) {
    root.dataset.app = "failed";
    for (const notice of document.querySelectorAll("[data-simulator-unsupported]")) notice.hidden = false;
    console.error(error);
  }
}

const root = document.querySelector("[data-simulator]");
if (root) start(root);
