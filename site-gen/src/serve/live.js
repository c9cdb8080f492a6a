// Keeps a page of `serve` up to date: loads it again when it has changed, and shows mistakes over it.
// Only the development server adds this script; a published site does not have it.
(() => {
  "use strict";

  const shown = document.currentScript.dataset.version;
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/_serve/live.css";
  document.head.append(style);

  let overlay = null;
  let dismissed = null;

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  const hide = () => {
    overlay?.remove();
    overlay = null;
  };

  const show = (problem) => {
    if (problem.report === dismissed) return;
    hide();
    overlay = element("dialog", "", {
      id: "site-gen-problem",
      role: "alertdialog",
      lang: problem.lang,
      "aria-labelledby": "site-gen-problem-heading",
      "aria-describedby": "site-gen-problem-report",
    });
    overlay.append(
      element("h2", problem.heading, { id: "site-gen-problem-heading" }),
      // It scrolls, and who uses a keyboard must be able to scroll it.
      element("pre", problem.report, { id: "site-gen-problem-report", tabindex: "0" }),
    );
    if (problem.stale) overlay.append(element("p", problem.stale));
    const button = element("button", problem.dismiss, { type: "button", autofocus: "" });
    button.addEventListener("click", () => overlay.close());
    // Also by the Escape key.
    overlay.addEventListener("close", () => {
      dismissed = problem.report;
      hide();
    });
    overlay.append(button);
    document.body.append(overlay);
    overlay.showModal();
  };

  const update = ({ version, problem }) => {
    if (problem) {
      show(problem);
    } else {
      dismissed = null;
      hide();
      if (version !== shown) location.reload();
    }
  };

  // A browser has few connections to one server: pages in the background leave theirs to others.
  let events = null;
  const connect = () => {
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (!events) {
      events = new EventSource(`/_serve/events?page=${encodeURIComponent(location.pathname)}`);
      events.addEventListener("state", (event) => update(JSON.parse(event.data)));
    }
  };
  document.addEventListener("visibilitychange", connect);
  connect();
})();
