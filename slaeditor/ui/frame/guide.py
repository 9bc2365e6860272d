"""The user guide in a window of its own, beside the work: its parts at the left, the one that was asked for in sight."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QKeyEvent, QKeySequence, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QTextBrowser, QWidget

from slaeditor import resources
from slaeditor.ui import theme
from slaeditor.ui.pieces import column
from slaeditor.ui.words import tr

PLACES: Final = {
    "library": "Library",
    "new": "Begin",
    "interview": "Interview",
    "agreement": "Agreement",
    "compare": "Compare",
    "what_if": "What if",
    "history": "Revisions",
    "settings": "Settings",
}
"""The part of the guide for each place of the window, by its heading."""

PICTURE = 84 * theme.GRID
SIZE = QSize(132 * theme.GRID, 96 * theme.GRID)


class GuideText(QTextBrowser):
    """The guide's own text; links within it are followed here, others by the system."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide_text")
        self.setAccessibleName(tr("User guide"))
        self.setOpenLinks(False)
        self.document().setDocumentMargin(theme.WIDER)
        place = resources.path("guide.md")
        self.setSearchPaths([str(place.parent)])
        self.document().setMarkdown(_without_missing(place.read_text("utf-8")))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._wrap_commands()
        self.anchorClicked.connect(self._follow)

    def headings(self) -> list[tuple[int, str]]:
        """Level and words of every heading, in order."""
        return [(block.blockFormat().headingLevel(), block.text()) for block in self._heads()]

    def go_to(self, heading: str) -> bool:
        """Bring the part with this heading to the top; False when there is none."""
        for block in self._heads():
            if block.text() == heading:
                self.moveCursor(QTextCursor.MoveOperation.End)  # so that the next move scrolls to the top of the view
                self.setTextCursor(QTextCursor(block))
                bar = self.verticalScrollBar()
                bar.setValue(int(self.document().documentLayout().blockBoundingRect(block).top()))
                return True
        return False

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures no wider than a column of text."""
        found = super().loadResource(kind, QUrl(name))
        if kind == QTextDocument.ResourceType.ImageResource.value:
            image = QImage.fromData(found) if not isinstance(found, QImage) else found
            if image.width() > PICTURE:
                return image.scaledToWidth(PICTURE, Qt.TransformationMode.SmoothTransformation)
        return found

    def _heads(self) -> list[QTextBlock]:
        found, block = [], self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                found.append(block)
            block = block.next()
        return found

    def _wrap_commands(self) -> None:
        """Lines of commands are wrapped like any other."""
        block = self.document().begin()
        while block.isValid():
            look = block.blockFormat()
            if look.nonBreakableLines():
                look.setNonBreakableLines(False)
                QTextCursor(block).setBlockFormat(look)
            block = block.next()

    def _follow(self, url: QUrl) -> None:
        if url.fragment() and not url.path():
            wanted = url.fragment().replace("-", " ").casefold()
            self.go_to(next((words for _, words in self.headings() if words.casefold() == wanted), ""))
        elif url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)


class Guide(QWidget):
    """A window that is no dialog: the work goes on beside it. Escape closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("guide")
        self.setWindowTitle(tr("User guide – slaeditor"))
        self.resize(SIZE)
        self._text = GuideText()
        self._list = QListWidget()
        self._list.setObjectName("guide_parts")
        self._list.setAccessibleName(tr("Parts of the guide"))
        for level, words in self._text.headings():
            if level > 1:
                item = QListWidgetItem(("   " if level > 2 else "") + words)
                item.setData(Qt.ItemDataRole.UserRole, words)
                item.setSizeHint(QSize(0, 3 * theme.GRID))
                self._list.addItem(item)
        self._list.currentItemChanged.connect(self._chosen)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._list)
        split.addWidget(self._text)
        split.setSizes([28 * theme.GRID, SIZE.width() - 28 * theme.GRID])
        split.setStretchFactor(1, 1)
        column(self).addWidget(split)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, or what closes windows here."""
        if event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Close):
            self.close()
        else:
            super().keyPressEvent(event)

    def show_place(self, place: str) -> None:
        """Show the part about a place of the window."""
        self.show()
        self.raise_()
        self.activateWindow()
        heading = PLACES.get(place, "")
        for number in range(self._list.count()):
            if self._list.item(number).data(Qt.ItemDataRole.UserRole) == heading:
                self._list.setCurrentRow(number)
        self._list.setFocus()

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._text.go_to(item.data(Qt.ItemDataRole.UserRole))


def _without_missing(text: str) -> str:
    """An installed copy has no pictures: their lines are left out."""
    kept = []
    for line in text.splitlines():
        name = line.partition("](")[2].rstrip(")")
        if not line.startswith("![") or (resources.path("guide.md").parent / name).exists():
            kept.append(line)
    return "\n".join(kept)
