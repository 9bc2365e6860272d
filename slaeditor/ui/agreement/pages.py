"""The pages of the preview, one below the other; pictures are asked for when their page comes into sight."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from slaeditor.ui.agreement.pdf_pages import PdfFile
from slaeditor.ui.theme import GRID, colour, ring

ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)


class Pages(QAbstractScrollArea):
    """``wanted`` asks for the picture of a page at a scale (pixels a point). Zoom 0 fits the width."""

    wanted = Signal(int, float)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.file: PdfFile | None = None
        self.zoom = 0.0
        self._laid_out = 0
        self._pictures: dict[int, tuple[float, QImage]] = {}
        self._asked: set[tuple[int, float]] = set()

    @property
    def page(self) -> int:
        """The page at the top of the view."""
        top = self.verticalScrollBar().value() + self.viewport().height() // 3
        return next((n for n, area in enumerate(self.areas()) if area.bottom() >= top), 0)

    def show_file(self, file: PdfFile) -> None:
        """Show another PDF at the place where one is; old pictures stay until the new ones are there."""
        self.file = file
        self._asked.clear()
        self._pictures = {n: picture for n, picture in self._pictures.items() if n < len(file.sizes)}
        self._lay_out()
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
        now = self.scale()
        larger = [zoom for zoom in ZOOMS if zoom > now * 1.01]
        smaller = [zoom for zoom in ZOOMS if zoom < now * 0.99]
        self.set_zoom((larger or [ZOOMS[-1]])[0] if by > 0 else (smaller or [ZOOMS[0]])[-1])

    def show_page(self, page: int) -> None:
        """Bring the top of a page, from 0, to the top of the view."""
        areas = self.areas()
        if 0 <= page < len(areas):
            self.verticalScrollBar().setValue(areas[page].top() - GRID)

    def go_to(self, page: int, top: float) -> None:
        """Bring a place of a page into sight; nothing moves when it is there already."""
        areas = self.areas()
        if page >= len(areas):
            return
        wanted = round(areas[page].top() + top * self.scale())
        bar = self.verticalScrollBar()
        if not bar.value() + GRID <= wanted <= bar.value() + self.viewport().height() * 2 // 3:
            bar.setValue(wanted - 2 * GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages that can be seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour("raised"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = round(self.scale() * self.devicePixelRatioF(), 4)
        shift = self.verticalScrollBar().value()
        across = self.horizontalScrollBar().value()
        for number, area in enumerate(self.areas()):
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
            self.draw_over(painter, number, here)
            painter.setPen(colour("line"))
            painter.drawRect(here.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            ring(painter, self.viewport().rect())
        painter.end()

    def draw_over(self, painter: QPainter, page: int, here: QRect) -> None:
        """What is drawn over a page, which stands ``here`` in the view; nothing yet."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another scale, when it fits the width."""
        super().resizeEvent(event)
        bar, before = self.verticalScrollBar(), self._laid_out
        place = bar.value()
        self._lay_out()
        if before and self._laid_out != before:
            bar.setValue(round(place * self._laid_out / before))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def scale(self) -> float:
        """Pixels a point."""
        if self.zoom or self.file is None:
            return self.zoom or 1.0
        widest = max((width for width, _ in self.file.sizes), default=595.0)
        return max(0.2, (self.viewport().width() - 2 * GRID) / widest)

    def areas(self) -> list[QRect]:
        """Where the pages stand, from the top of the first one."""
        if self.file is None:
            return []
        scale, top, found = self.scale(), GRID, []
        for width, height in self.file.sizes:
            across = round(width * scale)
            left = max(GRID, (self.viewport().width() - across) // 2)
            found.append(QRect(left, top, across, round(height * scale)))
            top += round(height * scale) + GRID
        return found

    def _height(self) -> int:
        areas = self.areas()
        return areas[-1].bottom() + GRID if areas else 0

    def _lay_out(self) -> None:
        areas = self.areas()
        view = self.viewport()
        bar = self.verticalScrollBar()
        self._laid_out = self._height()
        bar.setRange(0, max(0, self._laid_out - view.height()))
        bar.setPageStep(view.height())
        bar.setSingleStep(6 * GRID)
        wide = max((area.right() + GRID for area in areas), default=0)
        self.horizontalScrollBar().setRange(0, max(0, wide - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
