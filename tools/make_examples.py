"""Make the example offices: synthetic ones, drawn from the national figures with a fixed seed.

Run it as `python -m tools.make_examples`. It writes `data/example_offices.csv` and describes it in
`data/datapackage.json`; the same model and figures give the same bytes.

Places are invented: each name begins with a word that means example, trial or the like
(`INVENTED`), which no Norwegian municipality does. About a third of the offices have gaps, from a
few scattered blanks to a form that was left after the first questions (`GAPS`).
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from scoring import Figures, Model, columns_of, encode, load_figures, load_model
from scoring.answers import NUMERIC, vocabulary
from scoring.counties import counties
from scoring.encode import OFFICE, all_columns
from scoring.facts import COUNTY, INHABITANTS, SEPARATOR, TAGS
from scoring.paths import DATA
from tools.example_answers import draw_answers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd

SEED: Final = 2003
SIZE: Final = 40
NAME: Final = "example_offices"

INVENTED: Final = (
    "Eksempel",
    "Prøve",
    "Tenkte",
    "Papir",
    "Skjema",
    "Øvings",
    "Liksom",
    "Modell",
    "Fantasi",
    "Oppdikt",
)
LANDSCAPES: Final = ("vik", "dal", "nes", "fjord", "bygd", "sund", "heim", "øy", "strand", "eid")
KINDS: Final = {
    "osk": ("offentlige servicekontor", "offentlege servicekontor"),
    "ksk": ("servicetorg", "servicekontor", "innbyggertorg", "innbyggjartorg", "tenestetorg"),
}

GAPS: Final = (0.95, 0.9, 0.8, 0.6, 0.45, 0.35, 0.25, 0.2, 0.15, 0.1, 0.08, 0.05, 0.03)
"""The share of blank cells in each office that has gaps."""
LEFT_EARLY: Final = 0.3
"""From this share on, the gap is the end of the form; a smaller one is scattered."""
ALWAYS: Final = [OFFICE, "office_type"]

FEWEST, MOST = 1_000, 60_000
PLACES: Final = ("innland", "kyst")
GROWING: Final = "vekst"
GROWS: Final = 0.3
NOT_TOLD: Final = 0.15
"""Ours, as nothing is printed: they only show how offices are grouped."""

_FACTS: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    COUNTY: ("Official number of a county (see counties.csv); drawn.", {"enum": [*counties()]}),
    INHABITANTS: ("Inhabitants of the invented municipality; drawn.", {"pattern": "^[0-9]+$"}),
    TAGS: ("Words to group offices by, with | between; drawn.", {}),
}

_DESCRIPTION: Final = (
    "No real office is among them. Answers are drawn from the national counts, with a fixed seed, by "
    "tools/make_examples.py; places are invented. One row for each office. An empty cell is not answered."
)


def make_examples(model: Model, figures: Figures, *, seed: int = SEED, size: int = SIZE) -> pd.DataFrame:
    """The example offices as a table of answers.

    Args:
        model: The model.
        figures: The national figures.
        seed: Of the generator.
        size: Offices, at most one for each invented name.

    Returns:
        A row for each office, columns of ``all_columns``; texts, blank where not answered or told.
    """
    rng = np.random.default_rng(seed)
    table = draw_answers(size, model=model, figures=figures, rng=rng)
    table[OFFICE] = _names(table["office_type"], rng)
    table = _with_gaps(table[columns_of(model)], model, rng)
    return table.assign(**_facts(size, seed))[all_columns(model)]


def _facts(size: int, seed: int) -> dict[str, list[str]]:
    """County, inhabitants and tags, drawn apart: the answers are the same with and without them."""
    rng = np.random.default_rng([seed, size])
    numbers = [*counties()]
    county = [numbers[place] for place in rng.integers(len(numbers), size=size)]
    people = np.exp(rng.uniform(np.log(FEWEST), np.log(MOST), size=size)).round(-1).astype(int)
    places = [PLACES[place] for place in rng.integers(len(PLACES), size=size)]
    grows = rng.random(size) < GROWS
    tags = [SEPARATOR.join([place, GROWING][: 1 + one]) for place, one in zip(places, grows, strict=True)]
    columns = {COUNTY: county, INHABITANTS: [str(number) for number in people], TAGS: tags}
    for column in columns.values():
        for place in np.flatnonzero(rng.random(size) < NOT_TOLD):
            column[place] = ""
    return columns


def _names(types: pd.Series[str], rng: np.random.Generator) -> list[str]:
    places = [first + last for first in INVENTED for last in LANDSCAPES]
    order = np.argsort(rng.random(len(places)))
    names = []
    for place, office_type, chance in zip(order[: len(types)], types, rng.random(len(types)), strict=True):
        kinds = KINDS[office_type]
        names.append(f"{places[place]} {kinds[int(chance * len(kinds))]}")
    return names


def _with_gaps(table: pd.DataFrame, model: Model, rng: np.random.Generator) -> pd.DataFrame:
    table = table.copy()
    open_to_gaps = [column for column in table.columns if column not in ALWAYS]
    rows = np.argsort(rng.random(len(table)))[: len(GAPS)]
    for row, share in zip(rows, GAPS, strict=False):
        size = round(share * len(open_to_gaps))
        scattered = [open_to_gaps[place] for place in np.argsort(rng.random(len(open_to_gaps)))[:size]]
        blanks = open_to_gaps[-size:] if share >= LEFT_EARLY else scattered
        table.loc[row, blanks] = ""
        if share < LEFT_EARLY:
            table.loc[row, [each for each in blanks[:2] if _may_not_apply(each, model)]] = "does_not_apply"
    return table


def _may_not_apply(column: str, model: Model) -> bool:
    return column in model.items and model.items[column].does_not_apply


def resource_of(model: Model) -> dict[str, Any]:
    """The description of the file for ``datapackage.json``."""
    return {
        "name": NAME,
        "title": "Synthetic example offices",
        "description": _DESCRIPTION,
        "synthetic": True,
        "path": f"{NAME}.csv",
        "type": "table",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "header": True},
        "schema": {
            "fields": [_field(column, model) for column in all_columns(model)],
            "missingValues": [""],
            "primaryKey": [OFFICE],
        },
    }


def _field(column: str, model: Model) -> dict[str, Any]:
    if column == OFFICE:
        description = "Invented name of a synthetic office."
        return {
            "name": column,
            "type": "string",
            "description": description,
            "constraints": {"required": True},
        }
    if column in _FACTS:
        description, constraints = _FACTS[column]
        told = {"name": column, "type": "string", "description": description}
        return {**told, **({"constraints": constraints} if constraints else {})}
    code, _, part = column.partition(".")
    item = model.items[code]
    text = f"{item.text.en} {model.fields[part].title.en}." if part else item.text.en
    field: dict[str, Any] = {"name": column, "type": "string", "description": text}
    if part:
        field["constraints"] = {"enum": list(model.alternatives(code))}
    elif item.kind in NUMERIC:
        words = "|".join(vocabulary(model, code))
        field["constraints"] = {"pattern": rf"^([0-9]+(\.[0-9]+)?{'|' if words else ''}{words})$"}
    elif item.kind != "multi":
        field["constraints"] = {"enum": list(vocabulary(model, code))}
    return field


def describe(package: dict[str, Any], model: Model) -> dict[str, Any]:
    """The data package with the resource in it, the others untouched."""
    others = [one for one in package["resources"] if one["name"] != NAME]
    return {**package, "resources": [*others, resource_of(model)]}


def example_files() -> dict[Path, str]:
    """The files and what they should hold, for the shipped model and figures.

    Raises:
        FaultsError: The examples do not fit the model.
    """
    model = load_model()
    table = make_examples(model, load_figures())
    encode(table, model=model, file=f"{NAME}.csv")
    package = describe(json.loads((DATA / "datapackage.json").read_text(encoding="utf-8")), model)
    return {
        DATA / f"{NAME}.csv": table.to_csv(index=False, lineterminator="\n"),
        DATA / "datapackage.json": json.dumps(package, ensure_ascii=False, indent=2) + "\n",
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the examples and their description.

    Args:
        arguments: Words of the command line; None for the ones that the program was started with.

    Returns:
        0.
    """
    parser = argparse.ArgumentParser(
        prog="python -m tools.make_examples", description="Make the example offices"
    )
    parser.parse_args(arguments)
    for path, text in example_files().items():
        path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{SIZE} synthetic offices are in data/{NAME}.csv")
    return 0


if __name__ == "__main__":
    sys.exit(main())
