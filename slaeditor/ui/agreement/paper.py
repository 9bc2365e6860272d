"""The pages of the preview, one below the other; pictures are asked for when their page comes into sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip, QWidget

from slaeditor.model.paths import Path
from slaeditor.ui.agreement import on_paper
from slaeditor.ui.agreement.on_paper import Mark
from slaeditor.ui.agreement.pdf_pages import PdfFile
from slaeditor.ui.ports import Box
from slaeditor.ui.theme import GRID, LIGHT, RING, colour, ring
from slaeditor.ui.words import tr

ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_TINT = 26
_BAR, _AWAY = 3.0, 10.0


class Paper(QAbstractScrollArea):
    """``wanted`` asks for the picture of a page at a scale (pixels a point). Zoom 0 fits the width.

    A click, or Enter, goes to the term that stands there (``went``); ``name_of`` says what it is called.
    """

    wanted = Signal(int, float)
    zoomed = Signal(float)
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
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.file: PdfFile | None = None
        self.zoom = 0.0
        self.marked: Path = ()
        self.marks: tuple[Mark, ...] = ()
        self._tinted: tuple[Box, ...] = ()
        self._name_of = name_of
        self._pressed: QPoint | None = None
        self._laid_out = 0
        self.viewport().setMouseTracking(True)
        self._pictures: dict[int, tuple[float, QImage]] = {}
        self._asked: set[tuple[int, float]] = set()

    @property
    def page(self) -> int:
        """The page at the top of the view."""
        top = self.verticalScrollBar().value() + self.viewport().height() // 3
        return next((n for n, area in enumerate(self._areas()) if area.bottom() >= top), 0)

    def show_file(self, file: PdfFile) -> None:
        """Show another PDF at the place where one is; old pictures stay until the new ones are there."""
        self.file = file
        self._asked.clear()
        self._pictures = {n: picture for n, picture in self._pictures.items() if n < len(file.sizes)}
        self._lay_out()
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

    def show_picture(self, file: PdfFile, page: int, scale: float, image: QImage) -> None:
        """A picture that was asked for; an outdated one is not shown."""
        if file is self.file:
            image.setDevicePixelRatio(self.devicePixelRatioF())
            self._pictures[page] = (scale, image)
            self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Pixels a point at a usual screen; 0 fits the width. What is in the middle stays there."""
        bar = self.verticalScrollBar()
        place = (bar.value() + self.viewport().height() / 2) / max(1, self._height())
        self.zoom = zoom
        self._lay_out()
        bar.setValue(round(place * self._height() - self.viewport().height() / 2))
        self.viewport().update()
        self.zoomed.emit(zoom)

    def step_zoom(self, by: int) -> None:
        """The next zoom, larger or smaller."""
        now = self._scale()
        larger = [zoom for zoom in ZOOMS if zoom > now * 1.01]
        smaller = [zoom for zoom in ZOOMS if zoom < now * 0.99]
        self.set_zoom((larger or [ZOOMS[-1]])[0] if by > 0 else (smaller or [ZOOMS[0]])[-1])

    def show_page(self, page: int) -> None:
        """Bring the top of a page, from 0, to the top of the view."""
        areas = self._areas()
        if 0 <= page < len(areas):
            self.verticalScrollBar().setValue(areas[page].top() - GRID)

    def go_to(self, page: int, top: float) -> None:
        """Bring a place of a page into sight; nothing moves when it is there already."""
        areas = self._areas()
        if page >= len(areas):
            return
        wanted = round(areas[page].top() + top * self._scale())
        bar = self.verticalScrollBar()
        if not bar.value() + GRID <= wanted <= bar.value() + self.viewport().height() * 2 // 3:
            bar.setValue(wanted - 2 * GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages that can be seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour("raised"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = round(self._scale() * self.devicePixelRatioF(), 4)
        shift = self.verticalScrollBar().value()
        across = self.horizontalScrollBar().value()
        for number, area in enumerate(self._areas()):
            here = area.translated(-across, -shift)
            if not here.intersects(self.viewport().rect()):
                continue
            kept = self._pictures.get(number)
            painter.fillRect(here, Qt.GlobalColor.white)
            if kept is not None:
                painter.drawImage(here, kept[1])
            if (kept is None or kept[0] != scale or (number, scale) not in self._asked) and (
                number,
                scale,
            ) not in self._asked:
                self._asked.add((number, scale))
                self.wanted.emit(number, scale)
            self._draw_marks(painter, number, here)
            painter.setPen(colour("line"))
            painter.drawRect(here.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            ring(painter, self.viewport().rect())
        painter.end()

    def _draw_marks(self, painter: QPainter, page: int, here: QRect) -> None:
        # paper is white in every scheme
        scale, accent = self._scale(), QColor(LIGHT.accent)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another scale, when it fits the width."""
        super().resizeEvent(event)
        bar, before = self.verticalScrollBar(), self._laid_out
        place = bar.value()
        self._lay_out()
        if before and self._laid_out != before:
            bar.setValue(round(place * self._laid_out / before))

    def term_at(self, point: QPoint) -> Path:
        """The term that stands at a point of the view; empty for none."""
        if self.file is None:
            return ()
        inside = point + QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for number, area in enumerate(self._areas()):
            if area.contains(inside):
                away = inside - area.topLeft()
                return on_paper.term_at(self.file.on_page[number], away.x() / self._scale(), away.y() / self._scale())
        return ()

    def point_of(self, path: Path) -> QPoint | None:
        """A point of the view where the term stands, whether it is in sight or not; None when no page states it."""
        box = next((box for other, box in self.file.boxes if other == path), None) if self.file else None
        if box is None:
            return None
        area, scale = self._areas()[box.page], self._scale()
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def _scale(self) -> float:
        if self.zoom or self.file is None:
            return self.zoom or 1.0
        widest = max((width for width, _ in self.file.sizes), default=595.0)
        return max(0.2, (self.viewport().width() - 2 * GRID) / widest)

    def _areas(self) -> list[QRect]:
        if self.file is None:
            return []
        scale, top, found = self._scale(), GRID, []
        for width, height in self.file.sizes:
            across = round(width * scale)
            left = max(GRID, (self.viewport().width() - across) // 2)
            found.append(QRect(left, top, across, round(height * scale)))
            top += round(height * scale) + GRID
        return found

    def _height(self) -> int:
        areas = self._areas()
        return areas[-1].bottom() + GRID if areas else 0

    def _lay_out(self) -> None:
        areas = self._areas()
        view = self.viewport()
        bar = self.verticalScrollBar()
        self._laid_out = self._height()
        bar.setRange(0, max(0, self._laid_out - view.height()))
        bar.setPageStep(view.height())
        bar.setSingleStep(6 * GRID)
        wide = max((area.right() + GRID for area in areas), default=0)
        self.horizontalScrollBar().setRange(0, max(0, wide - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
