"""`tikamp compare`: files of answers -> offices side by side, with ranks and how sure they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.deliver import check_room, format_for, hand_over, working
from cli.guard import tell
from report.comparison_table import comparison_table
from report.ratings_table import table_bytes
from scoring import load_model, rate
from scoring.ranks import rank_uncertainty
from scoring.several import read_several

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from i18n import Translator
    from report.ratings_table import Format


def write_comparison(files: Sequence[Path], *, out: Path | None, form: Format | None, t: Translator) -> None:
    """Compares every office of the files with all the others.

    Raises:
        UseError: The format is not told, has no room, or would go to a terminal that cannot show it.
        FaultsError: Files have faults, or share an office; nothing is written.
        OSError: A file cannot be read or written.
    """
    chosen = format_for(out, form=form, t=t)
    model = load_model()
    with working(t("cli.reading", files=", ".join(file.name for file in files))):
        answers = read_several(files, model=model)
        check_room(len(answers), form=chosen, t=t)
    with working(t.plural("cli.comparing", len(answers))):
        rating = rate(answers, model=model)
        ranks = rank_uncertainty(rating)
        content = table_bytes(comparison_table(answers, rating, ranks), chosen)
    hand_over(content, out=out, t=t)
    if out is not None:
        ranked = int(ranks.table["rank"].notna().sum())
        tell(t.plural("cli.compared", len(answers), ranked=t.number(ranked)))
