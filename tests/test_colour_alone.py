"""Colour never says anything alone: levels have words and shapes, and marks differ in form or in grey."""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from i18n import LANGUAGES, Language, Translator
from report.scorecard import Band, build_scorecard
from scoring.change import Mark
from scoring.plan import Milestone
from ui import resources
from ui.charts import (
    DARK,
    LIGHT,
    Palette,
    Picture,
    criteria_picture,
    distribution_picture,
    indicator_spread,
    ladder_picture,
    rungs_of,
)
from ui.charts.band import band_picture
from ui.charts.projection import projection_picture
from ui.charts.rank_bars import RankBar, ranks_picture
from ui.charts.strips import Strip, strips_picture
from ui.charts.style import GLYPHS, SHAPES
from ui.charts.trend import Point, trend_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

T = Translator("nb")
DAY = dt.date(2026, 3, 1)


def pictures(palette: Palette) -> Iterator[tuple[str, Picture | None]]:
    """One of each kind, with everything drawn that it can draw."""
    model, figures, nation = resources.model(), resources.figures(), resources.nation()
    office = resources.examples()[0]
    card = build_scorecard(office, model=model, nation=nation)
    yield "criteria", criteria_picture(card, model=model, palette=palette, t=T)
    yield "band", band_picture(Band(0.3, 0.6), palette=palette, t=T)
    spread = indicator_spread("contact_person", {"contact_person": "no"}, model=model, figures=figures, t=T)
    assert spread is not None
    yield "distribution", distribution_picture(spread, title="?", palette=palette, t=T)
    rungs = rungs_of(office.answers, ("municipal",), model=model, figures=figures, t=T)
    yield "ladder", ladder_picture(rungs, title="?", model=model, palette=palette, t=T)
    steps = [Milestone(DAY, (), 30.0), Milestone(None, (), 40.0)]
    yield "projection", projection_picture(20.0, steps, model=model, palette=palette, t=T)
    yield "ranks", ranks_picture([RankBar("Moss", 2, (1, 3), (2, 3), 0.9)], last=3, palette=palette, t=T)
    strip = Strip("Samlet", (10.0, 20.0), own=20.0, mean=45.0, middle=(30.0, 55.0))
    yield "strips", strips_picture([strip], own="Moss", palette=palette, t=T)
    marks = (Mark(40, 30, 60, 0.7, next(iter(model.method.levels))), Mark(None, 0, 95, 0.1, None))
    yield "trend", trend_picture([Point(DAY, one, model) for one in marks], name="?", palette=palette, t=T)


def looks(picture: Picture) -> set[tuple[str, str]]:
    """Of each layer of one colour that is no text: the colour, and all else that one sees of a mark."""
    found = set()
    for layer in picture.chart.to_dict()["layer"]:
        mark: dict[str, Any] = layer["mark"]
        if mark["type"] != "text" and isinstance(mark.get("color"), str):
            rest = {name: value for name, value in mark.items() if name != "color"}
            places = {name: layer["encoding"].get(name, {}).get("field") for name in ("y", "y2", "shape")}
            found.add((mark["color"], str([rest, places])))
    return found


def lightness(colour: str) -> float:
    """The relative luminance of WCAG 2.1, 0 to 1, which is what is left of a colour in grey."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """1 to 21; marks need 3 (WCAG 1.4.11)."""
    low, high = sorted((lightness(one), lightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_what_is_drawn_in_two_colours_differs_in_form_or_in_grey(palette: Palette) -> None:
    for name, picture in pictures(palette):
        assert picture is not None, name
        drawn = looks(picture)
        assert drawn, name
        for (one, form), (other, same) in combinations(drawn, 2):
            assert form != same or contrast(one, other) >= 3, f"{name}: {one} and {other}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_level_has_a_shape_and_a_word_of_its_own(language: Language) -> None:
    levels, t = list(resources.model().method.levels.values()), Translator(language)
    assert len({one.shape for one in levels}) == len({t.pick(one.title) for one in levels}) == len(levels)
    assert {one.shape for one in levels} <= GLYPHS.keys() & SHAPES.keys()
    assert len(set(GLYPHS.values())) == len(GLYPHS)
