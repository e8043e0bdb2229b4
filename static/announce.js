// What changes away from the focus is told to those who do not see it: that an answer is stored, and the score.
// Streamlit draws its parts anew, which a live region among them would not outlive; so the region stands beside
// them, and repeats what has changed in a container whose key begins with "say_".
(() => {
  const before = new Map();
  const region = Object.assign(document.createElement("div"), { role: "status" });
  Object.assign(region.style, { position: "fixed", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" });

  const words = (place) => {
    const copy = place.cloneNode(true);
    copy.querySelectorAll('[role="img"], [translate="no"]').forEach((icon) => icon.remove());
    return [...copy.querySelectorAll("p")].map((one) => one.textContent.trim()).join(". ");
  };
  const tell = () => {
    if (!document.body) return;  // on a busy machine what comes before it takes longer than the pause
    if (!region.isConnected) document.body.append(region);
    const now = new Map([...document.querySelectorAll('[class*="st-key-say_"]')].map(
      (one) => [[...one.classList].find((name) => name.startsWith("st-key-say_")), words(one)]));
    const news = [...now].filter(([key, text]) => text && before.has(key) && before.get(key) !== text);
    before.clear();
    now.forEach((text, key) => before.set(key, text));
    if (news.length) region.textContent = news.map(([, text]) => text).join(". ");
  };
  let waiting = 0;
  new MutationObserver((changes) => {
    if (changes.every((one) => region.contains(one.target))) return;
    clearTimeout(waiting);
    waiting = setTimeout(tell, 400);
  }).observe(document, { childList: true, subtree: true, characterData: true });
})();
