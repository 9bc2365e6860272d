"""Says that a clause was changed from the library's text, and leads back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from slaeditor.model.clause_text import library_text
from slaeditor.model.edits import SetTerm
from slaeditor.model.paths import Path
from slaeditor.ui.forms.context import Context
from slaeditor.ui.pieces import button, column, label
from slaeditor.ui.theme import HALF
from slaeditor.ui.words import tr


class LibraryMark(QWidget):
    """Hidden where the text is the library's, or was never taken from it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._path: Path = ()
        box = column(self, spacing=HALF)
        self._words = label(
            "≠ " + tr("Changed from the library's text"), tint="accent", size="small", name="library_mark"
        )
        box.addWidget(self._words)
        self._back = button(tr("Back to the library's text"), self._restore, kind="flat", name="library_back")
        box.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_at(self, path: Path) -> None:
        """Show what is so at this place."""
        self._path = path
        original = library_text(self._context.document, path)
        self.setVisible(original is not None)
        self._back.setVisible(not self._context.read_only)
        self._words.setToolTip(original or "")
        self._back.setToolTip(tr("Undo brings your text back."))

    def _restore(self) -> None:
        original = library_text(self._context.document, self._path)
        if original is not None:
            self._context.session.end_typing()
            self._context.do(SetTerm(self._path, original))
