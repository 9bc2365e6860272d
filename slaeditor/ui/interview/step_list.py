"""The themes at the side, each with how far it is; a service has a line of its own below the theme that asks about it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygon, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from slaeditor.ui import theme
from slaeditor.ui.drawn.lines import wrapped
from slaeditor.ui.interview.steps import PROPOSAL, Step
from slaeditor.ui.words import told, tr

KEY = Qt.ItemDataRole.UserRole + 1
STATE = Qt.ItemDataRole.UserRole + 2  # (answered, asked), or a number that waits, or None
DEPTH = Qt.ItemDataRole.UserRole + 3
MARKED = Qt.ItemDataRole.UserRole + 4
_RING = 11
_LEFT = {False: theme.WIDE, True: theme.WIDER + theme.GRID}
_SIZE = {False: "body", True: "small"}
"""Where a title begins and how large it is; True for the services below a theme."""

Index = QModelIndex | QPersistentModelIndex


class StepList(QListWidget):
    """Emits the key of the step that was chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self.setAccessibleName(tr("Themes"))
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._filling = False
        self._held = ""  # the key of the step that was current when the button went down
        self.currentItemChanged.connect(self._current)

    def show_steps(
        self,
        steps: Sequence[Step],
        current: str,
        progress: Mapping[str, tuple[int, int]],
        offered: int,
        marked: Collection[str] = (),
    ) -> None:
        """Show these; the services of a theme only while one is in it.

        ``marked`` are the keys of the steps where something was typed or pasted that is not understood.
        """
        theme_now = current.partition("/")[0]
        wanted = [
            (step.key, told(step.title) or tr("(no name yet)"), bool(step.service), _so_far(step, steps, progress))
            for step in steps
            if not step.service or step.theme == theme_now
        ]
        lines: list[tuple[str, str, bool, tuple[int, int] | int | None]] = [
            *wanted,
            (PROPOSAL, tr("Proposed terms"), False, offered),
        ]
        self._filling = True
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        while self.count() < len(lines):
            self.addItem(QListWidgetItem())
        for number, (key, title, inner, state) in enumerate(lines):
            item = self.item(number)
            if item.text() != title:
                item.setText(title)
                self.scheduleDelayedItemsLayout()  # it may need another number of lines
            wrong = key in marked or (key != theme_now and any(one.startswith(f"{key}/") for one in marked))
            for role, value in ((KEY, key), (STATE, state), (DEPTH, inner), (MARKED, wrong)):
                if item.data(role) != value:
                    item.setData(role, value)
            words = [so_far_words(state), tr("not all of it understood") if wrong else ""]
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, [title, *words])))
            item.setToolTip("\n".join(filter(None, [title, *words])))
            if key == current:
                self.setCurrentRow(number)
        self._filling = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What wraps is as high as the width allows."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the sheet; the page does that."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The lines below move where services go or come, so nothing is chosen before the button is let go."""
        self._held = self.currentIndex().data(KEY) or ""
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the step that the button was let go on."""
        super().mouseReleaseEvent(event)
        held, self._held = self._held, ""
        chosen = self.currentIndex().data(KEY)
        if held and chosen != held:
            self.chosen.emit(chosen)

    def _current(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._filling and not self._held:
            self.chosen.emit(item.data(KEY))


def _so_far(step: Step, steps: Sequence[Step], progress: Mapping[str, tuple[int, int]]) -> tuple[int, int] | None:
    """How far a sheet is; a theme counts the sheets of its services."""
    counted = [
        progress[one.key]
        for one in steps
        if one.key in progress and (one.key == step.key or (not step.service and one.theme == step.theme))
    ]
    return (sum(answered for answered, _ in counted), sum(asked for _, asked in counted)) if counted else None


def so_far_words(state: tuple[int, int] | int | None) -> str:
    """How far a step is, in words."""
    match state:
        case (answered, asked) if answered == asked:
            return tr("all answered")
        case (answered, asked):
            return tr("{answered} of {asked} answered", answered=answered, asked=asked)
        case int() if state:
            return tr("{count} proposed", count=state)
        case _:
            return ""


class _Delegate(QStyledItemDelegate):
    """A title in two lines where it must be, and at the right how far it is: a ring that closes, then a tick.

    The numbers are in the tip: a talk is no examination of eighty questions.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        deep = bool(index.data(DEPTH))
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()
        taken = _LEFT[deep] + theme.WIDE + _RING + theme.GRID + (theme.WIDE if index.data(MARKED) else 0)
        lines = wrapped(index.data(Qt.ItemDataRole.DisplayRole) or "", width - taken, theme.font(_SIZE[deep]))
        more = (len(lines) > 1) * QFontMetrics(theme.font(_SIZE[deep])).lineSpacing()
        return QSize(width, (4 if deep else 5) * theme.GRID + more)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        area, deep = QRect(option.rect), bool(index.data(DEPTH))
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current:
            painter.fillRect(area, theme.colour("selection"))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme.colour("accent"))
        if current and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("accent"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        right = self._state(painter, area.adjusted(0, 0, -theme.WIDE, 0), index.data(STATE), current=current)
        if index.data(MARKED):
            right = _mark(painter, area, right)
        painter.setFont(theme.font(_SIZE[deep]))
        painter.setPen(theme.colour("text"))
        inner = area.adjusted(_LEFT[deep], 0, 0, 0)
        inner.setRight(right - theme.GRID)
        text = "\n".join(wrapped(index.data(Qt.ItemDataRole.DisplayRole), inner.width(), painter.font()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def _state(self, painter: QPainter, area: QRect, state: tuple[int, int] | int | None, *, current: bool) -> int:
        """Draw it, and return where it begins."""
        if not state:
            return area.right()
        if not isinstance(state, int) and state[0] == state[1]:
            return _tick(painter, area)
        if not isinstance(state, int):
            return _ring(painter, area, state[0] / state[1], "edge" if current else "line")
        words = str(state)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("accent"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        return area.right() - QFontMetrics(painter.font()).horizontalAdvance(words)


def _tick(painter: QPainter, area: QRect) -> int:
    middle = area.center().y()
    left = area.right() - 12
    pen = QPen(theme.colour("better"), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawPolyline(QPolygon([QPoint(left, middle), QPoint(left + 4, middle + 4), QPoint(left + 12, middle - 5)]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    return left


def _mark(painter: QPainter, area: QRect, right: int) -> int:
    """The sign of what is not understood, as it stands below the question."""
    painter.setFont(theme.font("body", bold=True))
    painter.setPen(theme.colour("worse"))
    place = QRect(area.left(), area.top(), right - theme.GRID - area.left(), area.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, "!")
    return place.right() - QFontMetrics(painter.font()).horizontalAdvance("!")


def _ring(painter: QPainter, area: QRect, share: float, rest: str) -> int:
    """A ring of which the share that is done is drawn in the accent, from the top as a clock goes, the rest in that colour."""
    ring = QRectF(area.right() - _RING, area.center().y() - _RING / 2 + 0.5, _RING, _RING)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(rest), 3))
    painter.drawEllipse(ring)
    pen = QPen(theme.colour("accent"), 3)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawArc(ring, 90 * 16, -round(share * 360 * 16))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    return round(ring.left())
