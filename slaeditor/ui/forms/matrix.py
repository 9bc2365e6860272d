"""The priority matrix: impact down, urgency across; a cell is a choice, shown by colour, code and name."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from slaeditor.model.agreement import Agreement
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field
from slaeditor.ui.drawn.legend import Legend, Mark
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.grid import Grid
from slaeditor.ui.forms.matrix_model import MatrixModel
from slaeditor.ui.forms.matrix_painting import draw_rank
from slaeditor.ui.forms.matrix_view import MatrixView
from slaeditor.ui.forms.part import Part, scrolled
from slaeditor.ui.pieces import button, column, label
from slaeditor.ui.theme import GRID, WIDE, WIDER, colour, font
from slaeditor.ui.words import tr


class MatrixPart(Part):
    """The drawn matrix, and its rows for what the drawing cannot say."""

    def __init__(self, declared: Field, context: Context) -> None:
        super().__init__(context)
        self.model = MatrixModel()
        self.model.findings = context.finding
        self.view = MatrixView(self.model, context)
        self.view.setAccessibleName(tr(declared.term.label))
        hint = tr("A digit chooses the priority of that number, + raises, - lowers, Delete empties, Enter offers all.")
        self.view.setWhatsThis(hint)
        self.rows = Grid(declared, context, embedded=True)
        self.rows.hide()
        inner = QWidget()
        box = column(inner, spacing=GRID)
        column(self).addWidget(scrolled(inner, "matrix_area"))
        box.setContentsMargins(WIDER, WIDE, WIDER, WIDE)
        box.addWidget(self.view, 0)
        self._legend = Legend()
        box.addWidget(self._legend)
        self._hint = label(hint, tint="muted", size="small", wrap=True)
        box.addWidget(self._hint)
        self._missing = label(
            tr("The matrix needs impact levels, urgency levels and priorities."), tint="muted", wrap=True
        )
        box.addWidget(self._missing)
        self.toggle = button(tr("Show as rows"), self._toggle, kind="flat", name="matrix_rows")
        box.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.rows)
        box.addStretch(1)

    def show_at(self, path: Path, value: Any) -> None:
        """Show the matrix."""
        self.path = self.view.path = path
        document = self.context.document
        self.view.painter_of_cells.ranks = len(document.priorities.levels)
        self.model.show_document(document)
        self.rows.show_at(path, value)
        complete = bool(self.model.rowCount() and self.model.columnCount() and document.priorities.levels)
        for widget in (self.view, self._legend, self._hint):
            widget.setVisible(complete)
        self._missing.setVisible(not complete)
        self.view.fit()
        self._legend.show_entries(_entries(document) if complete else ())

    def show_messages(self) -> None:
        """Marks in the cells and in the rows."""
        self.view.viewport().update()
        self.rows.show_messages()

    def set_read_only(self, read_only: bool) -> None:
        """The keys look at the session themselves."""
        self.rows.set_read_only(read_only)

    def finish(self) -> None:
        """An open cell is complete."""
        self.rows.finish()

    def reveal(self, path: Path) -> bool:
        """The cell in the drawing; what is not drawn there stands in the rows."""
        below = path[len(self.path) :]
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not below:
            return True
        place = self.model.place_of(below[0])
        if place is not None and below[1:] in ((), ("priority",)):
            self.view.setCurrentIndex(place)
            return True
        self.rows.show()
        self.toggle.setText(tr("Hide the rows"))
        return self.rows.reveal(path)

    def _toggle(self) -> None:
        self.rows.setVisible(self.rows.isHidden())
        self.toggle.setText(tr("Show as rows") if self.rows.isHidden() else tr("Hide the rows"))


def _entries(document: Agreement) -> list[tuple[Mark, str]]:
    """Each priority with the digit that chooses it, in its colour."""
    levels = document.priorities.levels
    return [
        (partial(_key, number, len(levels)), " ".join(word for word in (one.code, one.name) if word) or "?")
        for number, one in enumerate(levels[:9])
    ]


def _key(rank: int, ranks: int, painter: QPainter, area: QRect) -> None:
    draw_rank(painter, area, rank, ranks)
    painter.setPen(colour("text"))
    painter.setFont(font("small", bold=True))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(rank + 1))
