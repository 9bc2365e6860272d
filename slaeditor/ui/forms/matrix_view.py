"""The view of the priority matrix: cells are chosen by digits, signs, a menu or pasted codes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from slaeditor.model.agreement.priorities import MatrixCell
from slaeditor.model.edits import Edit, InsertRow, SetTerm, Several
from slaeditor.model.errors import ParseError
from slaeditor.model.paths import Path
from slaeditor.ui.editors import named
from slaeditor.ui.forms import clipboard
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.first_cell import FirstCell
from slaeditor.ui.forms.matrix_model import RANK, Index, MatrixModel
from slaeditor.ui.forms.matrix_painting import CellPainter, LevelHeader
from slaeditor.ui.pieces import label
from slaeditor.ui.theme import GRID, HALF
from slaeditor.ui.words import tr, trn

Keys = QKeySequence.StandardKey
_HEAD_LEAST, _HEAD_MOST = 18 * GRID, 36 * GRID
_ROW_LEAST = 7 * GRID
_NONE = ("", "-", "–")


class MatrixView(QTableView):
    """Digits choose the priority of that number, + and - raise and lower, Delete empties, Enter offers all."""

    def __init__(self, model: MatrixModel, context: Context) -> None:
        super().__init__()
        self.context: Context = context
        self.matrix = model
        self.path: Path = ()
        self.setModel(model)
        self.setObjectName("matrix")
        self.painter_of_cells = CellPainter(self)
        self.setItemDelegate(self.painter_of_cells)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.impacts = LevelHeader(Qt.Orientation.Vertical, self)
        self.urgencies = LevelHeader(Qt.Orientation.Horizontal, self)
        self.setVerticalHeader(self.impacts)
        self.setHorizontalHeader(self.urgencies)
        self.urgencies.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.urgencies.setMinimumSectionSize(8 * GRID)
        self.impacts.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda _: self.offer())
        self._corner = label(tr("Impact ↓") + "\n" + tr("Urgency →"), tint="muted", size="small")
        self._corner.setParent(self)
        self._corner.setContentsMargins(GRID, 0, 0, GRID)
        self._corner.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self._corner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._fitting = False
        FirstCell(self)

    def fit(self) -> None:
        """Room for all names in the width that there is; as high as all rows together."""
        if self._fitting or not self.matrix.rowCount() or not self.matrix.columnCount():
            return
        self._fitting = True  # another height is another size, and that fits again
        least = max(8 * GRID, min(16 * GRID, self.urgencies.least()))
        rest = self.width() - 2 * self.frameWidth() - least * self.matrix.columnCount()
        left = max(_HEAD_LEAST, min(_HEAD_MOST, self.width() * 34 // 100, rest))
        self.impacts.setFixedWidth(left)
        self.urgencies.setMinimumSectionSize(least)
        column = max(least, (self.width() - left - 4) // self.matrix.columnCount())
        head = max(self.urgencies.needed(number, column) for number in range(self.matrix.columnCount()))
        self.urgencies.setFixedHeight(max(head, 6 * GRID))
        for number in range(self.matrix.rowCount()):
            self.setRowHeight(number, max(_ROW_LEAST, self.impacts.needed(number, left)))
        wide = left + least * self.matrix.columnCount() + 2 * self.frameWidth() > self.width()
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        self.setFixedHeight(self.urgencies.height() + self.impacts.length() + 2 * self.frameWidth() + HALF + bar)
        self._corner.setGeometry(self.frameWidth(), self.frameWidth(), left, self.urgencies.height())
        self._fitting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the names anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def choose(self, priority: str | None) -> None:
        """Give the selected cells this priority."""
        chosen: list[tuple[Index, str | None]] = [
            (index, priority) for index in self.selectionModel().selectedIndexes()
        ]  # fmt: skip
        self._choose(chosen, tr("change of {count} cells of the matrix", count=len(chosen)))

    def _choose(self, chosen: Sequence[tuple[Index, str | None]], name: str) -> None:
        if self.context.read_only:
            return
        edits: list[Edit] = []
        for index, priority in chosen:
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
            self.context.do(Several(name, tuple(edits)))

    def _code(self, index: Index) -> str:
        return "" if index.data(RANK) is None else str(index.data())

    def copy(self) -> None:
        """The codes of the selected cells as text."""
        cells = sorted((index.row(), index.column()) for index in self.selectionModel().selectedIndexes())
        rows = dict.fromkeys(row for row, _ in cells)
        texts = [[self._code(self.matrix.index(row, at)) for line, at in cells if line == row] for row in rows]
        if texts:
            clipboard.put(clipboard.to_tsv(texts))

    def paste(self) -> None:
        """Codes or names of priorities, from the current cell on; one of them goes into every selected cell."""
        lines = clipboard.from_tsv(QGuiApplication.clipboard().text())
        here = self.currentIndex()
        if self.context.read_only or not lines or not here.isValid():
            return
        cells = self.selectionModel().selectedIndexes()
        wanted: list[tuple[Index, str]] = []
        if len(lines) == len(lines[0]) == 1:
            wanted = [(index, lines[0][0]) for index in cells or [here]]
        else:
            top = min((index.row() for index in cells), default=here.row())
            left = min((index.column() for index in cells), default=here.column())
            for down, line in enumerate(lines[: self.matrix.rowCount() - top]):
                for across, text in enumerate(line[: self.matrix.columnCount() - left]):
                    wanted.append((self.matrix.index(top + down, left + across), text))
        chosen: list[tuple[Index, str | None]] = []
        refused = 0
        for index, text in wanted:
            try:
                found = None if text.strip() in _NONE else named.one(self.context.document, "priorities", text)
            except ParseError:
                refused += 1
            else:
                chosen.append((index, found))
        self._choose(chosen, tr("paste"))
        if refused:
            self.context.said.emit(
                trn("{count} cell names no priority and stays as it was.",
                    "{count} cells name no priority and stay as they were.", refused)
            )  # fmt: skip

    def offer(self, place: QPoint | None = None) -> None:
        """A menu of the priorities at the current cell, or at a point of the screen."""
        index = self.currentIndex()
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setObjectName("priorities")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editable = not self.context.read_only
        for number, one in enumerate(self.context.document.priorities.levels, 1):
            action = menu.addAction(f"&{number}  {one.code} {one.name}")
            action.setEnabled(editable)
            action.triggered.connect(lambda _=False, chosen=one.id: self.choose(chosen))
        none = menu.addAction(tr("None"))
        none.setEnabled(editable)
        none.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        none.triggered.connect(lambda _=False: self.choose(None))
        menu.addSeparator()
        for words, keys, act, possible in (
            (tr("Copy"), Keys.Copy, self.copy, True),
            (tr("Paste"), Keys.Paste, self.paste, editable),
        ):
            action = menu.addAction(words)
            action.setShortcut(QKeySequence(keys))
            action.setEnabled(possible)
            action.triggered.connect(lambda _=False, act=act: act())
        for action in menu.actions():
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        menu.popup(place or self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same menu, where the mouse is."""
        self.offer(None if event.reason() is QContextMenuEvent.Reason.Keyboard else event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Digits, copy and paste are ours, whatever the window's menus say."""
        ours = isinstance(event, QKeyEvent) and (
            event.text().isdigit() or event.matches(Keys.Copy) or event.matches(Keys.Paste)
        )
        if event.type() == QEvent.Type.ShortcutOverride and ours:
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
        elif event.matches(Keys.Copy):
            self.copy()
        elif event.matches(Keys.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.choose(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2):
            self.offer()
        else:
            super().keyPressEvent(event)
