// Renews what depends on the day: pages are built on one day and read on another. Days are those of the programme's time
// zone (`data-zone` of the root), written `2026-03-01`, which compare as texts.

/** Today in a time zone. */
export function today(zone, now = new Date()) {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  const part = Object.fromEntries(parts.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
}

/** Where something stands that runs from a day to a day, both included and both optional. */
export function stateOn(day, from, to) {
  if (from && day < from) return "coming";
  if (to && day > to) return "ended";
  return "running";
}

export function renewStates() {
  const day = today(document.documentElement.dataset.zone);
  for (const element of document.querySelectorAll("[data-state]")) {
    const state = stateOn(day, element.dataset.from, element.dataset.to);
    element.dataset.state = state;
    for (const word of element.querySelectorAll(":scope > [data-is]")) word.hidden = word.dataset.is !== state;
  }
  show("shownBefore", (bound) => day < bound);
  show("shownFrom", (bound) => day >= bound);
  show("shownTo", (bound) => day <= bound);
  show("shownAfter", (bound) => day > bound);
}

/** Shows or hides the elements with a bound, by whether it holds today. */
function show(name, holds) {
  const attribute = `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  for (const element of document.querySelectorAll(`[${attribute}]`)) element.hidden = !holds(element.dataset[name]);
}
