"""The proposed terms as a tree: kinds, proposals with their reason, and under each what it would change; all can be ticked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from slaeditor.ui import marked, theme
from slaeditor.ui.compare.change_lines import Line
from slaeditor.ui.compare.model import SIGNS
from slaeditor.ui.interview.insight import Offer, OfferGroup
from slaeditor.ui.words import told, tr

Index = QModelIndex | QPersistentModelIndex

PLACE, NOW, PROPOSED, MEANING = range(4)
LOOK: Final = Qt.ItemDataRole.UserRole + 1
ID: Final = Qt.ItemDataRole.UserRole + 2
TINT: Final = Qt.ItemDataRole.UserRole + 3
MARKS: Final = Qt.ItemDataRole.UserRole + 4

SETTLE_MS: Final = 80
_INDENT: Final = theme.WIDER


class OfferTree(QTreeWidget):
    """Everything is ticked until somebody leaves it out; ``ticked`` tells that something else is chosen now."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offers")
        self.setAccessibleName(tr("Proposed terms"))
        self.setColumnCount(4)
        self.setHeaderLabels([tr("Proposal"), tr("Now"), tr("Proposed"), tr("For the customer")])
        self.setItemDelegate(_Delegate(self))
        self.setIndentation(_INDENT)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(True)
        head = self.header()
        head.setSectionsMovable(False)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._offers: dict[str, Offer] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._filling = False
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.scheduleDelayedItemsLayout)
        self.itemChanged.connect(self._changed)

    def show_offers(self, groups: Collection[OfferGroup], left_out: Collection[str]) -> None:
        """Show these; the proposals in ``left_out`` are not ticked."""
        self._filling = True
        self.clear()
        self._items.clear()
        self._offers = {offer.proposal.id: offer for group in groups for offer in group.offers}
        tops: list[QTreeWidgetItem] = []
        for group in groups:
            top = self._item(None, "group", f"{group.title}  ({len(group.offers)})")
            tops.append(top)
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
            for offer in group.offers:
                self._add(top, offer, chosen=offer.proposal.id not in left_out)
        self.expandAll()
        for top in tops:
            self._span(top)
        self._filling = False
        if tops:
            self.setCurrentItem(tops[0])

    def chosen(self) -> tuple[str, ...]:
        """The ids of the proposals that are ticked."""
        return tuple(
            identifier for identifier, item in self._items.items() if item.checkState(PLACE) is Qt.CheckState.Checked
        )

    def choose(self, chosen: bool) -> None:
        """Tick all, or none."""
        self._filling = True
        state = Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        for item in self._items.values():
            item.setCheckState(PLACE, state)
        self._filling = False
        self.ticked.emit()

    def tick(self, identifier: str, chosen: bool) -> None:
        """Tick one proposal, or leave it out."""
        self._items[identifier].setCheckState(PLACE, Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks wherever the row is clicked; Enter belongs to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew; heights follow when the hand rests."""
        super().resizeEvent(event)
        width = self.viewport().width()
        meaning = 15 * theme.GRID
        place = max(30 * theme.GRID, (width - meaning) * 2 // 5)
        rest = max(width - meaning - place, 2 * theme.GRID)
        for number, share in enumerate((place, rest // 2, rest - rest // 2, meaning)):
            self.setColumnWidth(number, share)
        self._settle.start()

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme or font: other heights."""
        super().changeEvent(event)
        self._settle.start() if hasattr(self, "_settle") else None

    def _add(self, group: QTreeWidgetItem, offer: Offer, *, chosen: bool) -> None:
        item = self._item(group, "proposal", told(offer.proposal.title))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(PLACE, Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        item.setData(PLACE, ID, offer.proposal.id)
        item.setData(
            PLACE, Qt.ItemDataRole.AccessibleTextRole, f"{told(offer.proposal.title)}. {told(offer.proposal.reason)}"
        )
        self._items[offer.proposal.id] = item
        self._item(item, "reason", told(offer.proposal.reason))
        if offer.proposal.remark:
            self._item(item, "reason", tr("For the provider alone: {remark}", remark=offer.proposal.remark))
        for change in offer.changes:
            self._change(item, change)

    def _change(self, proposal: QTreeWidgetItem, change: Line) -> None:
        place = change.place if change.place.startswith(change.section) else f"{change.section} › {change.place}"
        item = self._item(proposal, "change", place)
        item.setText(NOW, change.old or "–")
        item.setText(PROPOSED, change.new or tr("removed"))
        if change.new_marks != ((0, len(change.new)),):  # all of it is no news beside what it is now
            item.setData(PROPOSED, MARKS, change.new_marks)
        item.setText(MEANING, tr(SIGNS[change.direction]))
        item.setData(MEANING, TINT, change.direction.value)

    def _item(self, parent: QTreeWidgetItem | None, look: str, words: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent) if parent is not None else QTreeWidgetItem(self)
        item.setText(PLACE, words)
        item.setData(PLACE, LOOK, look)
        return item

    def _span(self, item: QTreeWidgetItem) -> None:
        if item.data(PLACE, LOOK) != "change":
            item.setFirstColumnSpanned(True)
        for number in range(item.childCount()):
            if (child := item.child(number)) is not None:
                self._span(child)

    def _changed(self, item: QTreeWidgetItem, _column: int) -> None:
        if self._filling:
            return
        identifier = item.data(PLACE, ID)
        if identifier:
            self._filling = True
            state = item.checkState(PLACE)
            related = self._needed_by(identifier) if state is Qt.CheckState.Unchecked else self._needs(identifier)
            for other in related:
                self._items[other].setCheckState(PLACE, state)
            self._filling = False
        self.ticked.emit()

    def _needs(self, identifier: str) -> Iterator[str]:
        """What has to be taken with it."""
        for other in self._offers[identifier].proposal.requires:
            if other in self._offers:
                yield other
                yield from self._needs(other)

    def _needed_by(self, identifier: str) -> Iterator[str]:
        """What cannot be taken without it."""
        for other, offer in self._offers.items():
            if identifier in offer.proposal.requires:
                yield other
                yield from self._needed_by(other)


class _Delegate(QStyledItemDelegate):
    """Reasons and values wrap; proposals and kinds are drawn by the style, with their boxes to tick."""

    def __init__(self, tree: OfferTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Kinds and proposals stand out."""
        super().initStyleOption(option, index)
        look = index.sibling(index.row(), PLACE).data(LOOK)
        option.font = theme.font("heading" if look == "group" else "body", bold=look in ("group", "proposal"))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the text is at the width of its column."""
        look = index.sibling(index.row(), PLACE).data(LOOK)
        if look == "group":
            return QSize(0, 6 * theme.GRID)
        if look == "proposal":
            return QSize(0, 4 * theme.GRID)
        if look == "reason":
            return QSize(0, self._high(index, self._tree.viewport().width() - 3 * _INDENT) + theme.HALF)
        width = self._tree.columnWidth(index.column()) - (3 * _INDENT if index.column() == PLACE else 0)
        return QSize(0, self._high(index, width) + theme.GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell."""
        look = index.sibling(index.row(), PLACE).data(LOOK)
        if look in ("group", "proposal"):
            super().paint(painter, option, index)
            return
        area = QRect(option.rect)
        style = option.widget.style() if option.widget else None
        if style is not None and look == "change":
            option.text = ""
            style.drawPrimitive(style.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        tint = index.data(TINT) or ("muted" if look == "reason" or index.column() == NOW else "text")
        inner = area.adjusted(theme.GRID, theme.HALF if look == "change" else 0, -theme.GRID, 0)
        ranges = marked.marked(index.data(MARKS) or (), back=theme.colour("mark"), under=True)
        layout = marked.laid_out(index.data() or "", theme.font("body"), inner.width(), wrap=True, ranges=ranges)
        marked.draw(painter, inner, layout, theme.colour(tint))
        if look == "change" and index.column() == PLACE:
            painter.save()
            painter.setPen(QPen(theme.colour("line")))
            right = self._tree.viewport().width() - theme.GRID
            painter.setClipping(False)
            painter.drawLine(area.left() + theme.GRID, area.top(), right, area.top())
            painter.restore()

    def _high(self, index: Index, width: int) -> int:
        inner = width - 2 * theme.GRID
        layout = marked.laid_out(index.data() or "", theme.font("body"), inner, wrap=True)
        return round(marked.height_of(layout)) + theme.HALF
