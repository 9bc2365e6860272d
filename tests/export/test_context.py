"""The circumstances of an export: nothing that nobody approved, and nothing outdated, looks like the agreement that binds."""

from __future__ import annotations

import pytest

from slaeditor.model.agreement import Agreement
from slaeditor.model.lifecycle import Status
from tests.export.given import context

UNMARKED = {Status.APPROVED, Status.ISSUED, Status.SIGNED, Status.IN_FORCE, Status.EXPIRED, Status.TERMINATED}


@pytest.mark.parametrize("status", Status)
def test_only_what_was_approved_and_stands_is_printed_without_a_mark(status: Status) -> None:
    assert bool(context(Agreement(), status=status).mark) is (status not in UNMARKED)
