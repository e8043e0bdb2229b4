"""Take pictures of every page: in light, in dark, and on a phone.

Run it as `python -m tools.screenshots docs/screenshots`, or `make screenshots`.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from tools.browser import chromium_path, running_app, running_browser, settle, stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

# Name of the picture, and where in the app to take it. A new page is one more line.
EXAMPLE: Final = "example=Liksomnes%20servicekontor"
PAGES: Final = (
    ("start", "/?lang=nb"),
    ("assess", "/assess?lang=nb"),
    ("short", "/assess?lang=nb&section=short"),
    ("competence", "/assess?lang=nb&section=competence"),
    ("ladder", "/assess?lang=nb&section=ladder"),
    ("views", "/views?lang=nb"),
    ("scorecard", f"/scorecard?lang=nb&{EXAMPLE}"),
    ("criterion", f"/scorecard?lang=nb&{EXAMPLE}&criterion=competence"),
    ("try_out", f"/try_out?lang=nb&{EXAMPLE}"),
    ("plan", "/plan?lang=nb"),
    ("nation", "/nation?lang=nb"),
    ("method", "/method?lang=nb"),
)


@dataclass(frozen=True)
class Look:
    """A way to look at the app.

    Args:
        name: Ends the name of the picture.
        scheme: What the person's device prefers.
        width: Of the window, in pixels.
        height: Of the window, in pixels; a longer page gets a longer picture.
    """

    name: str
    scheme: Literal["light", "dark"]
    width: int
    height: int


LOOKS: Final = (
    Look("light", "light", 1280, 800),
    Look("dark", "dark", 1280, 800),
    Look("phone", "light", 390, 844),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures that the command line asks for.

    Args:
        arguments: Words of the command line; None for the ones that the program was started with.

    Returns:
        0 when all pictures are taken, 1 when there is no Chromium.
    """
    options = _options(arguments)
    executable = chromium_path()
    if executable is None:
        print("Chromium is not installed (on Debian: apt-get install chromium).", file=sys.stderr)
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    with running_app() as address, running_browser(executable) as browser:
        for look in LOOKS:
            for name, path in PAGES:
                if not options.only or name in options.only:
                    target = options.out / f"{name}-{look.name}.png"
                    _take(browser, look, f"{address}{path}{options.query}", target)
                    print(target)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.screenshots", description=__doc__)
    parser.add_argument("out", type=Path, help="folder for the pictures")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="pages to take: start, assess, …")
    parser.add_argument("--query", default="", help='end of each address, such as "?lang=en"')
    return parser.parse_args(arguments)


def _take(browser: Browser, look: Look, url: str, target: Path) -> None:
    context = browser.new_context(
        color_scheme=look.scheme, viewport={"width": look.width, "height": look.height}
    )
    page = context.new_page()
    page.goto(url)
    settle(page)
    stretch(page)
    page.screenshot(path=target, full_page=True)
    context.close()


if __name__ == "__main__":
    sys.exit(main())
