"""Cells under one line of headings, as the tables of the interview have them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from slaeditor.model.interview import Question
from slaeditor.model.terms import Kind
from slaeditor.ui import theme
from slaeditor.ui.pieces import label
from slaeditor.ui.words import tr

_STRETCH = {
    Kind.TEXT: 3, Kind.TEXTS: 3, Kind.REFERENCES: 2, Kind.CHOICES: 2, Kind.CHOICE: 2, Kind.REFERENCE: 2, Kind.MONEY: 2,
    Kind.DURATION: 2, Kind.DATE: 2,
}  # fmt: skip


class Cells(QWidget):
    """A grid; row 1 is the first below the headings. What is put again into another cell keeps the keys."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GRID)
        self._grid.setVerticalSpacing(theme.GRID)
        self._heads: dict[int, QLabel] = {}
        self._places: dict[QWidget, tuple[int, int]] = {}

    def head(self, number: int, words: str, stretch: int) -> None:
        """The heading of a column."""
        if number not in self._heads:
            self._heads[number] = label(size="small", tint="muted", wrap=True)
            self._grid.addWidget(self._heads[number], 0, number, Qt.AlignmentFlag.AlignBottom)
            self._heads[number].show()
        self._heads[number].setText(words)
        self._grid.setColumnStretch(number, stretch)

    def head_for(self, number: int, cell: Question) -> None:
        """The heading of a column of such answers, which gets the room that they need."""
        self.head(number, heading(cell), _STRETCH.get(cell.field.kind, 1))
        chosen = cell.field.kind in (Kind.CHOICE, Kind.REFERENCE)  # words to choose from are not to be cut
        self._grid.setColumnMinimumWidth(number, 19 * theme.GRID if chosen else 0)

    def end_at(self, count: int) -> None:
        """There are so many columns; what was behind them is gone."""
        for number in [number for number in self._heads if number >= count]:
            head = self._heads.pop(number)
            self._grid.removeWidget(head)
            head.hide()
            head.deleteLater()
            self._grid.setColumnStretch(number, 0)
            self._grid.setColumnMinimumWidth(number, 0)

    def put(self, widget: QWidget, row: int, number: int) -> None:
        """Put a widget into a cell, if it is not there already."""
        if self._places.get(widget) != (row, number):
            if widget in self._places:
                self._grid.removeWidget(widget)
            self._places[widget] = (row, number)
            self._grid.addWidget(widget, row, number, Qt.AlignmentFlag.AlignTop)
            widget.show()

    def drop(self, widget: QWidget) -> None:
        """Be done with a widget."""
        self._places.pop(widget, None)
        self._grid.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def heading(cell: Question) -> str:
    """What stands over answers to such a question: the label of the term, with its unit where it does not say it itself."""
    term = cell.field.term
    told = not term.unit or term.unit in term.label or cell.field.kind is Kind.MONEY
    return tr(term.label) if told else f"{tr(term.label)} ({tr(term.unit)})"
