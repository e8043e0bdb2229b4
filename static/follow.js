// The browser drops the focus of what is moved: the Tab key would go on in another measure's card.
// The script's own address says which card moved: follow.js?card=….
(() => {
  const card = new URL(document.currentScript.src).searchParams.get("card");
  setTimeout(() => {
    if (document.activeElement && document.activeElement !== document.body) return;
    const heading = document.querySelector(`.st-key-${CSS.escape(card)} h3`);
    if (heading) {
      heading.tabIndex = -1;
      heading.style.outline = "none";
      heading.focus();
    }
  }, 300);
})();
