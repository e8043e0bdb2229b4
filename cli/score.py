"""`tikamp score`: a file of answers -> ratings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cli.deliver import check_room, format_for, hand_over, handing_over, working
from cli.guard import tell
from cli.office_report import example_names
from cli.progress import advancing, interruptible
from report.ratings_table import ratings_table, table_bytes
from report.ratings_writer import STREAMED, write_tables
from report.workbook import ratings_workbook
from scoring import load_model, rate
from scoring.chunks import comes_in_chunks
from scoring.stream import rate_in_chunks
from scoring.tables import read_answers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pandas as pd

    from i18n import Translator
    from report.ratings_table import Format
    from report.ratings_writer import Streamed
    from scoring import Answers, Rating


def write_ratings(file: Path, *, out: Path | None, form: Format | None, t: Translator) -> None:
    """Rates every office of a file: one of any length where file and format come in chunks.

    Raises:
        UseError: The format is not told, has no room, or would go to a terminal that cannot show it.
        FaultsError: The file has faults; nothing is written.
        OSError: A file cannot be read or written.
    """
    chosen = format_for(out, form=form, t=t)
    if chosen in STREAMED and comes_in_chunks(file):
        with interruptible(t):
            count = _stream(file, out=out, form=chosen, t=t)
    else:
        count = _whole(file, out=out, form=chosen, t=t)
    if out is not None:
        tell(t.plural("cli.rated", count.offices, rated=t.number(count.rated)))


def _whole(file: Path, *, out: Path | None, form: Format, t: Translator) -> _Count:
    model = load_model()
    with working(t("cli.rating", file=file.name)):
        answers = read_answers(file, model=model)
        check_room(len(answers), form=form, t=t)
        rating = rate(answers, model=model)
        content = _content(rating, answers, form, t)
    hand_over(content, out=out, t=t)
    return _Count().plus(rating)


def _content(rating: Rating, answers: Answers, form: Format, t: Translator) -> bytes:
    """The ratings as a file; a spreadsheet holds the answers and the code book too."""
    if form == "xlsx":
        return ratings_workbook(rating, answers, translator=t, examples=example_names())
    return table_bytes(ratings_table(rating), form)


def _stream(file: Path, *, out: Path | None, form: Streamed, t: Translator) -> _Count:
    """Chunk by chunk, whatever the length of the file."""
    count = _Count()

    def tables() -> Iterator[pd.DataFrame]:
        nonlocal count
        for part in rate_in_chunks(file, model=load_model()):
            show(part.read)
            if part.rating is not None:
                count = count.plus(part.rating)
                yield ratings_table(part.rating)

    with handing_over(out, t=t) as draft, advancing(t("cli.rating", file=file.name)) as show:
        write_tables(tables(), draft, form=form)
    return count


@dataclass(frozen=True)
class _Count:
    offices: int = 0
    rated: int = 0

    def plus(self, rating: Rating) -> _Count:
        scores = rating.total["score"]
        return _Count(self.offices + len(scores), self.rated + int(scores.notna().sum()))
