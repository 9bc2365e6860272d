"""The terms of one struct as a form, from its declarations; its tables stand inside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QSizePolicy, QWidget

from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Kind, Shape
from slaeditor.ui.forms import registry
from slaeditor.ui.forms.context import NOWHERE, Context
from slaeditor.ui.forms.field_row import FieldRow
from slaeditor.ui.forms.part import Part, bring_into_sight
from slaeditor.ui.pieces import column, label
from slaeditor.ui.theme import GRID, WIDE, WIDER
from slaeditor.ui.words import tr

_LABEL_WIDTH = 22 * GRID
_NARROW = 64 * GRID


class FieldsForm(Part):
    """Labels left of their editors, above them where there is little room."""

    def __init__(self, declared: Sequence[Field], context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        outer = column(self, spacing=0)
        self._layout = QFormLayout()
        outer.addLayout(self._layout)
        outer.addStretch(1)
        self._layout.setContentsMargins(WIDER, WIDE, WIDER, WIDER)
        self._layout.setHorizontalSpacing(WIDE)
        self._layout.setVerticalSpacing(GRID)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._rows: dict[str, FieldRow] = {}
        self._tables: dict[str, Part] = {}
        for one in declared:
            if one.kind is Kind.ROWS:
                self._add_table(one)
            else:
                row = FieldRow(one, context, self)
                row.label.setFixedWidth(_LABEL_WIDTH)
                row.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                row.label.setContentsMargins(0, 6, 0, 0)
                self._rows[one.name] = row
                if one.term.shape is Shape.RICH:  # a text needs the whole width
                    self._layout.addRow(row.label)
                    self._layout.addRow(row)
                else:
                    self._layout.addRow(row.label, row)
        if context.read_only:
            self.set_read_only(True)

    def _add_table(self, declared: Field) -> None:
        part = registry.embedded(declared, self.context)
        part.setObjectName(f"table_{declared.name}")
        self._tables[declared.name] = part
        title = label(tr(declared.term.label), bold=True)
        title.setContentsMargins(0, GRID, 0, 0)
        title.setToolTip(tr(declared.term.help))
        self._layout.addRow(title)
        part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._layout.addRow(part)

    def show_at(self, path: Path, value: Any) -> None:
        """Show the struct."""
        self.path = path
        base = self.context.base_value(path)
        for name, row in self._rows.items():
            row.place((*path, name))
            row.show_value(getattr(value, name), NOWHERE if base is NOWHERE else getattr(base, name))
        for name, part in self._tables.items():
            part.show_at((*path, name), getattr(value, name))

    def refresh_names(self) -> None:
        """References show names."""
        for row in self._rows.values():
            row.refresh_names()
        for part in self._tables.values():
            part.refresh_names()

    def show_messages(self) -> None:
        """Beside every field."""
        for row in self._rows.values():
            if row.path:
                row.show_messages()
        for part in self._tables.values():
            part.show_messages()

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting edit."""
        for row in self._rows.values():
            row.set_read_only(read_only)
        for part in self._tables.values():
            part.set_read_only(read_only)

    def finish(self) -> None:
        """The field in focus is complete."""
        for row in self._rows.values():
            if row.editor.keys().hasFocus():
                row.editor.finish()
        for part in self._tables.values():
            part.finish()

    def reveal(self, path: Path) -> bool:
        """Focus the field."""
        below = path[len(self.path) :]
        if not below:
            first = next(iter(self._rows.values()), None)
            if first is not None:
                first.editor.keys().setFocus(Qt.FocusReason.OtherFocusReason)
            return first is not None
        if (row := self._rows.get(below[0])) is not None:
            row.editor.keys().setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(row)
            return True
        if (part := self._tables.get(below[0])) is not None:
            bring_into_sight(part)
            return part.reveal(path)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Little room puts the labels above."""
        super().resizeEvent(event)
        # What wraps changes its height with the width, and Qt hands the difference to another row: so once more, from anew.
        self._layout.invalidate()
        outer = self.layout()
        assert outer is not None
        outer.activate()
        wrap = QFormLayout.RowWrapPolicy
        policy = wrap.WrapAllRows if self.width() < _NARROW else wrap.DontWrapRows
        if policy is not self._layout.rowWrapPolicy():
            self._layout.setRowWrapPolicy(policy)
            wrapped = policy is wrap.WrapAllRows
            self._layout.setVerticalSpacing(2 if wrapped else GRID)
            for row in self._rows.values():
                row.label.setMaximumWidth(16_777_215 if wrapped else _LABEL_WIDTH)
                row.label.setMinimumWidth(0 if wrapped else _LABEL_WIDTH)
                row.label.setContentsMargins(0, 6, 0, 0)
