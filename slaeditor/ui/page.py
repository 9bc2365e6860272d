"""What a page of the window is: it is told when it comes into view, and names what stands in the window's head."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QWidget

from slaeditor.model.paths import Path


class Page(QWidget):
    """A place of the window. Subclasses set ``place`` (the id of its action) and override what they need."""

    place = ""
    needs_document = False
    heading_changed = Signal()

    def arrive(self, path: Path | None = None) -> None:
        """The page comes into view; ``path`` is the term to show, if one was asked for."""

    def leave(self) -> None:
        """The page goes out of view."""

    @property
    def seen(self) -> frozenset[str]:
        """The panes of the page that can be seen, by their names."""
        return frozenset()

    @property
    def problem_count(self) -> int:
        """How many problems the page knows of."""
        return 0

    @property
    def standing(self) -> str:
        """Whether the open agreement can be issued, and what keeps it from that; empty where the page does not know."""
        return ""

    def recall(self, settings: QSettings) -> None:
        """The page was made: it stands as it was left."""

    def remember(self, settings: QSettings) -> None:
        """The window closes: the page keeps how it stands."""

    def act(self, name: str) -> None:
        """An action of the menu that concerns this page, by its id."""

    def heading(self) -> tuple[str, str] | None:
        """Title and line below it for the window's head; None lets it speak of the open agreement."""
        return None
