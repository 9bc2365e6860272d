"""The interview as an account manager uses it: answering, skipping, coming back, undoing, with who said it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from slaeditor.model import interview
from slaeditor.model.agreement import Agreement
from slaeditor.model.quantities import Duration
from slaeditor.ui.interview.yes_no import YesNoEditor
from tests.ui.interview.conftest import POPUPS, Begin, Talk, first_service, source

pytestmark = POPUPS

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


# Answering


def test_an_answer_stands_in_the_document_with_who_gave_it_and_when(talk: Talk) -> None:
    talk.speak("Anna Weber, head of IT")
    talk.answer("needs.users", "2400")
    assert source(talk, "needs.users") == ("Anna Weber, head of IT", date(2026, 11, 23))


def test_somebody_else_may_go_on_and_what_was_said_before_stays_theirs(talk: Talk) -> None:
    talk.speak("Anna Weber")
    talk.answer("needs.users", "2400")
    talk.speak("Bo Lind")
    talk.answer("needs.site_count", "4")
    assert source(talk, "needs.users")[0] == "Anna Weber"
    assert source(talk, "needs.site_count")[0] == "Bo Lind"
    assert talk.below("needs.users") == "Said by Anna Weber, 23 Nov 2026"
    assert talk.below("needs.site_count") == ""


def test_who_spoke_last_is_offered_when_the_agreement_is_opened_again(talk: Talk, begin: Begin) -> None:
    talk.speak("Anna Weber")
    talk.answer("needs.users", "2400")
    again = begin(talk.document)
    assert again.says("said_by") == "Anna Weber"


def test_a_day_that_is_none_falls_back_to_the_last_one(talk: Talk) -> None:
    talk.answer("said_on", "yesterday")
    talk.answer("needs.users", "5")
    assert talk.says("said_on") == "2026-11-23"
    assert source(talk, "needs.users")[1] == date(2026, 11, 23)


def test_typing_is_one_step_to_undo_and_undo_shows_what_was_there(talk: Talk) -> None:
    talk.answer("needs.industry", "")
    talk.type("needs.industry", "Hospitals")
    assert talk.window.menu_text("undo") == "&Undo answer to “What does your organisation do?”"
    talk.window.choose("undo")
    assert talk.document.needs.industry == ""
    assert talk.says("needs.industry") == ""
    talk.window.choose("redo")
    assert talk.says("needs.industry") == "Hospitals"


def test_an_answer_is_saved_by_itself(talk: Talk) -> None:
    talk.answer("needs.users", "2400")
    talk.around.shell.session.flush()
    assert talk.around.library.kept["a1"].document.needs.users == 2400


def test_what_is_not_understood_is_marked_and_kept_and_never_reaches_the_document(talk: Talk) -> None:
    before = talk.document
    talk.answer("needs.users", "many")
    talk.keys(Qt.Key.Key_Tab)
    assert talk.document == before
    assert talk.below("needs.users") == "✕ “many” is not a number."
    talk.go("When you work")
    talk.go("Your business")
    assert talk.says("needs.users") == "many"
    assert talk.below("needs.users") == "✕ “many” is not a number."
    talk.answer("needs.users", "40")
    assert talk.document.needs.users == 40
    assert talk.below("needs.users") == "A round figure is enough."


def test_no_is_an_answer(talk: Talk) -> None:
    assert talk.says("needs.critical_infrastructure") == ""
    talk.answer("needs.critical_infrastructure", "No")
    assert talk.says("needs.critical_infrastructure") == "No"
    assert talk.document.needs.critical_infrastructure is False
    assert source(talk, "needs.critical_infrastructure")[1] == date(2026, 11, 23)
    talk.window.choose("undo")
    assert talk.says("needs.critical_infrastructure") == ""


def test_a_choice_with_a_default_is_open_until_somebody_chose(begin: Begin) -> None:
    talk = begin(Agreement())
    talk.go("Contract and people")
    assert talk.says("identity.level") == "customer (default)"
    talk.answer("identity.level", "customer")
    assert talk.says("identity.level") == "customer"
    assert source(talk, "identity.level")[1] == date(2026, 11, 23)


def test_a_question_that_follows_from_an_answer_appears_where_one_types_on(begin: Begin) -> None:
    talk = begin(Agreement())
    talk.go("Contract and people")
    assert not talk.asks("identity.master_date")
    talk.type("identity.master_title", "Frame")
    assert talk.asks("identity.master_date")
    assert talk.focus == "identity.master_title"
    assert talk.document.identity.master_title == "Frame"


# Services, and other rows


def test_a_service_is_added_and_gets_a_sheet_of_its_own(talk: Talk) -> None:
    talk.go("Services and what they mean")
    talk.click("add:services.items")
    service = talk.document.services.items[-1].id
    assert talk.focus == f"services.items[{service}].name"
    talk.type(f"services.items[{service}].name", "Patient portal 2")
    talk.answer(f"needs.services[{service}].users", "300")
    talk.answer(f"services.items[{service}].monthly_fee", "5000")
    need = interview.need_of(talk.document, service)
    assert need is not None
    assert need.users == 300
    assert str(talk.document.services.items[-1].monthly_fee) == "EUR\u00a05,000.00"
    talk.go("Patient portal 2")
    assert talk.title == "Patient portal 2"
    talk.answer(f"needs.services[{service}].tolerable_outage", "90 min")
    need = interview.need_of(talk.document, service)
    assert need is not None
    assert need.tolerable_outage == Duration(90)


def test_a_service_taken_away_takes_its_sheet_along_and_undo_brings_both_back(talk: Talk) -> None:
    talk.go("Services and what they mean")
    service, name = first_service(talk)
    assert name in talk.steps
    talk.click(f"remove:services.items[{service}]")
    assert name not in talk.steps
    assert interview.need_of(talk.document, service) is None
    talk.window.choose("undo")
    assert name in talk.steps
    assert talk.asks(f"services.items[{service}].name")


def test_when_its_service_goes_by_undo_the_sheet_gives_way_to_the_theme(talk: Talk) -> None:
    talk.go("Services and what they mean")
    talk.click("add:services.items")
    service = talk.document.services.items[-1].id
    talk.go("(no name yet)")
    assert talk.page.key == f"services/{service}"
    talk.window.choose("undo")
    assert talk.title == "Services and what they mean"


def test_a_few_questions_about_every_service_are_asked_in_a_table(talk: Talk) -> None:
    service, _ = first_service(talk)
    talk.go("When you work")
    assert not talk.asks(f"needs.services[{service}].usage_hours")
    talk.answer(f"needs.services[{service}].usage", "extended hours")
    assert talk.asks(f"needs.services[{service}].usage_hours")
    assert talk.focus == f"needs.services[{service}].usage"
    talk.answer(f"needs.services[{service}].usage", "around the clock")
    assert not talk.asks(f"needs.services[{service}].usage_hours")
    assert interview.need_of(talk.document, service) is not None


def test_what_is_wrong_with_an_answer_is_said_below_it_and_squeezes_nothing(talk: Talk) -> None:
    talk.go("Contract and people")
    field = talk.editor("parties.provider.country").keys()
    QApplication.processEvents()
    before = field.height()
    assert before >= field.sizeHint().height()
    talk.type("parties.provider.country", "Utopia")
    talk.keys(Qt.Key.Key_Tab)
    assert "is no country" in talk.below("parties.provider.country")
    QApplication.processEvents()
    assert field.height() == before


def test_tab_stops_once_at_yes_and_no_where_the_answer_is(talk: Talk) -> None:
    service, name = first_service(talk)
    talk.go("Services and what they mean")
    talk.go(name)
    editor = talk.editor(f"services.items[{service}].personal_data")
    assert isinstance(editor, YesNoEditor)
    for value, reached in ((True, editor.yes), (False, editor.no), (None, editor.yes)):
        editor.fill(value)
        stops = [one for one in (editor.yes, editor.no) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert stops == [reached]


def test_rows_name_services_by_ticking_them(talk: Talk) -> None:
    talk.go("Services and what they mean")
    talk.click("add:needs.processes")
    process = talk.document.needs.processes[-1].id
    names = [service.name for service in talk.document.services.items[:2]]
    talk.answer(f"needs.processes[{process}].services", "; ".join(names))
    assert talk.document.needs.processes[-1].services == tuple(one.id for one in talk.document.services.items[:2])


def test_a_row_taken_away_leaves_the_others_as_they_are(talk: Talk) -> None:
    talk.go("Users and help")
    for name in ("Ankara", "İzmir", "Kayseri"):
        talk.click("add:parties.customer.sites")
        talk.answer(f"parties.customer.sites[{talk.document.parties.customer.sites[-1].id}].name", name)
    ankara, izmir, kayseri = (site.id for site in talk.document.parties.customer.sites)
    talk.click(f"remove:parties.customer.sites[{izmir}]")
    assert talk.says(f"parties.customer.sites[{ankara}].name") == "Ankara"
    assert talk.says(f"parties.customer.sites[{kayseri}].name") == "Kayseri"
    assert not talk.asks(f"parties.customer.sites[{izmir}].name")
    talk.window.choose("undo")
    places = [talk.editor(f"parties.customer.sites[{row}].name") for row in (ankara, izmir, kayseri)]
    heights = [place.mapTo(talk.widget, place.rect().topLeft()).y() for place in places]
    assert heights == sorted(heights)
