"""Keys that come into a table find a cell marked there: what can be typed on it would do nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTableView


class FirstCell(QObject):
    """Marks the current cell of a table, or its first, where the keys come and nothing is marked. A click marks by itself."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before the table itself makes a cell the current one, which marks nothing."""
        clicked = isinstance(event, QFocusEvent) and event.reason() is Qt.FocusReason.MouseFocusReason
        if event.type() == QEvent.Type.FocusIn and not clicked and not self._view.selectionModel().hasSelection():
            here = self._view.currentIndex()
            index = here if here.isValid() else self._view.model().index(0, 0)
            if index.isValid():
                self._view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        return False
