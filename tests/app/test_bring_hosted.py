"""Where people sign in, offices of files stand beside the stored ones and stay in the session."""

from __future__ import annotations

import pytest

from storage import offices
from tests.app.bringing_steps import HELD, to_files
from tests.app.compared import T, listed, upload
from tests.app.people import known, signed_in
from tests.app.test_roles import office_of
from ui import resources

pytestmark = pytest.mark.usefixtures("hosted")


def test_a_consultant_compares_stored_offices_with_those_of_a_file() -> None:
    mine = office_of("owner", "Moss")
    person = signed_in("owner", "files", a=mine.assessment)
    assert T("files.intro") in person.texts
    upload(person, ("to.csv", b"Kontor;relief\nA;Ja\nB;Nei\n")).press("bring_take_1").press("bring_compare")
    assert sorted(listed(person)) == ["A", "B", "Moss servicetorg"]
    store, actor = resources.store(), known(resources.store(), "owner")
    assert [one.name for one in offices.overview(store, actor)] == ["Moss servicetorg"]


def test_another_person_never_sees_the_offices_of_ones_files() -> None:
    person = to_files(signed_in("owner", "files"))
    upload(person, ("to.csv", b"Kontor;relief\nA;Ja\nB;Nei\n")).press("bring_take_1")
    assert HELD in person.at.session_state
    assert HELD not in signed_in("else", "files").at.session_state
