"""How many people Tikamp serves, and what of that is ours: `python -m benchmarks.load`.

People answer over real WebSockets at a human pace. The same people use a bare Streamlit app of one radio
button, in the same run on the same machine, of which they take a part themselves.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.load.crowd import Pace
from benchmarks.load.trial import Plan, trial

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.load.trial import Row

WHOLE: Final = Plan(
    crowds=((200, 1), (400, 2)),
    pace=Pace(arrive=30, work=96, between=16),
    pause=130,
    in_burst=300,
    a_second=50,
    burst_seconds=30,
)
QUICK: Final = Plan(
    crowds=((12, 1),),
    pace=Pace(arrive=1, work=4, between=1),
    pause=0,
    in_burst=20,
    a_second=20,
    burst_seconds=3,
)
COLUMNS: Final = {
    "app": 6,
    "crowd": 11,
    "processes": 9,
    "people": 6,
    "answers": 7,
    "median s": 8,
    "95 % s": 6,
    "slowest s": 9,
    "busy": 5,
    "MB": 4,
    "MB/page": 7,
}
"""Heading -> width; the first two are words."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints a row for each crowd.

    Returns:
        1 where a page failed or an answer was lost, which is told on standard error, else 0.
    """
    options = _options(arguments)
    plan = QUICK if options.quick else WHOLE
    if options.processes:
        plan = replace(plan, crowds=tuple((people, options.processes) for people, _ in plan.crowds))
    print(_line(COLUMNS), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measure(plan, Path(folder)))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="some people for some seconds: does it work at all?"
    )
    parser.add_argument("--processes", type=int, help="of the app, for every crowd")
    return parser.parse_args(arguments)


async def _measure(plan: Plan, folder: Path) -> int:
    wrong = 0
    async for row in trial(plan, folder):
        print(_line(_cells(row)), flush=True)
        for line in (*row.crowd.faults, *row.lost):
            print(f"  {line}", file=sys.stderr)
            wrong += 1
    return min(wrong, 1)


def _cells(row: Row) -> Iterable[str]:
    crowd, (before, after) = row.crowd, row.taken
    times = [crowd.share(0.5), crowd.share(0.95), crowd.share(1)]
    return (
        row.app,
        row.what,
        str(row.processes),
        str(len(crowd.people)),
        str(len(crowd.seconds)),
        *(f"{one:.3f}" for one in times),
        f"{after.busy(before):.0%}",
        f"{after.memory:.0f}",
        f"{row.each:.2f}",
    )


def _line(cells: Iterable[str]) -> str:
    words = 2
    return "  ".join(
        cell.ljust(width) if place < words else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(cells, COLUMNS.values(), strict=True))
    )


if __name__ == "__main__":
    sys.exit(main())
