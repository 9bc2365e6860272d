"""The proposal at the end of the interview: compared, ticked, taken, set aside, and offered again when answers change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from slaeditor import shipped
from slaeditor.model.agreement import Agreement
from slaeditor.ui.drawn.needs_chart import NeedsChart
from tests.ui.interview.conftest import POPUPS, Begin, Talk

pytestmark = POPUPS

CHECKED, UNCHECKED, SOME = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked
CTRL = Qt.KeyboardModifier.ControlModifier
GROUP = "How critical each service is"


@pytest.fixture
def told(talk: Talk) -> Talk:
    """Two services of which the customer said what an outage costs, and the proposals on the page."""
    for service, cost in zip(talk.document.services.items[:2], ("40000", "300"), strict=True):
        talk.page.go(f"services/{service.id}")
        talk.answer(f"needs.services[{service.id}].outage_cost", cost)
    talk.go("Proposed terms")
    return talk


def test_each_proposal_says_why_where_and_what_changes(told: Talk) -> None:
    second = told.document.services.items[1]
    assert second.criticality == 2
    found = next(lines for title, lines in told.offers.items() if title.startswith(f"{second.name}: criticality"))
    assert found[0][0].startswith("Criticality 4, because")
    assert found[1:] == [[f"Services › {second.name} › Criticality", "2", "4", "● neutral"]]


def test_a_reason_that_is_all_that_changes_is_shown_as_the_change(told: Talk) -> None:
    first = told.document.services.items[0]
    assert first.criticality == 1
    found = next(lines for title, lines in told.offers.items() if title.startswith(f"{first.name}: criticality"))
    assert "EUR\u00a040,000" in found[0][0]
    assert [line[0] for line in found[1:]] == [f"Services › {first.name} › Reason for the criticality"]


def test_directions_are_counted_for_what_is_chosen(told: Talk) -> None:
    count = len(told.offers)
    assert told.label("tally").startswith(f"{count} of {count} chosen; changed terms: ")
    told.click("choose_none")
    assert told.label("tally") == f"0 of {count} chosen; changed terms: 0 better, 0 worse, 0 neutral for the customer"


def test_a_kind_is_ticked_as_a_whole_or_in_part(told: Talk) -> None:
    first = next(iter(told.offers))
    told.tick(first)
    assert told.ticked(first) is UNCHECKED
    assert told.ticked(GROUP) is SOME
    told.tick(GROUP)
    assert told.ticked(first) is CHECKED
    told.tick(GROUP)
    assert told.ticked(first) is UNCHECKED
    assert told.ticked(GROUP) is UNCHECKED


def test_taking_is_one_step_and_undo_takes_all_of_it_back(told: Talk) -> None:
    before = told.document
    count = len(told.offers)
    told.click("take_chosen")
    assert told.window.place == "agreement"
    assert told.document.services.items[0].criticality == 1
    assert told.around.said[-1] == (f"{count} proposals are in the agreement now. Undo takes all of it back.", False)
    told.window.choose("undo")
    assert told.document == before


def test_what_is_left_out_is_not_taken_and_comes_back_only_when_an_answer_behind_it_changes(told: Talk) -> None:
    first = told.document.services.items[0]
    was = first.criticality
    title = next(title for title in told.offers if title.startswith(f"{first.name}: criticality"))
    told.click("choose_none")
    told.find_take().click()
    assert told.document.services.items[0].criticality == was
    told.window.choose("interview")
    told.page.go("proposal")
    assert told.sees("proposals_nothing")

    told.page.go(f"services/{first.id}")
    told.answer(f"needs.services[{first.id}].outage_cost", "41000")
    told.go("Proposed terms")
    assert title in told.offers
    second = told.document.services.items[1].name
    assert not any(other.startswith(f"{second}: criticality") for other in told.offers)


def test_everything_can_be_proposed_again(told: Talk) -> None:
    before = set(told.offers)
    told.click("choose_none")
    told.find_take().click()
    told.window.choose("interview")
    told.page.go("proposal")
    told.click("propose_again")
    assert {title for title in told.offers if "criticality" in title} == {t for t in before if "criticality" in t}


def test_reopened_without_a_change_it_says_that_there_is_nothing_new(told: Talk) -> None:
    told.click("take_chosen")
    told.window.choose("interview")
    told.page.go("proposal")
    assert not told.can_click("take_chosen")
    assert told.sees("proposals_nothing")
    told.click("back_to_questions")
    assert told.title != "Proposed terms"


def test_undo_on_the_page_works_the_offers_out_again(told: Talk) -> None:
    first = told.document.services.items[0].name
    second = told.document.services.items[1].name
    assert any(title.startswith(f"{second}: criticality") for title in told.offers)
    told.window.choose("undo")
    assert not any(title.startswith(f"{second}: criticality") for title in told.offers)
    assert any(title.startswith(f"{first}: criticality") for title in told.offers)


def test_what_was_left_out_stays_left_out_when_they_are_worked_out_again(told: Talk) -> None:
    first = next(iter(told.offers))
    told.tick(first)
    told.window.choose("undo")
    assert told.ticked(first) is UNCHECKED


def test_the_keys_go_to_what_can_be_ticked_as_soon_as_it_is_worked_out(told: Talk) -> None:
    told.go("Satisfaction and wishes")
    told.page.enter()
    told.around.short.eager = False
    told.keys(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert told.sees("proposals_waiting")
    told.around.short.eager = True
    told.around.short.drain()
    assert told.focus == "offers"


def test_control_and_enter_takes(told: Talk) -> None:
    told.tick(next(iter(told.offers)))
    told.keys(Qt.Key.Key_Return, CTRL)
    assert told.window.place == "agreement"


def test_without_services_and_without_rules_it_says_so(begin: Begin) -> None:
    talk = begin(Agreement())
    talk.go("Proposed terms")
    assert talk.sees("proposals_nothing")
    assert talk.says_somewhere("There are no rules to propose from")


def test_while_they_are_worked_out_it_says_so(begin: Begin) -> None:
    talk = begin(shipped.begin("retail", "Bäckerei Süd", "SLA-8"))
    talk.around.short.eager = False
    talk.go("Proposed terms")
    assert talk.sees("proposals_waiting")
    assert not talk.can_click("take_chosen")
    talk.around.short.eager = True
    talk.around.short.drain()
    assert not talk.sees("proposals_waiting")


def test_where_nothing_is_offered_the_map_of_needs_leads_to_questions_and_terms(begin: Begin) -> None:
    talk = begin(shipped.sample())
    talk.go("Proposed terms")
    assert talk.says_somewhere("Nothing new follows from the answers")
    chart = talk.find(NeedsChart, "needs_chart")
    place = "needs.services[patient-record].outage_cost"
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.area_of(f"need:{place}").center())
    assert (talk.title, talk.focus) == ("Patient record and medication module", place)
    talk.go("Proposed terms")
    term = chart.area_of("term:services.items[patient-record].criticality")
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=term.center())
    assert talk.window.place == "agreement"
