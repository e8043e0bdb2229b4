"""Generated files: the JSON Schemas for editors, ``docs/criteria.md`` and the example offices.

``python -m tools.generate`` writes them; ``--check`` says which are out of date and fails.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from scoring.model import SINGLE_FILES, load_model
from scoring.model_types import Criterion
from scoring.paths import CRITERIA, ROOT
from tools.criteria_page import criteria_page
from tools.make_examples import example_files
from tools.short_form import short_form_file

if TYPE_CHECKING:
    from pydantic import BaseModel


def generated() -> dict[Path, str]:
    """Every generated file and what it should hold."""
    shapes: dict[str, type[BaseModel]] = {Path(name).stem: shape for name, shape in SINGLE_FILES.items()}
    shapes["criterion"] = Criterion
    files = {
        CRITERIA / "schema" / f"{name}.schema.json": _schema(name, shape) for name, shape in shapes.items()
    }
    model = load_model()
    files[ROOT / "docs" / "criteria.md"] = criteria_page(model)
    return files | example_files() | short_form_file(model)


def _schema(name: str, shape: type[BaseModel]) -> str:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Tikamp: {name}",
        **shape.model_json_schema(),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def stale() -> list[Path]:
    """The generated files that are missing or differ from what they should hold."""
    return [
        path for path, text in generated().items() if not path.is_file() or path.read_text("utf-8") != text
    ]


def write() -> None:
    """Writes every generated file."""
    for path, text in generated().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Writes, or with ``--check`` only looks; returns the exit code."""
    if "--check" not in arguments:
        write()
        return 0
    old = stale()
    for path in old:
        print(f"{path.relative_to(ROOT)} is out of date: run `make bless` and look at the difference")
    return 1 if old else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
