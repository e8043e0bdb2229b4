"""An answer is kept where the next click overtakes it.

Streamlit drops what a person said in three cases that its settings do not reach:

- Requests that wait for a running script are put together, and one that changes the page carries no
  widget of the page that is left: an answer that still waits goes unseen.
- A callback can be broken off at each look into the session, by the same click on the menu.
- So can the script itself, between what the session shows and what is stored; and two runs of a session
  can be at work at once.

So the two functions behind the first are wrapped here, and nowhere else, and what must be done whole is
marked ``whole``. The tests ask Streamlit's own queue and session, so that a version that works otherwise
is noticed.
"""

from __future__ import annotations

import inspect
from contextlib import contextmanager
from functools import wraps
from threading import Lock, RLock
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar, cast

from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils import script_requests
from streamlit.runtime.state.safe_session_state import SafeSessionState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from streamlit.proto.WidgetStates_pb2 import WidgetStates

P = ParamSpec("P")
T = TypeVar("T")

_TURN: Final = "turn"
_GUARD: Final = Lock()

# Unwrapped: a module that is loaded again must not wrap its own wrapping.
_PUT_TOGETHER: Final = inspect.unwrap(script_requests._coalesce_widget_states)  # noqa: SLF001 - no public way
_BEGIN: Final = inspect.unwrap(SafeSessionState.on_script_will_rerun)


def keep_overtaken() -> None:
    """Makes this server keep what an overtaken request said; calling it again changes nothing."""
    script_requests._coalesce_widget_states = _with_the_waiting  # noqa: SLF001 - as above
    SafeSessionState.on_script_will_rerun = _to_the_end  # type: ignore[assignment,method-assign]


@wraps(_PUT_TOGETHER)
def _with_the_waiting(
    old_states: WidgetStates | None, new_states: WidgetStates | None
) -> WidgetStates | None:
    """What both requests say; where both speak of a widget, the newer one."""
    both: WidgetStates | None = _PUT_TOGETHER(old_states, new_states)
    if both is not None and old_states is not None:
        said = {one.id for one in both.widgets}
        both.widgets.extend([one for one in old_states.widgets if one.id not in said])
    return both


@wraps(_BEGIN)
def _to_the_end(session: SafeSessionState, *args: Any, **more: Any) -> None:  # noqa: ANN401 - Streamlit's own
    """Takes in what the widgets say and runs their callbacks; newer requests wait for so long."""
    with _undisturbed(session):
        _BEGIN(session, *args, **more)


def whole(step: Callable[P, T]) -> Callable[P, T]:
    """The same step, done to its end, and no other of the same session meanwhile.

    A newer run does not wait for an older one that does not look up, such as one that is storing: both would
    have the same desk.
    """

    @wraps(step)
    def run(*args: P.args, **more: P.kwargs) -> T:
        context = get_script_run_ctx(suppress_warning=True)
        if context is None:
            return step(*args, **more)
        with _undisturbed(context.session_state), _turn(context.session_state):
            return step(*args, **more)

    return run


def _turn(session: SafeSessionState) -> RLock:
    """One for each session, kept in it."""
    with _GUARD:
        if _TURN not in session:
            session[_TURN] = RLock()
    return cast("RLock", session[_TURN])


@contextmanager
def _undisturbed(session: SafeSessionState) -> Iterator[None]:
    look_up = session._yield_callback  # noqa: SLF001 - as above
    object.__setattr__(session, "_yield_callback", _go_on)
    try:
        yield
    finally:
        object.__setattr__(session, "_yield_callback", look_up)


def _go_on() -> None:
    """Looks for no newer request."""
