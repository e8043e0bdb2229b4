"""What every part of the report's content is made from, and the phrases that they share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.content_types import LevelMark, LevelRange, Scale
from scoring.outcomes import Outcome

if TYPE_CHECKING:
    from i18n import Translator
    from report.scorecard import Band, Score, Scorecard
    from scoring.figures import Figures
    from scoring.model import Model
    from scoring.nation import Nation


_CLOSED = 1e-6
"""Two ends of an interval that lie closer than this are one."""


@dataclass(frozen=True)
class Case:
    """One office's scorecard with all that is needed to put it into words.

    Args:
        scorecard: The office's, made with the same model and nation.
        nation: The nation that the scorecard is compared with.
        figures: The national figures, for their version.
        t: The language.
        synthetic: Whether the office is a made-up example; every page then says so.
    """

    scorecard: Scorecard
    model: Model
    nation: Nation
    figures: Figures
    t: Translator
    synthetic: bool = False

    def level(self, code: str | None) -> LevelMark | None:
        """A level's word, shape and colour on white paper."""
        return None if code is None else level_mark(code, self.model, self.t)

    def levels(self) -> tuple[LevelRange, ...]:
        """The levels from the lowest up, each with the part of the scale that it covers."""
        return level_ranges(self.model, self.t)

    def value(self, score: Score) -> str:
        """The score as a whole number, or why there is none."""
        if score.score is not None:
            return self.t.number(score.score)
        if score.outcome == Outcome.DOES_NOT_APPLY:
            return self.t.pick(self.model.survey.special["does_not_apply"])
        return self.t("report.not_rated")

    def like(self, score: Score) -> float | None:
        """The office's score on the nation's indicators, where it says something new."""
        return score.like_for_like if score.differs else None

    def scale(self, score: Score) -> Scale:
        """Where a composite lies on the scale."""
        return Scale(score.score, score.low, score.high, score.nation, self.like(score))

    def coverage(self, score: Score) -> str:
        """How much of what counts is answered."""
        if score.coverage == 1:
            return self.t("report.coverage.all")
        return self.t("report.coverage.part", share=self.t.percent(min(score.coverage, 0.99)))

    def band(self, band: Band) -> str:
        """The place among the offices of 2003: a range, or one number where both ends agree."""
        low, high = (self.t.number(100 * share) for share in (band.low, band.high))
        return (
            self.t("report.band.one", share=low) if low == high else self.t("report.band", low=low, high=high)
        )

    def ends(self, score: Score) -> dict[str, str] | None:
        """The lowest and highest that the score could become; None where nothing is open."""
        if score.low is None or score.high is None or score.high - score.low < _CLOSED:
            return None
        return {"low": self.t.number(score.low), "high": self.t.number(score.high)}

    def interval(self, score: Score) -> str | None:
        """From what to what the score could move, in words; None where nothing is open."""
        ends = self.ends(score)
        return self.t("report.interval", **ends) if ends else None


def level_mark(code: str, model: Model, t: Translator) -> LevelMark:
    """A level's word, shape and colour on white paper."""
    level = model.method.levels[code]
    return LevelMark(t.pick(level.title), level.shape, level.light)


def level_ranges(model: Model, t: Translator) -> tuple[LevelRange, ...]:
    """The levels from the lowest up, each with the part of the scale that it covers."""
    codes = list(model.method.levels)
    lows = [model.method.levels[code].low for code in codes]
    return tuple(
        LevelRange(level_mark(code, model, t), low, high, _span(low, high, t))
        for code, low, high in zip(codes, lows, [*lows[1:], 100.0], strict=True)
    )


def _span(low: float, high: float, t: Translator) -> str:
    if high == 100:  # noqa: PLR2004 - the top of the scale
        return t("report.level.top", low=t.number(low))
    return t("report.level.span", low=t.number(low), high=t.number(high))


def sentence(text: str) -> str:
    """A phrase with a capital first letter."""
    return text[:1].upper() + text[1:]
