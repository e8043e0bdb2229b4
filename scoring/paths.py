"""Where the model and the figures lie: beside the code, in a clone and in an installation alike."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CRITERIA = ROOT / "criteria"
DATA = ROOT / "data"
