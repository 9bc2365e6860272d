"""Pasting a table into a cell: the keys of the cell give way to the table that the cell stands in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from slaeditor.ui.interview.answer_field import AnswerField
from slaeditor.ui.interview.pasting import is_table


class TablePaste(QObject):
    """``pasted`` tells the text of a table, and the field whose keys asked for it; text that is none, or that ``accepts`` does not
    take, is the field's own affair.
    """

    pasted = Signal(str, object)

    def __init__(self, parent: QObject, accepts: Callable[[str], bool] = lambda _: True) -> None:
        super().__init__(parent)
        self._accepts = accepts
        self._fields: dict[QWidget, AnswerField] = {}

    def watch(self, field: AnswerField) -> None:
        """Look out for what is pasted there."""
        keys = field.editor.keys()
        self._fields[keys] = field
        keys.installEventFilter(self)

    def forget(self, field: AnswerField) -> None:
        """The field is done with."""
        self._fields.pop(field.editor.keys(), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+V with a table on the clipboard."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            field = self._fields.get(watched)
            if field is not None and event.matches(QKeySequence.StandardKey.Paste) and (text := clipboard_table()):
                if (isinstance(watched, QPlainTextEdit) and "\t" not in text) or not self._accepts(text):
                    return False  # lines of a text, or nothing that is meant for more than this field
                self.pasted.emit(text, field)
                return True
        return super().eventFilter(watched, event)


def clipboard_table() -> str:
    """The text of the table that is on the clipboard; empty when there is none."""
    text = QGuiApplication.clipboard().text()
    return text if is_table(text) else ""
