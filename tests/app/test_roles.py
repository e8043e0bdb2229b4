"""Every page as everyone, by the link of one's own office and of another's: what may be seen, and no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, get_args

import pytest

from scoring.plan import PlannedMeasure
from storage import Action, Change, Outline, Role, allowed, answers, assessments, members, offices, plans
from tests.app.people import at_the_door, invite, known, signed_in
from tests.app.sent import sent
from ui import resources, state
from ui.components.foot import BY_LINK
from ui.menu import FOR_PEOPLE, FROM_A_PAGE, MENU

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.app.conftest import Person

pytestmark = pytest.mark.usefixtures("hosted")

ROLES: Final[tuple[Role, ...]] = get_args(Role)
OTHERS: Final = ("stranger", "administrator")
ADMINISTRATOR: Final = "administrator@moss.no"


@dataclass(frozen=True)
class Office:
    """An office whose every text can be told from any other's."""

    word: str
    id: str
    assessment: str


def office_of(owner: str, word: str) -> Office:
    store, actor = resources.store(), known(resources.store(), owner)
    office_id = offices.create(store, actor, name=f"{word} servicetorg")
    outline = Outline(state.today(), resources.model().version, resources.figures().version)
    made = assessments.create(store, actor, office_id=office_id, outline=outline)
    given = {"contact_person": "no", "note.contact_person": f"{word} notat", "relief": "yes"}
    changes = [Change(column, text, 0) for column, text in given.items()]
    answers.save(store, actor, assessment_id=made, changes=changes)
    planned = PlannedMeasure("case_responsibility", "medium", note=f"{word} tiltak")
    plans.save_plan(store, actor, assessment_id=made, plan=(planned,), seen_version=0)
    return Office(word, office_id, made)


@pytest.fixture
def moss() -> Office:
    found = office_of("owner", "Moss")
    for role in ROLES[1:]:
        invite(resources.store(), known(resources.store(), "owner"), found.id, role, role)
    return found


@pytest.fixture
def bergen() -> Office:
    return office_of("else", "Bergen")


@pytest.fixture
def someone(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, moss: Office
) -> tuple[str, Person]:
    """The person of that role in Moss, with the office's link."""
    monkeypatch.setenv("TIKAMP_ADMINISTRATORS", ADMINISTRATOR)
    return request.param, signed_in(request.param, a=moss.assessment)


def shown(person: Person) -> str:
    """All that the page was sent, and all that the session holds for the files that it offers."""
    return f"{sent(person)}\n{person.at.session_state!r}"


def pages(person: Person, office: Office) -> Iterable[tuple[str, str]]:
    """Every page, by the link to this office, with what it shows."""
    for page in (*MENU, *BY_LINK, *FROM_A_PAGE, *FOR_PEOPLE):
        yield page, shown(person.open(page, lang="nb", a=office.assessment))


def keys(person: Person) -> set[str]:
    return {str(one.key).split("#")[0] for one in person.at.button}


# ------------------------------------------------------------------ the walk
@pytest.mark.parametrize("someone", [*ROLES, *OTHERS], indirect=True)
def test_of_an_office_that_one_does_not_belong_to_no_page_shows_anything(
    someone: tuple[str, Person], bergen: Office
) -> None:
    role, person = someone
    for page, seen in pages(person, bergen):
        if role == "administrator" and page in FOR_PEOPLE:  # the name, for whom one looks after; no more
            seen = seen.replace("Bergen servicetorg", "")  # noqa: PLW2901
        assert bergen.word not in seen, page


@pytest.mark.parametrize("someone", OTHERS, indirect=True)
def test_who_has_no_role_sees_nothing_of_moss(someone: tuple[str, Person], moss: Office) -> None:
    role, person = someone
    for page, seen in pages(person, moss):
        if role == "administrator" and page in FOR_PEOPLE:
            seen = seen.replace("Moss servicetorg", "")  # noqa: PLW2901
        assert "Moss servicetorg" not in seen, page
        assert f"{moss.word} notat" not in seen, page
        assert f"{moss.word} tiltak" not in seen, page


