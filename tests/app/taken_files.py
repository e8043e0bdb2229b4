"""The files that a page offers, made by a test as by the person who clicks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import streamlit as st

if TYPE_CHECKING:
    import pytest

Files = dict[str, Callable[[], bytes]]
"""Key of a button -> what makes its file."""


def offered(monkeypatch: pytest.MonkeyPatch) -> Files:
    """A table that fills when pages are drawn, and is never emptied by itself."""
    made: Files = {}

    def button(_label: str, data: Callable[[], bytes], *_: str, key: str, **__: Any) -> None:  # noqa: ANN401
        made[key] = data

    monkeypatch.setattr(st, "download_button", button)
    return made


def archive(data: bytes) -> dict[str, bytes]:
    """What lies in a ZIP file."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}
