"""The priority matrix: impact down, urgency across; a cell is a choice, shown by colour and code."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.priorities import MatrixCell
from slaeditor.model.edits import Edit, InsertRow, SetTerm, Several
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.grid import Grid
from slaeditor.ui.forms.part import Part
from slaeditor.ui.pieces import button, column, label
from slaeditor.ui.spoken import row_name
from slaeditor.ui.theme import GRID, WIDE, WIDER, colour, font
from slaeditor.ui.words import tr

_CELL = (17 * GRID, 7 * GRID)
RANK = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex


class MatrixModel(QAbstractTableModel):
    """Impact levels as rows, urgency levels as columns."""

    def __init__(self) -> None:
        super().__init__()
        self.document = Agreement()
        self._cells: dict[tuple[str | None, str | None], MatrixCell] = {}

    def show_document(self, document: Agreement) -> None:
        """Show its matrix; the layout is made anew only when the levels are others."""
        old, new = self.document.priorities, document.priorities
        self._cells = {}
        for cell in new.matrix:
            self._cells.setdefault((cell.impact, cell.urgency), cell)
        self.document = document
        if old.impacts is not new.impacts or old.urgencies is not new.urgencies or old.levels is not new.levels:
            self.beginResetModel()
            self.endResetModel()
        elif old.matrix is not new.matrix and self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One for each impact level."""
        return 0 if parent.isValid() else len(self.document.priorities.impacts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One for each urgency level."""
        return 0 if parent.isValid() else len(self.document.priorities.urgencies)

    def levels_at(self, index: Index) -> tuple[str, str]:
        """The ids of the impact and urgency of a cell."""
        section = self.document.priorities
        return section.impacts[index.row()].id, section.urgencies[index.column()].id

    def cell(self, index: Index) -> MatrixCell | None:
        """The cell's row in the document, if there is one yet."""
        return self._cells.get(self.levels_at(index))

    def place_of(self, identifier: str) -> QModelIndex | None:
        """Where the document's row with that id is shown."""
        for row in range(self.rowCount()):
            for across in range(self.columnCount()):
                found = self.cell(self.index(row, across))
                if found is not None and found.id == identifier:
                    return self.index(row, across)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Code, name and rank of the priority."""
        cell = self.cell(index)
        levels = self.document.priorities.levels
        rank = next((n for n, one in enumerate(levels) if cell is not None and one.id == cell.priority), None)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "–" if rank is None else levels[rank].code or "?"
            case Qt.ItemDataRole.ToolTipRole:
                return tr("no priority yet") if rank is None else f"{levels[rank].code} {levels[rank].name}".strip()
            case Qt.ItemDataRole.AccessibleTextRole:
                impact, urgency = (
                    self.document.priorities.impacts[index.row()],
                    self.document.priorities.urgencies[index.column()],
                )
                code = tr("none") if rank is None else levels[rank].code
                return f"{row_name(self.document, impact)}, {row_name(self.document, urgency)}: {code}"
            case _ if role == RANK:
                return rank
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The levels by code and name, their tests as tooltips."""
        part = self.document.priorities
        levels: Any = part.urgencies if orientation is Qt.Orientation.Horizontal else part.impacts
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(word for word in (levels[section].code, levels[section].label) if word) or "?"
        if role == Qt.ItemDataRole.ToolTipRole:
            return levels[section].test
        return None


class _CellPainter(QStyledItemDelegate):
    """Colour by rank, from the gravest to the least, and the code in it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.ranks = 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        area = option.rect.adjusted(3, 3, -3, -3)
        rank = index.data(RANK)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(rank_colour(rank, self.ranks) if rank is not None else colour("base"))
        painter.drawRoundedRect(area, 4, 4)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(colour("text"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(area, 4, 4)
        painter.setPen(colour("text"))
        painter.setFont(font("heading", bold=True))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()


def rank_colour(rank: int, ranks: int) -> QColor:
    """A ground for the code that text can be read on: warm for the gravest, the calm of the page for the least."""
    share = rank / max(1, ranks - 1)
    warm, middle, calm = colour("rank_grave"), colour("rank_middle"), colour("rank_calm")
    low, high, at = (warm, middle, share * 2) if share < 0.5 else (middle, calm, share * 2 - 1)
    return QColor(*(round(a + (b - a) * at) for a, b in zip(low.getRgb()[:3], high.getRgb()[:3], strict=True)))  # type: ignore[index]  # getRgb is typed as object


class MatrixView(QTableView):
    """Digits choose the priority of that number, + and - raise and lower, Delete empties, Enter offers all."""

    def __init__(self, model: MatrixModel, context: Context) -> None:
        super().__init__()
        self.context = context
        self.matrix = model
        self.path: Path = ()
        self.setModel(model)
        self.setObjectName("matrix")
        self.painter_of_cells = _CellPainter(self)
        self.setItemDelegate(self.painter_of_cells)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMaximumSectionSize(_CELL[0] * 2)
        self.horizontalHeader().setFixedHeight(6 * GRID)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        self.verticalHeader().setDefaultSectionSize(_CELL[1])
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setFixedWidth(22 * GRID)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().setSectionsClickable(False)
        self.doubleClicked.connect(lambda _: self.offer())

    def choose(self, priority: str | None) -> None:
        """Give the selected cells this priority."""
        if self.context.read_only:
            return
        edits: list[Edit] = []
        for index in self.selectionModel().selectedIndexes():
            cell = self.matrix.cell(index)
            impact, urgency = self.matrix.levels_at(index)
            if cell is not None:
                edits.append(SetTerm((*self.path, cell.id, "priority"), priority))
            elif priority is not None:
                row = MatrixCell(id=self.context.session.new_id(), impact=impact, urgency=urgency, priority=priority)
                edits.append(InsertRow(self.path, row))
        if len(edits) == 1:
            self.context.do(edits[0])
        elif edits:
            self.context.do(Several(tr("change of {count} cells of the matrix", count=len(edits)), tuple(edits)))

    def offer(self) -> None:
        """A menu of the priorities at the current cell."""
        index = self.currentIndex()
        if not index.isValid() or self.context.read_only:
            return
        menu = QMenu(self)
        menu.setObjectName("priorities")
        for number, one in enumerate(self.context.document.priorities.levels, 1):
            action = menu.addAction(f"&{number}  {one.code} {one.name}")
            action.triggered.connect(lambda _=False, chosen=one.id: self.choose(chosen))
        menu.addSeparator()
        menu.addAction(tr("None")).triggered.connect(lambda _=False: self.choose(None))
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

    def event(self, event: QEvent) -> bool:
        """Digits are ours, whatever the window's menus say."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.text().isdigit():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by key."""
        levels = self.context.document.priorities.levels
        rank = self.currentIndex().data(RANK) if self.currentIndex().isValid() else None
        text = event.text()
        if (
            text.isdigit()
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and 0 < int(text) <= len(levels)
        ):
            self.choose(levels[int(text) - 1].id)
        elif text in ("+", "-") and levels:
            step = -1 if text == "+" else 1
            place = (len(levels) - 1 if step < 0 else 0) if rank is None else rank + step
            self.choose(levels[max(0, min(len(levels) - 1, place))].id)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.choose(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2):
            self.offer()
        else:
            super().keyPressEvent(event)


class MatrixPart(Part):
    """The drawn matrix, and its rows for what the drawing cannot say."""

    def __init__(self, declared: Field, context: Context) -> None:
        super().__init__(context)
        self.model = MatrixModel()
        self.view = MatrixView(self.model, context)
        self.view.setAccessibleName(tr(declared.term.label))
        hint = tr(
            "Impact down, urgency across. A digit chooses the priority of that number, + raises, - lowers, Enter offers all."
        )
        self.view.setWhatsThis(hint)
        self.rows = Grid(declared, context, embedded=True)
        self.rows.hide()
        box = column(self, spacing=GRID)
        box.setContentsMargins(WIDER, WIDE, WIDER, WIDE)
        box.addWidget(label(hint, tint="muted", size="small", wrap=True))
        box.addWidget(self.view, 0)
        self._missing = label(
            tr("The matrix needs impact levels, urgency levels and priorities."), tint="muted", wrap=True
        )
        box.addWidget(self._missing)
        self.toggle = button(tr("Show as rows"), self._toggle, kind="flat", name="matrix_rows")
        box.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.rows)
        box.addStretch(1)

    def show_at(self, path: Path, value: Any) -> None:
        """Show the matrix."""
        self.path = self.view.path = path
        document = self.context.document
        self.view.painter_of_cells.ranks = len(document.priorities.levels)
        self.model.show_document(document)
        self.rows.show_at(path, value)
        complete = bool(self.model.rowCount() and self.model.columnCount() and document.priorities.levels)
        self.view.setVisible(complete)
        self.view.setFixedHeight(self.view.horizontalHeader().height() + self.model.rowCount() * _CELL[1] + 2 * GRID)
        self._missing.setVisible(not complete)

    def show_messages(self) -> None:
        """Marks in the rows."""
        self.rows.show_messages()

    def set_read_only(self, read_only: bool) -> None:
        """The keys look at the session themselves."""
        self.rows.set_read_only(read_only)

    def finish(self) -> None:
        """An open cell is complete."""
        self.rows.finish()

    def reveal(self, path: Path) -> bool:
        """The cell in the drawing; what is not drawn there stands in the rows."""
        below = path[len(self.path) :]
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not below:
            return True
        place = self.model.place_of(below[0])
        if place is not None and below[1:] in ((), ("priority",)):
            self.view.setCurrentIndex(place)
            return True
        self.rows.show()
        self.toggle.setText(tr("Hide the rows"))
        return self.rows.reveal(path)

    def _toggle(self) -> None:
        self.rows.setVisible(self.rows.isHidden())
        self.toggle.setText(tr("Show as rows") if self.rows.isHidden() else tr("Hide the rows"))
