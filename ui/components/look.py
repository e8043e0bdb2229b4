"""What of the look the theme cannot say."""

from __future__ import annotations

import streamlit as st

# Streamlit writes chosen segments and tabs, and buttons under the pointer, in shades of the primary
# colour. On dark that is 3.9:1 and less, for the same colour must carry the white text of the main
# buttons; and a choice should not be told by colour alone.
# Streamlit shows the focus in a dozen ways, of which few differ by 3:1 from what is around: a border in the
# primary colour, a shadow, for a link of the menu the same grey as for the page that is open. Here it is one
# line around whatever has it, in the colour of the text; inside of what is filled, or cut off at its edge.
# The words of a quiet button that break over two lines begin where other lines begin, with as much air
# above and beneath as one line has.
# The first column of a table begins where its heading does.
# Text is as large as the browser is told to make it (WCAG 1.4.4), which Streamlit's 16 pixels would not be;
# a button and a figure of large text go over several lines rather than be cut off, and fields of a fixed
# width grow with their text.
# Who asks for less motion gets none.
# What gets the focus is scrolled clear of the bars that lie over the page's upper and lower end.
_STYLE = """<style>
html[lang] {
  font-size: 100%;
}
.stMarkdownEllipsis[data-testid], .stMarkdownEllipsis[data-testid] p,
button[data-variant][data-variant], button[data-variant][data-variant] * {
  overflow: visible; white-space: normal;
}
button[data-variant][data-variant] {
  height: auto;
}
[class*="st-key-plan-"]:has(> :is([data-testid="stDateInput"], [data-testid="stSelectbox"])) {
  min-width: min(10rem, 100%);
}
@media (prefers-reduced-motion: reduce) {
  *, ::before, ::after {
    animation-duration: 1ms !important; animation-iteration-count: 1 !important;
    scroll-behavior: auto !important; transition-duration: 1ms !important;
  }
}
button[data-rac][data-variant][data-selected][type]:not([data-disabled]) {
  color: inherit; font-weight: 600; box-shadow: inset 0 -3px currentColor;
}
html :focus-visible:not(input, [role="spinbutton"]), label:has(input:focus-visible), :is(
  [data-testid="stTextInputRootElement"], [data-testid="stDateInputField"],
  [data-testid="stSelectbox"] [role="group"]
):focus-within, [role="option"][data-focused] {
  outline: 2px solid currentColor; outline-offset: 1px;
}
html :is(
  main, [role="tab"], [role="option"], [role="gridcell"] *, [data-variant], [kind="primary"]
):is(:focus-visible, [data-focused]) {
  outline-offset: -4px;
}
[data-testid="stTab"] {
  padding-inline: 0.5rem;
}
[data-testid="stTab"][aria-selected="true"], [data-testid="stTab"][aria-selected="true"] p {
  color: inherit; font-weight: 600;
}
button:is([kind="secondary"], [kind="tertiary"])[data-testid]:is(
  :hover, :focus-visible, :active, [aria-expanded="true"]
) {
  color: inherit;
}
button[kind="tertiary"] p {
  text-align: left;
}
button[kind="tertiary"][data-testid] {
  padding-block: 0.5rem;
}
[data-testid="stMain"] {
  scroll-padding-block: min(5rem, 20vh) min(9rem, 40vh);
}
[data-testid="stTable"] td[class]:first-of-type {
  padding-left: 1rem;
}
</style>"""


def look() -> None:
    """Puts the style sheet on the page."""
    st.html(_STYLE)
