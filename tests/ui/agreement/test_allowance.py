"""What a promise allows, beside its row."""

from __future__ import annotations

from datetime import date

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTableView

from slaeditor import shipped
from slaeditor.model import paths
from slaeditor.model.clock.public_holidays import public_holidays
from slaeditor.model.edits import SetTerm
from slaeditor.model.quantities import Duration, Percent
from slaeditor.ui.drawn.allowance_year import AllowanceYear
from slaeditor.ui.forms.allowance import AllowanceBars
from tests.ui.agreement.conftest import POPUPS, OpenStage

pytestmark = POPUPS
SAMPLE = shipped.sample()


def test_the_allowance_follows_the_promise_and_the_chosen_row(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go("availability", "promises")
    bars, words = st.find(AllowanceBars, "allowance"), st.find(QLabel, "allowance_words")
    first = SAMPLE.availability.promises[0]
    place = ("availability", "promises", first.id)
    st.session.do(SetTerm((*place, "percent"), Percent("99.9")))
    st.session.do(SetTerm((*place, "base"), None))
    assert "99.9%" in words.text()
    assert "8 h" in words.text()
    st.session.do(SetTerm((*place, "longest_outage"), Duration(25)))
    assert "Longest single outage: 25 min" in bars.accessibleDescription()
    before = words.text()
    st.session.do(SetTerm((*place, "percent"), Percent("99")))
    assert words.text() != before
    table = st.find(QTableView, "rows_promises")
    table.setCurrentIndex(table.model().index(len(SAMPLE.availability.promises) - 1, 0))
    assert "99% of" not in words.text()
    st.session.do(SetTerm(("availability", "promises"), ()))
    assert words.text() == ""
    assert bars.isHidden()


def test_the_first_promise_waits_for_no_holidays(stage: OpenStage) -> None:
    before = public_holidays.cache_info().misses
    # a year that nothing else has asked for
    st = stage(paths.replace(SAMPLE, ("identity", "effective"), date(2041, 1, 1)))
    QApplication.processEvents()
    known = public_holidays.cache_info().misses
    assert known > before
    st.go("availability", "promises")
    assert "2041" in st.find(QLabel, "allowance_words").text()
    assert public_holidays.cache_info().misses == known


def test_what_is_missing_is_said(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go("availability", "promises")
    first = SAMPLE.availability.promises[0]
    st.session.do(SetTerm(("availability", "promises", first.id, "percent"), None))
    assert st.find(QLabel, "allowance_words").text() == "The promise has no percent yet."


def test_each_month_tells_what_makes_it_unlike_the_others(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go("availability", "promises")
    year = st.find(AllowanceYear, "allowance_year")
    assert len(year.spots) == 12
    assert "April: 21 min 36 s of downtime; 8 h of planned maintenance is not counted" in year.accessibleDescription()
    calendars = tuple(msgspec.structs.replace(one, zone="Europe/Vienna") for one in SAMPLE.hours.calendars)
    st.session.do(SetTerm(("hours", "calendars"), calendars))
    assert "the clocks change: −1 h" in year.spots[2].words
    windows = tuple(msgspec.structs.replace(one, counts_as_downtime=True) for one in SAMPLE.maintenance.windows)
    st.session.do(SetTerm(("maintenance", "windows"), windows))
    assert "more than is allowed, in every month" in st.find(QLabel, "allowance_words").text()
    year.setFocus()
    st.key(Qt.Key.Key_End)
    assert year.words().startswith("December: ")
    table = st.find(QTableView, "rows_promises")
    table.setCurrentIndex(table.model().index(len(SAMPLE.availability.promises) - 1, 0))
    assert "closed or shortened" in year.accessibleDescription()
    st.session.do(SetTerm(("availability", "promises"), ()))
    assert year.isHidden()
