"""The averages that the report prints, and what each is an average of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import resources
from ui.components.prose import prose

if TYPE_CHECKING:
    from i18n import Translator


def means(question: str, population: str, t: Translator) -> None:
    """Draws the printed averages of a question, where there are any."""
    table = resources.table("national_means.csv")
    found = table[(table["question"] == question) & (table["population"] == population)]
    if found.empty:
        return
    lines = []
    for row in found.to_dict("records"):
        texts = {str(name): str(cell) for name, cell in row.items()}
        lines.append(f"- {_value(texts, t)} {_note(texts, t)}")
    prose(f"**{t('nation.means')}**\n\n" + "\n".join(lines))


def _value(row: dict[str, str], t: Translator) -> str:
    """The average with its unit and how many it is taken over."""
    value = float(row["value"])
    decimals = len(row["value"].partition(".")[2])
    kind = row["unit"].replace(" ", "_") if row["statistic"] == "mean" else row["statistic"]
    text = t(f"nation.mean.{kind}", value=t.number(value, decimals))
    base = t("nation.mean.n", n=t.number(int(row["n"]))) if row["n"] else t("nation.mean.no_n")
    return f"{text} {base}"


def _note(row: dict[str, str], t: Translator) -> str:
    """What to know about this one, else about its kind; nothing for a plain average."""
    for key in (
        f"nation.mean.note.{row['question']}_{row['statistic']}",
        f"nation.mean.note.{row['statistic']}",
    ):
        if t.has(key):
            return t(key)
    return ""
