"""A PDF as it is heard: what two checkers find wrong with it, and what a screen reader says of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import outloud
import pdfua
from outloud.model import Document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from outloud.findings import Finding


def faults_of(pdf: bytes, folder: Path, *, headings: Iterable[str] = ()) -> list[str]:
    """All that either checker finds in a PDF, pdfua's warnings too; each has rules that the other lacks.

    Of outloud's the errors alone: it warns of a title over 200 characters, which is an office's own name,
    and of figures in an alternative text, which tells figures.

    Args:
        pdf: The file.
        folder: Where it may lie meanwhile.
        headings: Of the columns of its long tables. Where one goes on over the page they stand there again,
            passed over by ear, as they should be: outloud takes eight words or more for lost text (TAG-002).
    """
    again = set(" ".join(headings).split())
    path = _kept(pdf, folder)
    formal = [one for one in pdfua.validate(path).findings if one.severity is not pdfua.Severity.INFO]
    heard = outloud.check(path)
    found = [f"{one.rule} {one.message} {one.evidence}" for one in heard.findings if _is_fault(one, again)]
    return [*map(str, formal), *found, *([heard.error] if heard.error else [])]


def _is_fault(found: Finding, again: set[str]) -> bool:
    repeated = found.rule == "TAG-002" and set((found.evidence or "").replace(";", " ").split()) <= again
    return found.severity == "error" and not repeated


def first_page(pdf: bytes, folder: Path) -> str:
    """What is said of the first page, in the order of the file; headers and footers are passed over."""
    document = Document(_kept(pdf, folder))
    said = [run.text for run in document.content(0).runs if run.tagged and not run.artifact]
    document.close()
    return " ".join(" ".join(said).split())


def _kept(pdf: bytes, folder: Path) -> str:
    path = folder / "heard.pdf"
    path.write_bytes(pdf)
    return str(path)
