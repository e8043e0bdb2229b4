"""The database fails: it is said, nothing is lost, and what waits is stored when it is back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from i18n import LANGUAGES, Language, Translator
from storage import LOCAL, Unavailable, answers, assessments, members
from ui import resources

if TYPE_CHECKING:
    from storage.access import Role
    from storage.errors import Reason
    from tests.app.conftest import Person

REASONS: tuple[Reason, ...] = ("gone", "locked", "read_only", "full", "newer", "other")


def fails(reason: Reason) -> Any:  # noqa: ANN401 - stands in for any call of the store
    def call(*_: object, **__: object) -> None:
        raise Unavailable(reason, detail="as the driver says it")

    return call


@pytest.mark.parametrize("reason", REASONS)
def test_every_failure_is_said_and_the_answer_waits(
    person: Person, monkeypatch: pytest.MonkeyPatch, reason: Reason
) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "no")
    with monkeypatch.context() as broken:
        broken.setattr(answers, "save", fails(reason))
        person.choose("contact_person", "yes").choose("joint_follow_up", "partly")
        assert Translator("nb")(f"store.trouble.{reason}") in person.texts
        assert "Lagret kl." not in person.texts
        assert "as the driver says it" not in person.texts
        assert person.widget("contact_person").value == "yes"
    person.press("store_again")
    assert "Lagret kl." in person.texts
    kept = assessments.load(resources.store(), LOCAL, assessment_id=person.at.session_state["place"])
    assert kept.assessment.answers == {"contact_person": "yes", "joint_follow_up": "partly"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_store_that_cannot_be_read_says_so_on_the_start_page(
    person: Person, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    monkeypatch.setattr(resources, "store", fails("gone"))
    person.open("start", lang=language)
    assert Translator(language)("store.trouble_read") in person.texts


def test_the_first_answer_of_all_waits_too(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(resources, "store", fails("gone"))
        person.open("assess", lang="nb").write("office", "Nes")
        person.open("assess", lang="nb", section="contact").choose("contact_person", "yes")
        assert "Ikke lagret" in person.texts
    person.run()
    kept = assessments.load(resources.store(), LOCAL, assessment_id=person.at.session_state["place"])
    assert kept.assessment == person.held
    assert person.held.office == "Nes"


def test_a_locked_assessment_can_be_read_but_not_changed(person: Person) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "yes")
    assessments.lock(resources.store(), LOCAL, assessment_id=person.at.session_state["place"])
    person.choose("contact_person", "no")
    person.run()
    assert person.widget("contact_person").value == "yes"
    assert person.widget("contact_person").disabled
    assert "låst" in " ".join(str(one.value) for one in person.at.info)


def test_a_locked_assessment_is_unlocked_where_that_is_told(person: Person) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "yes")
    assessments.lock(resources.store(), LOCAL, assessment_id=person.at.session_state["place"])
    person.run()
    links = [getattr(one, "label", "") for one in person.at.get("page_link")]
    assert Translator("nb")("store.to_history") in links
    person.press("unlock")
    assert not person.widget("contact_person").disabled
    assert "låst" not in person.texts


@pytest.mark.parametrize("role", ["member", "viewer", "consultant"])
def test_who_may_not_unlock_is_not_offered_it(
    person: Person, monkeypatch: pytest.MonkeyPatch, role: Role
) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "yes")
    assessments.lock(resources.store(), LOCAL, assessment_id=person.at.session_state["place"])
    monkeypatch.setattr(members, "role_in", lambda *_, **__: role)
    person.run()
    assert "låst" in person.texts
    assert "unlock" not in [one.key for one in person.at.button]


def test_an_assessment_that_is_deleted_meanwhile_leaves_an_empty_desk(person: Person) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "yes")
    gone = person.at.session_state["place"]
    assessments.delete(resources.store(), LOCAL, assessment_id=gone)
    person.run()
    assert person.held.answers == {}
    assert person.at.session_state["place"] != gone
    assert Translator("nb")("store.missing") in " ".join(str(one.value) for one in person.at.info)
