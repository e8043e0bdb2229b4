// What scrolls can be scrolled by keyboard: Streamlit's tables, and what is opened and too high for the window.
// Not every browser stops there by itself.
(() => {
  const mend = () => {
    for (const one of document.querySelectorAll('[data-testid="stTable"] > div, [data-testid="stPopoverBody"]')) {
      if (one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight) one.tabIndex = 0;
      else if (one !== document.activeElement) one.removeAttribute("tabindex");
    }
    // The head of a calendar is not the page's.
    for (const head of document.querySelectorAll("#stFloatingOverlayPortal header")) head.role = "presentation";
  };
  let asked = 0;
  const later = () => { cancelAnimationFrame(asked); asked = requestAnimationFrame(mend); };
  addEventListener("resize", later);
  new MutationObserver(later).observe(document, { childList: true, subtree: true });
})();
