"""Report content -> PDF, set by Typst with our own templates and fonts."""

from __future__ import annotations

import json
from collections import deque
from contextlib import contextmanager
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, get_args

import typst

from report.cleaning import FONTS, clean
from report.content import report_content
from report.content_comparison import comparison_content

if TYPE_CHECKING:
    from collections.abc import Generator

    from report.comparison_types import ComparisonContent
    from report.content_case import Case
    from report.content_types import Content
    from report.side_by_side import SideBySide

TEMPLATES: Final = Path(__file__).parent / "templates"
STANDARDS: Final[list[typst.PDFStandard]] = ["ua-1", "a-2a"]
"""Typst refuses to make a PDF that breaks what it checks of these two: access and archiving."""

Report = Literal["scorecard", "comparison"]
"""What there is a template for."""

_idle: Final[dict[Report, deque[typst.Compiler]]] = {report: deque() for report in get_args(Report)}
"""Compilers that nobody uses just now. One serves one call at a time: a second call fails at once."""


def scorecard_pdf(case: Case) -> bytes:
    """One office's scorecard as a tagged PDF of two to four A4 pages, with a plan of measures up to six.

    Returns:
        The file. The same scorecard in the same language gives the same bytes: the date in it is
        the assessment's.
    """
    return typeset(report_content(case))


def comparison_pdf(side: SideBySide) -> bytes:
    """Offices beside each other as a tagged PDF: some six A4 pages for few offices, more for hundreds.

    Args:
        side: The offices.

    Returns:
        The file. The same offices, told of in the same way, give the same bytes.
    """
    return typeset(comparison_content(side), "comparison")


def typeset(content: Content | ComparisonContent, report: Report = "scorecard") -> bytes:
    """Sets report content; characters that the fonts lack are cleaned away first."""
    data = json.dumps(clean(asdict(content)))
    with _compiler(report) as compiler:
        pdf = compiler.compile(
            format="pdf", sys_inputs={"data": data}, pdf_standards=STANDARDS, timestamp=_NO_TIME
        )
    if not isinstance(pdf, bytes):
        message = f"a PDF is one file of bytes, not {type(pdf).__name__}"
        raise TypeError(message)
    return pdf


_NO_TIME: Final = 0
"""The clock is never read: the template sets the document's date."""


@contextmanager
def _compiler(report: Report) -> Generator[typst.Compiler]:
    """A compiler of one's own; it is kept afterwards, because it has read the templates.

    There come to be as many as there are threads that set at the same time. What they remember of
    earlier documents they share.
    """
    try:
        compiler = _idle[report].pop()
    except IndexError:
        compiler = typst.Compiler(
            TEMPLATES / f"{report}.typ", root=TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True
        )
    try:
        yield compiler
    finally:
        _idle[report].append(compiler)


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
