"""What a path asks for: a page of the app, or something that a page is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from starlette.types import Scope

HEALTH: Final = "/healthz"
STREAM: Final = "/_stcore/stream"
"""Ends the path of the WebSocket that a page talks through."""

_SIGN_IN: Final = frozenset({"auth", "oauth2callback"})
_PARTS: Final = frozenset({"_stcore", "app", "component", "healthz", "media", "static"}) | _SIGN_IN
_CLOSED: Final = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")


def is_page(path: str) -> bool:
    """Does the path ask for a page, which for Streamlit is everything that is nothing else?"""
    parts = path.strip("/").split("/")
    tidy = path == "/" or (not path.startswith("//") and not path.endswith("/"))
    return tidy and _PARTS.isdisjoint(parts) and "." not in parts[-1]


def is_sign_in(path: str) -> bool:
    """Does the path belong to signing in or out?"""
    return path.strip("/").split("/")[0] in _SIGN_IN


def is_closed(path: str) -> bool:
    """Does the path ask for what Streamlit tells everyone and nobody needs: metrics, the agents' door?"""
    inside = f"{path.lower().rstrip('/')}/"
    return any(f"{closed}/" in inside for closed in _CLOSED)


def is_health(path: str) -> bool:
    """Does the path ask whether the server lives? A watchman asks by any name."""
    return path in {HEALTH, "/_stcore/health"}


def is_stream(scope: Scope) -> bool:
    """Is it the WebSocket of a page?"""
    return scope["type"] == "websocket" and str(scope["path"]).endswith(STREAM)
