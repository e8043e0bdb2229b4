"""People: one who fills in Tikamp's form, and one who clicks the only button of a bare app."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs

from streamlit.proto.Common_pb2 import StringArray
from streamlit.proto.TextInput_pb2 import TextInput
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.load.page import PageError
from scoring import load_model
from ui import form

if TYPE_CHECKING:
    from benchmarks.load.page import Page

MODEL: Final = load_model()
SAVED: Final = re.compile(r"Lagret kl\. (\d\d:\d\d:\d\d)")
NUMBERS: Final = (12, 34, 56)
"""Above the smallest number that a question takes, these fit each."""


@cache
def columns_of(section: str) -> dict[str, list[str]]:
    """What is answered with one click or one number in a part of the form: column -> some answers it takes.

    The answers to choose from are all of them, in the order of the screen.
    """
    found: dict[str, list[str]] = {}
    for code in form.items(MODEL, section):
        item = MODEL.items[code]
        match item.kind:
            case "three_point" | "choice":
                found[code] = list(MODEL.alternatives(code))
            case "ladder":
                found |= {column: list(MODEL.service.steps) for column in form.columns(MODEL, code)}
            case "share" | "count" | "amount":
                found[code] = [str(int(item.minimum or 0) + more) for more in NUMBERS]
    return found


SECTIONS: Final = [code for code in form.sections(MODEL) if columns_of(code)]


class BarePerson:
    """Somebody who chooses in the only radio button of ``bare_app.py``.

    Args:
        page: The open page.
    """

    name = ""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._turn = 0

    @staticmethod
    def query(place: int) -> str:  # noqa: ARG004 - as for the form
        """The address's query with which the person comes."""
        return ""

    async def prepare(self) -> None:
        """Does what comes before an answer: nothing."""

    async def answer(self) -> None:
        """Chooses, and waits for the page to say so."""
        one = self._page.widgets["choice"]
        self._turn += 1
        chosen = one.options[self._turn % len(one.options)]
        await self._page.run(WidgetState(id=one.id, string_value=chosen))
        if self._page.texts != [chosen]:
            raise PageError(f"said {chosen}, the page shows {self._page.texts}")


class FormPerson:
    """Somebody who fills in the form from one part to the next, and begins again at the end.

    Args:
        page: The open page, at a part of the form.
    """

    name = "assess"

    def __init__(self, page: Page) -> None:
        self._page = page
        self._left: list[str] = []
        self.said: list[tuple[str, str]] = []
        """Every answer in the order in which it was given: column and text."""

    @staticmethod
    def query(place: int) -> str:
        """People begin in different parts of the form."""
        return f"lang=nb&section={SECTIONS[place % len(SECTIONS)]}"

    @property
    def assessment(self) -> str:
        """The assessment's id."""
        return self._in_address("a")

    async def prepare(self) -> None:
        """Turns over to the next part where this one is done, which nobody times."""
        if self.said and not self._left:
            here = self._in_address("section")
            after = SECTIONS[(SECTIONS.index(here) + 1) % len(SECTIONS)]
            self._page.query = self._page.query.replace(f"section={here}", f"section={after}")
            await self._page.run()
        self._left = self._left or list(self._asked())

    async def answer(self) -> None:
        """Answers the next question, and waits until the page says that it is saved.

        Raises:
            PageError: The page shows another answer, or does not say that it is saved.
        """
        begun = f"{dt.datetime.now().astimezone():%H:%M:%S}"
        await self.say()
        await self._page.drawn()
        if wrong := self.wrong():
            raise PageError(wrong)
        if self._saved() < begun:
            raise PageError(f"{self.said[-1]}: not said to be saved: {self._page.texts[-1]}")

    async def settle(self) -> None:
        """Waits until the page shows all that was said and that it is saved.

        Raises:
            PageError: It does not in time.
        """
        while (wrong := self.wrong()) or not self._saved():
            try:
                await self._page.drawn()
            except TimeoutError:
                raise PageError(wrong) from None

    async def say(self) -> None:
        """Answers the next question without waiting."""
        column = self._left.pop(0)
        texts = self._asked()[column]
        before = next((text for said, text in reversed(self.said) if said == column), None)
        text = next(one for one in self._turned(texts) if one != before)
        self.said.append((column, text))
        await self._page.say(self._change(column, text))

    def wrong(self) -> str:
        """A question where the page shows something else than was said last; empty where there is none."""
        asked = self._asked()
        for column, text in dict(self.said).items():
            if column in asked and (shown := self._shown(column)) != text:
                return f"{column}: said {text}, the page shows {shown}"
        return ""

    def _saved(self) -> str:
        """When the page says that something was saved last, or nothing."""
        return next((found[1] for text in self._page.texts if (found := SAVED.search(text))), "")

    def _change(self, column: str, text: str) -> WidgetState:
        one = self._widget(column)
        if isinstance(one, TextInput):
            return WidgetState(id=one.id, string_value=text)
        chosen = one.options[self._asked()[column].index(text)].content
        return WidgetState(id=one.id, string_array_value=StringArray(data=[chosen]))

    def _shown(self, column: str) -> str:
        one = self._widget(column)
        if isinstance(one, TextInput):
            return one.default
        return self._asked()[column][one.default[0]] if one.default else ""

    def _turned(self, texts: list[str]) -> list[str]:
        """The texts, begun at another place each time."""
        turn = len(self.said) % len(texts)
        return texts[turn:] + texts[:turn]

    def _asked(self) -> dict[str, list[str]]:
        return columns_of(self._in_address("section"))

    def _widget(self, column: str) -> Any:  # noqa: ANN401 - a protobuf message
        """An answer's widget: its name goes on with a number that grows where the form draws it anew."""
        return next(one for name, one in self._page.widgets.items() if name.split("#")[0] == column)

    def _in_address(self, name: str) -> str:
        return parse_qs(self._page.query)[name][0]
