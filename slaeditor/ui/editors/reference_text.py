"""Clause text on the screen: letters, and references that are single characters, with what goes in and out as plain text."""

from __future__ import annotations

import re

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from slaeditor.model.clause_text import Reference, Referred
from slaeditor.model.references import REFERENCE_IN_TEXT
from slaeditor.ui.editors import chips
from slaeditor.ui.forms import clipboard

CLAUSE_TYPE = "application/x-slaeditor-clause"
"""The clipboard's format for clause text with its references."""

_LEAST, _MOST = 6, 24


class ReferenceText(QTextEdit):
    """As high as its text, within bounds; only plain text enters. ``written`` tells of another text, and whether typing goes on.

    ``means`` says what a reference stands for; that is remembered until ``look_up``.
    """

    written = Signal(bool)

    def __init__(self, means: chips.Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self._known: dict[Reference, Referred] = {}
        self._quiet = False
        self._whole = False
        self._wide = 0.0
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self._chips = chips.Chips(self.document(), self.means, self._room, self)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._changed)
        self._fit()

    def source(self) -> str:
        """The clause text, with the references in braces."""
        return chips.source_of(self.document())

    def show_source(self, text: str) -> None:
        """Show a clause text; nobody is told, and the cursor stays where it is, as near as may be."""
        self._quiet = True
        chips.replace(self.document(), text)
        self._quiet = False

    def put(self, text: str) -> None:
        """Put clause text in at the cursor, as a step of its own."""
        self._whole = True
        cursor = self.textCursor()
        chips.put(cursor, text)
        self.setTextCursor(cursor)
        self._whole = False

    def means(self, reference: Reference) -> Referred:
        """What a reference stands for, as it was looked up last."""
        if reference not in self._known:
            self._known[reference] = self._means(reference)
        return self._known[reference]

    def look_up(self) -> None:
        """The document is another: show what the references stand for now."""
        old, self._known = self._known, {}
        if any(self.means(reference) != found for reference, found in old.items()):
            self.lay_out()

    def chosen(self) -> Reference | None:
        """The reference that is marked, and nothing else with it."""
        cursor = self.textCursor()
        if cursor.selectionEnd() - cursor.selectionStart() != 1:
            return None
        return chips.reference_at(self.document(), cursor.selectionStart())

    def reference_under(self, point: QPoint) -> Reference | None:
        """The reference that is drawn there."""
        place = QPointF(point) + QPointF(0, self.verticalScrollBar().value())
        found = next((position for position, area in self._chips.drawn.items() if area.contains(place)), -1)
        return chips.reference_at(self.document(), found)

    def area_of(self, position: int) -> QRectF:
        """Where the reference behind the position is drawn, in the viewport; empty while it is not."""
        return self._chips.drawn.get(position, QRectF()).translated(0, -self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is marked shows through Qt's veil over it."""
        super().paintEvent(event)
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return
        painter = QPainter(self.viewport())
        for position in self._chips.drawn:
            if cursor.selectionStart() <= position < cursor.selectionEnd():
                reference = chips.reference_at(self.document(), position)
                if reference is not None:
                    self._chips.draw(painter, self.area_of(position), self.document(), reference, marked=True)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere, and a chip is never wider than a line."""
        super().resizeEvent(event)
        if self._room() != self._wide:
            self._wide = self._room()
            self.lay_out()
        self._fit()

    def copy_out(self, *, cut: bool = False) -> None:
        """Put what is marked on the clipboard: with its references for our own fields, in words for other programs."""
        text = self._marked()
        if not text:
            return
        clipboard.put_as(chips.words_of(text, self.means), CLAUSE_TYPE, text.encode())
        if cut and not self.isReadOnly():
            self.put("")

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is dragged keeps its references in our own fields."""
        text = self._marked()
        data = QMimeData()
        data.setText(chips.words_of(text, self.means))
        data.setData(CLAUSE_TYPE, QByteArray(text.encode()))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, and nothing that is more than text."""
        return source.hasText() or source.hasFormat(CLAUSE_TYPE)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """The plain text of it; what is written as a reference becomes one."""
        own = source.hasFormat(CLAUSE_TYPE)
        text = bytes(source.data(CLAUSE_TYPE).data()).decode(errors="replace") if own else source.text()
        self.put(text.replace(chips.CHIP, "").replace("\0", ""))

    def _marked(self) -> str:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return ""
        return chips.source_of(self.document(), cursor.selectionStart(), cursor.selectionEnd())

    def _changed(self) -> None:
        self._draw_anew()
        if self._quiet:
            return
        self._quiet = True
        block = self.document().begin() if self._whole else self.textCursor().block()
        while block.isValid():  # what is pasted may end references in several lines, what is typed in its own alone
            self._take_written(block)
            block = block.next() if self._whole else QTextBlock()
        self._quiet = False
        self.written.emit(not self._whole)

    def _take_written(self, block: QTextBlock) -> None:
        """Text in which a reference is written out shows it."""
        while (written := _written(block.text())) is not None:
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + _length(block.text()[: written.start()]))
            cursor.setPosition(cursor.position() + _length(written[0]), QTextCursor.MoveMode.KeepAnchor)
            chips.put(cursor, written[0])

    def _room(self) -> float:
        return float(self.viewport().width() - 2 * self.document().documentMargin())

    def lay_out(self) -> None:
        self._quiet = True
        self._chips.measure_anew()
        self.document().markContentsDirty(0, self.document().characterCount())
        self._quiet = False
        self._draw_anew()

    def _draw_anew(self) -> None:
        self._chips.drawn.clear()
        self.viewport().update()

    def _fit(self) -> None:
        step = QFontMetrics(self.font()).lineSpacing()
        wanted = round(self.document().size().height())
        height = max(_LEAST * step + 4, min(_MOST * step + 4, wanted)) + 2 * self.frameWidth() + 2
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)


def _written(text: str) -> re.Match[str] | None:
    """The first reference that is written out; another one inside is as good as a brace."""
    return REFERENCE_IN_TEXT.search(text.replace(chips.CHIP, "{")) if "}" in text else None


def _length(text: str) -> int:
    """In the positions of Qt, which counts in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
