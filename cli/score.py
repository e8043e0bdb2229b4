"""`tikamp score`: a file of answers -> ratings."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cli.deliver import hand_over, working
from cli.guard import UseError, tell
from cli.office_report import example_names
from report.ratings_table import BINARY, FORMATS, Format, ratings_table, table_bytes
from report.sheets import MOST
from report.workbook import ratings_workbook
from scoring import load_model, rate
from scoring.tables import read_answers

if TYPE_CHECKING:
    from pathlib import Path

    from i18n import Translator
    from scoring import Answers, Rating


def write_ratings(file: Path, *, out: Path | None, form: Format | None, t: Translator) -> None:
    """Rates every office of a file.

    Raises:
        UseError: The format is not told, or would go to a terminal that cannot show it.
        FaultsError: The file has faults; nothing is written.
        OSError: A file cannot be read or written.
    """
    chosen = form or _format_of(out, t)
    if chosen in BINARY and out is None and sys.stdout.isatty():
        raise UseError(t("cli.not_on_screen"))
    model = load_model()
    with working(t("cli.rating", file=file.name)):
        answers = read_answers(file, model=model)
        rating = rate(answers, model=model)
        content = _content(rating, answers, chosen, t)
    hand_over(content, out=out, t=t)
    if out is not None:
        rated = int(rating.total["score"].notna().sum())
        tell(t.plural("cli.rated", len(rating.total), rated=t.number(rated)))


def _content(rating: Rating, answers: Answers, form: Format, t: Translator) -> bytes:
    """The ratings as a file; a spreadsheet holds the answers and the code book too."""
    if form != "xlsx":
        return table_bytes(ratings_table(rating), form)
    if len(answers) > MOST:
        raise UseError(t("workbook.too_many", most=t.number(MOST), found=t.number(len(answers))))
    return ratings_workbook(rating, answers, translator=t, examples=example_names())


def _format_of(out: Path | None, t: Translator) -> Format:
    """The format that the ending of the file tells."""
    if out is None or (out.exists() and not out.is_file()):
        return "csv"
    for form in FORMATS:
        if out.suffix.lower() == f".{form}":
            return form
    raise UseError(t("cli.which_format", file=out.name, formats=", ".join(FORMATS)))
