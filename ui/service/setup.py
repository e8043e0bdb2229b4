"""What Streamlit was told, by its own settings and secrets: the only place here that asks it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from streamlit import config, file_util
from streamlit.auth_util import get_secrets_auth_section, is_authlib_installed

from ui.service.guests import LOOPBACK
from ui.service.readiness import Setup

_ALL_ADDRESSES: Final = "0.0.0.0"  # noqa: S104 - Streamlit's own default, to be named in a message


def setup() -> Setup:
    """What the server's readiness depends on.

    Returns:
        The settings as they stand when it is called: Streamlit reads them late.
    """
    return Setup(
        address=config.get_option("server.address") or _ALL_ADDRESSES,
        hosts=_listed("server.allowedHosts"),
        auth=get_secrets_auth_section().to_dict(),
        authlib=is_authlib_installed(),
    )


def names() -> tuple[str, ...]:
    """The names that the server answers to: those it was told, else those of this computer."""
    return _listed("server.allowedHosts") or LOOPBACK


def further_origins() -> tuple[str, ...]:
    """Origins that are as good as the server's own; none unless it was told."""
    return _listed("server.corsAllowedOrigins")


def largest_frame() -> int:
    """Bytes that a page may send at once."""
    return int(config.get_option("server.maxWidgetStateSize")) * 1_000_000


def installed_page() -> str:
    """Streamlit's index.html, as installed."""
    return (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")


def _listed(option: str) -> tuple[str, ...]:
    return tuple(config.get_option(option) or ())