@pytest.mark.parametrize("someone", ROLES, indirect=True)
def test_who_has_a_role_sees_the_office_and_changes_what_the_role_allows(
    someone: tuple[str, Person], moss: Office
) -> None:
    role, person = someone

    def may(action: Action) -> bool:
        return allowed(role, action)

    link = {"lang": "nb", "a": moss.assessment}
    assert "Moss servicetorg" in shown(person.open("assess", **link))
    assert person.widget("office", kinds=("text_input",)).disabled is not may(Action.RENAME)
    person.open("assess", section="contact", **link)
    assert person.widget("contact_person").value == "no"
    assert person.widget("contact_person").disabled is not may(Action.ANSWER)
    assert ("Rollen din er" in person.texts) is not may(Action.ANSWER)
    assert "Moss tiltak" in shown(person.open("plan", **link))
    assert ("out_0" in keys(person)) is may(Action.PLAN)
    assert "Moss servicetorg" in shown(person.open("history", **link))
    assert ("history_begin_copy" in keys(person)) is may(Action.START)
    assert ("history_export" in keys(person)) is may(Action.EXPORT)
    assert ("history_delete_office_do" in keys(person)) is may(Action.DELETE)
    assert "Moss" in shown(person.open("sharing", **link))
    assert ("invite" in keys(person)) is may(Action.SHARE)
    assert "administrerer Tikamp" in person.open("people", **link).texts


@pytest.mark.parametrize("role", ROLES)
def test_only_offices_that_one_may_compare_stand_beside_each_other(
    moss: Office, bergen: Office, role: Role
) -> None:
    for word in ("Fjell", "Vang"):
        mine = office_of(role, word)
        assert mine.id != bergen.id
    seen = shown(signed_in(role, "compare", a=moss.assessment, view="heat"))
    assert bergen.word not in seen
    heat = seen[seen.index("<tbody>") : seen.index("</tbody>")]
    words = {word for word in ("Moss", "Fjell", "Vang") if f"{word} servicetorg" in heat}
    assert words == {"Fjell", "Vang"} | ({"Moss"} if allowed(role, Action.COMPARE) else set())


def test_a_click_that_the_role_no_longer_allows_is_neither_held_nor_stored(moss: Office) -> None:
    person = signed_in("member", "assess", a=moss.assessment, section="contact")
    store = resources.store()
    owner, member = known(store, "owner"), known(store, "member")
    members.change_role(store, owner, office_id=moss.id, person_id=member.person_id or "", role="viewer")
    person.choose("contact_person", "yes")
    assert person.held.answers["contact_person"] == "no"
    assert person.widget("contact_person").disabled
    assert "Rollen din er Leser" in person.texts
    stored = assessments.load(store, owner, assessment_id=moss.assessment)
    assert stored.assessment.answers["contact_person"] == "no"


def test_who_is_taken_out_sees_no_more_from_the_next_click_on(moss: Office) -> None:
    person = signed_in("member", "assess", a=moss.assessment, section="contact")
    assert person.widget("contact_person").value == "no"
    store, member = resources.store(), known(resources.store(), "member")

    members.leave(store, member, office_id=moss.id)
    person.choose("contact_person", "yes")
    assert "Moss" not in shown(person.run())


def test_nobody_sees_anything_by_any_link(moss: Office) -> None:
    assert moss.word not in shown(at_the_door(a=moss.assessment))


def test_at_home_there_are_no_people(monkeypatch: pytest.MonkeyPatch, person: Person) -> None:
    monkeypatch.setenv("TIKAMP_MODE", "local")
    for page in FOR_PEOPLE:
        with pytest.raises(ValueError, match="Could not find"):
            person.run().open(page)
    assert "din egen maskin" in person.open("privacy", lang="nb").texts
