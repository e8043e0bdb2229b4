"""Take pictures of every page: in light, in dark, and on a phone.

Run it as `python -m tools.screenshots docs/screenshots`, or `make screenshots`.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from tools.app import running_app
from tools.browser import chromium_path, running_browser, settle, stretch
from tools.history_steps import with_history
from tools.screenshot_steps import measure_tried, with_files, with_plan, with_views

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

    from tools.screenshot_steps import Step

EXAMPLE: Final = "example=Liksomnes%20servicekontor"


@dataclass(frozen=True)
class Shot:
    """A page to take.

    Args:
        name: Begins the name of the picture.
        path: Where in the app.
        steps: What is done there first; it may end on another page.
    """

    name: str
    path: str
    steps: Step = settle


# A new page is one more line.
PAGES: Final = (
    Shot("start", "/?lang=nb"),
    Shot("assess", "/assess?lang=nb"),
    Shot("short", "/assess?lang=nb&section=short"),
    Shot("competence", "/assess?lang=nb&section=competence"),
    Shot("ladder", "/assess?lang=nb&section=ladder"),
    Shot("views_empty", "/views?lang=nb"),
    Shot("views", "/assess?lang=nb", with_views),
    Shot("scorecard", f"/scorecard?lang=nb&{EXAMPLE}"),
    Shot("criterion", f"/scorecard?lang=nb&{EXAMPLE}&criterion=competence"),
    Shot("try_out_empty", "/try_out?lang=nb"),
    Shot("try_out", f"/try_out?lang=nb&{EXAMPLE}", measure_tried),
    Shot("plan_empty", "/plan?lang=nb"),
    Shot("plan", "/assess?lang=nb", with_plan),
    Shot("history_empty", "/history?lang=nb"),
    Shot("history", "/history?lang=nb", with_history),
    Shot("compare_empty", "/compare?lang=nb"),
    Shot("compare", "/compare?lang=nb&from=examples"),
    Shot("files_empty", "/files?lang=nb"),
    Shot("files", "/files?lang=nb", with_files),
    Shot("compare_heat", "/compare?lang=nb&from=examples&view=heat"),
    Shot("compare_spread", "/compare?lang=nb&from=examples&view=spread"),
    Shot("compare_ranks", "/compare?lang=nb&from=examples&view=ranks"),
    Shot("compare_pair", "/compare?lang=nb&from=examples&view=pair"),
    Shot("compare_shared", "/compare?lang=nb&from=examples&view=shared"),
    Shot("nation", "/nation?lang=nb"),
    Shot("nation_figure", "/nation?lang=nb&figure=16"),
    Shot("nation_ladder", "/nation?lang=nb&view=ladder"),
    Shot("nation_challenges", "/nation?lang=nb&view=challenges"),
    Shot("nation_theses", "/nation?lang=nb&view=theses"),
    Shot("nation_outside", "/nation?lang=nb&view=outside"),
    Shot("nation_errata", "/nation?lang=nb&view=errata"),
    Shot("nation_today", "/nation?lang=nb&view=today"),
    Shot("method", "/method?lang=nb"),
    Shot("privacy", "/privacy?lang=nb"),
    Shot("accessibility", "/accessibility?lang=nb"),
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
            for shot in PAGES:
                if not options.only or shot.name in options.only:
                    target = options.out / f"{shot.name}-{look.name}.png"
                    _take(browser, look, f"{address}{shot.path}{options.query}", shot.steps, target)
                    print(target)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.screenshots", description=__doc__)
    parser.add_argument("out", type=Path, help="folder for the pictures")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="pages to take: start, assess, …")
    parser.add_argument("--query", default="", help='end of each address, such as "?lang=en"')
    return parser.parse_args(arguments)


def _take(browser: Browser, look: Look, url: str, steps: Step, target: Path) -> None:
    context = browser.new_context(
        color_scheme=look.scheme, viewport={"width": look.width, "height": look.height}
    )
    page = context.new_page()
    page.goto(url)
    settle(page)
    steps(page)
    stretch(page)
    page.screenshot(path=target, full_page=True)
    context.close()


if __name__ == "__main__":
    sys.exit(main())
