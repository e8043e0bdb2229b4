// Streamlit keeps the place on the page and the focus; a new part would open at its end.
setTimeout(() => {
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  document.querySelector('[role="tab"][aria-selected="true"]')?.scrollIntoView(
    { block: "nearest", inline: "center" });
  const heading = document.querySelector('[data-testid="stMain"] h1');
  if (heading) {
    heading.tabIndex = -1;
    heading.style.outline = "none";
    heading.focus({ preventScroll: true });
  }
}, 100);
