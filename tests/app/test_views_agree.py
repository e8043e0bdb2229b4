"""Two views of one office: where they differ, and what is agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scoring import Assessment, Model
from tests.app.conftest import CHOICES
from tests.app.staff_files import LEADER, add, choose_radio, errors, file, progress, questions, radio
from ui.components import views_list, views_summary
from ui.components.views_agree import OTHER
from ui.components.views_note import views_note

if TYPE_CHECKING:
    from tests.app.conftest import Person


def shown(person: Person) -> str:
    """The texts, with ordinary spaces for those that no line ends at."""
    return person.texts.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def leader(person: Person) -> Person:
    person.at.session_state["assessment"] = Assessment("Nordvik", LEADER)
    return person.open("views", lang="nb")


# ------------------------------------------------------------------ the differences
def test_the_greatest_disagreement_stands_first_with_counts_in_words(leader: Person) -> None:
    add(
        leader,
        file("a.json", relief="partly", contact_person="no"),
        file("b.json", relief="yes", contact_person="no"),
        file("c.json", contact_person="partly"),
    )
    assert questions(leader) == ["contact_person", "relief"]
    assert "De ansatte  \n**Nei** · 2 ansatte  \n**Delvis** · 1 ansatt" in shown(leader)
    assert "**Delvis** · 1 ansatt  \n**Ja** · 1 ansatt  \nIkke besvart · 1 ansatt" in shown(leader)


def test_an_agreed_answer_becomes_the_leaders_and_can_be_opened_again(leader: Person) -> None:
    add(leader, file("a.json", relief="no", contact_person="no"))
    assert progress(leader) == "**0 av 2 er avklart**"
    leader.choose("agreed.relief", "partly")
    assert leader.held.answers["relief"] == "partly"
    assert progress(leader) == "**1 av 2 er avklart**"
    assert "Lederen  \n**Ja**" in leader.texts
    assert "**Svarene nå, med 1 avklart**" in leader.texts
    leader.press("reopen_relief")
    assert leader.held.answers == LEADER
    assert leader.widget("agreed.relief").value is None
    assert progress(leader) == "**0 av 2 er avklart**"


def test_settling_on_the_staffs_answer_keeps_the_question_in_the_count(leader: Person) -> None:
    add(leader, file("a.json", relief="no")).choose("agreed.relief", "no")
    assert progress(leader) == "**1 av 1 er avklart**"
    assert "Alt som var ulikt, er avklart." in leader.texts
    leader.open("assess", lang="nb", section="competence")
    assert leader.widget("relief").value == "no"


def test_an_agreed_answer_that_is_changed_in_the_form_is_open_again(leader: Person) -> None:
    add(leader, file("a.json", relief="no")).choose("agreed.relief", "partly")
    leader.open("assess", lang="nb", section="competence").choose("relief", "yes").open("views", lang="nb")
    assert progress(leader) == "**0 av 1 er avklart**"
    assert leader.widget("agreed.relief").value is None


def test_an_agreement_stays_across_pages_and_languages(leader: Person) -> None:
    add(leader, file("a.json", relief="no")).choose("agreed.relief", "partly")
    leader.open("method", lang="nb").open("views", lang="en")
    assert leader.widget("agreed.relief").value == "partly"
    assert progress(leader) == "**1 of 1 settled**"


def test_a_number_is_settled_on_one_that_was_given_or_on_another(leader: Person) -> None:
    add(leader, file("a.json", fte="6"))
    choose_radio(leader, "fte", "6")
    assert leader.held.answers["fte"] == "6"
    choose_radio(leader, "fte", OTHER).write("agreed.fte.other", "5,5")
    assert leader.held.answers["fte"] == "5.5"
    leader.write("agreed.fte.other", "fem")
    assert leader.held.answers["fte"] == "5.5"
    assert "«fem» kan ikke brukes" in errors(leader)[0]
    leader.open("method", lang="nb").open("views", lang="nb")
    assert radio(leader, "fte") == OTHER
    assert leader.press("reopen_fte").held.answers == LEADER
    assert radio(leader, "fte") is None


def test_several_marks_are_settled_too(leader: Person) -> None:
    add(leader, file("a.json", demanded="tax"))
    choose_radio(leader, "demanded", OTHER).choose("agreed.demanded.other", ["tax", "culture", "police"])
    assert set(leader.held.answers["demanded"].split("|")) == {"tax", "culture", "police"}


def test_staff_whose_only_mark_is_something_else_are_heard(leader: Person) -> None:
    add(leader, file("a.json", demanded="other"))
    assert choose_radio(leader, "demanded", "other").held.answers["demanded"] == "other"


def test_a_field_of_the_ladder_is_settled_with_its_steps_in_words(leader: Person, model: Model) -> None:
    add(leader, file("a.json", ladder_tax="not_offered"))
    assert "**Tilbys ikke** · 1 ansatt" in shown(leader)
    assert f"**{model.fields['tax'].title.nb}: " in leader.texts
    leader.choose("agreed.ladder.tax", "2")
    assert leader.held.answers["ladder.tax"] == "2"


def test_an_agreed_answer_is_kept_where_the_next_click_overtakes_it(
    leader: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that is cut short never draws the field again (see docs/decisions/0008)."""

    def cut_short(name: str, answer: str | list[str], *kinds: str) -> None:
        with monkeypatch.context() as patch:
            leader.widget(f"agreed.{name}", kinds or CHOICES).set_value(answer)
            patch.setattr(views_list, "agree", lambda *_: None)
            leader.run()
        leader.open("method", lang="nb").open("views", lang="nb")

    add(leader, file("a.json", relief="no", fte="6", demanded="tax"))
    cut_short("relief", "partly")
    assert leader.held.answers["relief"] == "partly"
    cut_short("fte", "6", "radio")
    assert leader.held.answers["fte"] == "6"
    choose_radio(leader, "fte", OTHER)
    cut_short("fte.other", "5,5", "text_input")
    assert leader.held.answers["fte"] == "5.5"
    choose_radio(leader, "demanded", OTHER)
    cut_short("demanded.other", ["tax", "police"])
    assert set(leader.held.answers["demanded"].split("|")) == {"tax", "police"}
    assert progress(leader) == "**3 av 3 er avklart**"


