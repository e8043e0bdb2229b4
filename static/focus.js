// What is taken away, moved or out of use for a moment loses the focus: the Tab key would begin anew, and a screen
// reader falls silent. The focus goes back to it, or to the like that stands in its place, or else to the heading
// above: never to a button that does something else, which a second press would set off. From a layer it goes to
// what opened it, and on another page to its title. A pointer needs none of this, and on a phone it would open a
// keyboard. Nor does Streamlit lead the Tab key into a layer, which stands at the page's end: the focus goes there
// when it opens, and at its end back to what opened it.
(() => {
  const LAYER = '[data-testid="stPopoverBody"]', OPENER = '[data-testid="stPopoverButton"][aria-expanded="true"]';
  const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";
  const MAIN = '[data-testid="stMain"]', RAN = '[data-test-script-state="notRunning"]';
  let pointer = false, held, opener, waiting = 0;

  const lost = () => document.activeElement === document.body;
  const name = (one) => one.ariaLabel ?? one.innerText;
  const key = (one) => [...one.closest('[class*="st-key-"]')?.classList ?? []].find((each) => each.startsWith("st-key-"));
  const stops = (root) => [...root.querySelectorAll(STOPS)].filter(
    (one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility());

  // ---------------------------------------------------------------- where the focus is
  addEventListener("pointerdown", () => { pointer = true; }, true);
  addEventListener("focusin", ({ target }) => {
    if (target !== document.activeElement) return; // an option that is pointed at, while its field has the focus
    const layer = target.closest(`${LAYER}, [role="dialog"]`);
    if (layer && held && !held.layer) opener = held;
    held = { one: target, name: name(target), key: key(target), page: location.pathname, layer };
  });
  addEventListener("keydown", (event) => {
    pointer = false;
    const layer = event.key === "Tab" && event.target.closest(LAYER);
    if (!layer) return;
    const own = [layer, ...stops(layer)];
    if (!(event.shiftKey ? own.slice(0, 2) : own.slice(-1)).includes(event.target)) return;
    if (event.shiftKey) event.preventDefault();
    opener.one.focus();
    opener.one.click();
  }, true);

  // ---------------------------------------------------------------- where it goes
  const follow = (place, { removedNodes, target, previousSibling }) => {
    const gone = place && [...removedNodes].some((node) => node.contains(place.one) || node.contains(place.parent));
    if (gone) Object.assign(place, { lost: true, parent: target, before: previousSibling });
  };
  const again = ({ key: wanted, name: called }) => {
    const place = wanted && document.querySelector(`.${CSS.escape(wanted)}`);
    return place && stops(place).find((one) => name(one) === called);
  };
  const around = ({ name: wanted, parent, before }) => {
    const edge = before?.isConnected ? before : parent;
    const behind = (one) => edge.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING && !before?.contains(one);
    // Streamlit draws the new beneath the old, or above it, before it takes the old away.
    const above = before?.isConnected && before.nodeType === 1 ? stops(before) : [];
    const near = [...above, ...stops(document).filter(behind).slice(0, 1)];
    const headings = [...document.querySelectorAll(`${MAIN} :is(h1, h2, h3)`)];
    return near.find((one) => name(one) === wanted) ?? headings.findLast((one) => !behind(one));
  };
  const heir = (place) => {
    if (place.one.isConnected) return place.one;
    if (place.layer) return opener && heir(opener);
    return again(place) ?? (place.page === location.pathname && place.parent?.isConnected ? around(place) : null);
  };
  const mend = () => {
    if (!lost() || held.one.disabled) return;
    if (!document.querySelector(RAN)) { later(); return; }
    const next = heir(held) ?? document.querySelector(`${MAIN} h1`);
    if (next?.matches("h1, h2, h3")) next.tabIndex = -1;
    next?.focus();
  };
  const later = () => { clearTimeout(waiting); waiting = setTimeout(mend, 150); };
  const enter = (layer) => {
    if (!pointer && document.activeElement.matches(OPENER)) Object.assign(layer, { tabIndex: 0 }).focus();
  };

  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const place of [held, opener]) follow(place, change);
      for (const node of change.addedNodes) {
        const layer = node.nodeType === 1 && (node.matches(LAYER) ? node : node.querySelector(LAYER));
        if (layer) enter(layer);
      }
    }
    if (held?.one.disabled) held.lost = true;
    if (held?.lost && !pointer && lost()) later();
  }).observe(document, { attributeFilter: ["disabled"], attributes: true, childList: true, subtree: true });
})();
