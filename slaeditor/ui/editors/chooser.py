"""The list from which something is chosen by its words instead of being typed: a reference of clause text, the place of a term."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from slaeditor.ui.pieces import button, line
from slaeditor.ui.theme import GRID, WIDE
from slaeditor.ui.words import tr

_SOURCE = Qt.ItemDataRole.UserRole + 1
_MOMENT_MS = 15


class _Narrowed(QSortFilterProxyModel):
    """Lines that have every word of what is typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: list[str] = []

    def narrow(self, text: str) -> None:
        """Show only those."""
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        said = str(self.sourceModel().index(row, 0, parent).data()).casefold()
        return all(word in said for word in self._words)


class Chooser(QDialog):
    """A list that narrows while one types; it fills while the window goes on answering. ``picked`` tells what was taken.

    ``offered`` are words and what they stand for; ``verb`` is what taking it is called, ``hint`` stands in the empty filter.
    """

    picked = Signal(str)

    def __init__(
        self, name: str, title: str, verb: str, hint: str, offered: Iterator[tuple[str, str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(90 * GRID, 60 * GRID)
        self._offered = offered
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GRID)
        self.filter = QLineEdit(self)
        self.filter.setObjectName("filter")
        self.filter.setPlaceholderText(hint)
        self.filter.setAccessibleName(tr("Filter"))
        self._model = QStandardItemModel(self)
        self._narrowed = _Narrowed(self)
        self._narrowed.setSourceModel(self._model)
        self.list = QListView(self)
        self.list.setObjectName("references")
        self.list.setAccessibleName(title)
        self.list.setModel(self._narrowed)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the value stands at the end
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        foot = line()
        foot.addStretch()
        foot.addWidget(button(tr("Cancel"), self.reject, kind="flat", name="cancel"))
        foot.addWidget(button(verb, self.accept, kind="primary", name="insert"))
        self.filter.textChanged.connect(self._narrow)
        self.list.doubleClicked.connect(lambda _: self.accept())
        self.accepted.connect(self._pick)
        layout.addWidget(self.filter)
        layout.addWidget(self.list)
        layout.addLayout(foot)
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._go_on)
        self._go_on()
        self._later.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go through the list while the keys are in the filter; Enter takes what is chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            here = self.focusWidget()
            here.click() if isinstance(here, QPushButton) else self.accept()
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.filter.hasFocus():
            row = self.list.currentIndex().row() + (1 if event.key() == Qt.Key.Key_Down else -1)
            index = self._narrowed.index(max(0, min(row, self._narrowed.rowCount() - 1)), 0)
            self.list.setCurrentIndex(index)
            return
        super().keyPressEvent(event)

    def finish(self) -> None:
        """Show all that is offered now."""
        for words, what in self._offered:
            self._add(words, what)
        self._later.stop()

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        for words, what in self._offered:
            self._add(words, what)
            if clock.elapsed() >= _MOMENT_MS:
                return
        self._later.stop()

    def _add(self, words: str, what: str) -> None:
        item = QStandardItem(words)
        item.setData(what, _SOURCE)
        item.setToolTip(words)
        self._model.appendRow(item)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._narrowed.index(0, 0))

    def _narrow(self, text: str) -> None:
        self.finish()
        self._narrowed.narrow(text)
        self.list.setCurrentIndex(self._narrowed.index(0, 0))

    def _pick(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.picked.emit(str(index.data(_SOURCE)))
