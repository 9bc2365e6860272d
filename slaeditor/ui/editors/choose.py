"""Everything that is chosen: yes or no, one of a few words, one row, or several of either."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model.references import rows_of
from slaeditor.model.terms import Field, Kind
from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.pieces import ElidedBox
from slaeditor.ui.session import Session
from slaeditor.ui.spoken import choice_label, row_name, row_name_by_id
from slaeditor.ui.theme import GRID, HALF, colour
from slaeditor.ui.words import tr

NOTHING = "–"
_FILTER_FROM = 9


class Combo(ElidedBox):
    """A box that fetches what it offers only when somebody is about to choose, and leaves the wheel to the page."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._complete = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def show_only(self, text: str, data: Any) -> None:
        """Show this one; what else there is is fetched when it is wanted."""
        self._complete = False
        if self.count() == 1 and self.itemText(0) == text:
            self.setItemData(0, data)
            return
        self.clear()
        self.addItem(text, data)

    def offer(self, choices: Sequence[tuple[str, Any]], chosen: Any) -> None:
        """Offer these; ``chosen`` stays chosen even if it is none of them."""
        if self._complete:
            return
        shown = self.currentText()
        self.clear()
        for text, data in choices:
            self.addItem(text, data)
        place = next((number for number, (_, data) in enumerate(choices) if data == chosen), None)
        if place is None:
            self.addItem(shown, chosen)
            place = self.count() - 1
        self.setCurrentIndex(place)
        self._complete = True

    def showPopup(self) -> None:
        """Fetch first."""
        self.wanted.emit()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The arrow keys choose without opening."""
        self.wanted.emit()
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Alt with the arrow down opens the list, as everywhere, whatever else the keys mean around it."""
        if event.type() is QEvent.Type.ShortcutOverride and _opens(event):
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """With the arrow that the style sheet leaves out."""
        super().paintEvent(event)
        draw_arrow(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page changes no term."""
        event.ignore()


def _opens(event: QEvent) -> bool:
    """Whether the keys are those that open a list of choices."""
    return (
        isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Down
        and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    )


def draw_arrow(box: QWidget) -> None:
    """A small arrow at the right end of a box: there is more to choose from."""
    painter = QPainter(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("muted" if box.isEnabled() else "line"), 1.5))
    right, middle = box.width() - 12, box.height() / 2
    painter.drawPolyline([QPointF(right - 4, middle - 2), QPointF(right, middle + 2), QPointF(right + 4, middle - 2)])
    painter.end()


class PickButton(QPushButton):
    """A button that looks like a box to choose from; ``asked`` gives the letters by which its list is wanted, if any."""

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "picker")
        self.setMinimumWidth(128)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = ""

    def show_words(self, words: str, *, placeholder: bool = False) -> None:
        """What is chosen, cut to the width; as a ``placeholder`` what holds while nothing is."""
        self._words = words
        if self.property("placeholder") is not placeholder:
            self.setProperty("placeholder", placeholder)
            self.style().unpolish(self)
            self.style().polish(self)
        self._cut()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters open the list at what begins so, Alt with the arrow down opens it as it is."""
        letters = event.text().strip()
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        if _opens(event):
            self.asked.emit("")
        elif letters and letters.isprintable() and not event.modifiers() & held:
            self.asked.emit(letters)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Alt with the arrow down belongs to the box, whatever else the keys mean around it."""
        if event.type() is QEvent.Type.ShortcutOverride and _opens(event):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width holds other words."""
        super().resizeEvent(event)
        self._cut()

    def paintEvent(self, event: QPaintEvent) -> None:
        """With the arrow."""
        super().paintEvent(event)
        draw_arrow(self)

    def _cut(self) -> None:
        room = max(24, self.width() - 40)
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))


