"""Going through the interview: what it leads to, what follows beside it, and that everybody can."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QWidget

from slaeditor import shipped
from slaeditor.model.agreement import Agreement
from slaeditor.ui.drawn.needs_chart import NeedsChart
from slaeditor.ui.editors.editor import Editor
from tests.ui.interview.conftest import POPUPS, Begin, Talk, first_service

pytestmark = POPUPS

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


# Going through it


def test_themes_show_how_far_they_are(begin: Begin) -> None:
    talk = begin(Agreement())
    talk.page.look()
    assert talk.steps["Your business"] == "0 of 6 answered"
    talk.answer("needs.users", "3")
    talk.page.look()
    assert talk.steps["Your business"] == "1 of 6 answered"


def test_themes_can_be_skipped_and_come_back_to(talk: Talk) -> None:
    titles = []
    talk.page.enter()
    for _ in range(20):
        titles.append(talk.title)
        if talk.title == "Proposed terms":
            break
        talk.click("next")
    services = [service.name for service in talk.document.services.items]
    assert titles == [
        "Your business",
        "Services and what they mean",
        *services,
        "When you work",
        "Users and help",
        "Contract and people",
        "Satisfaction and wishes",
        "Proposed terms",
    ]
    talk.go("Your business")
    talk.answer("needs.users", "12")
    assert talk.document.needs.users == 12


def test_alt_and_arrows_go_from_theme_to_theme_and_from_sheet_to_sheet(talk: Talk) -> None:
    talk.page.enter()
    talk.keys(Qt.Key.Key_Right, ALT)
    assert talk.title == "Services and what they mean"
    talk.keys(Qt.Key.Key_Down, ALT)
    assert talk.title == first_service(talk)[1]
    talk.keys(Qt.Key.Key_Right, ALT)
    assert talk.title == "When you work"
    talk.keys(Qt.Key.Key_Left, ALT)
    assert talk.title == "Services and what they mean"
    talk.keys(Qt.Key.Key_Left, ALT)
    assert talk.title == "Your business"
    talk.keys(Qt.Key.Key_Left, ALT)
    assert talk.title == "Your business"


def test_enter_goes_to_the_next_question_and_after_the_last_to_the_next_sheet(talk: Talk) -> None:
    talk.page.enter()
    assert talk.focus == "needs.industry"
    talk.keys(Qt.Key.Key_Return)
    assert talk.focus == "needs.priorities"
    talk.keys(Qt.Key.Key_Return, CTRL)
    assert talk.focus == "needs.users"
    for place in ("needs.site_count", "needs.critical_infrastructure", "needs.regulation"):
        talk.keys(Qt.Key.Key_Return)
        assert talk.focus == place
    talk.keys(Qt.Key.Key_Return, CTRL)
    assert talk.title == "Services and what they mean"


def test_tab_goes_through_the_questions_in_their_order(talk: Talk) -> None:
    service, name = first_service(talk)
    talk.go("Services and what they mean")
    talk.go(name)
    talk.page.enter()
    assert talk.asks(f"services.items[{service}].monthly_fee")
    asked = [step.questions() for step in talk.page.steps if step.service == service]
    wanted = [question.id for questions in asked for question in questions if not question.columns]
    seen = []
    for _ in range(4 * len(wanted)):
        if talk.focus not in seen:
            seen.append(talk.focus)
        if talk.focus == "next":
            break
        talk.keys(Qt.Key.Key_Tab)
    assert [place for place in seen if place in wanted] == wanted


@pytest.mark.parametrize("theme", ["Services and what they mean", "When you work", "Contract and people"])
def test_tab_leads_from_who_speaks_through_every_question_to_the_next_sheet(talk: Talk, theme: str) -> None:
    talk.go(theme)
    assert talk.asks("parties.customer.legal_name") == (theme == "Contract and people")
    talk.page.enter()
    first = talk.focus
    talk.keys(Qt.Key.Key_Backtab)
    assert talk.focus == "said_on"
    passed: list[str] = []
    while talk.focus != "next" and len(passed) < 200:
        talk.keys(Qt.Key.Key_Tab)
        passed.append(talk.focus)
    assert passed[0] == first
    shown = [one.objectName() for one in talk.page.findChildren(Editor) if one.isVisible()]
    assert set(shown) - set(passed) == {"said_by", "said_on"}


def test_who_answers_is_asked_first_and_enter_goes_on_to_the_questions(talk: Talk, begin: Begin) -> None:
    assert talk.focus == "said_by"
    talk.keys(Qt.Key.Key_Return)
    assert talk.focus == "needs.industry"
    talk.speak("Anna Weber")
    talk.answer("needs.users", "2400")
    assert begin(talk.document).focus == "needs.industry"


def test_who_gave_most_answers_is_told_once_above_and_others_where_they_are(talk: Talk) -> None:
    talk.speak("Anna Weber, head of IT")
    for place, words in (("needs.industry", "Hospitals"), ("needs.users", "2400"), ("needs.site_count", "4")):
        talk.answer(place, words)
    assert not talk.sees("sheet_said")
    talk.speak("Bo Lind")
    talk.answer("needs.regulation", "KVKK")
    told = "Where nothing else is noted: said by Anna Weber, head of IT, 23 Nov 2026"
    assert talk.label("sheet_said") == told
    assert talk.sees("sheet_said")
    assert [talk.below(one) for one in ("needs.users", "needs.regulation")] == ["A round figure is enough.", "Said now"]
    assert "Said by Anna Weber, head of IT" in talk.editor("needs.users").keys().toolTip()
    talk.speak("Anna Weber, head of IT")
    assert not talk.sees("sheet_said")
    assert talk.below("needs.regulation") == "Said by Bo Lind, 23 Nov 2026"


def test_a_length_shows_its_clock_only_where_it_is_not_the_one_that_always_runs(talk: Talk) -> None:
    service, _name = first_service(talk)
    talk.page.go(f"services/{service}")
    place = f"needs.services[{service}].tolerable_outage"
    clock = talk.editor(place).findChild(QComboBox, "clock")
    assert clock is not None
    talk.answer(place, "4 h")
    assert not clock.isVisible()
    talk.answer(place, "2 wd")
    assert clock.isVisible()


def test_the_place_of_a_term_leads_to_its_question(talk: Talk) -> None:
    service, name = first_service(talk)
    talk.around.shell.go("interview", ("needs", "services", service, "outage_cost"))
    assert talk.title == name
    assert talk.focus == f"needs.services[{service}].outage_cost"


def test_another_agreement_begins_at_its_beginning(talk: Talk) -> None:
    talk.go("Contract and people")
    other = shipped.begin("retail", "Bäckerei Süd", "SLA-8")
    talk.around.library.add("a2", other)
    talk.open("a2")
    assert talk.title == "Your business"
    assert talk.says("needs.industry") == other.needs.industry


def test_hidden_it_follows_what_happens_elsewhere_when_it_is_shown_again(talk: Talk) -> None:
    talk.answer("needs.users", "2400")
    talk.window.choose("library")
    talk.around.shell.session.undo()
    talk.window.choose("interview")
    assert talk.says("needs.users") == ""


# What follows


def test_what_follows_is_shown_beside_with_its_reason_and_leads_to_the_answer(talk: Talk) -> None:
    service, name = first_service(talk)
    talk.go("Services and what they mean")
    talk.go(name)
    talk.answer(f"needs.services[{service}].outage_cost", "40000 EUR")
    talk.answer(f"needs.services[{service}].harm", "danger to people")
    lines = talk.follows
    assert lines[0] == name
    assert any(line.startswith("Criticality 1") and "EUR\u00a040,000" in line for line in lines)
    assert any(line.startswith("P1: respond in") for line in lines)
    talk.go("Contract and people")
    assert len(talk.follows) > len(lines)


def test_what_follows_leads_to_the_map_of_needs(begin: Begin) -> None:
    talk = begin(shipped.sample())
    talk.page.look()
    talk.click("follows_map")
    assert talk.window.place == "agreement"
    assert talk.window.find(NeedsChart, "needs_chart").isVisible()


def test_only_the_newest_document_is_shown_when_working_it_out_took_long(begin: Begin) -> None:
    talk = begin(Agreement())
    talk.around.short.eager = False
    talk.answer("needs.users", "1")
    talk.page.look()
    talk.answer("needs.site_count", "1")
    talk.page.look()
    assert talk.steps["Your business"] == "0 of 6 answered"
    talk.around.short.drain()
    assert talk.steps["Your business"] == "2 of 6 answered"
    talk.around.short.eager = True


# For everybody


def test_everything_that_takes_the_keys_has_a_name(talk: Talk) -> None:
    for title in list(talk.steps):
        talk.go(title)
        for widget in talk.widget.findChildren(QWidget):
            if not widget.isVisible() or widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
                continue
            if isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox | QAbstractButton):
                spoken = QAccessible.queryAccessibleInterface(widget)
                name = spoken.text(QAccessible.Text.Name)
                assert name, f"{widget} {widget.objectName()} on {title} has no name"


@pytest.mark.parametrize("title", ["Your business", "Contract and people"])
def test_questions_have_help(talk: Talk, title: str) -> None:
    talk.go(title)
    for step in talk.page.steps:
        if step.title == title:
            for question in step.questions():
                if not question.columns:
                    editor = talk.editor(question.id)
                    assert editor.keys().accessibleDescription() or editor.keys().whatsThis()


def test_a_document_that_is_only_read_cannot_be_answered(talk: Talk) -> None:
    session = talk.around.shell.session
    session.open("a1", talk.document, version=1, read_only=True)
    talk.page.arrive()
    before = talk.document
    line = talk.editor("needs.industry").keys()
    QTest.keyClicks(line, "x")
    assert talk.document is before


def test_a_click_beside_the_suggestions_does_what_it_would_do_without_them(talk: Talk, begin: Begin) -> None:
    talk.speak("Anna Weber")
    talk.answer("needs.users", "2400")
    talk.widget.window().hide()
    again = begin(talk.document)
    again.speak("")
    again.type("said_by", "An")
    popup = QApplication.activePopupWidget()
    assert popup is not None, "names are suggested"
    steps, window = again.find(QListWidget, "steps"), again.widget.window()
    place = steps.viewport().mapTo(window, steps.visualItemRect(steps.item(2)).center())
    assert not popup.geometry().contains(window.mapToGlobal(place))
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()
    assert again.title == steps.item(2).text() != steps.item(0).text()
    assert QApplication.activePopupWidget() is None


def test_a_click_at_the_side_leads_where_it_hit_even_when_the_lines_move(talk: Talk) -> None:
    talk.go("Services and what they mean")
    last = talk.document.services.items[-1].name
    talk.go(last)
    talk.go("When you work")
    assert last not in talk.steps
    assert (talk.title, talk.step) == ("When you work", "When you work")
    talk.go("Services and what they mean")
    assert talk.step == "Services and what they mean"


def test_the_side_says_where_something_is_not_understood(talk: Talk) -> None:
    service = talk.document.services.items[0]
    name, place = service.name, f"needs.services[{service.id}].tolerable_outage"
    talk.go("Services and what they mean")
    talk.go(name)
    talk.answer(place, "half a day")
    talk.keys(Qt.Key.Key_Tab)
    assert talk.steps[name].endswith("not all of it understood")
    talk.go("Your business")
    assert talk.steps["Services and what they mean"].endswith("not all of it understood")
    talk.go("Services and what they mean")
    talk.go(name)
    talk.answer(place, "4 h")
    assert "understood" not in talk.steps[name]


def test_enter_goes_on_past_suggestions_of_which_none_is_chosen(talk: Talk) -> None:
    talk.go("Contract and people")
    field = talk.editor("parties.customer.country").keys()
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Turk")
    completer = field.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible(), "countries are suggested"
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert talk.focus != "parties.customer.country"
