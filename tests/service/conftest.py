"""The server around the app: each piece by itself, then all of it running.

What runs the app gets it once for all tests here; what needs Chromium has the mark `browser`.
"""

from __future__ import annotations

from tests.running import app_url, browser, chromium, lawful, page

__all__ = ["app_url", "browser", "chromium", "lawful", "page"]
