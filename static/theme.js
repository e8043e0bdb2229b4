// Streamlit takes the colours of its own parts from the device at once, and tells the app of a change only at the
// next click: a page that is drawn anew has the right colours in its charts and tables too.
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  setTimeout(() => dispatchEvent(new PopStateEvent("popstate")), 100);
});
