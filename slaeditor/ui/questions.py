"""The dialogs that ask for one line of text, or for one of several things."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from slaeditor.model.summary import fold
from slaeditor.ui import theme
from slaeditor.ui.pieces import label
from slaeditor.ui.words import tr

FEW = 6


class _Asking(QDialog):
    """A sentence, a field, and the two buttons."""

    def __init__(self, title: str, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(56 * theme.GRID)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.WIDE)
        self.box.setSpacing(theme.GRID)
        self.box.addWidget(label(text, wrap=True))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setProperty("kind", "primary")
        for one in self.buttons.buttons():
            one.setIcon(QIcon())  # some desktops put theirs beside the words

    def finish(self, field: QWidget) -> None:
        """Put the field between sentence and buttons."""
        self.box.addWidget(field)
        self.box.addSpacing(theme.GRID)
        self.box.addWidget(self.buttons)


class Question(_Asking):
    """Asks for one line of text."""

    def __init__(self, title: str, text: str, parent: QWidget | None) -> None:
        super().__init__(title, text, parent)
        self.setObjectName("question")
        self.line = QLineEdit()
        self.line.setObjectName("question_line")
        self.line.setAccessibleName(text)
        self.line.setFixedHeight(4 * theme.GRID)
        self.line.textChanged.connect(lambda words: self.ok.setEnabled(bool(words.strip())))
        self.ok.setEnabled(False)
        self.ok.setText(title)
        self.finish(self.line)


class Choosing(_Asking):
    """Asks for one of several; many can be narrowed by typing."""

    def __init__(self, title: str, text: str, choices: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(title, text, parent)
        self.setObjectName("choosing")
        self._list = QListWidget()
        self._list.setObjectName("choosing_list")
        self._list.setAccessibleName(text)
        for number, words in enumerate(choices):
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, number)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(lambda _: self.accept())
        if len(choices) > FEW:
            narrow = QLineEdit()
            narrow.setObjectName("choosing_filter")
            narrow.setPlaceholderText(tr("Type to narrow"))
            narrow.setAccessibleName(tr("Type to narrow"))
            narrow.textChanged.connect(self._narrow)
            self.box.addWidget(narrow)
        self.finish(self._list)

    @property
    def taken(self) -> int | None:
        """The number of the choice."""
        items = self._list.selectedItems()
        return None if not items or items[0].isHidden() else int(items[0].data(Qt.ItemDataRole.UserRole))

    def _narrow(self, text: str) -> None:
        words = fold(text).split()
        shown = [item for item in map(self._list.item, range(self._list.count())) if self._fits(item, words)]
        if shown and self._list.currentItem() not in shown:
            self._list.setCurrentItem(shown[0])
        self.ok.setEnabled(bool(shown))

    @staticmethod
    def _fits(item: QListWidgetItem, words: list[str]) -> bool:
        fits = all(word in fold(item.text()) for word in words)
        item.setHidden(not fits)
        return fits
