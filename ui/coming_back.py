"""A page that stays open while the server restarts comes back to a new session, which knows nothing of it.

The page says what its widgets hold, under the names that the old session gave them. A field that was cleared
there has a later number in its name (``state.key``). The new session goes on from that number, so that the
first click is heard in that field too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state.common import user_key_from_element_id

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEY: Final = re.compile(r"(?P<name>.+)#[\w-]+\.(?P<number>\d{1,6})\.[a-z]{2}")
"""As ``state.key`` makes them; a page may say anything."""


def numbers_on_the_page() -> dict[str, int]:
    """How often each widget was drawn anew, as the page has it: name -> number, 1 or more."""
    context = get_script_run_ctx(suppress_warning=True)
    said = context.session_state.get_widget_states() if context else []
    return numbers_in(user_key_from_element_id(one.id) for one in said)


def numbers_in(keys: Iterable[str | None]) -> dict[str, int]:
    """The same from widgets' keys."""
    found = [match for key in keys if key and (match := _KEY.fullmatch(key))]
    return {one["name"]: int(one["number"]) for one in found if int(one["number"])}
