"""Measure how many runs of a page the server manages in a second.

`python -m tools.reruns`; with `STREAMLIT_RUNNER_POST_SCRIPT_GC=true` before it one sees what a setting costs.
"""

from __future__ import annotations

import argparse
import statistics
import threading
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

from tools.app import running_app
from tools.visitor import visitor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.visitor import Visitor

QUERY: Final = "lang=nb&section=competence"
PAGE: Final = "assess"


def main(arguments: Sequence[str] | None = None) -> None:
    """Opens pages, has some of them drawn over and over, and prints how fast that went."""
    options = _options(arguments)
    with running_app() as address, ExitStack() as stack:
        people = [stack.enter_context(visitor(address)) for _ in range(options.people)]
        for one in people:
            one.run(QUERY, page=PAGE)
        begun = time.perf_counter()
        seconds = sorted(_at_work(people, options.at_once, until=begun + options.seconds))
        rate = len(seconds) / (time.perf_counter() - begun)
    median, late = statistics.median(seconds), seconds[int(len(seconds) * 0.95)]
    print(
        f"{options.people} open pages, {options.at_once} at work: {rate:.1f} runs a second, "
        f"median {median * 1000:.0f} ms, 95th percentile {late * 1000:.0f} ms"
    )


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.reruns", description=__doc__)
    parser.add_argument("--people", type=int, default=100, help="open pages")
    parser.add_argument("--at-once", type=int, default=4, help="of them at work without a pause")
    parser.add_argument("--seconds", type=float, default=12, help="for how long")
    return parser.parse_args(arguments)


def _at_work(people: list[Visitor], at_once: int, *, until: float) -> list[float]:
    """The seconds that each run took, in no order."""
    took: list[float] = []

    def work(mine: list[Visitor]) -> None:
        turn = 0
        while (begun := time.perf_counter()) < until:
            mine[turn % len(mine)].run(QUERY, page=PAGE)
            took.append(time.perf_counter() - begun)
            turn += 1

    threads = [threading.Thread(target=work, args=(people[place::at_once],)) for place in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took


if __name__ == "__main__":
    main()
