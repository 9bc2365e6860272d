"""Items with a title and a paragraph below it, drawn as text that wraps at the width of their view."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from slaeditor.model.quantities import NBSP
from slaeditor.ui import marked, theme

TITLE: Final = Qt.ItemDataRole.UserRole + 1
BODY: Final = Qt.ItemDataRole.UserRole + 2
LOOK: Final = Qt.ItemDataRole.UserRole + 3
"""How the item looks: ``head``, ``line``, ``done``, ``unmet``, ``need``, and ``term`` below a need."""
TARGET: Final = Qt.ItemDataRole.UserRole + 4

Index = QModelIndex | QPersistentModelIndex

_MARKS: Final = {"line": "→", "done": "✓", "unmet": "!", "need": "●", "term": "→"}
_TINTS: Final = {"line": "accent", "done": "better", "unmet": "finding", "need": "muted", "term": "accent"}
_INDENT: Final = theme.WIDER
_FIGURE: Final = re.compile(r"(?<!\w)(\d+(?:[.,]\d+)*) (?=[^\W\d_])")


def unbroken(title: str) -> str:
    """The title with every figure tied to the word after it: “5 wd” stays on one line."""
    return _FIGURE.sub(rf"\1{NBSP}", title)


class WrappedList(QListView):
    """A list of such items, laid out anew when its width changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(WrappedDelegate(self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What wraps is as high as the width allows."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class WrappedDelegate(QStyledItemDelegate):
    """Draws a mark, the title and the paragraph; the mark tells by its shape what the colour tells, too."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the text needs at the width of the view."""
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        return QSize(width, self._height(index, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it; the current item has a frame while the view has the keys."""
        area = QRect(option.rect)
        look = index.data(LOOK)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused:
            painter.fillRect(area, theme.colour("selection"))
        title_font, left = self._title_font(look), self._left(look)
        width = area.width() - left - theme.WIDE
        top = area.top() + (theme.WIDE if look == "head" and index.row() else theme.HALF)
        if look in _MARKS:
            painter.save()
            painter.setFont(theme.font("body", bold=True))
            painter.setPen(theme.colour(_TINTS[look]))
            painter.drawText(
                area.left() + left - _INDENT + theme.HALF, top + painter.fontMetrics().ascent(), _MARKS[look]
            )
            painter.restore()
        for text, font, tint in (
            (unbroken(index.data(TITLE) or ""), title_font, "text"),
            (index.data(BODY), theme.font("small"), "muted"),
        ):
            if text:
                layout = marked.laid_out(text, font, width, wrap=True)
                height = round(marked.height_of(layout))
                marked.draw(painter, QRect(area.left() + left, top, width, height + 2), layout, theme.colour(tint))
                top += height + 2

    def _height(self, index: Index, width: int) -> int:
        look = index.data(LOOK)
        inner = width - self._left(look) - theme.WIDE
        height = theme.HALF + (theme.WIDE if look == "head" and index.row() else theme.HALF)
        title = unbroken(index.data(TITLE) or "")
        for text, font in ((title, self._title_font(look)), (index.data(BODY), theme.font("small"))):
            if text:
                height += round(marked.height_of(marked.laid_out(text, font, inner, wrap=True))) + 2
        return height

    def _left(self, look: str) -> int:
        return {"head": theme.HALF, "term": 2 * _INDENT}.get(look, _INDENT)

    def _title_font(self, look: str) -> QFont:
        return theme.font("body", bold=look == "head")
