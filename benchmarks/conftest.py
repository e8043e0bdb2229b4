"""What several benchmarks measure with, made once for each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks import ten_thousand
from scoring import load_model

if TYPE_CHECKING:
    from scoring import Model


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def files(model: Model) -> dict[str, bytes]:
    """Ten thousand offices as files."""
    return ten_thousand.files(model)
