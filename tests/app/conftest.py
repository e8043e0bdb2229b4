"""A person in front of the app, without a browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from scoring import Assessment, Model, load_model
from ui import resources

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
SECONDS = 60
CHOICES = ("segmented_control", "pills", "selectbox")


class Person:
    """Someone who opens pages, answers and reads.

    Args:
        at: The app as this person's session sees it.
    """

    def __init__(self, at: AppTest) -> None:
        self.at = at

    def open(self, page: str, **query: str) -> Person:
        """Open a page, as a link with this query does."""
        self.at.query_params.clear()
        self.at.query_params.update(query)
        self.at.switch_page(f"ui/pages/{page}.py")
        return self.run()

    def run(self) -> Person:
        self.at.run()
        assert not self.at.exception, self.at.exception
        return self

    def choose(self, name: str, answer: str | list[str] | None) -> Person:
        """Choose in the segments, pills or list that are called `name`; None takes the choice back."""
        self.widget(name).set_value(answer)
        return self.run()

    def write(self, name: str, text: str) -> Person:
        """Write in the field that is called `name`."""
        self.widget(name, kinds=("text_input",)).set_value(text)
        return self.run()

    def press(self, key: str) -> Person:
        self.at.button(key).click()
        return self.run()

    def widget(self, name: str, kinds: tuple[str, ...] = CHOICES) -> Any:  # noqa: ANN401 - any widget
        found = [
            one for kind in kinds for one in getattr(self.at, kind) if (one.key or "").split("#")[0] == name
        ]
        assert len(found) == 1, f"{name}: {[one.key for kind in kinds for one in getattr(self.at, kind)]}"
        return found[0]

    @property
    def held(self) -> Assessment:
        """What the session holds as this person's own answers."""
        held = self.at.session_state["assessment"]
        assert isinstance(held, Assessment)
        return held

    @property
    def texts(self) -> str:
        """Everything that stands on the page as running text."""
        kinds = ("title", "header", "markdown", "caption", "error", "warning", "info", "success")
        written = [str(one.value) for kind in kinds for one in getattr(self.at, kind)]
        return "\n".join([*written, *(text for one in self.at.radio for text in one.proto.captions)])


@pytest.fixture(scope="session", autouse=True)
def own_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Everyone in these tests shares a store that is thrown away."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TIKAMP_DATABASE_URL", f"sqlite:///{tmp_path_factory.mktemp('store')}/tikamp.db")
        yield


@pytest.fixture
def empty_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody has stored anything yet."""
    monkeypatch.setenv("TIKAMP_DATABASE_URL", f"sqlite:///{tmp_path}/tikamp.db")
    resources.store.clear()
    yield
    resources.store.clear()


@pytest.fixture
def hosted(empty_store: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - the store
    """Tikamp serves many, and people sign in."""
    monkeypatch.setenv("TIKAMP_MODE", "hosted")


@pytest.fixture
def person() -> Person:
    return _someone()


@pytest.fixture
def another() -> Person:
    return _someone()


def _someone() -> Person:
    at = AppTest.from_file(ROOT / "streamlit_app.py", default_timeout=SECONDS)
    at.query_params["lang"] = "nb"
    return Person(at).run()


@pytest.fixture
def downloads(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What the page's download buttons would give, by their keys."""
    given: dict[str, bytes] = {}

    def keep(_label: str, data: Any, *_rest: str, **how: Any) -> None:  # noqa: ANN401 - as Streamlit
        given[how["key"]] = data() if callable(data) else data

    monkeypatch.setattr(st, "download_button", keep)
    return given


@pytest.fixture(scope="session")
def model() -> Model:
    return load_model()
