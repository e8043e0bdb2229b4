"""The checklist of a municipality that plans an office: its answers, for this session only."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ui import state

if TYPE_CHECKING:
    from collections.abc import Mapping

_CHECKLIST = "checklist"
"""Remembers the answers."""


def checklist() -> dict[str, str]:
    """The answers, point -> answer."""
    return cast("dict[str, str]", state.recall(_CHECKLIST) or {})


def set_checks(texts: Mapping[str, str]) -> None:
    """Keeps answers to points, point -> answer; empty texts are taken away."""
    answers = {**checklist(), **texts}
    state.remember(_CHECKLIST, {code: answer for code, answer in answers.items() if answer})
