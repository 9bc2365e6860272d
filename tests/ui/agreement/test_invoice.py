"""The worked invoice: results are typed, each step is told, nothing of it reaches the document."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTabBar, QWidget

from slaeditor import shipped
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.remedies import OccurrenceCredit
from slaeditor.model.edits import SetTerm
from slaeditor.model.paths import replace
from slaeditor.model.quantities import Percent
from slaeditor.ui.drawn.invoice_sheet import InvoiceSheet
from tests.model.credit_case import ERP, MAIL, P1, agreement, euros
from tests.ui.agreement.conftest import POPUPS, OpenStage
from tests.ui.agreement.stage import Stage

pytestmark = POPUPS
EVENT = OccurrenceCredit(id="event", name="Store closed", amount=euros("25"), most=3)


def opened(stage: OpenStage, document: Agreement) -> Stage:
    st = stage(document)
    st.go("remedies", "schedules")
    bar = st.find(QTabBar, "tabs")
    bar.setCurrentIndex(bar.count() - 1)
    QApplication.processEvents()  # the fields are laid out
    return st


def typed(st: Stage, metric: str, text: str) -> None:
    field = st.find(QLineEdit, f"measured_{metric}")
    field.setFocus()
    field.selectAll()
    st.keys(text)


def told(st: Stage) -> str:
    return st.find(InvoiceSheet, "invoice_sheet").accessibleDescription().replace("\u00a0", " ")


def test_it_begins_with_an_example_and_follows_what_is_typed(stage: OpenStage) -> None:
    st = opened(stage, agreement())
    assert "Due for the month, net of taxes: EUR 3,650.00" in told(st)
    st.click(st.find(QPushButton, "invoice_clear"))
    assert "Due for the month, net of taxes: EUR 4,000.00" in told(st)
    typed(st, MAIL, "99,4")
    assert "Availability of E-mail: 99.4%, below 99.5%. 10% of EUR 1,000.00 = EUR 100.00: −EUR 100.00" in told(st)
    assert "Due for the month, net of taxes: EUR 3,900.00" in told(st)
    st.click(st.find(QPushButton, "invoice_example"))
    assert "EUR 3,650.00" in told(st)
    assert st.edits == 0


def test_misses_of_one_event_and_what_was_credited_before(stage: OpenStage) -> None:
    document = replace(agreement(), ("remedies", "yearly_cap"), Percent("2"))
    st = opened(stage, document)
    st.click(st.find(QPushButton, "invoice_clear"))
    for metric, text in ((MAIL, "98"), (ERP, "99.8")):
        typed(st, metric, text)
        st.find(QLineEdit, f"event_{metric}").setFocus()
        st.keys("a")
    assert (
        "not added. The same event touched “Availability of E-mail”, whose credit is the highest: +EUR 150.00"
        in told(st)
    )
    assert "Credit of the month: −EUR 200.00" in told(st)
    st.find(QLineEdit, "invoice_credited").setFocus()
    st.keys("900")
    assert "of which EUR 60.00 is left" in told(st)
    assert "Credit of the month: −EUR 60.00" in told(st)
    st.key(Qt.Key.Key_Tab)
    assert st.find(QLineEdit, "invoice_credited").text() == "900.00"
    assert "Credit of the month: −EUR 60.00" in told(st)


def test_events_are_counted(stage: OpenStage) -> None:
    st = opened(stage, agreement(occurrences=(EVENT,)))
    times = st.find(QLineEdit, "times_event")
    assert times.text() == "1"
    times.setFocus()
    times.selectAll()
    st.keys("9")
    assert "Store closed: happened 9 times, at most 3 count: 3 × EUR 25.00 = EUR 75.00" in told(st)


def test_what_is_no_number_is_said_and_the_rest_is_computed(stage: OpenStage) -> None:
    st = opened(stage, agreement())
    typed(st, MAIL, "often")
    refused = st.find(QLabel, "invoice_refused")
    assert "Availability of E-mail: “often” is not a number." in refused.text()
    assert st.find(QLineEdit, f"measured_{MAIL}").property("refused") is True
    typed(st, MAIL, "101")
    assert "“101” is no share: it is from 0 to 100%." in refused.text()
    typed(st, MAIL, "100")
    assert not refused.isVisibleTo(st.page)


def test_tab_goes_through_the_lines_and_enter_leads_to_the_term(stage: OpenStage) -> None:
    st = opened(stage, agreement())
    way = []
    for _ in range(9):
        way.append(st.focus().objectName())
        st.key(Qt.Key.Key_Tab)
    assert way == [
        f"measured_{MAIL}", f"event_{MAIL}", f"measured_{ERP}", f"event_{ERP}", f"measured_{P1}", f"event_{P1}",
        "invoice_credited", "invoice_example", "invoice_clear",
    ]  # fmt: skip
    assert st.focus().objectName() == "invoice_sheet"
    st.key(Qt.Key.Key_Down)
    assert "20% of" in st.find(InvoiceSheet, "invoice_sheet").words()
    st.key(Qt.Key.Key_Return)
    assert st.find(QTabBar, "tabs").currentIndex() == 0


def test_it_follows_the_document_and_keeps_what_was_typed(stage: OpenStage) -> None:
    st = opened(stage, agreement())
    typed(st, MAIL, "98")
    st.session.do(SetTerm(("remedies", "monthly_cap"), Percent("1")))
    assert "Monthly cap: 1% of EUR 4,000.00 = EUR 40.00" in told(st)
    assert st.find(QLineEdit, f"measured_{MAIL}").text() == "98"
    services = st.document.services.items
    st.session.do(SetTerm(("services", "items", services[0].id, "monthly_fee"), None))
    assert "monthly fee of every service" in st.find(QLabel, "invoice_intro").text()
    assert "Due for the month" not in told(st)
    st.session.do(SetTerm(("remedies", "schedules"), ()))
    assert "nothing to compute" in st.find(QLabel, "invoice_intro").text()
    assert not [one for one in st.page.findChildren(QWidget, "invoice_sheet") if one.isVisibleTo(st.page)]


def test_the_hospital_is_credited_as_its_bands_say(stage: OpenStage) -> None:
    hospital = shipped.sample()
    st = opened(stage, hospital)
    assert "15% of EUR 18,000.00 = EUR 2,700.00" in told(st)
    assert "Due for the month, net of taxes: EUR 43,350.00" in told(st)
    assert st.document == msgspec.structs.replace(hospital)
