"""What a form consists of: parts that each show one struct or one table of the document."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

from slaeditor.model.paths import Path
from slaeditor.ui.forms.context import Context
from slaeditor.ui.theme import WIDER


class Part(QWidget):
    """Shows what stands at ``path``; the same part may show another place of the same type next."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.path: Path = ()

    def show_at(self, path: Path, value: Any) -> None:
        """Show the value that the document has at ``path``; only what differs from what is shown is touched."""
        raise NotImplementedError

    def refresh_names(self) -> None:
        """Rows elsewhere may be called otherwise now."""

    def show_messages(self) -> None:
        """Findings, or what was not understood, are others now."""

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting edit."""

    def finish(self) -> None:
        """Whatever is being typed is complete."""

    def reveal(self, path: Path) -> bool:
        """Bring the term at ``path`` into sight and give it the focus; False when it is not here."""
        raise NotImplementedError


def bring_into_sight(widget: QWidget) -> None:
    """Scroll every area around the widget so that it can be seen, in a table its current cell."""
    above, cell = widget.parentWidget(), None
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        widget.scrollTo(widget.currentIndex())
        cell = widget.visualRect(widget.currentIndex())
    while above is not None:
        inner = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and inner is not None:
            if isinstance(widget, QAbstractItemView) and cell is not None:
                middle = widget.viewport().mapTo(inner, cell.center())
                above.ensureVisible(0, middle.y(), 0, cell.height() // 2 + WIDER)
            else:
                above.ensureWidgetVisible(widget, 16, 48)
        above = above.parentWidget()


def keep_in_sight(part: QWidget) -> None:
    """Bring what has the keys within the part into sight, also once it has been laid out: what was never shown has no size yet."""

    def bring() -> None:
        here = QApplication.focusWidget()
        if here is None or not part.isAncestorOf(here):
            return
        above = here.parentWidget()
        while above is not None and above is not part.parentWidget():
            if (layout := above.layout()) is not None:
                layout.activate()
            above = above.parentWidget()
        bring_into_sight(here)

    bring()
    QTimer.singleShot(0, part, bring)
    here = QApplication.focusWidget()
    for area in part.findChildren(QScrollArea):
        if here is not None and area.isAncestorOf(here):
            (area.findChild(_Held) or _Held(area)).hold(here)


class _Held(QObject):
    """Keeps what was gone to in sight while drawings and texts above it take their heights, until somebody scrolls or leaves it."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._bar = area.verticalScrollBar()
        self._widget: QWidget | None = None
        self._bar.rangeChanged.connect(
            lambda *_: QTimer.singleShot(0, self, self._bring)
        )  # once all stand in their places
        self._bar.sliderMoved.connect(lambda _: self.hold(None))
        area.viewport().installEventFilter(self)

    def hold(self, widget: QWidget | None) -> None:
        """This one from now on."""
        self._widget = widget

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who turns the wheel looks at something else."""
        if event.type() is QEvent.Type.Wheel:
            self._widget = None
        return super().eventFilter(watched, event)

    def _bring(self) -> None:
        if self._widget is not None and self._widget is QApplication.focusWidget():
            bring_into_sight(self._widget)
        else:
            self._widget = None


@contextmanager
def staying(widget: QWidget, area: QScrollArea) -> Iterator[None]:
    """While what stands above it changes its height, the widget stays where it is seen, if the keys are in it."""
    here, inner = QApplication.focusWidget(), area.widget()
    before = widget.mapTo(inner, QPoint()).y() if inner is not None else 0
    yield
    if inner is None or here is None or not (here is widget or widget.isAncestorOf(here)):
        return
    for one in (inner, area):  # by which the area learns how high it is now, and not only when it is painted
        QApplication.sendEvent(one, QEvent(QEvent.Type.LayoutRequest))
    bar = area.verticalScrollBar()
    bar.setValue(bar.value() + widget.mapTo(inner, QPoint()).y() - before)


def scrolling(name: str, parent: QWidget | None = None) -> QScrollArea:
    """An area that scrolls downwards only; it takes no keys of its own, what stands in it brings itself into sight.

    What is made inside its viewport need not move there, which for a form takes long.
    """
    area = QScrollArea(parent)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    return area


def scrolled(inner: QWidget, name: str) -> QScrollArea:
    """The widget in an area that scrolls downwards only."""
    area = scrolling(name)
    area.setWidget(inner)
    return area
