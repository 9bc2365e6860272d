"""The Problems dock: what there is to mend or to decide, by section and severity; a click goes to the term."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from slaeditor.model.agreement import Agreement
from slaeditor.model.checks import Severity
from slaeditor.model.checks.acknowledging import acknowledge, withdraw
from slaeditor.model.paths import Path
from slaeditor.model.terms import field
from slaeditor.ui.agreement.problem_foot import ProblemFoot
from slaeditor.ui.agreement.problem_list import Problem, Which, counts, fits
from slaeditor.ui.agreement.states import SHOWN
from slaeditor.ui.agreement.tree_choice import choose_below
from slaeditor.ui.agreement.wrapping import WrappingDelegate
from slaeditor.ui.context_menu import Item, offer
from slaeditor.ui.forms.context import Context
from slaeditor.ui.pieces import Elided, ElidedBox, column
from slaeditor.ui.theme import GRID, colour, icon
from slaeditor.ui.words import told, tr

_SIGNS = {
    Severity.ERROR: ("circle-x", "worse"),
    Severity.WARNING: ("circle-alert", "finding"),
    Severity.HINT: ("circle-question-mark", "accent"),
}
_DONE = ("circle-check", "muted")


def _kind(one: Problem) -> str:
    """What its sign means."""
    if not one.is_open:
        return tr("Settled")
    return {Severity.ERROR: tr("Error"), Severity.WARNING: tr("Warning"), Severity.HINT: tr("Hint")}[one.severity]


_Move = QTreeWidget.CursorAction
_BACK = (_Move.MoveUp, _Move.MovePrevious, _Move.MovePageUp, _Move.MoveEnd)


class _Tree(QTreeWidget):
    """The proof of a problem is always seen below it: there is nothing to open."""

    def drawBranches(self, _painter: QPainter, _rect: QRect, _index: QModelIndex | QPersistentModelIndex) -> None:
        """No arrows."""

    def moveCursor(self, cursorAction: QTreeWidget.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """From problem to problem: the keys pass by headings and proofs."""
        begun = self.currentIndex()
        found = super().moveCursor(cursorAction, modifiers)
        back = cursorAction in _BACK
        while found.isValid() and not found.flags() & Qt.ItemFlag.ItemIsSelectable:
            found = self.indexAbove(found) if back else self.indexBelow(found)
        return found if found.isValid() else begun


class ProblemsDock(QWidget):
    """``went`` gives the place of the problem that a person clicks on; ``user`` is who acknowledges."""

    went = Signal(object)

    def __init__(self, context: Context, user: Callable[[], str]) -> None:
        super().__init__()
        self._context = context
        self._user = user
        self._problems: tuple[Problem, ...] | None = None
        self.filter = ElidedBox()
        self.filter.setObjectName("problem_filter")
        self.filter.setAccessibleName(tr("Which problems are listed"))
        self.filter.activated.connect(lambda _: self._fill())
        self.tree = _Tree()
        self.tree.setObjectName("problems")
        self.tree.setAccessibleName(tr("Problems"))
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(1)
        self.tree.setWordWrap(True)
        self.tree.setItemDelegate(WrappingDelegate(self.tree))
        self.tree.setIndentation(2 * GRID + 6)  # a sign and its margins: a proof begins where its sentence does
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().sectionResized.connect(lambda *_: self.tree.scheduleDelayedItemsLayout())
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count = Elided(size="small", tint="muted")
        self.count.setObjectName("problem_count")
        self.foot = ProblemFoot(self._mend, self._stand, self._withdraw, self.tree)
        box = column(self, margin=GRID)
        box.addWidget(self.filter)
        box.addWidget(self.tree, 1)
        box.addWidget(self.foot)
        self.tree.itemClicked.connect(self._go)
        self.tree.itemActivated.connect(self._go)
        self.tree.itemSelectionChanged.connect(self._refresh_foot)
        offer(self.tree, self._menu)
        self._refresh_foot()

    def show_problems(self, found: tuple[Problem, ...]) -> None:
        """Show these, by section and severity; the current one stays the current one."""
        if found == self._problems:
            return
        self._problems = found
        self._offer_filters()
        self._fill()

    def explained(self) -> Path:
        """The term of the problem that the keys are on."""
        current = self._current()
        return current.path if current is not None else ()

    def choose_section(self, name: str) -> None:
        """Go to the first problem of a section."""
        choose_below(self.tree, lambda held: held.path[0] == name)

    def _offer_filters(self) -> None:
        number = counts(self._problems or ())
        words = {
            Which.OPEN: tr("All that is open: {count}", count=number[Which.OPEN]),
            Which.ERRORS: tr("Errors: {count}", count=number[Which.ERRORS]),
            Which.WARNINGS: tr("Warnings: {count}", count=number[Which.WARNINGS]),
            Which.HINTS: tr("Hints: {count}", count=number[Which.HINTS]),
            Which.NEW: tr("New since the last revision: {count}", count=number[Which.NEW]),
            Which.STANDING: tr("Acknowledged: {count}", count=number[Which.STANDING]),
            Which.SOLVED: tr("Solved since the last revision: {count}", count=number[Which.SOLVED]),
        }
        here = self._which()
        with QSignalBlocker(self.filter):
            self.filter.clear()
            for which, text in words.items():
                if number[which] or which in (Which.OPEN, here):
                    self.filter.addItem(text, which)
            self.filter.setCurrentIndex(max(self.filter.findData(here), 0))
        open_ones = number[Which.OPEN]
        self.count.set_text(tr("Nothing to mend.") if not open_ones else tr("{count} to mend", count=open_ones))

    def _which(self) -> Which:
        return Which(self.filter.currentData() or Which.OPEN)

    def _fill(self) -> None:
        current, which = self._current(), self._which()
        self.tree.setUpdatesEnabled(False)
        self.tree.clear()
        listed = [one for one in self._problems or () if fits(one, which)]
        for name in SHOWN:
            own = [one for one in listed if one.path[0] == name]
            if not own:
                continue
            head = QTreeWidgetItem(self.tree, [f"{tr(field(Agreement, name).term.label)} · {len(own)}"])
            head.setForeground(0, colour("muted"))
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for one in own:
                item = self._item(head, one)
                if current is not None and (one.path, one.sentence) == (current.path, current.sentence):
                    self.tree.setCurrentItem(item)
        self.tree.expandAll()
        self.tree.setUpdatesEnabled(True)
        self._refresh_foot()

    def _item(self, head: QTreeWidgetItem, one: Problem) -> QTreeWidgetItem:
        sign, role = _SIGNS[one.severity] if one.is_open else _DONE
        more = f"  [{one.remedy_name}]" if one.remedy_name and one.is_open else ""
        item = QTreeWidgetItem(head, [f"{one.sentence}{more}"])
        item.setIcon(0, icon(sign, role))
        item.setForeground(0, colour("text" if one.is_open else "muted"))
        item.setData(0, Qt.ItemDataRole.UserRole, one)
        rule = f" ({one.finding.rule})" if one.finding is not None else ""
        item.setToolTip(0, tr("Go to the term") + rule)
        witness = told(one.finding.witness) if one.finding is not None else ""
        said = " ".join(part for part in (f"{_kind(one)}:", one.sentence, witness) if part)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
        if witness:
            below = QTreeWidgetItem(item, [witness])
            below.setFlags(Qt.ItemFlag.ItemIsEnabled)
            below.setForeground(0, colour("muted"))
        return item

    def _current(self) -> Problem | None:
        item = self.tree.currentItem()
        found = item.data(0, Qt.ItemDataRole.UserRole) if item is not None and self.tree.selectedItems() else None
        return found if isinstance(found, Problem) else None

    def _menu(self) -> list[Item]:
        current = self._current()
        if current is None:
            return []
        foot = self.foot
        every = "\n".join(one.sentence for one in self._problems or () if fits(one, self._which()))
        copy = QGuiApplication.clipboard().setText
        free = not self._context.read_only
        return [
            Item("go", tr("Go to the term"), lambda: self.went.emit(current.path)),
            Item("mend", current.remedy_name or tr("Mend"), self._mend, free and bool(current.remedy_name)),
            Item("acknowledge", tr("Acknowledge…"), foot.ask, free and current.may_stand),
            Item("withdraw", tr("Withdraw"), self._withdraw, free and bool(current.reason)),
            Item("copy", tr("Copy"), lambda: copy(current.sentence), rule_before=True),
            Item("copy_all", tr("Copy all problems"), lambda: copy(every)),
        ]

    def _refresh_foot(self) -> None:
        self.foot.show_problem(self._current(), not self._context.read_only)

    def _go(self, item: QTreeWidgetItem) -> None:
        above = item.parent()
        if above is not None and not item.flags() & Qt.ItemFlag.ItemIsSelectable:
            item = above  # a proof leads where its problem does
            self.tree.setCurrentItem(item)
        problem = item.data(0, Qt.ItemDataRole.UserRole)
        if isinstance(problem, Problem):
            self.went.emit(problem.path)

    def _mend(self) -> None:
        current = self._current()
        if current is None:
            return
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes with the problem
        if current.finding is None:
            self._context.session.set_unparsed(current.path, None)
        elif current.finding.remedy is not None:
            self._context.do(current.finding.remedy)

    def _stand(self, reason: str) -> None:
        current = self._current()
        if current is not None and current.finding is not None:
            document, today = self._context.document, self._context.today()
            self._context.do(acknowledge(document, current.finding, reason, self._user(), today))

    def _withdraw(self) -> None:
        current = self._current()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        edit = withdraw(self._context.document, current.finding) if current is not None and current.finding else None
        if edit is not None:
            self._context.do(edit)
