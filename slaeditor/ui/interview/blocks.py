"""The parts of a sheet, and the plainest of them: questions one after another. Each keeps its editors while it can."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from slaeditor.ui import theme
from slaeditor.ui.interview.answer_field import AnswerField, room_of
from slaeditor.ui.interview.asking import Asking
from slaeditor.ui.interview.flow import Flow
from slaeditor.ui.interview.steps import Block, Form
from slaeditor.ui.interview.table_paste import TablePaste
from slaeditor.ui.pieces import column

_HALF_LINE = 28 * theme.GRID


class BlockWidget(QWidget):
    """What the sheet asks of each part. ``urgent`` wants the sheet to be shown to its end at once; ``grown`` by what it has grown."""

    urgent = Signal()
    grown = Signal(QWidget)

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self.asking = asking

    def takes(self, block: Block) -> bool:
        """Whether this widget can go on showing that block."""
        raise NotImplementedError

    def show_block(self, block: Block) -> Iterator[None]:
        """Show it: new questions appear, those that are gone go, the others stay as they are.

        Yields between its parts, so that the window can answer while a large block comes into being; a block that was
        not shown to the end may be shown again.
        """
        raise NotImplementedError

    def fields(self) -> Iterator[AnswerField]:
        """The questions in the order in which they are asked."""
        raise NotImplementedError

    def stops(self) -> Iterator[QWidget]:
        """What Tab goes through, in order."""
        for one in self.fields():
            yield one.editor

    def name_rows(self) -> None:
        """A row of a table may be called otherwise now."""

    def onward(self) -> Iterator[QWidget]:
        """What Enter goes through, in order."""
        yield from self.stops()

    def enter_at(self, here: QWidget) -> bool:
        """Whether the block itself does what Enter means at this stop; otherwise Enter goes to the next."""
        return False


class FormBlock(BlockWidget):
    """Plain questions, short ones side by side where there is room."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self._fields: dict[str, AnswerField] = {}
        self._order: list[str] = []
        self._flow = Flow(_HALF_LINE, 2)
        column(self).addWidget(self._flow)
        self._watch = TablePaste(self, lambda text: "\t" in text and asking.knows(text))
        self._watch.pasted.connect(self._paste)

    def takes(self, block: Block) -> bool:
        """Any other questions, too."""
        return isinstance(block, Form)

    def show_block(self, block: Block) -> Iterator[None]:
        """Show the questions."""
        assert isinstance(block, Form)
        for question, wording in zip(block.questions, block.wordings, strict=True):
            field = self._fields.get(question.id)
            if field is None:
                field = self._fields[question.id] = AnswerField(question, self.asking, self._flow)
                field.ask(question, wording)
                self._watch.watch(field)
                yield
            else:
                field.ask(question, wording)
        for gone in self._fields.keys() - {question.id for question in block.questions}:
            self._watch.forget(self._fields[gone])
        self._fields = {question.id: self._fields[question.id] for question in block.questions}
        order = [question.id for question in block.questions]
        if order != self._order:
            self._order = order
            self._flow.show_parts([(field, room_of(field.question)) for field in self._fields.values()])
            for field in self._fields.values():
                field.show()

    def _paste(self, text: str, _field: AnswerField) -> None:
        """A sheet of two columns may hold answers to any question."""
        if self.asking.paste_facts(text):
            self.urgent.emit()

    def fields(self) -> Iterator[AnswerField]:
        """In order."""
        yield from self._fields.values()
