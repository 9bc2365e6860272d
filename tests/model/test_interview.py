"""What is asked, what an answer does, and who said it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

import pytest

from slaeditor.model import interview, paths, references
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.identity import Renewal
from slaeditor.model.agreement.needs import Harm, Intensity, Needs
from slaeditor.model.edits import SetTerm, Several, apply
from slaeditor.model.errors import EditError
from slaeditor.model.quantities import Duration, Money
from slaeditor.model.questions import THEMES, Each, One, Table
from slaeditor.model.terms import Kind, fields

DAY = date(2026, 10, 5)
ANNA = "Anna Example, head of IT"


def ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"row{next(numbers)}"


def ids_for(place: str) -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"{place.replace('.', '-').replace('[', '-').replace(']', '')}-{next(numbers)}"


def asked(document: Agreement, place: str) -> interview.Question:
    return next(q for theme in interview.themes(document) for q in theme.questions if q.id == place)


def answered(document: Agreement, place: str, value: Any, by: str = ANNA, on: date = DAY) -> Agreement:
    new_id = ids_for(place)
    return apply(document, interview.answer(document, asked(document, place), value, by, on, new_id))


def with_service(name: str = "Archive") -> tuple[Agreement, str]:
    document = answered(Agreement(), "services.items", {"name": name})
    return document, document.services.items[0].id


def test_every_question_of_the_catalogue_names_a_term_that_exists() -> None:
    for theme in THEMES:
        for question in theme.questions:
            match question:
                case One(place=place):
                    assert paths.field_at(paths.parse(place)).kind is not Kind.ROWS
                case Table(place=place, columns=columns):
                    declared = paths.field_at(paths.parse(place))
                    assert declared.kind is Kind.ROWS
                    assert set(columns) <= {inner.name for inner in fields(declared.type)}
                case Each(of=of, field=name, columns=columns, wording=wording):
                    owner = ("needs", "services") if of == "need" else ("services", "items")
                    inner = {one.name: one for one in fields(paths.field_at(owner).type)}
                    assert name in inner
                    assert (inner[name].kind is Kind.ROWS) == bool(columns)
                    assert "{service}" in wording


def test_the_questions_cover_the_whole_needs_analysis() -> None:
    document, service = with_service()
    document = answered(document, f"needs.services[{service}].usage", Intensity.EXTENDED_HOURS)
    places = {q.path for theme in interview.themes(document) for q in theme.questions}
    # what the program keeps itself: who said it, and which term answers it
    kept = {"sources", "links", "note", "services"}
    for declared in fields(Needs):
        if declared.name not in kept:
            assert ("needs", declared.name) in places
    need = ("needs", "services", service)
    for declared in fields(paths.field_at(("needs", "services")).type):
        if declared.name not in {"service", "note"}:
            assert (*need, declared.name) in places


def test_an_answer_stands_in_its_term_and_says_who_gave_it() -> None:
    document = answered(Agreement(), "needs.industry", "Healthcare")
    assert document.needs.industry == "Healthcare"
    source = interview.source_of(document, ("needs", "industry"))
    assert source is not None
    assert (source.answer, source.said_by, source.said_on) == ("needs.industry", ANNA, DAY)


def test_an_answer_given_again_replaces_its_source_and_one_taken_back_loses_it() -> None:
    document = answered(Agreement(), "needs.industry", "Healthcare")
    document = answered(document, "needs.industry", "Retail", "Bo", date(2027, 1, 2))
    assert [(s.said_by, s.said_on) for s in document.needs.sources] == [("Bo", date(2027, 1, 2))]
    assert answered(document, "needs.industry", "").needs.sources == ()


def test_typing_on_notes_nothing_again() -> None:
    document = answered(Agreement(), "needs.industry", "H")
    edit = interview.answer(document, asked(document, "needs.industry"), "Ho", ANNA, DAY, ids())
    assert edit == Several("answer to “What does your organisation do?”", (SetTerm(("needs", "industry"), "Ho"),))


def test_without_a_name_and_a_day_nothing_is_noted() -> None:
    question = asked(Agreement(), "needs.industry")
    edit = interview.answer(Agreement(), question, "Retail", "", None, ids())
    assert apply(Agreement(), edit).needs.sources == ()


def test_adding_a_service_makes_its_row_of_needs() -> None:
    document, service = with_service("Archive")
    assert document.services.items[0].name == "Archive"
    assert [need.service for need in document.needs.services] == [service]
    assert any(
        q.wording == "What does an hour without Archive cost you?"
        for t in interview.themes(document)
        for q in t.questions
    )


def test_a_service_that_nobody_was_asked_about_gets_its_row_with_the_first_answer() -> None:
    whole, service = with_service()
    document = paths.replace(Agreement(), ("services", "items"), whole.services.items)
    assert document.needs.services == ()
    document = answered(document, f"needs.services[{service}].harm", Harm.WORK_STOPS)
    need = interview.need_of(document, service)
    assert need is not None
    assert need.harm is Harm.WORK_STOPS


def test_answers_about_one_service_share_a_source_until_somebody_else_speaks() -> None:
    document, service = with_service()
    place = f"needs.services[{service}]"
    document = answered(document, f"{place}.users", 340)
    document = answered(document, f"{place}.tolerable_outage", Duration(120))
    assert [s.answer for s in document.needs.sources if s.answer.startswith("needs")] == [place]
    document = answered(document, f"{place}.outage_cost", Money.parse("1 EUR", "EUR"), "Bo")
    by = {s.answer: s.said_by for s in document.needs.sources}
    assert by[place] == ANNA
    assert by[f"{place}.outage_cost"] == "Bo"
    cost, users = (interview.source_of(document, (*paths.parse(place), name)) for name in ("outage_cost", "users"))
    assert cost is not None
    assert users is not None
    assert (cost.said_by, users.said_by) == ("Bo", ANNA)


def test_removing_a_service_leaves_no_reference_to_it() -> None:
    document, service = with_service()
    document = answered(document, "needs.critical_dates", {"name": "Month end", "services": (service,)})
    document = answered(document, f"needs.services[{service}].users", 3)
    after = apply(document, interview.remove(document, asked(document, "services.items"), service))
    assert not list(references.dangling(after))
    assert after.needs == Needs()


def test_a_row_can_be_changed_by_its_cells() -> None:
    document = answered(Agreement(), "parties.customer.sites", {"name": "Ankara", "country": "TR"})
    question = asked(document, "parties.customer.sites")
    row = document.parties.customer.sites[0].id
    document = apply(
        document, interview.answer(document, interview.cell(question, row, "name"), "İzmir", "Bo", DAY, ids())
    )
    assert document.parties.customer.sites[0].name == "İzmir"
    document = apply(document, interview.answer(document, question, {"id": row, "country": "DE"}, ANNA, DAY, ids()))
    assert document.parties.customer.sites[0].country == "DE"


def test_some_questions_are_asked_only_when_they_matter() -> None:
    assert "identity.renewal_months" not in {q.id for t in interview.themes(Agreement()) for q in t.questions}
    document = answered(Agreement(), "identity.renewal", Renewal.AUTOMATIC)
    assert asked(document, "identity.renewal_months")


def test_progress_counts_a_flag_once_somebody_answered_it() -> None:
    business = interview.progress(Agreement())[0]
    assert business.answered == 0
    document = answered(Agreement(), "needs.critical_infrastructure", False)
    assert interview.progress(document)[0] == interview.Progress("business", 1, business.asked)


def test_an_answer_of_the_wrong_kind_is_refused() -> None:
    with pytest.raises(EditError):
        interview.answer(Agreement(), asked(Agreement(), "needs.users"), "many", ANNA, DAY, ids())
    with pytest.raises(EditError, match="is a row with"):
        interview.answer(Agreement(), asked(Agreement(), "services.items"), "Archive", ANNA, DAY, ids())


def test_ids_of_sources_never_clash() -> None:
    document = answered(Agreement(), "needs.industry", "Retail")
    document = answered(document, "parties.customer.sites", {"name": "X"})
    document = answered(document, "needs.users", 4)
    assert len({source.id for source in document.needs.sources}) == len(document.needs.sources) == 3
