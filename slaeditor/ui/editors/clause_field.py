"""The field in which clause text is written: references are taken as wholes, whatever is done to them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QToolTip, QWidget

from slaeditor.model.clause_text import Reference
from slaeditor.ui.editors import chips
from slaeditor.ui.editors.editor import SHORTCUT_OVERRIDE, is_undo, leaves
from slaeditor.ui.editors.fields import without_undo
from slaeditor.ui.editors.reference_text import ReferenceText
from slaeditor.ui.words import told, tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Keys = QKeySequence.StandardKey


class ClauseField(ReferenceText):
    """The arrow keys choose a reference before they pass it; Enter or a click goes to what it names (``went``). Undo is the session's.

    ``pointed`` tells that another reference is chosen, or none. A screen reader finds an object where a reference stands: in words,
    with the live values, it is told each paragraph that has some and that the keys come to (``heard``).
    """

    left = Signal()
    pointed = Signal()
    went = Signal(object)  # Path
    heard = Signal(str)

    def __init__(self, means: chips.Means, parent: QWidget | None = None) -> None:
        super().__init__(means, parent)
        self._pressed: Reference | None = None
        self._chosen: Reference | None = None
        self._paragraph = -1
        self.heard.connect(lambda words: QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words)))
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(self._moved)
        self.selectionChanged.connect(self._moved)

    def event(self, event: QEvent) -> bool:
        """Leaves the keys of undo to the window's own action."""
        if event.type() == SHORTCUT_OVERRIDE and isinstance(event, QKeyEvent) and is_undo(event):
            event.ignore()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """The tip of the reference under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.reference_under(event.pos())
            words = self.toolTip()
            if found is not None:
                words = chips.tip(self.means(found), found)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo is not for this widget; references are chosen, left, gone to and deleted as wholes."""
        chosen, plain = self.chosen(), event.modifiers() in (Qt.KeyboardModifier(0), Qt.KeyboardModifier.KeypadModifier)
        if is_undo(event):
            event.ignore()
        elif event.matches(Keys.Copy) or event.matches(Keys.Cut):
            self.copy_out(cut=event.matches(Keys.Cut))
        elif plain and chosen is not None and event.key() in _ENTER:
            self._go(chosen)
        elif event.modifiers() == Qt.KeyboardModifier.ShiftModifier and event.key() in _ENTER and not self.isReadOnly():
            self.textCursor().insertBlock()  # a line of its own is a line like others
        elif not (plain and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._step(event.key())):
            if chosen is not None and event.text().isprintable() and event.text():
                self._pass()  # what is typed does not take the place of a reference
            self._whole = self._takes_reference(event)
            super().keyPressEvent(event)
            self._whole = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is composed does not take the place of a reference."""
        if self.chosen() is not None and (event.preeditString() or event.commitString()):
            self._pass()
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A reference that is pressed is gone to when it is let go there."""
        left = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed = self.reference_under(event.position().toPoint()) if left else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to what the reference names, unless text was marked from it."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        marked = self.textCursor().hasSelection()
        if pressed is not None and not marked and self.reference_under(event.position().toPoint()) == pressed:
            self._go(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked."""
        super().mouseMoveEvent(event)
        over = not event.buttons() and self.reference_under(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, in which copying keeps the references, and the way to the one that is meant."""
        menu = without_undo(self.createStandardContextMenu(event.pos()))
        menu.setObjectName("context_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() in ("edit-copy", "edit-cut"):
                action.triggered.disconnect()
                cut = action.objectName() == "edit-cut"
                action.triggered.connect(lambda _=False, cut=cut: self.copy_out(cut=cut))
        meant = self.reference_under(event.pos()) or self.chosen()
        if meant is not None and self.means(meant).target:
            go = QAction(tr("Go to {place}", place=told(self.means(meant).where)).replace("&", "&&"), menu)
            go.setObjectName("go_to_reference")
            go.triggered.connect(lambda: self._go(meant))
            menu.insertAction(menu.actions()[0], go)
            menu.insertSeparator(menu.actions()[1])
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells the paragraph in words."""
        super().focusInEvent(event)
        self._tell_paragraph()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells that the person is done."""
        super().focusOutEvent(event)
        self._paragraph = -1
        if leaves(event):
            self.left.emit()

    def _go(self, reference: Reference) -> None:
        target = self.means(reference).target
        if target:
            self.went.emit(target)

    def _pass(self) -> None:
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)

    def _step(self, key: int) -> bool:
        """Choose the reference that the arrow leads to, or leave the one that is chosen; False when there is none."""
        cursor = self.textCursor()
        forward = (key == Qt.Key.Key_Right) is (cursor.block().textDirection() is not Qt.LayoutDirection.RightToLeft)
        if self.chosen() is not None:
            cursor.setPosition(cursor.selectionEnd() if forward else cursor.selectionStart())
        elif not cursor.hasSelection():
            there = cursor.position() if forward else cursor.position() - 1
            if chips.reference_at(self.document(), there) is None:
                return False
            cursor.setPosition(cursor.position() + (1 if forward else -1), QTextCursor.MoveMode.KeepAnchor)
        else:
            return False
        self.setTextCursor(cursor)
        return True

    def _takes_reference(self, event: QKeyEvent) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return chips.CHIP in cursor.selectedText()
        beside = {Qt.Key.Key_Backspace: cursor.position() - 1, Qt.Key.Key_Delete: cursor.position()}
        place = beside.get(Qt.Key(event.key()), -1)
        return chips.reference_at(self.document(), place) is not None

    def _tell_paragraph(self) -> None:
        block = self.textCursor().block()
        if block.blockNumber() == self._paragraph or not self.hasFocus():
            return
        self._paragraph = block.blockNumber()
        if chips.CHIP in block.text():
            source = chips.source_of(self.document(), block.position(), block.position() + block.length() - 1)
            self.heard.emit(chips.words_of(source, self.means))

    def _moved(self) -> None:
        self._tell_paragraph()
        chosen = self.chosen()
        if chosen != self._chosen:
            self._chosen = chosen
            self.pointed.emit()
