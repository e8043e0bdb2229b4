"""The national figures of 2003, read from ``data/``: what is printed, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from scoring.paths import DATA

if TYPE_CHECKING:
    from pathlib import Path

Key = tuple[str, str, str]


@dataclass(frozen=True)
class Figure:
    """The answers to one question, or one field of the ladder, in one population.

    Args:
        counts: Alternative -> offices; None where the report prints no number.
        n: Answers in all; None where not printed.
        percents: Alternative -> the percentage as printed, or an empty text.
        derived: Alternatives whose count is not printed but follows with certainty -> how: ``share``,
            ``rest`` or ``sum``.
        source: Place in the report.
        notes: Alternative -> remark, in English, for data users.
    """

    counts: dict[str, int | None]
    n: int | None
    percents: dict[str, str] = field(default_factory=dict)
    derived: dict[str, str] = field(default_factory=dict)
    source: str = ""
    notes: dict[str, str] = field(default_factory=dict)

    def whole(self, alternatives: list[str]) -> dict[str, int] | None:
        """The counts of ``alternatives`` when every one is known and together they make up n."""
        counts = {name: self.counts.get(name) for name in alternatives}
        known = {name: count for name, count in counts.items() if count is not None}
        return known if len(known) == len(counts) and sum(known.values()) == self.n else None


@dataclass(frozen=True)
class Figures:
    """Every national figure by question, part and population."""

    table: dict[Key, Figure]
    version: str

    def get(self, question: str, *, part: str = "", population: str = "all") -> Figure | None:
        """One figure, or None where the report has none."""
        return self.table.get((question, part, population))

    def populations(self, question: str) -> list[str]:
        """The populations for which the report splits a question."""
        return [population for (asked, part, population) in self.table if asked == question and not part]


def load_figures(folder: Path = DATA) -> Figures:
    """Reads ``national.csv`` and ``derived.csv``.

    Args:
        folder: Holds both files and ``datapackage.json``.

    Returns:
        Printed and derived counts together; a derived one never replaces a printed one.
    """
    printed = _read(folder / "national.csv")
    derived = _read(folder / "derived.csv")
    table = {key: _figure(rows) for key, rows in _groups(printed)}
    for key, rows in _groups(derived):
        table[key] = _with_derived(table.get(key), rows)
    return Figures(table, version=pd.read_json(folder / "datapackage.json", typ="series")["version"])


def _read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def _groups(table: pd.DataFrame) -> list[tuple[Key, pd.DataFrame]]:
    grouped = table.groupby(["question", "part", "population"], sort=False)
    return [((str(key[0]), str(key[1]), str(key[2])), rows) for key, rows in grouped]


def _figure(rows: pd.DataFrame) -> Figure:
    sizes = {int(n) for n in rows["n"] if n}
    return Figure(
        counts={name: _count(count) for name, count in zip(rows["alternative"], rows["count"], strict=True)},
        n=max(sizes, default=None),
        percents=dict(zip(rows["alternative"], rows["printed_percent"], strict=True)),
        source=rows["source"].iloc[0],
        notes={name: note for name, note in zip(rows["alternative"], rows["note"], strict=True) if note},
    )


def _with_derived(figure: Figure | None, rows: pd.DataFrame) -> Figure:
    counts = {name: int(count) for name, count in zip(rows["alternative"], rows["count"], strict=True)}
    rules = dict(zip(rows["alternative"], rows["rule"], strict=True))
    if figure is None:
        return Figure(counts=dict(counts), n=int(rows["n"].iloc[0]), derived=rules)
    return Figure(
        counts={**figure.counts, **counts},
        n=figure.n,
        percents=figure.percents,
        derived=rules,
        source=figure.source,
        notes=figure.notes,
    )


def _count(text: str) -> int | None:
    return int(text) if text else None
