// The names of offices are Norwegian, whatever the language of the page and the browser: æ, ø and å come last, and aa
// stands with å. The server puts them so (i18n/alphabet.py); a click on the heading of a table sorts them here.
(() => {
  const names = new Intl.Collator("nb-NO");
  const compare = String.prototype.localeCompare;
  String.prototype.localeCompare = function (other, locales, options) {
    return locales === undefined ? names.compare(this, other) : compare.call(this, other, locales, options);
  };
})();
