"""One office's assessment as a person fills it in: texts by column, with notes."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from scoring.encode import NAME_LENGTH, NOTE, OFFICE
from scoring.fact_columns import county_of, facts_in
from scoring.facts import COLUMNS, COUNTY, INHABITANTS, TAGS, Facts
from scoring.faults import Fault, FaultsError, nearest
from scoring.plan import PlannedMeasure, planned_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FORMAT = "tikamp-assessment"
FORMAT_VERSION = 1
_KEYS = {"format", "format_version", "model_version", "office", "date", "answers", "notes", "plan", *COLUMNS}


@dataclass(frozen=True)
class Assessment:
    """An office's answers, before they are checked against a model.

    Args:
        office: The office's name, 1-200 characters.
        answers: Column (see ``columns_of``) -> the cell's text; a blank one is left out.
        notes: Item -> free note; where the answer is ``does_not_apply``, the reason.
        date: The day of the assessment.
        plan: The measures that the office has planned.
        facts: What is known of the office beside its answers; never scored.
    """

    office: str
    answers: Mapping[str, str]
    notes: Mapping[str, str] = field(default_factory=dict)
    date: dt.date = field(default_factory=dt.date.today)
    plan: tuple[PlannedMeasure, ...] = ()
    facts: Facts = field(default_factory=Facts)

    @property
    def fingerprint(self) -> str:
        """Eight hexadecimal digits of the answers: two PDFs with one fingerprint have the same answers."""
        canonical = json.dumps(
            {column: text for column, text in sorted(self.answers.items()) if text}, sort_keys=True
        )
        return hashlib.sha256(canonical.encode()).hexdigest()[:8]

    def with_texts(self, texts: Mapping[str, str]) -> Assessment:
        """The assessment with other answers and notes.

        Args:
            texts: Column, or ``note.<item>`` -> text; an empty one is taken away.
        """
        both = {**self.answers, **{f"{NOTE}{item}": note for item, note in self.notes.items()}, **texts}
        held = {column: text for column, text in both.items() if text}
        return replace(
            self,
            answers={column: text for column, text in held.items() if not column.startswith(NOTE)},
            notes={
                column.removeprefix(NOTE): text for column, text in held.items() if column.startswith(NOTE)
            },
        )

    def to_json(self, *, model_version: str) -> str:
        """The assessment as a file that ``from_json`` reads back the same."""
        return json.dumps(
            {
                "format": FORMAT,
                "format_version": FORMAT_VERSION,
                "model_version": model_version,
                "office": self.office,
                **_told(self.facts),
                "date": self.date.isoformat(),
                "answers": {column: text for column, text in self.answers.items() if text},
                "notes": {item: text for item, text in self.notes.items() if text},
                "plan": [measure.to_dict() for measure in self.plan],
            },
            ensure_ascii=False,
            indent=2,
        )


def to_rows(assessments: Iterable[Assessment]) -> list[dict[str, str]]:
    """A few assessments as ``encode`` reads them quickest: a mapping for each, notes left out."""
    return [{OFFICE: one.office, **one.answers, **one.facts.cells()} for one in assessments]


def to_table(assessments: Iterable[Assessment]) -> pd.DataFrame:
    """Assessments as a table of answers for ``encode``: a row for each, notes left out."""
    return pd.DataFrame(to_rows(assessments), dtype="string")


def from_row(row: Mapping[str, object]) -> Assessment:
    """One row of a table of answers as an assessment; ``note.<item>`` columns become notes."""
    facts, texts = facts_in({str(column): _text(cell) for column, cell in row.items()})
    return Assessment(office=texts.pop(OFFICE, ""), answers={}, facts=facts).with_texts(texts)


def from_json(text: str, *, file: str = "") -> list[Assessment]:
    """Reads one assessment or a list of them.

    Args:
        text: The JSON.
        file: The name to put in faults.

    Raises:
        FaultsError: With every fault of shape. The answers themselves are checked by ``encode``.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: also a number of thousands of digits
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        raise FaultsError([Fault("not_json", file, line)]) from error
    entries = value if isinstance(value, list) else [value]
    faults = [fault for place, entry in enumerate(entries) for fault in _faults(entry, place, file)]
    if faults or not entries:
        raise FaultsError(faults or [Fault("no_offices", file, 1)])
    return [_from_entry(entry) for entry in entries]


