"""The Problems dock: findings and text that was not understood, by section; a click goes to the term, another one mends it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.checks import Finding, Severity
from slaeditor.model.edits import Edit
from slaeditor.model.errors import EditError
from slaeditor.model.paths import Path
from slaeditor.model.terms import field
from slaeditor.ui.agreement.states import SHOWN
from slaeditor.ui.agreement.tree_choice import choose_below
from slaeditor.ui.agreement.wrapping import WrappingDelegate
from slaeditor.ui.context_menu import Item, offer
from slaeditor.ui.forms.context import Context, why_refused
from slaeditor.ui.pieces import Elided, button, column, line
from slaeditor.ui.spoken import place
from slaeditor.ui.theme import GRID, HALF, colour
from slaeditor.ui.words import told, tr

_SIGNS = {Severity.ERROR: ("!", "worse"), Severity.WARNING: ("▲", "finding"), Severity.HINT: ("i", "accent")}


@dataclass(frozen=True)
class Problem:
    """One line: what is wrong, where, and what mends it (``remedy``: an edit; ``discard``: give up what was typed)."""

    path: Path
    sentence: str
    severity: Severity
    remedy: Edit | None = None
    remedy_name: str = ""
    discard: bool = False


def problems(document: Agreement, findings: Iterable[Finding], unparsed: dict[Path, str]) -> tuple[Problem, ...]:
    """Everything there is to mend; what was typed and not understood first."""
    typed = []
    for path, text in unparsed.items():
        try:
            declared = paths.field_at(path)
        except EditError:
            continue
        words = " › ".join(place(document, path)[1:])
        sentence = f"{words}: {why_refused(document, declared, text)}"
        typed.append(Problem(path, sentence, Severity.ERROR, remedy_name=tr("Discard what was typed"), discard=True))
    found = [
        Problem(one.paths[0], told(one.sentence), one.severity, one.remedy, told(one.remedy_name)) for one in findings
    ]
    return (*typed, *found)


class ProblemsDock(QWidget):
    """``went`` gives the place of the problem that a person clicks on."""

    went = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._problems: tuple[Problem, ...] | None = None
        self.tree = QTreeWidget()
        self.tree.setObjectName("problems")
        self.tree.setAccessibleName(tr("Problems"))
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(1)
        self.tree.setWordWrap(True)
        self.tree.setItemDelegate(WrappingDelegate(self.tree))
        self.tree.setIndentation(2 * GRID)
        self.tree.setRootIsDecorated(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().sectionResized.connect(lambda *_: self.tree.scheduleDelayedItemsLayout())
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count = Elided(size="small", tint="muted")
        self.count.setObjectName("problem_count")
        self.mend = button(tr("Mend"), self._mend, name="mend")
        box = column(self, margin=GRID)
        box.addWidget(self.tree, 1)
        row = line(spacing=HALF)
        row.addStretch(1)
        row.addWidget(self.mend)
        box.addLayout(row)
        self.tree.itemClicked.connect(self._go)
        self.tree.itemActivated.connect(self._go)
        self.tree.itemSelectionChanged.connect(self._refresh_button)
        offer(self.tree, self._menu)
        self._refresh_button()

    def show_problems(self, found: tuple[Problem, ...]) -> None:
        """Show these, by section; the current one stays the current one."""
        if found == self._problems:
            return
        current = self._current()
        self._problems = found
        self.tree.setUpdatesEnabled(False)
        self.tree.clear()
        for name in SHOWN:
            own = [one for one in found if one.path[0] == name]
            if not own:
                continue
            head = QTreeWidgetItem(self.tree, [f"{tr(field(Agreement, name).term.label)} · {len(own)}"])
            head.setForeground(0, colour("muted"))
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for one in own:
                sign, role = _SIGNS[one.severity]
                more = f"  [{one.remedy_name}]" if one.remedy_name else ""
                item = QTreeWidgetItem(head, [f"{sign}  {one.sentence}{more}"])
                item.setForeground(0, colour(role if one.severity is not Severity.ERROR or one.discard else "text"))
                item.setData(0, Qt.ItemDataRole.UserRole, one)
                item.setToolTip(0, tr("Go to the term"))
                if current is not None and one.path == current.path:
                    self.tree.setCurrentItem(item)
        self.tree.expandAll()
        self.tree.setUpdatesEnabled(True)
        self.count.set_text(tr("Nothing to mend.") if not found else tr("{count} to mend", count=len(found)))
        self._refresh_button()

    def explained(self) -> Path:
        """The term of the problem that the keys are on."""
        current = self._current()
        return current.path if current is not None else ()

    def _current(self) -> Problem | None:
        item = self.tree.currentItem()
        found = item.data(0, Qt.ItemDataRole.UserRole) if item is not None and self.tree.selectedItems() else None
        return found if isinstance(found, Problem) else None

    def choose_section(self, name: str) -> None:
        """Go to the first problem of a section."""
        choose_below(self.tree, lambda held: held.path[0] == name)

    def _menu(self) -> list[Item]:
        current = self._current()
        if current is None:
            return []
        mends = self.mend.text() if self.mend.isEnabled() else tr("Mend")
        every = "\n".join(one.sentence for one in self._problems or ())
        copy = QGuiApplication.clipboard().setText
        return [
            Item("go", tr("Go to the term"), lambda: self.went.emit(current.path)),
            Item("mend", mends, self._mend, self.mend.isEnabled()),
            Item("copy", tr("Copy"), lambda: copy(current.sentence), rule_before=True),
            Item("copy_all", tr("Copy all problems"), lambda: copy(every)),
        ]

    def _refresh_button(self) -> None:
        current = self._current()
        possible = current is not None and (current.remedy is not None or current.discard)
        self.mend.setVisible(bool(self._problems))
        self.mend.setEnabled(possible and not self._context.read_only)
        self.mend.setText(current.remedy_name if current is not None and current.remedy_name else tr("Mend"))

    def _go(self, item: QTreeWidgetItem) -> None:
        problem = item.data(0, Qt.ItemDataRole.UserRole)
        if isinstance(problem, Problem):
            self.went.emit(problem.path)

    def _mend(self) -> None:
        current = self._current()
        if current is None:
            return
        if current.discard:
            self._context.session.set_unparsed(current.path, None)
        elif current.remedy is not None:
            self._context.do(current.remedy)
