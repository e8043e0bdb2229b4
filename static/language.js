// A screen reader goes by the page's language, which the switch changes without loading the page again; and
// Streamlit's own words are English only. The script's own address says the language and the words, by what
// they stand for: language.js?lang=…&upload=…. Each rule names where such a word stands, so that the same
// word stays as it is where a person wrote it.
(() => {
  const words = Object.fromEntries(new URL(document.currentScript.src).searchParams);
  document.documentElement.lang = words.lang;

  // Streamlit's calendar and the figures of its tables go by the browser's language; they are to go by the page's.
  // Chromium knows no nynorsk: there the calendar's words are bokmål, and the rule below has what differs.
  const locale = words.lang === "en" ? "en-GB" : "nb-NO";
  for (const [name, said] of [["language", locale], ["languages", [locale]]]) {
    Object.defineProperty(navigator, name, { configurable: true, get: () => said });
  }
  const number = (text) => Number(text).toLocaleString(locale);
  const amount = (text) => text.replace(/([\d.]+)([KMG]?B)\b/, (_, many, unit) => `${number(many)} ${unit}`);
  const date = (text) => new Date(text).toLocaleDateString(locale, { dateStyle: "long" });
  const month = (text) => new Date(`${text} 1, 2000`).toLocaleDateString(locale, { month: "long" });
  const BOKMAAL = ["mandag", "tirsdag", "lørdag", "søndag", "valgt", "måned", "tilgjengelige"];
  const day = (text) => BOKMAAL.reduce((said, one, place) => said.replace(one, words.calendar.split(" ")[place]), text);

  const id = (...names) => names.map((name) => `[data-testid="${name}"]`).join(",");
  const files = id("stFileUploader"), lists = id("stSelectbox", "stMultiSelect");
  const opened = id("stSelectboxVirtualDropdown", "stMultiSelectDropdown");
  const tools = id("stElementToolbar", "stElementToolbarButton", "stTooltipContent");
  const faults = `${id("stNumberInput", "stDateInput", "stTooltipErrorContent")},${files}`;
  const dates = id("stDateInput", "stDateInputCalendar"), dialog = id("stDialog");
  const table = id("stDataFrame"), connection = id("stConnectionStatus", "stTooltipContent");
  const columns = id("stDataFrameColumnMenu", "stDataFrameColumnFormattingMenu", "stDataFrameStatisticsMenu");
  const the = (where, phrases) => Object.entries(phrases)
    .map(([key, english]) => [key, where, new RegExp(`^${english}$`)]);

  // Each rule: the word's name, where it stands, what it is in English, and how a figure in it is written.
  const TEXTS = [
    ["enter", id("InputInstructions"), /^Press Enter to apply$/],
    ["submit", id("InputInstructions"), /^Press Enter to submit form$/],
    ["upload", `${files} button`, /^Upload$/],
    ["more_files", `${files} button`, /^(?:Add files|add icon)$/],
    ["drop", files, /^Drag and drop (?:a file|files) here$/],
    ["size", id("stFileUploaderDropzoneInstructions"), /^(\d+)MB per file$/],
    ["", files, /^((?:.+, )?[\d.]+[KMG]?B)$/s, amount],
    ["too_large", files, /^File must be (.+) or smaller\.$/, amount],
    ["none", opened, /^No results$/],
    ["add", opened, /^Add: (.+)$/s],
    ["most", opened, /^You can only select up to (\d+) options?\. Remove an option first\.$/],
    ["more_pages", id("stTopNav", "stHeader"), /^(\d+) more$/],
    ["skip", id("stSkipToContent"), /^Skip to main content$/],
    ["keys", "*", /^Use arrow keys to navigate dates\. Enter to select\. Escape to close\.$/],
    ["date", "*", /^Choose date(, .+)?$/s],
    ["picked", "*", /^Selected Date: (.+)$/, date],
    ["options", "[data-live-announcer]", /^(\d+) options? available\.$/],
    ["error", faults, /^Error(?=:?$)/],
    ["range", faults, /Number is outside the allowed range\. .+ between (?<least>\S+) and (?<most>\S+)\.$/, number],
    ["until", faults, /(?:Date set .+ range\. )?Please select a date on or before (.+)\.$/],
    ["from", faults, /(?:Date set .+ range\. )?Please select a date on or after (.+)\.$/],
    ["between", faults, /(?:Date set .+ range\. )?Please select a date between (?<first>.+) and (?<last>.+)\.$/],
    ["find", table, /^Type to search$/],
    ["found", table, /^(?:over )?(\d+) results?$/],
    ["found_of", table, /^(?<one>\d+) of (?:over )?(?<count>\d+)(?: results?)?$/],
    ...the(files, { wrong_type: "(.*) files are not allowed\\.", one_file: "Only one file is allowed\\." }),
    ...the(dialog, { page_missing: "Page not found", lost: "Connection error", close: "Close",
      page_missing_text: "(?:The page that you have requested|You have requested page) .+ main page\\.",
      lost_text: "(?:Streamlit server is not responding\\.|Is Streamlit still running\\?) .+" }),
    ...the(id("stException"), { broken: "This app has encountered an error\\. [^]*" }),
    ...the(connection, { connecting: "Connecting(?: to Streamlit server)?", error: "Error",
      lost: "Unable to connect to Streamlit server" }),
    ...the(columns, { up: "Sort ascending", down: "Sort descending", fit: "Autosize", pin: "Pin column",
      unpin: "Unpin column", hide: "Hide column", statistics: "Statistics", format: "Format", values: "Values",
      empty: "Empty", distinct: "Distinct", mean: "Average", deviation: "Standard deviation", lowest: "Minimum",
      quarter: "25th percentile", median: "Median", three_quarters: "75th percentile", highest: "Maximum", sum: "Sum",
      shortest: "Minimum length", longest: "Maximum length", mean_length: "Average length", automatic: "Automatic",
      localized: "Localized", plain: "Plain", compact: "Compact", percent: "Percent", scientific: "Scientific",
      accounting: "Accounting", dollar: "Dollar", euro: "Euro", yen: "Yen" }),
    ...Object.entries({ large: "Fullscreen", small: "Close fullscreen", csv: "Download as CSV", search: "Search",
      columns: "Show/hide columns", unmark: "Clear selection", data: "Show data", chart: "Show chart",
      picture: "Download as PNG", copy: "Copy to clipboard", spec: "Copy Vega-Lite spec" })
      .map(([key, english]) => [key, tools, new RegExp(`^${english}(: .+)?$`, "s")]),
  ];
  const LABELS = [
    ...TEXTS,
    ["file", files, /^file upload$/],
    ["cancel", files, /^Cancel upload of (.+)$/s],
    ["home", id("stLogoLink"), /^Navigate to home page$/],
    ["pages", id("stTopNav"), /^App pages$/],
    ["choose", lists, /^Choose (?:an option|options)$/],
    ["open", lists, /^Open$/],
    ["dismiss", `${opened},${dialog}`, /^Dismiss$/],
    ["clear", `${lists},${id("stNumberInput", "stTextInput")}`, /^Clear (?:value|entry)$/],
    ["clear_all", lists, /^Clear all$/],
    ["chosen", lists, /^Selected values$/],
    ["remove", `${files},${lists}`, /^Remove (.+)$/s],
    ["all", `${lists},${opened}`, /^Select all$/],
    ["earlier", "button", /^Previous month$/],
    ["later", "button", /^Next month$/],
    ["clear_date", id("stDateInput"), /^Clear dates?$/],
    ["day", dates, /^day, (.+)$/s],
    ["month", dates, /^month, (.+)$/s],
    ["year", dates, /^year, (.+)$/s],
    ["unset", dates, /^Empty$/],
    ["", dates, /(?<=^\d+ – )([A-Z][a-z]+)$/, month],
    ["", dates, new RegExp(`^(.*(?:${BOKMAAL.join("|")}).*)$`), day],
    ["help", id("stTooltipHoverTarget"), /^Help$/],
    ["help_for", "button", /^Help for (.+)$/s],
    ["more", id("stNumberInput"), /^Increment$/],
    ["less", id("stNumberInput"), /^Decrement$/],
    ["copy", id("stCode"), /^Copy to clipboard$/],
    ["figure", id("stVegaLiteChart"), /^(?:visualization|group mark container)$/],
    ...the(table, { found_before: "Previous Result", found_after: "Next Result", close: "Close Search" }),
    ["top", columns, /^Top values frequency chart: (.+)$/s],
    ...the(columns, { column: "Dataframe column menu", copy_name: "Copy column name", kind_text: "text",
      kind_number: "number", spread: "Distribution histogram" }),
    ...the(id("stStatusWidget"), { running: "Running\\.\\.\\.", stop: "Stop(?:ping\\.\\.\\.)?" }),
  ];
  const ATTRIBUTES = ["aria-label", "placeholder", "title", "aria-roledescription", "aria-valuetext"];

  // What each place said in English, for the next language; and what we made of it, to know it again.
  const page = (globalThis.tikamp ??= { said: new WeakMap() });

  const filled = (text, found, written) => {
    const rest = (name) => written(found.groups?.[name] ?? found[1] ?? "");
    return /\{\w+\}/.test(text) ? text.replace(/\{(\w+)\}/g, (_, name) => rest(name)) : text + rest();
  };
  const translate = (place, name, element, now, put, rules) => {
    const said = page.said.get(place) ?? {};
    const english = said[name]?.now === now ? said[name].english : now;
    for (const [key, where, pattern, written = (text) => text] of rules) {
      const found = pattern.exec(english.trim());
      if (!found || !element.closest(where)) continue;
      const text = english.trim().replace(pattern, () => filled(words[key] ?? "", found, written))
        .replace(/^Error(?=: )/, words.error);
      page.said.set(place, { ...said, [name]: { english, now: text } });
      if (text !== now) put(text);
      return;
    }
  };
  // Each language's name in the switch is a word of its own language.
  const NAMES = { Bokmål: "nb", Nynorsk: "nn", English: "en" };
  const name = (element, said) => {
    if (NAMES[said] && element.closest('[class*="st-key-language"]')) element.lang = NAMES[said];
  };
  const text = (node) => {
    const element = node.parentElement, said = node.nodeValue.trim();
    if (!element || !said) return;
    name(element, said);
    translate(node, "text", element, node.nodeValue, (ours) => { node.nodeValue = ours; }, TEXTS);
  };
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
