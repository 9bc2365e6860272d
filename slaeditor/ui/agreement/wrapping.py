"""Lines of a tree that are as high as their words need."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

_HIGH = 1000
_AIR = 2


class WrappingDelegate(QStyledItemDelegate):
    """Qt lets a tree wrap its words when it draws them, but asks for their height as if they stood in one endless line."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """A sign stands beside the first line of the words."""
        super().initStyleOption(option, index)
        option.decorationAlignment = option.displayAlignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height at the width that the view has now."""
        inset, above = 0, index.parent()
        while above.isValid():
            inset, above = inset + self._view.indentation(), above.parent()
        narrow = QStyleOptionViewItem(option)
        narrow.rect = QRect(0, 0, max(1, self._view.viewport().width() - inset), _HIGH)
        return super().sizeHint(narrow, index).grownBy(QMargins(0, _AIR, 0, _AIR))
