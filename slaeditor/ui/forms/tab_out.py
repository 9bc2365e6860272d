"""A table through which Tab leads cell by cell, and out of it: after the last cell, or at once with Ctrl."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView


class TabOut(QTableView):
    """Qt would begin again at the first cell after the last, and never let the keys go."""

    def event(self, event: QEvent) -> bool:
        """Ctrl+Tab leaves at once."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            ways = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}
            if event.key() in ways and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return self._leave(ways[Qt.Key(event.key())])
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """From cell to cell, and on from the last, or back from the first."""
        here, model = self.currentIndex(), self.model()
        end = (model.rowCount() - 1, model.columnCount() - 1) if forward else (0, 0)
        if not here.isValid() or (here.row(), here.column()) == end:
            return self._leave(forward)
        return super().focusNextPrevChild(forward)

    def _leave(self, forward: bool) -> bool:
        inside = self.tabKeyNavigation()
        self.setTabKeyNavigation(False)
        left = super().focusNextPrevChild(forward)
        self.setTabKeyNavigation(inside)
        return left
