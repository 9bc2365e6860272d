"""The targets as a sheet: durations are typed or pasted, each with its clock shown, and the row's name stays in sight."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from slaeditor.model.agreement.targets import Target
from slaeditor.model.quantities import Duration
from slaeditor.model.terms import Field, Kind, Row
from slaeditor.ui.editors import typed
from slaeditor.ui.editors.typed import clock_name
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.delegate import CellDelegate
from slaeditor.ui.forms.grid import Grid
from slaeditor.ui.forms.matrix_painting import draw_rank
from slaeditor.ui.forms.rows_model import RowsModel
from slaeditor.ui.forms.shown_rows import Index
from slaeditor.ui.pieces import label
from slaeditor.ui.spoken import row_name
from slaeditor.ui.theme import GRID, HALF, colour, font
from slaeditor.ui.words import told, tr

_WIDTHS = {"services": 13 * GRID, "priority": 10 * GRID, "work": 10 * GRID}
_ROW = 5 * GRID


class TargetsModel(RowsModel):
    """The rows by name."""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What each row is for stands at its head."""
        if orientation is Qt.Orientation.Vertical:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._short(self.rows[section])
            if role == Qt.ItemDataRole.ToolTipRole:
                return row_name(self.context.document, self.rows[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return super().headerData(section, orientation, role)

    def _short(self, row: Row) -> str:
        """The row by the codes of its services and priority."""
        assert isinstance(row, Target)
        document = self.context.document
        services = [one.code or one.name for one in document.services.items if one.id in row.services]
        words = " ".join(services[:3]) + (" …" if len(services) > 3 else "") if services else tr("All")
        priority = [one.code for one in document.priorities.levels if one.id == row.priority]
        return " · ".join([words if len(words) <= 20 else words[:19] + "…", *priority])

    def parse_for(self, row: object, declared: Field, text: str) -> Any:
        """An empty duration takes the clock of the other times of its row."""
        if declared.kind is Kind.DURATION and getattr(row, declared.name) is None:
            others = [getattr(row, one.name) for one in self.columns if one.kind is Kind.DURATION]
            clocks = {other.calendar for other in others if other is not None}
            if len(clocks) == 1:
                return typed.parse(self.context.document, declared, text, clocks.pop())
        return super().parse_for(row, declared, text)


class TargetsDelegate(CellDelegate):
    """A duration with its clock small below it; the priority in the colour that the matrix has for it."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(context, parent)
        self._context = context

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The text of durations and priorities is drawn here."""
        super().initStyleOption(option, index)
        if self._duration(index) is not None or self._rank(index) is not None:
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """What the cell says, and how."""
        super().paint(painter, option, index)
        area: QRect = option.rect.adjusted(HALF + 2, 2, -HALF, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if (value := self._duration(index)) is not None:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            clock = clock_name(self._context.document, value.calendar)
            half = area.height() // 2
            for number, (words, face, role) in enumerate(
                (
                    (told(value.short()), font("body"), "text"),
                    (clock, font("small"), "text" if selected else "muted"),
                )
            ):
                painter.setFont(face)
                painter.setPen(colour(role))
                line = QRect(area.left(), area.top() + number * half, area.width(), half)
                shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width())
                painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        elif (rank := self._rank(index)) is not None:
            self._draw_priority(painter, area.adjusted(0, HALF, 0, -HALF), rank)
        painter.restore()

    def _draw_priority(self, painter: QPainter, area: QRect, rank: int) -> None:
        levels = self._context.document.priorities.levels
        painter.setFont(font("body", bold=True))
        code = levels[rank].code or "?"
        wide = min(area.width(), max(4 * GRID, painter.fontMetrics().horizontalAdvance(code) + GRID))
        chip = QRect(area.left(), area.top(), wide, area.height())
        draw_rank(painter, chip, rank, len(levels))
        painter.setPen(colour("text"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, code)
        painter.setFont(font("small"))
        line = area.adjusted(wide + HALF + 2, 0, 0, 0)
        if all(painter.fontMetrics().horizontalAdvance(one.name) <= line.width() for one in levels):
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, levels[rank].name)

    def _duration(self, index: Index) -> Duration | None:
        value = self._value(index, Kind.DURATION)
        return value if isinstance(value, Duration) else None

    def _rank(self, index: Index) -> int | None:
        """The place of the cell's priority among all."""
        value = self._value(index, Kind.REFERENCE)
        levels = self._context.document.priorities.levels
        return next((number for number, one in enumerate(levels) if one.id == value), None)

    def _value(self, index: Index, kind: Kind) -> Any:
        """The value of a cell of that kind; None where there is text that was not understood."""
        model = index.model()
        assert isinstance(model, RowsModel)
        declared = model.columns[index.column()]
        if declared.kind is not kind or model.path_of(index) in self._context.session.unparsed:
            return None
        return model.value(index) if kind is Kind.DURATION or declared.term.refers == "priorities" else None


class TargetsPart(Grid):
    """A sheet like a spreadsheet's."""

    def __init__(self, declared: Field, context: Context) -> None:
        super().__init__(declared, context, model=TargetsModel)
        self.view.setItemDelegate(TargetsDelegate(context, self.view))
        self.view.wraps = False
        self.view.verticalHeader().setDefaultSectionSize(_ROW)
        heads = self.view.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        heads.setFixedHeight(6 * GRID)
        times = [one.name for one in self.model.columns if one.kind is Kind.DURATION]
        self.view.own_widths = dict.fromkeys(times, 13 * GRID) | _WIDTHS
        hint = tr("Type 4 h, 90 min or 2 wd; paste from Excel; Ctrl+D or the handle in the corner fills down.")
        below = label(hint, tint="muted", size="small", wrap=True)
        box = self.layout()
        assert box is not None
        box.addWidget(below)
