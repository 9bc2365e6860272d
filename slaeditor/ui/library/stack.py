"""What stands in the middle of the library: the list, or how to begin an empty one, or the ways out of a filter without hits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from slaeditor.ui.library.bar import group_words
from slaeditor.ui.library.search import Found
from slaeditor.ui.records import Group
from slaeditor.ui.words import tr

# A library with something in it does without these.
if TYPE_CHECKING:
    from slaeditor.ui.library.empty import NoAgreement, NoHit

Act = Callable[[], object]


class LibraryStack(QStackedWidget):
    """Nothing stands there until the library was read once. ``begin`` are new, sample and files, ``out`` all and without words."""

    def __init__(self, listed: QWidget, begin: tuple[Act, Act, Act], out: tuple[Act, Act]) -> None:
        super().__init__()
        self._listed, self._begin, self._out = listed, begin, out
        self._empty: NoAgreement | None = None
        self._no_hit: NoHit | None = None
        waiting = QWidget()
        self.addWidget(waiting)
        self.addWidget(listed)
        self.setCurrentWidget(waiting)

    @property
    def begins(self) -> QWidget | None:
        """Where the keys go while the library is empty."""
        here = self._empty is not None and self.currentWidget() is self._empty
        return self._empty.first if self._empty is not None and here else None

    def show_found(self, found: Found, elsewhere: int) -> None:
        """Show the list; or why there is none, and how many there are without the filter."""
        if found.rows:
            self.setCurrentWidget(self._listed)
        elif found.is_empty:
            self._show_empty()
        else:
            self._show_no_hit(found, elsewhere)

    def _show_empty(self) -> None:
        if self._empty is None:
            from slaeditor.ui.library.empty import NoAgreement

            self._empty = NoAgreement(*self._begin)
            self.addWidget(self._empty)
        self.setCurrentWidget(self._empty)

    def _show_no_hit(self, found: Found, elsewhere: int) -> None:
        if self._no_hit is None:
            from slaeditor.ui.library.empty import NoHit

            self._no_hit = NoHit(*self._out)
            self.addWidget(self._no_hit)
        group = found.query.group
        name = "" if group is Group.ALL else group_words()[group]
        own = tr(
            "Standards of your own stand here once they are imported; those of the program are offered with “New agreement”."
        )
        self._no_hit.explain(found.query.text, name, elsewhere, own if group is Group.STANDARDS else "")
        self.setCurrentWidget(self._no_hit)
