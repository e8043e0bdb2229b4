// A letter alone does nothing: Streamlit runs the page again at "r" wherever the focus is, which a voice or a slip
// of the hand sets off (WCAG 2.1.4). What has the focus hears every key before this; only Streamlit's listener,
// which stands further out, does not.
document.documentElement.addEventListener("keydown", (event) => {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
});
