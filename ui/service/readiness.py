"""May the server start? Local mode serves this computer alone; hosted mode needs sign-in in place."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from ui.service.problems import Problem, ProblemsError
from ui.service.settings import PROXIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.service.settings import Settings

CALLBACK: Final = "/oauth2callback"
"""Where Streamlit takes people who come back from the sign-in."""

_PROVIDER: Final = ("client_id", "client_secret", "server_metadata_url")
_LEAST_SECRET: Final = 32  # characters; `openssl rand -hex 32` gives 64
_LEAST_VARIETY: Final = 10  # different characters: "xxxx…" and "changeme…" over and over have fewer


@dataclass(frozen=True)
class Setup:
    """What Streamlit has been told.

    Args:
        address: `server.address`: where the server listens.
        hosts: `server.allowedHosts`: the names that it answers to.
        auth: The section `[auth]` of secrets.toml; empty where there is none.
        authlib: Is the package that sign-in needs installed?
    """

    address: str = "127.0.0.1"
    hosts: tuple[str, ...] = ()
    auth: Mapping[str, Any] = field(default_factory=dict)
    authlib: bool = True


def check(settings: Settings, setup: Setup) -> None:
    """May the server start?

    Raises:
        ProblemsError: It may not; with everything that keeps it from starting.
    """
    if settings.mode == "local":
        found = _local(setup)
    else:
        found = [*_sign_in(setup), *_secret(setup), *_hosts(setup), *_proxy(settings, setup)]
    if found:
        raise ProblemsError(found)


def public_address(auth: Mapping[str, Any]) -> str:
    """Scheme and host that people come to, as the sign-in knows it; empty where it does not."""
    parts = urlsplit(str(auth.get("redirect_uri", "")))
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme and parts.netloc else ""


def home(auth: Mapping[str, Any]) -> str:
    """The address of the app as people reach it, without a slash at the end; empty where it is not known."""
    redirect = str(auth.get("redirect_uri", ""))
    return redirect.removesuffix(CALLBACK) if redirect.endswith(CALLBACK) else ""


def is_loopback(host: str) -> bool:
    """Does the name or address mean this computer alone?"""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _local(setup: Setup) -> list[Problem]:
    # Without sign-in, whoever reaches the port reads and writes everything.
    return [] if is_loopback(setup.address) else [Problem("service.local_address", address=setup.address)]


def _sign_in(setup: Setup) -> list[Problem]:
    found = [] if setup.authlib else [Problem("service.no_authlib")]
    redirect = str(setup.auth.get("redirect_uri", ""))
    if not redirect.endswith(CALLBACK) or not public_address(setup.auth):
        found.append(Problem("service.no_redirect", ending=CALLBACK))
    elif not _protected(redirect):
        found.append(Problem("service.no_https", given=redirect))
    if not providers(setup.auth):
        found.append(Problem("service.no_provider", keys=", ".join(_PROVIDER)))
    return found


def _protected(redirect: str) -> bool:
    parts = urlsplit(redirect)
    return parts.scheme == "https" or is_loopback(parts.hostname or "")


def providers(auth: Mapping[str, Any]) -> list[str]:
    """The providers that are set up whole, by name; the one in `[auth]` itself has none, and comes alone.

    Args:
        auth: The section `[auth]`, with named providers as `[auth.name]`.
    """
    if _whole(auth):
        return [""]
    return [name for name, value in auth.items() if hasattr(value, "get") and _whole(value)]


def _whole(section: Mapping[str, Any]) -> bool:
    return all(section.get(key) for key in _PROVIDER)


def _secret(setup: Setup) -> list[Problem]:
    secret = str(setup.auth.get("cookie_secret", ""))
    if len(secret) >= _LEAST_SECRET and len(set(secret)) >= _LEAST_VARIETY:
        return []
    return [Problem("service.weak_secret", least=str(_LEAST_SECRET))]


def _hosts(setup: Setup) -> list[Problem]:
    open_to_all = not setup.hosts or "*" in setup.hosts
    return [Problem("service.no_hosts")] if open_to_all else []


def _proxy(settings: Settings, setup: Setup) -> list[Problem]:
    # Bound to this computer, every visitor comes through a proxy here: without trust in it they would all
    # have its address, and share one person's limits. Elsewhere an empty list says that there is no proxy.
    said = settings.proxies if is_loopback(setup.address) else settings.proxies is not None
    return [] if said else [Problem("service.no_proxies", name=PROXIES)]
