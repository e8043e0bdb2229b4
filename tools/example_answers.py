"""Answers of synthetic offices, drawn question by question from the national figures.

The report's: the counts (split into OSK and KSK where it splits them), the participation in service
fields, the steps of the ladder, the classes of numbers. Ours, where the report prints a phrase or
nothing: ``ASSUMED``, ``RANGES``, the fields marked as most demanded, and that the answers of one
office move together (see ``tools.draw``).

Answers agree with each other: an office that registers no enquiries has no weekly figures, one that
describes no services publishes none, one without gains names no amount, and the shares of enquiries
that are completed, partly handled and passed on make a hundred where all three are known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from scoring.encode import SEPARATOR
from tools.draw import Draw, Floats, Range, Texts, normal_of, pick, pick_numbers, ranges_of
from tools.example_ladder import Marks, draw_demanded, draw_ladder

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoring.figures import Figures
    from scoring.model import Model

Counts = dict[str, float]

TYPES: Final = {"osk": 58, "ksk": 93}
"""Question 6."""

ASSUMED: Final[dict[str, Counts]] = {
    # Counts that fit the report's phrases ("nearly one in four") where it prints no number.
    "opened": {"before_1999": 26, "1999_2000": 35, "from_2001": 86},
    "placement": {"staff": 88, "own_unit": 44, "other": 19},
    "fte": {"at_1_5": 4, "2_2_5": 14, "3_5_5": 82, "6_10": 38, "10_5_20": 11, "over_20": 2},
    "gains": {"do_not_know": 87, "no": 10, "yes": 54},
    "partly_share": {"up_to_10": 11, "10_30": 40, "30_50": 19, "50_70": 4},
    "passed_on_share": {"up_to_20": 24, "20_60": 50, "60_90": 11},
    "published_online": {"none": 51, "intranet": 25, "internet": 3, "both": 36},
    # Our own questions, in percent.
    "quality_gains_described": {"no": 55, "partly": 30, "yes": 15},
    "range_reviewed": {"no": 40, "partly": 40, "yes": 20},
    "services_counted": {"no": 30, "partly": 40, "yes": 30},  # of those that register enquiries
    "user_survey_regular": {"no": 30, "partly": 40, "yes": 30},  # of those that ask their users
}
RANGES: Final[dict[str, dict[str, Range]]] = {
    # Classes that the report lacks, and ends that no office could have had in 2003.
    "opened": {"before_1999": (1992, 1998), "from_2001": (2001, 2003)},
    "fte": {"2_2_5": (2, 2.5), "10_5_20": (10.5, 20)},
}
KNOWN: Final = {
    # Offices that state a figure, of those that could.
    "completed_share": 87 / 151,
    "partly_share": 74 / 151,
    "passed_on_share": 85 / 151,
    "weekly_telephone": 54 / 55,
    "weekly_visits": 53 / 55,
    "weekly_email": 36 / 55,
    "gains_amount": 30 / 54,
}
STEPS: Final = {"kroner": 10_000, "percent": 1, "per_week": 5, "fte": 0.5, "year": 1}
WORST_FIRST: Final = (
    "do_not_know",
    "no",
    "none",
    "intranet",
    "internet",
    "other",
    "some",
    "partly",
    "both",
    "all",
    "yes",
)
UNRELATED: Final = {"reorganised", "organisation", "placement", "location", "employer", "working_model"}
"""Choices in which no answer is better than another."""

SIZED: Final = {"fte", "setup_cost", "running_cost"}
"""Numbers that go with the size of the office, like the weekly enquiries."""

PERSONS_PER_FTE: Final = (1.0, 1.4)
"""Around the report's mean of 1.2."""

OPPOSITE: Final = -0.9
"""What is completed is not passed on."""

_NOT_KNOWN: Final = "do_not_know"
_SHARES: Final = ("completed_share", "partly_share", "passed_on_share")


def draw_answers(size: int, *, model: Model, figures: Figures, rng: np.random.Generator) -> pd.DataFrame:
    """Full answers of synthetic offices.

    Args:
        size: Offices; OSK and KSK in the survey's proportion, in random order.
        model: The model.
        figures: The national figures.
        rng: The only source of chance.

    Returns:
        A row for each office, the columns of ``columns_of`` but the name; texts.

    Laws: the pooled answers to a question follow the national counts in expectation.
    """
    survey = _Survey(model, figures, Draw(size, rng))
    for code in model.asked:
        survey.answer(code)
    survey.let_shares_agree()
    return pd.DataFrame(survey.answers)


