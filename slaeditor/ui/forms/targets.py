"""The targets as a sheet: durations are typed or pasted, each with its clock shown, and the row's name stays in sight."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem

from slaeditor.model.agreement.targets import Target
from slaeditor.model.quantities import Duration
from slaeditor.model.terms import Field, Kind, Row
from slaeditor.ui.editors import typed
from slaeditor.ui.editors.typed import clock_name
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.delegate import CellDelegate
from slaeditor.ui.forms.grid import Grid
from slaeditor.ui.forms.rows_model import Index, RowsModel
from slaeditor.ui.pieces import label
from slaeditor.ui.spoken import row_name
from slaeditor.ui.theme import GRID, colour, font
from slaeditor.ui.words import told, tr

_WIDTHS = {"services": 16 * GRID, "priority": 11 * GRID, "work": 12 * GRID}


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
    """Shows a duration's clock small beside its length."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(context, parent)
        self._context = context

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The text of durations is drawn here."""
        super().initStyleOption(option, index)
        if self._duration(index) is not None:
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Length, then clock."""
        super().paint(painter, option, index)
        value = self._duration(index)
        if value is None:
            return
        area: QRect = option.rect.adjusted(GRID // 2 + 2, 0, -GRID // 2, 0)
        painter.save()
        painter.setPen(colour("text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, told(value.short()))
        used = painter.fontMetrics().horizontalAdvance(told(value.short())) + GRID
        painter.setFont(font("small"))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(colour("text" if selected else "muted"))
        words = painter.fontMetrics().elidedText(
            clock_name(self._context.document, value.calendar), Qt.TextElideMode.ElideRight, area.width() - used
        )
        painter.drawText(area.adjusted(used, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def _duration(self, index: Index) -> Duration | None:
        model = index.model()
        assert isinstance(model, RowsModel)
        if (
            model.columns[index.column()].kind is not Kind.DURATION
            or model.path_of(index) in self._context.session.unparsed
        ):
            return None
        value = model.value(index)
        return value if isinstance(value, Duration) else None


class TargetsPart(Grid):
    """A sheet like a spreadsheet's."""

    def __init__(self, declared: Field, context: Context) -> None:
        super().__init__(declared, context, model=TargetsModel)
        self.view.setItemDelegate(TargetsDelegate(context, self.view))
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for number, one in enumerate(self.model.columns):
            if one.name in _WIDTHS or one.kind is Kind.DURATION:
                self.view.setColumnWidth(number, _WIDTHS.get(one.name, 18 * GRID))
        hint = tr("Type 4 h, 90 min or 2 wd; paste from Excel; Ctrl+D fills down.")
        self.buttons.box.addWidget(label(hint, tint="muted", size="small"))
