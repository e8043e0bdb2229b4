"""The last page in words: how the figures came about, what to mind, and which versions were used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.content_details import noted
from report.content_types import Fact, Method

if TYPE_CHECKING:
    from report.content_case import Case

FACTS = ("source", "age", "self", "points", "blank", "interval", "like", "band", "own")


def method_content(case: Case) -> Method:
    """The method, the levels, the cautions with a weak base, and the versions."""
    t, values = case.t, _values(case)
    return Method(
        heading=t("report.method.heading"),
        facts=tuple(
            Fact(t(f"report.method.{code}"), t(f"report.method.{code}_text", **values)) for code in FACTS
        ),
        levels_heading=t("report.method.levels"),
        levels=case.levels(),
        notes_heading=t("report.method.notes"),
        notes=tuple(_note(case, place, code) for place, code in enumerate(noted(case), start=1)),
        versions_heading=t("report.versions.heading"),
        versions=_versions(case),
    )


def _values(case: Case) -> dict[str, str]:
    """The method's numbers, from the model: none stands in a text."""
    t, method = case.t, case.model.method
    return {
        "respondents": t.number(method.respondents),
        "population": t.number(method.population),
        "floor": t.percent(method.criterion_coverage),
        "least": t.number(method.rated_criteria),
        "criteria": t.number(len(case.model.criteria)),
        "compared": t.number(len(case.nation.criteria)),
        "fields": t.number(len(method.stand_in_fields)),
    }


def _note(case: Case, place: int, code: str) -> Fact:
    indicator = case.model.indicators[code]
    caution = case.t.pick(indicator.caution) if indicator.caution else ""
    return Fact(f"{place} {case.t.pick(indicator.title)}", caution)


def _versions(case: Case) -> tuple[Fact, ...]:
    t, model = case.t, case.model
    texts = {
        "model": t("report.versions.with", version=model.version, fingerprint=model.fingerprint),
        "data": case.figures.version,
        "answers": case.scorecard.assessment.fingerprint,
        "date": t.date(case.scorecard.assessment.date),
    }
    return tuple(Fact(t(f"report.versions.{code}"), text) for code, text in texts.items())