class _Survey:
    """The answers so far; later ones may depend on them."""

    def __init__(self, model: Model, figures: Figures, draw: Draw) -> None:
        self.model, self.figures, self.draw = model, figures, draw
        self.answers: dict[str, Texts] = {}
        self.special: dict[str, Callable[[], Texts]] = {
            "office_type": self._types,
            "persons": self._persons,
            "challenges": self._challenges,
            "demanded": lambda: draw_demanded(self._osk, model=model, figures=figures, draw=draw),
            "passed_on_share": self._passed_on,
            "gains_amount": self._gains_amount,
            "published_online": lambda: self._unless(
                "service_descriptions", "none", "does_not_apply", "published_online"
            ),
            "services_counted": lambda: self._unless("enquiries_registered", "no", "no", "services_counted"),
            "user_survey_regular": lambda: self._unless("user_survey", "no", "no", "user_survey_regular"),
        }

    @property
    def _osk(self) -> Marks:
        return np.asarray(self.answers["office_type"] == "osk", dtype=np.bool_)

    def answer(self, code: str) -> None:
        item = self.model.items[code]
        if item.kind == "ladder":
            steps = draw_ladder(self._osk, model=self.model, figures=self.figures, draw=self.draw)
            self.answers |= {f"{code}.{field}": column for field, column in steps.items()}
        elif code in self.special:
            self.answers[code] = self.special[code]()
        elif item.unit == "per_week":
            registered = self.answers["enquiries_registered"] == "yes"
            self.answers[code] = np.where(registered, self._number(code, self.draw.sizing()), _NOT_KNOWN)
        elif item.kind in {"three_point", "choice"}:
            self.answers[code] = self._word(code)
        else:
            self.answers[code] = self._number(code, self._places(code))

    def _places(self, code: str) -> Floats:
        if self.model.items[code].kind == "share":
            return self.draw.telling()
        return self.draw.sizing() if code in SIZED else self.draw.plain()

    def let_shares_agree(self) -> None:
        """What is neither completed nor passed on is partly handled."""
        completed, partly, passed = (
            pd.to_numeric(pd.Series(self.answers[code]), errors="coerce") for code in _SHARES
        )
        passed = passed.mask(completed + passed > 100, 100 - completed)  # noqa: PLR2004 - percent
        rest = 100 - completed.fillna(0) - passed.fillna(0)
        partly = partly.mask(partly > rest, rest)
        partly = partly.mask(partly.notna() & completed.notna() & passed.notna(), rest)
        for code, column in zip(_SHARES, (completed, partly, passed), strict=True):
            texts = column.map("{:.0f}".format).where(column.notna(), _NOT_KNOWN)
            self.answers[code] = texts.to_numpy(dtype=object)

    def _word(self, code: str) -> Texts:
        places = self.draw.plain() if code in UNRELATED else self.draw.telling()
        by_type = {name: pick(self._counts(code, name), places) for name in TYPES}
        return np.where(self._osk, by_type["osk"], by_type["ksk"])

    def _unless(self, earlier: str, answer: str, then: str, code: str) -> Texts:
        return np.where(self.answers[earlier] == answer, then, self._word(code))

    def _number(self, code: str, places: Floats) -> Texts:
        item = self.model.items[code]
        counts = self._counts(code, "all")
        unknown = counts.pop(_NOT_KNOWN, 0)
        known = KNOWN.get(code, 1 - unknown / (unknown + sum(counts.values())))
        step = STEPS[item.unit or ""]
        numbers = pick_numbers(counts, ranges_of(item, step) | RANGES.get(code, {}), places, step=step)
        knows = (
            self.draw.plain() if item.kind == "share" else self.draw.telling()
        )  # else the best would answer
        return np.where(knows >= 1 - known, numbers, _NOT_KNOWN)

    def _counts(self, code: str, population: str) -> Counts:
        """Alternative -> offices, the worst first.

        Raises:
            ValueError: Neither printed, nor derived, nor assumed: say what to assume in ``ASSUMED``.
        """
        if code in ASSUMED:
            return dict(ASSUMED[code])
        question = self.model.items[code].place.question or ""
        figure = self.figures.get(question, population=population) or self.figures.get(question)
        wanted = [*(self.model.items[code].bins or self.model.alternatives(code))]
        counts = figure.counts if figure else {}
        if any(counts.get(name) is None for name in wanted):
            message = f"there are no counts to draw {code} from"
            raise ValueError(message)
        wanted += [_NOT_KNOWN] if _NOT_KNOWN in counts and _NOT_KNOWN not in wanted else []
        found = {name: float(counts[name] or 0) for name in wanted}
        known = [name for name in WORST_FIRST if name in found]
        return {name: found[name] for name in [*known, *(name for name in found if name not in known)]}

    def _types(self) -> Texts:
        osk = round(self.draw.size * TYPES["osk"] / sum(TYPES.values()))
        order = np.argsort(self.draw.plain())
        return np.where(order < osk, "osk", "ksk").astype(object)

    def _persons(self) -> Texts:
        fte = self.answers["fte"].astype(float)
        low, high = PERSONS_PER_FTE
        return np.ceil(fte * (low + (high - low) * self.draw.plain())).astype(int).astype(str).astype(object)

    def _challenges(self) -> Texts:
        figure = self.figures.get("98")
        if figure is None or figure.n is None:
            message = "question 98 is not among the figures"
            raise ValueError(message)
        shares = {
            name: (figure.counts[name] or 0) / figure.n for name in self.model.alternatives("challenges")
        }
        marked = self.draw.table(len(shares)) < list(shares.values())
        names = np.array(list(shares))
        return np.array([SEPARATOR.join(names[row]) for row in marked], dtype=object)

    def _passed_on(self) -> Texts:
        """The more is completed, the less is passed on; also where the office does not know the share."""
        completed = pd.to_numeric(pd.Series(self.answers["completed_share"]), errors="coerce")
        ranks = completed.rank(pct=True, method="average").fillna(0.5)
        places: Floats = np.asarray(ranks, dtype=np.float64) - 0.5 / self.draw.size
        return self._number("passed_on_share", self.draw.beside(normal_of(places), correlation=OPPOSITE))

    def _gains_amount(self) -> Texts:
        gains = self.answers["gains"]
        amounts = np.where(gains == "yes", self._number("gains_amount", self.draw.plain()), _NOT_KNOWN)
        return np.where(gains == "no", "", amounts)
