"""Plain data merged into a document: what it changes, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from slaeditor.model import partial
from slaeditor.model.agreement import Agreement
from slaeditor.model.errors import DocumentError
from slaeditor.model.quantities import Duration, Money, Unit
from tests.model.advice_case import case, merged


def test_a_known_row_changes_only_the_terms_that_are_named() -> None:
    before = case()
    after = merged(before, {"services": {"items": [{"id": "record", "code": "PR"}]}})
    record, billing = after.services.items
    assert (record.code, record.name) == ("PR", "Patient record")
    assert billing == before.services.items[1]


def test_a_new_row_comes_last_with_its_own_tables() -> None:
    rows = [{"id": "new", "name": "New", "components": [{"id": "disk", "restore": "4 h", "availability": "99.9"}]}]
    after = merged(case(), {"services": {"items": rows}})
    assert [row.id for row in after.services.items] == ["record", "billing", "new"]
    assert after.services.items[2].components[0].restore == Duration(240)


def test_durations_and_money_may_be_written_as_they_are_typed() -> None:
    after = merged(
        Agreement(),
        {
            "maintenance": {"notice": "5 wd@office", "monthly_cap": {"amount": 60}},
            "services": {"items": [{"id": "a", "monthly_fee": "18000 EUR"}]},
        },
    )
    assert after.maintenance.notice == Duration(5, Unit.WORKING_DAYS, "office")
    assert after.maintenance.monthly_cap == Duration(60)
    assert after.services.items[0].monthly_fee == Money.parse("18000", "EUR")


def test_the_places_are_those_of_terms_and_of_new_rows() -> None:
    data = {"needs": {"industry": "Retail"}, "services": {"items": [{"id": "record", "code": "PR"}, {"id": "new"}]}}
    assert [path for path, _ in partial.merge(case(), data)] == [
        ("needs", "industry"),
        ("services", "items", "record", "code"),
        ("services", "items", "new"),
    ]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ([], "The document must hold terms by name, as in {…}."),
        ({"wishes": 1}, "“wishes” is not a term of the document."),
        ({"needs": 3}, "needs must hold terms by name, as in {…}."),
        ({"needs": {"hopes": 3}}, "“hopes” is not a term of needs."),
        ({"needs": {"users": "many"}}, "needs.users: Expected `int | null`, got `str`."),
        ({"needs": {"satisfaction": 4.2}}, "needs.satisfaction: Expected a text such as 99.95, got 4.2."),
        ({"services": {"items": {}}}, "services.items must be a list of rows, as in [{…}]."),
        ({"services": {"items": [{"name": "x"}]}}, "Row 1 of services.items needs an “id” of its own: letters, digits, dashes."),
        ({"services": {"items": [{"id": "a"}, {"id": "a"}]}},
         "Row 2 of services.items needs an “id” of its own: letters, digits, dashes."),
        ({"services": {"items": [{"id": "a", "monthly_fee": "12"}]}},
         "services.items[a].monthly_fee: “12” names no currency; write for example “12 EUR”."),
        ({"services": {"items": [{"id": "a", "users": True}]}}, "services.items[a]: Expected `int | null`, got `bool` (at users)."),
        ({"services": {"items": [{"id": "a", "workload": [{"id": "x"}, {"id": "x"}]}]}},
         "Two rows of services.items[a].workload have the same “id”."),
        ({"maintenance": {"notice": "5 days"}},
         "maintenance.notice: “5 days”: a day has two readings; write 24 h for elapsed time or 1 wd for a working day."),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_its_place(data: Any, sentence: str) -> None:
    with pytest.raises(DocumentError) as raised:
        partial.merge(Agreement(), data)
    assert str(raised.value) == sentence
