"""Rows of a table that can be added and taken away: lines under headings, or cards where there are many columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from slaeditor.model import answer_tables, interview
from slaeditor.model.answer_tables import Column
from slaeditor.model.interview import Question
from slaeditor.model.needless import needless
from slaeditor.model.terms import Kind, is_empty
from slaeditor.ui import theme
from slaeditor.ui.interview.answer_field import AnswerField, room_of
from slaeditor.ui.interview.asking import Asking
from slaeditor.ui.interview.blocks import BlockWidget
from slaeditor.ui.interview.cells import Cells
from slaeditor.ui.interview.flow import Flow, Room
from slaeditor.ui.interview.steps import BESIDE_THE_NAME, OF_NEED, SERVICES, Block, Rows
from slaeditor.ui.interview.table_paste import TablePaste, clipboard_table
from slaeditor.ui.pieces import button, column, label, line
from slaeditor.ui.spoken import row_name
from slaeditor.ui.theme import put_icon
from slaeditor.ui.words import told, tr

MOST_COLUMNS = 4
"""A table with more columns shows each row as a card."""

ACROSS = 3
"""So many answers stand side by side in a card at most."""

_CARD_CELL = 20 * theme.GRID


@dataclass
class _Made:
    """The widgets of one row; ``card``, and the ``flow`` in it, only where rows are cards."""

    fields: list[AnswerField]
    remover: QPushButton
    card: QFrame | None = None
    flow: Flow | None = None


class RowsBlock(BlockWidget):
    """Rows that stay keep their widgets, so a table of many rows grows by one without being made anew."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self._block: Rows | None = None
        self._made: dict[str, _Made] = {}
        self._order: tuple[str, ...] = ()
        self._cells: Cells | None = None
        self._cards: QVBoxLayout | None = None
        self._box = column(self)
        self._wording = label(wrap=True, bold=True)
        self._hint = label(size="small", tint="muted", wrap=True)
        self._box.addWidget(self._wording)
        self._box.addWidget(self._hint)
        self._add = button("", self.add)
        self._paste = button(tr("Paste a table"), self.paste, kind="flat")
        self._begun: set[str] = set()
        self._watch = TablePaste(self)
        self._watch.pasted.connect(self._pasted_at)
        foot = line()
        foot.addWidget(self._add)
        foot.addWidget(self._paste)
        foot.addStretch()
        self._box.addLayout(foot)

    def takes(self, block: Block) -> bool:
        """The same table."""
        return isinstance(block, Rows) and (self._block is None or self._block.question.id == block.question.id)

    def show_block(self, block: Block) -> Iterator[None]:
        """Show its rows."""
        assert isinstance(block, Rows)
        self._block = block
        question = block.question
        self._wording.setText(told(block.wording))
        self._hint.setText(told(question.hint))
        self._hint.setVisible(bool(question.hint))
        self._add.setText(add_words(question))
        self._add.setObjectName(f"add:{question.id}")
        self._add.setEnabled(not self.asking.session.read_only)
        self._paste.setObjectName(f"paste:{question.id}")
        self._paste.setEnabled(not self.asking.session.read_only)
        self._paste.setToolTip(self._what_to_paste(question))
        rows = self.asking.rows(question)
        self._order = tuple(row.id for row in rows)
        for gone in [row for row in self._made if row not in self._order]:
            self._drop(self._made.pop(gone))
        body = self._body(block)
        body.setVisible(bool(rows))
        for number, row in enumerate(rows, start=1):
            new = row.id not in self._made
            if new:
                self._made[row.id] = self._make(row.id, number, self._questions(row.id))
            made = self._made[row.id]
            self._put(made, number)
            for field in made.fields:
                field.refresh()
            if new:
                yield
        self.name_rows()

    def name_rows(self) -> None:
        """The buttons say what they take away; what has no meaning in a row is not asked of it."""
        assert self._block is not None
        question = self._block.question
        for number, row in enumerate(self.asking.rows(question), start=1):
            if row.id in self._made:
                name = row_name(self.asking.document, row) or f"{tr(question.field.term.one)} {number}"
                self._made[row.id].remover.setAccessibleName(tr("Remove {name}", name=name))
                self._made[row.id].remover.setToolTip(tr("Remove {name}", name=name))
                if (flow := self._made[row.id].flow) is not None:
                    flow.leave_out(one for one in self._made[row.id].fields if needless(row, one.question.path[-1]))

    def fields(self) -> Iterator[AnswerField]:
        """Row by row."""
        for row in self._order:
            if row in self._made:
                yield from self._made[row].fields

    def stops(self) -> Iterator[QWidget]:
        """The cells of a row, then its button; at the end the one that adds."""
        for row in self._order:
            if row in self._made:
                yield from (field.editor for field in self._made[row].fields)
                yield self._made[row].remover
        yield self._add
        yield self._paste

    def onward(self) -> Iterator[QWidget]:
        """Only what is to be answered, and at the end the button that adds."""
        yield from (field.editor for field in self.fields() if not field.isHidden())
        yield self._add

    def enter_at(self, here: QWidget) -> bool:
        """After the last cell of a row just begun comes another; one left empty goes again, and Enter leads on."""
        last = self._order[-1] if self._order else ""
        if last not in self._begun or last not in self._made:
            return False
        editors = [field.editor for field in self._made[last].fields]
        if self._is_blank(last) and (editors[0] is here or editors[0].isAncestorOf(here)):
            self._remove(last)
            return False  # the keys are at the button now: on from there
        if editors[-1] is here or editors[-1].isAncestorOf(here):
            self.add()
            return True
        return False

    def add(self) -> None:
        """A new row, ready to be typed into."""
        assert self._block is not None
        row = self.asking.add_row(self._block.question)
        self.urgent.emit()
        if row in self._made:
            self._begun.add(row)
            self._made[row].fields[0].editor.setFocus(Qt.FocusReason.TabFocusReason)
            self.grown.emit(self._made[row].card or self._made[row].fields[0])

    def paste(self) -> None:
        """The table on the clipboard, in new rows or, by its headings, in those that are named alike."""
        if table := clipboard_table():
            self._take(table, len(self._order), 0)
        else:
            self.asking.said.emit(tr("Copy the rows of a table first, for example in a spreadsheet."))

    def _pasted_at(self, table: str, field: AnswerField) -> None:
        row = next(number for number, one in enumerate(self._order) if field in self._made[one].fields)
        self._take(table, row, self._made[self._order[row]].fields.index(field))

    def _take(self, table: str, row: int, column: int) -> None:
        assert self._block is not None
        question = self._block.question
        if self.asking.session.read_only:
            return
        if self.asking.paste(question, table, self._shown_columns(question), row, column):
            self.urgent.emit()
            for field in self.fields():
                field.refresh()  # also what was not understood
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown_columns(self, question: Question) -> list[Column]:
        if question.path != SERVICES:
            return [Column(name) for name in question.columns]
        return [Column("name"), *(Column(name, name in OF_NEED) for name in BESIDE_THE_NAME)]

    def _what_to_paste(self, question: Question) -> str:
        labels = dict.fromkeys(tr(one.declared(question).term.label) for one in answer_tables.columns(question))
        heads = ", ".join(labels)  # two columns may be called alike
        return tr("Rows copied from a spreadsheet. With headings, any of these are understood: {heads}.", heads=heads)

    def _is_blank(self, row: str) -> bool:
        assert self._block is not None
        known = answer_tables.defaults(self.asking.document, self._block.question)
        fields = self._made[row].fields
        said = [one for one in fields if one.question.path[-1] not in known]
        held = self.asking.session.unparsed
        return all(is_empty(self.asking.value(one.question)) and one.question.path not in held for one in said)

    def _questions(self, row: str) -> list[Question]:
        assert self._block is not None
        question = self._block.question
        names = ("name",) if question.path == SERVICES else question.columns
        return [*(interview.cell(question, row, name) for name in names), *dict(self._block.beside).get(row, ())]

    def _body(self, block: Rows) -> QWidget:
        if self._cells is None and self._cards is None:
            as_lines = block.question.path == SERVICES or len(block.question.columns) <= MOST_COLUMNS
            body = Cells() if as_lines else QWidget()
            if isinstance(body, Cells):
                self._cells = body
            else:
                self._cards = column(body)
            self._box.insertWidget(2, body)
        found = self._box.itemAt(2)
        widget = found.widget() if found is not None else None
        assert widget is not None
        return widget

    def _make(self, row: str, number: int, cells: list[Question]) -> _Made:
        assert self._block is not None
        table = self._block.question
        remover = button("", partial(self._remove, row), kind="flat", name=f"remove:{table.id}[{row}]")
        put_icon(remover, "x", "muted")
        remover.setFixedWidth(4 * theme.GRID)
        remover.setEnabled(not self.asking.session.read_only)
        if self._cells is not None:
            fields = [self._field(cell, number, self._cells, bare=True) for cell in cells]
            remover.setFixedHeight(fields[0].editor.sizeHint().height())
            return _Made(fields, remover)
        card = QFrame()
        card.setProperty("kind", "card")
        inside = line(card, margin=theme.WIDE)
        flow = Flow(_CARD_CELL, ACROSS)
        fields = [self._field(cell, number, flow, bare=False) for cell in cells]
        rooms = [room_of(field.question) for field in fields]
        if len(rooms) % ACROSS == 1 and rooms[0] is Room.CELL and fields[0].question.field.kind is Kind.TEXT:
            rooms[0] = Room.LINE  # the last would stand alone in its line: rather the name, which may be long
        flow.show_parts(list(zip(fields, rooms, strict=True)))
        inside.addWidget(flow, 1)
        inside.addWidget(remover, 0, Qt.AlignmentFlag.AlignTop)
        return _Made(fields, remover, card, flow)

    def _put(self, made: _Made, number: int) -> None:
        if self._cells is not None:
            for place, field in enumerate(made.fields):
                self._cells.head_for(place, field.question)
                self._cells.put(field, number, place)
            self._cells.put(made.remover, number, len(made.fields))
        elif self._cards is not None and made.card is not None and self._cards.indexOf(made.card) != number - 1:
            self._cards.removeWidget(made.card)
            self._cards.insertWidget(number - 1, made.card)
            made.card.show()

    def _drop(self, made: _Made) -> None:
        for field in made.fields:
            self._watch.forget(field)
        if self._cells is not None:
            for widget in (*made.fields, made.remover):
                self._cells.drop(widget)
        elif self._cards is not None and made.card is not None:
            self._cards.removeWidget(made.card)
            made.card.hide()
            made.card.deleteLater()

    def _field(self, cell: Question, number: int, parent: QWidget, *, bare: bool) -> AnswerField:
        assert self._block is not None
        words = f"{tr(cell.field.term.label)}, {tr(self._block.question.field.term.one)} {number}"
        field = AnswerField(cell, self.asking, parent, bare=bare, words=words)
        field.ask(cell, tr(cell.field.term.label))
        self._watch.watch(field)
        return field

    def _remove(self, row: str) -> None:
        assert self._block is not None
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.asking.remove_row(self._block.question, row)


def add_words(question: Question) -> str:
    """“Add a service”."""
    one = tr(question.field.term.one)
    return tr("Add an {one}", one=one) if one[:1] in "aeiou" else tr("Add a {one}", one=one)
