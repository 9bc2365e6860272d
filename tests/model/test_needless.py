"""Terms that the rest of their row leaves without meaning."""

from __future__ import annotations

from datetime import date

import pytest

from slaeditor.model.agreement.needs import CriticalDate, Process, Recurrence
from slaeditor.model.needless import needless


@pytest.mark.parametrize("how", Recurrence)
def test_only_what_is_once_or_every_year_has_a_first_and_a_last_day(how: Recurrence) -> None:
    row = CriticalDate(id="d", recurrence=how)
    spans = how in (Recurrence.ONCE, Recurrence.EVERY_YEAR)
    assert [bool(needless(row, name)) for name in ("start", "end", "detail", "name")] == [
        not spans,
        not spans,
        False,
        False,
    ]
    dated = CriticalDate(id="d", recurrence=how, start=date(2027, 1, 1))
    assert not needless(dated, "start"), "what stands there can be seen and taken away"


def test_it_is_told_why() -> None:
    said = needless(CriticalDate(id="d", recurrence=Recurrence.EVERY_MONTH_END), "end")
    assert said == "What comes “every month end” has no first and last day: say which days under “Exactly”."
    assert needless(Process(id="p"), "name") == ""
