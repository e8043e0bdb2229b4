"""A PDF as it is read aloud: its passages in the order of its tags, each with its tag and its language."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pikepdf
from outloud.model import Document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Texts = dict[tuple[int, int], tuple[str, str]]
"""By page and mark: the text, and the language that the mark itself gives it, if any."""


@dataclass(frozen=True)
class Passage:
    """What is said at one place, within which tag, in which language; of a figure its alternative text."""

    tag: str
    language: str
    text: str = ""


def spoken(pdf: bytes, folder: Path) -> list[Passage]:
    """Everything that is read aloud, in the order in which it is."""
    path = folder / "spoken.pdf"
    path.write_bytes(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        texts, pages = (
            _texts(opened, path),
            {page.obj.objgen: place for place, page in enumerate(opened.pages)},
        )
        root = Passage("", str(opened.Root.Lang))
        return list(_walk(opened.Root.StructTreeRoot.K, root, _Marks(texts, pages, 0)))


def headings(passages: list[Passage]) -> list[tuple[int, str]]:
    """Every heading in order, as its level and its text."""
    found: list[tuple[int, str]] = []
    before = ""
    for one in passages:
        level = int(one.tag[1:]) if re.fullmatch(r"H\d", one.tag) else 0
        if level and one.tag == before:
            found[-1] = (level, found[-1][1] + one.text)
        elif level:
            found.append((level, one.text))
        before = one.tag
    return found


@dataclass(frozen=True)
class _Marks:
    texts: Texts
    pages: dict[tuple[int, int], int]
    page: int


def _texts(opened: pikepdf.Pdf, path: Path) -> Texts:
    document, found = Document(str(path)), {}
    for place, page in enumerate(opened.pages):
        said: dict[int, str] = {}
        for run in document.content(place).runs:
            if run.mcid is not None:
                said[run.mcid] = said.get(run.mcid, "") + run.text
        for mark, language in _languages(page):
            found[place, mark] = (said.get(mark, ""), language)
    document.close()
    return found


def _languages(page: pikepdf.Page) -> Iterator[tuple[int, str]]:
    """Of every mark of a page, the language that it gives its text."""
    for one in pikepdf.parse_content_stream(page, "BDC"):
        told = one.operands[1] if str(one.operator) == "BDC" else None
        if isinstance(told, pikepdf.Dictionary) and "/MCID" in told:
            yield int(told.MCID), str(told.get("/Lang", ""))


def _walk(node: object, within: Passage, marks: _Marks) -> Iterator[Passage]:
    if isinstance(node, pikepdf.Array):
        for one in list(node):
            yield from _walk(one, within, marks)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield from _tag(node, within, marks)
    elif isinstance(node, pikepdf.Dictionary) and "/MCID" in node:
        page = marks.pages[node.Pg.objgen] if "/Pg" in node else marks.page
        yield from _walk(int(node.MCID), within, replace(marks, page=page))
    elif isinstance(node, int):
        text, language = marks.texts[marks.page, node]
        yield replace(within, text=text, language=language or within.language)


def _tag(node: pikepdf.Dictionary, within: Passage, marks: _Marks) -> Iterator[Passage]:
    kept = str(node.S) == "/Span" or within.tag.startswith(("H", "TH"))
    inside = Passage(within.tag if kept else str(node.S)[1:], str(node.get("/Lang", within.language)))
    if "/Pg" in node:
        marks = replace(marks, page=marks.pages[node.Pg.objgen])
    if "/Alt" in node:
        yield replace(inside, text=str(node.Alt))
    elif "/K" in node:
        yield from _walk(node.K, inside, marks)
