// Large type, and light or dark. Kept in the browser only when the reader chooses something other than the usual.

function keep(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // The choice holds for this page.
  }
}

export function offerDisplay() {
  const root = document.documentElement;

  const large = document.querySelector("[data-large-type]");
  if (large) {
    const shown = () => large.setAttribute("aria-pressed", String(root.dataset.type === "large"));
    large.addEventListener("click", () => {
      if (root.dataset.type === "large") delete root.dataset.type;
      else root.dataset.type = "large";
      keep("type", root.dataset.type);
      shown();
    });
    shown();
    large.hidden = false;
  }

  const schemes = document.querySelector("[data-scheme-choice]");
  if (schemes) {
    const buttons = [...schemes.querySelectorAll("button")];
    const shown = () => {
      for (const button of buttons) {
        button.setAttribute("aria-pressed", String(button.value === (root.dataset.scheme ?? "auto")));
      }
    };
    schemes.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (!button) return;
      if (button.value === "auto") delete root.dataset.scheme;
      else root.dataset.scheme = button.value;
      keep("scheme", root.dataset.scheme);
      shown();
    });
    shown();
    schemes.hidden = false;
  }
}