class FlagEditor(Editor):
    """Yes or no."""

    def __init__(self, declared: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(declared, session, parent)
        self.check = QCheckBox(self)
        self.check.setMinimumHeight(
            self.check.fontMetrics().height() + GRID + HALF
        )  # as high as a line, so level with its label
        self.take(self.check, 0)
        self.box.addStretch(1)
        self.check.clicked.connect(lambda on: self.entered.emit(on, False))

    def fill(self, value: Any, *, force: bool = False) -> None:
        """Show it."""
        self.check.setChecked(bool(value))

    def current(self) -> Any:
        """The value that is shown."""
        return self.check.isChecked()


class ChoiceEditor(Editor):
    """One of a few words, or one row by its name."""

    def __init__(self, declared: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(declared, session, parent)
        self.combo = Combo(self)
        self.combo.setMinimumWidth(128)
        self.combo.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.take(self.combo, 0)
        self.box.addStretch(1)
        self._value: Any = None
        self._presumed: Any = None
        self._marked = False
        self.combo.wanted.connect(self._offer)
        self.combo.activated.connect(self._choose)

    def presume(self, value: Any) -> None:
        """What holds while nobody has chosen: it is shown as the default."""
        self._presumed = value

    @property
    def holds_refused(self) -> bool:
        """Whether it is marked, because something was pasted that is none of the choices."""
        return self._marked

    def fill_refused(self, text: str, sentence: str) -> None:
        """The words that were pasted stand below; here is the mark."""
        self._mark(True)

    def fill(self, value: Any, *, force: bool = False) -> None:
        """Show it."""
        self._value = value
        self._mark(False)
        self.combo.show_only(self._name(value), value)
        if self.combo.hasFocus():
            self._offer()

    def current(self) -> Any:
        """The value that is shown."""
        return self._value

    def refresh(self) -> None:
        """The row may be called otherwise."""
        self.fill(self._value)

    def _name(self, value: Any) -> str:
        if value is None:
            if self._presumed is None:
                return tr(self.declared.term.if_empty) or NOTHING
            return tr("{value} (default)", value=self._name(self._presumed))
        if isinstance(value, enum.Enum):
            return choice_label(value)
        return row_name_by_id(self.document, self.declared.term.refers, value)

    def _offer(self) -> None:
        unset = self.declared.optional or self._presumed is not None
        nothing = [(self._name(None), None)] if unset else []
        self.combo.offer([*nothing, *choices_of(self)], self._value)

    def _mark(self, marked: bool) -> None:
        if marked != self._marked:
            self._marked = marked
            self.combo.setProperty("refused", marked)
            self.combo.style().unpolish(self.combo)
            self.combo.style().polish(self.combo)

    def _choose(self, index: int) -> None:
        value = self.combo.itemData(index)
        self._mark(False)
        if value != self._value:
            self._value = value
            self.entered.emit(value, False)
        self.left.emit()


def choices_of(editor: Editor) -> list[tuple[str, Any]]:
    """What the field may hold: words of a choice, or rows by name."""
    declared = editor.declared
    if declared.kind in (Kind.CHOICE, Kind.CHOICES):
        return [(choice_label(member), member) for member in declared.type]
    document = editor.document
    return [(row_name(document, row) or f"({row.id})", row.id) for row in rows_of(document, declared.term.refers)]


class PicksEditor(Editor):
    """Several of a few words, or several rows: a button that says which, and a list to tick."""

    def __init__(self, declared: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(declared, session, parent)
        self.button = PickButton(self)
        self.take(self.button)
        self._value: tuple[Any, ...] = ()
        self.button.clicked.connect(lambda: self.open())
        self.button.asked.connect(self.open)

    def fill(self, value: Any, *, force: bool = False) -> None:
        """Show it."""
        self._value = value
        names = [self._name(item) for item in value]
        meaning = tr(self.declared.term.if_empty)
        self.button.show_words(", ".join(names) or meaning or NOTHING, placeholder=not names)
        self.button.setToolTip("\n".join(names) or meaning)

    def current(self) -> Any:
        """The value that is shown."""
        return self._value

    def refresh(self) -> None:
        """Rows may be called otherwise."""
        self.fill(self._value)

    def open(self, letters: str = "") -> None:
        """Show the list to tick, at what begins with the ``letters`` typed so far."""
        popup = Ticks(self, choices_of(self), self._value)
        popup.ticked.connect(self._ticked)
        popup.closed.connect(self.left)
        popup.show_below(self.button)
        popup.look_for(letters)

    def _name(self, item: Any) -> str:
        if isinstance(item, enum.Enum):
            return choice_label(item)
        return row_name_by_id(self.document, self.declared.term.refers, item)

    def _ticked(self, item: Any, on: bool) -> None:
        value = with_item(self._value, [data for _, data in choices_of(self)], item, on)
        self.fill(value)
        self.entered.emit(value, True)


def with_item(value: tuple[Any, ...], order: list[Any], item: Any, on: bool) -> tuple[Any, ...]:
    """The value with or without the item. A value in the order of what is offered stays so; any other keeps its own order."""
    rest = tuple(other for other in value if other != item)
    if not on:
        return rest
    known = [order.index(other) for other in rest if other in order]
    if len(known) < len(rest) or known != sorted(known):
        return (*rest, item)
    return tuple(sorted((*rest, item), key=order.index))


class Ticks(QFrame):
    """The list to tick, closed by Escape, Enter or a click elsewhere."""

    ticked = Signal(object, bool)
    closed = Signal()

    def __init__(self, owner: QWidget, choices: Sequence[tuple[str, Any]], value: tuple[Any, ...]) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setObjectName("ticks")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HALF, HALF, HALF, HALF)
        layout.setSpacing(HALF)
        self.filter = QLineEdit(self)
        self.filter.setObjectName("filter")
        self.filter.setPlaceholderText(tr("Filter"))
        self.filter.setAccessibleName(tr("Filter"))
        self.filter.setVisible(len(choices) >= _FILTER_FROM)
        self.filter.textChanged.connect(self._narrow)
        self.filter.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setObjectName("choices")
        self.list.setAccessibleName(owner.accessibleName())
        missing = [data for data in value if data not in [data for _, data in choices]]
        for text, data in [*choices, *((tr("(missing: {id})", id=data), data) for data in missing)]:
            item = QListWidgetItem(text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, data)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if data in value else Qt.CheckState.Unchecked)
        self.list.itemChanged.connect(self._changed)
        layout.addWidget(self.filter)
        layout.addWidget(self.list)

    def show_below(self, button: QWidget) -> None:
        """Open under the button, the first line current."""
        rows = min(12, max(2, self.list.count()))
        height = rows * self.list.sizeHintForRow(0) + 4 * HALF + (40 if self.filter.isVisibleTo(self) else 0)
        self.resize(max(button.width(), min(480, self.list.sizeHintForColumn(0) + 64)), height)
        place = button.mapToGlobal(QPoint(0, button.height()))
        screen = button.screen().availableGeometry()
        if place.y() + height > screen.bottom():
            place = button.mapToGlobal(QPoint(0, -height))
        self.move(min(place.x(), screen.right() - self.width()), max(screen.top(), place.y()))
        self.show()
        self.list.setCurrentRow(0)
        (self.filter if self.filter.isVisibleTo(self) else self.list).setFocus()

    def look_for(self, letters: str) -> None:
        """Narrow a long list to the letters, or go to the line that begins so; further ones are typed into it."""
        if letters and self.filter.isVisibleTo(self):
            self.filter.setText(letters)
        elif letters:
            self.list.keyboardSearch(letters)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter closes, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        """Down goes from the filter into the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self.list.setFocus()
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tells that choosing is over."""
        super().hideEvent(event)
        self.closed.emit()

    def _narrow(self, words: str) -> None:
        for number in range(self.list.count()):
            item = self.list.item(number)
            item.setHidden(words.casefold() not in item.text().casefold())

    def _changed(self, item: QListWidgetItem) -> None:
        self.ticked.emit(item.data(Qt.ItemDataRole.UserRole), item.checkState() is Qt.CheckState.Checked)
