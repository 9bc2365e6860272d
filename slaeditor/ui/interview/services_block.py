"""A few questions asked of every service, as a table: a line a service, a column a question."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel

from slaeditor.model.answer_tables import Column
from slaeditor.model.interview import Question
from slaeditor.ui.interview.answer_field import AnswerField
from slaeditor.ui.interview.asking import Asking
from slaeditor.ui.interview.blocks import BlockWidget
from slaeditor.ui.interview.cells import Cells
from slaeditor.ui.interview.steps import OF_NEED, Block, ByService, Line
from slaeditor.ui.interview.table_paste import TablePaste
from slaeditor.ui.pieces import column, label
from slaeditor.ui.words import tr


class ServicesBlock(BlockWidget):
    """Cells come and go with the answers beside them; the others stay, and so do the keys."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self._services: tuple[str, ...] | None = None
        self._fields: dict[str, AnswerField] = {}
        self._names: dict[str, QLabel] = {}
        self._columns: tuple[str, ...] = ()
        self._watch = TablePaste(self)
        self._watch.pasted.connect(self._paste)
        box = column(self)
        self._cells = Cells()
        box.addWidget(self._cells)
        self._none = label(tr("There are no services yet: name them in the theme before."), tint="muted", wrap=True)
        box.addWidget(self._none)

    def takes(self, block: Block) -> bool:
        """As long as the services are the same."""
        return isinstance(block, ByService) and self._services in (None, _services(block))

    def show_block(self, block: Block) -> Iterator[None]:
        """Show the lines."""
        assert isinstance(block, ByService)
        self._services, self._columns = _services(block), block.columns
        self._none.setVisible(not block.lines)
        self._cells.setVisible(bool(block.lines))
        if block.lines:
            self._cells.head(0, tr("Service"), 3)
        self._cells.end_at(1 + len(block.columns))
        wanted = {cell.id for one in block.lines for cell in one.cells if cell is not None}
        for gone in [name for name in self._fields if name not in wanted]:
            self._watch.forget(self._fields[gone])
            self._cells.drop(self._fields.pop(gone))
        for row, one in enumerate(block.lines, start=1):
            self._name(one, row)
            for number, cell in enumerate(one.cells, start=1):
                if cell is not None and self._show_cell(cell, one, row, number):
                    yield
        self._level()

    def fields(self) -> Iterator[AnswerField]:
        """Line by line, from left to right."""
        for one in self._services or ():
            found = [field for field in self._fields.values() if field.question.service == one]
            yield from sorted(found, key=lambda field: int(field.property("column")))

    def _name(self, one: Line, row: int) -> None:
        if one.service not in self._names:
            self._names[one.service] = label(wrap=True)
            self._cells.put(self._names[one.service], row, 0)
        self._names[one.service].setText(one.name or tr("(no name yet)"))

    def _level(self) -> None:
        """The first line of a name stands as high as what is written in the fields beside it."""
        for field in self._fields.values():
            name = self._names[field.question.service]
            above = (field.editor.sizeHint().height() - name.fontMetrics().height()) // 2
            name.setContentsMargins(0, max(above, name.contentsMargins().top()), 0, 0)

    def _show_cell(self, cell: Question, one: Line, row: int, number: int) -> bool:
        """Whether it had to be made."""
        self._cells.head_for(number, cell)
        field = self._fields.get(cell.id)
        made = field is None
        if field is None:
            words = f"{tr(cell.field.term.label)}: {one.name}"
            field = self._fields[cell.id] = AnswerField(cell, self.asking, self._cells, bare=True, words=words)
            self._watch.watch(field)
        field.setProperty("column", number)
        field.ask(cell)
        self._cells.put(field, row, number)
        return made

    def _paste(self, table: str, field: AnswerField) -> None:
        shown = [Column(name, name in OF_NEED) for name in self._columns]
        row = (self._services or ()).index(field.question.service)
        column = self._columns.index(field.question.path[-1])
        if not self.asking.session.read_only:
            self.asking.paste(self.asking.services, table, shown, row, column)
            self.urgent.emit()
            for one in self.fields():
                one.refresh()  # also what was not understood


def _services(block: ByService) -> tuple[str, ...]:
    return tuple(one.service for one in block.lines)
