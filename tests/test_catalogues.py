"""The catalogues: the same keys and placeholders in three languages, and every key of the app exists."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from i18n import LANGUAGES
from i18n.catalogue import FOLDER, entries

ROOT = Path(__file__).parent.parent
FILES = sorted({path.name for path in FOLDER.glob("*/*.po")})
KEY = re.compile(r"[a-z_]+(\.[a-z0-9_]+)+")
CODE = [ROOT / "streamlit_app.py", *sorted((ROOT / "ui").rglob("*.py"))]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_there_in_every_language(name: str) -> None:
    assert all((FOLDER / language / name).is_file() for language in LANGUAGES)


def test_the_three_languages_have_the_same_keys() -> None:
    nb, nn, en = (set(entries(language)) for language in LANGUAGES)
    assert nb == nn == en


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty(language: str) -> None:
    assert [key for key, texts in entries(language).items() if not all(texts)] == []


def test_the_three_languages_have_the_same_placeholders() -> None:
    tables = [entries(language) for language in LANGUAGES]
    differ = {
        key
        for key in tables[0]
        if len({tuple(frozenset(placeholders(text)) for text in table[key]) for table in tables}) > 1
    }
    assert differ == set()


def literal_keys(path: Path) -> set[str]:
    """The keys that stand as plain texts in calls of a translator: ``t("…")`` and ``t.plural("…")``."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and _is_translator(node.func):
            found |= {text for text in _texts(node.args[0]) if KEY.fullmatch(text)}
    return found


def _is_translator(func: ast.expr) -> bool:
    if isinstance(func, ast.Attribute) and func.attr == "plural":
        return True
    name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
    return name == "t"


def _texts(node: ast.expr) -> list[str]:
    """Plain texts in an argument, in each branch of a choice as well."""
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body), *_texts(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_key_in_the_app_has_a_text(path: Path) -> None:
    assert literal_keys(path) - set(entries("nb")) == set()


def test_every_unit_and_group_of_the_form_has_a_text() -> None:
    from scoring import load_model  # noqa: PLC0415 - only here

    model = load_model()
    keys = {f"assess.unit_{item.unit}" for item in model.asked.values() if item.unit}
    keys |= {f"assess.fields_{field.level}" for field in model.fields.values()}
    assert keys - set(entries("nb")) == set()