def _faults(entry: object, place: int, file: str) -> list[Fault]:
    where = {"office_number": str(place + 1)}
    if not isinstance(entry, dict) or entry.get("format") != FORMAT:
        return [Fault("not_an_assessment", file, place + 1, "format", {**where, "expected": FORMAT})]
    if entry.get("format_version") != FORMAT_VERSION:
        found = {"found": str(entry.get("format_version")), "expected": str(FORMAT_VERSION)}
        return [Fault("format_version", file, place + 1, "format_version", {**where, **found})]
    return [
        replace(fault, file=file, line=place + 1, values={**where, **fault.values})
        for fault in _part_faults(entry)
    ]


def _part_faults(entry: dict[str, Any]) -> Iterator[Fault]:
    for key in entry.keys() - _KEYS:
        yield Fault("unknown_key", column=key, values={"found": key, "suggestion": nearest(key, _KEYS)})
    if not _is_text(entry.get("office")) or not 1 <= len(entry["office"].strip()) <= NAME_LENGTH:
        yield Fault("office_name_length", column="office", values={"expected": str(NAME_LENGTH)})
    for part in ("answers", "notes"):
        if not _is_texts(entry.get(part, {})):
            yield Fault("not_texts", column=part)
    plan = entry.get("plan", [])
    if not isinstance(plan, list) or not all(map(planned_from, plan)):
        yield Fault("bad_plan", column="plan")
    yield from _fact_faults(entry)
    if _date(entry.get("date")) is None:
        yield Fault("bad_date", column="date", values={"found": str(entry.get("date"))})


def _fact_faults(entry: dict[str, Any]) -> Iterator[Fault]:
    """Faults of shape; what the facts say is checked by ``encode``."""
    tags, inhabitants = entry.get(TAGS, []), entry.get(INHABITANTS, 0)
    if not _is_text(entry.get(COUNTY, "")):
        yield Fault("not_texts", column=COUNTY)
    if not isinstance(tags, list) or not all(map(_is_text, tags)):
        yield Fault("not_texts", column=TAGS)
    if isinstance(inhabitants, bool) or not isinstance(inhabitants, int):
        yield Fault("not_a_number", column=INHABITANTS, values={"found": str(inhabitants)})


def _from_entry(entry: dict[str, Any]) -> Assessment:
    return Assessment(
        office=entry["office"].strip(),
        answers=dict(entry.get("answers", {})),
        notes=dict(entry.get("notes", {})),
        date=_date(entry["date"]) or dt.datetime.now(tz=dt.UTC).date(),
        plan=tuple(filter(None, map(planned_from, entry.get("plan", [])))),
        facts=_facts(entry),
    )


def _facts(entry: dict[str, Any]) -> Facts:
    county = entry.get(COUNTY)
    known = None if county is None else county_of(county) or county
    return Facts(known, entry.get(INHABITANTS), tuple(entry.get(TAGS, [])))


def _told(facts: Facts) -> dict[str, object]:
    """Only what is known, so that an older Tikamp reads the file of an office without facts."""
    every = {COUNTY: facts.county, INHABITANTS: facts.inhabitants, TAGS: list(facts.tags)}
    return {name: value for name, value in every.items() if value not in (None, [])}


def _is_texts(value: object) -> bool:
    return isinstance(value, dict) and all(_is_text(key) and _is_text(text) for key, text in value.items())


def _is_text(value: object) -> bool:
    """Whether it is a text that can be written out again: JSON allows half characters."""
    return isinstance(value, str) and not any("\ud800" <= sign <= "\udfff" for sign in value)


def _date(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        return None


def _text(cell: object) -> str:
    missing = cell is None or cell is pd.NA or (isinstance(cell, float) and math.isnan(cell))
    return "" if missing else str(cell).strip()
