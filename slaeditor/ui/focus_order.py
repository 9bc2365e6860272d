"""The order in which Tab goes through widgets that were made in another order, and where the keys begin on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

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


def tab_through(holder: QWidget, part_of: Callable[[QWidget], int], forward: bool) -> bool:
    """Tab (or Shift+Tab) in ``holder``, whose parts come in the order of their numbers, whenever they were made.

    Qt would come last to what was made last. What has a number below 0 is left out. False where the keys are not inside, or nothing
    else takes them.
    """
    here, window = QApplication.focusWidget(), holder.window()
    if here is None or not holder.isAncestorOf(here):
        return False
    inside: list[QWidget] = []
    outside: list[QWidget] = []
    for one in _chain(window):
        if one is here or _takes_tab(one):
            (inside if holder.isAncestorOf(one) else outside).append(one)
    parts = {one: part_of(one) for one in inside}
    inside = sorted((one for one in inside if parts[one] >= 0 or one is here), key=parts.__getitem__)  # else as it was
    at = inside.index(here) + (1 if forward else -1)
    if 0 <= at < len(inside):
        following = inside[at]
    elif outside:
        following = outside[0 if forward else -1]
    else:
        following = inside[0 if forward else -1]
    if following is here:
        return False
    following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def _chain(window: QWidget) -> Iterator[QWidget]:
    """All widgets of a window in the order of Qt."""
    one = window.nextInFocusChain()
    while one is not None and one is not window:
        yield one
        one = one.nextInFocusChain()


def _takes_tab(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


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
