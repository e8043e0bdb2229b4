"""`tikamp compare`: files of answers -> offices side by side, with ranks and how sure they are."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from cli.deliver import check_room, format_for, hand_over, working
from cli.guard import UseError, tell
from cli.office_report import example_names
from report.comparison_table import comparison_table
from report.pdf import comparison_pdf
from report.ratings_table import Format, table_bytes
from report.side_by_side import MOST, About, SideBySide
from scoring import build_nation, load_figures, load_model, rate
from scoring.own_weights import read_weights
from scoring.ranks import rank_uncertainty
from scoring.several import read_several

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from i18n import Translator
    from scoring import Answers, Model

Wanted = Literal["csv", "json", "parquet", "xlsx", "pdf"]

YAML: Final = (".yaml", ".yml")


@dataclass(frozen=True)
class Order:
    """What is asked for.

    Args:
        files: One or more.
        out: Where to write; standard output if None.
        form: By the ending of ``out`` if None.
        weights: A file of own weights; the model's if None.
    """

    files: Sequence[Path]
    out: Path | None
    form: Wanted | None
    weights: Path | None

    @property
    def on_paper(self) -> bool:
        """Whether it is the report, not the table."""
        by_name = self.out is not None and self.out.suffix.lower() == ".pdf"
        return self.form == "pdf" or (self.form is None and by_name)


def write_comparison(order: Order, *, t: Translator) -> None:
    """Compares every office of the files with all the others.

    Raises:
        UseError: The format is not told, has no room, or would go to a terminal that cannot show it.
        FaultsError: Files have faults, or share an office; nothing is written.
        OSError: A file cannot be read or written.
    """
    chosen = _format(order, t)
    model = load_model()
    weights = _weights(order.weights, model, t)
    with working(t("cli.reading", files=", ".join(file.name for file in order.files))):
        answers = read_several(order.files, model=model)
        _check_room(len(answers), chosen, t)
    with working(t.plural("cli.comparing", len(answers))):
        content, ranked = (
            _report(answers, model, weights, t) if chosen is None else _table(answers, model, weights, chosen)
        )
    hand_over(content, out=order.out, t=t)
    if order.out is not None:
        tell(t.plural("cli.compared", len(answers), ranked=t.number(ranked)))


def _format(order: Order, t: Translator) -> Format | None:
    """The format of the table; None for the report on paper."""
    if order.on_paper:
        if order.out is None and sys.stdout.isatty():
            raise UseError(t("cli.not_on_screen"))
        return None
    return format_for(order.out, form=None if order.form == "pdf" else order.form, t=t)


def _weights(file: Path | None, model: Model, t: Translator) -> dict[str, float] | None:
    if file is None:
        return None
    if file.suffix.lower() not in YAML:
        raise UseError(t("cli.weights_yaml", file=file.name))
    return read_weights(file, model=model)


def _check_room(offices: int, form: Format | None, t: Translator) -> None:
    if form is not None:
        check_room(offices, form=form, t=t)
    elif offices < 2:  # noqa: PLR2004 - one is not beside anything
        raise UseError(t("comparison.too_few"))
    elif offices > MOST:
        raise UseError(t("comparison.too_many", most=t.number(MOST), found=t.number(offices)))


def _table(
    answers: Answers, model: Model, weights: dict[str, float] | None, form: Format
) -> tuple[bytes, int]:
    """The file, and how many offices have a rank."""
    rating = rate(answers, model=model)
    ranks = rank_uncertainty(rating, weights=weights)
    return table_bytes(comparison_table(answers, rating, ranks), form), int(ranks.table["rank"].notna().sum())


def _report(
    answers: Answers, model: Model, weights: dict[str, float] | None, t: Translator
) -> tuple[bytes, int]:
    """The file, and how many offices have a rank."""
    figures = load_figures()
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    about = About(today, weights=weights, examples=example_names())
    side = SideBySide(answers, model, build_nation(model, figures), figures, t, about)
    return comparison_pdf(side), side.ranked
