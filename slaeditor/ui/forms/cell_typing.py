"""What is typed in an open cell reaches the document at once, as one step; giving it up leaves no trace."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from slaeditor.model.edits import SetTerm
from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.forms.rows_model import RowsModel
from slaeditor.ui.forms.shown_rows import Index


class CellTyping(QObject):
    """Binds an editor to its cell for as long as it is open.

    It keeps to the place in the document, not to the index: rows may come, go or move meanwhile.
    """

    def __init__(self, editor: Editor, model: RowsModel, index: Index) -> None:
        super().__init__(editor)
        self._session = model.context.session
        self._path = model.path_of(index)
        self._value = model.value(index)
        self._text = self._session.unparsed.get(self._path)
        self._open = True
        self._session.end_typing()
        editor.entered.connect(self._entered)
        editor.unclear.connect(self._unclear)
        editor.refused.connect(self._refused)

    def close(self) -> None:
        """What is typed from now on is a step of its own."""
        self._open = False
        self._session.end_typing()

    def give_up(self) -> None:
        """Put back what the cell held before, whether it was understood or not."""
        if not self._open:
            return
        self._session.do(SetTerm(self._path, self._value), typing=True)
        self._session.set_unparsed(self._path, self._text)
        self.close()

    def _entered(self, value: Any, _typing: bool) -> None:
        if self._open:
            self._session.set_unparsed(self._path, None)
            self._session.do(SetTerm(self._path, value), typing=True)

    def _unclear(self, text: str) -> None:
        if self._open:
            self._session.note_typing(self._path, text)

    def _refused(self, text: str, sentence: str) -> None:
        if self._open:
            self._session.set_unparsed(self._path, text if sentence else None)
