"""Taking rows away with all that named only them."""

from __future__ import annotations

from slaeditor import shipped
from slaeditor.model import references
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import apply
from slaeditor.model.prune import removal
from tests.model.advice_case import merged


def pruned(document: Agreement, *path: str) -> Agreement:
    return apply(document, removal(document, path))


def test_a_list_loses_the_reference_and_a_row_that_would_mean_all_goes() -> None:
    document = merged(
        Agreement(),
        {
            "services": {"items": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]},
            "targets": {
                "items": [{"id": "both", "services": ["a", "b"]}, {"id": "one", "services": ["a"]}, {"id": "all"}]
            },
            "responsibilities": {"duties": [{"id": "duty", "targets": ["one"]}]},
        },
    )
    after = pruned(document, "services", "items", "a")
    assert {row.id: row.services for row in after.targets.items} == {"both": ("b",), "all": ()}
    assert after.responsibilities.duties == ()  # it was only about the target that went


def test_a_row_called_by_the_reference_goes_and_another_only_loses_it() -> None:
    document = merged(
        Agreement(),
        {
            "hours": {"calendars": [{"id": "office", "name": "Office"}], "support_hours": "office"},
            "priorities": {
                "impacts": [{"id": "i1"}, {"id": "i2"}],
                "matrix": [{"id": "x", "impact": "i1"}, {"id": "y", "impact": "i2"}],
            },
        },
    )
    assert pruned(document, "hours", "calendars", "office").hours.support_hours is None
    assert [row.id for row in pruned(document, "priorities", "impacts", "i1").priorities.matrix] == ["y"]


def test_what_dangled_before_is_left_to_a_person() -> None:
    document = merged(
        Agreement(),
        {"services": {"items": [{"id": "a", "name": "A"}]}, "targets": {"items": [{"id": "t", "services": ["gone"]}]}},
    )
    assert pruned(document, "services", "items", "a").targets == document.targets


def test_no_service_of_a_standard_leaves_a_trace() -> None:
    for one in shipped.STANDARDS:
        document = shipped.standard(one.id)
        for service in document.services.items:
            after = pruned(document, "services", "items", service.id)
            assert not list(references.dangling(after)), (one.id, service.id)
