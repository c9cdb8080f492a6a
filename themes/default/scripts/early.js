// Loaded before the first paint, so that nobody sees the page change its colours or its menu: a classic script, not a
// module. What is read here was stored by display.js, and only because the reader asked for it.
(function () {
  const root = document.documentElement;
  root.dataset.js = "";
  try {
    const scheme = localStorage.getItem("scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
    if (localStorage.getItem("type") === "large") root.dataset.type = "large";
  } catch {
    // Storage may be closed to us; the page is whole without.
  }
})();
