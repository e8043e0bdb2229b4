"""What a person sees of a page: the words and buttons on the screen, whatever they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from playwright.sync_api import Page

# What is on the screen, not beside it and not under something else; an icon is a picture, not a word.
_SCREEN: Final = """() => {
  const shown = (element, box) => {
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    const top = box.width > 1 && box.height > 1 ? document.elementFromPoint(x, y) : null;
    return top !== null && element.checkVisibility({opacityProperty: true, visibilityProperty: true})
      && (element.contains(top) || top.contains(element));
  };
  const isPressed = element => element.closest("button, a, [role=radio]") !== null;
  const isIcon = element => getComputedStyle(element).fontFamily.includes("Material");
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [], heights = [];
  while (nodes.nextNode()) {
    const one = nodes.currentNode, range = document.createRange();
    range.selectNodeContents(one);
    const box = range.getBoundingClientRect();
    const [text, place] = [one.data.trim(), one.parentElement];
    if (text && shown(place, box) && !isIcon(place) && !isPressed(place)) {
      texts.push(text);
      heights.push(Math.round(box.y));
    }
  }
  const filled = element => {
    const colour = getComputedStyle(element).backgroundColor.match(/[\\d.]+/g);
    const [red, green, blue, alpha = 1] = colour.map(Number);
    return alpha > 0.5 && red + green + blue < 380;
  };
  const groups = [...document.querySelectorAll("[role=radiogroup]")];
  const controls = [...document.querySelectorAll("button, [role=radio]")]
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([one, box]) => shown(one, box) && !one.disabled)
    .map(([one, box]) => ({
      name: one.ariaLabel || one.innerText.trim(),
      group: groups.findIndex(group => group.contains(one)),
      chosen: one.ariaChecked === "true",
      filled: filled(one),
      at: [box.x + box.width / 2, box.y + box.height / 2],
    }));
  return {texts, heights, controls};
}"""


@dataclass(frozen=True)
class Control:
    """A button or an answer that is seen.

    Args:
        name: What it says.
        group: Which of the questions it is an answer to; -1 for a button.
        chosen: Whether it looks chosen.
        filled: Whether it stands out.
        at: Where it is.
    """

    name: str
    group: int
    chosen: bool
    filled: bool
    at: tuple[float, float]


@dataclass(frozen=True)
class Screen:
    """What is seen at one moment: texts from the top, how far down each is, and what can be pressed."""

    texts: list[str]
    heights: list[int]
    controls: list[Control]

    @property
    def words(self) -> tuple[list[str], list[str]]:
        """What is said, and what the buttons say."""
        return self.texts, [one.name for one in self.controls]

    @property
    def open_answers(self) -> list[Control]:
        """The answers to the topmost question that has none chosen."""
        answered = {one.group for one in self.controls if one.chosen}
        asked = [one for one in self.controls if one.group >= 0 and one.group not in answered]
        return [one for one in asked if one.group == asked[0].group]

    @property
    def filled_buttons(self) -> list[Control]:
        """The buttons that stand out."""
        return [one for one in self.controls if one.filled and one.group < 0]


def look(page: Page) -> Screen:
    """What is on the screen now: not beside it, and not under something else."""
    found: dict[str, Any] = page.evaluate(_SCREEN)
    controls = [Control(**one | {"at": tuple(one["at"])}) for one in found["controls"]]
    return Screen(found["texts"], found["heights"], controls)
