"""Text widgets whose undo is the session's: one line and several."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QStylePainter,
    QWidget,
)

from slaeditor.ui.editors.editor import SHORTCUT_OVERRIDE, is_undo, leaves
from slaeditor.ui.theme import HALF


def without_undo(menu: QMenu) -> QMenu:
    """The usual menu of a text without the undo that is not the session's."""
    for action in menu.actions():
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    if menu.actions() and menu.actions()[0].isSeparator():
        menu.removeAction(menu.actions()[0])
    return menu


class LineField(QLineEdit):
    """One line. Undo goes to the session, unless ``keeps_undo``: then what is typed is given up first (``given_up``)."""

    left = Signal()
    entered = Signal()  # focus came in
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keeps_undo = False
        self.returnPressed.connect(self.left)

    def event(self, event: QEvent) -> bool:
        """Leaves the keys of undo to the window's own action."""
        if event.type() == SHORTCUT_OVERRIDE and isinstance(event, QKeyEvent) and is_undo(event):
            event.setAccepted(self.keeps_undo)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo gives up what is not understood; otherwise it is not for this widget."""
        if is_undo(event):
            if self.keeps_undo:
                self.given_up.emit()
            else:
                event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A text that does not fit ends in an ellipsis while nobody edits it."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        inside = inside.adjusted(HALF // 2, 0, -HALF // 2, 0)
        if self.hasFocus() or self.hasSelectedText() or not _too_wide(self, inside.width()):
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        aligned = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter.drawText(inside, int(aligned | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu without an undo of its own."""
        without_undo(self.createStandardContextMenu()).exec(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that editing begins."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells that the person is done."""
        super().focusOutEvent(event)
        if leaves(event):
            self.left.emit()


def _too_wide(field: QLineEdit, room: int) -> bool:
    return field.fontMetrics().horizontalAdvance(field.text()) > room


_TRIES = 3
"""A new height may bring or take a scroll bar, and so break the lines once more."""


class TextField(QPlainTextEdit):
    """Several lines, as high as its text between ``least`` and ``most`` lines; Tab goes on to the next field."""

    left = Signal()

    def __init__(self, least: int = 2, most: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._broken_for = 0
        self._fitting = False
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Leaves the keys of undo to the window's own action."""
        if event.type() == SHORTCUT_OVERRIDE and isinstance(event, QKeyEvent) and is_undo(event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo is not for this widget."""
        if is_undo(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu without an undo of its own."""
        without_undo(self.createStandardContextMenu()).exec(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells that the person is done."""
        super().focusOutEvent(event)
        if leaves(event):
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines are broken for the width that there is: a field shown for the first time gets its margins untold."""
        width = self.viewport().width()
        if width != self._broken_for:
            self._broken_for = width
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
            self._fit()
        super().paintEvent(event)

    def _fit(self) -> None:
        """Be as high as the lines need. Half of a new height resizes the field already, which comes here again: only from outside."""
        if self._fitting:
            return
        self._fitting = True
        for _ in range(_TRIES):
            height = self._needed()
            if height == self.height() == self.minimumHeight() == self.maximumHeight():
                break
            self.setFixedHeight(height)
        self._fitting = False

    def _needed(self) -> int:
        lines = max(self._least, min(self._most, round(self.document().size().height())))
        return lines * QFontMetrics(self.font()).lineSpacing() + 2 * self.frameWidth() + 6


def replace_text(field: QPlainTextEdit, text: str) -> None:
    """Put in another text and keep the cursor where it was, as near as may be."""
    cursor = field.textCursor()
    place = cursor.position()
    field.setPlainText(text)
    cursor = field.textCursor()
    cursor.setPosition(min(place, len(text)))
    field.setTextCursor(cursor)
