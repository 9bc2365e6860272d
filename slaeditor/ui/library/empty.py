"""What stands in the library's place while there is nothing to list: how to begin, or the way out of a filter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from slaeditor.ui import theme
from slaeditor.ui.pieces import button, column, label, line
from slaeditor.ui.words import tr

PICTURE = 6 * theme.GRID
WIDTH = 64 * theme.GRID
CARD = 34 * theme.GRID


class Picture(QWidget):
    """An icon of the set on its own, at first large and calm; only for the eye."""

    def __init__(self, name: str, size: int = PICTURE, role: str = "muted") -> None:
        super().__init__()
        self._name, self._role = name, role
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the scheme's colour."""
        painter = QPainter(self)
        theme.icon(self._name, self._role).paint(painter, self.rect())
        painter.end()


class Nothing(QWidget):
    """A picture, a sentence or two, and what can be done, in the middle of the page."""

    def __init__(self, icon: str, name: str, width: int) -> None:
        super().__init__()
        self.setObjectName(name)
        outer = line(self)
        outer.addStretch()
        inside = QWidget()
        inside.setMaximumWidth(width)
        outer.addWidget(inside, 100)
        outer.addStretch()
        self.box = column(inside, margin=theme.WIDER)
        self.box.addStretch(2)
        self._title, self._text = label(size="heading", bold=True, wrap=True), label(tint="muted", wrap=True)
        self._text.setObjectName(f"{name}_text")
        self.box.addWidget(Picture(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        self.box.addSpacing(theme.GRID)
        for part in (self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.box.addWidget(part)
        self.box.addSpacing(theme.GRID)

    def say(self, title: str, text: str) -> None:
        """These words."""
        self._title.setText(title)
        self._text.setText(text)


class NoAgreement(Nothing):
    """An empty library: begin one, look at the sample, or bring files."""

    def __init__(self, new: Callable[[], object], sample: Callable[[], object], files: Callable[[], object]) -> None:
        super().__init__("file-text", "empty", 3 * CARD + 2 * theme.WIDE + 2 * theme.WIDER)
        self.first = button(tr("New agreement…"), new, kind="primary", name="empty_new")
        self.say(tr("No agreement yet"), tr("Here are three ways to begin."))
        self.box.addSpacing(theme.GRID)
        row = line(spacing=theme.WIDE)
        for title, text, act in (
            (
                tr("From a standard"),
                tr("Choose one of the standards and name the customer; an interview asks the rest."),
                self.first,
            ),
            (
                tr("Look at a finished one"),
                tr("The agreement of a hospital group with its IT provider, from needs to signature page."),
                button(tr("Open the sample"), sample, name="empty_sample"),
            ),
            (
                tr("Bring a file"),
                tr("Agreement files are imported, PDFs are verified. You can also drop them here."),
                button(tr("Open or verify a file…"), files, name="empty_files"),
            ),
        ):
            row.addWidget(_card(title, text, act), 1)
        self.box.addLayout(row)
        self.box.addStretch(3)


def _card(title: str, text: str, act: QPushButton) -> QFrame:
    made = QFrame()
    made.setProperty("kind", "card")
    made.setMaximumWidth(CARD)
    box = column(made, margin=theme.WIDE)
    box.addWidget(label(title, bold=True, wrap=True))
    words = label(text, tint="muted", wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignTop)
    box.addWidget(words, 1)
    box.addSpacing(theme.GRID)
    row = line()
    row.addWidget(act)
    row.addStretch()
    box.addLayout(row)
    return made


class NoHit(Nothing):
    """Agreements there are, but not of this filter or with these words: the ways out."""

    def __init__(self, everywhere: Callable[[], object], without_words: Callable[[], object]) -> None:
        super().__init__("search-x", "no_hit", WIDTH)
        self._everywhere = button(tr("Show all agreements"), everywhere, name="no_hit_all")
        self._words = button(tr("Clear the search"), without_words, name="no_hit_clear")
        row = line()
        row.addStretch()
        row.addWidget(self._words)
        row.addWidget(self._everywhere)
        row.addStretch()
        self.box.addLayout(row)
        self.box.addStretch(3)

    def explain(self, text: str, group: str, elsewhere: int, hint: str = "") -> None:
        """Why there is nothing: the words sought, the filter's name (empty for all), and how many others would show.

        ``hint`` says what would stand there, where that is not clear from the filter's name.
        """
        if text and group:
            self.say(
                tr("Nothing found"),
                tr("No agreement in “{filter}” has the words “{words}”.", filter=group, words=text),
            )
        elif text:
            self.say(tr("Nothing found"), tr("No agreement has the words “{words}”.", words=text))
        else:
            self.say(tr("Nothing here"), hint or tr("No agreement is in “{filter}” now.", filter=group))
        self._words.setVisible(bool(text))
        self._everywhere.setVisible(bool(group) and elsewhere > 0)
        found = tr("Show all with these words ({number})", number=f"{elsewhere:,}")
        self._everywhere.setText(found if text else tr("Show all agreements"))
