"""A PDF as it is heard: what two checkers find wrong with it, and what a screen reader says of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import outloud
import pdfua
from outloud.model import Document

if TYPE_CHECKING:
    from pathlib import Path


def faults_of(pdf: bytes, folder: Path) -> list[str]:
    """All that either checker finds in a PDF, pdfua's warnings too; each has rules that the other lacks.

    Of outloud's the errors alone: it warns of a title over 200 characters, which is an office's own name,
    and of figures in an alternative text, which tells figures.
    """
    path = _kept(pdf, folder)
    formal = [one for one in pdfua.validate(path).findings if one.severity is not pdfua.Severity.INFO]
    heard = outloud.check(path)
    found = [f"{one.rule} {one.message} {one.evidence}" for one in heard.findings if one.severity == "error"]
    return [*map(str, formal), *found, *([heard.error] if heard.error else [])]


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
