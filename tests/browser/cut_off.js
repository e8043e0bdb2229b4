// Text that is cut off as the page is now, or a moment later: Streamlit's menu folds only then what has no room.
// What scrolls by itself cuts nothing off, and what is one pixel large is for screen readers alone. A quarter of the
// size of the letters: the room above and beneath them may be missing.
async () => {
  const TRIES = 60;
  const drawn = () => new Promise((done) => requestAnimationFrame(done));
  const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";
  const outside = (text, box, room) => ({
    x: text.left < box.left - room || text.right > box.right + room,
    y: text.top < box.top - room || text.bottom > box.bottom + room,
  });

  const cut = (element, text) => {
    const room = parseFloat(getComputedStyle(element).fontSize) / 4;
    for (let one = element; one && one !== document.documentElement; one = one.parentElement) {
      const box = one.getBoundingClientRect();
      const style = getComputedStyle(one);
      if (box.width <= 1 || box.height <= 1) return false;
      const { x, y } = outside(text, box, room);
      if ((x && scrolls(style.overflowX)) || (y && scrolls(style.overflowY))) return false;
      if ((x && style.overflowX !== "visible") || (y && style.overflowY !== "visible")) return true;
      if (style.position === "fixed") return false;
    }
    return false;
  };

  const look = () => {
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node, currentNode: { parentElement: element } } = walker;
      const seen = { opacityProperty: true, visibilityProperty: true };
      if (!node.nodeValue.trim() || !element.checkVisibility(seen)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      if (text.width && cut(element, text)) found.add(`cut off: ${node.nodeValue.trim().slice(0, 60)}`);
    }
    return [...found];
  };

  let found = look();
  for (let tries = 0; found.length && tries < TRIES; tries += 1) {
    await drawn();
    found = look();
  }
  return found;
}
