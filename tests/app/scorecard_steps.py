"""What a person does and reads on the scorecard page, for its tests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from i18n import Language, Translator
from scoring import Assessment

if TYPE_CHECKING:
    from tests.app.conftest import Person

EXAMPLE = "Modellsund offentlige servicekontor"
KEYS = re.compile(r"\b(scorecard|charts|places|method|report)\.[a-z_]+\.?[a-z_]*\b|\{\w+\}")


def open_tab(person: Person, name: str, language: Language = "nb") -> Person:
    """Opens a tab, as a click does."""
    person.at.session_state[f"scorecard.tab#0.0.{language}"] = Translator(language)(f"scorecard.tab.{name}")
    return person.run()


def open_criteria(person: Person, *criteria: str, language: Language = "nb") -> Person:
    """Opens criteria in their tab."""
    for criterion in criteria:
        person.at.session_state[f"scorecard.criterion.{criterion}#0.0.{language}"] = True
    return open_tab(person, "criteria", language)


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
