"""The offices as a table that can be sorted, searched and pinned; a marked row opens the office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st

from scoring.counties import counties
from scoring.facts import COUNTY, INHABITANTS, TAGS
from ui import state
from ui.compare_facts import SEPARATOR, told_facts
from ui.components.compare_open import open_office
from ui.components.compare_view import between, in_step, mean, whole
from ui.markdown import as_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.ranks import RankUncertainty
    from ui.components.compare_view import CompareView

BEST: Final = 5
"""Among how many an office can be "among the best"."""

ROWS: Final = 15
"""Rows that are seen at once; the table scrolls to the others."""

ROW: Final = 36  # pixels

TABLE: Final = "compare_table"

ALSO: Final = "also"
"""The name in the address of the columns that are shown besides."""


def table_tab(view: CompareView) -> None:
    """Draws the table, what it says, and the way to each office."""
    t = view.t
    st.markdown(table_words(view))
    table = _with_facts(office_table(view, view.group.ranks()), facts_table(view, _also(view)))
    found = st.dataframe(
        table,
        height=ROW * (min(len(view.group.codes), ROWS) + 1),
        row_height=ROW,
        hide_index=True,
        column_config=_columns(view),
        key=state.key(TABLE),
        on_select="rerun",
        selection_mode="single-row",
        placeholder="–",
        alt=t.plural("compare.table_alt", len(table)),
    )
    st.caption(t("compare.table_key"))
    _open(view, [str(code) for code in table.index], found.selection.rows)


def table_words(view: CompareView) -> str:
    """Who is first, how far apart they are, and who has no rank."""
    t, total = view.t, view.group.rating.total["score"]
    rated = total.dropna().sort_values(ascending=False, kind="stable")
    if rated.empty:
        return t("compare.none_rated")
    parts = [
        t(
            "compare.table_words",
            best=_named(view, str(rated.index[0])),
            high=t.number(rated.iloc[0]),
            low=t.number(rated.iloc[-1]),
            mean=t.number(mean(rated)),
        )
    ]
    without = len(total) - len(rated)
    parts += [t.plural("compare.without_total", without)] if without else []
    return " ".join(parts)


def office_table(view: CompareView, ranks: RankUncertainty) -> pd.DataFrame:
    """A row for each office: total, interval, rank and how sure it is, then the criteria; best first."""
    t, rating = view.t, view.group.rating
    table = pd.DataFrame(
        {"office": [view.labels[code] for code in view.group.codes]}, index=rating.total.index
    )
    table["total"] = _cells(rating.total["score"])
    ends = zip(rating.total["low"], rating.total["high"], strict=True)
    table["interval"] = [between(low, high, t) for low, high in ends]
    table["rank"] = ranks.table["rank"]
    ends = zip(ranks.quantile(0.05), ranks.quantile(0.95), strict=True)
    table["rank_interval"] = [rank_words(low, high) for low, high in ends]
    table["best"] = _cells(100 * ranks.among_best(BEST))
    for code in view.model.criteria:
        table[code] = _cells(rating.score[code])
    return table.sort_values("rank", kind="stable")


def facts_table(view: CompareView, facts: Sequence[str]) -> pd.DataFrame:
    """What is known of each office beside its answers, as it is asked for."""
    told = [view.group.facts.of(place) for place in range(len(view.group.codes))]
    columns: dict[str, list[object]] = {
        COUNTY: [counties()[one.county].name if one.county else None for one in told],
        INHABITANTS: [one.inhabitants for one in told],
        TAGS: [", ".join(one.tags) or None for one in told],
    }
    return pd.DataFrame({fact: columns[fact] for fact in facts}, index=view.group.rating.total.index)


def _with_facts(table: pd.DataFrame, facts: pd.DataFrame) -> pd.DataFrame:
    """The facts right beside the name: at the far end nobody would see that they have come."""
    office, *scores = table.columns
    return table.join(facts)[[office, *facts.columns, *scores]]


def _also(view: CompareView) -> tuple[str, ...]:
    """The facts that the table shows too; a choice only where some office tells any."""
    t, every = view.t, told_facts(view.compared.group)
    if not every:
        return ()

    def draw(default: tuple[str, ...], key: str) -> tuple[str, ...]:
        label = t("compare.table_also")
        words = {COUNTY: "county", INHABITANTS: "people", TAGS: "tag"}
        chosen = st.pills(
            label,
            every,
            selection_mode="multi",
            default=list(default),
            format_func=lambda fact: t(f"compare.filter_{words[fact]}"),
            key=key,
        )
        return tuple(fact for fact in every if fact in chosen)

    said = (state.said_in_address(ALSO) or "").split(SEPARATOR)
    wanted = tuple(fact for fact in every if fact in said)
    return in_step(ALSO, wanted, draw, said=lambda facts: SEPARATOR.join(facts) or None)


def _cells(scores: pd.Series[float]) -> pd.Series[int]:
    return scores.map(whole).astype("Int64")


def rank_words(best: object, worst: object) -> str:
    """From which rank to which; a dash where there is none."""
    if pd.isna(best) or pd.isna(worst):  # type: ignore[call-overload]
        return "–"
    return "–".join(dict.fromkeys((str(best), str(worst))))


def _columns(view: CompareView) -> dict[str, Any]:
    t, config = view.t, st.column_config
    columns: dict[str, Any] = {
        # Streamlit draws what is pinned at 60 per cent of its colour. Names that scroll away would be worse.
        "office": config.TextColumn(t("compare.office"), pinned=True, width=280),
        "interval": config.TextColumn(
            t("compare.interval"), help=t("compare.interval_help"), alignment="right"
        ),
        "rank_interval": config.TextColumn(
            t("compare.rank_interval"), help=t("compare.rank_interval_help"), alignment="right"
        ),
    }
    for name in ("total", "rank"):
        columns[name] = config.NumberColumn(t(f"compare.{name}"), help=t(f"compare.{name}_help"))
    for fact, name in ((COUNTY, "county"), (TAGS, "tag")):
        columns[fact] = config.TextColumn(t(f"compare.filter_{name}"))
    columns[INHABITANTS] = config.NumberColumn(t("compare.filter_people"), format="localized")
    columns["best"] = config.NumberColumn(
        t("compare.best", places=t.number(BEST)),
        help=t("compare.best_help", places=t.number(BEST)),
        format=t.percent_pattern,
    )
    for code, one in view.model.criteria.items():
        columns[code] = config.NumberColumn(view.criterion(code), help=t.pick(one.title))
    return columns


def _open(view: CompareView, order: Sequence[str], rows: Iterable[int]) -> None:
    """Opens the marked row; and by keyboard, or without seeing the table, an office by its name."""
    t = view.t
    marked = next((order[row] for row in rows if row < len(order)), None)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        chosen = st.selectbox(
            t("compare.open_which"),
            order,
            format_func=view.labels.__getitem__,
            key=state.key("compare_open"),
            width=360,
        )
        if st.button(t("compare.open"), key="compare_open_do", icon=":material/arrow_forward:"):
            marked = chosen
    if marked is not None:
        state.renew(TABLE)  # on the way back no row is marked, which would lead here again
        open_office(view.compared.offices[marked], t)


def _named(view: CompareView, code: str) -> str:
    return as_written(view.labels[code])
