"""The method's numbers as words for its texts: all of them read from the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.rule_types import DemandedRule, PerRule

if TYPE_CHECKING:
    from i18n import Translator
    from scoring import Model, Nation


def values_of(model: Model, nation: Nation, t: Translator) -> dict[str, str]:
    """What the texts of the method page may name, formatted."""
    method, indicators = model.method, model.indicators.values()
    counts = {
        "criteria": len(model.criteria),
        "indicators": len(indicators),
        "kinds": len({one.rule.kind for one in indicators}),
        "compared": len(nation.criteria),
        "with_figure": len(nation.indicators),
        "without_figure": len(indicators) - len(nation.indicators),
        "own": sum(one.own for one in indicators),
        "half": sum(one.weight < 1 for one in indicators),
        **{strength: sum(one.strength == strength for one in indicators) for strength in _STRENGTHS},
        "least": method.rated_criteria,
        "respondents": method.respondents,
        "population": nation.population,
        "recommendations": len(model.recommendations),
    }
    texts = {name: t.number(count) for name, count in counts.items()}
    return {
        **texts,
        "floor": t.percent(method.criterion_coverage),
        "response": t.percent(method.respondents / nation.population),
        "stand_ins": t.listing([t.pick(model.fields[field].title) for field in method.stand_in_fields]),
        "weak": t.listing(_weak(model, t)),
        **_thresholds(model, t),
    }


_STRENGTHS = ("direct", "partial", "proxy")


def _thresholds(model: Model, t: Translator) -> dict[str, str]:
    """The goalposts that the report does not give."""
    per = next(one.rule for one in model.indicators.values() if isinstance(one.rule, PerRule))
    steps = [one.rule.from_step for one in model.indicators.values() if isinstance(one.rule, DemandedRule)]
    return {"best": t.number(per.best, 1), "worst": t.number(per.worst, 1), "step": t.number(max(steps))}


def _weak(model: Model, t: Translator) -> list[str]:
    """The indicators whose figure comes with a caution."""
    return [t.pick(one.title) for one in model.indicators.values() if one.caution is not None]
