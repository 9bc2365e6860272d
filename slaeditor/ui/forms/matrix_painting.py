"""How the priority matrix is painted: cells by rank with code and name, heads with the level's code and its wrapped name."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from slaeditor.model.checks import Severity
from slaeditor.ui.forms.matrix_model import CODE, FINDING, NAME, RANK, Index
from slaeditor.ui.theme import GRID, HALF, RADIUS, colour, font, ring

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_TWO_LINES = 5 * GRID
"""From this height on a cell has room for the name below the code."""

_MANY = 4
"""More levels than these stand across in small letters."""


class CellPainter(QStyledItemDelegate):
    """Colour by rank, from the gravest to the least; code and name in it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.ranks = 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        area: QRect = option.rect.adjusted(3, 3, -3, -3)
        rank, name = index.data(RANK), str(index.data(NAME) or "")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_rank(painter, area, rank, self.ranks)
        if (found := index.data(FINDING)) is not None:
            _draw_finding(painter, area, "worse" if found.severity is Severity.ERROR else "finding")
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("text"), 2))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, option.rect)
        painter.setPen(colour("text" if rank is not None else "muted"))
        code, small = font("heading", bold=True), font("small")
        both = QFontMetrics(code).height() + QFontMetrics(small).height()
        two = bool(name) and area.height() >= max(both, _TWO_LINES)
        top = area.top() + (area.height() - both) // 2 if two else area.top()
        painter.setFont(code)
        high = QFontMetrics(code).height() if two else area.height()
        painter.drawText(QRect(area.left(), top, area.width(), high), Qt.AlignmentFlag.AlignCenter, str(index.data()))
        if two:
            painter.setFont(small)
            line = QRect(area.left() + HALF, top + high, area.width() - GRID, QFontMetrics(small).height())
            shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()


def _draw_finding(painter: QPainter, area: QRect, tint: str) -> None:
    """A sign in the corner and a line below, as in the cells of tables; the tip says what is found."""
    painter.setPen(colour(tint))
    painter.setFont(font("body", bold=True))
    corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    painter.drawText(area.adjusted(0, HALF, -GRID, 0), corner, "✕" if tint == "worse" else "!")
    painter.fillRect(QRect(area.left() + HALF, area.bottom() - 1, area.width() - GRID, 2), colour(tint))


def draw_rank(painter: QPainter, area: QRect, rank: int | None, ranks: int) -> None:
    """The ground of a priority; a dashed outline where there is none."""
    if rank is None:
        painter.setPen(QPen(colour("edge"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(colour("base"))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(rank_colour(rank, ranks))
    painter.drawRoundedRect(area, RADIUS, RADIUS)


def rank_colour(rank: int, ranks: int) -> QColor:
    """A ground for the code that text can be read on: warm for the gravest, the calm of the page for the least."""
    share = rank / max(1, ranks - 1)
    warm, middle, calm = colour("rank_grave"), colour("rank_middle"), colour("rank_calm")
    low, high, at = (warm, middle, share * 2) if share < 0.5 else (middle, calm, share * 2 - 1)
    return QColor.fromRgbF(
        low.redF() + (high.redF() - low.redF()) * at,
        low.greenF() + (high.greenF() - low.greenF()) * at,
        low.blueF() + (high.blueF() - low.blueF()) * at,
    )


class LevelHeader(QHeaderView):
    """The levels of one side: the code bold, the name beside it or below it, in as many lines as it needs."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def needed(self, section: int, width: int) -> int:
        """The height that a level needs in this width."""
        across = self.orientation() is Qt.Orientation.Horizontal
        room = QRect(0, 0, max(GRID, width - self._name_left(across) - GRID), 10_000)
        name = QFontMetrics(self._face()).boundingRect(room, int(_WRAP), self._name(section)).height()
        code = QFontMetrics(font("body", bold=True)).height()
        return (code + name if across else max(code, name)) + 2 * GRID

    def least(self) -> int:
        """The width that the longest word of a name needs."""
        words = [word for section in range(self.count()) for word in self._name(section).split()]
        metrics = QFontMetrics(self._face())
        return max((metrics.horizontalAdvance(word) for word in words), default=0) + 2 * GRID

    def _face(self) -> QFont:
        many = self.orientation() is Qt.Orientation.Horizontal and self.count() > _MANY
        return font("small" if many else "body")

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        """As high as its lines."""
        return QSize(self.defaultSectionSize(), self.needed(logicalIndex, self.defaultSectionSize()))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """One level."""
        across = self.orientation() is Qt.Orientation.Horizontal
        painter.save()
        painter.fillRect(rect, colour("base"))
        area = rect.adjusted(GRID, GRID, -HALF, -HALF)
        painter.setPen(colour("text"))
        painter.setFont(font("body", bold=True))
        code = str(self.model().headerData(logicalIndex, self.orientation(), CODE) or "")
        name = QRect(area)
        if across:
            high = painter.fontMetrics().height()
            painter.drawText(QRect(area.left(), area.top(), area.width(), high), Qt.AlignmentFlag.AlignHCenter, code)
            name.setTop(area.top() + high)
        else:
            painter.drawText(
                area.adjusted(0, 0, 0, -HALF), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, code
            )
            name = area.adjusted(self._name_left(across) - GRID, 0, 0, -HALF)
        painter.setFont(self._face())
        painter.setPen(colour("muted"))
        flags = Qt.TextFlag.TextWordWrap | (
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            if across
            else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        painter.drawText(name, int(flags), self._name(logicalIndex))
        painter.restore()

    def _name_left(self, across: bool) -> int:
        """Beside the widest code."""
        if across:
            return GRID
        metrics = QFontMetrics(font("body", bold=True))
        codes = [str(self.model().headerData(n, self.orientation(), CODE) or "") for n in range(self.count())]
        return GRID + max((metrics.horizontalAdvance(code) for code in codes), default=0) + GRID

    def _name(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation(), NAME) or "")
