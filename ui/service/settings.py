"""How the server runs, read from `TIKAMP_…` variables: for one person at home, or for many at an address."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from ui.service.problems import Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Mapping

Mode = Literal["local", "hosted"]

MODE: Final = "TIKAMP_MODE"
LANGUAGE: Final = "TIKAMP_LANGUAGE"
PAGE_LOADS: Final = "TIKAMP_PAGE_LOADS"
SESSIONS_PER_ADDRESS: Final = "TIKAMP_SESSIONS_PER_ADDRESS"
SESSIONS: Final = "TIKAMP_SESSIONS"
ADMINISTRATORS: Final = "TIKAMP_ADMINISTRATORS"
TRUST_EMAIL: Final = "TIKAMP_TRUST_EMAIL"
CONTACT: Final = "TIKAMP_CONTACT"
PROXIES: Final = "FORWARDED_ALLOW_IPS"
"""Uvicorn's own, read before anything of ours: unset, it believes whatever comes from this computer."""

_YES: Final = frozenset({"yes", "true", "1"})
_NO: Final = frozenset({"", "no", "false", "0"})

# A municipality often stands behind one address: 200 people of one office, each with a page open.
# At home the limits only stop a program that has run wild; a measured load of 400 people stays below.
_DEFAULTS: Final[dict[Mode, dict[str, int]]] = {
    "local": {PAGE_LOADS: 3000, SESSIONS_PER_ADDRESS: 1000, SESSIONS: 1000},
    "hosted": {PAGE_LOADS: 300, SESSIONS_PER_ADDRESS: 200, SESSIONS: 1000},
}


@dataclass(frozen=True)
class Settings:
    """How the server runs.

    Args:
        mode: ``local`` (one person, no sign-in, this computer alone) or ``hosted``.
        page_loads: Pages that an address may open in a minute, and at once.
        sessions_per_address: Open pages of one address at a time.
        sessions: Open pages of all together.
        proxies: Addresses and networks whose word on a visitor's address counts; None: nobody said.
    """

    mode: Mode
    page_loads: int
    sessions_per_address: int
    sessions: int
    proxies: tuple[str, ...] | None = None


def mode_of(environ: Mapping[str, str]) -> Mode:
    """The mode that the variables ask for; local where they do not say, and where they say it wrongly."""
    return "hosted" if environ.get(MODE, "").strip().lower() == "hosted" else "local"


def administrators(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Who looks after this Tikamp: e-mails, or the provider's names as ``issuer|subject``, by commas."""
    return tuple(part.strip() for part in environ.get(ADMINISTRATORS, "").split(",") if part.strip())


def contact(environ: Mapping[str, str]) -> str:
    """Whom people can write to who cannot use a page; empty where nobody is told."""
    return environ.get(CONTACT, "").strip()


def email_trusted(environ: Mapping[str, str]) -> bool:
    """Whether an e-mail counts that the provider does not call verified: only where it hands them out itself.

    Entra ID says nothing about verification. For a tenant of one's own, whose administrators give people
    their addresses, that is no matter; a provider that lets people write any address must not be trusted.
    """
    return environ.get(TRUST_EMAIL, "").strip().lower() in _YES


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Reads the settings.

    Raises:
        ProblemsError: With every variable that cannot be read.
    """
    mode = mode_of(environ)
    problems = [
        *_wrong_mode(environ),
        *_wrong_trust(environ),
        *_wrong_numbers(environ),
        *_wrong_proxies(environ),
    ]
    if problems:
        raise ProblemsError(problems)
    sizes = {name: int(environ.get(name) or default) for name, default in _DEFAULTS[mode].items()}
    return Settings(
        mode,
        page_loads=sizes[PAGE_LOADS],
        sessions_per_address=sizes[SESSIONS_PER_ADDRESS],
        sessions=sizes[SESSIONS],
        proxies=_proxies(environ) if PROXIES in environ else None,
    )


def _proxies(environ: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(part.strip() for part in environ.get(PROXIES, "").split(",") if part.strip())


def _wrong_mode(environ: Mapping[str, str]) -> list[Problem]:
    # A slip in "hosted" would open a house without a door: better not to start.
    given = environ.get(MODE, "").strip().lower()
    return [] if given in {"", *_DEFAULTS} else [Problem("service.wrong_mode", name=MODE, given=given)]


def _wrong_trust(environ: Mapping[str, str]) -> list[Problem]:
    given = environ.get(TRUST_EMAIL, "").strip().lower()
    return [] if given in _YES | _NO else [Problem("service.wrong_yes_no", name=TRUST_EMAIL, given=given)]


def _wrong_numbers(environ: Mapping[str, str]) -> list[Problem]:
    given = {name: environ[name].strip() for name in _DEFAULTS["local"] if environ.get(name)}
    return [
        Problem("service.wrong_number", name=name, given=text)
        for name, text in given.items()
        if not (text.isascii() and text.isdigit() and int(text) > 0)
    ]


def _wrong_proxies(environ: Mapping[str, str]) -> list[Problem]:
    return [
        Problem("service.wrong_address", name=PROXIES, given=text)
        for text in _proxies(environ)
        if not _is_network(text)
    ]


def _is_network(text: str) -> bool:
    try:
        ipaddress.ip_network(text)
    except ValueError:
        return False
    return True
