"""The bar under a score: what is sure, what the open answers still decide."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.charts.style import Palette

HEIGHT = 12


def interval_bar(score: float | None, low: float, high: float, *, alt: str, palette: Palette) -> str:
    """The interval on a scale from 0 to 100, with a mark where the score is.

    Args:
        score: 0-100, or None where not rated.
        low: With every open answer at its worst, 0-100.
        high: With every open answer at its best.
        alt: What the bar says, for those who do not see it.
        palette: The colours of the theme.

    Returns:
        SVG as wide as its place.
    """
    width = max(high - low, 0.6)
    mark = (
        ""
        if score is None
        else f'<rect x="{score:.2f}%" y="0" width="3" height="{HEIGHT}" fill="{palette.text}"/>'
    )
    return (
        f'<svg role="img" aria-label="{escape(alt, quote=True)}" width="100%" height="{HEIGHT}">'
        f'<rect x="0" y="4" width="100%" height="4" rx="2" fill="{palette.line}"/>'
        f'<rect x="{low:.2f}%" y="2" width="{width:.2f}%" height="8" rx="4" fill="{palette.office}"/>'
        f"{mark}</svg>"
    )
