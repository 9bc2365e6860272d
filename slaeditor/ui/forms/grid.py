"""A table with its buttons: add, duplicate, remove, move."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Kind, fields
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.part import Part
from slaeditor.ui.forms.rows_model import RowsModel
from slaeditor.ui.forms.table_look import ROW_HEIGHT
from slaeditor.ui.forms.table_view import TableView
from slaeditor.ui.pieces import button, column, line
from slaeditor.ui.theme import HALF, WIDE, WIDER, put_icon
from slaeditor.ui.words import tr

_LEAST, _MOST = 2, 8


class RowButtons(QWidget):
    """What can be done to the rows of a view, as buttons; the keys are in their tooltips."""

    def __init__(self, view: TableView, one: str, parent: QWidget, *, short: bool = False) -> None:
        super().__init__(parent)
        row = line(self, spacing=HALF)
        words = (tr("Add"), "", "") if short else (tr("Add {one}", one=tr(one)), tr("Duplicate"), tr("Remove"))
        self.add = button(words[0], view.add, kind="flat", name="add")
        self.duplicate = button(words[1], view.duplicate, kind="flat", name="duplicate")
        self.remove = button(words[2], view.remove, kind="flat", name="remove")
        self.up = button("", lambda: view.move_rows(-1), kind="flat", name="up")
        self.down = button("", lambda: view.move_rows(1), kind="flat", name="down")
        if short:
            put_icon(self.duplicate, "copy", "accent")
            put_icon(self.remove, "minus", "accent")
        put_icon(self.up, "arrow-up", "accent")
        put_icon(self.down, "arrow-down", "accent")
        self._view = view
        self._words = (words[0], tr("Add"))
        tips = ("Insert", "Alt+Shift+↓", "Ctrl+Del", "Alt+↑", "Alt+↓")
        names = (tr("Add"), tr("Duplicate"), tr("Remove"), tr("Move up"), tr("Move down"))
        for made, keys, name in zip(self._all(), tips, names, strict=True):
            made.setToolTip(f"{name} ({keys})" if keys else name)
            made.setAccessibleName(f"{name}: {tr(one)}")
            row.addWidget(made)
        self.box = row
        for made in (self.duplicate, self.remove, self.up, self.down) if short else (self.up, self.down):
            made.setFixedWidth(28)
        row.addStretch(1)
        view.selectionModel().selectionChanged.connect(lambda *_: self.refresh())
        view.current_changed.connect(self.refresh)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, what is added is told by the tip alone."""
        super().resizeEvent(event)
        whole, brief = self._words
        now = self.add.text()
        self.add.setText(whole)
        shown = [one for one in self._all() if not one.isHidden()]
        needed = sum(one.sizeHint().width() for one in shown) + HALF * (len(shown) - 1)
        if needed > self.width():
            self.add.setText(brief)
        if self.add.text() != now:
            self.add.setToolTip(f"{whole} (Insert)")

    def _all(self) -> tuple[QPushButton, ...]:
        return self.add, self.duplicate, self.remove, self.up, self.down

    def refresh(self) -> None:
        """Enable what is possible."""
        selected = self._view.selected_rows()
        self.duplicate.setEnabled(bool(selected))
        self.remove.setEnabled(bool(selected))
        self.up.setEnabled(bool(selected) and selected[0] > 0)
        self.down.setEnabled(bool(selected) and selected[-1] < len(self._view.rows_model.rows) - 1)
        self.setVisible(not self._view.context.read_only)


class Grid(Part):
    """All terms of the rows as cells that are edited in place. ``embedded`` in a form it is as high as its rows."""

    def __init__(
        self, declared: Field, context: Context, *, embedded: bool = False, model: type[RowsModel] = RowsModel
    ) -> None:
        super().__init__(context)
        self._embedded = embedded
        self.model = model(declared, fields(declared.type), context)
        self.view = TableView(self.model, context, self)
        self.view.setObjectName(f"rows_{declared.name}")
        self.view.setAccessibleName(tr(declared.term.label))
        self.view.setWhatsThis(tr(declared.term.help))
        self.buttons = RowButtons(self.view, declared.term.one, self, short=embedded)
        box = column(self, spacing=HALF)
        box.setContentsMargins(*(0, 0, 0, 0) if embedded else (WIDER, WIDE, WIDER, WIDE))
        box.addWidget(self.view, 1)
        box.addWidget(self.buttons)
        self.view.setProperty("framed", True)
        self.view.wraps = not embedded
        if embedded:
            self._fit()

    def show_at(self, path: Path, value: Any) -> None:
        """Show the rows."""
        self.path = path
        if self.model.show_rows(path, value):
            self.buttons.refresh()
            if self._embedded:
                self._fit()

    def refresh_names(self) -> None:
        """Cells show names of rows elsewhere."""
        self.view.viewport().update()

    def show_messages(self) -> None:
        """Marks in the cells."""
        self.view.viewport().update()

    def set_read_only(self, read_only: bool) -> None:
        """Cells follow the session; the buttons go."""
        self.buttons.refresh()

    def finish(self) -> None:
        """An open cell is complete."""
        inside = QApplication.focusWidget()
        if inside is not None and inside is not self.view and self.view.isAncestorOf(inside):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, path: Path) -> bool:
        """Focus the cell."""
        below = path[len(self.path) :]
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not below:
            return True
        row = next((number for number, row in enumerate(self.model.rows) if row.id == below[0]), None)
        if row is None:
            return False
        names = [declared.name for declared in self.model.columns]
        self.view.go_to(row, names.index(below[1]) if len(below) > 1 and below[1] in names else 0)
        return True

    def _fit(self) -> None:
        rows = max(_LEAST, min(_MOST, len(self.model.rows)))
        header = self.view.horizontalHeader().sizeHint().height()
        bar = self.view.horizontalScrollBar().sizeHint().height()
        self.view.setFixedHeight(rows * ROW_HEIGHT + header + bar + 2 * self.view.frameWidth())


def fits_in_cells(declared: Field) -> bool:
    """Whether rows of this type are better read as a sheet than one at a time."""
    inner = [part for part in fields(declared.type) if part.name != "note"]
    nested = any(part.kind is Kind.ROWS for part in inner)
    return len(inner) <= 7 and not nested and all(part.term.shape.value != "rich" for part in inner)
