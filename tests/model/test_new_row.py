"""Rows that are begun."""

from __future__ import annotations

from slaeditor import shipped
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.hours import Calendar
from slaeditor.model.agreement.maintenance import Blackout, Window
from slaeditor.model.new_row import new_row


def test_a_new_row_is_in_the_time_zone_of_the_agreement() -> None:
    document = shipped.sample()
    assert document.identity.provider_zone == "Europe/Istanbul"
    assert new_row(document, Window, "w") == Window(id="w", zone="Europe/Istanbul")
    assert new_row(document, Calendar, "c") == Calendar(id="c", zone="Europe/Istanbul")
    assert new_row(document, Blackout, "b") == Blackout(id="b")
    assert new_row(Agreement(), Window, "w") == Window(id="w")
