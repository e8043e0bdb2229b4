"""On whose behalf the store is asked: whoever runs Tikamp at home, or whom the sign-in vouches for."""

from __future__ import annotations

import datetime as dt
import logging
import os
from typing import TYPE_CHECKING, Any, Final, cast

import streamlit as st

from storage import LOCAL, NOBODY, Actor, audit, people, storable
from storage.errors import NotFound, Unavailable
from ui import resources, state
from ui.service.settings import administrators, email_trusted, mode_of

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME_LENGTH: Final = 200

_WHO = "who"
"""Remembers whom the sign-in vouched for, and on whose behalf the store is asked therefore."""


def hosted() -> bool:
    """Whether people sign in here."""
    return mode_of(os.environ) == "hosted"


def actor() -> Actor:
    """Who is at this page; nobody where the sign-in vouches for nobody, or for someone else by now."""
    if not hosted():
        return LOCAL
    vouched, known = state.recall(_WHO) or (None, NOBODY)
    return cast("Actor", known) if vouched is not None and vouched == _vouched_for() else NOBODY


def come_in() -> bool:
    """At the start of every run: makes the person known to the store, once in a session.

    Returns:
        Whether the app may be shown.

    Raises:
        Unavailable: The store does not take the sign-in now.
    """
    vouched = _vouched_for() if hosted() else None
    if vouched is not None and actor() == NOBODY:
        if state.recall(_WHO):
            state.clear()  # what the session holds is someone else's
        state.remember(_WHO, (vouched, _known(st.user.to_dict())))
    return actor() != NOBODY


def sign_out() -> None:
    """Ends this browser's sign-in, here and where the provider lets that be asked for."""
    try:
        audit.record(resources.store(), actor(), what="signed_out")
    except (Unavailable, NotFound) as error:  # no reason to keep anyone in
        logging.getLogger(__name__).warning("sign-out not noted: %s", error)
    state.remember(_WHO, None)
    st.logout()


def _vouched_for() -> tuple[str, str] | None:
    """The provider and its own name for the person (OpenID Connect's ``iss`` and ``sub``)."""
    told = st.user.to_dict()
    if not told.get("is_logged_in") or not told.get("sub"):
        return None
    return str(told.get("iss", "")), str(told["sub"])


def _known(told: Mapping[str, Any]) -> Actor:
    email = str(told.get("email") or "")
    sure = told.get("email_verified") is True or email_trusted(os.environ)
    name = str(told.get("name") or told.get("preferred_username") or email)
    return people.sign_in(
        resources.store(),
        name=storable(name).strip()[:NAME_LENGTH],
        email=email if sure else None,
        subject=f"{told.get('iss', '')}|{told['sub']}",
        administrators=administrators(os.environ),
        since=_since(told.get("iat")),
    )


def _since(seconds: object) -> dt.datetime | None:
    """When the provider vouched, in whole seconds since 1970 (``iat``)."""
    return dt.datetime.fromtimestamp(seconds, tz=dt.UTC) if isinstance(seconds, int) else None
