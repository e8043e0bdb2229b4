"""Back to the top when another part of the form opens."""

from __future__ import annotations

import streamlit as st

# Streamlit keeps the place on the page and the focus; a new part would open at its end.
_SCRIPT = """<script>/* {part} */ setTimeout(() => {{
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  document.querySelector('[role="tab"][aria-selected="true"]')?.scrollIntoView(
    {{ block: "nearest", inline: "center" }});
  const heading = document.querySelector('[data-testid="stMain"] h1');
  if (heading) {{
    heading.tabIndex = -1;
    heading.style.outline = "none";
    heading.focus({{ preventScroll: true }});
  }}
}}, 100);</script>"""


def to_the_top(part: str) -> None:
    """Scrolls up and puts the focus on the heading, once for each new ``part``.

    Args:
        part: The code of what the page shows now; nothing that a person wrote.
    """
    st.html(_SCRIPT.format(part=part), unsafe_allow_javascript=True)
