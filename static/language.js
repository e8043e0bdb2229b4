// A screen reader goes by the page's language, which the switch changes without loading the page again.
// The script's own address says which it is: language.js?lang=….
document.documentElement.lang = new URL(document.currentScript.src).searchParams.get("lang");
