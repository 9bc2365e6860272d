"""Above the library's table: the words that are sought and the filters, each with how many it would show."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from slaeditor.ui import theme
from slaeditor.ui.pieces import filter_tab, line
from slaeditor.ui.records import Group
from slaeditor.ui.words import tr

SEARCH_MS = 120


def group_words() -> dict[Group, str]:
    """What the filters are called, in their order."""
    return {
        Group.ALL: tr("All"),
        Group.DRAFT: tr("Draft"),
        Group.IN_REVIEW: tr("In review"),
        Group.IN_FORCE: tr("In force"),
        Group.REVIEW_DUE: tr("Review due"),
        Group.EXPIRING: tr("Expiring"),
        Group.STANDARDS: tr("Standards"),
    }


class LibraryBar(QWidget):
    """``group`` and ``text`` are what is asked for; ``changed`` tells that it is something else."""

    changed = Signal()
    left = Signal()  # by Enter or the down key: to what was found

    def __init__(self) -> None:
        super().__init__()
        self._groups = QButtonGroup(self)
        self._search = _Search()
        self._wait = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._numbers = {group: number for number, group in enumerate(group_words())}
        self._search.setObjectName("library_search")
        self._search.setPlaceholderText(tr("Search all texts"))
        self._search.setAccessibleName(tr("Search all texts"))
        self._search.setClearButtonEnabled(True)
        self._search.setAcceptDrops(False)  # files that are dropped are the page's
        self._search.setFixedHeight(4 * theme.GRID)
        self._search.setMinimumWidth(22 * theme.GRID)
        box = line(self, spacing=0)
        box.setContentsMargins(theme.WIDE, theme.GRID, theme.GRID, theme.GRID)
        box.addWidget(self._search, 1)
        box.addSpacing(theme.GRID)
        for group, words in group_words().items():
            box.addWidget(filter_tab(self._groups, self._numbers[group], f"filter_{group.name.lower()}", words))
        self._wait.timeout.connect(self.changed)
        self._search.textChanged.connect(lambda _: self._wait.start())
        self._search.returnPressed.connect(self.left)
        self._search.downwards.connect(self.left)
        self._groups.idClicked.connect(lambda _: self.changed.emit())

    @property
    def group(self) -> Group:
        """The filter."""
        return list(self._numbers)[self._groups.checkedId()]

    @property
    def text(self) -> str:
        """The words sought."""
        return self._search.text().strip()

    def begin(self) -> None:
        """Let the person type."""
        self._search.setFocus()
        self._search.selectAll()

    def is_typed_in(self) -> bool:
        """Whether the keyboard is in the search."""
        return self._search.hasFocus()

    def take_all(self, *, words: bool) -> None:
        """Take the filter away, and with ``words`` what is sought, too."""
        self._groups.button(0).setChecked(True)
        if words:
            self._search.clear()
            self._wait.stop()
        self.changed.emit()

    def show_counts(self, counts: Mapping[Group, int]) -> None:
        """Say of each filter how many agreements it would show."""
        for group, words in group_words().items():
            tab = self._groups.button(self._numbers[group])
            number = counts.get(group, 0)
            tab.setText(f"{words} {number:,}" if number else words)
            tab.setAccessibleName(f"{words}: {number:,}")


class _Search(QLineEdit):
    """Escape empties it, the down key leads to what was found."""

    downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.downwards.emit()
        else:
            super().keyPressEvent(event)
