"""Every text of the catalogues is used: by its key in the code, or by one that is put together from codes."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from i18n import LANGUAGES
from i18n.catalogue import FOLDER, entries
from tests.test_catalogues import placeholders

ROOT: Final = Path(__file__).parent.parent
CODE: Final = ("ui", "report", "cli", "i18n", "scoring", "storage")
HOLE: Final = "(.+?)"
BEGINS: Final = re.compile(r"[a-z_]+(?:\\\.|_)|\(\.\+\?\)\\\.[a-z_]+$")


@cache
def trees() -> list[ast.AST]:
    paths = [*ROOT.glob("*.py"), *(path for folder in CODE for path in (ROOT / folder).rglob("*.py"))]
    return [ast.parse(path.read_text(encoding="utf-8")) for path in paths]


@cache
def constants() -> frozenset[str]:
    """The texts of the code, and the names that stand for one: keywords and fields."""
    found = set()
    for tree in trees():
        for node in ast.walk(tree):
            match node:
                case ast.Constant(value=str(text)) | ast.keyword(arg=str(text)):
                    found.add(text)
                case ast.AnnAssign(target=ast.Name(id=text)):
                    found.add(text)
    return frozenset(found)


@cache
def shapes() -> frozenset[str]:
    """Keys that are put together, as patterns: ``f"role.{role}.text"``, ``"nation.phrase." + code``."""
    found = set()
    for node in (node for tree in trees() for node in ast.walk(tree)):
        match node:
            case ast.JoinedStr(values=parts):
                found.add("".join(map(_piece, parts)))
            case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Add()):
                found.add(re.escape(text) + HOLE)
    return frozenset(shape for shape in found if BEGINS.match(shape) and HOLE in shape)


def _piece(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else HOLE


@cache
def codes() -> frozenset[str]:
    """The codes of the model and the data, file names among them, and what static/language.js names."""
    model, data = (ROOT / "criteria").glob("*.yaml"), (ROOT / "data").glob("*.*")
    paths = [*model, *data, ROOT / "static" / "language.js"]
    words = {word for path in paths for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))}
    return frozenset(words | {path.stem for path in paths})


@cache
def phrases() -> str:
    """The data with an underscore for each space and hyphen, as the codes of phrases are made."""
    tables = (path.read_text(encoding="utf-8") for path in (ROOT / "data").glob("*.csv"))
    return re.sub(r"[ -]", "_", "\n".join(tables))


def is_code(text: str) -> bool:
    if text in constants() or text in codes() or text in phrases():
        return True
    number, _, rest = text.partition("_")
    return number.isdigit() and is_code(rest)


def is_used(key: str) -> bool:
    if key in constants():
        return True
    if key.startswith("widgets."):
        return is_code(key.removeprefix("widgets."))
    matches = (re.fullmatch(shape, key) for shape in shapes())
    return any(all(map(is_code, found.groups())) for found in matches if found)


def test_every_text_is_used() -> None:
    assert [key for key in entries("nb") if not is_used(key)] == []


@pytest.mark.parametrize("key", ["start.no_such_line", "report.nobody_says_this", "widgets.unheard_of"])
def test_a_dead_key_is_found(key: str) -> None:
    assert not is_used(key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_singular_and_plural_fill_in_the_same(language: str) -> None:
    differ = {
        key
        for key, texts in entries(language).items()
        if len({frozenset(placeholders(text) - {"count"}) for text in texts}) > 1
    }
    assert differ == set()


@pytest.mark.parametrize(
    "path", sorted(FOLDER.glob("*/*.po")), ids=lambda path: f"{path.parent.name}-{path.name}"
)
def test_ordinary_tools_can_open_it(path: Path) -> None:
    head = path.read_text(encoding="utf-8").split("\n\n")[0]
    assert f'"Language: {path.parent.name}\\n"' in head
    assert '"Content-Type: text/plain; charset=UTF-8\\n"' in head
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"' in head
    assert len(re.findall(r"^msgid_plural ", path.read_text(encoding="utf-8"), re.MULTILINE)) == len(
        re.findall(r"^msgstr\[1\] ", path.read_text(encoding="utf-8"), re.MULTILINE)
    )
