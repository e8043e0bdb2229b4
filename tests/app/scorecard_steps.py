"""What a person does and reads on the scorecard page, for its tests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scoring import Assessment

if TYPE_CHECKING:
    from tests.app.conftest import Person

EXAMPLE = "Modellsund offentlige servicekontor"
KEYS = re.compile(r"\b(scorecard|charts|places|method|report)\.[a-z_]+\.?[a-z_]*\b|\{\w+\}")


def open_tab(person: Person, name: str) -> Person:
    """Opens a tab, as a link does."""
    return person.open("scorecard", **_address(person), tab=name)


def open_criterion(person: Person, criterion: str, indicator: str = "") -> Person:
    """Opens a criterion, and one of its indicators, as a link does."""
    place = {"criterion": criterion, **({"indicator": indicator} if indicator else {})}
    return person.open("scorecard", **_address(person), **place)


def _address(person: Person) -> dict[str, str]:
    query = {
        name: value[0] if isinstance(value, list) else value for name, value in person.at.query_params.items()
    }
    return {name: str(value) for name, value in query.items() if name in {"lang", "example"}}


def alternative_texts(person: Person) -> list[str]:
    return [chart.proto.alt for chart in person.at.get("vega_lite_chart")]


def own_office(person: Person, **answers: str) -> Person:
    person.at.session_state["assessment"] = Assessment("Åsnes servicetorg", answers)
    return person.open("scorecard", lang="nb")


def everything(person: Person) -> str:
    """Everything that a person can read, headings and alternative texts too."""
    at = person.at
    metrics = [f"{one.label} {one.value}" for one in at.metric]
    subheaders = [str(one.value) for one in at.subheader]
    tables = [one.value.reset_index().to_string() for one in at.table]
    labels = [one.label for one in at.expander]
    return "\n".join([person.texts, *metrics, *subheaders, *tables, *labels, *alternative_texts(person)])
