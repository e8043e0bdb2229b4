"""What of a comparison is taken away: the offices as they are shown, in files.

Where names are hidden, an office's alias stands for its name in every file, the offices come in the order of
the aliases, and what would tell who it is stays behind: notes, plans, county, inhabitants and tags.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from report.comparison_table import comparison_table
from report.file_names import file_names
from report.pdf import comparison_pdf
from report.ratings_table import ratings_table, table_bytes
from report.side_by_side import About, SideBySide
from report.workbook import ratings_workbook
from scoring import rate
from scoring.facts import Facts
from scoring.ranks import rank_uncertainty
from scoring.weightings import draws_for
from ui import resources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from i18n import Translator
    from report.ratings_table import Format
    from scoring import Assessment, Rating
    from ui.comparing import Group, Office

Key = tuple[str, Hashable]
"""The code of an office, and all else that its scorecard is made of."""

MOST: Final = 400
"""So many scorecards one session makes and keeps, some 60 MB; more are for the command line."""


@dataclass(frozen=True)
class Sheet:
    """One office's scorecard that is to be made.

    Args:
        assessment: Under the name that is shown.
        key: What the scorecard is made of, to know one that is made already.
    """

    assessment: Assessment
    key: Key


@dataclass(frozen=True)
class Taken:
    """The offices that are shown, as they go out.

    Args:
        side: Their answers, called as on the screen, and what a report says of them.
        offices: The same offices in the same order.

    All that the files are made of is held here: they are made when the page has been drawn long ago.
    """

    side: SideBySide
    offices: tuple[Office, ...]

    @cached_property
    def rating(self) -> Rating:
        """All of them, rated in one go and called as on the screen."""
        return rate(self.side.answers, model=self.side.model)

    def report(self) -> bytes:
        """The comparison on paper."""
        return comparison_pdf(self.side)

    def workbook(self) -> bytes:
        """Results that reckon, answers by code, and a code book."""
        side = self.side
        return ratings_workbook(self.rating, side.answers, translator=side.t, examples=side.about.examples)

    def comparison(self, form: Format) -> bytes:
        """Totals, ranks, how sure these are, and the nearest."""
        answers = self.side.answers
        ranks = rank_uncertainty(self.rating, weights=self.side.about.weights, draws=draws_for(len(answers)))
        return table_bytes(comparison_table(answers, self.rating, ranks), form)

    def ratings(self, form: Format) -> bytes:
        """Every score of every office, down to the indicators."""
        return table_bytes(ratings_table(self.rating), form)

    @cached_property
    def sheets(self) -> list[Sheet]:
        """The scorecards, in the order of the offices."""
        names = self.side.answers.offices
        return [_sheet(str(name), one, self.side) for name, one in zip(names, self.offices, strict=True)]


def taken(
    group: Group,
    offices: Mapping[str, Office],
    labels: Mapping[str, str],
    *,
    t: Translator,
    about: About,
) -> Taken:
    """The offices of a group as they go out.

    Args:
        group: Those that the filters let through.
        offices: Code -> office.
        labels: Code -> what it is called on the screen; aliases in their order.
        t: The language.
        about: What is said of them; the examples among them are found here.
    """
    places = {code: row for row, code in enumerate(group.codes)}
    codes = [code for code in labels if code in places] if about.hidden else list(places)
    rows = np.array([places[code] for code in codes], dtype=np.intp)
    names = np.array([labels[code] for code in codes], dtype=object)
    answers = replace(group.answers.part(rows), offices=names)
    examples = frozenset(labels[code] for code in codes if offices[code].source == "example")
    side = SideBySide(
        replace(answers, facts=None) if about.hidden else answers,
        resources.model(),
        resources.nation(),
        resources.figures(),
        t,
        replace(about, examples=examples),
    )
    return Taken(side, tuple(offices[code] for code in codes))


def _sheet(name: str, office: Office, side: SideBySide) -> Sheet:
    own = replace(office.assessment, office=name)
    shown = replace(own, notes={}, plan=(), facts=Facts()) if side.about.hidden else own
    written = tuple(sorted(shown.notes.items())), shown.plan
    return Sheet(shown, (office.code, (name, side.t.language, shown.fingerprint, shown.date, written)))


def zipped(scorecards: Sequence[tuple[str, bytes]]) -> bytes:
    """Scorecards in one file, stored as they are: a PDF is compressed inside.

    Args:
        scorecards: What each office is called, and its PDF.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        names = file_names((name for name, _ in scorecards), "pdf")
        for file, (_, pdf) in zip(names, scorecards, strict=True):
            archive.writestr(zipfile.ZipInfo(file), pdf)  # without the hour at which it was made
    return buffer.getvalue()
