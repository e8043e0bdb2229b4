"""`tikamp report --all`: every office's scorecard, into a folder or a ZIP file."""

from __future__ import annotations

import errno
import os
import zipfile
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

import typer

from cli.guard import UseError, tell
from cli.office_report import example_names
from cli.progress import INTERRUPTED, advancing, interruptible
from report.cleaning import plain_text
from report.many import scorecard_pdfs
from report.whole_file import whole_file, write_whole
from scoring import FaultsError, build_nation, load_figures, load_model
from scoring.answer_table import HEADING
from scoring.tables import read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from i18n import Translator
    from report.many import Made
    from scoring import Assessment, Fault, Model

    Put = Callable[[str, bytes], None]

LONGEST: Final = 80
"""Characters of an office's name that a message repeats."""


def write_all_reports(file: Path, *, out: Path | None, t: Translator) -> None:
    """Writes the scorecard of every office whose answers are right.

    Args:
        file: The offices' answers.
        out: A folder, made if there is none, or a file that ends in ``.zip``.
        t: The language.

    Raises:
        UseError: It is not told where to write.
        FaultsError: Offices were left out, or the heading is wrong and nothing was written; with every
            fault of the file.
        OSError: A file cannot be read or written.
        typer.Exit: It was interrupted. A ZIP file is then not written; scorecards in a folder stay.
    """
    if out is None:
        raise UseError(t("reports.where"))
    model, figures = load_model(), load_figures()
    offices, faults = _read(file, model)
    good = _without(faults, offices)
    made = scorecard_pdfs(
        list(good.values()),
        model=model,
        nation=build_nation(model, figures),
        figures=figures,
        translator=t,
        examples=example_names(),
    )
    making = t("reports.making", file=file.name)
    with interruptible(t), _place(out, t) as put, advancing(making) as show, closing(made):
        written = list(_written(zip(good, made, strict=True), put, lambda count: show(count / len(good))))
    tell(t("cli.written", file=str(out)))
    tell(t.plural("reports.written", len(offices), written=t.number(len(written))))
    left_out = [plain_text(one.office, longest=LONGEST) for row, one in offices.items() if row not in written]
    if left_out:
        tell(t.plural("reports.left_out", len(left_out), offices=", ".join(left_out)))
    if faults:
        raise FaultsError(faults)


def _read(file: Path, model: Model) -> tuple[dict[int, Assessment], tuple[Fault, ...]]:
    """Every office that can be read, by its row, and all faults of the file."""
    table = read_file(file, model=model)
    try:
        table.answers()
    except FaultsError as error:
        return table.assessments(), error.faults
    return table.assessments(), ()


def _without(faults: tuple[Fault, ...], offices: dict[int, Assessment]) -> dict[int, Assessment]:
    """The offices that no fault is about.

    Raises:
        FaultsError: There is none, or the heading is wrong, which is about all of them.
    """
    is_heading = any(fault.code in HEADING and fault.place == "row" for fault in faults)
    # In JSON, a column that only one office has is told of the first; whose it is turns out when it is set.
    rows = {fault.line for fault in faults if fault.code not in HEADING}
    good = {row: one for row, one in offices.items() if row not in rows}
    if is_heading or not good:
        raise FaultsError(faults)
    return good


def _written(made: Iterable[tuple[int, Made]], put: Put, show: Callable[[int], None]) -> Generator[int]:
    """Puts every scorecard in its place; gives the rows of their offices."""
    for count, (row, one) in enumerate(made, start=1):
        if one.pdf is not None:
            put(one.file, one.pdf)
            yield row
        show(count)


def _place(out: Path, t: Translator) -> AbstractContextManager[Put]:
    return _archive(out) if out.suffix.lower() == ".zip" else _folder(out, t)


@contextmanager
def _archive(out: Path) -> Generator[Put]:
    """Stored as they are: a PDF is compressed inside."""
    with whole_file(out) as file, zipfile.ZipFile(file, "w") as archive:
        yield archive.writestr


@contextmanager
def _folder(out: Path, t: Translator) -> Generator[Put]:
    count = 0

    def put(name: str, pdf: bytes) -> None:
        nonlocal count
        write_whole(out / name, pdf)
        count += 1

    try:
        out.mkdir(exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(out)) from error
    try:
        yield put
    except KeyboardInterrupt:
        tell(t.plural("reports.stopped", count))
        raise typer.Exit(INTERRUPTED) from None
