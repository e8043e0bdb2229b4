// Who asks for less motion gets none. The look (ui/components/look.py) ends what style sheets move; what Streamlit
// moves by script, its folded parts, ends here.
(() => {
  const less = matchMedia("(prefers-reduced-motion: reduce)");
  const animate = Element.prototype.animate;
  Element.prototype.animate = function (frames, timing) {
    const rest = typeof timing === "object" ? timing : {};
    return animate.call(this, frames, less.matches ? { ...rest, duration: 0, iterations: 1 } : timing);
  };
})();
