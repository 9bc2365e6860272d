"""F1: says what the field in focus is for, and where there is no field opens the guide at the place that is shown."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from shiboken6 import isValid

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.paths import Path
from slaeditor.ui.agreement.following import term_of
from slaeditor.ui.drawn.drawing import Drawing
from slaeditor.ui.frame.explanation import Explanation, explanation
from slaeditor.ui.frame.popover import Popover
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.shell import Shell
from slaeditor.ui.standard_of import standard_of
from slaeditor.ui.theme import GRID
from slaeditor.ui.words import tr


@runtime_checkable
class Explained(Protocol):
    """A widget that knows which term it stands for at present."""

    def explained(self) -> Path:
        """The path of the term; empty for none."""
        ...


def asked_of(widget: QWidget | None) -> Path:
    """The term that a widget stands for; empty for none."""
    above = widget
    while above is not None:
        if isinstance(above, Explained) and (path := above.explained()):
            return path
        above = above.parentWidget()
    return term_of(widget)


def said_by(widget: QWidget | None, path: Path) -> str:
    """What the nearest widget says of itself; nothing where it only repeats the help of the term, or of what it stands in."""
    while widget is not None and not widget.whatsThis():
        widget = widget.parentWidget()
    words = widget.whatsThis() if widget is not None else ""
    helps = {tr(paths.field_at(path[:end]).term.help) for end in range(1, len(path) + 1)}
    return "" if any(help and words.startswith(help) for help in helps) else words


def place_of(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget, in a table its current cell, in a drawing its chosen part stands in the window; of a tall one the top."""
    area, inner = widget.rect(), widget
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        area, inner = widget.visualRect(widget.currentIndex()), widget.viewport()
    elif isinstance(widget, Drawing) and not widget.area_of(widget.current).isEmpty():
        area = widget.area_of(widget.current)
    seen = area & inner.visibleRegion().boundingRect()
    area = area if seen.isEmpty() else seen
    if area.height() > window.height() // 3:
        area = QRect(area.topLeft(), QSize(area.width(), 4 * GRID))
    return QRect(inner.mapTo(window, QPoint(area.topLeft())), area.size())


class Explainer:
    """Belongs to one window; the standard is read once for each agreement, off the GUI thread."""

    def __init__(self, window: QWidget, shell: Shell) -> None:
        self._window, self._shell = window, shell
        self._popover: Popover | None = None
        self._standards: dict[tuple[str, str], Agreement | None] = {}

    def explain(self) -> bool:
        """Explain what has the keys; False when it is no field. Asked again, it goes away."""
        if self._popover is not None and isValid(self._popover) and self._popover.isVisible():
            self._popover.close()
            return True
        widget = QApplication.focusWidget()
        if widget is None:
            return False
        if not (path := asked_of(widget)) or not self._shell.session.is_open:
            return self._show_own_words(widget)
        identity = self._shell.session.document.identity
        origin = identity.origin_hash, identity.origin_standard
        if origin in self._standards:
            return self._show(widget, path, self._standards[origin])
        shown = self._show(widget, path, None)
        document = self._shell.session.document

        def done(result: Ok[Agreement | None] | Err) -> None:
            if isinstance(result, Ok):
                self._standards[origin] = result.value
                still = self._popover is not None and isValid(self._popover) and self._popover.isVisible()
                if still and isValid(widget) and widget is QApplication.focusWidget():
                    self._show(widget, path, result.value)

        self._shell.runner.start(lambda _: standard_of(document, self._shell.standards), done, key="standard")
        return shown

    def _show(self, widget: QWidget, path: Path, standard: Agreement | None) -> bool:
        session = self._shell.session
        found = explanation(session.document, path, base=session.base, standard=standard)
        if found is None:
            return False
        if said := said_by(widget, path):
            found = explanation(session.document, path, base=session.base, standard=standard, here=said) or found
        self._put(found, place_of(widget, self._window))
        return True

    def _show_own_words(self, widget: QWidget) -> bool:
        """What is no term may say of itself what it is for."""
        above: QWidget | None = widget
        while above is not None and not above.whatsThis():
            above = above.parentWidget()
        if above is None:
            return False
        title = above.accessibleName() or widget.accessibleName()
        self._put(Explanation(title, "", above.whatsThis(), ()), place_of(widget, self._window))
        return True

    def _put(self, found: Explanation, place: QRect) -> None:
        if self._popover is not None and isValid(self._popover):
            self._popover.close()
        self._popover = Popover(found, self._window)
        self._popover.show_at(place)
