"""The palette: one line over the window that goes to any place, term, action or agreement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QWidget

from slaeditor.model.agreement import Agreement
from slaeditor.ui import theme
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.palette import entries, matching
from slaeditor.ui.palette.entries import Entry, Open, Target, key_of
from slaeditor.ui.palette.lines import HEIGHT, LinesView
from slaeditor.ui.palette.matching import Index
from slaeditor.ui.pieces import column, label, rule
from slaeditor.ui.records import LibraryRow, Query
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import tr

WIDTH = 84 * theme.GRID
LINES = 12
ASK_MS = 120
AT_LEAST = 2
"""Agreements are looked for from so many letters on."""
REMEMBERED = 20
MOST_AGREEMENTS = 200

Actions = Callable[[], Iterable[tuple[str, str, str, str]]]


class Palette(QFrame):
    """Stands over the window's top while it has the focus; ``chosen`` says where to go, after it has closed."""

    chosen = Signal(object)  # an entries.Target

    def __init__(self, shell: Shell, actions: Actions, recent: Sequence[str], window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setProperty("kind", "card")
        self.setAccessibleName(tr("Go to anything"))
        self._window, self._shell, self._actions, self.recent = window, shell, actions, list(recent)
        self._document: Agreement | None = None
        self._places = matching.index(())
        self._acts = matching.index(())
        self._agreements = matching.index(())
        self._before: QWidget | None = None
        self.line = QLineEdit()
        self.line.setObjectName("palette_line")
        self.line.setAccessibleName(tr("Go to anything"))
        self.line.setPlaceholderText(tr("Section, service, term, action, customer …"))
        self.line.setFrame(False)
        self.line.installEventFilter(self)
        window.installEventFilter(self)
        self.view = LinesView()
        self._none = label(tr("Nothing is called so."), tint="muted", name="palette_none")
        self._none.setContentsMargins(theme.WIDE, theme.GRID, theme.WIDE, theme.GRID)
        box = column(self, spacing=0)
        head = column(margin=theme.GRID)
        head.addWidget(self.line)
        box.addLayout(head)
        box.addWidget(rule())
        box.addWidget(self.view)
        box.addWidget(self._none)
        box.setContentsMargins(1, 1, 1, theme.HALF)
        self._ask = QTimer(self, singleShot=True, interval=ASK_MS)
        self._ask.timeout.connect(self._look_for_agreements)
        self.line.textChanged.connect(self._typed)
        self.view.clicked.connect(lambda _: self._take())
        self.hide()

    def open(self) -> None:
        """Show what can be gone to now, and take the keyboard; the same key closes it again."""
        if self.isVisible():
            self.dismiss()
            return
        self._before = QApplication.focusWidget()
        self._acts = matching.index(tuple(entries.of_actions(self._actions())))
        document = self._shell.session.document if self._shell.session.is_open else None
        if document is not self._document:
            self._document = document
            self._places = matching.index(tuple(entries.of_document(document)) if document is not None else ())
        self._agreements = matching.index(())
        self.line.clear()
        self._show()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close, and give the keyboard back to where it was."""
        back = self._before
        self._close()
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's keys that belong to the list; it closes when the keyboard goes elsewhere, and follows the window."""
        if watched is self.line:
            if event.type() == QEvent.Type.FocusOut and self.isVisible() and QApplication.activePopupWidget() is None:
                self._close()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._pressed(event.key())
        elif watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place_over()
        return super().eventFilter(watched, event)

    def place_over(self) -> None:
        """Stand below the window's head, which it would cover half, in the middle."""
        window = self._window
        width = min(WIDTH, window.width() - 4 * theme.GRID)
        rows = max(1, min(LINES, len(self.view.lines.entries)))
        self.view.setFixedHeight(rows * HEIGHT + theme.HALF)  # the list's ring of focus takes half a grid
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((window.width() - width) // 2, self._below() + theme.GRID)

    def _below(self) -> int:
        head = self._window.findChild(QWidget, "header")
        return head.mapTo(self._window, head.rect().bottomLeft()).y() + 1 if head is not None else 0

    def _pressed(self, key: int) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: LINES, Qt.Key.Key_PageUp: -LINES}
        if key in steps:
            self.view.step(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.view.step(1 if key == Qt.Key.Key_Tab else -1)
        else:
            return False
        self._describe()
        return True

    def _typed(self) -> None:
        if len(self.line.text().strip()) >= AT_LEAST:
            self._ask.start()
        else:
            self._ask.stop()
            self._agreements = matching.index(())
        self._show()

    def _show(self, stand_on: Entry | None = None) -> None:
        indexes: tuple[Index, ...] = (self._acts, self._places, self._agreements)
        found = matching.best(indexes, self.line.text(), self.recent)
        self.view.lines.show_entries(found)
        self.view.setVisible(bool(found))
        self._none.setVisible(not found)
        self.view.stand_on(found.index(stand_on) if stand_on in found else 0)
        self.place_over()
        self._describe()

    def _describe(self) -> None:
        """Whoever does not see the list hears where its mark stands."""
        entry = self.view.entry
        self.line.setAccessibleDescription(f"{entry.words}, {entry.where}" if entry else self._none.text())

    def _look_for_agreements(self) -> None:
        text = self.line.text()

        def done(result: Ok[Sequence[LibraryRow]] | Err) -> None:
            if isinstance(result, Ok) and self.isVisible() and text == self.line.text():
                row = self.view.currentIndex().row()
                kept = self.view.entry if row > 0 else None  # the best stays marked, another the person chose
                self._agreements = matching.index(tuple(entries.of_agreements(result.value)))
                self._show(kept)

        def look() -> Sequence[LibraryRow]:
            return self._shell.library.rows(Query(text=text))[:MOST_AGREEMENTS]

        self._shell.runner.start(lambda _: look(), done, key="palette")

    def _take(self) -> None:
        entry = self.view.entry
        if entry is None:
            return
        target: Target = entry.target
        key = key_of(target)
        self.recent = [key, *(one for one in self.recent if one != key)][:REMEMBERED]
        if isinstance(target, Open):
            self._close()
        else:
            self.dismiss()  # an action may be about the field that had the focus
        self.chosen.emit(target)

    def _close(self) -> None:
        self._ask.stop()
        self._before = None
        self.hide()
