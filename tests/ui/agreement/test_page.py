"""The page around the forms: sections with their states, docks that lead to terms, the preview."""

from __future__ import annotations

import io

import msgspec
import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton, QTreeWidget

from slaeditor.model.agreement import Agreement
from slaeditor.model.checks import Severity
from slaeditor.model.edits import RemoveRow, SetTerm
from slaeditor.ui.agreement.paper import Paper
from slaeditor.ui.agreement.problem_list import Problem
from slaeditor.ui.agreement.states import section_states
from tests.filled import filled_document
from tests.ui.agreement.conftest import POPUPS, OpenStage
from tests.ui.agreement.stage import Stage

pytestmark = POPUPS
DOCUMENT = filled_document()


def section_words(st: Stage) -> dict[str, str]:
    """What the list of sections says of each, to those who do not see it."""
    found = st.find(QListWidget, "sections")
    role = Qt.ItemDataRole.AccessibleTextRole
    items = [found.item(number) for number in range(found.count())]
    return {item.text(): str(item.data(role)) for item in items if not item.isHidden()}


def click_line(st: Stage, dock: str, words: str) -> None:
    """Click the line of a dock that says these words."""
    st.page.docks[dock].raise_()
    QApplication.processEvents()
    tree = st.find(QTreeWidget, "problems" if dock == "problems" else dock)
    flags = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
    (item,) = tree.findItems(words, flags)
    tree.scrollToItem(item)
    st.click(tree.viewport(), tree.visualItemRect(item).center())


def test_states_of_sections() -> None:
    empty = {state.name: state for state in section_states(Agreement(), None, (), ())}
    assert empty["legal"].empty
    changed = msgspec.structs.replace(DOCUMENT, legal=Agreement().legal)
    states = {state.name: state for state in section_states(changed, DOCUMENT, (), [("remedies", "monthly_cap")])}
    assert states["legal"].changed
    assert states["legal"].empty
    assert not states["identity"].changed
    assert states["remedies"].words == "1 finding, 1 error"  # what was not understood keeps back as errors do
    assert states["identity"].words == "complete"
    before = section_states(changed, DOCUMENT, (), (), checked=False)  # the checks are still under way
    assert not [state.name for state in before if "complete" in state.words]
    assert len(states) == 19


def test_the_list_says_how_each_section_stands(stage: OpenStage) -> None:
    st = stage(DOCUMENT, DOCUMENT)
    st.session.do(SetTerm(("identity", "title"), ""))
    st.page.check_now()
    words = section_words(st)
    assert words["Identity and term"] == "1 Identity and term: 1 finding, 1 error, changed since the last revision"
    assert words["Parties"] == "2 Parties: complete"


def test_the_filter_narrows_the_sections(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.find(QLineEdit, "filter_sections").setFocus()
    st.keys("esc")
    assert list(section_words(st)) == ["Escalation"]


def test_sections_are_gone_to_with_the_mouse(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    found = st.find(QListWidget, "sections")
    st.click(found.viewport(), found.visualItemRect(found.item(3)).center())
    assert st.find(QLabel, "section_title").text() == "Services"


def test_a_problem_leads_to_its_term_and_is_mended_with_one_click(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.session.do(RemoveRow(("review", "reports", "report-1")))
    st.page.check_now()
    tree = st.page.findChild(QTreeWidget, "problems")
    assert isinstance(tree, QTreeWidget)
    flags = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
    lines = tree.findItems("report-1", flags)
    assert lines
    st.page.docks["problems"].raise_()
    QApplication.processEvents()
    tree.scrollToItem(lines[0])
    st.click(tree.viewport(), tree.visualItemRect(lines[0]).center())
    assert st.page.section == "metrics"
    before = st.document
    st.click(st.find(QPushButton, "mend"))
    assert st.document != before
    st.page.check_now()
    assert len(tree.findItems("report-1", flags)) == len(lines) - 1
    st.session.undo()
    assert st.document == before


def test_a_change_leads_to_its_term(stage: OpenStage) -> None:
    st = stage(DOCUMENT, DOCUMENT)
    st.session.do(SetTerm(("services", "items", "service-2", "users"), 12))
    st.page.check_now()
    click_line(st, "changes", "Users")
    assert st.page.section == "services"
    assert st.focus().objectName() == "users"
    assert isinstance(st.focus(), QLineEdit)
    assert st.find(QLineEdit, "users").text() == "12"


def test_going_to_what_is_gone_goes_as_near_as_may_be(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    assert st.page.go_to(("services", "items", "gone", "users"))
    assert st.page.section == "services"


def test_another_document_replaces_what_is_shown(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("identity", "title")
    st.session.open("a2", Agreement(), version=1)
    assert st.find(QLineEdit, "title").text() == ""
    assert st.page.section == "identity"


@pytest.fixture
def pages() -> bytes:
    """A PDF of five empty pages."""
    document = pdfium.PdfDocument.new()
    for _ in range(5):
        document.new_page(595, 842)
    target = io.BytesIO()
    document.save(target)
    document.close()
    return target.getvalue()


def test_the_preview_shows_the_section_and_keeps_its_place(stage: OpenStage, pages: bytes) -> None:
    st = stage(DOCUMENT)
    st.exports.pdf = pages
    st.exports.rendered.clear()
    st.exports.places = {("identity",): (0, 60.0), ("remedies", "monthly_cap"): (3, 100.0)}
    st.page.preview.render_now()
    assert st.exports.rendered == [DOCUMENT]
    paper = st.find(Paper, "paper")
    st.go("remedies", "monthly_cap")
    assert paper.page == 3
    paper.grab()
    paper.verticalScrollBar().setValue(paper.verticalScrollBar().value() - 20)
    place = paper.verticalScrollBar().value()
    st.session.do(SetTerm(("remedies", "monthly_cap"), None))
    st.page.preview.render_now()
    assert len(st.exports.rendered) == 2
    assert paper.verticalScrollBar().value() == place
    paper.step_zoom(1)
    assert paper.page == 3


def test_the_preview_says_what_stands_in_the_way(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.page.preview.render_now()
    assert "no PDF" in st.find(QLabel, "preview_fault").text()


def test_a_problem_is_as_high_as_its_words_need(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    tree = st.page.problems.tree
    st.page.docks["problems"].raise_()
    words = "a finding that says " + "more than one line of the dock can hold and " * 5 + "ends"
    st.page.problems.show_problems(
        (
            Problem(("identity", "number"), "short", Severity.WARNING),
            Problem(("identity", "title"), words, Severity.WARNING),
        )
    )
    QApplication.processEvents()
    model, section = tree.model(), tree.model().index(0, 0)
    short, long = (tree.visualRect(model.index(number, 0, section)).height() for number in (0, 1))
    assert long >= 3 * short
