"""`tikamp score`: a file of answers -> ratings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.deliver import format_for, hand_over, working
from cli.guard import tell
from report.ratings_table import ratings_table, table_bytes
from scoring import load_model, rate
from scoring.tables import read_answers

if TYPE_CHECKING:
    from pathlib import Path

    from i18n import Translator
    from report.ratings_table import Format


def write_ratings(file: Path, *, out: Path | None, form: Format | None, t: Translator) -> None:
    """Rates every office of a file.

    Raises:
        UseError: The format is not told, or would go to a terminal that cannot show it.
        FaultsError: The file has faults; nothing is written.
        OSError: A file cannot be read or written.
    """
    chosen = format_for(out, form=form, t=t)
    model = load_model()
    with working(t("cli.rating", file=file.name)):
        rating = rate(read_answers(file, model=model), model=model)
        content = table_bytes(ratings_table(rating), chosen)
    hand_over(content, out=out, t=t)
    if out is not None:
        rated = int(rating.total["score"].notna().sum())
        tell(t.plural("cli.rated", len(rating.total), rated=t.number(rated)))
