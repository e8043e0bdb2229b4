"""Numbers as people write them."""

from __future__ import annotations

import numpy as np


def parse_number(text: str) -> float | None:
    """A number as Norwegians or machines write it: ``1 250,5``, ``1250.5``; None when it is none."""
    plain = "".join(text.split()).replace("\N{MINUS SIGN}", "-").removesuffix("%")
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    try:
        number = float(plain) if "_" not in plain else np.nan
    except ValueError:
        return None
    return number if np.isfinite(number) else None
