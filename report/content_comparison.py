"""Offices beside each other -> the comparison report's content: texts in one language, no layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from report.comparison_overview import heat_content, overview_content, spread_content
from report.comparison_ranks import ranks_content
from report.comparison_shared import learn_content, shared_content
from report.comparison_types import ComparisonContent, Notes
from report.content_case import level_ranges
from report.content_types import Fact
from scoring.weightings import DRAWS

if TYPE_CHECKING:
    from report.side_by_side import SideBySide

NOTES: Final = ("own", "open", "rank", "weights", "geometric", "nation", "shared", "cause")


def comparison_content(side: SideBySide) -> ComparisonContent:
    """Puts offices beside each other into words.

    Returns:
        The content. Texts may hold characters that fonts lack, except for the offices' names.
    """
    t, date = side.t, side.about.date
    heading = t("comparison.heading", count=t.number(len(side.order)))
    return ComparisonContent(
        language=t.language,
        region=t.locale.territory or "",
        title=t("comparison.title", heading=heading, date=t.date(date)),
        description=t("comparison.description", count=t.number(len(side.order)), date=t.date(date)),
        date=(date.year, date.month, date.day),
        heading=heading,
        running=heading,
        kind=t("comparison.kind"),
        meta=t("comparison.meta", date=t.date(date)),
        label=_label(side),
        footer=t("comparison.footer", model=side.model.version),
        page=t("report.page", page="#", pages="##"),
        facts=_facts(side),
        overview=overview_content(side),
        spread=spread_content(side),
        heat=heat_content(side),
        ranks=ranks_content(side),
        shared=shared_content(side),
        learn=learn_content(side),
        notes=_notes(side),
    )


def _label(side: SideBySide) -> str:
    """What marks made-up offices on every page; nothing where all are real."""
    made_up = sum(str(office) in side.about.examples for office in side.answers.offices)
    if made_up == len(side.order):
        return side.t("comparison.synthetic")
    return side.t.plural("comparison.made_up", made_up) if made_up else ""


def _facts(side: SideBySide) -> tuple[Fact, ...]:
    """What is compared, with what, and by which weights."""
    t, method = side.t, side.model.method
    counts = {"count": t.number(len(side.order)), "ranked": t.number(side.ranked)}
    chosen = "; ".join(side.about.filters) or t("comparison.everyone")
    hidden = [t("comparison.hidden")] if side.about.hidden else []
    nation = t("comparison.against_text", respondents=t.number(method.respondents))
    texts = {
        "offices": " ".join([t("comparison.offices_text", **counts), *hidden]),
        "chosen": chosen,
        "against": nation,
        "weighted": _weights(side),
    }
    model = t("report.versions.with", version=side.model.version, fingerprint=side.model.fingerprint)
    return (
        *(Fact(t(f"comparison.{name}"), text) for name, text in texts.items()),
        Fact(t("report.versions.model"), model),
        Fact(t("report.versions.data"), side.figures.version),
    )


def _weights(side: SideBySide) -> str:
    t, own = side.t, side.about.weights
    if own is None:
        return t("comparison.weights_alike")
    whole = sum(own.values())
    parts = [f"{side.criterion(code)} {t.percent(own[code] / whole)}" for code in side.model.criteria]
    return t("comparison.weights_own", weights=", ".join(parts))


def _notes(side: SideBySide) -> Notes:
    t, model = side.t, side.model
    values = {
        "draws": t.number(DRAWS),
        "least": t.number(model.method.rated_criteria),
        "respondents": t.number(model.method.respondents),
        "population": t.number(model.method.population),
    }
    return Notes(
        heading=t("comparison.notes"),
        facts=tuple(
            Fact(t(f"comparison.note_{note}"), t(f"comparison.note_{note}_text", **values)) for note in NOTES
        ),
        levels_heading=t("report.method.levels"),
        levels=level_ranges(model, t),
    )
