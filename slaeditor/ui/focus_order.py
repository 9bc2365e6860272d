"""The order in which Tab goes through widgets that were made in another order, and where the keys begin on a page."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def stops(widget: QWidget) -> list[QWidget]:
    """What takes the Tab key in a widget, itself included, in the order in which it was made; nothing of its popups."""
    inside = [widget, *widget.findChildren(QWidget)]
    window = widget.window()
    return [
        one
        for one in inside
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None and one.window() is window
    ]


def follow(widgets: Iterable[QWidget]) -> None:
    """Let Tab go through the widgets one after the other.

    Every single stop is told: Qt loses its way when widgets that hand the focus on to a child are put in order as wholes.
    """
    before: QWidget | None = None
    for widget in widgets:
        for stop in stops(widget):
            if before is not None:
                QWidget.setTabOrder(before, stop)
            before = stop


def focus_on(page: QWidget) -> None:
    """The keyboard goes to the page: where it put the focus itself, or to its first control."""
    here = QApplication.focusWidget()
    if (here is not None and page.isAncestorOf(here)) or not page.isVisible():
        return  # nothing takes the keys before it can be seen, and at the start the chain is long
    following = page.nextInFocusChain()
    while following is not None and following is not page:
        takes = following.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and page.isAncestorOf(following) and following.isVisible() and following.isEnabled():
            following.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        following = following.nextInFocusChain()
