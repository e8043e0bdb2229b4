"""Tikamp for many, as people see it who have signed in, or have not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from storage import Actor, Role, Store, invitations, people
from tests.app.conftest import SECONDS, Person

ROOT = Path(__file__).parent.parent.parent
ISSUER = "https://id.example.no"


def told(name: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever a provider says
    """What a provider says of a person."""
    email = f"{name.lower()}@moss.no"
    return {
        "is_logged_in": True,
        "iss": ISSUER,
        "sub": name,
        "name": name,
        "email": email,
        "email_verified": True,
        "iat": 1_790_000_000,
        **more,
    }


def at_the_door(page: str = "start", **query: str) -> Person:
    """Someone who comes without having signed in."""
    return _come({}, page, query)


def signed_in(name: str, page: str = "start", **query: str) -> Person:
    """Someone whom the provider vouches for."""
    return _come(told(name), page, query)


def known(store: Store, name: str) -> Actor:
    """The same person to the store, as a test asks it itself."""
    return people.sign_in(store, name=name, email=f"{name.lower()}@moss.no")


def invite(store: Store, owner: Actor, office_id: str, name: str, role: Role) -> None:
    """Lets a person into an office."""
    token = invitations.make(store, owner, office_id=office_id, role=role).token
    invitations.accept(store, known(store, name), token=token)


def _come(user: dict[str, Any], page: str, query: dict[str, str]) -> Person:
    at = AppTest.from_file(ROOT / "streamlit_app.py", default_timeout=SECONDS)
    at.user = user
    at.query_params["lang"] = "nb"
    at.query_params.update(query)
    person = Person(at).run()
    return person if page == "start" else person.open(page, lang="nb", **query)
