"""The tables of the method page; nothing in them is typed that the model knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from report.places import place_text
from scoring.rule_types import AnswersRule, DemandedRule, KnownRule, PerRule, ShareRule, UpToRule
from ui.charts.style import GLYPHS
from ui.components.scorecard_words import source_items

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from i18n import Translator
    from scoring import Figures, Model, Nation
    from scoring.model_types import Criterion, Indicator


def show(index: str, columns: Sequence[str], rows: Mapping[str, Sequence[str]], *, alt: str) -> None:
    """A table with its first column as row headings.

    Args:
        index: The heading of the first column.
        columns: The other headings.
        rows: Row heading -> cells.
        alt: What the table is.
    """
    table = pd.DataFrame(list(rows.values()), index=pd.Index(list(rows), name=index), columns=list(columns))
    st.table(table, border="horizontal", alt=alt)


def points(model: Model, t: Translator) -> None:
    """Points of the three answers."""
    scale = model.survey.scales["three_point"]
    rows = {
        t.pick(scale[answer]): [t.number(100 * worth)] for answer, worth in model.method.three_point.items()
    }
    show(t("method.points.answer"), [t("method.points.points")], rows, alt=t("method.points.alt"))


def rules(model: Model, t: Translator) -> None:
    """The kinds of rule, and which indicators follow each."""
    kinds: dict[str, list[str]] = {}
    for one in model.indicators.values():
        kinds.setdefault(one.rule.kind, []).append(t.pick(one.title))
    ranked = sorted(kinds.items(), key=lambda pair: -len(pair[1]))
    rows = {t(f"method.rule.{kind}"): [t.listing(titles)] for kind, titles in ranked}
    show(t("method.points.rule"), [t("method.points.used")], rows, alt=t("method.points.rules_alt"))


def levels(model: Model, t: Translator) -> None:
    """The levels with their sign and limits."""
    found = list(model.method.levels.values())
    tops = [*(level.low for level in found[1:]), None]
    rows = {}
    for level, top in zip(found, tops, strict=True):
        low = t.number(level.low)
        span = (
            t("method.levels.top", low=low)
            if top is None
            else t("method.levels.span", low=low, high=t.number(top))
        )
        rows[f"{GLYPHS[level.shape]} {t.pick(level.title)}"] = [span]
    show(t("method.levels.level"), [t("method.levels.limits")], rows, alt=t("method.levels.alt"))


def all_indicators(model: Model, nation: Nation, t: Translator) -> None:
    """One table for each criterion: every indicator with weight, strength, national mean and source."""
    columns = [t(f"method.all.{name}") for name in ("rule", "weight", "strength", "nation", "source")]
    for criterion in model.criteria.values():
        title = f"{criterion.number} {t.pick(criterion.title)}"
        st.markdown(f"**{title}**")
        show(t("method.all.indicator"), columns, _rows(criterion, model, nation, t), alt=title)


def _rows(criterion: Criterion, model: Model, nation: Nation, t: Translator) -> dict[str, list[str]]:
    rows = {}
    for code, one in criterion.indicators.items():
        figure = nation.indicators.get(code)
        rows[t.pick(one.title)] = [
            rule_words(one, model, t),
            t.number(one.weight, 0 if one.weight == round(one.weight) else 1),
            t(f"method.strength.{one.strength}"),
            t("method.all.own" if one.own else "method.all.none")
            if figure is None
            else t.number(100 * figure.mean, 1),
            _source(one, model, t),
        ]
    return rows


def rule_words(indicator: Indicator, model: Model, t: Translator) -> str:
    """How the indicator's answer becomes points, with its own numbers."""
    match indicator.rule:
        case AnswersRule() as rule:
            table = model.method.three_point if rule.points is None else rule.points
            names = model.alternatives(rule.item)
            return "; ".join(
                f"{t.pick(names[answer])}: {t.number(100 * worth)}" for answer, worth in table.items()
            )
        case KnownRule(points=points):
            return t("method.rule_of.known", points=t.listing([t.number(100 * one) for one in points]))
        case DemandedRule(from_step=step):
            return t(f"method.rule_of.{'offered' if step == 1 else 'demanded'}", step=step)
        case UpToRule(up_to_step=step):
            return t("method.rule_of.up_to", step=step)
        case PerRule(worst=worst, best=best):
            return t("method.rule_of.per", best=t.number(best, 1), worst=t.number(worst, 1))
        case ShareRule(worst=worst, best=best):
            return t("method.rule_of.share", best=t.number(best), worst=t.number(worst))


def _source(indicator: Indicator, model: Model, t: Translator) -> str:
    places = [place_text(model.items[item].place, t) for item in source_items(indicator, model)]
    return "; ".join(dict.fromkeys(places))


def versions(model: Model, figures: Figures, t: Translator) -> None:
    """Which model and which figures this is."""
    rows = {
        t("method.versions.model"): [model.version],
        t("method.versions.fingerprint"): [model.fingerprint],
        t("method.versions.data"): [figures.version],
    }
    show(t("method.versions.what"), [t("method.versions.value")], rows, alt=t("method.versions.title"))
