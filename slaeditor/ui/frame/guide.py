"""The user guide in a window of its own, beside the work: its parts at the left, those of the checks last; the one asked for in sight."""

from __future__ import annotations

import re
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QKeyEvent, QKeySequence, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QStackedWidget, QTextBrowser, QWidget

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

CHECKS: Final = "The checks"
"""The title of the page on the checks, to which the guide refers as checks.md."""
DEEPEST: Final = 3
"""The lowest level of heading that the list of parts shows."""
_HEADING = re.compile(r"^(#+) (.*)$", re.MULTILINE)
_ELSEWHERE = re.compile(r"(?<!!)\[([^\]]+)\]\((?!https?:|#|checks\.md)[^)]*\)")

PICTURE = 84 * theme.GRID
_WORDS, _IN_CHECKS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
SIZE = QSize(132 * theme.GRID, 96 * theme.GRID)


class GuideText(QTextBrowser):
    """A page: the guide itself, or the markdown given. Links within it are followed here, others by the system.

    ``referred`` is told when a link leads to the page on the checks.
    """

    referred = Signal()

    def __init__(self, markdown: str = "") -> None:
        super().__init__()
        self.setObjectName("guide_text")
        self.setAccessibleName(tr("User guide"))
        self.setOpenLinks(False)
        self.document().setDocumentMargin(theme.WIDER)
        self.setSearchPaths([str(resources.path("guide.md").parent)])
        self.document().setMarkdown(markdown or _without_missing(_text("guide.md")))
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
        elif url.path() == "checks.md":
            self.referred.emit()
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
        self._text.referred.connect(lambda: self._choose(CHECKS))
        self._checks: GuideText | None = None
        self._on_checks = _one_lower(_text("checks.md"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._text)
        self._list = QListWidget()
        self._list.setObjectName("guide_parts")
        self._list.setAccessibleName(tr("Parts of the guide"))
        for level, words in self._text.headings():
            self._add(level, words, checks=False)
        for marks, words in _HEADING.findall(self._on_checks):
            self._add(len(marks), words, checks=True)
        self._list.currentItemChanged.connect(self._chosen)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._list)
        split.addWidget(self._pages)
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
        self._choose(heading)
        self._list.setFocus()

    def _choose(self, heading: str) -> None:
        for number in range(self._list.count()):
            if self._list.item(number).data(_WORDS) == heading:
                self._list.setCurrentRow(number)

    def _add(self, level: int, words: str, *, checks: bool) -> None:
        if 1 < level <= DEEPEST:
            item = QListWidgetItem(("   " if level > 2 else "") + words)
            item.setData(_WORDS, words)
            item.setData(_IN_CHECKS, checks)
            item.setSizeHint(QSize(0, 3 * theme.GRID))
            self._list.addItem(item)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            page = self._page_on_checks() if item.data(_IN_CHECKS) else self._text
            self._pages.setCurrentWidget(page)
            page.go_to(item.data(_WORDS))

    def _page_on_checks(self) -> GuideText:
        """Its long tables are laid out when they are first asked for."""
        if self._checks is None:
            self._checks = GuideText(self._on_checks)
            self._checks.setObjectName("guide_checks")
            self._checks.resize(self._text.size())
            self._pages.addWidget(self._checks)
        return self._checks


def _text(name: str) -> str:
    """A page as it is written; links to pages that are not shown here are plain words."""
    return _ELSEWHERE.sub(r"\1", resources.path(name).read_text("utf-8"))


def _one_lower(text: str) -> str:
    """Its headings one level lower, so that its title is a part of the guide."""
    return re.sub(r"^(?=#+ )", "#", text, flags=re.MULTILINE)


def _without_missing(text: str) -> str:
    """An installed copy has no pictures: their lines are left out."""
    kept = []
    for line in text.splitlines():
        name = line.partition("](")[2].rstrip(")")
        if not line.startswith("![") or (resources.path("guide.md").parent / name).exists():
            kept.append(line)
    return "\n".join(kept)
