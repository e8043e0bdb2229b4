"""The bar under a score: what is sure, what the open answers still decide."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.charts.style import Palette

HEIGHT = 12


def interval_bar(score: float | None, low: float, high: float, *, alt: str, palette: Palette) -> str:
    """What is secured is filled, what is open is striped, what is lost is pale; a mark is the score.

    Args:
        score: 0-100, or None where not rated.
        low: With every open answer at its worst, 0-100.
        high: With every open answer at its best.
        alt: What the bar says, for those who do not see it.
        palette: The colours of the theme.

    Returns:
        HTML as wide as its place, without script or class.
    """
    stripes = f"repeating-linear-gradient(115deg,{palette.office} 0 2px,transparent 2px 6px)"
    parts = [
        _bar(0, 100, top=2, height=8, fill=palette.line),
        _bar(low, high - low, top=2, height=8, fill=f"{stripes},{palette.background}"),
        _bar(0, low, top=2, height=8, fill=palette.office),
    ]
    if score is not None:
        parts.append(_bar(score, 0.5, top=0, height=HEIGHT, fill=palette.text))
    style = f"position:relative;height:{HEIGHT}px"
    return f'<div role="img" aria-label="{escape(alt, quote=True)}" style="{style}">{"".join(parts)}</div>'


def _bar(left: float, width: float, *, top: int, height: int, fill: str) -> str:
    place = f"position:absolute;left:{left:.2f}%;width:{width:.2f}%;top:{top}px;height:{height}px"
    return f'<div style="{place};background:{fill}"></div>'
