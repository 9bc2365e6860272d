"""The parts of a sheet: plain questions, one line a service, and rows of a table; each keeps its editors while it can."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from slaeditor.model import interview, text
from slaeditor.model.interview import Question
from slaeditor.model.terms import Kind
from slaeditor.ui import theme
from slaeditor.ui.interview.answer_field import AnswerField, is_short
from slaeditor.ui.interview.asking import Asking
from slaeditor.ui.interview.flow import Flow
from slaeditor.ui.interview.steps import SERVICES, Block, ByService, Form, Rows
from slaeditor.ui.pieces import button, column, label, line
from slaeditor.ui.words import tr

MOST_COLUMNS = 4
"""A table with more columns shows each row as a card."""

_HALF_LINE = 28 * theme.GRID
_CARD_CELL = 20 * theme.GRID
_STRETCH = {
    Kind.TEXT: 3, Kind.TEXTS: 3, Kind.REFERENCES: 2, Kind.CHOICES: 2, Kind.CHOICE: 2, Kind.REFERENCE: 2, Kind.MONEY: 2,
    Kind.DURATION: 2, Kind.DATE: 2,
}  # fmt: skip


class BlockWidget(QWidget):
    """What the sheet asks of each part."""

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self.asking = asking

    def takes(self, block: Block) -> bool:
        """Whether this widget can go on showing that block."""
        raise NotImplementedError

    def show_block(self, block: Block) -> None:
        """Show it: new questions appear, those that are gone go, the others stay as they are."""
        raise NotImplementedError

    def fields(self) -> Iterator[AnswerField]:
        """The questions in the order in which they are asked."""
        raise NotImplementedError

    def stops(self) -> Iterator[QWidget]:
        """What Tab goes through, in order."""
        for one in self.fields():
            yield one.editor


class FormBlock(BlockWidget):
    """Plain questions, short ones side by side where there is room."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self._fields: dict[str, AnswerField] = {}
        self._flow = Flow(_HALF_LINE, 2)
        column(self).addWidget(self._flow)

    def takes(self, block: Block) -> bool:
        """Any other questions, too."""
        return isinstance(block, Form)

    def show_block(self, block: Block) -> None:
        """Show the questions."""
        assert isinstance(block, Form)
        before, self._fields = self._fields, {}
        for question, wording in zip(block.questions, block.wordings, strict=True):
            field = before.get(question.id) or AnswerField(question, self.asking, self._flow)
            field.ask(question, wording)
            self._fields[question.id] = field
        if list(before) != list(self._fields):
            self._flow.show_parts([(field, not is_short(field.question)) for field in self._fields.values()])
            for field in self._fields.values():
                field.show()

    def fields(self) -> Iterator[AnswerField]:
        """In order."""
        yield from self._fields.values()


class _Grid(QWidget):
    """Cells under one line of headings."""

    def __init__(self) -> None:
        super().__init__()
        self.layout_ = QGridLayout(self)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setHorizontalSpacing(theme.GRID)
        self.layout_.setVerticalSpacing(theme.GRID)

    def head(self, number: int, words: str, stretch: int) -> None:
        """The heading of a column."""
        found = self.layout_.itemAtPosition(0, number)
        shown = found.widget() if found else None
        if not isinstance(shown, QLabel):
            shown = label(size="small", tint="muted", wrap=True)
            self.layout_.addWidget(shown, 0, number, Qt.AlignmentFlag.AlignBottom)
        shown.setText(words)
        self.layout_.setColumnStretch(number, stretch)

    def put(self, widget: QWidget, row: int, number: int) -> None:
        """A cell; row 1 is the first below the headings."""
        self.layout_.addWidget(widget, row, number, Qt.AlignmentFlag.AlignTop)