def test_differences_are_filtered_by_part_and_by_what_is_settled(leader: Person) -> None:
    add(leader, file("a.json", relief="no", contact_person="no")).choose("views_part", "contact")
    assert questions(leader) == ["contact_person"]
    leader.choose("agreed.contact_person", "no").choose("views_part", "").choose("views_which", "open")
    assert questions(leader) == ["relief"]
    leader.choose("views_which", "settled")
    assert questions(leader) == ["contact_person"]


def test_many_differences_are_shown_a_few_first(leader: Person, model: Model) -> None:
    fields = {f"ladder.{field}": "1" for field in model.fields}
    leader.at.session_state["assessment"] = Assessment("Nordvik", fields)
    add(leader, file("a.json", office="Nordvik", **{f"ladder_{field}": "2" for field in model.fields}))
    assert len(questions(leader)) == 10
    assert len(questions(leader.press("views_show_all"))) == len(fields)


def test_views_that_agree_have_nothing_to_settle(leader: Person) -> None:
    add(leader, file("a.json", relief="yes"))
    assert "Ingen svar er ulike." in leader.texts


def test_staff_can_differ_where_the_leader_has_not_answered(leader: Person) -> None:
    add(leader, file("a.json", gains="yes"), file("b.json", gains="no"))
    assert questions(leader) == ["gains"]
    leader.choose("agreed.gains", "no").press("reopen_gains")
    assert leader.held.answers == LEADER


def test_the_note_for_other_pages_counts_what_differs(
    leader: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views_summary, "views_summary", views_note)
    add(leader, file("a.json", relief="no", contact_person="no"))
    assert "2 svar er ulike mellom leder og ansatte." in leader.texts
    assert [getattr(one, "label", "") for one in leader.at.get("page_link")] == ["Se hva som er ulikt"]
    leader.choose("agreed.relief", "no")
    assert "2 svar er ulike mellom leder og ansatte. 1 er avklart." in leader.texts


def test_answers_in_files_stand_as_written_text(leader: Person) -> None:
    add(leader, file("a.json", office="**x** [y](z)", relief="no"))
    assert "\\*\\*x\\*\\*" in leader.texts
