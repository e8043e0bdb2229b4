"""A newcomer gets to a first result in three minutes without help.

What the newcomer saw and did, and what each step took: ``pytest -s tests/browser/test_first_use.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.newcomer import SCORE, Newcomer
from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    Arrive = Callable[..., Newcomer]

THREE_MINUTES = 180
LAPTOP = (1280, 720)
PHONE = (390, 844)


@pytest.fixture
def arrive(browser: Browser) -> Iterator[Arrive]:
    """A person at an address, with a screen of some size and a browser in some language."""
    contexts = []

    def at(address: str, size: tuple[int, int], *, spoken: str = "nb-NO", taste: int = 0) -> Newcomer:
        width, height = size
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, locale=spoken))
        page = contexts[-1].new_page()
        page.goto(address)
        return Newcomer(page, taste)

    yield at
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("size", "spoken", "taste"),
    [(LAPTOP, "nb-NO", 0), (PHONE, "nb-NO", 1), (PHONE, "nn-NO", 2)],
    ids=["laptop", "phone", "nynorsk"],
)
def test_a_first_result_in_three_minutes(
    arrive: Arrive, fresh_app: str, size: tuple[int, int], spoken: str, taste: int
) -> None:
    newcomer = arrive(fresh_app, size, spoken=spoken, taste=taste)
    settle(newcomer.page)
    newcomer.begin()
    newcomer.go_on()
    print(f"\n{newcomer.log}")  # noqa: T201 - for whoever runs it with -s
    assert newcomer.seconds < THREE_MINUTES, newcomer.log
    newcomer.follow()
    newcomer.wait_for(newcomer.result.partition(":")[0])


# ------------------------------------------------------------------ the instrument itself
BEGIN = "<button style='background: #055; color: white'>Begynn</button>"
TOO_FAR_DOWN = f"<p style='height: 2000px'>Hei</p>{BEGIN}"
COVERED = f"{BEGIN}<div style='position: fixed; inset: 0; background: white'>Hei</div>"
PALE = "<button style='background: white'>Begynn</button>"


@pytest.mark.parametrize("page", [TOO_FAR_DOWN, COVERED, PALE], ids=["too far down", "covered", "pale"])
def test_what_does_not_invite_is_not_pressed(arrive: Arrive, page: str) -> None:
    with pytest.raises(AssertionError, match="Nothing on the first screen invites"):
        arrive(f"data:text/html;charset=utf-8,{page}".replace("#", "%23"), LAPTOP).begin()


def test_what_is_known_is_not_read_again(arrive: Arrive) -> None:
    newcomer = arrive("about:blank", LAPTOP)
    said = ["Lagret kl. 07:01:48", "Lagret kl. 07:02:10", "Lagret kl. 07:01:48", "Ja – nei"]
    assert [newcomer.read(text) for text in said] == [3, 1, 0, 2]


def test_a_score_has_a_word_beside_it() -> None:
    assert SCORE.search("0 av 10 er besvart.\n100 av 100 kontorer\n") is None
    assert SCORE.search("Ikke vurdert ennå\nKan ende mellom 0 og 100") is None
    assert SCORE.search("42 av 100\n· ◆ Noe på plass\nKan ende")
    assert SCORE.search("42 out of 100\n· ◆ Some in place\nCan end")
