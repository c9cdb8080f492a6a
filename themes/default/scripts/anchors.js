// Opens the question that the address names, also when the reader follows a link within the page.

export function openTarget() {
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const details = target?.closest("details");
    if (!details || details.open) return;
    details.open = true;
    details.scrollIntoView();
  };
  open();
  window.addEventListener("hashchange", open);
}
