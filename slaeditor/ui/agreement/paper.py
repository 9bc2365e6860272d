"""The paper of the preview: what is being edited is marked in its margin, and a click on it goes to the term."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from slaeditor.model.paths import Path
from slaeditor.ui.agreement import on_paper
from slaeditor.ui.agreement.on_paper import Mark
from slaeditor.ui.agreement.pages import Pages
from slaeditor.ui.agreement.pdf_pages import PdfFile
from slaeditor.ui.ports import Box
from slaeditor.ui.theme import LIGHT, RING
from slaeditor.ui.words import tr

_TINT = 26
_BAR, _AWAY = 3.0, 10.0


class Paper(Pages):
    """A click, or Enter, goes to the term that stands there (``went``); ``name_of`` says what it is called."""

    went = Signal(object)  # Path

    def __init__(self, name_of: Callable[[Path], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAccessibleName(tr("Pages of the agreement"))
        self.setWhatsThis(
            tr(
                "The document as it will be printed. A click goes to the term; Ctrl with an arrow key chooses the next or the "
                "previous one, and Enter goes there."
            )
        )
        self.marked: Path = ()
        self.marks: tuple[Mark, ...] = ()
        self._tinted: tuple[Box, ...] = ()
        self._name_of = name_of
        self._pressed: QPoint | None = None
        self.viewport().setMouseTracking(True)

    def show_file(self, file: PdfFile) -> None:
        """Show another PDF, with the same term marked."""
        super().show_file(file)
        self.mark(self.marked)

    def mark(self, path: Path) -> None:
        """Mark in the margin where the term, or the row or section, is stated; for what says nothing, the clause around it."""
        self.marked = path
        boxes, edges = (self.file.in_section.get(path[0], ()), self.file.edges) if self.file and path else ((), {})
        around = on_paper.stated(boxes, path)
        self.marks = on_paper.marks(boxes, edges, around)
        self._tinted = on_paper.boxes_of(boxes, path) if len(path) > 1 else ()
        said = self._name_of(around) if around else ""
        self.setAccessibleDescription(tr("Marked: {term}", term=said) if said else "")
        self.viewport().update()

    def go_to(self, page: int, top: float) -> None:
        """As on any pages; what is marked there is brought into sight across, too, where the page is wider than the view."""
        super().go_to(page, top)
        box = next((box for box in self._tinted if box.page == page), None)
        if box is not None:
            bar, scale, room = self.horizontalScrollBar(), self.scale(), self.viewport().width()
            left = round(self.areas()[page].left() + box.left * scale)
            right = left + round(box.width * scale)
            if not bar.value() <= left <= right <= bar.value() + room:
                bar.setValue(min(left, max(0, (left + right - room) // 2)))

    def draw_over(self, painter: QPainter, page: int, here: QRect) -> None:
        """The marks of this page."""
        # paper is white in every scheme
        scale, accent = self.scale(), QColor(LIGHT.accent)
        for mark in self.marks:
            if mark.page == page:
                left = here.left() + (mark.left - _AWAY) * scale
                high = (mark.bottom - mark.top) * scale
                painter.fillRect(QRectF(left, here.top() + mark.top * scale, max(RING, _BAR * scale), high), accent)
        accent.setAlpha(_TINT)
        for box in self._tinted:
            if box.page == page:
                area = QRectF(box.left * scale, box.top * scale, box.width * scale, box.height * scale)
                painter.fillRect(area.translated(here.topLeft()), accent)

    def term_at(self, point: QPoint) -> Path:
        """The term that stands at a point of the view; empty for none."""
        if self.file is None:
            return ()
        inside = point + QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for number, area in enumerate(self.areas()):
            if area.contains(inside):
                away = inside - area.topLeft()
                return on_paper.term_at(self.file.on_page[number], away.x() / self.scale(), away.y() / self.scale())
        return ()

    def point_of(self, path: Path) -> QPoint | None:
        """A point of the view where the term stands, whether it is in sight or not; None when no page states it."""
        box = next((box for other, box in self.file.boxes if other == path), None) if self.file else None
        if box is None:
            return None
        area, scale = self.areas()[box.page], self.scale()
        x = area.left() + (box.left + box.width / 2) * scale - self.horizontalScrollBar().value()
        y = area.top() + (box.top + box.height / 2) * scale - self.verticalScrollBar().value()
        return QPoint(round(x), round(y))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Where a click begins."""
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes to the term; a pull across the page does not."""
        point, pressed, self._pressed = event.position().toPoint(), self._pressed, None
        if pressed is None or (point - pressed).manhattanLength() >= QApplication.startDragDistance():
            return
        if path := self.term_at(point):
            self.went.emit(path)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be gone to."""
        hand = bool(self.term_at(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """What stands below the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            path = self.term_at(event.pos())
            QToolTip.showText(event.globalPos(), self._name_of(path) if path else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the marked term; Ctrl with an arrow marks the next or the previous one; Home and End."""
        ctrl, key, bar = Qt.KeyboardModifier.ControlModifier, event.key(), self.verticalScrollBar()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.marked:
            self.went.emit(self.marked)
        elif key in steps and event.modifiers() & ctrl and self.file is not None:
            self.mark(on_paper.beside(self.file.boxes, self.marked, steps[Qt.Key(key)]))
            self.show_mark()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def show_mark(self) -> None:
        """Bring what is marked into sight; nothing moves when it is there already."""
        if self.marks:
            self.go_to(self.marks[0].page, self.marks[0].top)