class ServicesBlock(BlockWidget):
    """The same few questions of every service: a line a service, a column a question."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self._block: ByService | None = None
        self._fields: dict[str, AnswerField] = {}
        self._names: dict[str, QLabel] = {}
        self._box = column(self)
        self._grid = _Grid()
        self._box.addWidget(self._grid)
        self._none = label(tr("There are no services yet: name them in the theme before."), tint="muted", wrap=True)
        self._box.addWidget(self._none)

    def takes(self, block: Block) -> bool:
        """As long as columns and services are the same."""
        if not isinstance(block, ByService):
            return False
        return self._block is None or _layout_of(block) == _layout_of(self._block)

    def show_block(self, block: Block) -> None:
        """Show the lines."""
        assert isinstance(block, ByService)
        if self._block is None:
            self._build(block)
        self._block = block
        for one in block.lines:
            self._names[one.service].setText(one.name or tr("(no name yet)"))
            for cell in one.cells:
                if cell is not None:
                    self._fields[cell.id].ask(cell)

    def fields(self) -> Iterator[AnswerField]:
        """Line by line."""
        yield from self._fields.values()

    def _build(self, block: ByService) -> None:
        self._none.setVisible(not block.lines)
        self._grid.setVisible(bool(block.lines))
        if block.lines:
            self._grid.head(0, tr("Service"), 3)
        for row, one in enumerate(block.lines, start=1):
            name = label(one.name, wrap=True)
            name.setMinimumHeight(4 * theme.GRID)
            self._names[one.service] = name
            self._grid.put(name, row, 0)
            for number, cell in enumerate(one.cells, start=1):
                if cell is None:
                    continue
                words = cell.field.term.label
                self._grid.head(number, _heading(cell), _STRETCH.get(cell.field.kind, 1))
                field = AnswerField(cell, self.asking, self._grid, bare=True, words=f"{tr(words)}: {one.name}")
                field.ask(cell)
                self._fields[cell.id] = field
                self._grid.put(field, row, number)


class RowsBlock(BlockWidget):
    """Rows of a table that can be added and taken away: lines under headings, or cards where there are many columns."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self._block: Rows | None = None
        self._shape: tuple[str, ...] | None = None
        self._fields: dict[str, AnswerField] = {}
        self._removers: dict[str, QPushButton] = {}
        self._body: QWidget | None = None
        self._box = column(self)
        self._wording = label(wrap=True, bold=True)
        self._hint = label(size="small", tint="muted", wrap=True)
        self._box.addWidget(self._wording)
        self._box.addWidget(self._hint)
        self._add = button("", self.add)
        foot = line()
        foot.addWidget(self._add)
        foot.addStretch()
        self._box.addLayout(foot)

    def takes(self, block: Block) -> bool:
        """The same table."""
        return isinstance(block, Rows) and (self._block is None or self._block.question.id == block.question.id)

    def show_block(self, block: Block) -> None:
        """Show its rows."""
        assert isinstance(block, Rows)
        self._block = block
        question = block.question
        self._wording.setText(tr(block.wording))
        self._hint.setText(tr(question.hint))
        self._hint.setVisible(bool(question.hint))
        self._add.setText(add_words(question))
        self._add.setObjectName(f"add:{question.id}")
        self._add.setEnabled(not self.asking.session.read_only)
        rows = tuple(row.id for row in self.asking.rows(question))
        if rows != self._shape:
            self._shape = rows
            self._build(block, rows)
        for field in self._fields.values():
            field.refresh()
        for number, row in enumerate(self.asking.rows(question), start=1):
            name = text.row_name(self.asking.document, row) or f"{question.field.term.one} {number}"
            self._removers[row.id].setAccessibleName(tr("Remove {name}", name=name))
            self._removers[row.id].setToolTip(tr("Remove {name}", name=name))

    def fields(self) -> Iterator[AnswerField]:
        """Row by row."""
        yield from self._fields.values()

    def stops(self) -> Iterator[QWidget]:
        """The cells of a row, then its button; at the end the one that adds."""
        for row in self._shape or ():
            yield from (field.editor for field in self._fields.values() if field.property("row") == row)
            yield self._removers[row]
        yield self._add

    def add(self) -> None:
        """A new row, ready to be typed into."""
        assert self._block is not None
        row = self.asking.add_row(self._block.question)
        first = next((field for field in self._fields.values() if field.property("row") == row), None)
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, block: Rows, rows: tuple[str, ...]) -> None:
        before, self._fields, self._removers = self._body, {}, {}
        beside = dict(block.beside)
        names = ("name",) if block.question.path == SERVICES else block.question.columns
        as_lines = len(names) + max((len(cells) for cells in beside.values()), default=0) <= MOST_COLUMNS
        self._body = _Grid() if as_lines else QWidget()
        self._body.hide()
        for number, row in enumerate(rows, start=1):
            cells = [*(interview.cell(block.question, row, name) for name in names), *beside.get(row, ())]
            self._removers[row] = button(tr("Remove"), partial(self._remove, row), kind="flat")
            self._removers[row].setObjectName(f"remove:{block.question.id}[{row}]")
            self._removers[row].setEnabled(not self.asking.session.read_only)
            if isinstance(self._body, _Grid):
                self._line(self._body, number, row, cells)
            else:
                self._card(self._body, number, row, cells)
        self._box.insertWidget(2, self._body)
        self._body.setVisible(bool(rows))
        if before is not None:
            before.hide()
            before.deleteLater()

    def _line(self, grid: _Grid, number: int, row: str, cells: list[Question]) -> None:
        for place, cell in enumerate(cells):
            grid.head(place, _heading(cell), _STRETCH.get(cell.field.kind, 1))
            field = self._field(cell, number, row, grid, bare=True)
            grid.put(field, number, place)
        grid.put(self._removers[row], number, len(cells))

    def _card(self, body: QWidget, number: int, row: str, cells: list[Question]) -> None:
        card = QFrame()
        card.setProperty("kind", "card")
        inside = column(card, margin=theme.WIDE)
        flow = Flow(_CARD_CELL, 3)
        fields = [self._field(cell, number, row, flow, bare=False) for cell in cells]
        flow.show_parts([(field, not is_short(field.question)) for field in fields])
        inside.addWidget(flow)
        foot = line()
        foot.addStretch()
        foot.addWidget(self._removers[row])
        inside.addLayout(foot)
        outer = body.layout() or column(body)
        outer.addWidget(card)

    def _field(self, cell: Question, number: int, row: str, parent: QWidget, *, bare: bool) -> AnswerField:
        assert self._block is not None
        words = f"{tr(cell.field.term.label)}, {tr(self._block.question.field.term.one)} {number}"
        field = AnswerField(cell, self.asking, parent, bare=bare, words=words)
        field.ask(cell, tr(cell.field.term.label))
        field.setProperty("row", row)
        self._fields[cell.id] = field
        return field

    def _remove(self, row: str) -> None:
        assert self._block is not None
        self.asking.remove_row(self._block.question, row)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)


def widget_for(block: Block, asking: Asking) -> BlockWidget:
    """The widget that shows such a block."""
    match block:
        case Form():
            return FormBlock(asking)
        case ByService():
            return ServicesBlock(asking)
        case Rows():
            return RowsBlock(asking)


def add_words(question: Question) -> str:
    """“Add a service”."""
    one = tr(question.field.term.one)
    return tr("Add an {one}", one=one) if one[:1] in "aeiou" else tr("Add a {one}", one=one)


def _heading(cell: Question) -> str:
    term = cell.field.term
    told = not term.unit or term.unit in term.label or cell.field.kind is Kind.MONEY
    return tr(term.label) if told else f"{tr(term.label)} ({tr(term.unit)})"


def _layout_of(block: ByService) -> tuple[object, ...]:
    return block.columns, tuple((one.service, tuple(cell and cell.id for cell in one.cells)) for one in block.lines)
