"""The list of the palette: one line an entry, what it is called at the left, where it stands and its keys beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from slaeditor.ui import theme
from slaeditor.ui.palette.entries import Entry
from slaeditor.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 4 * theme.GRID
_ENTRY = Qt.ItemDataRole.UserRole


class Lines(QAbstractListModel):
    """The entries that are offered."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Offer these."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a line says."""
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (entry.words, entry.where, entry.keys) if part)
            case _ if role == _ENTRY:
                return entry
            case _:
                return None


class _Line(QStyledItemDelegate):
    """Draws words and, muted, the rest; what is too long is cut in the middle of neither."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line on the grid."""
        entry: Entry = index.data(_ENTRY)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("selection"))
            painter.fillRect(
                QRect(option.rect.topLeft(), QSize(theme.HALF, option.rect.height())), theme.colour("accent")
            )
        area = option.rect.adjusted(theme.WIDE, 0, -theme.WIDE, 0)
        metrics = QFontMetrics(option.font)
        beside = entry.keys or entry.where
        room = min(metrics.horizontalAdvance(beside) + 2, area.width() * 2 // 5)
        painter.setPen(theme.colour("muted"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, right, metrics.elidedText(beside, Qt.TextElideMode.ElideRight, room))
        painter.setPen(theme.colour("text"))
        left = area.adjusted(0, 0, -room - theme.WIDE, 0)
        words = metrics.elidedText(entry.words, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as every line of a list."""
        return QSize(0, HEIGHT)


class LinesView(QListView):
    """Shows the lines; the keyboard stays in the field above, which moves the mark by ``step``."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("palette_list")
        self.setAccessibleName(tr("What can be gone to"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(_Line(self))
        self.lines = Lines(self)
        self.setModel(self.lines)

    @property
    def entry(self) -> Entry | None:
        """What the mark stands on."""
        row = self.currentIndex().row()
        return self.lines.entries[row] if 0 <= row < len(self.lines.entries) else None

    def stand_on(self, row: int) -> None:
        """Put the mark on a line, the nearest there is."""
        last = len(self.lines.entries) - 1
        if last >= 0:
            self.setCurrentIndex(self.lines.index(max(0, min(row, last)), 0))

    def step(self, by: int) -> None:
        """Move the mark; from one end a single step goes to the other."""
        count = len(self.lines.entries)
        if count:
            row = self.currentIndex().row() + by
            self.stand_on(row % count if abs(by) == 1 else row)
