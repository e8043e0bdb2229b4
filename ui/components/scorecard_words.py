"""The phrases that several parts of the scorecard share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.rule_checks import rule_items
from ui.charts.style import GLYPHS

if TYPE_CHECKING:
    from i18n import Translator
    from report.scorecard import Band, Score
    from scoring import Model
    from scoring.model_types import Indicator

MINUS = "\N{MINUS SIGN}"


def level_words(score: Score, *, model: Model, t: Translator) -> str:
    """The level as sign and word, or "not rated"."""
    if score.level is None:
        return t("scorecard.not_rated")
    level = model.method.levels[score.level]
    return f"{GLYPHS[level.shape]} {t.pick(level.title)}"


def number_words(score: Score, t: Translator) -> str:
    """The score as a whole number, or "not rated"."""
    return t("scorecard.not_rated") if score.score is None else t.number(score.score)


def open_words(score: Score, t: Translator) -> str:
    """How much of what counts is answered, and what the open answers still leave possible."""
    if score.low is None or score.high is None:
        return t("scorecard.interval.nothing")
    if score.coverage == 1:
        return t("scorecard.coverage.all")
    covered = t("scorecard.coverage.part", share=t.percent(min(score.coverage, 0.99)))
    low, high = t.number(score.low), t.number(score.high)
    key = "closed" if low == high else "open"
    return f"{covered} {t(f'scorecard.interval.{key}', low=low, high=high)}"


def band_words(band: Band, t: Translator) -> str:
    """Between how many of 100 offices scored lower."""
    low, high = t.number(100 * band.low), t.number(100 * band.high)
    return t("scorecard.band.one", share=low) if low == high else t("scorecard.band.two", low=low, high=high)


def difference(score: Score) -> float | None:
    """The office like for like less the nation, in whole points as both are shown; None without either."""
    if score.like_for_like is None or score.nation is None:
        return None
    return _shown(score.like_for_like) - _shown(score.nation)


def signed(value: float, t: Translator, decimals: int = 0) -> str:
    """A number with its sign: +6, −6, 0."""
    text = t.number(abs(value), decimals)
    if not any(digit in "123456789" for digit in text):
        return text
    return f"{'+' if value > 0 else MINUS}{text}"


def difference_words(value: float, t: Translator) -> str:
    """Above, below or equal to the nation, in words."""
    if value == 0:
        return t("scorecard.difference.equal")
    return t(f"scorecard.difference.{'above' if value > 0 else 'below'}", points=t.number(abs(value)))


def source_items(indicator: Indicator, model: Model) -> list[str]:
    """The survey items that tell where in the report an indicator comes from."""
    own = model.method.demanded_item
    return [item for item in rule_items(indicator.rule, model.method) if item != own]


def _shown(value: float) -> int:
    """Rounded half up, as ``Translator.number`` does."""
    return int(value + 0.5)
