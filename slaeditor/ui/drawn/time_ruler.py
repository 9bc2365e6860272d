"""What a report is promised, on a time ruler: clocks that run and stand, the provider's acts above, the customer's side below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from slaeditor.model.clock.local_time import instant_of, seconds_of
from slaeditor.model.what_if.picture import Event, Picture
from slaeditor.ui.drawn.drawing import Drawing, Spot, texts
from slaeditor.ui.drawn.time_axis import TimeAxis
from slaeditor.ui.drawn.time_ruler_layout import NAMES, Layout, lay_out
from slaeditor.ui.drawn.time_ruler_paint import paint
from slaeditor.ui.drawn.time_ruler_words import sentence, summary, when
from slaeditor.ui.theme import GRID, HALF
from slaeditor.ui.words import tr

REPORT = "report"
_NEAR = GRID
"""Within so many pixels of the report's line it can be taken hold of."""


class TimeRuler(Drawing):
    """Draws a ``Picture``. The report and the pauses are dragged along the ruler, or moved by keys while they are chosen."""

    moved = Signal(object)
    """The moment at which it is reported now."""
    pause_moved = Signal(int, object)
    """The number of a pause, and the moment at which it begins now."""
    pause_removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("time_ruler", parent)
        self.setAccessibleName(tr("What is promised, over time"))
        self.setWhatsThis(
            tr(
                "Arrow keys or a click choose a part. Ctrl with Left and Right moves the report, or the chosen pause, by "
                "5 minutes, Ctrl with Up and Down by an hour, Page up and Page down by a day; the mouse drags them. "
                "Delete removes the chosen pause."
            )
        )
        self.setMouseTracking(True)
        self.setMinimumWidth(NAMES + 40 * GRID)
        self._picture: Picture | None = None
        self._dimmed: tuple[Event, ...] = ()
        self._dimmed_name = ""
        self._layout: Layout | None = None
        self._kept: TimeAxis | None = None
        self._held = ""
        self._offset = 0

    @property
    def shortened(self) -> bool:
        """Whether closed time is drawn shorter than open time."""
        return self._layout is not None and self._layout.axis.shortened

    @property
    def band(self) -> tuple[int, int]:
        """The upper and lower edge of the ruler itself."""
        return (self._layout.top, self._layout.bottom) if self._layout is not None else (0, self.height())

    def show_picture(self, shown: Picture | None, dimmed: Sequence[Event] = (), name: str = "") -> None:
        """Show another one; ``dimmed`` are the events of the document called ``name`` that are otherwise."""
        self._picture, self._dimmed, self._dimmed_name = shown, tuple(dimmed), name
        self.arrange()
        self.tell(texts(summary(shown)) if shown is not None else "")
        self.update()

    def arrange(self) -> None:
        """Lay out flags, marks and pauses."""
        if self._picture is None:
            self._layout, self.spots = None, ()
            self.setFixedHeight(16 * GRID)
            return
        self._layout = layout = lay_out(self._picture, self.width(), self._dimmed, self._dimmed_name, self._kept)
        found = [
            (
                one.pole,
                Spot(
                    f"~{one.event.key}" if one.dimmed else one.event.key, one.area, self._words(one.event, one.dimmed)
                ),
            )
            for one in layout.flags
        ]
        found += [
            (x, Spot(event.key, QRect(round(x) - GRID, layout.bottom - 3 * GRID, 2 * GRID, 3 * GRID), sentence(event)))
            for event, x in layout.marks
        ]
        for number, (start, end) in enumerate(self._picture.pauses):
            left, right = (round(layout.axis.x(at)) for at in (start, end))
            area = QRect(left, layout.top, max(GRID, right - left), layout.bottom - layout.top)
            words = tr("Pause from {start} to {end}", start=self._moment(start), end=self._moment(end))
            found.append((left, Spot(f"pause-{number}", area, words)))
        self.spots = tuple(spot for _, spot in sorted(found, key=lambda one: one[0]))
        self.setFixedHeight(layout.height)

    def _words(self, event: Event, dimmed: bool) -> str:
        return f"{self._dimmed_name}: {sentence(event)}" if dimmed else sentence(event)

    def _moment(self, at: datetime) -> str:
        assert self._picture is not None
        return when(at, self._picture.begin)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ruler with its flags."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._picture is not None and self._layout is not None:
            paint(painter, self, self._picture, self._layout)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a part, and take hold of the report or a pause."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self._layout is not None:
            self._held = self._movable_at(event.position().toPoint())
            if self._held:
                self._kept = self._layout.axis
                self.choose(self._held)
                at = self._time_of(self._held)
                self._offset = seconds_of(at) - self._kept.second(event.position().x()) if at else 0

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; whole five minutes hold it."""
        place = event.position()
        if self._held and self._kept is not None:
            second = self._kept.second(place.x()) + self._offset
            self._emit(self._held, round(second / 300) * 300)
            return
        over = self._movable_at(place.toPoint())
        self.setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the ruler fits itself to what it shows."""
        super().mouseReleaseEvent(event)
        if self._held:
            self._held, self._kept = "", None
            self.arrange()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the report or the chosen pause, remove a pause, or choose another part."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        by_control = {Qt.Key.Key_Left: -5, Qt.Key.Key_Right: 5, Qt.Key.Key_Up: -60, Qt.Key.Key_Down: 60}
        by_page = {Qt.Key.Key_PageUp: -1440, Qt.Key.Key_PageDown: 1440}
        minutes = by_control.get(Qt.Key(event.key()), 0) if control else 0
        minutes = minutes or (by_page.get(Qt.Key(event.key()), 0) if plain else 0)
        held = self.current if self.current.startswith("pause-") else REPORT
        if plain and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and held != REPORT:
            self.pause_removed.emit(int(held.removeprefix("pause-")))
        elif minutes and (at := self._time_of(held)) is not None:
            self._emit(held, seconds_of(at) // 60 * 60 + 60 * minutes)
        else:
            super().keyPressEvent(event)

    def _emit(self, held: str, second: int) -> None:
        before = self._time_of(held)
        if before is None or seconds_of(before) == second or self._picture is None:
            return
        at = instant_of(second, before.tzinfo)  # type: ignore[arg-type]
        if held == REPORT:
            self.moved.emit(at)
        else:
            self.pause_moved.emit(int(held.removeprefix("pause-")), at)

    def _time_of(self, held: str) -> datetime | None:
        if self._picture is None:
            return None
        if held.startswith("pause-"):
            number = int(held.removeprefix("pause-"))
            return self._picture.pauses[number][0] if number < len(self._picture.pauses) else None
        return next((one.at for one in self._picture.near if one.key == REPORT), None)

    def _movable_at(self, point: QPoint) -> str:
        """The report or the pause under the point; empty for neither."""
        spot = self.spot_at(point)
        if spot is not None and (spot.key == REPORT or spot.key.startswith("pause-")):
            return spot.key
        if self._layout is None or (at := self._time_of(REPORT)) is None:
            return ""
        near = abs(self._layout.axis.x(at) - point.x()) <= _NEAR
        return REPORT if near and self._layout.top - HALF <= point.y() <= self._layout.bottom + GRID else ""
