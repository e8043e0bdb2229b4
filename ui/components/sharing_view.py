"""What the page about sharing draws from: an office, and what this person is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from i18n.alphabet import name_key
from storage import offices
from ui import resources, state
from ui.desk import desk
from ui.markdown import as_written
from ui.who import actor

if TYPE_CHECKING:
    from i18n import Translator
    from storage import Role

_CHOSEN = "sharing.office"
"""Remembers the office that was chosen last."""


@dataclass(frozen=True)
class Shared:
    """An office that the person belongs to, or whose people an administrator looks after.

    Args:
        role: The person's own role; None for none.
        shares: Whether the person may change who belongs to it.
    """

    id: str
    name: str
    role: Role | None
    shares: bool


def shared_offices(t: Translator) -> list[Shared]:
    """The offices that this person can look after or leave, by name.

    Raises:
        Unavailable: The store cannot be read.
    """
    mine = {one.id: one for one in offices.overview(resources.store(), actor())}
    cared = {one.id: one.name for one in offices.to_share(resources.store(), actor())}
    names = {**{one.id: one.name for one in mine.values()}, **cared}
    found = [
        Shared(
            office_id,
            as_written(name) or t("store.unnamed"),
            mine[office_id].role if office_id in mine else None,
            office_id in cared,
        )
        for office_id, name in names.items()
    ]
    return sorted(found, key=lambda one: (name_key(one.name), one.id))


def choose(found: list[Shared], t: Translator) -> Shared:
    """Draws which office it is about; of several, the one chosen before, on the desk, or of one's own."""
    if len(found) == 1:
        st.markdown(f"**{found[0].name}**")
        return found[0]
    ids = [one.id for one in found]
    own = [one.id for one in found if one.role]
    wanted = next(one for one in (state.recall(_CHOSEN), desk().office_id, *own, *ids) if one in ids)
    names = {one.id: one.name for one in found}
    chosen = st.selectbox(
        t("sharing.office"), ids, ids.index(wanted), format_func=names.__getitem__, key=state.key("sharing")
    )
    state.remember(_CHOSEN, chosen)
    return next(one for one in found if one.id == chosen)
