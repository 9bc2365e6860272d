"""Needs beside the terms that answer them: who said what, what serves it, and what nothing serves yet."""

from __future__ import annotations

from datetime import date

from slaeditor import shipped
from slaeditor.model import advice, paths
from slaeditor.model.advice import whole_map
from slaeditor.model.advice.needs_map import Need
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.needs import Intensity, Link, ServiceNeed
from slaeditor.model.edits import InsertRow, RemoveRow, SetTerm, apply

SAMPLE = shipped.sample()
COST = ("needs", "services", "patient-record", "outage_cost")


def need(document: Agreement, path: tuple[str, ...]) -> Need:
    """The need at that place."""
    return next(one for one in whole_map(document).needs if one.path == path)


def unlinked(document: Agreement) -> Agreement:
    """Without the criticality, and with no link."""
    for service in document.services.items:
        document = apply(document, SetTerm(("services", "items", service.id, "criticality"), None))
    for link in document.needs.links:
        document = apply(document, RemoveRow(("needs", "links", link.id)))
    return document


def test_a_need_says_who_said_it_and_leads_to_its_terms() -> None:
    found = need(SAMPLE, COST)
    assert (found.label, found.said) == ("Cost of one hour down", "EUR\u00a040,000.00 an hour")
    assert (found.about, found.said_on) == ("Patient record and medication module", date(2026, 10, 5))
    assert found.said_by.startswith("İrem Yıldız")
    assert ("services", "items", "patient-record", "criticality") in found.terms
    assert found.missing == ""


def test_every_term_on_the_map_is_there_once_and_says_something() -> None:
    shown = whole_map(SAMPLE)
    assert shown.unmet == 0
    places = [term.path for term in shown.terms]
    assert len(places) == len(set(places))
    assert {path for one in shown.needs for path in one.terms} == set(places)
    assert all(paths.exists(SAMPLE, path) for path in places)
    assert all(term.words and term.where for term in shown.terms)
    words = {term.path: (str(term.words), str(term.where)) for term in shown.terms}
    promise = next(path for path in places if path[:2] == ("availability", "promises"))
    assert words[promise] == (
        "Availability: 99.95%",
        "Availability and continuity › Patient record and medication module",
    )


def test_groups_are_the_services_with_the_words_of_the_customer() -> None:
    titles = [str(group.title) for group in whole_map(SAMPLE).groups]
    assert titles == [*(service.name for service in SAMPLE.services.items), "The agreement as a whole"]
    assert whole_map(SAMPLE).groups[0].quote.startswith("If medication is down")


def test_what_nothing_answers_comes_first_and_is_the_same_as_advice_says() -> None:
    document = unlinked(SAMPLE)
    shown = whole_map(document)
    assert shown.groups[0].title == "Not answered yet"
    assert {one.path for one in shown.groups[0].needs} == {one.need for one in advice.unmet(document)}
    assert shown.unmet == len(shown.groups[0].needs) > 0
    assert all(one.missing and not one.terms for one in shown.groups[0].needs)
    only = shown.only_unmet()
    assert (only.needs, only.terms) == (shown.groups[0].needs, ())


def test_a_link_to_what_is_gone_and_one_that_is_no_place_are_no_answers() -> None:
    document = unlinked(SAMPLE)
    unmet = whole_map(document).needs[0]
    assert unmet.missing
    said = paths.text_of(unmet.path)
    for number, (place, term) in enumerate(
        [(said, "services.items[gone].criticality"), ("no place!", "x"), (said, "")]
    ):
        document = apply(document, InsertRow(("needs", "links"), Link(id=f"l{number}", need=place, term=term)))
    assert need(document, unmet.path).missing


def test_an_answer_taken_back_is_no_need() -> None:
    document = apply(SAMPLE, SetTerm(COST, None))
    assert COST not in [one.path for one in whole_map(document).needs]


def test_a_document_without_any_answer_has_an_empty_map() -> None:
    assert whole_map(Agreement()).groups == ()


def test_a_need_of_a_service_that_is_gone_is_among_the_rest() -> None:
    row = ServiceNeed(id="n", service="gone", usage=Intensity.AROUND_THE_CLOCK)
    document = apply(Agreement(), InsertRow(("needs", "services"), row))
    assert [group.title for group in whole_map(document).groups] == ["Not answered yet"]
