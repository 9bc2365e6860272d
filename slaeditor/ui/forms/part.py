"""What a form consists of: parts that each show one struct or one table of the document."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QScrollArea, QWidget

from slaeditor.model.paths import Path
from slaeditor.ui.forms.context import Context


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
    """Scroll every area around the widget so that it can be seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 16, 48)
        above = above.parentWidget()


def scrolled(inner: QWidget, name: str) -> QScrollArea:
    """The widget in an area that scrolls downwards only."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    return area
