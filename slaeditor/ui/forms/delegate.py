"""Cells of a table: edited in place by the same editors as in forms, marked where changed, found fault with or not understood."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPolygon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from slaeditor.model.errors import ParseError
from slaeditor.model.terms import Kind
from slaeditor.ui.editors import registry
from slaeditor.ui.editors.choose import ChoiceEditor, PicksEditor
from slaeditor.ui.editors.clause_field import ClauseField
from slaeditor.ui.editors.editor import SHORTCUT_OVERRIDE, Editor, is_undo
from slaeditor.ui.editors.fields import TextField
from slaeditor.ui.editors.line import LineEditor
from slaeditor.ui.forms.cell_typing import CellTyping
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.rows_model import MARK, RowsModel
from slaeditor.ui.forms.shown_rows import Index
from slaeditor.ui.theme import GRID, colour
from slaeditor.ui.words import tr

_COLOURS = {"refused": "worse", "error": "worse", "finding": "finding", "changed": "accent", "new": "accent"}
JUST_ADDED = "just added"
"""The property of a view whose open cell belongs to a row that was made for it."""

_LEAST = {Kind.DURATION: 224, Kind.DATE: 144}


class CellDelegate(QStyledItemDelegate):
    """Makes, fills and reads the editor of a cell."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of the cell's kind, without a frame of its own."""
        model = index.model()
        assert isinstance(model, RowsModel)
        declared = model.columns[index.column()]
        editor = registry.make(declared, self._context.session, parent)
        editor.setAutoFillBackground(True)
        editor.box.setSpacing(0)
        editor.keys().setObjectName(f"cell_{declared.name}")
        editor.setFocusProxy(editor.keys())  # by which the view finds where the keys belong
        editor.went.connect(self._context.went)
        editor.describe(tr(declared.term.label), tr(declared.term.help))
        for inner in editor.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            inner.installEventFilter(self)
        if isinstance(editor, LineEditor):
            editor.field.setMaximumWidth(16_777_215)
        CellTyping(editor, model, index)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's value, or what was typed there and not understood."""
        model = index.model()
        if not isinstance(editor, Editor) or not isinstance(model, RowsModel):
            return
        if editor.property("filled") and (isinstance(editor, LineEditor) or editor.current() == model.value(index)):
            return  # the person is ahead of the document
        editor.setProperty("filled", True)
        editor.fill(model.value(index), force=True)
        if isinstance(editor, LineEditor):
            editor.field.selectAll()
        refusal = self._context.refusal(model.path_of(index), model.columns[index.column()])
        if refusal is not None:
            editor.fill_refused(*refusal)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the cell what was typed or chosen; mostly it has that already."""
        assert isinstance(editor, Editor)
        assert isinstance(model, RowsModel)
        match editor:
            case LineEditor():
                try:
                    value = editor.parse(editor.field.text())
                except ParseError:
                    model.refuse(model.path_of(index), editor.field.text())
                    return
            case _:
                value = editor.current()
        model.setData(index, value)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the cell; wider or higher where the editor needs room, but inside the view."""
        area: QRect = option.rect
        model = index.model()
        assert isinstance(model, RowsModel)
        width = max(area.width(), _LEAST.get(model.columns[index.column()].kind, 0))
        height = area.height()
        if isinstance(editor, Editor) and isinstance(editor.keys(), TextField | ClauseField):
            width, height = max(width, 320), max(editor.sizeHint().height(), 96)
        parent = editor.parentWidget()
        assert parent is not None
        left = max(0, min(area.left(), parent.width() - width))
        top = max(0, min(area.top(), parent.height() - height))
        editor.setGeometry(left, top, width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, with a small corner in colour and shape where there is something to say; the tooltip says it."""
        super().paint(painter, option, index)
        mark = index.data(MARK)
        if not mark:
            return
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(_COLOURS[mark]))
        corner = area.topLeft()
        if mark in ("changed", "new"):
            painter.drawPolygon(QPolygon([corner, corner + QPoint(GRID, 0), corner + QPoint(0, GRID)]))
        else:
            pen_width = 2
            painter.fillRect(
                area.left(), area.bottom() - pen_width + 1, area.width(), pen_width, QColor(colour(_COLOURS[mark]))
            )
        painter.restore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and focus of the widget inside an editor end the editing as those of the editor itself would."""
        editor = watched.parent()
        if not isinstance(editor, Editor):
            return super().eventFilter(watched, event)
        if editor.property("closed"):
            return False
        hint = QStyledItemDelegate.EndEditHint
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            ends = {Qt.Key.Key_Tab: hint.EditNextItem, Qt.Key.Key_Backtab: hint.EditPreviousItem}
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            long = isinstance(watched, TextField | ClauseField)
            if isinstance(watched, QToolButton) and enter:
                return False
            if event.key() == Qt.Key.Key_Escape or is_undo(event):
                self._end(editor, hint.RevertModelCache, give_up=True)
                return True
            if event.key() in ends or (enter and (not long or event.modifiers() & Qt.KeyboardModifier.ControlModifier)):
                self.commitData.emit(editor)
                self._end(editor, ends.get(Qt.Key(event.key()), hint.SubmitModelCache))
                if enter and not event.modifiers():
                    self._go_down()
                return True
        elif event.type() == SHORTCUT_OVERRIDE and isinstance(event, QKeyEvent) and is_undo(event):
            event.accept()  # undo gives up what is typed in the cell, before it takes back what stands in the document
            return True
        elif event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            going = QApplication.focusWidget()
            inside = going is not None and (going is editor or editor.isAncestorOf(going))
            if (
                not inside
                and QApplication.activePopupWidget() is None
                and event.reason() is not Qt.FocusReason.PopupFocusReason
            ):
                if not isinstance(editor, ChoiceEditor | PicksEditor):
                    self.commitData.emit(editor)
                self._end(editor, hint.NoHint)
        return False

    def _go_down(self) -> None:
        """Enter leads to the cell below, as in every sheet, so that a column can be typed without a look at it.

        After the name of a row just added there is more to say about that row, and what is not understood wants to be mended.
        """
        view = self.parent()
        assert isinstance(view, QAbstractItemView)
        here, model = view.currentIndex(), view.model()
        assert isinstance(model, RowsModel)
        refused = here.isValid() and model.path_of(here) in self._context.session.unparsed
        below = here.siblingAtRow(here.row() + 1)
        if below.isValid() and not refused and not view.property(JUST_ADDED):
            view.setCurrentIndex(below)
        view.setProperty(JUST_ADDED, False)

    def _end(self, editor: Editor, hint: QStyledItemDelegate.EndEditHint, *, give_up: bool = False) -> None:
        editor.setProperty("closed", True)
        for typing in editor.findChildren(CellTyping):
            typing.give_up() if give_up else typing.close()
        self.closeEditor.emit(editor, hint)
