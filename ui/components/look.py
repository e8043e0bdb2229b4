"""The one thing about the look that the theme cannot say."""

from __future__ import annotations

import streamlit as st

# Streamlit writes chosen segments and tabs, and buttons under the pointer, in shades of the primary
# colour. On dark that is 3.9:1 and less, for the same colour must carry the white text of the main
# buttons; and a choice should not be told by colour alone.
# The words of a quiet button that break over two lines begin where other lines begin.
_STYLE = """<style>
button[data-variant][data-selected]:not([data-disabled]) {
  color: inherit; font-weight: 600; box-shadow: inset 0 -3px currentColor;
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
</style>"""


def look() -> None:
    """Gives chosen segments and tabs a bold text, and quiet buttons the colour and place of text."""
    st.html(_STYLE)
