"""What many assessments say, for those who rate them beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage import tables
from storage.access import Action
from storage.finding import assessments
from storage.loading import contents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring import Assessment
    from storage.access import Actor
    from storage.store import Store


def of_assessments(store: Store, actor: Actor, *, assessment_ids: Sequence[str]) -> dict[str, Assessment]:
    """Assessments by id, without versions, which ``assessments.load_many`` tells at ten times the price.

    What there is not for this actor is left out.
    """
    with store.read() as session:
        query = assessments(actor, Action.SEE).where(tables.Assessment.id.in_(assessment_ids))
        return contents(session, session.scalars(query).all())
