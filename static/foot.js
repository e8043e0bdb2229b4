// The links at the foot of a page are a place that a screen reader can go to. The script's own address says what
// it is called: foot.js?called=….
(() => {
  const name = new URL(document.currentScript.src).searchParams.get("called");
  const foot = document.querySelector(".st-key-foot");
  foot?.setAttribute("role", "navigation");
  foot?.setAttribute("aria-label", name);
})();
