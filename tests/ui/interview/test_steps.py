"""How the questions are laid out on sheets."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from slaeditor.model import interview
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.needs import Intensity
from slaeditor.model.edits import apply
from slaeditor.ui.interview import steps
from slaeditor.ui.interview.steps import ByService, Form, Rows

numbers = count(1)


def new_id() -> str:
    return f"row{next(numbers)}"


def asked(document: Agreement, place: str) -> interview.Question:
    return next(q for theme in interview.themes(document) for q in theme.questions if q.id == place)


def answered(document: Agreement, place: str, value: Any) -> Agreement:
    return apply(document, interview.answer(document, asked(document, place), value, "Anna", date(2026, 10, 5), new_id))


def with_services(*names: str) -> Agreement:
    document = Agreement()
    for name in names:
        document = answered(document, "services.items", {"name": name})
    return document


def test_every_question_stands_on_some_sheet_exactly_once() -> None:
    document = with_services("Archive", "Portal", "Billing")
    service = document.services.items[1].id
    document = answered(document, f"needs.services[{service}].usage", Intensity.EXTENDED_HOURS)
    on_sheets = [question.id for step in steps.steps(document) for question in step.questions()]
    # the list of services has no room for their descriptions, so each is asked on the service's own sheet
    described = [f"services.items[{row.id}].description" for row in document.services.items]
    assert sorted(on_sheets) == sorted(
        [*(q.id for theme in interview.themes(document) for q in theme.questions), *described]
    )


def test_without_a_service_there_is_a_sheet_for_each_theme() -> None:
    assert [step.key for step in steps.steps(Agreement())] == [theme.id for theme in interview.themes(Agreement())]


def test_each_service_has_a_sheet_of_its_own_after_the_list_of_services() -> None:
    document = with_services("Archive", "Portal")
    archive, portal = (service.id for service in document.services.items)
    keys = [step.key for step in steps.steps(document)]
    assert keys[1:4] == ["services", f"services/{archive}", f"services/{portal}"]
    sheet = steps.steps(document)[2]
    assert sheet.title == "Archive"
    assert {question.service for question in sheet.questions()} == {archive}


def test_a_few_questions_about_every_service_stand_in_one_table() -> None:
    document = with_services("Archive", "Portal")
    portal = document.services.items[1].id
    document = answered(document, f"needs.services[{portal}].usage", Intensity.EXTENDED_HOURS)
    when = next(step for step in steps.steps(document) if step.key == "when")
    (table,) = (block for block in when.blocks if isinstance(block, ByService))
    assert table.columns == ("usage", "usage_hours", "usage_remark")
    assert [line.name for line in table.lines] == ["Archive", "Portal"]
    assert [cell is not None for cell in table.lines[0].cells] == [True, False, True]
    assert [cell is not None for cell in table.lines[1].cells] == [True, True, True]


def test_the_list_of_services_asks_for_users_and_fee_in_its_line() -> None:
    document = with_services("Archive")
    sheet = next(step for step in steps.steps(document) if step.key == "services")
    first = sheet.blocks[0]
    assert isinstance(first, Rows)
    (service, beside) = first.beside[0]
    assert service == document.services.items[0].id
    assert [question.path[-1] for question in beside] == ["users", "monthly_fee"]


def test_plain_questions_stand_together() -> None:
    first = steps.steps(Agreement())[0]
    assert len(first.blocks) == 1
    assert isinstance(first.blocks[0], Form)


def test_a_place_is_found_on_the_sheet_that_asks_for_it() -> None:
    document = with_services("Archive")
    service = document.services.items[0].id
    found = steps.steps(document)
    place = ("needs", "services", service, "outage_cost")
    step = steps.step_of(found, place)
    assert step is not None
    assert step.key == f"services/{service}"
    row = steps.step_of(found, ("services", "items", service, "name"))
    assert row is not None
    assert row.key == "services"
    assert steps.step_of(found, ("hours", "note")) is None


def test_on_its_own_sheet_a_service_is_called_it() -> None:
    document = with_services("Archive")
    sheet = steps.steps(document)[2]
    forms = [block for block in sheet.blocks if isinstance(block, Form)]
    wordings = [wording for form in forms for wording in form.wordings]
    assert "What happens when it is down?" in wordings
    assert not any("Archive" in wording for wording in wordings)
    assert any("Archive" in question.wording for form in forms for question in form.questions)
