"""What stands where on a sheet: nothing is asked that has no meaning, nothing is cut, and names stand beside their answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from slaeditor import shipped
from slaeditor.model.agreement.needs import Recurrence
from slaeditor.ui.interview.services_block import ServicesBlock
from slaeditor.ui.interview.sheet import Sheet
from slaeditor.ui.interview.wrapped import unbroken
from tests.ui.interview.conftest import POPUPS, Begin, Talk

pytestmark = [POPUPS, pytest.mark.usefixtures("dressed")]
DATES = "needs.critical_dates[{}]"


def sized(talk: Talk, width: int) -> None:
    """Another size of the window, laid out."""
    talk.window.widget.resize(width, 720)
    talk.find(Sheet, "sheet").finish()
    QApplication.processEvents()


def test_what_comes_every_month_end_has_no_first_and_last_day(begin: Begin) -> None:
    talk = begin(shipped.sample())
    talk.go("When you work")
    by_recurrence = {row.recurrence: row.id for row in talk.document.needs.critical_dates}
    ends, yearly = (DATES.format(by_recurrence[one]) for one in (Recurrence.EVERY_MONTH_END, Recurrence.EVERY_YEAR))
    assert [talk.asks(f"{yearly}.{name}") for name in ("start", "end", "detail")] == [True, True, True]
    assert [talk.asks(f"{ends}.{name}") for name in ("start", "end", "detail")] == [False, False, True]
    talk.answer(f"{ends}.recurrence", "once")
    assert talk.asks(f"{ends}.start")
    talk.answer(f"{ends}.start", "2027-01-31")
    talk.answer(f"{ends}.recurrence", "every month end")
    assert talk.asks(f"{ends}.start"), "what was said is not hidden"
    assert not talk.asks(f"{ends}.end")
    talk.answer(f"{ends}.start", "")
    assert not talk.asks(f"{ends}.start")


def test_enter_passes_over_what_is_not_asked(begin: Begin) -> None:
    talk = begin(shipped.sample())
    talk.go("When you work")
    row = next(one for one in talk.document.needs.critical_dates if one.recurrence is Recurrence.EVERY_MONTH_END)
    place = DATES.format(row.id)
    talk.editor(f"{place}.detail").keys().setFocus(Qt.FocusReason.TabFocusReason)
    talk.keys(Qt.Key.Key_Return)
    assert talk.focus == f"{place}.services"


@pytest.mark.parametrize("width", [1100, 1440])
def test_the_name_of_a_level_can_be_read_in_full(begin: Begin, width: int) -> None:
    talk = begin(shipped.sample())
    sized(talk, width)
    talk.go("Users and help")
    sized(talk, width)
    for level in talk.document.priorities.impacts:
        field = talk.editor(f"priorities.impacts[{level.id}].label").keys()
        assert isinstance(field, QLineEdit)
        assert QFontMetrics(field.font()).horizontalAdvance(level.label) + 24 <= field.width(), level.label


@pytest.mark.parametrize("width", [1100, 1440])
def test_the_name_of_a_service_stands_as_high_as_its_answers(begin: Begin, width: int) -> None:
    talk = begin(shipped.sample())
    talk.go("When you work")
    sized(talk, width)
    (block,) = talk.widget.findChildren(ServicesBlock)
    labels = {one.text(): one for one in block.findChildren(QLabel) if one.isVisible()}
    for service, need in zip(talk.document.services.items, talk.document.needs.services, strict=True):
        name, field = labels[service.name], talk.editor(f"needs.services[{need.id}].usage")
        line = name.contentsRect().top() + name.fontMetrics().height() / 2
        middle = field.rect().center().y() + 0.5
        assert (
            abs(name.mapTo(block, QPoint(0, round(line))).y() - field.mapTo(block, QPoint(0, round(middle))).y()) <= 1
        )


def test_where_it_is_used_says_what_nothing_means(begin: Begin) -> None:
    talk = begin(shipped.sample())
    talk.go("Users and help")
    need = next(one for one in talk.document.needs.services if not one.sites)
    place = f"needs.services[{need.id}].sites"
    assert talk.says(place) == "All sites"
    site = talk.document.parties.customer.sites[0]
    talk.answer(place, site.name)
    assert talk.says(place) == site.name


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("P1: respond in 15 min, resolve in 5 wd", "P1: respond in 15~min, resolve in 5~wd"),
        ("P2: 3 steps, the first after 50% of it", "P2: 3~steps, the first after 50% of it"),
        ("Criticality 1, because of it; P1 of all", "Criticality 1, because of it; P1 of all"),
        ("RTO 1.5 h, RPO 0 min", "RTO 1.5~h, RPO 0~min"),
    ],
)
def test_a_figure_stays_beside_its_unit(title: str, shown: str) -> None:
    assert unbroken(title).replace("\u00a0", "~") == shown
