"""The interview in the language of an account manager: themes, questions by their place, proposals."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.interview.cells import Cells
from slaeditor.ui.interview.page import InterviewPage
from slaeditor.ui.interview.services_block import ServicesBlock
from slaeditor.ui.interview.sheet import Sheet
from tests.ui.drivers import Driver, WindowDriver


class InterviewDriver(Driver):
    """What can be seen and done in the Interview place of a window."""

    def __init__(self, window: WindowDriver) -> None:
        page = window.widget.findChild(InterviewPage)
        assert page is not None
        super().__init__(page)
        self.page: InterviewPage = page

    def click(self, name: str) -> None:
        """Click a button, also one at the end of a long sheet."""
        sheet = self.find(Sheet, "sheet")
        sheet.finish()
        QApplication.processEvents()
        button = self.find(QAbstractButton, name)
        if sheet.isAncestorOf(button):
            sheet.ensureWidgetVisible(button)
        super().click(name)

    # where one is

    @property
    def steps(self) -> dict[str, str]:
        """The lines at the side, each with how far it is."""
        found = self.find(QListWidget, "steps")
        texts = [str(found.item(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(found.count())]
        return {
            found.item(row).text(): text.removeprefix(found.item(row).text()).lstrip(", ")
            for row, text in enumerate(texts)
        }

    @property
    def title(self) -> str:
        """The title of what is shown."""
        labels = [
            label for name in ("sheet_title", "proposals_title") for label in self.widget.findChildren(QLabel, name)
        ]
        return next(label.text() for label in labels if label.isVisible())

    @property
    def step(self) -> str:
        """The line at the side that is marked as the place one is at."""
        (row,) = self.find(QListWidget, "steps").selectedItems()
        return row.text()

    def go(self, title: str) -> None:
        """Click a theme, or a service, at the side."""
        steps = self.find(QListWidget, "steps")
        for row in range(steps.count()):
            if steps.item(row).text() == title:
                place = steps.visualItemRect(steps.item(row)).center()
                QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=place)
                return
        raise AssertionError(f"{title} is not at the side, only {list(self.steps)}")

    def keys(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self._here(), key, modifier)

    @property
    def focus(self) -> str:
        """The question that has the keys, or the name of another widget."""
        here: QWidget | None = self._here()
        name = here.objectName() if here is not None else ""
        while here is not None:
            if isinstance(here, Editor):
                return here.objectName()
            here = here.parentWidget()
        return name

    def _here(self) -> QWidget:
        self._activate()
        here = QApplication.focusWidget()
        assert here is not None, "nothing has the keys"
        return here

    def _activate(self) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()  # suggestions that nobody wanted
        if QApplication.activeWindow() is not self.widget.window():  # a closed popup does not give it back offscreen
            self.widget.window().activateWindow()
            QTest.qWaitForWindowActive(self.widget.window())

    # answers

    @property
    def headings(self) -> list[str]:
        """What stands over the columns of the table by services, from left to right."""
        (table,) = [one for one in self.widget.findChildren(Cells) if isinstance(one.parent(), ServicesBlock)]

        def seen() -> list[QLabel]:
            return [one for one in table.findChildren(QLabel) if one.isVisible() and one.parent() is table]

        QApplication.processEvents()
        for _ in range(100):  # a page is laid out when Qt finds the time
            if seen():
                break
            QTest.qWait(20)
        found = seen()
        top = min(one.y() + one.height() for one in found)
        return [one.text() for one in sorted(found, key=lambda one: one.x()) if one.y() < top]

    def editor(self, place: str) -> Editor:
        """The editor of a question that can be seen."""
        self.find(Sheet, "sheet").finish()
        found = [one for one in self.widget.findChildren(Editor, place) if one.isVisible()]
        assert found, f"{place} is not asked on “{self.title}”"
        return found[0]

    def asks(self, place: str) -> bool:
        """Whether the question can be seen."""
        self.find(Sheet, "sheet").finish()
        return any(one.isVisible() for one in self.widget.findChildren(Editor, place))

    def answer(self, place: str, words: str) -> None:
        """Answer as a person would: type, choose, tick."""
        self._activate()
        keys = self.editor(place).keys()
        keys.setFocus(Qt.FocusReason.TabFocusReason)
        match keys:
            case QLineEdit():
                keys.selectAll()
                keys.insert(words)
            case QPlainTextEdit():
                keys.selectAll()
                keys.insertPlainText(words)
            case QComboBox():
                number = keys.findText(words)
                offered = [keys.itemText(row) for row in range(keys.count())]
                assert number >= 0, f"{words} is not offered for {place}, only {offered}; the keys are in {self.focus}"
                keys.setCurrentIndex(number)
                keys.activated.emit(number)
            case QRadioButton():
                wanted = self.editor(place).findChild(QRadioButton, words.casefold())
                assert wanted is not None
                wanted.click()
            case QAbstractButton():
                self._tick(keys, words.split("; "))
            case _:
                raise AssertionError(f"{place} is answered by a {type(keys).__name__}")

    def type(self, place: str, words: str) -> None:
        """Type into a line, key by key, after what stands there."""
        keys = self.editor(place).keys()
        keys.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(keys, words)

    def says(self, place: str) -> str:
        """What the editor shows."""
        editor = self.editor(place)
        keys = editor.keys()
        match keys:
            case QLineEdit():
                return keys.text()
            case QPlainTextEdit():
                return keys.toPlainText()
            case QComboBox():
                return keys.currentText()
            case QRadioButton():
                return ", ".join(one.text() for one in editor.findChildren(QRadioButton) if one.isChecked())
            case QAbstractButton():
                return keys.text()
            case _:
                raise AssertionError(f"{place} is shown by a {type(keys).__name__}")

    def below(self, place: str) -> str:
        """What stands below the question."""
        labels = [one for one in self.widget.findChildren(QLabel, f"below:{place}") if one.isVisible()]
        return labels[0].text() if labels else ""

    def speak(self, name: str) -> None:
        """Write who is answering."""
        editor = self.widget.findChild(Editor, "said_by")
        assert editor is not None
        line = editor.keys()
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.selectAll()
        line.insert(name)

    # what follows

    @property
    def follows(self) -> list[str]:
        """The lines of what follows, worked out for the document as it is now."""
        self.page.look()
        view = self.find(QListView, "follows_list")
        model = view.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    # proposals

    @property
    def offers(self) -> dict[str, list[list[str]]]:
        """The proposals by title, each with its reason and the lines of its changes."""
        return {
            item.text(0): [[child.text(column) for column in range(4)] for child in _children(item)]
            for group in self._groups()
            for item in _children(group)
        }

    def ticked(self, title: str) -> Qt.CheckState:
        """Whether a kind or a proposal is chosen."""
        return self._offer(title).checkState(0)

    def tick(self, title: str) -> None:
        """Press Space on a kind or a proposal."""
        tree = self.find(QTreeWidget, "offers")
        tree.setFocus()
        tree.setCurrentItem(self._offer(title))
        QTest.keyClick(tree, Qt.Key.Key_Space)

    def find_take(self) -> QAbstractButton:
        """The button that takes what is chosen, whatever it says."""
        return self.find(QAbstractButton, "take_chosen")

    def says_somewhere(self, words: str) -> bool:
        """Whether some visible label says exactly that."""
        return any(label.text() == words for label in self.widget.findChildren(QLabel) if label.isVisible())

    def _offer(self, title: str) -> QTreeWidgetItem:
        for group in self._groups():
            for item in (group, *_children(group)):
                if item.text(0) == title or (item is group and item.text(0).partition("  (")[0] == title):
                    return item
        raise AssertionError(f"{title} is not proposed")

    def _groups(self) -> list[QTreeWidgetItem]:
        tree = self.find(QTreeWidget, "offers")
        found = (tree.topLevelItem(number) for number in range(tree.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _tick(self, button: QAbstractButton, names: list[str]) -> None:
        button.click()
        shown = QApplication.activePopupWidget()
        assert shown is not None
        popup = shown.findChild(QListWidget, "choices")
        assert popup is not None
        for number in range(popup.count()):
            item = popup.item(number)
            wanted = Qt.CheckState.Checked if item.text() in names else Qt.CheckState.Unchecked
            if item.checkState() is not wanted:
                popup.setCurrentRow(number)
                QApplication.sendEvent(popup, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier(0)))
        shown.close()


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (item.child(number) for number in range(item.childCount()))
    return [child for child in found if child is not None]
