"""A table whose rows are read one at a time: a list of names, and the form of the chosen row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QWidget

from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, fields
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.fields_form import FieldsForm
from slaeditor.ui.forms.grid import RowButtons
from slaeditor.ui.forms.part import Part, scrolling
from slaeditor.ui.forms.rows_model import RowsModel
from slaeditor.ui.forms.table_look import give_lines
from slaeditor.ui.forms.table_view import TableView
from slaeditor.ui.forms.widths import LIST
from slaeditor.ui.pieces import column, label, line
from slaeditor.ui.theme import GRID, HALF, WIDE, WIDER
from slaeditor.ui.words import tr

_FILTER_FROM = 12
_LEAST = 26 * GRID
_STACKED = 52 * GRID


class Records(Part):
    """A list of names beside the form of the chosen row."""

    def __init__(self, declared: Field, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.declared = declared
        self.model = RowsModel(declared, (), context)
        self.view = TableView(self.model, context, whole_rows=True)
        self.view.setObjectName(f"rows_{declared.name}")
        self.view.setAccessibleName(tr(declared.term.label))
        self.filter = QLineEdit(self)
        self.filter.setObjectName("filter_rows")
        self.filter.setPlaceholderText(tr("Filter"))
        self.filter.setAccessibleName(tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.buttons = RowButtons(self.view, declared.term.one, self, short=True)
        # from the outside inwards: a form that is moved into another widget is looked at by the style all over again
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        left = QWidget(split)
        left_box = column(left, spacing=GRID)
        left_box.setContentsMargins(WIDER, WIDE, HALF, WIDE)
        for part, stretch in ((self.filter, 0), (self.view, 1), (self.buttons, 0)):
            left_box.addWidget(part, stretch)
        left.setMinimumWidth(_LEAST)
        self._right = QStackedWidget(split)
        area = scrolling("detail", self._right)
        self.form = FieldsForm(fields(declared.type), context, area.viewport())
        area.setWidget(self.form)
        self._right.addWidget(area)
        hint = tr("No {one} yet. Add the first one.", one=tr(declared.term.one))
        empty = QWidget(self._right)
        empty_box = column(empty, margin=WIDER)
        empty_box.addWidget(label(hint, tint="muted", wrap=True))
        empty_box.addStretch(1)
        self._right.addWidget(empty)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        split.setSizes([28 * GRID, 70 * GRID])
        box = line(self, spacing=0)
        box.addWidget(split)
        self._split = split
        split.splitterMoved.connect(lambda *_: self._keep_width(left.width()))
        self._current = ""
        self.view.current_changed.connect(self._chosen)

    def show_at(self, path: Path, value: Any) -> None:
        """Show the rows; the chosen one stays chosen."""
        fresh = path != self.path
        self.path = path
        if not self.model.show_rows(path, value) and not fresh:
            self._show_current()
            return
        give_lines(self.view)
        self.filter.setVisible(len(value) >= _FILTER_FROM)
        if not self.view.currentIndex().isValid() and value:
            self.view.go_to(0)
        self.buttons.refresh()
        self._show_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Little room is given to the form first; where there is hardly any, the list stands above it."""
        super().resizeEvent(event)
        if self.width() < _STACKED:
            self._split.setOrientation(Qt.Orientation.Vertical)
            self._split.setSizes([self.height() * 2 // 5, self.height() * 3 // 5])
        elif event.oldSize().width() != event.size().width():
            self._split.setOrientation(Qt.Orientation.Horizontal)
            own = self.context.widths.of(LIST)
            left = max(_LEAST, own[0] if own else min(32 * GRID, self.width() * 3 // 10))
            self._split.setSizes([left, self.width() - left])

    def _keep_width(self, width: int) -> None:
        if self._split.orientation() is Qt.Orientation.Horizontal:
            self.context.widths.keep(LIST, (width,))

    def refresh_names(self) -> None:
        """The names of the rows may rest on rows elsewhere."""
        self.view.viewport().update()
        if self._current:
            self.form.refresh_names()

    def show_messages(self) -> None:
        """Marks in the list, sentences in the form."""
        self.view.viewport().update()
        if self._current:
            self.form.show_messages()

    def set_read_only(self, read_only: bool) -> None:
        """The buttons go, the form follows."""
        self.buttons.refresh()
        self.form.set_read_only(read_only)

    def finish(self) -> None:
        """What is typed in the form is complete."""
        self.form.finish()

    def reveal(self, path: Path) -> bool:
        """Choose the row, then focus its field."""
        below = path[len(self.path) :]
        if not below:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        number = next((number for number, row in enumerate(self.model.rows) if row.id == below[0]), None)
        if number is None:
            return False
        self.filter.clear()
        self.view.go_to(number)
        if len(below) == 1:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.form.reveal(path)

    def _chosen(self) -> None:
        self.form.finish()
        self._show_current()

    def _show_current(self) -> None:
        index = self.view.currentIndex()
        number = index.row() if index.isValid() else -1
        if not 0 <= number < len(self.model.rows):
            self._current = ""
            self._right.setCurrentIndex(1)
            return
        row = self.model.rows[number]
        self._current = row.id
        self._right.setCurrentIndex(0)
        self.form.show_at((*self.path, row.id), row)

    def _narrow(self, words: str) -> None:
        for number in range(len(self.model.rows)):
            name = self.model.text(self.model.index(number, 0))
            self.view.setRowHidden(number, words.casefold() not in name.casefold())
