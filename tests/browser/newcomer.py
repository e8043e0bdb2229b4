"""Somebody who has never seen Tikamp: sees only what is on the screen, and takes a person's time for it.

The newcomer knows no address but the first, no key, test id or text of the catalogues. A step is: read what
is new on the screen, then do the one thing that a person would do there, with the mouse where it is seen:
stop at a score, answer the topmost open question, press the filled button, or scroll on.

The time is a model, so that a busy machine does not change it:

- Reading: 238 words a minute, the mean of silent reading of non-fiction by adults (Brysbaert 2019, Journal of
  Memory and Language 109, 104047; 190 studies). All that comes into view is read to the end, small print too,
  but once: of a sentence that is known but for its numbers only these are read again. What menus, buttons and
  answers say is looked over while deciding.
- Acting: the keystroke-level model (Card, Moran and Newell 1980, Communications of the ACM 23, 396-410): 1.35
  seconds to make up one's mind, 1.1 to point, 0.2 to press and let go. One scroll counts as half a second.
- Waiting: what the app took, as measured, yet no more than a second for a click: it takes less on a quiet
  machine, and how fast it is for many is measured by ``benchmarks/``.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from tests.browser.screen import look
from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.screen import Control, Screen

WORDS_A_MINUTE: Final = 238
DECIDE: Final = 1.35
POINT: Final = 1.1
PRESS: Final = 0.2
SCROLL: Final = 0.5
LONGEST_WAIT: Final = 1.0
STILL: Final = 0.5  # what `settle` waits to see that nothing moves any more
IN_SIGHT: Final = 0.75  # of the screen: what is asked further down is scrolled up first
MOVED: Final = 40  # pixels: an answer that is given stays where it is
PATIENCE: Final = 20  # seconds that a click may go without a sign; a busy machine is slow

SCORE: Final = re.compile(r"\b(\d{1,3} (?:av|out of) 100)\n\W*(\w.*)")
"""A number out of 100, and the words that stand beside it."""

PROMISES: Final = re.compile(r"^(begynn|byrj|begin|start)", re.IGNORECASE)
"""What a button says that a person presses first."""

WORD: Final = re.compile(r"\w\S*")
NUMBER: Final = re.compile(r"\d+(?:[.:,]\d+)*")

NOT_FOR_ME: Final = re.compile(r"^(gjelder|gjeld|does not|vet|veit|do not)", re.IGNORECASE)
"""Answers of those who cannot say; this newcomer knows the office."""


@dataclass(frozen=True)
class Step:
    """Something that was done, and what it took in seconds."""

    what: str
    words: int
    reading: float
    acting: float
    waiting: float

    @property
    def seconds(self) -> float:
        """All of it."""
        return self.reading + self.acting + self.waiting

    @override
    def __str__(self) -> str:
        parts = f"{self.words:4} words {self.reading:5.1f} + {self.acting:4.2f} + {self.waiting:4.2f}"
        return f"{self.seconds:6.1f} s = {parts}  {self.what}"


@dataclass
class Newcomer:
    """A person before a screen.

    Args:
        page: The browser's page, at the first address.
        taste: Which answer is taken first; the next one moves on by one, so that answers vary.
    """

    page: Page
    taste: int = 0
    steps: list[Step] = field(default_factory=list)
    result: str = ""
    _known: set[str] = field(default_factory=set)
    _answered: int = 0

    @property
    def seconds(self) -> float:
        """The time so far."""
        return sum(step.seconds for step in self.steps)

    @property
    def _height(self) -> int:
        return self.page.viewport_size["height"] if self.page.viewport_size else 0

    @property
    def log(self) -> str:
        """What was seen and done, and where the time went: reading, acting and waiting."""
        return "\n".join(
            [*map(str, self.steps), f"{self.seconds:6.1f} s in all: {self.result or 'no result'}"]
        )

    def begin(self) -> None:
        """Press what promises to begin, on the first screen and without scrolling."""
        screen = self.look()
        inviting = [one for one in screen.filled_buttons if PROMISES.match(one.name)]
        assert inviting, f"Nothing on the first screen invites to begin: {screen.texts}"
        self.press(inviting[0], screen)

    def go_on(self) -> None:
        """Answer and scroll until a score with a word for it is on the screen; the rest can wait."""
        while not self.result:
            screen = self.look()
            asked = screen.open_answers
            if score := SCORE.search("\n".join(screen.texts)):
                self.result = f"{score[1]}: {score[2]}"
                self._note("sees a result", score.string[: score.end()].split("\n"), acting=DECIDE)
            elif asked and asked[0].at[1] < IN_SIGHT * self._height:
                self._answer(asked, screen)
            else:
                self.scroll(screen)

    def follow(self) -> None:
        """With a result: press what stands out, which is perhaps a little further down."""
        while not self.look().filled_buttons:
            self.scroll(self.look())
        self.press(self.look().filled_buttons[0], self.look())

    def wait_for(self, words: str) -> None:
        """Until these words are on the screen."""
        self._until(lambda: any(words in text for text in self.look().texts), f"«{words}» is not seen")

    def look(self) -> Screen:
        """What is on the screen now."""
        return look(self.page)

    def press(self, control: Control, screen: Screen) -> None:
        """Press what is seen, with the mouse where it is, and wait for what comes of it."""
        what = f"presses «{control.name}»"
        began = time.monotonic()
        self.page.mouse.click(*control.at)
        # An answer looks chosen at once; what it changes around it comes from the app.
        self._until(lambda: self.look().words != screen.words, f"{what}, and nothing happens")
        waited = max(0.0, time.monotonic() - began - STILL)
        acting = DECIDE + POINT + PRESS
        self._note(what, screen.texts, acting=acting, waiting=min(waited, LONGEST_WAIT))

    def scroll(self, screen: Screen) -> None:
        """Half a screen on."""
        self.page.mouse.wheel(0, self._height / 2)
        self._until(lambda: self.look() != screen, "There is no more, and no result")
        self._note("scrolls", screen.texts, acting=SCROLL)

    def _answer(self, asked: list[Control], screen: Screen) -> None:
        fitting = [one for one in asked if not NOT_FOR_ME.match(one.name)]
        control = fitting[(self.taste + self._answered) % len(fitting)]
        self.press(control, screen)
        self._answered += 1
        self._until(lambda: self._is_chosen(control), f"«{control.name}» is not seen to be chosen there")

    def _is_chosen(self, control: Control) -> bool:
        """Whether the answer is seen chosen, and where it was: the page has not moved away."""
        there = [one for one in self.look().controls if one.chosen and one.name == control.name]
        return any(abs(one.at[1] - control.at[1]) < MOVED for one in there)

    def _until(self, sign: Callable[[], bool], otherwise: str) -> None:
        began = time.monotonic()
        while not sign():
            assert time.monotonic() < began + PATIENCE, f"{otherwise}: {self.look().texts}\n{self.log}"
            self.page.wait_for_timeout(50)
        settle(self.page)

    def _note(self, what: str, texts: list[str], *, acting: float, waiting: float = 0.0) -> None:
        words = sum(map(self.read, texts))
        self.steps.append(Step(what, words, words / WORDS_A_MINUTE * 60, acting, waiting))

    def read(self, text: str) -> int:
        """How many words of a text are new; of one that is known but for its numbers, the numbers."""
        pattern = NUMBER.sub("#", text)
        known, known_pattern = text in self._known, pattern in self._known
        self._known |= {text, pattern}
        return 0 if known else len((NUMBER if known_pattern else WORD).findall(text))
