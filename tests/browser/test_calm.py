"""Nothing moves for those who ask for less motion, and no letter does anything by itself."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Final

from playwright.sync_api import expect

from tests.running import CONTACT, answer
from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, WebSocket

    Visit = Callable[[str], Page]

SCORECARD: Final = "/scorecard?lang=nb&example=Modellsund offentlige servicekontor"

# Whatever is seen to move for longer than an instant, looked for each time that the page is painted.
WATCH: Final = """globalThis.moved = [];
const watch = () => {
  for (const one of document.getAnimations()) {
    const { duration, iterations } = one.effect.getComputedTiming();
    const element = one.effect.target;
    if (duration * iterations > 10) moved.push(`${element?.tagName} ${element?.dataset.testid}`);
  }
  requestAnimationFrame(watch);
};
watch();
for (const name of ["scroll", "scrollTo", "scrollBy", "scrollIntoView"]) {
  const scroll = Element.prototype[name];
  Element.prototype[name] = function (...where) {
    if (where[0]?.behavior === "smooth") moved.push(`${name} ${this.tagName}`);
    return scroll.apply(this, where);
  };
}"""
MOVED: Final = """() => [...new Set([...moved, ...[...document.querySelectorAll("*")]
  .filter((one) => getComputedStyle(one).scrollBehavior === "smooth").map((one) => one.outerHTML)])]"""


def test_nothing_moves_for_who_asks_for_less_motion(page: Page, visit: Visit) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(WATCH)
    visit(SCORECARD)
    page.get_by_text("Tallene som tabell").first.click()
    expect(page.get_by_role("table").first).to_be_visible()
    page.get_by_role("tab").nth(1).click()
    settle(page)
    moved = page.evaluate(MOVED)
    visit("/assess?lang=nb&section=contact")
    answer(page, CONTACT, "Delvis").click()
    settle(page)
    page.get_by_role("button", name="Notat").first.click()
    expect(page.get_by_label("Notat til spørsmålet")).to_be_visible()
    assert moved + page.evaluate(MOVED) == []


def test_no_letter_does_anything_by_itself(page: Page, visit: Visit) -> None:
    told: list[str | bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: told.append(frame))  # noqa: PLW0108 - Playwright marks it

    page.on("websocket", listen)
    visit(SCORECARD)
    told.clear()
    for key in string.ascii_letters + string.digits + string.punctuation:
        page.keyboard.press(key)
    settle(page)
    assert told == []
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("tab").nth(1).click()
    settle(page)
    assert told, "What the page tells the server was not heard at all"
