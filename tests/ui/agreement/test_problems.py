"""The Problems pane: what is open by section and gravity, mended with a click, or let stand with a reason."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QPushButton, QTableView, QTreeWidget, QTreeWidgetItem

from slaeditor.model.agreement import Agreement
from slaeditor.model.checks import findings
from slaeditor.model.edits import InsertRow, SetTerm
from slaeditor.model.lifecycle import Status
from slaeditor.ui.agreement.problem_list import Which, counts, fits, problems, standing_words
from slaeditor.ui.forms.rows_model import MARK
from slaeditor.ui.frame.heading import heading
from tests.checks.case import sample, setting
from tests.ui.agreement.conftest import POPUPS, OpenStage
from tests.ui.agreement.stage import Stage

pytestmark = POPUPS


def listed(st: Stage) -> dict[str, QTreeWidgetItem]:
    """The lines of the pane by their first words."""
    tree = st.find(QTreeWidget, "problems")
    heads = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    items = [head.child(number) for head in heads if head is not None for number in range(head.childCount())]
    return {item.text(0): item for item in items if item is not None}


def choose(st: Stage, part: str) -> None:
    """Put the keys on the problem whose words have this part."""
    (item,) = [item for text, item in listed(st).items() if part in text]
    st.find(QTreeWidget, "problems").setCurrentItem(item)


def current(tree: QTreeWidget) -> str:
    """The words that the keys are on."""
    item = tree.currentItem()
    return item.text(0) if item is not None else ""


def show(st: Stage, which: Which) -> None:
    """Choose a filter."""
    box = st.find(QComboBox, "problem_filter")
    box.setCurrentIndex(box.findData(which))
    box.activated.emit(box.currentIndex())


@pytest.fixture
def st(stage: OpenStage) -> Stage:
    made = stage(sample(), sample())
    made.page.check_now()
    return made


def test_a_warning_is_let_stand_with_a_reason_and_the_head_says_what_is_left(st: Stage) -> None:
    before = st.page.problem_count
    assert st.page.standing == f"cannot be issued: {before} warnings"
    choose(st, "99.88%")
    st.click(st.find(QPushButton, "acknowledge"))
    reason = st.find(QLineEdit, "reason")
    assert reason.hasFocus()
    assert not st.find(QPushButton, "give_reason").isEnabled()
    QTest.keyClicks(reason, "The supplier is changed in March.")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    (row,) = st.session.document.playbook.acknowledged
    assert (row.rule, row.reason, row.by) == ("SVC-06", "The supplier is changed in March.", "Tester")
    st.page.check_now()
    assert st.page.problem_count == before - 1
    sections = st.find(QListWidget, "sections")
    (state,) = [sections.item(number).toolTip() for number in range(18) if "continuity" in sections.item(number).text()]
    assert f": {before - 2} findings" in state  # the other one is of the services
    assert not [text for text in listed(st) if "99.88%" in text]
    show(st, Which.STANDING)
    choose(st, "99.88%")
    st.click(st.find(QPushButton, "withdraw"))
    assert st.session.document.playbook.acknowledged == ()
    st.session.undo()
    assert len(st.session.document.playbook.acknowledged) == 1


def test_escape_gives_the_reason_up(st: Stage) -> None:
    choose(st, "99.88%")
    st.click(st.find(QPushButton, "acknowledge"))
    reason = st.find(QLineEdit, "reason")
    QTest.keyClicks(reason, "perhaps")
    QTest.keyClick(reason, Qt.Key.Key_Escape)
    assert not reason.isVisible()
    assert st.session.document == sample()


def test_an_error_is_mended_and_cannot_be_let_stand(st: Stage) -> None:
    st.session.do(SetTerm(("targets", "items", "critical-p1", "services"), ("patient-record", "gone")))
    st.page.check_now()
    show(st, Which.ERRORS)
    choose(st, "“gone”")
    assert not any(one.isVisible() for one in st.page.findChildren(QPushButton, "acknowledge"))
    st.click(st.find(QPushButton, "mend"))
    assert st.session.document.targets.items[0].services == ("patient-record",)
    assert st.find(QTreeWidget, "problems").hasFocus()
    st.session.undo()
    assert "gone" in st.session.document.targets.items[0].services


def test_what_is_said_of_a_whole_row_stands_at_its_first_term(st: Stage) -> None:
    rows = ("priorities", "levels")
    levels = st.value(*rows)
    st.session.do(InsertRow(rows, msgspec.structs.replace(levels[-1], id="p9", code="P5", name="Never"), len(levels)))
    st.page.check_now()
    whole = [one for one in findings(st.document) if (*rows, "p9") in one.paths]
    assert whole
    st.go(*rows, "p9")
    place = st.find(QTableView, "rows_levels").model().index(len(levels), 0)
    assert place.data(MARK) in ("error", "finding")
    assert whole[0].sentence in place.data(Qt.ItemDataRole.ToolTipRole)


def broken(document: Agreement) -> Agreement:
    return setting("identity.initial_months", 0)(document)


def test_what_is_new_and_what_is_solved_since_the_last_revision_can_be_listed() -> None:
    document = broken(setting("services.items[imaging].components", ())(sample()))
    found = problems(document, findings(document), {}, findings(sample()))
    number = counts(found)
    new = {one.finding.rule for one in found if fits(one, Which.NEW) and one.finding is not None}
    solved = {one.finding.rule for one in found if fits(one, Which.SOLVED) and one.finding is not None}
    assert "DOC-03" in new
    assert solved == {"SVC-06", "SVC-07"}
    assert number[Which.ERRORS] >= 1
    assert number[Which.OPEN] == number[Which.ERRORS] + number[Which.WARNINGS] + number[Which.HINTS]
    assert "cannot be issued: " in standing_words(found)
    assert " error" in standing_words(found)


def test_the_keys_go_from_problem_to_problem_and_a_proof_leads_where_its_problem_does(st: Stage) -> None:
    tree = st.find(QTreeWidget, "problems")
    tree.setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(tree, Qt.Key.Key_Down)
        seen.append(current(tree))
    lines = list(listed(st))
    first = lines.index(seen[0])
    assert seen == lines[first : first + 3]
    QTest.keyClick(tree, Qt.Key.Key_Up)
    assert current(tree) == seen[1]
    went: list[object] = []
    st.page.problems.went.connect(went.append)
    proof = listed(st)[seen[2]].child(0)
    tree.itemClicked.emit(proof, 0)
    assert current(tree) == seen[2]
    assert len(went) == 1


def test_a_date_that_does_not_exist_is_told_once() -> None:
    document = setting("identity.effective", None)(sample())
    path = ("identity", "effective")
    assert [one.path for one in problems(document, findings(document), {}) if one.path == path]
    (only,) = [one for one in problems(document, findings(document), {path: "29.02.2027"}) if one.path == path]
    assert "“29.02.2027” is not a date" in only.sentence


def test_what_was_not_understood_comes_first_and_can_be_discarded() -> None:
    path = ("targets", "items", "p1", "restore")
    found = problems(sample(), findings(sample()), {path: "soon"}, None)
    assert found[0].path == path
    assert found[0].remedy_name == "Discard what was typed"
    assert not any(one.new for one in found)


def test_a_narrow_head_still_says_whether_the_agreement_can_be_issued(st: Stage) -> None:
    st.session.do(SetTerm(("identity", "cure_days"), 31))
    st.page.check_now()
    head = heading(st.session, Status.DRAFT, st.page.standing)
    assert head.below.startswith("SLA-2027-0001 · changed since revision 1 · ")
    assert head.below.endswith(f" · {st.page.standing}")
    assert head.brief == " · ".join(head.below.split(" · ")[-2:])
