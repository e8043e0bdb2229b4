"""A measure in words: what it is called, where it comes from, what it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.content_case import sentence
from report.places import place_text
from scoring.plan import SINGLE

if TYPE_CHECKING:
    from i18n import Translator
    from scoring.measures import Measure
    from scoring.model import Model
    from scoring.model_types import Recommendation


def measure_title(code: str, *, model: Model, t: Translator) -> str:
    """What a planned measure is called.

    Args:
        code: As in a plan (see ``PlannedMeasure``).
        model: The model.
        t: The language.

    Returns:
        The recommendation's title or the indicator's; for a code from another model, the code.
    """
    formal, alone = _recommendation(code, model), code.removeprefix(SINGLE)
    if formal is not None:
        return t.pick(formal.title)
    if alone in model.indicators:
        return t.pick(model.indicators[alone].title)
    return t("report.plan_unknown", code=code)


def measure_source(code: str, *, model: Model, t: Translator) -> str:
    """Where a planned measure stands in the report of 2003, or that this model does not have it."""
    formal, alone = _recommendation(code, model), code.removeprefix(SINGLE)
    if formal is not None:
        return recommendation_source(formal, t)
    if alone in model.indicators:
        return advice_source(alone, model=model, t=t)
    return t("report.plan_unknown_source")


def recommendation_source(formal: Recommendation, t: Translator) -> str:
    """Where one of the fifteen recommendations stands."""
    return sentence(place_text(formal.place, t))


def advice_source(indicator: str, *, model: Model, t: Translator) -> str:
    """Where the criterion stands that advice outside the fifteen recommendations rests on."""
    criterion = model.criteria[model.criterion_of[indicator]]
    place = place_text(criterion.place, t)
    return sentence(t("report.measures.advice", place=place, number=criterion.number))


def gain_text(measure: Measure, *, model: Model, t: Translator) -> str:
    """Points on the total; on one criterion while the total is not rated."""
    if not measure.indicators:
        return t("report.gain.none")
    if measure.gain > 0:
        return t("report.gain.total", gain=t.number(measure.gain, 1))
    if measure.criterion_gains:
        code, gain = max(measure.criterion_gains.items(), key=lambda pair: pair[1])
        return t("report.gain.criterion", gain=t.number(gain), number=model.criteria[code].number)
    return t("report.gain.unknown")


def _recommendation(code: str, model: Model) -> Recommendation | None:
    return next((one for one in model.recommendations if one.code == code), None)
