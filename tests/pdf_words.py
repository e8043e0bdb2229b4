"""What stands in a PDF: seen, heard, or in any corner of the file."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2  # type: ignore[import-untyped]


def pdf_words(pdf: bytes) -> str:
    """The text of all pages, each run of white space one space and line-end hyphens as printed."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[place].get_textpage().get_text_bounded() for place in range(len(document))]
    return re.sub(r"\s+", " ", " ".join(pages)).replace("\x02", "-")


def pdf_tags(node: pikepdf.Object) -> list[tuple[str, str]]:
    """Every tag of the structure, with its alternative text or nothing."""
    if isinstance(node, pikepdf.Array):
        return [tag for one in list(node) for tag in pdf_tags(one)]
    if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
        return []
    inner = pdf_tags(node.K) if "/K" in node else []
    return [(str(node.S), str(node.get("/Alt", ""))), *inner]


def pdf_everything(pdf: bytes) -> str:
    """The text of all pages, and every string and stream of the file: titles, bookmarks, tags, metadata."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = [part for one in opened.objects for part in _strings(one)]
    return " ".join([pdf_words(pdf), *found])


def _strings(node: object) -> list[str]:
    """Of one object and what lies within it; other objects come by themselves."""
    if isinstance(node, pikepdf.String):
        return [str(node)]
    inside: list[object] = []
    if isinstance(node, pikepdf.Dictionary | pikepdf.Stream):
        inside = list(dict(node.items()).values())
    elif isinstance(node, pikepdf.Array):
        inside = list(node)
    own = [node.read_bytes().decode(errors="replace")] if isinstance(node, pikepdf.Stream) else []
    within = (one for one in inside if not getattr(one, "is_indirect", False))
    return [*own, *(part for one in within for part in _strings(one))]
