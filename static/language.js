// A screen reader goes by the page's language, which the switch changes without loading the page again; and
// Streamlit's own words are English only. The script's own address says the language and the words, by what
// they stand for: language.js?lang=…&upload=…. Each rule names where such a word stands, so that the same
// word stays as it is where a person wrote it.
(() => {
  const words = Object.fromEntries(new URL(document.currentScript.src).searchParams);
  document.documentElement.lang = words.lang;

  const id = (...names) => names.map((name) => `[data-testid="${name}"]`).join(",");
  const files = id("stFileUploader"), lists = id("stSelectbox", "stMultiSelect");
  const opened = id("stSelectboxVirtualDropdown", "stMultiSelectDropdown");
  const tools = id("stElementToolbar", "stElementToolbarButton", "stTooltipContent");
  const TEXTS = [
    ["enter", id("InputInstructions"), /^Press Enter to apply$/],
    ["upload", `${files} button`, /^Upload$/],
    ["drop", files, /^Drag and drop (?:a file|files) here$/],
    ["size", id("stFileUploaderDropzoneInstructions"), /^(\d+)MB per file$/],
    ["none", opened, /^No results$/],
    ["more_pages", id("stTopNav", "stHeader"), /^(\d+) more$/],
    ["skip", id("stSkipToContent"), /^Skip to main content$/],
    ["keys", "*", /^Use arrow keys to navigate dates\. Enter to select\. Escape to close\.$/],
    ["options", "[data-live-announcer]", /^(\d+) options? available\.$/],
    ...Object.entries({ large: "Fullscreen", small: "Close fullscreen", csv: "Download as CSV", search: "Search",
      columns: "Show/hide columns", unmark: "Clear selection", data: "Show data", chart: "Show chart",
      picture: "Download as PNG", copy: "Copy to clipboard", spec: "Copy Vega-Lite spec" })
      .map(([key, english]) => [key, tools, new RegExp(`^${english}(: .+)?$`, "s")]),
  ];
  const LABELS = [
    ...TEXTS,
    ["file", files, /^file upload$/],
    ["home", id("stLogoLink"), /^Navigate to home page$/],
    ["pages", id("stTopNav"), /^App pages$/],
    ["choose", lists, /^Choose (?:an option|options)$/],
    ["open", lists, /^Open$/],
    ["dismiss", opened, /^Dismiss$/],
    ["clear", `${lists},${id("stNumberInput", "stTextInput")}`, /^Clear (?:value|entry)$/],
    ["clear_all", lists, /^Clear all$/],
    ["chosen", lists, /^Selected values$/],
    ["remove", `${files},${lists}`, /^Remove (.+)$/s],
    ["all", `${lists},${opened}`, /^Select all$/],
    ["date", "*", /^Choose date(, .+)?$/s],
    ["earlier", "button", /^Previous month$/],
    ["later", "button", /^Next month$/],
    ["clear_date", id("stDateInput"), /^Clear dates?$/],
    ["help", id("stTooltipHoverTarget"), /^Help$/],
    ["help_for", "button", /^Help for (.+)$/s],
    ["more", id("stNumberInput"), /^Increment$/],
    ["less", id("stNumberInput"), /^Decrement$/],
    ["copy", id("stCode"), /^Copy to clipboard$/],
    ["figure", id("stVegaLiteChart"), /^(?:visualization|group mark container)$/],
  ];
  const ATTRIBUTES = ["aria-label", "placeholder", "title", "aria-roledescription"];

  // What each place said in English, for the next language; and what we made of it, to know it again.
  const page = (globalThis.tikamp ??= { said: new WeakMap() });

  const translate = (place, name, element, now, put, rules) => {
    const said = page.said.get(place) ?? {};
    const english = said[name]?.now === now ? said[name].english : now;
    for (const [key, where, pattern] of rules) {
      const found = pattern.exec(english.trim());
      if (!found || !element.closest(where)) continue;
      const rest = found[1] ?? "";
      const text = /\{\w+\}/.test(words[key]) ? words[key].replace(/\{\w+\}/, () => rest) : words[key] + rest;
      page.said.set(place, { ...said, [name]: { english, now: text } });
      if (text !== now) put(text);
      return;
    }
  };
  const text = (node) => node.parentElement && node.nodeValue.trim() && translate(
    node, "text", node.parentElement, node.nodeValue, (said) => { node.nodeValue = said; }, TEXTS);
  const attribute = (element, name) => element.hasAttribute(name) && translate(
    element, name, element, element.getAttribute(name), (said) => element.setAttribute(name, said), LABELS);

  // An icon among words is no word: what it shows stands beside it.
  const icon = (element) => {
    if (element.getAttribute("role") === "img" && / icon$/.test(element.getAttribute("aria-label") ?? "")) {
      element.setAttribute("aria-hidden", "true");
    }
  };
  const whole = (root) => {
    const named = root.querySelectorAll(ATTRIBUTES.map((name) => `[${name}]`).join(","));
    for (const element of [root, ...named]) {
      icon(element);
      for (const name of ATTRIBUTES) attribute(element, name);
    }
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) text(walker.currentNode);
  };

  page.watch?.disconnect();
  page.watch = new MutationObserver((changes) => {
    for (const { type, target, attributeName, addedNodes } of changes) {
      if (type === "attributes") { icon(target); attribute(target, attributeName); }
      else if (type === "characterData") text(target);
      else for (const node of addedNodes) (node.nodeType === 1 ? whole : node.nodeType === 3 ? text : () => {})(node);
    }
  });
  page.watch.observe(document.body, {
    attributeFilter: ATTRIBUTES, attributes: true, characterData: true, childList: true, subtree: true,
  });
  whole(document.body);
})();
