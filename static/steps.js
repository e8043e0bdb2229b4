// One click is one step in the browser's history. The app changes the address in two: the page goes to another
// address at once, and what the server adds to it, the language and the assessment, comes a moment later.
(() => {
  let acted = false;
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => { acted = true; }, true);
  addEventListener("popstate", () => { acted = false; });
  const push = history.pushState.bind(history);
  history.pushState = (...step) => {
    if (acted) push(...step);
    else history.replaceState(...step);
    acted = false;
  };
})();
