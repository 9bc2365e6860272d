"""The window in the language of whoever sits before it; widgets are found by their object names."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QTableView,
    QWidget,
)

from slaeditor.ui.drawn.chip import Chip
from slaeditor.ui.pieces import Elided

W = TypeVar("W", bound=QWidget)


class Driver:
    """Finds, reads, clicks and types below one widget."""

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget

    def find(self, kind: type[W], name: str) -> W:
        """The widget of that kind and name, the one that can be seen if there are several; there must be one."""
        found = self.widget.findChildren(kind, name)
        assert found, f"there is no {kind.__name__} called {name}"
        return next((one for one in found if one.isVisible()), found[0])

    def click(self, name: str) -> None:
        """Click a button that can be seen and is enabled."""
        button = self.find(QAbstractButton, name)
        assert button.isVisible(), f"{name} cannot be seen"
        assert button.isEnabled(), f"{name} is not enabled"
        # A radio button or check box is hit at its mark or words, not in the empty room behind them.
        place = QPoint(8, button.height() // 2) if isinstance(button, QRadioButton | QCheckBox) else QPoint()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)

    def can_click(self, name: str) -> bool:
        """Whether a button is there to be clicked."""
        button = self.find(QAbstractButton, name)
        return button.isVisible() and button.isEnabled()

    def type_into(self, name: str, words: str) -> None:
        """Replace what stands in a field by typing."""
        line = self.find(QLineEdit, name)
        line.setFocus()
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClicks(line, words)

    def press(self, name: str, key: Qt.Key) -> None:
        """Press a key in a widget."""
        QTest.keyClick(self.find(QWidget, name), key)

    def button_text(self, name: str) -> str:
        """What a button says."""
        return self.find(QAbstractButton, name).text()

    def choices(self, name: str) -> list[str]:
        """What a box of choices offers."""
        box = self.find(QComboBox, name)
        return [box.itemText(number) for number in range(box.count())]

    def label(self, name: str) -> str:
        """What a label says."""
        return self.find(QLabel, name).text()

    def labels(self, name: str) -> list[str]:
        """What all labels of that name say, from top to bottom."""
        return [one.text() for one in self.widget.findChildren(QLabel, name)]

    def elided(self, name: str) -> str:
        """What a line that may be cut says in full."""
        return self.find(Elided, name).text()

    def sees(self, name: str) -> bool:
        """Whether a widget can be seen."""
        return self.find(QWidget, name).isVisible()

    def table(self, name: str) -> list[list[str]]:
        """The texts of a table's visible columns, row by row."""
        view = self.find(QTableView, name)
        model = view.model()
        columns = [column for column in range(model.columnCount()) if not view.isColumnHidden(column)]
        return [[str(model.index(row, column).data() or "") for column in columns] for row in range(model.rowCount())]

    def cell(self, name: str, row: int, column: int) -> str:
        """All that a cell of a table says to who listens."""
        index = self.find(QTableView, name).model().index(row, column)
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def pick_row(self, name: str, words: str) -> None:
        """Click the first row of a table that says these words in a cell."""
        view = self.find(QTableView, name)
        model = view.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                index = model.index(row, column)
                if words in str(index.data() or "") and not view.isColumnHidden(column):
                    place = view.visualRect(index).topLeft() + QPoint(4, 4)
                    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
                    return
        raise AssertionError(f"no row of {name} says {words}")

    def current(self, name: str) -> str:
        """The first cell of the row that a table stands on."""
        return str(self.find(QTableView, name).currentIndex().siblingAtColumn(0).data())

    def chosen(self, name: str) -> str:
        """What a box of choices shows."""
        return self.find(QComboBox, name).currentText()


class WindowDriver(Driver):
    """What is particular to the main window."""

    def choose(self, action: str) -> None:
        """Choose from the menu, by the id of the action."""
        found = self.widget.findChild(QAction, f"action_{action}")
        assert found is not None, f"there is no action {action}"
        assert found.isEnabled(), f"{action} is not possible now"
        found.trigger()

    def possible(self, action: str) -> bool:
        """Whether an action of the menu is enabled."""
        found = self.widget.findChild(QAction, f"action_{action}")
        return found is not None and found.isEnabled()

    def menu_text(self, action: str) -> str:
        """The words of an action in the menu."""
        found = self.widget.findChild(QAction, f"action_{action}")
        assert found is not None
        return found.text()

    @property
    def place(self) -> str:
        """Which page can be seen."""
        pages = [page for page in self.widget.findChildren(QWidget) if page.objectName().startswith("page_")]
        (shown,) = [page.objectName() for page in pages if page.isVisible()]
        return shown.removeprefix("page_")

    @property
    def heading(self) -> tuple[str, str]:
        """The two lines in the head."""
        return self.elided("heading_title"), self.elided("heading_line")

    @property
    def standing(self) -> str:
        """The status in the head; empty when none is told."""
        chip = self.find(Chip, "heading_status")
        return chip.text() if chip.isVisible() else ""

    @property
    def passing(self) -> str:
        """What is said in passing, nothing when it is gone; of several the newest."""
        said = [
            " ".join(one.text().split("\n"))
            for one in self.widget.findChildren(QLabel, "toast_text")
            if one.isVisible()
        ]
        return said[-1] if said else ""

    @property
    def notice(self) -> str:
        """What the notice bar says, nothing while it is hidden."""
        return self.label("notice_text") if self.sees("notice") else ""

    def answer(self, words: str) -> None:
        """Click a choice of the notice bar."""
        buttons = self.find(QWidget, "notice").findChildren(QAbstractButton)
        (button,) = [one for one in buttons if one.text() == words and one.isVisible()]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def open(self, words: str) -> None:
        """Open the agreement whose row says these words."""
        self.pick_row("library_table", words)
        self.press("library_table", Qt.Key.Key_Return)

    def history(self) -> list[str]:
        """The lines of the history."""
        found = self.find(QListWidget, "history_list")
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(found.item(number).data(role)) for number in range(found.count())]

    def pick_history(self, words: str) -> None:
        """Click an entry of the history."""
        found = self.find(QListWidget, "history_list")
        for number, line in enumerate(self.history()):
            if words in line:
                place = found.visualItemRect(found.item(number)).center()
                QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
                return
        raise AssertionError(f"nothing in the history says {words}")

    def pick_side(self, name: str, words: str) -> None:
        """Choose one side of the comparison."""
        box = self.find(QComboBox, name)
        number = next(row for row in range(box.count()) if words in box.itemText(row))
        box.setCurrentIndex(number)
        box.activated.emit(number)
