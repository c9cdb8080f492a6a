// The menu of narrow screens. Its button is hidden until now: without scripts the menu is simply open.

export function offerMenu() {
  const button = document.querySelector("[data-menu]");
  if (!button) return;
  const open = (yes) => button.setAttribute("aria-expanded", String(yes));
  button.hidden = false;
  button.addEventListener("click", () => open(button.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
    open(false);
    button.focus();
  });
}
