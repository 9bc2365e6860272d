"""Which term a person is at: read from the widget that has the keys, told on when it becomes another."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from slaeditor.model.paths import Path
from slaeditor.ui.forms.field_row import FieldRow
from slaeditor.ui.forms.part import Part
from slaeditor.ui.forms.table_view import TableView


def term_of(widget: QWidget | None) -> Path:
    """The term that a widget of a form stands for, or the row or table that it belongs to; empty for another widget."""
    while widget is not None:
        if isinstance(widget, TableView) and widget.currentIndex().isValid():
            return widget.rows_model.path_of(widget.currentIndex())
        if isinstance(widget, FieldRow | Part) and widget.path:
            return widget.path
        widget = widget.parentWidget()
    return ()


class Following(QObject):
    """``moved`` gives the term inside ``forms`` that the keys went to, also from cell to cell of one table."""

    moved = Signal(object)  # Path

    def __init__(self, forms: QWidget) -> None:
        super().__init__(forms)
        self._forms = forms
        self._table: TableView | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focused)

    def _focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._forms.isAncestorOf(now):
            return
        table: QWidget | None = now
        while table is not None and not isinstance(table, TableView):
            table = table.parentWidget()
        if table is not self._table:
            if self._table is not None and isValid(self._table):
                self._table.current_changed.disconnect(self._tell)
            self._table = table
            if table is not None:
                table.current_changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        if path := term_of(QApplication.focusWidget()):
            self.moved.emit(path)
