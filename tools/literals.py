"""Finds text for people that stands in code or in a template instead of in the catalogues."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOWN: Final = {"alt", "body", "caption", "help", "label", "placeholder", "text", "title", "tooltip"}
"""Keywords whose text is shown, whatever function takes them."""
DRAWING: Final = {"st", "sheet", "document", "paragraph", "console", "typer"}
"""What draws: a text that one of these is handed by position is shown."""
QUIET: Final = {"query_params", "theme", "get_option", "set_option", "space"}
"""What belongs to them and draws nothing."""
UNSEEN: Final = {"cast", "TypeVar", "compile", "debug", "info", "warning", "error", "exception"}
"""What takes a text that is no text for people: a type, a pattern, a line of the log."""

_TAG: Final = re.compile(r"<[^>]*>")
_SPOKEN: Final = re.compile(r"(?:aria-label|title|alt|placeholder)=[\"']([^\"']*)[\"']")
_STYLE: Final = re.compile(r"<style>.*?</style>|[\w-]+:[^;\s][^;]*;|:material/\w+:", re.DOTALL)
# A word stands alone between spaces: app/page.py, --out, text:N and #e6ecee are codes.
_ONE: Final = r"(?<!\S)[«“(*]*[A-Za-zÆØÅæøå]{2,}[,.:;!?»”)*]*(?!\S)"
_WORD: Final = re.compile(_ONE)
_PROSE: Final = re.compile(rf"{_ONE}\s+{_ONE}")
_COMMENT: Final = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_BLOCK: Final = re.compile(r"\[([^\[\]]*)\]")
_CODE: Final = re.compile(r"#[\w.-]+(?:\([^()]*\))?|\b(?:for|in|if|else)\b")


@dataclass(frozen=True)
class Literal:
    """A text for people that a catalogue should hold, and the line it stands on."""

    line: int
    text: str


def in_python(source: str) -> list[Literal]:
    """The texts for people in Python: handed to what draws, words in HTML, or two words of prose anywhere.

    Docstrings, errors for programmers, types, patterns and the log are none.
    """
    tree = ast.parse(source)
    unseen = {id(inner) for node in _unseen(tree) for inner in ast.walk(node)}
    shown = {id(node) for node in _shown(tree)}
    found = [
        Literal(node.lineno, text)
        for node, text in _strings(tree)
        if id(node) not in unseen and _is_text(text, _WORD if id(node) in shown else _PROSE)
    ]
    return sorted(found, key=lambda literal: literal.line)


def in_typst(source: str) -> list[Literal]:
    """The texts for people in a Typst template: words in a block of content, or prose in quotation marks."""
    code = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), source)
    quoted = [match for match in _QUOTED.finditer(code) if _PROSE.search(match[0][1:-1])]
    bare = _QUOTED.sub(lambda match: " " * len(match[0]), code)
    blocks = [match for match in _BLOCK.finditer(bare) if _WORD.search(_CODE.sub(" ", match[1]))]
    return [Literal(code.count("\n", 0, match.start()) + 1, match[0]) for match in (*quoted, *blocks)]


def _is_text(text: str, words: re.Pattern[str]) -> bool:
    spoken = [part for part in _SPOKEN.findall(text) if _WORD.search(part)]
    between = _STYLE.sub(" ", text)
    if "<" in between and ">" in between:
        return bool(spoken) or bool(_WORD.search(_TAG.sub(" ", between)))
    return bool(words.search(between))


def _strings(tree: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """Whole strings; in one that is put together, {} for each place that is filled."""
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            pieces = (str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
            yield node, "".join(pieces)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield node, node.value


def _unseen(tree: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, errors, and what is handed to a type, a pattern or the log."""
    for node in ast.walk(tree):
        match node:
            case ast.Raise() | ast.Expr(value=ast.Constant()):
                yield node
            case ast.Call(func=func) if _name(func) in UNSEEN and not _draws(func):
                yield node


def _shown(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from (key.value for key in node.keywords if key.arg in SHOWN)
            if _draws(node.func):
                yield from node.args


def _draws(func: ast.expr) -> bool:
    """Whether a function belongs to what draws: ``st.button``, ``self.sheet.write_string``."""
    parts = ast.unparse(func).split(".")
    return bool(DRAWING & set(parts[:-1])) and not QUIET & set(parts)


def _name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
